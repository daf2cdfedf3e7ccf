"""What lies over the diagram: the weight scale's legend, the zoom bar, the readout under the mouse, the banner."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from nnviz.network.problems import Problem
from nnviz.ui import theme
from nnviz.ui.document import Document
from nnviz.ui.fields.panel_paint import paint_panel
from nnviz.ui.language import said
from nnviz.ui.training.live import LiveState


class Legend(QWidget):
    """The scale of the weights: orange below zero, invisible at zero, blue above."""

    def __init__(self, live: LiveState, parent: QWidget) -> None:
        super().__init__(parent)
        self._live = live
        self.resize(176, 34)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Scale of the weights"))
        live.limit_changed.connect(self._show_limit)
        theme.notifier().changed.connect(self.update)

    def place(self, area: QSize) -> None:
        """Stand at the lower left of *area*."""
        self.move(12, area.height() - self.height() - 10)

    def _show_limit(self) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors, limit = theme.current(), self._live.limit
        painter = QPainter(self)
        bar = QRectF(4, 22, 120, 6)
        gradient = QLinearGradient(bar.topLeft(), bar.topRight())
        for at, name in ((0.0, "negative"), (0.5, "zero"), (1.0, "positive")):
            gradient.setColorAt(at, colors.color(name))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.color("background", 0.85))  # the diagram may lie below it
        painter.drawRoundedRect(self.rect(), 6, 6)
        painter.setBrush(gradient)
        painter.drawRoundedRect(bar, 3, 3)
        painter.setFont(theme.font(10, tabular=True))
        painter.setPen(colors.color("quiet"))
        row = QRectF(0, 4, 128, 14)
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft, f" −{limit:g}")
        painter.drawText(row, Qt.AlignmentFlag.AlignHCenter, "0")
        painter.drawText(row, Qt.AlignmentFlag.AlignRight, f"+{limit:g} ")
        painter.drawText(QRectF(132, 18, 60, 14), Qt.AlignmentFlag.AlignLeft, self.tr("weight"))


class ZoomBar(QWidget):
    """Smaller, the zoom itself, larger, and everything.

    Signals:
        zoom_requested: the factor.
        fit_requested: see everything.
    """

    zoom_requested = Signal(float)
    fit_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 4, 2)
        row.setSpacing(0)
        smaller = self._button("−", self.tr("Zoom out"))
        self._value = self._button("100 %", self.tr("Fit the diagram to the window"))
        self._value.setMinimumWidth(52)
        larger = self._button("+", self.tr("Zoom in"))
        smaller.clicked.connect(lambda: self.zoom_requested.emit(1 / 1.25))
        larger.clicked.connect(lambda: self.zoom_requested.emit(1.25))
        self._value.clicked.connect(self.fit_requested)
        for button in (smaller, self._value, larger):
            row.addWidget(button)
        self._recolour()
        theme.notifier().changed.connect(self._recolour)
        self.adjustSize()

    def place(self, area: QSize) -> None:
        """Stand at the lower right of *area*."""
        self.move(area.width() - self.width() - 14, area.height() - self.height() - 12)

    def show_zoom(self, zoom: float) -> None:
        """Say how large the diagram is shown."""
        self._value.setText(f"{round(zoom * 100)} %")

    def sizeHint(self) -> QSize:
        return QSize(108, 28)

    def _button(self, text: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setAutoRaise(True)
        button.setFixedHeight(24)
        button.setFont(theme.font(11, tabular=True))
        return button

    def _recolour(self) -> None:
        colors = theme.current()
        self.setStyleSheet(
            f"QToolButton {{ color: {colors.quiet}; border: none; border-radius: 4px; padding: 0 6px; }}"
            f"QToolButton:hover, QToolButton:focus {{ color: {colors.text}; background: {colors.field_hover}; }}"
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_panel(self)


class _Card(QLabel):
    """A small text on a rounded panel."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setFont(theme.font(11, tabular=True))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._recolour()
        theme.notifier().changed.connect(self._recolour)
        self.hide()

    def _recolour(self) -> None:
        colors = theme.current()
        self.setStyleSheet(
            f"background: {colors.panel}; color: {colors.text}; border: 1px solid {colors.line};"
            "border-radius: 6px; padding: 4px 8px;"
        )


class Readout(_Card):
    """The number under the mouse, beside it and never outside the view."""

    def show_text(self, text: str, at: QPoint) -> None:
        """Show *text* near *at*; nothing where it is empty."""
        if not text:
            self.hide()
            return
        self.setText(text)
        self.adjustSize()
        area = self._over.size()
        x = min(at.x() + 14, area.width() - self.width() - 4)
        y = at.y() + 16 if at.y() + 20 + self.height() < area.height() else at.y() - self.height() - 8
        self.move(max(4, x), y)
        self.show()


class Banner(QWidget):
    """The first problem that concerns no single layer, on top of the diagram, with its fix."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(12)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setFont(theme.font(12))
        self._fix = QToolButton(self)
        self._fix.setFont(theme.font(12, semibold=True))
        self._fix.clicked.connect(self._apply)
        row.addWidget(self._text, 1)
        row.addWidget(self._fix)
        self._area = QSize(400, 300)
        document.problems_changed.connect(self._follow)
        theme.notifier().changed.connect(self._follow)
        self._follow()

    def place(self, area: QSize) -> None:
        """Stand at the top of *area*."""
        self._area = area
        width = min(520, area.width() - 32)
        self.setFixedWidth(max(120, width))
        self.adjustSize()
        self.move((area.width() - self.width()) // 2, 10)

    def _problem(self) -> Problem | None:
        return next((p for p in self._document.problems if p.layer is None), None)

    def _apply(self) -> None:
        problem = self._problem()
        if problem is not None:
            self._document.apply_fix(problem)

    def _follow(self) -> None:
        problem, colors = self._problem(), theme.current()
        self.setVisible(problem is not None)
        if problem is None:
            return
        self._text.setText(said(problem.text))
        self._text.setStyleSheet(f"color: {colors.text};")
        self._fix.setVisible(problem.fix is not None)
        self._fix.setText(said(problem.fix.text) if problem.fix else "")
        self._fix.setStyleSheet(f"color: {colors.accent}; border: none; padding: 4px 8px;")
        self.place(self._area)

    def paintEvent(self, event: QPaintEvent) -> None:
        problem, colors = self._problem(), theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.color("panel"))
        painter.drawRoundedRect(self.rect(), 8, 8)
        stripe: QColor = colors.color("caution" if problem is None or problem.caution else "bad")
        painter.setBrush(stripe)
        painter.drawRoundedRect(QRectF(4, 8, 3, self.height() - 16), 1.5, 1.5)
