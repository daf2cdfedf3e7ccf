"""Fields for one number: typed, stepped with the wheel, the arrows or two small buttons, or drawn along a slider."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QPainter, QPaintEvent, QResizeEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QToolButton, QWidget

from nnviz.ui import icons, style, theme

FIELD_HEIGHT = 28
Number = int | float


def shown(value: Number | None) -> str:
    """*value* as short as a person would write it: ``0.001``, ``1e-05``, ``32``."""
    if value is None:
        return ""
    return f"{value:d}" if isinstance(value, int) else f"{value:.6g}"


def next_round(value: float, steps: int) -> float:
    """The number *steps* further along 1, 2, 5, 10, 20 ... (or back): what a learning rate is tried with."""
    ladder = (1.0, 2.0, 5.0)
    if value <= 0:
        return 10.0**-4 if steps > 0 else 0.0
    exponent = math.floor(math.log10(value) + 1e-9)
    mantissa = value / 10.0**exponent
    place = sum(mantissa >= rung - 1e-9 for rung in ladder) - 1
    if steps < 0 and mantissa > ladder[place] + 1e-9:
        place += 1
    index = place + steps
    return float(f"{ladder[index % 3] * 10.0 ** (exponent + index // 3):.6g}")


class _StepButton(QToolButton):
    def __init__(self, glyph: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._glyph = glyph
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoRepeat(True)
        self.setFixedSize(18, 20)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        colors = theme.current()
        color = colors.text if self.underMouse() else colors.quiet
        icons.icon(self._glyph, color, 12).paint(painter, QRect(3, 4, 12, 12))
        painter.end()


class NumberField(QAbstractSpinBox):
    """A whole number or a real one, between two bounds; optionally nothing at all.

    Signals:
        value_changed: a person gave another value (int, float, or None where *optional*).
    """

    value_changed = Signal(object)

    def __init__(
        self,
        *,
        integer: bool = True,
        minimum: float | None = None,
        maximum: float | None = None,
        step: float | None = None,
        optional: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """A field from *minimum* to *maximum*; without *step*, real numbers walk along 1, 2, 5, 10."""
        super().__init__(parent)
        self._integer, self._step, self._optional = integer, step, optional
        self._minimum, self._maximum = minimum, maximum
        self._value: Number | None = None
        self._follow: Number | None = None
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(FIELD_HEIGHT)
        self.setFont(theme.font(12, tabular=True))
        self.editingFinished.connect(self._take_text)
        self._less = _StepButton("minus", self.tr("Less"), self)
        self._more = _StepButton("plus", self.tr("More"), self)
        self._less.clicked.connect(lambda: self.stepBy(-1))
        self._more.clicked.connect(lambda: self.stepBy(1))

    @property
    def value(self) -> Number | None:
        """What the field holds."""
        return self._value

    def set_value(self, value: Number | None) -> None:
        """Show *value* without telling anyone."""
        if value == self._value and self.lineEdit().text() == shown(value):
            return
        self._value = value
        self.lineEdit().setText(shown(value))

    def set_follow(self, value: Number | None, text: str) -> None:
        """While the field is empty, show *text* quietly and step from *value*."""
        self._follow = value
        self.lineEdit().setPlaceholderText(text)

    def stepBy(self, steps: int) -> None:
        start = self._parsed(self.lineEdit().text())
        start = start if start is not None else self._follow
        if start is None:
            start = self._minimum if self._minimum is not None else 0
        if self._integer:
            moved: Number = int(start) + steps * int(self._step or 1)
        elif self._step is not None:
            moved = float(f"{start + steps * self._step:.10g}")
        else:
            moved = next_round(float(start), steps)
        self._offer(self._bounded(moved))

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        flag = QAbstractSpinBox.StepEnabledFlag
        return flag.StepUpEnabled | flag.StepDownEnabled

    def validate(self, text: str, pos: int) -> tuple[QValidator.State, str, int]:
        return (QValidator.State.Acceptable, text, pos)

    def sizeHint(self) -> QSize:
        return QSize(80, FIELD_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(56, FIELD_HEIGHT)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A field that takes the wheel without focus changes values while a person scrolls the panel.
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        style.paint_field(painter, self)
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()
        for button in (self._less, self._more):
            button.setVisible(self.isEnabled())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()
        for button in (self._less, self._more):
            button.hide()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.lineEdit().setCursorPosition(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lineEdit().setGeometry(10, 1, self.width() - 18, self.height() - 2)
        self._more.move(self.width() - 22, 4)
        self._less.move(self.width() - 40, 4)

    def _parsed(self, text: str) -> Number | None:
        try:
            number = float(text.strip().replace(",", "."))
        except ValueError:
            return None
        if not math.isfinite(number):
            return None
        return round(number) if self._integer else number

    def _bounded(self, number: Number) -> Number:
        if self._minimum is not None and number < self._minimum:
            number = type(number)(self._minimum)
        if self._maximum is not None and number > self._maximum:
            number = type(number)(self._maximum)
        return number

    def _take_text(self) -> None:
        text = self.lineEdit().text()
        number = self._parsed(text)
        if number is not None:
            self._offer(self._bounded(number))
        elif not text.strip() and self._optional:
            self._offer(None)
        else:
            self.lineEdit().setText(shown(self._value))

    def _offer(self, value: Number | None) -> None:
        before = self._value
        self.set_value(value)
        if value != before:
            self.value_changed.emit(value)
