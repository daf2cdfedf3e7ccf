"""What is known of pictures and other arrays: of all of them, or of some where each has to be decoded first."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nnviz.data.dataset import Cancelled
from nnviz.data.lazy import Array, chunks
from nnviz.data.pictures.picture import with_folder
from nnviz.data.profile.array_view import ArrayView
from nnviz.data.profile.class_findings import class_findings
from nnviz.data.profile.findings import MOST_PLACES, Finding, Place, Severity
from nnviz.data.profile.known import PictureFacts
from nnviz.data.profile.picture_files import AT_A_TIME, PictureFiles
from nnviz.data.profile.row_findings import MUCH, shared_sentence
from nnviz.data.profile.viewing import Part
from nnviz.sentences import Sentence

CHECKSUM_BYTES = 8
MOST_DECODED = 2000  # picture files that are looked at, spread over all of them
MOST_MEANS = 100  # classes with a mean picture; more are not looked at one by one
Asked = Callable[[], bool]


def look(view: ArrayView, cancelled: Asked) -> PictureFacts:
    """Figures of the samples."""
    shape = tuple(view.x.shape[1:])
    y, names = view.class_indices
    sums = np.zeros((len(names) if len(names) <= MOST_MEANS else 0, *shape))
    counts = np.zeros(len(sums), np.int64)
    low, high, total, squares, looked = np.inf, -np.inf, 0.0, 0.0, 0
    middle: float | None = None
    for rows, part in _parts(view, cancelled):
        numbers = part.astype(np.float64)
        middle = float(numbers.mean()) if middle is None else middle  # near the mean: squares lose no digits
        low, high = min(low, float(numbers.min())), max(high, float(numbers.max()))
        total += float((numbers - middle).sum())
        squares += float(np.square(numbers - middle).sum())
        looked += len(part)
        for k in np.unique(y[rows]).tolist() if y is not None and len(sums) else ():
            of_class = numbers[y[rows] == k] if y is not None else numbers
            sums[k] += of_class.sum(axis=0)
            counts[k] += len(of_class)
    mean = total / max(1, looked * int(np.prod(shape)))
    deviation = float(np.sqrt(max(0.0, squares / max(1, looked * int(np.prod(shape))) - mean * mean)))
    means = tuple((summed / max(1, n)).astype(np.float32) for summed, n in zip(sums, counts.tolist(), strict=True))
    sizes = view.x.sizes(_decoded_rows(view).tolist()) if isinstance(view.x, PictureFiles) else ()
    return PictureFacts(shape, sizes, low, (middle or 0.0) + mean, deviation, high, looked, means)


def checksums(view: ArrayView, cancelled: Asked) -> NDArray[np.uint64]:
    """A number for each sample that only samples of the same numbers (or files of the same bytes) share."""
    if isinstance(view.x, PictureFiles):
        return view.x.checksums(cancelled)
    found = np.zeros(view.rows, np.uint64)
    for start, part in chunks(view.x):
        if cancelled():
            raise Cancelled
        made = [hashlib.blake2b(np.ascontiguousarray(row).data, digest_size=CHECKSUM_BYTES).digest() for row in part]
        found[start : start + len(part)] = np.frombuffer(b"".join(made), np.uint64)
    return found


def array_findings(
    view: ArrayView, ours: NDArray[np.uint64], others: Mapping[Part, NDArray[np.uint64]]
) -> Iterator[Finding]:
    """Samples that come again, here or in a part that is held back, broken pictures, and problems of the classes.

    Args:
        view: what was looked at.
        ours, others: the checksums of its samples, and of those held back.
    """
    if isinstance(view.x, PictureFiles) and view.x.faults:
        faults = sorted(view.x.faults.items())
        places = tuple(Place(row + 1, None, with_folder(Path(view.x.paths[row]))) for row, _ in faults[:MOST_PLACES])
        sentence = Sentence(
            "Pictures that cannot be read and are left out: {0:,}, the first one {1}", len(faults), places[0].cell
        )
        yield Finding("bad_pictures", sentence, "warning", None, places, len(faults))
    first = np.unique(ours, return_index=True)[1]
    again = view.rows - len(first)
    if again:
        repeated = np.setdiff1d(np.arange(view.rows), first)[:MOST_PLACES]
        sentence = Sentence("Samples that are the same as an earlier one: {0:,} of {1:,}", again, view.rows)
        severe: Severity = "warning" if again >= MUCH * view.rows else "note"
        yield Finding("duplicate_rows", sentence, severe, None, _places(repeated), again)
    for part, theirs in others.items():
        rows = np.flatnonzero(np.isin(theirs, ours))
        if len(rows):
            sentence = shared_sentence(part, len(rows), len(theirs))
            yield Finding("shared_rows", sentence, "warning", None, _places(rows[:MOST_PLACES]), len(rows))
    if view.classes:
        values = [] if view.target.class_names else sorted(set(view.target.columns[0].tolist()))
        yield from class_findings(view.classes, values, view.target.names[0])


def _places(rows: Array) -> tuple[Place, ...]:
    return tuple(Place(int(row) + 1) for row in rows)


def _decoded_rows(view: ArrayView) -> NDArray[np.int64]:
    return np.unique(np.linspace(0, view.rows - 1, min(view.rows, MOST_DECODED)).astype(np.int64))


def _parts(view: ArrayView, cancelled: Asked) -> Iterator[tuple[Array, Array]]:
    """Row numbers with their samples, a few megabytes at a time."""
    if not isinstance(view.x, PictureFiles):
        for start, part in chunks(view.x):
            if cancelled():
                raise Cancelled
            yield np.arange(start, start + len(part)), part
        return
    rows = _decoded_rows(view)
    for start in range(0, len(rows), AT_A_TIME):
        if cancelled():
            raise Cancelled
        yield rows[start : start + AT_A_TIME], view.x.take(rows[start : start + AT_A_TIME])
