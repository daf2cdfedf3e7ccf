"""How many problems there are, always in sight, and the list of all of them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QVBoxLayout, QWidget

from nnviz.network.problems import Problem
from nnviz.ui import theme
from nnviz.ui.controls import GlyphButton, ScrollPanel, clear_layout, quiet_button, text_label
from nnviz.ui.diagram.sheet import EDGE, Sheet
from nnviz.ui.document import Document
from nnviz.ui.inspector.problem_card import GoodCard, ProblemCard
from nnviz.ui.language import translate

WIDTH, HEIGHT, AT_ONCE = 340, 28, 30
HEAD = 52  # the title, and room above and below the cards
RIGHT_OF_THE_SCALE = 196  # the scale of the weights stands left of it


def summary(problems: tuple[Problem, ...]) -> str:
    """How many there are: ``2 problems, 1 caution``."""
    cautions = sum(problem.caution for problem in problems)
    blocking = len(problems) - cautions
    one, many = translate("Problems", "1 problem"), translate("Problems", "{0} problems")
    parts = [one if blocking == 1 else many.format(blocking)] if blocking else []
    one, many = translate("Problems", "1 caution"), translate("Problems", "{0} cautions")
    parts += [one if cautions == 1 else many.format(cautions)] if cautions else []
    return ", ".join(parts)


class ProblemPill(QAbstractButton):
    """A dot and a count at the foot of the diagram; a press opens the list. It is there while something is wrong."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(self.tr("Show all problems"))
        document.problems_changed.connect(self._follow)
        theme.notifier().changed.connect(self.update)
        self._follow()

    def place(self, area: QSize) -> None:
        """Stand at the foot of *area*, right of the scale of the weights."""
        self.move(RIGHT_OF_THE_SCALE, area.height() - HEIGHT - EDGE)

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(theme.font(11)).horizontalAdvance(self.text()) + 38, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colors.color("accent" if self.hasFocus() else "line"))
        painter.setBrush(colors.color("field_hover" if self.underMouse() else "panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        blocked = any(not problem.caution for problem in self._document.problems)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.color("bad" if blocked else "caution"))
        painter.drawEllipse(QRectF(11, HEIGHT / 2 - 4, 8, 8))
        painter.setPen(colors.color("text"))
        painter.setFont(theme.font(11))
        painter.drawText(self.rect().adjusted(27, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()

    def _follow(self) -> None:
        self.setText(summary(self._document.problems))
        self.setAccessibleName(self.text())
        self.resize(self.sizeHint())
        self.setVisible(bool(self._document.problems))
        self.update()


class ProblemList(Sheet):
    """All problems and cautions; a press on one goes to its layer, its button takes it away.

    Signals:
        layer_requested: the layer that a problem concerns.
    """

    layer_requested = Signal(str)

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._document, self._area, self._most = document, QSize(400, 300), AT_ONCE
        self.title = text_label("", 13, semibold=True)
        close = GlyphButton("close", self.tr("Close (Esc)"))
        close.setFixedSize(26, 26)
        close.clicked.connect(self.close_sheet)
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 8, 0)
        head.addWidget(self.title, 1)
        head.addWidget(close)
        self._panel = ScrollPanel(side=12, top=4)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._panel, 1)
        self.setFixedWidth(WIDTH)
        document.problems_changed.connect(self._follow)

    @property
    def cards(self) -> list[ProblemCard]:
        """The cards that are shown, from the top."""
        return [row for row in self._rows() if isinstance(row, ProblemCard)]

    def place(self, area: QSize) -> None:
        """Stand above the count, as tall as its cards, and at most as *area*."""
        self._area = area
        inside = self.width() - 2 - 2 * 12
        wanted = HEAD + sum(_height(card, inside) + self._panel.column.spacing() for card in self._rows())
        height = min(wanted, area.height() - HEIGHT - 3 * EDGE)
        self.setFixedHeight(max(120, height))
        left = min(RIGHT_OF_THE_SCALE, max(EDGE, area.width() - self.width() - EDGE))
        self.move(left, area.height() - self.height() - HEIGHT - EDGE - 6)

    def toggle(self) -> None:
        """Open it, or close it again."""
        if self.isVisible():
            self.close_sheet()
        else:
            self._most = AT_ONCE
            self.show()
            self.raise_()
            self._focus_first()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------ inside

    def _follow(self) -> None:
        if self.isVisible():
            within = self.isAncestorOf(QApplication.focusWidget() or self.window())
            if not self._document.problems:  # what was to be done is done
                self.close_sheet() if within else self.hide()
                return
            self._fill()
            if within:
                self._focus_first()

    def _fill(self) -> None:
        problems, column = self._document.problems, self._panel.column
        clear_layout(column)
        self.title.setText(summary(problems) or self.tr("No problems"))
        for problem in problems[: self._most]:
            card = ProblemCard(problem, clickable=problem.layer is not None)
            card.fix_requested.connect(lambda problem=problem: self._document.apply_fix(problem))
            card.clicked.connect(lambda layer=problem.layer: self.layer_requested.emit(layer))
            column.addWidget(card)
        if len(problems) > self._most:
            more = quiet_button(self.tr("Show more"), small=True)
            more.clicked.connect(self._show_more)
            column.addWidget(more)
        if not problems:
            column.addWidget(GoodCard(self.tr("Nothing is in the way of training")))
        self.place(self._area)

    def _rows(self) -> list[QWidget]:
        """The cards and what else stands in the column, from the top."""
        items = (self._panel.column.itemAt(i) for i in range(self._panel.column.count()))
        widgets = (item.widget() if item is not None else None for item in items)
        return [widget for widget in widgets if widget is not None]

    def _show_more(self) -> None:
        self._most += 3 * AT_ONCE
        self._fill()

    def _focus_first(self) -> None:
        first = next(iter(self.cards), None)
        (first if first is not None and first.focusPolicy() else self).setFocus(Qt.FocusReason.PopupFocusReason)


def _height(widget: QWidget, width: int) -> int:
    layout = widget.layout()
    return layout.totalHeightForWidth(width) if layout is not None else widget.sizeHint().height()
