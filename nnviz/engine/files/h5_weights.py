"""Keras's files of weights, read as what they are: HDF5 arrays. Hostile ones are refused before they are unpacked."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import h5py  # type: ignore[import-untyped]
import numpy as np
from numpy.typing import NDArray

from nnviz.engine.build import Built
from nnviz.engine.keras_setup import keras
from nnviz.engine.loop.faults import LayerFault
from nnviz.engine.weights import check_shape, named_weights
from nnviz.errors import BadInput
from nnviz.sentences import Sentence

Array = NDArray[Any]
saving_lib = keras.src.saving.saving_lib
MEMBER = "model.weights.h5"
LARGEST = 4 << 30
# A .keras file stores the weights as they are; what unpacks to far more than it takes is a bomb.
MOST_UNPACKED = 20
DEEPEST = 20  # parts in parts


def from_keras(built: Built, path: Path) -> dict[str, Array]:
    """``layer_id/variable`` -> array, from the weights inside a ``.keras`` archive."""
    with zipfile.ZipFile(path) as archive:
        try:
            info = archive.getinfo(MEMBER)
        except KeyError:
            raise BadInput(Sentence("{0} holds no {1}.", path.name, MEMBER)) from None
        if info.file_size > min(LARGEST, MOST_UNPACKED * max(info.compress_size, 1 << 16)):
            raise BadInput(Sentence("{0}: its weights would unpack to {1:,} bytes.", path.name, info.file_size))
        data = io.BytesIO(archive.read(info))
    with h5py.File(data, "r") as file:
        return _arrays(built, file, path.name)


def from_h5(built: Built, path: Path) -> dict[str, Array]:
    """``layer_id/variable`` -> array, from a ``.weights.h5`` file."""
    with h5py.File(path, "r", locking=False) as file:
        if "model_weights" in file.attrs or "layer_names" in file.attrs or "model_weights" in file:
            raise BadInput(
                Sentence("{0} is in Keras's old HDF5 format: save it as .weights.h5 or .keras with Keras 3.", path.name)
            )
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
            raise LayerFault(
                Sentence("{0} has no weights for {1}: it holds another network.", name, layer_id), layer_id
            )
        stored = _datasets(_child(layers, group, h5py.Group, name), name)
        places = _places(built.layers[layer_id])
        if stored.keys() != places.keys():
            raise LayerFault(
                Sentence(
                    "{0}: {1} does not fit: expected {2} arrays, got {3}.", name, layer_id, len(places), len(stored)
                ),
                layer_id,
            )
        for place, variable in places.items():
            found[paths[id(variable)]] = _read(stored[place], tuple(variable.shape), paths[id(variable)], name)
    return found


def _places(layer: Any, inside: str = "", seen: set[int] | None = None) -> dict[str, Any]:
    """Where Keras puts each weight of *layer* below its group: ``vars/0``, ``forward_layer/cell/vars/0``.

    Parts are found as Keras finds them when it saves: attribute by attribute, each part where it is met first.
    """
    seen = set() if seen is None else seen
    if id(layer) in seen:
        return {}
    seen.add(id(layer))
    own = [*layer._trainable_variables, *layer._non_trainable_variables]
    places = {f"{inside}vars/{number}": variable for number, variable in enumerate(own)}
    for name, part in saving_lib._walk_saveable(layer):
        if isinstance(part, keras.Layer):
            places |= _places(part, f"{inside}{name}/", seen)
        elif isinstance(part, list | tuple):
            for stem, item in _numbered([item for item in part if isinstance(item, keras.Layer)]):
                places |= _places(item, f"{inside}{name}/{stem}/", seen)
    return places


def _numbered(layers: Sequence[Any]) -> Iterator[tuple[str, Any]]:
    """Each layer with its class, numbered among those of that class, as Keras calls its group."""
    seen: Counter[str] = Counter()
    for layer in layers:
        stem = _snake(type(layer).__name__)
        yield f"{stem}_{seen[stem]}" if seen[stem] else stem, layer
        seen[stem] += 1


def _groups(built: Built) -> dict[str, str]:
    """Layer id -> the name of its group: the layer's class, numbered among the model's layers of that class."""
    ids = {id(layer): layer_id for layer_id, layer in built.layers.items()}
    return {ids[id(layer)]: group for group, layer in _numbered(built.model.layers) if id(layer) in ids}


def _snake(name: str) -> str:
    """Keras's way of writing a class name, as ``batch_normalization``."""
    name = re.sub(r"(.)([A-Z][a-z]+)", r"\1_\2", name)
    return re.sub(r"([a-z])([A-Z])", r"\1_\2", name).lower()


def _datasets(group: Any, file: str, inside: str = "") -> dict[str, Any]:
    """The arrays of a layer and of the parts it is made of, by where they are below its *group*."""
    if inside.count("/") > DEEPEST:
        raise BadInput(Sentence("{0} is not a file of Keras weights: its groups are nested too deeply.", file))
    found: dict[str, Any] = {}
    if "vars" in group:
        own = _child(group, "vars", h5py.Group, file)
        found = {f"{inside}vars/{name}": _child(own, name, h5py.Dataset, file) for name in own}
    for part in group:
        if part != "vars":
            found |= _datasets(_child(group, part, h5py.Group, file), file, f"{inside}{part}/")
    return found


def _child(group: Any, name: str, kind: type, file: str) -> Any:
    """A member of *group*; BadInput where it is missing, a link to elsewhere, or something else."""
    if group.get(name, getclass=True, getlink=True) is not h5py.HardLink or not isinstance(group[name], kind):
        raise BadInput(
            Sentence("{0} is not a file of Keras weights: {1!r} is missing or not what it should be.", file, name)
        )
    return group[name]


def _read(dataset: Any, shape: tuple[int, ...], name: str, file: str) -> Array:
    check_shape(file, name, shape, tuple(dataset.shape))
    plain = not (dataset.external or dataset.is_virtual or dataset.id.get_create_plist().get_nfilters())
    if not plain or dataset.dtype.kind not in "fiu" or dataset.id.get_storage_size() < dataset.nbytes:
        raise BadInput(Sentence("{0} is not a file of Keras weights: the arrays in it are not stored plainly.", file))
    return np.asarray(dataset[()])
