"""All weights of a network in a file, and back.

Our own files (``.safetensors``, ``.npz``) name each array ``layer_id/variable``. Keras's (``.weights.h5``, ``.keras``)
number the layers of each class. Only arrays are ever read: no file's description of a model reaches Keras, nothing is
unpickled, and what is read is no larger than what the network expects.
"""

from __future__ import annotations

import json
import math
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import safetensors
import safetensors.numpy
from numpy.typing import NDArray

from nnviz.engine.build import Built
from nnviz.engine.files import h5_weights
from nnviz.engine.loop.faults import LayerFault
from nnviz.engine.weights import Shape, check_shape, layer_of, named_weights, weight_arrays
from nnviz.errors import BadInput
from nnviz.sentences import Sentence

Array = NDArray[Any]
# Beyond the numbers themselves, an .npy inside an .npz holds a header of about a hundred bytes.
_NPY_HEADER = 4096


def write_safetensors(built: Built, path: Path) -> None:
    """All weights to *path*; the order of the layers goes into its metadata, since the format keeps none."""
    arrays = weight_arrays(built)
    path.write_bytes(safetensors.numpy.save(arrays, order_metadata(arrays)))


def order_metadata(weights: Mapping[str, Array]) -> dict[str, str]:
    """What the metadata of a safetensors file says of its weights: which of its arrays they are, in which order."""
    return {"order": json.dumps(list(weights))}


def write_npz(built: Built, path: Path) -> None:
    """All weights to *path*, whose name must end with ``.npz``."""
    with zipfile.ZipFile(path, "w") as archive:
        # Not np.savez: its keywords could clash with the name of a layer.
        for name, array in weight_arrays(built).items():
            with archive.open(f"{name}.npy", "w", force_zip64=True) as member:
                np.lib.format.write_array(member, array, allow_pickle=False)


def load_weights(built: Built, path: Path) -> int:
    """Put the weights of *path* into the network; how many layers got theirs.

    Raises:
        BadInput: where the file cannot be read or does not fit, naming the layer with expected and got; nothing is
            changed then.
    """
    if not path.is_file():
        raise BadInput(Sentence("There is no file {0}.", path))
    kinds: tuple[tuple[str, Callable[[Built, Path], Mapping[str, Array]]], ...] = (
        (".safetensors", _from_safetensors),
        (".npz", _from_npz),
        (".keras", h5_weights.from_keras),
        (".h5", h5_weights.from_h5),
    )
    read = next((read for suffix, read in kinds if path.name.endswith(suffix)), None)
    if read is None:
        raise BadInput(Sentence("{0}: expected a .weights.h5, .keras, .npz or .safetensors file.", path.name))
    try:
        arrays = read(built, path)
    except (OSError, ValueError, KeyError, RuntimeError, zipfile.BadZipFile, safetensors.SafetensorError) as error:
        raise BadInput(Sentence("{0} is damaged or is not a file of weights.", path.name)) from error
    return _put(built, arrays, path.name)


def load_fitting(built: Built, path: Path) -> tuple[str, ...]:
    """Put into every layer its weights from the ``.safetensors`` file *path*, where all of them are there and fit.

    Returns the ids of these layers, which are found by their ids; BadInput where there is none.
    """
    wanted: dict[str, dict[str, Any]] = {}
    for name, variable in named_weights(built).items():
        wanted.setdefault(layer_of(name), {})[name] = variable
    try:
        with safetensors.safe_open(path, framework="numpy") as file:
            stored = {name: tuple(file.get_slice(name).get_shape()) for name in file.keys()}  # noqa: SIM118 no mapping
            fitting = [
                layer
                for layer, variables in wanted.items()
                if all(stored.get(name) == tuple(v.shape) for name, v in variables.items())
            ]
            arrays = {name: _number(file.get_tensor(name)) for layer in fitting for name in wanted[layer]}
    except (OSError, ValueError, safetensors.SafetensorError) as error:
        raise BadInput(Sentence("{0} is damaged or is not a file of weights.", path.name)) from error
    if not fitting:
        raise BadInput(Sentence("{0} holds no weights that fit this network.", path.name))
    _refuse_infinite(arrays, path.name)
    for name, array in arrays.items():
        wanted[layer_of(name)][name].assign(array)
    return tuple(fitting)


def _put(built: Built, arrays: Mapping[str, Array], file: str) -> int:
    _refuse_infinite(arrays, file)
    for name, variable in named_weights(built).items():
        variable.assign(arrays[name])
    return sum(bool(layer.weights) for layer in built.layers.values())


def _refuse_infinite(arrays: Mapping[str, Array], file: str) -> None:
    for name, array in arrays.items():
        if not np.isfinite(array).all():
            raise LayerFault(
                Sentence("{0}: {1} has a weight that is not a finite number.", file, layer_of(name)), layer_of(name)
            )


def matched(built: Built, shapes: Mapping[str, Shape], file: str) -> Iterator[tuple[str, str]]:
    """Pairs (our name, name in the file): by name where all names agree, else in order, shapes compared."""
    ours = {name: tuple(v.shape) for name, v in named_weights(built).items()}
    theirs = list(ours) if set(ours) == set(shapes) else list(shapes)
    for name, other in zip(ours, theirs, strict=False):
        check_shape(file, name, ours[name], shapes[other])
    if len(shapes) != len(ours):
        raise BadInput(
            Sentence("{0} holds {1} arrays of weights, but this network has {2}.", file, len(shapes), len(ours))
        )
    yield from zip(ours, theirs, strict=True)


def _from_safetensors(built: Built, path: Path) -> dict[str, Array]:
    with safetensors.safe_open(path, framework="numpy") as file:
        names = list(file.keys())
        order = json.loads((file.metadata() or {}).get("order", "null"))
        if isinstance(order, list) and set(map(str, order)) <= set(names):
            names = list(dict.fromkeys(map(str, order)))  # without what else there is of the state of a run
        shapes = {name: tuple(file.get_slice(name).get_shape()) for name in names}
        return {name: _number(file.get_tensor(other)) for name, other in matched(built, shapes, path.name)}


def _from_npz(built: Built, path: Path) -> dict[str, Array]:
    with zipfile.ZipFile(path) as archive:
        shapes = {info.filename.removesuffix(".npy"): _npy_shape(archive, info) for info in archive.infolist()}
        found = {}
        for name, other in matched(built, shapes, path.name):
            with archive.open(f"{other}.npy") as member:
                found[name] = _number(np.lib.format.read_array(member, allow_pickle=False))
        return found


def _npy_shape(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Shape:
    with archive.open(info) as member:
        version = np.lib.format.read_magic(member)
        read = np.lib.format.read_array_header_1_0 if version == (1, 0) else np.lib.format.read_array_header_2_0
        shape, _, dtype = read(member)
    if dtype.hasobject or info.file_size > math.prod(shape) * dtype.itemsize + _NPY_HEADER:
        raise ValueError("not a plain array")
    return tuple(int(size) for size in shape)


def _number(array: Array) -> Array:
    if array.dtype.kind not in "fiu":
        raise ValueError(f"{array.dtype} is not a number")
    return array
