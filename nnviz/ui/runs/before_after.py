"""After a remedy was tried: the run before it and the one with it, in a card with the figures and the way to more."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.project.run_figures import Part, rises
from nnviz.training.shares import is_share
from nnviz.ui import style, theme
from nnviz.ui.controls import Card, ElidedLabel, GlyphButton, quiet_button, text_label
from nnviz.ui.language import said, translate
from nnviz.ui.panes.ticks import value_text
from nnviz.ui.runs.rows import RunRow
from nnviz.ui.training.metric_names import metric_title

if TYPE_CHECKING:
    from nnviz.ui.window import MainWindow


class BeforeAfterCard(QWidget):
    """Hidden while nothing was tried.

    Attributes:
        compare, close_button: show both runs side by side; put the card away.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = Card(parent=self)
        self.title = ElidedLabel(12, semibold=True)
        self.figures = text_label("", 12, wrap=True, tabular=True)
        self.compare = quiet_button(self.tr("Before and after"), small=True)
        style.set_role(self.compare, "outlined")
        self.compare.setToolTip(self.tr("Both runs side by side: what was changed, and what it did"))
        self.close_button = GlyphButton("close", self.tr("Put away"))
        head = QHBoxLayout()
        head.setSpacing(theme.GAP)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.close_button)
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(12, 6, 8, 10)
        inside.setSpacing(6)
        inside.addLayout(head)
        inside.addWidget(self.figures)
        inside.addWidget(self.compare)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP, 0, theme.GAP, theme.GAP)
        column.addWidget(self._card)
        self.hide()

    def say(self, title: str, lines: list[str]) -> None:
        """Show that *title* was tried, and the *lines* of figures before and after."""
        self.title.setText(title)
        self.figures.setText("\n".join(lines))
        self.figures.setVisible(bool(lines))
        self.setAccessibleName(", ".join([title, *lines]))
        self.show()


class BeforeAfter(QObject):
    """Follows the run that a remedy started.

    Attributes:
        card: what says it.
        before, after: the numbers of both runs; None while there is none.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._running = window, window.running
        self.card = BeforeAfterCard(window.inspector)
        window.inspector.add_foot(self.card)
        self.before: int | None = None
        self.after: int | None = None
        self._title = ""
        window.doctor.tried.connect(self._on_tried)
        window.runs.followed.connect(self._follow)
        window.document.replaced.connect(self.put_away)
        self.card.close_button.clicked.connect(self.put_away)
        self.card.compare.clicked.connect(self.show_both)

    def take_over(self, other: BeforeAfter) -> None:
        """Say what *other* said."""
        self._title, self.before, self.after = other._title, other.before, other.after
        self._follow()

    def _on_tried(self, title: str, before: int) -> None:
        self._title, self.before, self.after = title, before, None
        self.card.hide()

    def put_away(self) -> None:
        """Say no more of it."""
        self.before = self.after = None
        self.card.hide()

    def show_both(self) -> None:
        """Show both runs side by side."""
        if self.before is not None and self.after is not None:
            self._window.runs.compare(self.before, self.after)

    def _follow(self) -> None:
        if self.before is None:
            return
        rows = {row.run.id: row for row in self._window.panes.runs.rows}
        standing = self._running.standing
        if self.after is None and standing is not None and standing.id > self.before:
            self.after = standing.id
        if self.after is None:
            return
        if self.before not in rows or self.after not in rows:  # one of them was deleted
            self.put_away()
            return
        self.card.say(self.tr("Tried: {0}").format(said(self._title)), _lines(rows[self.before], rows[self.after]))


def _lines(before: RunRow, after: RunRow) -> list[str]:
    """The best of each figure of both, with an arrow between; a figure that only one of them has is left out."""
    keys = [key for key in ("loss", after.figures.score) if key is not None]
    lines = []
    for key in keys:
        for part in _parts(before, after, key):
            was, now = (row.figures.best(key, part) for row in (before, after))
            mark = "" if was == now else " ✓" if (now > was) == rises(key) else ""
            name = metric_title(key).lower()
            title = name if part == "train" else translate("Runs", "val. {0}").format(name)
            share = is_share(key)
            lines.append(f"{title}  {value_text(was, share)} → {value_text(now, share)}{mark}")
    return lines


def _parts(before: RunRow, after: RunRow, key: str) -> tuple[Part, ...]:
    parts: tuple[Part, ...] = ("validation", "train")
    return tuple(p for p in parts if all(isfinite(row.figures.best(key, p)) for row in (before, after)))
