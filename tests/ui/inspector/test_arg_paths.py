"""One argument set, however deep it lies."""

from __future__ import annotations

from nnviz.network.catalogue import CATALOGUE
from nnviz.ui.inspector.arg_paths import with_value, wrapped_as

DENSE, BOTH_WAYS = CATALOGUE["Dense"].args, CATALOGUE["Bidirectional"].args


def test_a_plain_argument_is_set_and_taken_out() -> None:
    assert with_value(DENSE, {"units": 3}, ("units",), 5) == {"units": 5}
    assert with_value(DENSE, {"units": 3, "use_bias": False}, ("units",), None) == {"use_bias": False}


def test_an_object_at_its_defaults_is_its_name() -> None:
    path = ("activation", "alpha")
    changed = with_value(DENSE, {"activation": "elu"}, path, 2.0)
    assert changed == {"activation": {"kind": "elu", "alpha": 2.0}}
    assert with_value(DENSE, changed, path, 1.0) == {"activation": "elu"}
    assert with_value(DENSE, changed, path, None) == {"activation": "elu"}


def test_an_argument_of_an_object_that_was_not_given() -> None:
    changed = with_value(CATALOGUE["LSTM"].args, {}, ("recurrent_initializer", "gain"), 2.0)
    assert changed == {"recurrent_initializer": {"kind": "orthogonal", "gain": 2.0}}


def test_inside_a_wrapped_layer() -> None:
    path = ("layer", "activation", "negative_slope")
    given = {"layer": {"kind": "GRU", "units": 4, "activation": "leaky_relu"}}
    changed = with_value(BOTH_WAYS, given, path, 0.1)
    inner = {"kind": "leaky_relu", "negative_slope": 0.1}
    assert changed == {"layer": {"kind": "GRU", "units": 4, "activation": inner}}


def test_another_wrapped_kind_keeps_what_it_also_has() -> None:
    lstm = {"kind": "LSTM", "units": 4, "unit_forget_bias": False}
    assert with_value(BOTH_WAYS, {"layer": lstm}, ("layer", "kind"), "GRU") == {"layer": {"kind": "GRU", "units": 4}}
    causal = {"kind": "Conv1D", "padding": "causal", "filters": 2}
    assert wrapped_as(causal, "Conv2D") == {"kind": "Conv2D", "filters": 2}
