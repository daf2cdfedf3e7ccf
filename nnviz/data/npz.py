"""NumPy's own archive: ``x_train y_train x_val y_val x_test y_test``, or ``x y``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from nnviz.data import memory
from nnviz.data.archive import headers, open_large, readable
from nnviz.data.dataset import Given, Raw, Target, check_finite, existing_file, never
from nnviz.data.lazy import Array, LazyRows
from nnviz.data.spec import Npz, Scale
from nnviz.errors import BadInput

EXPECTED = "x_train and y_train, or x and y"
SAMPLES = ("x", "x_train", "x_val", "x_test")


def read(spec: Npz, base: Path, cancelled: Callable[[], bool], most_bytes: int) -> Raw:
    """The arrays of the archive; its own validation and test arrays stay what they are."""
    path = existing_file(base, spec.path)
    arrays = open_arrays(path, cancelled, most_bytes)
    x_name, y_name = ("x_train", "y_train") if "x_train" in arrays else ("x", "y")
    for name in (x_name, y_name):
        if name not in arrays:
            held = ", ".join(arrays) or "nothing"
            raise BadInput(f"{path.name} has no array {name!r}: expected {EXPECTED}, but it holds {held}.")
    part = _part(arrays, x_name, y_name, cancelled)
    return Raw(
        part.x,
        part.target,
        scale=habit(part.x),
        validation=_optional(arrays, "x_val", "y_val", path, cancelled),
        test=_optional(arrays, "x_test", "y_test", path, cancelled),
        feature_names=tuple(f"x{i}" for i in range(part.x.shape[1])) if part.x.ndim == 2 else (),
    )


def open_arrays(path: Path, cancelled: Callable[[], bool], most_bytes: int) -> dict[str, Array | LazyRows]:
    """All arrays of the archive by name; large samples stay in the file, see ``archive.open_large``."""
    found = headers(path)
    samples = {name: header for name, header in found.items() if name in SAMPLES}
    size = sum(memory.prepared_bytes(header.shape) for header in samples.values())
    if size <= min(memory.LARGE, most_bytes):
        return dict(read_arrays(path))
    small = read_arrays(path, [name for name in found if name not in samples])
    with readable(path):
        large = {name: open_large(path, name, header, size > most_bytes, cancelled) for name, header in samples.items()}
    return {name: large[name] if name in large else small[name] for name in found}


def read_arrays(path: Path, names: Sequence[str] | None = None) -> dict[str, Array]:
    """Arrays of the archive by name, all or those of *names*; BadInput where it is broken or holds Python objects."""
    with readable(path), path.open("rb") as file:
        archive = np.load(file, allow_pickle=False)
        if isinstance(archive, np.ndarray):
            raise BadInput(f"{path.name} is a single array, but an .npz archive is needed, with {EXPECTED}.")
        return {name: archive[name] for name in (archive.files if names is None else names)}


def inputs(name: str, x: Array | LazyRows, cancelled: Callable[[], bool] = never) -> Array | LazyRows:
    """An array of samples ``(n, ...)``: a row of numbers each, a picture ``(h, w, c)``, or as it is."""
    if x.dtype.kind not in "biuf":
        raise BadInput(f"{name} must hold numbers, but it holds {x.dtype}.")
    if x.ndim == 0:
        raise BadInput(f"{name} must hold a row a sample, but it is a single number.")
    check_finite(name, x, cancelled)
    # A number a sample, or pictures without an axis for their one channel, as MNIST's are.
    return x.reshape(*x.shape, 1) if x.ndim == 1 or (x.ndim == 3 and x.dtype == np.uint8) else x


def habit(x: Array | LazyRows) -> Scale:
    """Bytes are divided by 255, rows of numbers standardised, and the rest left alone."""
    if x.dtype == np.uint8:
        return "255"
    return "standard" if x.ndim == 2 else "none"


def _part(arrays: dict[str, Array | LazyRows], x_name: str, y_name: str, cancelled: Callable[[], bool]) -> Given:
    x, y = inputs(x_name, arrays[x_name], cancelled), arrays[y_name]
    assert not isinstance(y, LazyRows)  # samples alone are left on the disk
    if y.ndim == 0 or len(x) != len(y):
        raise BadInput(f"{x_name} has {len(x)} samples, but {y_name} has {len(y) if y.ndim else 1}.")
    return Given(x, _target(y_name, y))


def _target(name: str, y: Array) -> Target:
    if y.dtype.kind not in "biufU":
        raise BadInput(f"{name} must hold numbers or text, but it holds {y.dtype}.")
    if y.ndim > 2:
        raise BadInput(f"{name} must have a number or a row of numbers a sample, but its shape is {y.shape}.")
    check_finite(name, y)
    columns = y[:, np.newaxis] if y.ndim == 1 else y
    if columns.dtype.kind == "U":
        columns = columns.astype(object)
    names = ("y",) if columns.shape[1] == 1 else tuple(f"y{i}" for i in range(columns.shape[1]))
    return Target(tuple(columns.T), names, place=lambda row: f"{name}[{row}]")


def _optional(
    arrays: dict[str, Array | LazyRows], x_name: str, y_name: str, path: Path, cancelled: Callable[[], bool]
) -> Given | None:
    if (x_name in arrays) != (y_name in arrays):
        here, gone = (x_name, y_name) if x_name in arrays else (y_name, x_name)
        raise BadInput(f"{path.name} has {here} without {gone}.")
    return _part(arrays, x_name, y_name, cancelled) if x_name in arrays else None
