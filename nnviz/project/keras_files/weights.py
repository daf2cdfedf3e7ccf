"""The weights of a model, brought from the file's own order to ``layer_id/variable``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.errors import BadInput
from nnviz.network.catalogue import Weight
from nnviz.network.catalogue.learned_activation import PART
from nnviz.project.keras_files.description import Placed
from nnviz.project.keras_files.hdf5 import Hdf5
from nnviz.project.keras_files.layout import datasets
from nnviz.project.keras_files.model_file import LARGEST_WEIGHTS, ModelFile
from nnviz.sentences import Sentence

Array = NDArray[Any]
_Shapes = Mapping[str, tuple[Weight, ...]]
_BYTES = 4  # of a float32


def read_weights(file: ModelFile, layers: Sequence[Placed], shapes: _Shapes) -> dict[str, Array]:
    """``layer_id/variable`` -> array, in the order of *layers* and of the catalogue; empty where *file* has none.

    Args:
        file: what is read.
        layers: the layers of the file.
        shapes: layer id -> the weights that the catalogue gives it.

    Raises:
        BadInput: where the arrays are not those of these layers, naming the layer with expected and got; where they
            are larger than the file or than a project can hold; where one has a number that is not finite.
    """
    if file.weights is None:
        return {}
    needed = _BYTES * sum(weight.count for layer in layers for weight in shapes[layer.id])
    if needed > LARGEST_WEIGHTS:
        raise BadInput(
            Sentence(
                "{0} has {1:,} MB of weights, more than a project can hold ({2} MB)",
                file.name,
                needed >> 20,
                LARGEST_WEIGHTS >> 20,
            )
        )
    if needed > file.size:
        raise BadInput(
            Sentence(
                "{0} has not the weights of its model: expected {1:,} bytes, got {2:,}", file.name, needed, file.size
            )
        )
    found: dict[str, Array] = {}
    with file.weights() as source:
        place = _by_groups if file.layout == "keras 3" else _by_names
        for layer, arrays in place(source, layers, shapes):
            for weight, dataset in zip(_expected(shapes[layer.id], arrays, source, layer), arrays, strict=True):
                found[f"{layer.id}/{weight.name}"] = _read(source, dataset, weight, layer)
    return _complete(found, layers, shapes)


def _by_groups(source: Hdf5, layers: Sequence[Placed], shapes: _Shapes) -> Iterator[tuple[Placed, Sequence[Any]]]:
    """Each layer with its arrays, as Keras 3 lays them out."""
    for layer in layers:
        if shapes[layer.id]:
            yield layer, datasets(source, source.group(source.root, *layer.groups), layer.classes)


def _by_names(source: Hdf5, layers: Sequence[Placed], shapes: _Shapes) -> Iterator[tuple[Placed, Sequence[Any]]]:
    """Each layer with its arrays, as Keras 2 lays them out: those of a model inside in one row, the trained first."""
    root = source.group(source.root, "model_weights")
    tops: dict[str, list[Placed]] = defaultdict(list)
    for layer in layers:
        if shapes[layer.id]:
            tops[layer.top].append(layer)
    for top, parts in tops.items():
        group = source.group(root, *top.split("/"))
        names = source.texts(group, "weight_names")
        if len(names) > sum(len(shapes[part.id]) for part in parts):
            raise source.foreign(top)
        stored = iter([source.dataset(_folder(source, group, name), name.rsplit("/", 1)[-1]) for name in names])
        filled: dict[str, list[Any]] = {part.id: [] for part in parts}
        for part, weight in _trained_first(parts, shapes):
            filled[part.id] += [(weight, dataset) for dataset in [next(stored, None)] if dataset is not None]
        for part in parts:
            order = {weight.name: number for number, weight in enumerate(shapes[part.id])}
            yield part, [dataset for _, dataset in sorted(filled[part.id], key=lambda pair: order[pair[0].name])]


def _folder(source: Hdf5, group: Any, name: str) -> Any:
    return source.group(group, *name.split("/")[:-1])


def _trained_first(parts: Sequence[Placed], shapes: _Shapes) -> Iterator[tuple[Placed, Weight]]:
    for trained in (True, False):
        for part in parts:
            for weight in shapes[part.id]:
                if (weight.trainable and not part.frozen) is trained:
                    yield part, weight


def _expected(weights: Sequence[Weight], arrays: Sequence[Any], source: Hdf5, layer: Placed) -> list[Weight]:
    """The weights that *arrays* are those of: Keras leaves out a learned activation that was never run."""
    own = [weight for weight in weights if not weight.name.startswith(f"{PART}/")]
    expected = own if len(arrays) == len(own) else list(weights)
    if len(arrays) != len(expected):
        raise BadInput(
            Sentence(
                "{0}: the weights of {1} do not fit: expected {2} arrays, got {3}",
                source.name,
                layer.place,
                len(expected),
                len(arrays),
            )
        )
    return expected


def _read(source: Hdf5, dataset: Any, weight: Weight, layer: Placed) -> Array:
    shape = tuple(dataset.shape or ())
    if shape != weight.shape:
        raise BadInput(
            Sentence(
                "{0}: the {1} of {2} does not fit: expected {3}, got {4}",
                source.name,
                weight.name,
                layer.place,
                _sizes(weight.shape),
                _sizes(shape),
            )
        )
    array = source.read(dataset, shape)
    if not np.isfinite(array).all():
        raise BadInput(
            Sentence("{0}: the {1} of {2} has a number that is not finite", source.name, weight.name, layer.place)
        )
    return array.astype(np.float32) if array.dtype.kind == "f" else array


def _complete(found: dict[str, Array], layers: Sequence[Placed], shapes: _Shapes) -> dict[str, Array]:
    """All weights in order; slopes that the file leaves out are 0, as they start in Keras."""
    return {
        name: found.get(name, np.zeros(weight.shape, np.float32))
        for layer in layers
        for weight in shapes[layer.id]
        for name in [f"{layer.id}/{weight.name}"]
    }


def _sizes(shape: Sequence[int]) -> str:
    return " x ".join(str(size) for size in shape) or "one number"
