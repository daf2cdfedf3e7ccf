"""From raw inputs to those of the network: at once, in chunks, or only when they are asked for, as their size wants."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from nnviz.data import memory
from nnviz.data.dataset import Cancelled, Raw, nothing
from nnviz.data.figures import fit_in_chunks, medians_in_chunks
from nnviz.data.lazy import Array, Derived, LazyRows, Picked, rows_of_a_chunk
from nnviz.data.preparation.preparation import Preparation, filled, fit, medians
from nnviz.data.spec import Scale

MOST_HELD = 512 << 20  # bytes of raw columns that are in memory together, for their medians


class Preparing:
    """The inputs of one set of data, while its preparation is fitted and its parts are made.

    Args:
        raw: what the source holds.
        train: the rows of the training part; None for all.
        drawn: of the training part's rows those that are trained on, some of them repeated; None for all.
        most_bytes: so much may be in memory once it is prepared.
        cancelled: asked now and then.
        progress: told the share of all rows that are prepared, where that is done in chunks.

    Attributes:
        large: whether the raw inputs are gone through in chunks, so that no copy of all of them is made.
        streamed: whether the prepared inputs stay on the disk.
    """

    def __init__(
        self,
        raw: Raw,
        train: Array | None,
        drawn: Array | None,
        most_bytes: int,
        cancelled: Callable[[], bool],
        progress: Callable[[float], None] = nothing,
    ) -> None:
        self._raw, self._train, self._drawn = raw, train, drawn
        self._most_bytes, self.cancelled = most_bytes, cancelled
        self._progress, self._done = progress, 0
        rows = sum(len(part.x) for part in (raw, raw.validation, raw.test) if part is not None)
        self._total = rows + (0 if drawn is None else len(drawn))
        size = memory.prepared_bytes((self._total, *raw.input_shape))
        self.streamed = size > most_bytes
        self.large = self.streamed or size > memory.LARGE or isinstance(raw.x, LazyRows)
        if not self.large:
            self._x: Array | LazyRows = raw.x if train is None else raw.x[train]
        else:  # what is fitted does not depend on the order, so it is the order of the disk
            self._x = raw.x if train is None else Picked(raw.x, np.sort(train))

    def fill(self) -> tuple[float, ...]:
        """What stands in for missing cells of a table; empty where none can be missing."""
        if not self._raw.columns or self._x.ndim != 2:
            return ()
        if self.large or isinstance(self._x, LazyRows):
            held = min(max(self._most_bytes, memory.LARGE) // 4, MOST_HELD)
            return medians_in_chunks(self._x, held, self.cancelled)
        return medians(self._x)

    def figures(self, fill: tuple[float, ...], kind: Scale) -> tuple[Array, Array]:
        """Shift and factor of ``standard`` or ``minmax``."""
        if self.large or isinstance(self._x, LazyRows):
            return fit_in_chunks(self._x, fill, kind, self.cancelled)
        return fit(filled(self._x, fill), kind)

    def training_inputs(self, preparation: Preparation) -> NDArray[np.float32] | LazyRows:
        """The prepared training part, in the rows that were drawn."""
        drawn, rows = self._drawn, self._train
        if not self.large and not isinstance(self._x, LazyRows):
            return preparation.scale(self._x if drawn is None else self._x[drawn])
        if drawn is not None:
            rows = drawn if rows is None else rows[drawn]
        return self.inputs(self._raw.x, rows, preparation)

    def inputs(
        self, x: Array | LazyRows, rows: Array | None, preparation: Preparation
    ) -> NDArray[np.float32] | LazyRows:
        """*x*, or of it the *rows*, prepared."""
        if not self.large and not isinstance(x, LazyRows):
            return preparation.scale(x if rows is None else x[rows])
        picked = x if rows is None else Picked(x, rows)
        prepared = Derived(picked, preparation.scale, preparation.input_shape, np.float32)
        return prepared if self.streamed else in_memory(prepared, self.cancelled, self._count)

    def _count(self, rows: int) -> None:
        """So many more rows are prepared."""
        self._done += rows
        self._progress(self._done / self._total)


def prepared(x: Array | LazyRows, preparation: Preparation) -> NDArray[np.float32] | LazyRows:
    """Other samples of the same form, prepared; those that would take too much memory only when they are asked for."""
    if isinstance(x, LazyRows) or memory.prepared_bytes((len(x), *preparation.input_shape)) > memory.budget():
        return Derived(x, preparation.scale, preparation.input_shape, np.float32)
    return preparation.scale(x)


def in_memory(
    x: LazyRows, cancelled: Callable[[], bool], count: Callable[[int], None] = lambda rows: None
) -> NDArray[np.float32]:
    """All rows of *x* as an array, read in the order of the disk; *count* is told how many more are there.

    Cancelled is raised soon after ``cancelled()`` turns true.
    """
    out = memory.empty(x.shape)
    order = x.disk_order
    for start in range(0, len(x), step := rows_of_a_chunk(x.shape)):
        if cancelled():
            raise Cancelled
        if order is None:
            out[start : start + step] = x[start : start + step]
        else:
            out[order[start : start + step]] = x.take(order[start : start + step])
        count(min(step, len(x) - start))
    return out
