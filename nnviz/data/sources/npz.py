"""NumPy's files: archives of ``x_train y_train x_val y_val x_test y_test`` or ``x y``, and ``.npy`` arrays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from nnviz.data import memory
from nnviz.data.dataset import Given, Raw, Target, check_finite, existing_file, never, nothing, stage
from nnviz.data.lazy import Array, Derived, LazyRows, chunks
from nnviz.data.sources.archive import array_header, headers, is_array, open_array, open_large, readable
from nnviz.data.spec import Npz, Scale
from nnviz.data.words import NOTHING
from nnviz.errors import BadInput
from nnviz.sentences import Sentence, joined

EXPECTED = Sentence("x_train and y_train, or x and y")
SAMPLES = ("x", "x_train", "x_val", "x_test")
Names = tuple[str, str]  # of the samples and of what is to be answered
TRAINING: tuple[Names, ...] = (("x_train", "y_train"), ("x", "y"))
VALIDATION: tuple[Names, ...] = (("x_val", "y_val"), ("x", "y"))
TEST: tuple[Names, ...] = (("x_test", "y_test"), ("x", "y"))


def read(
    spec: Npz,
    base: Path,
    cancelled: Callable[[], bool],
    most_bytes: int,
    progress: Callable[[float], None] = nothing,
) -> Raw:
    """The arrays of the archive or of the files; validation and test arrays stay what they are."""
    opening = _Opening(base, cancelled, most_bytes, stage(progress, 0.0, 0.5))
    path = existing_file(base, spec.path)
    train = opening.part(spec.path, spec.labels, TRAINING)
    progress(0.5)
    validation, test = (
        opening.part(other, labels, names) if other else opening.own_part(path, names[0])
        for other, labels, names in (
            (spec.validation_path, spec.validation_labels, VALIDATION),
            (spec.test_path, spec.test_labels, TEST),
        )
    )
    progress(1.0)
    return Raw(
        train.x,
        train.target,
        scale=habit(train.x),
        validation=validation,
        test=test,
        feature_names=tuple(f"x{i}" for i in range(train.x.shape[1])) if train.x.ndim == 2 else (),
    )


class _Opening:
    """Opens the files of one source, each of them once.

    Args:
        base: the folder of relative paths.
        cancelled: asked now and then.
        most_bytes: samples that take more, once they are prepared, stay on the disk.
        progress: told the share of an archive that is unpacked.
    """

    def __init__(
        self, base: Path, cancelled: Callable[[], bool], most_bytes: int, progress: Callable[[float], None]
    ) -> None:
        self._base, self._cancelled, self._most_bytes, self._progress = base, cancelled, most_bytes, progress
        self._archives: dict[Path, dict[str, Array | LazyRows]] = {}

    def part(self, name: str, labels: str | None, names: Sequence[Names]) -> Given:
        """The samples of one file and what is to be answered, from an archive that has arrays of one of *names*."""
        path = existing_file(self._base, name)
        if is_array(path):
            return self._single(path, labels)
        if labels is not None:
            raise BadInput(
                Sentence("{0} is an archive that holds its own labels: no file of labels is needed.", path.name)
            )
        arrays = self._archive(path)
        x_name, y_name = next((pair for pair in names if pair[0] in arrays), names[-1])
        for wanted in (x_name, y_name):
            if wanted not in arrays:
                held = ", ".join(arrays) or NOTHING
                expected = joined([Sentence("{0} and {1}", x, y) for x, y in names], Sentence(", or "))
                raise BadInput(
                    Sentence(
                        "{0} has no array {1!r}: expected {2}, but it holds {3}.", path.name, wanted, expected, held
                    )
                )
        return _part(x_name, arrays[x_name], y_name, arrays[y_name], self._cancelled)

    def own_part(self, path: Path, names: Names) -> Given | None:
        """A part that the archive brings itself; None where it has none."""
        if is_array(path):
            return None
        arrays = self._archive(path)
        x_name, y_name = names
        if (x_name in arrays) != (y_name in arrays):
            here, gone = (x_name, y_name) if x_name in arrays else (y_name, x_name)
            raise BadInput(Sentence("{0} has {1} without {2}.", path.name, here, gone))
        return _part(x_name, arrays[x_name], y_name, arrays[y_name], self._cancelled) if x_name in arrays else None

    def _archive(self, path: Path) -> dict[str, Array | LazyRows]:
        if path not in self._archives:
            self._archives[path] = open_arrays(path, self._cancelled, self._most_bytes, self._progress)
        return self._archives[path]

    def _single(self, path: Path, labels: str | None) -> Given:
        size = memory.prepared_bytes(array_header(path).shape)
        x = open_array(path, size > min(memory.LARGE, self._most_bytes), self._cancelled)
        if labels is None:
            return _without_labels(path.name, x, self._cancelled)
        answers = existing_file(self._base, labels)
        if not is_array(answers):
            raise BadInput(Sentence("{0} is no .npy file: expected an array of labels.", answers.name))
        return _part(path.name, x, answers.name, open_array(answers, False, self._cancelled), self._cancelled)


def _without_labels(name: str, x: Array | LazyRows, cancelled: Callable[[], bool]) -> Given:
    """A table in one array: its last column is to be answered."""
    if x.ndim != 2 or x.shape[1] < 2:
        raise BadInput(
            Sentence(
                "{0} holds samples of shape {1} without what is to be answered: choose the .npy file of the "
                "labels, too.",
                name,
                tuple(x.shape[1:]),
            )
        )
    y = np.concatenate([part[:, -1] for _, part in chunks(x)])
    if y.dtype.kind == "f" and np.isfinite(y).all() and (y == np.floor(y)).all() and (np.abs(y) < 2**53).all():
        y = y.astype(np.int64)
    features = x.shape[1] - 1
    inner = x[:, :-1] if not isinstance(x, LazyRows) else Derived(x, lambda rows: rows[:, :-1], (features,), x.dtype)
    return _part(name, inner, Sentence("the last column of {0}", name), y, cancelled)


def open_arrays(
    path: Path, cancelled: Callable[[], bool], most_bytes: int, progress: Callable[[float], None] = nothing
) -> dict[str, Array | LazyRows]:
    """All arrays of the archive by name; large samples stay in the file, see ``archive.open_large``."""
    found = headers(path)
    samples = {name: header for name, header in found.items() if name in SAMPLES}
    size = sum(memory.prepared_bytes(header.shape) for header in samples.values())
    if size <= min(memory.LARGE, most_bytes):
        return dict(read_arrays(path))
    small = read_arrays(path, [name for name in found if name not in samples])
    with readable(path):
        large: dict[str, Array | LazyRows] = {}
        for name, header in samples.items():
            share = stage(progress, len(large) / len(samples), (len(large) + 1) / len(samples))
            large[name] = open_large(path, name, header, size > most_bytes, cancelled, share)
    return {name: large[name] if name in large else small[name] for name in found}


def read_arrays(path: Path, names: Sequence[str] | None = None) -> dict[str, Array]:
    """Arrays of the archive by name, all or those of *names*; BadInput where it is broken or holds Python objects."""
    with readable(path), path.open("rb") as file:
        archive = np.load(file, allow_pickle=False)
        if isinstance(archive, np.ndarray):
            raise BadInput(
                Sentence("{0} is a single array, but an .npz archive is needed, with {1}.", path.name, EXPECTED)
            )
        return {name: archive[name] for name in (archive.files if names is None else names)}


def inputs(name: str, x: Array | LazyRows, cancelled: Callable[[], bool] = never) -> Array | LazyRows:
    """An array of samples ``(n, ...)``: a row of numbers each, a picture ``(h, w, c)``, or as it is."""
    if x.dtype.kind not in "biuf":
        raise BadInput(Sentence("{0} must hold numbers, but it holds {1}.", name, x.dtype))
    if x.ndim == 0:
        raise BadInput(Sentence("{0} must hold a row a sample, but it is a single number.", name))
    check_finite(name, x, cancelled)
    # A number a sample, or pictures without an axis for their one channel, as MNIST's are.
    return x.reshape(*x.shape, 1) if x.ndim == 1 or (x.ndim == 3 and x.dtype == np.uint8) else x


def habit(x: Array | LazyRows) -> Scale:
    """Bytes are divided by 255, rows of numbers standardised, and the rest left alone."""
    if x.dtype == np.uint8:
        return "255"
    return "standard" if x.ndim == 2 else "none"


def _part(
    x_name: str, samples: Array | LazyRows, y_name: str, y: Array | LazyRows, cancelled: Callable[[], bool]
) -> Given:
    x = inputs(x_name, samples, cancelled)
    assert not isinstance(y, LazyRows)  # samples alone are left on the disk
    if y.ndim == 0 or len(x) != len(y):
        raise BadInput(
            Sentence("{0} has {1} samples, but {2} has {3}.", x_name, len(x), y_name, len(y) if y.ndim else 1)
        )
    return Given(x, replace(_target(y_name, y), of_pictures=x.ndim == 4))


def _target(name: str, y: Array) -> Target:
    if y.dtype.kind not in "biufU":
        raise BadInput(Sentence("{0} must hold numbers or text, but it holds {1}.", name, y.dtype))
    if y.ndim > 2:
        raise BadInput(
            Sentence("{0} must have a number or a row of numbers a sample, but its shape is {1}.", name, y.shape)
        )
    check_finite(name, y)
    columns = y[:, np.newaxis] if y.ndim == 1 else y
    if columns.dtype.kind == "U":
        columns = columns.astype(object)
    names = ("y",) if columns.shape[1] == 1 else tuple(f"y{i}" for i in range(columns.shape[1]))
    return Target(tuple(columns.T), names, place=lambda row: f"{name}[{row}]")
