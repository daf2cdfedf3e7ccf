"""What every page of the data chooser has in common."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nnviz.data.dataset import Dataset
from nnviz.data.spec import DataSpec


class DataPage(QWidget):
    """Shows a reference to data, and what loading found, as far as the page is about it.

    Signals:
        spec_changed: a person changed something; carries the new reference.
        failed: a sentence why the page cannot show what it should.
    """

    spec_changed = Signal(object)
    failed = Signal(str)

    def making(self) -> Iterator[None]:
        """Make what the page is of, a piece at a time; nothing is shown before that is done.

        A page that is large is made ahead, between the window's turns, so that opening it holds nothing up.
        """
        return iter(())

    def show_spec(self, spec: DataSpec, base: Path) -> None:
        """Show what *spec* says; relative paths count from *base*."""
        raise NotImplementedError

    def show_dataset(self, spec: DataSpec, dataset: Dataset | None) -> None:
        """Show what loading *spec* gave; None while that is not known."""

    def cancel(self) -> None:
        """Give up what goes on in the background."""
