"""The sheet of all keys: those of the menu, read from its actions, and the diagram's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from nnviz.ui import theme
from nnviz.ui.controls import ScrollPanel, SectionCaption, text_label
from nnviz.ui.diagram import keys

Row = tuple[str, tuple[str, ...]]  # what it does, and the keys or gestures that do it
COLUMNS, COLUMN_WIDTH, TITLE_BAR = 3, 300, 60
BETWEEN_SECTIONS = 2  # rows that the caption of a section and the room above it take


def sections(menu: QMenu) -> Iterator[tuple[str, list[Row]]]:
    """The submenus of *menu* by title, each with its actions that have keys."""
    for entry in menu.actions():
        submenu = entry.menu()
        if isinstance(submenu, QMenu):
            rows = list(_rows(submenu))
            if rows:
                yield submenu.title().replace("&", ""), rows


def _rows(menu: QMenu, before: str = "") -> Iterator[Row]:
    for action in menu.actions():
        submenu, text = action.menu(), str(action.data() or action.text()).replace("&", "").rstrip("…")
        if isinstance(submenu, QMenu):
            yield from _rows(submenu, f"{text}: ")
        elif action.shortcuts():
            shown = tuple(key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts())
            yield before + (text if not before else text[:1].lower() + text[1:]), shown


class KeyCaps(QWidget):
    """Keys, each on a small raised field."""

    def __init__(self, shown: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = tuple(shown)
        self.setAccessibleName(", ".join(shown))
        widths = self._widths()
        self.setFixedSize(sum(widths) + 4 * (len(widths) - 1), 22)

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors, painter, x = theme.current(), QPainter(self), 0.0
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(11))
        for text, width in zip(self._shown, self._widths(), strict=True):
            box = QRectF(x + 0.5, 1.5, width - 1, 19)
            painter.setPen(colors.color("line"))
            painter.setBrush(colors.color("field"))
            painter.drawRoundedRect(box, 5, 5)
            painter.setPen(colors.color("text"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
            x += width + 4
        painter.end()

    def _widths(self) -> list[int]:
        metrics = QFontMetrics(theme.font(11))
        return [max(22, metrics.horizontalAdvance(text) + 14) for text in self._shown]


class ShortcutSheet(QDialog):
    """All keys in columns; it stays open beside the work until Esc."""

    def __init__(self, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard and mouse"))
        panel = ScrollPanel(side=24, top=20)
        columns = QHBoxLayout()
        columns.setSpacing(40)
        for found in _balanced(self._all(menu)):
            column = QVBoxLayout()
            column.setSpacing(2)
            for title, rows in found:
                self._add_section(column, title, rows)
            column.addStretch(1)
            columns.addLayout(column, 1)
        panel.column.addLayout(columns)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(panel)
        room = self.screen().availableSize().height() - TITLE_BAR
        self.resize(COLUMNS * COLUMN_WIDTH + 2 * 40 + 48, min(room, panel.column.sizeHint().height()))

    def _all(self, menu: QMenu) -> list[tuple[str, list[Row]]]:
        own: list[Row] = [(what, tuple(key.split(", "))) for key, what in keys.help_rows()]
        mouse: list[Row] = [(what, (key,)) for key, what in keys.mouse_rows()]
        return [*sections(menu), (self.tr("On the diagram"), own), (self.tr("With the mouse"), mouse)]

    def _add_section(self, column: QVBoxLayout, title: str, rows: list[Row]) -> None:
        column.addWidget(SectionCaption(title))
        column.addSpacing(theme.STEP)
        for what, shown in rows:
            line = QHBoxLayout()
            line.setSpacing(theme.GAP)
            line.addWidget(text_label(what, 12, wrap=True), 1)
            line.addWidget(KeyCaps(shown), 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            column.addLayout(line)
        column.addSpacing(theme.GROUP)


def _balanced(found: list[tuple[str, list[Row]]]) -> list[list[tuple[str, list[Row]]]]:
    """The sections in COLUMNS columns of about the same height: the longest first, each into the shortest column."""
    columns: list[list[tuple[str, list[Row]]]] = [[] for _ in range(COLUMNS)]
    for section in sorted(found, key=lambda section: -len(section[1])):
        min(columns, key=lambda column: sum(len(rows) + BETWEEN_SECTIONS for _, rows in column)).append(section)
    return columns
