"""Names that TensorFlow takes for whatever people call their layers."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from nnviz.network.names import keras_names
from nnviz.network.spec import LayerSpec, NetworkSpec

# What TensorFlow demands of the name of a scope.
SCOPE = re.compile(r"[A-Za-z0-9.][A-Za-z0-9_.\\/>-]*")


def names_of(*ids):
    return keras_names(NetworkSpec(tuple(LayerSpec(layer_id, "Dense") for layer_id in ids)))


@given(st.lists(st.text(min_size=1, max_size=6) | st.sampled_from(["a", "a b", "a_b", "a_b_2"]), unique=True))
def test_every_name_is_taken_and_none_twice(ids):
    names = names_of(*ids)
    assert list(names) == ids
    assert all(SCOPE.fullmatch(name) and "/" not in name for name in names.values())
    assert len(set(names.values())) == len(ids)


def test_a_plain_id_is_its_own_name():
    assert names_of("hidden_1", "h-2", "3.4") == {"hidden_1": "hidden_1", "h-2": "h-2", "3.4": "3.4"}


def test_a_plain_id_goes_before_one_that_only_comes_to_it():
    assert names_of("a b", "a_b", "은닉") == {"a b": "a_b_2", "a_b": "a_b", "은닉": "layer"}
