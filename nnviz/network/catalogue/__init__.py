"""The layer catalogue: the one table behind palette, inspector, shapes, counts, building, import, script and files.

Kinds and arguments carry Keras's names, defaults and ranges; ``Output`` is a Dense that follows the data. Each family
of layers has a module here, and one of the same name in ``network.shapes``.
"""

from __future__ import annotations

from typing import Any

from nnviz.network.catalogue import (
    activating,
    attention,
    convolution,
    dropping,
    embedding,
    images,
    maxout,
    merging,
    normalizing,
    plain,
    pooling,
    recurrent,
    resizing,
    shaping,
    wrapping,
)  # fmt: skip
from nnviz.network.catalogue.choices import ACTIVATIONS, CONSTRAINTS, INITIALIZERS, REGULARIZERS
from nnviz.network.catalogue.kinds import Arg, LayerKind, Weight, name_of, object_args
from nnviz.network.catalogue.learned_activation import with_slopes
from nnviz.network.spec import LayerSpec

__all__ = [
    "ACTIVATIONS", "CATALOGUE", "CONSTRAINTS", "INITIALIZERS", "REGULARIZERS", "Arg", "LayerKind", "Weight",
    "full_args", "name_of", "object_args",
]  # fmt: skip

# In the order of the palette.
_FAMILIES = (
    plain, activating, maxout, convolution, pooling, recurrent, wrapping, attention, embedding, normalizing, dropping,
    shaping, resizing, merging, images,
)  # fmt: skip
CATALOGUE: dict[str, LayerKind] = {kind.kind: with_slopes(kind) for family in _FAMILIES for kind in family.KINDS}


def full_args(layer: LayerSpec) -> dict[str, Any]:
    """All arguments of *layer* by name: what a person set, and the default of everything else."""
    return CATALOGUE[layer.kind].full(layer.args)
