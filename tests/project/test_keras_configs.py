"""Descriptions of models as Keras 2 and Keras 3 write them: what becomes of each, and what is named where it cannot."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from nnviz.errors import BadInput
from nnviz.network.spec import Group
from nnviz.project.keras_files.reading import is_model, read_model, same_network, write_weights
from nnviz.training.recipe import OptimizerSpec, Recipe
from tests.project.handmade import (
    called,
    dense,
    functional,
    keras_2,
    keras_archive,
    keras_input,
    kernels,
    layer,
    layer_2,
    sequential,
    tensor,
    whole_h5,
)


@pytest.fixture
def read(tmp_path):
    """Reads a description, as ``to_json`` would leave it."""

    def reading(config: Any):
        path = tmp_path / "model.json"
        path.write_text(json.dumps(config))
        return read_model(path)

    return reading


def kinds(imported) -> dict[str, str]:
    return {layer.id: layer.kind for layer in imported.network.layers}


def links(imported) -> set[str]:
    return {f"{a} {b}" for a, b in imported.network.links}


# ---------------------------------------------------------------------- Keras 2


def test_a_sequential_model_of_keras_2_whose_first_layer_says_what_comes_in(read):
    glorot = {"class_name": "VarianceScaling", "config": {"scale": 1.0, "mode": "fan_avg", "distribution": "uniform"}}
    penalty = {"class_name": "L1L2", "config": {"l1": 0.0, "l2": 0.009999999776482582}}
    found = read(
        keras_2(
            layer_2("Conv2D", "c", batch_input_shape=[None, 8, 8, 1], filters=4, kernel_size=[3, 3], strides=[1, 1],
                    padding="valid", data_format="channels_last", dilation_rate=[1, 1], activation="swish",
                    kernel_initializer=glorot, kernel_regularizer=penalty),
            layer_2("BatchNormalization", "n", axis=[3], momentum=0.99, epsilon=0.001, center=True, scale=True),
            layer_2("LeakyReLU", "l", alpha=0.30000001192092896),
            layer_2("Flatten", "f", data_format="channels_last"),
            layer_2("Dense", "d", units=3, activation="softmax"),
        )
    )  # fmt: skip
    assert kinds(found) == {"input": "Input", "c": "Conv2D", "n": "BatchNormalization", "l": "LeakyReLU",
                            "f": "Flatten", "d": "Output"}  # fmt: skip
    conv = dict(found.network.layer("c").args)
    assert conv == {
        "filters": 4, "kernel_size": 3, "activation": "silu", "kernel_regularizer": {"kind": "l1_l2", "l2": 0.01},
        "kernel_initializer": {"kind": "variance_scaling", "mode": "fan_avg", "distribution": "uniform"},
    }  # fmt: skip
    assert found.network.layer("n").args == {"axis": 3}
    assert found.network.layer("l").args == {}
    assert found.parameters == 4 * 9 + 4 + 16 + 3 * (6 * 6 * 4) + 3


def test_a_functional_model_of_keras_2_with_a_model_inside(read):
    inner = keras_2(
        layer_2("InputLayer", "x", batch_input_shape=[None, 4]), layer_2("Dense", "d", [["x", 0, 0, {}]], units=4),
        class_name="Functional", input_layers=[["x", 0, 0]], output_layers=[["d", 0, 0]],
    )  # fmt: skip
    inner = {**inner, "name": "part", "inbound_nodes": [[["a", 0, 0, {}]]]}
    inner["config"]["name"] = "part"
    found = read(
        keras_2(
            layer_2("InputLayer", "in", batch_input_shape=[None, 2]),
            layer_2("Dense", "a", [["in", 0, 0, {}]], units=4),
            inner,
            # The first call of a model inside is the one that made it.
            layer_2("Add", "sum", [["part", 1, 0, {}], ["a", 0, 0, {}]]),
            layer_2("Dense", "out", [["sum", 0, 0, {}]], units=1),
            class_name="Model", input_layers=[["in", 0, 0]], output_layers=[["out", 0, 0]],
        )
    )  # fmt: skip
    assert links(found) == {"in a", "a part.d", "part.d sum", "a sum", "sum out"}
    assert found.network.groups == (Group("part", ("part.d",)),)
    assert found.network.sources("sum") == ("part.d", "a")


def test_attention_of_both_generations_is_fed_by_as_few_links_as_say_the_same(read):
    look = {"num_heads": 2, "key_dim": 3, "value_dim": 3, "output_shape": None, "attention_axes": [1]}
    rows = layer_2("InputLayer", "in", batch_input_shape=[None, 5, 4]), layer_2("Dense", "v", [["in", 0, 0]], units=4)
    ends = {"input_layers": [["in", 0, 0]], "output_layers": [["m", 0, 0]]}
    for value, sources in ((["in", 0, 0], ("in",)), (["v", 0, 0], ("in", "v"))):
        call = [["in", 0, 0, {"value": value, "key": value, "training": None}]]
        found = read(keras_2(*rows, layer_2("MultiHeadAttention", "m", call, **look), class_name="Functional", **ends))
        assert found.network.sources("m") == sources
        assert found.network.layer("m").args == {"num_heads": 2, "key_dim": 3}
    causal = called(layer("MultiHeadAttention", "m", **look), tensor("in"), tensor("in"), use_causal_mask=True)
    found = read(functional([called(keras_input("in", (5, 4))), causal], ["m"]))
    assert found.network.layer("m").args["use_causal_mask"] is True


def test_weights_of_keras_2_of_a_model_inside_stand_with_the_trained_ones_first(tmp_path: Path):
    draws = np.random.default_rng(0)
    sizes = {"d/kernel:0": (2, 4), "d/bias:0": (4,), "n/gamma:0": (4,), "n/beta:0": (4,), "e/kernel:0": (4, 4),
             "e/bias:0": (4,), "n/moving_mean:0": (4,), "n/moving_variance:0": (4,)}  # fmt: skip
    arrays = {f"part/{name}": draws.random(size, "float32") for name, size in sizes.items()}
    inner = keras_2(
        layer_2("Dense", "d", units=4), layer_2("BatchNormalization", "n"), layer_2("Dense", "e", units=4)
    )  # fmt: skip
    inner["config"]["name"] = "part"
    last = dict(zip(("out/kernel:0", "out/bias:0"), kernels((4, 3)), strict=True))
    config = keras_2(layer_2("InputLayer", "in", batch_input_shape=[None, 2]), inner, layer_2("Dense", "out", units=3))
    found = read_model(whole_h5(tmp_path / "m.h5", config, {"part": arrays, "out": last}))
    expected = {f"part.{name.split('/', 1)[1][:-2]}": array for name, array in arrays.items()}
    expected |= {name[:-2]: array for name, array in last.items()}
    assert found.weights.keys() == expected.keys()
    assert all(np.array_equal(found.weights[name], array) for name, array in expected.items())


def test_what_keras_2_calls_hard_sigmoid_is_refused(read):
    model = keras_2(layer_2("Dense", "d", batch_input_shape=[None, 2], units=1, activation="hard_sigmoid"))
    with pytest.raises(BadInput, match="layer 1, 'd': activation: hard_sigmoid of Keras 2 is another function"):
        read(model)


# ---------------------------------------------------------------------- ends, names, sharing


def test_a_function_behind_the_last_dense_becomes_that_of_the_output(read):
    for last in (layer("Activation", "f", activation="softmax"), layer("Softmax", "f", axis=-1)):
        found = read(sequential(keras_input(), dense("d", 3, activation="linear"), last))
        assert kinds(found) == {"in": "Input", "d": "Output"}
        assert found.network.layer("d").args == {"units": 3, "activation": "softmax"}


def test_another_end_stays_and_is_told(read):
    found = read(sequential(keras_input(), dense("d", 3, activation="relu"), layer("ReLU", "r")))
    assert kinds(found) == {"in": "Input", "d": "Dense", "r": "ReLU"}
    assert found.notes == ("The model ends with r, which is no Dense: to train it, add an Output",)


def test_several_outputs_are_outputs_in_their_order(read):
    rows = [called(keras_input()), called(dense("a", 1), tensor("in")), called(dense("b", 2), tensor("in"))]
    found = read(functional(rows, ["b", "a"]))
    assert [x.id for x in found.network.of_kind("Output")] == ["b", "a"]


def test_a_layer_without_weights_that_is_used_twice_becomes_two(read):
    rows = [called(keras_input()), called(dense("a", 3), tensor("in")), called(dense("b", 3), tensor("in"))]
    both = {**called(layer("ReLU", "r"), tensor("a")), "name": "r"}
    both["inbound_nodes"] += [{"args": [tensor("b")], "kwargs": {}}]
    rows += [both, called(layer("Add", "sum"), [tensor("r"), tensor("r", 1)]), called(dense("out", 1), tensor("sum"))]
    found = read(functional(rows, ["out"]))
    assert {"a r", "b r_2", "r sum", "r_2 sum"} <= links(found)
    rows[3]["class_name"], rows[3]["config"] = "Dense", dense("r", 3)["config"]
    with pytest.raises(BadInput, match="layer 4, 'r': it is used in several places"):
        read(functional(rows, ["out"]))


def test_sums_of_two_answers_are_merging_layers_and_other_operations_are_named(read):
    def operation(name: str, *sources: Any) -> Any:
        row = {"module": "keras.src.ops.numpy", "class_name": name, "config": {"name": "op"}, "registered_name": name}
        return called(row, *sources)

    rows = [called(keras_input()), called(dense("a", 2), tensor("in"))]
    found = read(functional([*rows, operation("Add", tensor("a"), tensor("in"))], ["op"]))
    assert (kinds(found)["op"], found.network.sources("op")) == ("Add", ("a", "in"))
    with pytest.raises(BadInput, match="layer 3, 'op': Sin is not an operation"):
        read(functional([*rows, operation("Sin", tensor("a"))], ["op"]))


def test_everything_that_is_not_known_is_named_at_once_with_its_place(read):
    inner = sequential(dense("a", 2), layer("Attention", "b"), name="part")
    rows = [keras_input(), layer("Lambda", "mine"), inner, dense("c", 2, activation="evil"), dense("d", 0)]
    with pytest.raises(BadInput) as refused:
        read(sequential(*rows, layer("LSTM", "e", units=2, stateful=True), layer("Hashing", "f"), dense("g", 1)))
    assert str(refused.value) == (
        "model.json cannot be loaded: layer 2, 'mine': Lambda is not a layer that nnviz knows; "
        "layer 2 of 'part', 'b': Attention is not a layer that nnviz knows; "
        "layer 4, 'c': activation: evil is not known; "
        "layer 5, 'd': units: expected 1 to 1e+06, got 0; "
        "layer 6, 'e': it remembers one batch in the next (stateful), which goes with a fixed batch size and rows in "
        "order; and 1 more"
    )


def test_states_that_nobody_takes_are_left_and_others_are_named(read):
    rows = [called(keras_input("in", (4, 3))), called(layer("LSTM", "r", units=2, return_state=True), tensor("in"))]
    found = read(functional([*rows, called(dense("out", 1), tensor("r"))], ["out"]))
    assert found.network.layer("r").args == {"units": 2}
    with pytest.raises(BadInput, match=r"'out': it takes a state of 'r' \(return_state\), and a layer of nnviz gives"):
        read(functional([*rows, called(dense("out", 1), tensor("r", 0, 1))], ["out"]))


def test_arrays_and_tuples_that_keras_wrote_are_lists(read):
    factors = {"class_name": "__numpy__", "config": {"value": [1.0, 0.5], "dtype": "float32"}}
    shift = {"class_name": "__tuple__", "config": {"value": [1, 2]}}
    rows = keras_input("in", (2,)), layer("Rescaling", "s", scale=factors, offset=shift), dense("out", 1)
    assert read(sequential(*rows)).network.layer("s").args == {"scale": (1.0, 0.5), "offset": (1.0, 2.0)}
    hostile = {"class_name": "__numpy__", "config": {"value": [[1.0], "x"]}}
    with pytest.raises(BadInput, match="layer 2, 's': scale: expected a number or a list of them"):
        read(sequential(keras_input("in", (2,)), layer("Rescaling", "s", scale=hostile), dense("out", 1)))


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (dense("d", 1, activation="glu"), "glu halves what it is given"),
        (dense("d", 1, dtype={"class_name": "DTypePolicy", "config": {"name": "mixed_float16"}}), "mixed_float16"),
        (layer("Flatten", "d", data_format="channels_first"), "channels_first"),
        (layer("Reshape", "d", target_shape=[7]), "needs 7 numbers"),
        (called(layer("Dropout", "d", rate=0.5)), "no number"),
    ],
)
def test_what_does_not_fit_is_said_of_its_layer(read, row, said):
    if said == "no number":
        row, said = {**row, "config": {**row["config"], "rate": "half"}}, "expected a number"
    with pytest.raises(BadInput, match=f"layer 2, 'd': .*{said}"):
        read(sequential(keras_input(), row, dense("out", 1)))


def test_sizes_that_are_open_are_left_to_the_data(read):
    rows = keras_input("in", (None, 3)), layer("LSTM", "r", units=4), dense("out", 1)
    found = read(sequential(*rows))
    assert found.network.layer("in").args == {}
    assert found.parameters == 4 * 4 * (3 + 4 + 1) + 5
    assert found.notes == ("The sizes that in takes are open in the model: here the data decide",)


def test_names_that_are_no_ids_become_some(read):
    found = read(sequential(keras_input("_in"), dense("block/one", 2), dense("block_one", 2), dense("out", 1)))
    assert list(kinds(found)) == ["in", "block_one", "block_one_2", "out"]


# ---------------------------------------------------------------------- recipe and files


def test_a_compiled_model_brings_its_recipe_as_far_as_there_is_one(read):
    rate = {"class_name": "ExponentialDecay", "config": {"initial_learning_rate": 0.1, "decay_steps": 10,
                                                         "decay_rate": 0.5, "name": "x"}}  # fmt: skip
    compiled = {
        "optimizer": {"class_name": "SGD", "config": {"name": "SGD", "learning_rate": rate, "momentum": 0.9}},
        "loss": {"class_name": "SparseCategoricalCrossentropy", "config": {"from_logits": False, "name": "x"}},
        "metrics": [[{"class_name": "MeanMetricWrapper", "config": {"name": "acc", "fn": "categorical_accuracy"}}]],
    }
    found = read({**sequential(), "compile_config": compiled})
    schedule = {"kind": "ExponentialDecay", "initial_learning_rate": 0.1, "decay_steps": 10, "decay_rate": 0.5}
    assert found.recipe == Recipe(
        "sparse_categorical_crossentropy", OptimizerSpec("SGD", {"learning_rate": schedule, "momentum": 0.9}),
        ("categorical_accuracy",),
    )  # fmt: skip
    compiled["loss"]["config"]["from_logits"] = True
    found = read({**sequential(), "compile_config": {**compiled, "optimizer": "evil", "metrics": ["accuracy"]}})
    assert found.recipe == Recipe(metrics=("accuracy",))
    assert [note.split(":")[0] for note in found.notes] == [
        "Its loss is none that a recipe here can have", "Its optimizer is none that a recipe here can have"
    ]  # fmt: skip


def test_weights_of_another_shape_are_refused_with_expected_and_got(tmp_path: Path):
    from tests.project.handmade import weights_3

    path = keras_archive(tmp_path / "m.keras", None, weights_3(kernels((2, 5, 3))))
    with pytest.raises(BadInput, match="the kernel of layer 2, 'hidden' does not fit: expected 2 x 4, got 2 x 5"):
        read_model(path)


def test_a_file_is_known_as_a_model_by_its_name_or_by_what_it_says(tmp_path: Path):
    (tmp_path / "model.json").write_text(json.dumps(sequential()))
    (tmp_path / "project.json").write_text('{"nnviz": 1}')
    (tmp_path / "junk.json").write_text("{")
    names = ("a.keras", "a.h5", "a.weights.h5", "a.csv", "model.json", "project.json", "junk.json", "none.json")
    assert [name for name in names if is_model(tmp_path / name)] == ["a.keras", "a.h5", "model.json"]


def test_networks_are_the_same_whatever_their_layers_are_called(read):
    one = read(sequential()).network
    other = read(sequential(keras_input("x"), dense("y", activation="tanh"), dense("z", 3, activation="softmax")))
    assert same_network(one, other.network)
    assert not same_network(one, read(sequential(keras_input(), dense("out", 3))).network)


def test_a_run_keeps_the_weights_as_they_were(tmp_path: Path):
    import safetensors.numpy

    imported = read_model(keras_archive(tmp_path / "m.keras"))
    write_weights(imported, tmp_path / "w.safetensors")
    run = imported.run(tmp_path / "m.keras", tmp_path / "w.safetensors")
    assert (run.imported, run.epochs, run.snapshot("last").epoch) == (True, 0, 0)
    stored = safetensors.numpy.load((tmp_path / "w.safetensors").read_bytes())
    assert all(np.array_equal(stored[name], array) for name, array in imported.weights.items())
