"""Keras's files of weights, read as what they are: HDF5 arrays. Hostile ones are refused before they are unpacked."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import h5py  # type: ignore[import-untyped]
import numpy as np
from numpy.typing import NDArray

from nnviz.engine.build import Built
from nnviz.engine.faults import LayerFault
from nnviz.engine.weights import check_shape, named_weights
from nnviz.errors import BadInput

Array = NDArray[Any]
MEMBER = "model.weights.h5"
LARGEST = 4 << 30
# A .keras file stores the weights as they are; what unpacks to far more than it takes is a bomb.
MOST_UNPACKED = 20


def from_keras(built: Built, path: Path) -> dict[str, Array]:
    """``layer_id/variable`` -> array, from the weights inside a ``.keras`` archive."""
    with zipfile.ZipFile(path) as archive:
        try:
            info = archive.getinfo(MEMBER)
        except KeyError:
            raise BadInput(f"{path.name} holds no {MEMBER}.") from None
        if info.file_size > min(LARGEST, MOST_UNPACKED * max(info.compress_size, 1 << 16)):
            raise BadInput(f"{path.name}: its weights would unpack to {info.file_size:,} bytes.")
        data = io.BytesIO(archive.read(info))
    with h5py.File(data, "r") as file:
        return _arrays(built, file, path.name)


def from_h5(built: Built, path: Path) -> dict[str, Array]:
    """``layer_id/variable`` -> array, from a ``.weights.h5`` file."""
    with h5py.File(path, "r", locking=False) as file:
        if "model_weights" in file.attrs or "layer_names" in file.attrs or "model_weights" in file:
            raise BadInput(f"{path.name} is in Keras's old HDF5 format: save it as .weights.h5 or .keras with Keras 3.")
        return _arrays(built, file, path.name)


def _arrays(built: Built, file: Any, name: str) -> dict[str, Array]:
    layers = _child(file, "layers", h5py.Group, name)
    ours = named_weights(built)
    paths = {id(variable): key for key, variable in ours.items()}
    found: dict[str, Array] = {}
    for layer_id, group in _groups(built).items():
        weights = built.layers[layer_id].weights
        if not weights:
            continue
        if group not in layers:
            raise LayerFault(f"{name} has no weights for {layer_id}: it holds another network.", layer_id)
        stored = list(_datasets(_child(layers, group, h5py.Group, name), name))
        if len(stored) != len(weights):
            raise LayerFault(
                f"{name}: {layer_id} does not fit: expected {len(weights)} arrays, got {len(stored)}.", layer_id
            )
        for variable, dataset in zip(weights, stored, strict=True):
            found[paths[id(variable)]] = _read(dataset, tuple(variable.shape), paths[id(variable)], name)
    return found


def _groups(built: Built) -> dict[str, str]:
    """Layer id -> the name of its group: the layer's class, numbered among the model's layers of that class."""
    ids = {id(layer): layer_id for layer_id, layer in built.layers.items()}
    seen: Counter[str] = Counter()
    names = {}
    for layer in built.model.layers:
        stem = _snake(type(layer).__name__)
        if id(layer) in ids:
            names[ids[id(layer)]] = f"{stem}_{seen[stem]}" if seen[stem] else stem
        seen[stem] += 1
    return names


def _snake(name: str) -> str:
    """Keras's way of writing a class name, as ``batch_normalization``."""
    name = re.sub(r"(.)([A-Z][a-z]+)", r"\1_\2", name)
    return re.sub(r"([a-z])([A-Z])", r"\1_\2", name).lower()


def _datasets(group: Any, file: str) -> list[Any]:
    """The arrays of a layer: its own in their order, then those of the parts it is made of."""
    found = []
    if "vars" in group:
        own = _child(group, "vars", h5py.Group, file)
        names = sorted(own, key=lambda name: (len(name), name))
        found += [_child(own, name, h5py.Dataset, file) for name in names]
    for part in sorted(name for name in group if name != "vars"):
        found += _datasets(_child(group, part, h5py.Group, file), file)
    return found


def _child(group: Any, name: str, kind: type, file: str) -> Any:
    """A member of *group*; BadInput where it is missing, a link to elsewhere, or something else."""
    if group.get(name, getclass=True, getlink=True) is not h5py.HardLink or not isinstance(group[name], kind):
        raise BadInput(f"{file} is not a file of Keras weights: {name!r} is missing or not what it should be.")
    return group[name]


def _read(dataset: Any, shape: tuple[int, ...], name: str, file: str) -> Array:
    check_shape(file, name, shape, tuple(dataset.shape))
    plain = not (dataset.external or dataset.is_virtual or dataset.id.get_create_plist().get_nfilters())
    if not plain or dataset.dtype.kind not in "fiu" or dataset.id.get_storage_size() < dataset.nbytes:
        raise BadInput(f"{file} is not a file of Keras weights: the arrays in it are not stored plainly.")
    return np.asarray(dataset[()])
