"""Random networks for hypothesis, valid and invalid."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from nnviz.network.catalogue import ACTIVATIONS
from nnviz.network.spec import LayerSpec, NetworkSpec

SHAPES = st.lists(st.integers(1, 6), min_size=1, max_size=3).map(tuple)
KINDS = (
    "Dense", "Activation", "Flatten", "Reshape", "Dropout", "GaussianNoise", "BatchNormalization",
    "LayerNormalization", "Concatenate", "Add",
)  # fmt: skip


@st.composite
def args_of(draw: st.DrawFn, kind: str) -> dict[str, Any]:
    """Arguments for a layer of *kind*, sometimes ones that will not fit."""
    if kind == "Dense":
        return {
            "units": draw(st.integers(1, 7)),
            "activation": draw(st.sampled_from(ACTIVATIONS)),
            "use_bias": draw(st.booleans()),
        }
    if kind == "Reshape":
        return {"target_shape": tuple(draw(st.lists(st.sampled_from((-1, 1, 2, 3, 4, 6)), min_size=1, max_size=3)))}
    if kind == "Concatenate":
        return {"axis": draw(st.sampled_from((-1, 1, 2, -2)))}
    if kind == "Dropout":
        return {"rate": draw(st.sampled_from((0.0, 0.25, 0.5)))}
    return {}


@st.composite
def networks(draw: st.DrawFn) -> NetworkSpec:
    """A network in which every layer is fed by layers drawn before it."""
    layers = [LayerSpec("x0", "Input", {"shape": draw(SHAPES)})]
    if draw(st.booleans()):
        layers.append(LayerSpec("x1", "Input", {"shape": draw(SHAPES)}))
    links = []
    for i in range(draw(st.integers(1, 6))):
        kind = draw(st.sampled_from(KINDS))
        layer = LayerSpec(f"h{i}", kind, draw(args_of(kind)))
        count = draw(st.integers(2, 3)) if kind in ("Concatenate", "Add") else 1
        # Add and Concatenate of one layer with itself would be one link drawn twice.
        sources = draw(st.lists(st.sampled_from(layers), min_size=1, max_size=count, unique_by=lambda x: x.id))
        links += [(source.id, layer.id) for source in sources]
        layers.append(layer)
    return NetworkSpec(tuple(layers), tuple(links))
