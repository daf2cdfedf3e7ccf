"""The shared fields, rows and buttons of every panel. This module is the one door to them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)  # fmt: skip

from nnviz.ui import icons, style, theme
from nnviz.ui.fields.cards import Card, Disclosure, ScrollPanel, SegmentedTabs
from nnviz.ui.fields.choice_field import ChoiceField
from nnviz.ui.fields.number_field import FIELD_HEIGHT, NumberField
from nnviz.ui.fields.slider_field import SliderField

__all__ = [
    "FIELD_HEIGHT",
    "Card",
    "ChoiceField",
    "Disclosure",
    "ElidedLabel",
    "GlyphButton",
    "LabelledRow",
    "NumberField",
    "ScrollPanel",
    "SectionCaption",
    "SegmentedTabs",
    "SliderField",
    "TextField",
    "ToggleField",
    "clear_layout",
    "divider",
    "primary_button",
    "quiet_button",
    "text_label",
]
LABEL_WIDTH = 88


class TextField(QLineEdit):
    """One line of text, given when Enter is pressed or the field is left; Esc takes the former text back.

    Signals:
        text_committed: a person gave another text.
    """

    text_committed = Signal(str)

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given = text
        self.setFont(theme.font(12))
        self.setFixedHeight(FIELD_HEIGHT)
        self.set_text(text)
        self.editingFinished.connect(self._commit)

    def set_text(self, text: str) -> None:
        """Show *text* without telling anyone."""
        self._given = text
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._given:
            self.set_text(self._given)
            event.accept()
        else:
            super().keyPressEvent(event)

    def _commit(self) -> None:
        text = self.text()
        if text != self._given:
            self._given = text
            self.text_committed.emit(text)


class ToggleField(QAbstractButton):
    """A switch; ``clicked`` tells of a person's hand only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(36, FIELD_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.5)
        track = QRectF(1.5, (self.height() - 18) / 2, 33, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.color("accent" if self.isChecked() else "field_hover"))
        painter.drawRoundedRect(track, 9, 9)
        knob = QRectF(track.right() - 16 if self.isChecked() else track.left() + 2, track.top() + 2, 14, 14)
        painter.setBrush(colors.color("on_accent" if self.isChecked() else "quiet"))
        painter.drawEllipse(knob)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(colors.color("text"))
            painter.drawRoundedRect(track.adjusted(-1, -1, 1, 1), 10, 10)
        painter.end()


class GlyphButton(QToolButton):
    """A small button that is only a drawing; *name* is its tooltip and what a screen reader says."""

    def __init__(self, glyph: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glyph = glyph
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setFixedSize(FIELD_HEIGHT, FIELD_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_glyph(self, glyph: str) -> None:
        """Show another drawing."""
        if glyph != self._glyph:
            self._glyph = glyph
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        colors = theme.current()
        color = colors.text if self.underMouse() else colors.quiet
        box = QRect((self.width() - 16) // 2, (self.height() - 16) // 2, 16, 16)
        icons.icon(self._glyph, color).paint(painter, box, mode=style.icon_mode(self))
        painter.end()


class LabelledRow(QWidget):
    """A quiet label and its field; the label's tooltip is one sentence that says what the field does."""

    def __init__(
        self, label: str, field: QWidget, hint: str = "", *more: QWidget, parent: QWidget | None = None
    ) -> None:
        """*label*, *field*, and what stands right of it (*more*, as a reset button)."""
        super().__init__(parent)
        self.field = field
        self.label = text_label(label, quiet=True)
        self.label.setFixedWidth(LABEL_WIDTH)
        self.label.setWordWrap(True)
        self.label.setBuddy(field)
        self.label.setToolTip(hint)
        field.setAccessibleName(label)
        field.setAccessibleDescription(hint)
        if not field.toolTip():
            field.setToolTip(hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP)
        row.addWidget(self.label)
        small = field.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Fixed or isinstance(field, ToggleField)
        row.addWidget(field, 0 if small else 1)
        for widget in more:
            row.addWidget(widget)
        if small:
            row.addStretch(1)


class SectionCaption(QLabel):
    """A caption in small capitals above a group."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text.upper(), parent)
        self.setFont(theme.font(10, semibold=True))
        style.set_role(self, "caption")


class ElidedLabel(QLabel):
    """One line that gives way: what does not fit ends in "…", and the tooltip has all of it."""

    def __init__(self, size: int = 12, *, semibold: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(size, semibold=semibold))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(self.text() if shown != self.text() else "")
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.end()


def text_label(text: str = "", size: int = 12, *, semibold: bool = False, quiet: bool = False, wrap: bool = False,
               tabular: bool = False) -> QLabel:  # fmt: skip
    """A label in the app's font; plain text, so that a person's own names are never read as markup."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(theme.font(size, semibold=semibold, tabular=tabular))
    label.setWordWrap(wrap)
    style.set_role(label, "quiet" if quiet else "plain")
    return label


def _button(text: str, role: str, size: int, height: int) -> QPushButton:
    button = QPushButton(text)
    button.setFont(theme.font(size, semibold=role == "primary"))
    button.setFixedHeight(height)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAutoDefault(False)
    style.set_role(button, role)
    return button


def primary_button(text: str) -> QPushButton:
    """The one button of a place that asks to be pressed."""
    return _button(text, "primary", 12, theme.CONTROL_HEIGHT)


def quiet_button(text: str, *, small: bool = False) -> QPushButton:
    """Any other button."""
    return _button(text, "small" if small else "quiet", 11 if small else 12, 26 if small else theme.CONTROL_HEIGHT)


def divider(*, vertical: bool = False) -> QWidget:
    """A thin line between two places."""
    line = QWidget()
    line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    style.set_role(line, "divider")
    if vertical:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line


def clear_layout(layout: QBoxLayout, keep: Sequence[QWidget] = ()) -> None:
    """Take everything out of *layout*; widgets not in *keep* are deleted once the event loop runs."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None and widget not in keep:
            widget.hide()
            widget.deleteLater()
