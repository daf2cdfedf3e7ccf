"""Shapes, weights and refusals agree with Keras on random networks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnviz.network.spec import NetworkSpec
from tests.network.graphs import KINDS, networks, single
from tests.network.keras_side import agree

FEW = max(3, settings.default.max_examples // 20)


@given(networks(unknown=True))
@settings(max_examples=max(60, settings.default.max_examples))
def test_every_layer_has_the_shape_and_the_weights_that_keras_gives_it_or_both_refuse(network: NetworkSpec) -> None:
    agree(network)


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(max_examples=FEW)
def test_every_kind_agrees_with_keras(kind: str, data: st.DataObject) -> None:
    agree(data.draw(single(kind, unknown=True)))


@pytest.mark.nightly
@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(max_examples=FEW // 2)
def test_what_is_taken_also_works_on_numbers(kind: str, data: st.DataObject) -> None:
    agree(data.draw(single(kind)), on_data=True)
