"""The five rows of the recipe that everyone looks for, at the top of the form, where they need no scrolling."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.ui.inspector.recipe_section import RecipeSection

ORDER = ("loss", "optimizer", "learning_rate", "epochs", "batch_size")
ROW_GAP = 5  # so that all of them are seen in the shortest form


class Essentials(QWidget):
    """Rows that stay those of their sections, which fill and find them, and stand here in one block."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: list[str] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(ROW_GAP)

    def take_from(self, section: RecipeSection) -> None:
        """Let the rows of *section* that belong here stand here, in their order."""
        for row in [row for row in section.rows if row.term.name in ORDER]:
            name = row.term.name
            index = sum(ORDER.index(other) < ORDER.index(name) for other in self._places)
            self._places.insert(index, name)
            section.lift(row)
            self._column.insertWidget(index, row)
