"""Data that are open to be looked at, by as many threads as want to, and closed once the last of them is done."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from nnviz.data.dataset import Cancelled
from nnviz.data.profile.viewing import DataView, Part


class OpenData:
    """Lends a view to its readers.

    Args:
        views: the rows to learn from, and files that the source has for validation and the test.

    Attributes:
        view: what is known of the *part* that is looked at without reading any; to read, take it from ``reading``.
        views: all of them.
        part: which of them is looked at.
    """

    def __init__(self, views: Mapping[Part, DataView]) -> None:
        self.part: Part = "train"
        self.view, self.views = views["train"], views
        self._lending = _Lending(views)

    def of(self, part: Part) -> OpenData:
        """The same data with *part* to be looked at; both are closed together."""
        other = OpenData.__new__(OpenData)
        other.part, other.view, other.views = part, self.views[part], self.views
        other._lending = self._lending
        return other

    @contextmanager
    def reading(self) -> Iterator[DataView]:
        """The view, open until the block is left; Cancelled where it has been closed."""
        with self._lending.reading():
            yield self.view

    def close(self) -> None:
        """Close everything, now or with the last reader; may wait for a disk."""
        self._lending.close()


class _Lending:
    """Counts who reads, and closes the *views* once it is to and nobody does."""

    def __init__(self, views: Mapping[Part, DataView]) -> None:
        self._views = views
        self._lock = threading.Lock()
        self._readers = 0
        self._ending = False

    @contextmanager
    def reading(self) -> Iterator[None]:
        with self._lock:
            if self._ending:
                raise Cancelled
            self._readers += 1
        try:
            yield
        finally:
            with self._lock:
                self._readers -= 1
                over = self._is_over()
            if over:
                self._close()

    def close(self) -> None:
        with self._lock:
            first, self._ending = not self._ending, True
            over = first and self._is_over()
        if over:
            self._close()

    def _is_over(self) -> bool:
        return self._ending and not self._readers

    def _close(self) -> None:
        for view in self._views.values():
            view.close()
