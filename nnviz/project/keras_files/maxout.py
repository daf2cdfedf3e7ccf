"""Maxout as nnviz makes it in Keras: the largest of several units of a Dense, in a model of its own."""

from __future__ import annotations

from typing import Any

from nnviz.errors import BadInput
from nnviz.project.keras_files.arguments import args_of, kind_of
from nnviz.project.keras_files.entry import Entry, entry_of

_PARTS = ("Dense", "Reshape", "GlobalMaxPooling1D")
# Where its weights are below its group, and of which class.
GROUPS, CLASSES = ("layers", "dense"), ("Dense",)


def maxout_args(entry: Entry, keras: int) -> dict[str, Any] | None:
    """The arguments of the Maxout that the model *entry* is; None where it is something else."""
    rows = entry.config.get("layers")
    if entry.class_name != "Sequential" or not isinstance(rows, list) or len(rows) > len(_PARTS) + 1:
        return None
    try:
        parts = [part for part in map(entry_of, rows) if part.class_name != "InputLayer"]
        if tuple(part.class_name for part in parts) != _PARTS:
            return None
        dense, reshape, pool = (args_of(kind_of(part), part, keras) for part in parts)
    except BadInput:
        return None  # whatever it is, it is told where its layers are read
    target = reshape.get("target_shape", ())
    plain = dense["activation"] == "linear" and not pool
    if not plain or len(target) != 2 or min(target) < 1 or target[0] * target[1] != dense["units"]:
        return None
    rest = {key: value for key, value in dense.items() if key != "activation"}
    return {**rest, "units": target[1], "pieces": target[0]}
