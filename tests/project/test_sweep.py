"""The grid of a sweep: names as in the JSON form, values as JSON or text, every combination once."""

from __future__ import annotations

import json

import pytest

from nnviz.errors import BadInput
from nnviz.project.json_form import project_from_json
from nnviz.project.sweep import points, setting_of

PROJECT = project_from_json(
    json.dumps(
        {
            "network": {
                "layers": [
                    {"id": "in", "kind": "Input"},
                    {"id": "a.b", "kind": "Conv2D", "filters": 4, "kernel_size": 3},
                    {"id": "hidden", "kind": "Dense", "units": 8},
                    {"id": "out", "kind": "Output"},
                ]
            },
            "data": {"source": "builtin", "name": "moons"},
            "training": {"optimizer": {"kind": "Adam", "learning_rate": 0.02, "beta_1": 0.8}},
        }
    )
)


def grid(*texts: str):
    return points(PROJECT, [setting_of(text) for text in texts])


def test_all_combinations_the_last_one_fastest():
    found = grid("hidden.units=16,32", "optimizer.learning_rate=1e-3,0.1,1e-3")
    assert [(point.number, point.values) for point in found] == [
        (1, (16, 0.001)), (2, (16, 0.1)), (3, (32, 0.001)), (4, (32, 0.1)),
    ]  # fmt: skip
    assert found[3].name == "hidden.units=32, optimizer.learning_rate=0.1"
    assert found[3].short == "units 32, rate 0.1"
    assert grid("hidden.units=3", "out.units=1", "epochs=9")[0].short == "hidden.units 3, out.units 1, epochs 9"
    assert found[3].project.network.layer("hidden").args["units"] == 32
    assert found[3].project.training.optimizer.args == {"learning_rate": 0.1, "beta_1": 0.8}
    assert len({point.key for point in found}) == 4
    assert [point.key for point in grid("hidden.units=16", "optimizer.learning_rate=1e-3")] == [found[0].key]


def test_an_optimizer_keeps_the_learning_rate_wherever_it_is_set():
    for texts in (("optimizer=SGD", "optimizer.learning_rate=0.5"), ("optimizer.learning_rate=0.5", "optimizer=SGD")):
        (point,) = grid(*texts)
        assert (point.project.training.optimizer.kind, point.project.training.optimizer.args) == (
            "SGD", {"learning_rate": 0.5},
        )  # fmt: skip
    assert grid("optimizer=SGD")[0].project.training.optimizer.args == {"learning_rate": 0.02}


def test_texts_lists_and_parts_of_parts():
    found = grid("a.b.kernel_size=3,[3,5]", "hidden.activation=relu,tanh", "stop_early.patience=4", "data.noise=0.3")
    assert len(found) == 4
    last = found[-1].project
    assert last.network.layer("a.b").args["kernel_size"] == (3, 5)
    assert last.network.layer("hidden").args["activation"] == "tanh"
    assert (last.training.stop_early.patience, last.data.noise) == (4, 0.3)
    assert PROJECT.training.stop_early is None


@pytest.mark.parametrize(
    ("texts", "part"),
    [
        (["hiden.units=1"], 'did you mean "hidden.units"?'),
        (["hidden.unit=1"], "did you mean 'units'?"),
        (["optimizer.learning=1"], "unknown key"),
        (["hidden.units=1,many"], "--set hidden.units=many: network.layers[2].units: expected a whole number"),
        (["batchsize=1"], 'did you mean "batch_size"?'),
        (["epochs=0"], "training.epochs"),
        (["epochs.most=1"], "epochs has no parts"),
        (["hidden.id=a"], "nothing of that name"),
        (["optimizer=Adan"], 'did you mean "Adam"?'),
        (["epochs=NaN"], "expected a whole number"),
        (["epochs=1", "epochs=2"], "given twice"),
        (["seed=" + ",".join(map(str, range(101))), "epochs=" + ",".join(map(str, range(1, 101)))], "10000"),
        (["epochs"], "expected NAME=VALUE"),
        (["epochs="], "expected NAME=VALUE"),
        (["=3"], "expected NAME=VALUE"),
        (["epochs=1,,2"], "expected NAME=VALUE"),
    ],
)
def test_what_cannot_be_is_one_sentence(texts: list[str], part: str):
    with pytest.raises(BadInput) as caught:
        grid(*texts)
    assert part in str(caught.value)
    assert "\n" not in str(caught.value)
