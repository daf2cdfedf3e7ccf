"""Which layer is the code of an autoencoder."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from nnviz.network.bottleneck import all_passes, code_layer
from nnviz.network.spec import LayerSpec, NetworkSpec


def network(*layers: str, links: tuple[tuple[str, str], ...] = (), **kinds: str) -> NetworkSpec:
    """An Input ``in``, the Dense *layers* and an Output ``out`` in a chain, with *links* more."""
    names = ("in", *layers, "out")
    kinds = {"in": "Input", "out": "Output", **kinds}
    chain = tuple(pairwise(names))
    return NetworkSpec(tuple(LayerSpec(name, kinds.get(name, "Dense")) for name in names), chain + links)


def shapes(**units: Any) -> dict[str, Any]:
    return {name: (None, *((n,) if isinstance(n, int) else n)) for name, n in units.items()}


WIDE = {"in": 64, "a": 16, "b": 16, "out": 64}


@pytest.mark.parametrize(
    ("layers", "units", "links", "kinds", "expected"),
    [
        (("a", "narrow", "b"), {"narrow": 2}, (), {}, "narrow"),
        (("a", "narrow", "b"), {"narrow": 3}, (), {}, None),
        (("a", "narrow", "b"), {"narrow": (5, 2)}, (), {}, None),
        (("a", "narrow", "b"), {"narrow": 2}, (("a", "b"),), {}, None),
        (("narrow", "code"), {"narrow": 2, "code": 2}, (), {}, "code"),
        (("narrow", "code"), {"narrow": 2, "code": 2}, (), {"code": "Activation"}, "code"),
        (("flat", "narrow"), {"flat": 2, "narrow": 2}, (), {"flat": "Flatten"}, "narrow"),
        (("flat",), {"flat": 2}, (), {"flat": "Flatten"}, None),
        ((), {"out": 2}, (), {}, None),
    ],
)
def test_it_is_two_numbers_that_everything_passes(layers, units, links, kinds, expected):
    assert code_layer(network(*layers, links=links, **kinds), shapes(**{**WIDE, **units})) == expected


def test_a_layer_that_leads_nowhere_or_is_not_there_is_none():
    drawn = network("a", "b")
    cut = NetworkSpec(drawn.layers, drawn.links[:1])
    assert all_passes(drawn, "a")
    assert not all_passes(cut, "a")
    assert not all_passes(drawn, "gone")
    assert code_layer(drawn, {}) is None
