"""A line that is typed into, or stepped with the wheel, the arrows or two small buttons: the base of number fields."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QPainter, QPaintEvent, QResizeEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QToolButton, QWidget

from nnviz.ui import icons, style, theme
from nnviz.ui.language import translate

FIELD_HEIGHT = 28


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


class StepField(QAbstractSpinBox):
    """Holds a value that can be typed and stepped; optionally nothing at all.

    What the values are, subclasses say: ``parsed``, ``text_of``, ``stepped`` and ``bounded``. A *strict* field leaves
    a text it cannot take where it is and tells of it; another one goes back, or to the nearest that it can take.

    Signals:
        value_changed: a person gave another value (None where *optional*).
        text_refused: a strict field was given this text, which it cannot take.
    """

    value_changed = Signal(object)
    text_refused = Signal(str)

    def __init__(self, *, optional: bool = False, strict: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._optional, self._strict = optional, strict
        self._value: Any = None
        self._follow: Any = None
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(FIELD_HEIGHT)
        self.setFont(theme.font(12, tabular=True))
        self.editingFinished.connect(self._take_text)
        self._less = _StepButton("minus", translate("NumberField", "Less"), self)
        self._more = _StepButton("plus", translate("NumberField", "More"), self)
        self._less.clicked.connect(lambda: self.stepBy(-1))
        self._more.clicked.connect(lambda: self.stepBy(1))

    # ------------------------------------------------------------------ what the values are

    def parsed(self, text: str) -> Any:
        """The value of *text*; None where it is none."""
        raise NotImplementedError

    def text_of(self, value: Any) -> str:
        """*value* as it is shown and typed."""
        raise NotImplementedError

    def stepped(self, start: Any, steps: int) -> Any:
        """The value *steps* further than *start* (None: nothing is there yet)."""
        raise NotImplementedError

    def bounded(self, value: Any) -> Any:
        """The nearest to *value* that may be given."""
        raise NotImplementedError

    # ------------------------------------------------------------------ what it holds

    @property
    def value(self) -> Any:
        """What the field holds."""
        return self._value

    def set_value(self, value: Any) -> None:
        """Show *value* without telling anyone."""
        text = "" if value is None else self.text_of(value)
        style.set_property(self, "wrong", "false")
        if value == self._value and self.lineEdit().text() == text:
            return
        self._value = value
        self.lineEdit().setText(text)

    def set_follow(self, value: Any, text: str) -> None:
        """While the field is empty, show *text* quietly and step from *value*."""
        self._follow = value
        self.lineEdit().setPlaceholderText(text)

    def stepBy(self, steps: int) -> None:
        start = self.parsed(self.lineEdit().text())
        self._offer(self.bounded(self.stepped(start if start is not None else self._follow, steps)))

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        flag = QAbstractSpinBox.StepEnabledFlag
        return flag.StepUpEnabled | flag.StepDownEnabled

    def validate(self, text: str, pos: int) -> tuple[QValidator.State, str, int]:
        return (QValidator.State.Acceptable, text, pos)

    def _take_text(self) -> None:
        text = self.lineEdit().text()
        if self._value is not None and text == self.text_of(self._value):
            self.set_value(self._value)  # what is shown may have fewer figures than what is held
            return
        value = self.parsed(text)
        if not text.strip() and self._optional:
            self._offer(None)
        elif value is not None and (not self._strict or self.bounded(value) == value):
            self._offer(self.bounded(value))
        elif self._strict and text.strip():
            style.set_property(self, "wrong", "true")
            self.text_refused.emit(text)
        else:
            self.set_value(self._value)

    def _offer(self, value: Any) -> None:
        before = self._value
        self.set_value(value)
        if value != before:
            self.value_changed.emit(value)

    # ------------------------------------------------------------------ how it looks

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
