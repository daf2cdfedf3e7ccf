"""Templates are sound networks of whatever size the data have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.network.facts import DataFacts
from nnviz.network.fit import fit_to_data
from nnviz.network.inference import infer
from nnviz.network.json_form import network_from_json, network_to_json
from nnviz.network.templates import TEMPLATES, Template

SIDES = st.integers(1, 40)


@st.composite
def some_facts(draw: st.DrawFn) -> DataFacts:
    """Rows with names, series and pictures, with any question."""
    shape = draw(
        st.one_of(
            st.tuples(st.integers(1, 40)),
            st.tuples(SIDES, st.integers(1, 4)),
            st.tuples(SIDES, SIDES, st.sampled_from((1, 3))),
        )
    )
    task = draw(st.sampled_from(("regression", "binary", "classes", "labels")))
    names = tuple(f"column {i}" for i in range(shape[0])) if len(shape) == 1 else ()
    outputs = 1 if task == "binary" else draw(st.integers(2, 5))
    return DataFacts(shape, task, outputs, feature_names=names)


def asked(template: Template, facts: DataFacts) -> DataFacts:
    """What *template* would be asked to learn of data of *facts*."""
    if not template.reconstructs:
        return facts
    return DataFacts(facts.input_shape, "regression", facts.features, target_shape=facts.input_shape)


@pytest.mark.parametrize("name", TEMPLATES)
@given(facts=some_facts())
def test_it_fits_the_data_it_says_it_fits(name: str, facts: DataFacts) -> None:
    template = TEMPLATES[name]
    used = facts if template.fits(facts) else template.own
    fitted = fit_to_data(template.network(facts), asked(template, used))
    found = infer(fitted)
    assert not found.problems
    (output,) = fitted.of_kind("Output")
    shape = found.shapes[output.id]
    assert shape is not None
    sizes = [size for size in shape[1:] if size is not None]
    if template.reconstructs:
        assert tuple(sizes) in (used.input_shape, (used.features,))
    else:
        assert sizes == [1 if template.generates else used.outputs]


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=TEMPLATES)
def test_it_is_an_ordinary_diagram_that_nobody_placed(template: Template) -> None:
    network = template.network()
    assert all(layer.at is None for layer in network.layers)
    assert len({group.name for group in network.groups}) == len(network.groups)
    grouped = [layer for group in network.groups for layer in group.layers]
    assert len(set(grouped)) == len(grouped)
    assert all(network.has(layer) for layer in grouped)
    assert network_from_json(network_to_json(network)) == network


def test_what_a_template_is_known_for_is_in_it() -> None:
    kinds = {name: [layer.kind for layer in made.network().layers] for name, made in TEMPLATES.items()}
    assert kinds["perceptron"] == ["Input", "Output"]
    assert kinds["resnet"].count("Add") == 3
    assert kinds["unet"].count("Concatenate") == kinds["unet"].count("UpSampling2D") == 2
    assert kinds["transformer"].count("MultiHeadAttention") == 2
    assert "LSTM" in kinds["forecaster"]
    assert kinds["two_inputs"].count("Input") == 2
    assert [group.name for group in TEMPLATES["gan"].network().groups] == ["Generator", "Discriminator"]
    auto = TEMPLATES["autoencoder"].network()
    units = [layer.args["units"] for layer in auto.of_kind("Dense")]
    assert min(units) == auto.layer("code").args["units"] == units[len(units) // 2]


def test_lenet_has_its_own_sizes_on_pictures_of_its_size() -> None:
    network = TEMPLATES["lenet"].network(DataFacts((28, 28, 1), "classes", 10))
    fitted = fit_to_data(network, DataFacts((28, 28, 1), "classes", 10))
    found = infer(fitted)
    # Convolutions of 6 and 16 filters of 5 x 5, then 400-120-84-10: figure 2 of the paper, every filter seeing all.
    assert found.total_parameters == 156 + 2416 + 400 * 120 + 120 + 120 * 84 + 84 + 84 * 10 + 10
