"""A part of the recipe's form: a caption, its rows, and what is folded away below them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.training.suggest import Suggestion
from nnviz.ui.controls import Disclosure, SectionCaption
from nnviz.ui.inspector.recipe_row import RecipeRow

ROW_GAP = 10


class RecipeSection(QWidget):
    """Rows under *caption*; search shows those it finds, and opens the folds that hold them.

    Attributes:
        rows: all rows, those in folds too.

    Signals:
        row_added: a row that the form has to listen to.
    """

    row_added = Signal(object)

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[RecipeRow] = []
        self._folds: dict[Disclosure, list[RecipeRow]] = {}
        self._were_open: dict[Disclosure, bool] = {}
        self._lifted: set[RecipeRow] = set()
        self._wanted, self._query = True, ""
        self._fold_column: QVBoxLayout | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(ROW_GAP)
        self.column.addWidget(SectionCaption(caption))

    def add(self, row: RecipeRow, fold: Disclosure | None = None) -> RecipeRow:
        """Put *row* at the end, or into *fold*."""
        self.rows.append(row)
        if fold is None:
            self.column.addWidget(row)
        else:
            self._folds[fold].append(row)
            fold.body.addWidget(row)
        self.row_added.emit(row)
        return row

    def add_fold(self, title: str) -> Disclosure:
        """An empty fold at the end."""
        fold = Disclosure(title)
        fold.body.setSpacing(ROW_GAP)
        self._folds[fold] = []
        if self._fold_column is None:
            self._fold_column = QVBoxLayout()
            self._fold_column.setSpacing(0)
            self.column.addLayout(self._fold_column)
        self._fold_column.addWidget(fold)
        return fold

    def refresh(self, offers: Mapping[str, Suggestion]) -> None:
        """Show the recipe as it is now, with what is suggested by the names of its parts."""
        raise NotImplementedError

    def drop(self, rows: list[RecipeRow]) -> None:
        """Take *rows* out for good."""
        for row in rows:
            self.rows.remove(row)
            for folded in self._folds.values():
                if row in folded:
                    folded.remove(row)
            row.hide()
            row.deleteLater()

    def order(self, rows: list[RecipeRow]) -> None:
        """Let the rows in folds stand in the order of *rows*, which are all there are."""
        self.rows = list(rows)
        for fold, folded in self._folds.items():
            self._folds[fold] = sorted(folded, key=rows.index)
            for row in self._folds[fold]:
                fold.body.removeWidget(row)
                fold.body.addWidget(row)

    def lift(self, row: RecipeRow) -> None:
        """*row* stands elsewhere in the form now, and stays one of this section."""
        self.column.removeWidget(row)
        self._lifted.add(row)

    def set_wanted(self, wanted: bool) -> None:
        """Show the section, or not, as far as the recipe is concerned."""
        self._wanted = wanted
        self.show_found(self._query)

    def show_found(self, query: str) -> int:
        """Show what *query* looks for (empty: everything); how many rows that are."""
        self._query = query
        hits = {row for row in self.rows if row.matches(query)}
        hits |= {row.switch for row in hits if not row.wanted and row.switch is not None}
        for row in self.rows:
            row.set_found(row in hits)
        for fold, rows in self._folds.items():
            self._find_in(fold, rows, query)
        count = sum(row.present for row in self.rows)
        self.setVisible(self._wanted and any(row.present for row in self.rows if row not in self._lifted))
        return count if self._wanted else 0

    def _find_in(self, fold: Disclosure, rows: list[RecipeRow], query: str) -> None:
        """A fold stands open while a search finds something in it, and afterwards as it did before."""
        found = any(row.present for row in rows)
        fold.setVisible(found)
        if query:
            self._were_open.setdefault(fold, fold.is_open)
            fold.header.setChecked(found)
        elif fold in self._were_open:
            fold.header.setChecked(self._were_open.pop(fold))
