"""How Keras 3 lays weights out in HDF5: a group for each layer, numbered by class; parts of a layer below it.

https://github.com/keras-team/keras/blob/master/keras/src/saving/saving_lib.py
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from nnviz.project.keras_files.hdf5 import Hdf5

# The parts of a layer that have weights, in the order in which Keras counts these; the file has them by name.
_CELL = ("cell",)
_PARTS: dict[str, tuple[str, ...]] = {
    "LSTM": _CELL,
    "GRU": _CELL,
    "SimpleRNN": _CELL,
    "Bidirectional": ("forward_layer", "backward_layer"),
    "TimeDistributed": ("layer",),
    "MultiHeadAttention": ("query_dense", "key_dense", "gate_dense", "value_dense", "output_dense"),
}
_MAY_BE_MISSING = ("gate_dense",)
# The slopes of PReLU, where that is the activation of a layer.
_FUNCTION = "activation"
# No layer has more arrays of its own.
MOST_VARIABLES = 32
_NOT_A_WORD = re.compile(r"\W+")


def group_names(classes: Iterable[str]) -> list[str]:
    """The name of the group of each layer of a model, by their classes in order: ``dense``, ``dense_1``, ..."""
    seen: Counter[str] = Counter()
    names = []
    for name in classes:
        stem = snake(name)
        names.append(f"{stem}_{seen[stem]}" if seen[stem] else stem)
        seen[stem] += 1
    return names


def snake(name: str) -> str:
    """Keras's way of writing a class name, as ``batch_normalization``."""
    name = re.sub(r"(.)([A-Z][a-z]+)", r"\1_\2", _NOT_A_WORD.sub("", name))
    return re.sub(r"([a-z])([A-Z])", r"\1_\2", name).lower()


def datasets(file: Hdf5, group: Any, classes: Sequence[str]) -> list[Any]:
    """The arrays of the layer whose group is *group*, in the order of ``layer.weights``.

    *classes* are the layer's class and, where it is a wrapper, those of the layers in it, from outside in.
    """
    found = []
    if "vars" in group:
        own = file.group(group, "vars")
        if len(own) > MOST_VARIABLES:
            raise file.foreign("vars")
        found += [file.dataset(own, name) for name in sorted(own, key=lambda name: (len(name), name))]
    if _FUNCTION in group:
        found += datasets(file, file.group(group, _FUNCTION), ())
    for part in _PARTS.get(classes[0], ()) if classes else ():
        name = part if part in group else f"_{part}"  # as some versions of Keras call it
        if part in _MAY_BE_MISSING and name not in group:
            continue
        found += datasets(file, file.group(group, name), classes[1:])
    return found
