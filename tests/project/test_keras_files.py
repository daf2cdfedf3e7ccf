"""Models that Keras saved come back as the networks they were, with the same answers."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings

from nnviz.engine.build import build
from nnviz.engine.keras_setup import keras
from nnviz.engine.weights import weight_arrays
from nnviz.network.inference import infer
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project.keras_files.reading import read_model
from tests.network.graphs import networks
from tests.project import keras_models
from tests.project.keras_models import KINDS, MORE, answers, branches, meaning, random_weights, rebuilt, samples

pytestmark = [
    pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning"),
    pytest.mark.logs_warnings,  # Keras calls its own HDF5 format legacy whenever it writes it
]
NAMES = (*(kind.lower() for kind in KINDS), *(name for name, *_ in MORE))


# Keras copies the configs for its HDF5 format, and fails on the generator in this one.
NOT_IN_H5 = "randombrightness"


def without(built, name):
    """The same model without the way called *name*."""
    ends = [(x, built.tensors[x]) for x in built.tensors if not x.startswith(name)]
    outputs = {tensor.name for tensor in built.model.outputs}
    inputs = [tensor for x, tensor in ends if x in built.inputs]
    return keras.Model(inputs, [tensor for _, tensor in ends if tensor.name in outputs])


@pytest.fixture(scope="session")
def saved(tmp_path_factory):
    """A model of every kind of layer, in each form in which Keras saves it, with its network."""
    folder = tmp_path_factory.mktemp("models")
    network = branches()
    assert keras_models.fits(network)
    built = build(network, 3)
    random_weights(built.model)
    built.model.save(folder / "all.keras")
    without(built, NOT_IN_H5).save(folder / "all.h5")
    (folder / "all.json").write_text(built.model.to_json())
    return folder, network, built


@pytest.fixture(scope="session")
def imported(saved):
    """What became of each file."""
    return {path.suffix: read_model(path) for path in saved[0].iterdir()}


@pytest.fixture(scope="session")
def answered(saved, imported):
    """What the model answers, and what became of its file, by the name of each way."""
    _, network, built = saved
    names = [layer.id.removesuffix("_out") for layer in network.of_kind("Output")]
    x = samples(network)
    models = (built.model, rebuilt(imported[".keras"]))
    return [dict(zip(names, answers(model, x), strict=True)) for model in models]


@pytest.mark.parametrize("name", NAMES)
def test_every_kind_of_layer_comes_back_as_it_was_drawn_and_answers_as_it_did(saved, imported, answered, name):
    def of(network):
        layers, *_ = meaning(network)
        return {layer: said for layer, said in layers.items() if layer == name or layer.startswith(f"{name}_")}

    for suffix, model in imported.items():
        if (suffix, name) != (".h5", NOT_IN_H5):
            assert of(model.network) == of(saved[1]), suffix
    before, after = answered
    assert after[name] == pytest.approx(before[name], rel=1e-6, abs=1e-6)


def test_weights_of_each_format_are_those_of_the_model(saved, imported):
    arrays = weight_arrays(saved[2])
    assert imported[".keras"].weights.keys() == arrays.keys()
    for suffix in (".keras", ".h5"):
        for name, array in imported[suffix].weights.items():
            assert np.array_equal(array, arrays[name]), (suffix, name)
    assert not imported[".json"].weights


def test_inputs_and_outputs_keep_their_order(saved, imported):
    assert meaning(imported[".keras"].network)[1:] == meaning(saved[1])[1:]
    assert imported[".keras"].notes == ()


@pytest.mark.nightly
@pytest.mark.filterwarnings("ignore::UserWarning")  # of Keras, that a network is an odd one
@settings(suppress_health_check=list(HealthCheck))  # many of the networks do not fit
@given(networks())
def test_any_network_comes_back_and_answers_as_it_did(tmp_path_factory, network):
    ends = [layer.id for layer in network.layers if layer.kind != "Input" and not network.targets(layer.id)]
    assume(ends and all(network.targets(layer.id) for layer in network.of_kind("Input")))
    for end in ends:
        more = (
            LayerSpec(f"{end}_flat", "Flatten"),
            LayerSpec(f"{end}_out", "Output", {"units": 2, "activation": "tanh"}),
        )
        links = (end, more[0].id), (more[0].id, more[1].id)
        network = NetworkSpec((*network.layers, *more), (*network.links, *links))
    # Keras puts the number of channels in the place of -1.
    assume(all(layer.args.get("groups") != -1 for layer in network.layers))
    assume(keras_models.fits(network) and not infer(network).problems)
    model = build(network, 1).model
    random_weights(model)
    path = tmp_path_factory.mktemp("any") / "any.keras"
    model.save(path)
    found = read_model(path)
    path.unlink()
    assert meaning(found.network) == meaning(network)
    x = samples(network)
    try:
        before = answers(model, x)
    except Exception:
        assume(False)  # an Embedding is given numbers that it has no row for
    for one, other in zip(before, answers(rebuilt(found), x), strict=True):
        assert other == pytest.approx(one, rel=1e-5, abs=1e-5, nan_ok=True)
