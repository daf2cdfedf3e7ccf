"""What a step is not shown of is refused in a sentence that says why."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.training.one_step.scope import why_no_update, why_not
from nnviz.training.recipe import OptimizerSpec

OUTPUT: dict[str, Any] = {"units": 1, "activation": "sigmoid"}


def row(*hidden: LayerSpec, inputs: tuple[int, ...] = (2,), output: dict[str, Any] = OUTPUT) -> NetworkSpec:
    layers = (LayerSpec("in", "Input", {"shape": inputs}), *hidden, LayerSpec("out", "Output", output))
    return NetworkSpec(layers, tuple((a.id, b.id) for a, b in pairwise(layers)))


def dense(units: int = 8, **args: Any) -> LayerSpec:
    return LayerSpec(f"h{units}", "Dense", {"units": units, "activation": "relu", **args})


def test_what_a_beginner_draws_is_shown() -> None:
    for network in (row(), row(dense()), row(dense(64), dense(16, kernel_regularizer="l2"))):
        assert why_not(network, "binary_crossentropy") is None
    assert why_not(row(dense()), "mean_squared_error") is None


def test_layers_that_are_not_linked_are_no_row() -> None:
    branched = row(dense(4), dense(5))
    around = NetworkSpec(branched.layers, (*branched.links, ("in", "h5")))
    assert "one row" in str(why_not(around, "mse"))
    assert "one row" in str(why_not(NetworkSpec(), "mse"))


@pytest.mark.parametrize(
    ("network", "loss", "says"),
    [
        (row(LayerSpec("d", "Dropout")), "mse", "d is Dropout"),
        (row(dense(65)), "mse", "up to 64 units a layer, but h65 has 65"),
        (row(dense(60), dense(40)), "mse", "up to 2000 weights, but this network has"),
        (row(*(LayerSpec(f"h{i}", "Dense", {"units": 2}) for i in range(11))), "mse", "up to 12 layers"),
        (row(dense(), inputs=(8, 8)), "mse", "row of numbers"),
        (row(dense(activation="mish")), "mse", "mish"),
        (row(dense(activation={"kind": "relu", "max_value": 6.0})), "mse", "largest answer"),
        (row(dense(kernel_regularizer="orthogonal_regularizer")), "mse", "L1 and L2"),
        (row(dense(activity_regularizer="l2")), "mse", "penalty on answers"),
        (row(dense(kernel_constraint="non_neg")), "mse", "limits on weights"),
        (row(dense()), "huber", "huber"),
        (row(dense()), "categorical_crossentropy", "softmax"),
        (row(output={"units": 3, "activation": "softmax"}), "binary_crossentropy", "sigmoid"),
    ],
)
def test_what_is_refused(network: NetworkSpec, loss: str, says: str) -> None:
    assert says in str(why_not(network, loss))


def test_the_update_of_other_rules_is_left_out() -> None:
    assert why_no_update(OptimizerSpec("Adam", {"amsgrad": True})) is None
    assert "Lion" in str(why_no_update(OptimizerSpec("Lion")))
    assert "clipnorm" in str(why_no_update(OptimizerSpec("SGD", {"clipnorm": 1.0})))
    assert "weight_decay" in str(why_no_update(OptimizerSpec("Adam", {"weight_decay": 0.01})))
