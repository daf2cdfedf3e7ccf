"""A small sheet beside a weight: its number, typed or dragged."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from nnviz.ui import theme
from nnviz.ui.by_hand.weight_place import WeightPlace
from nnviz.ui.by_hand.weight_slider import WeightSlider
from nnviz.ui.controls import NumberField, quiet_button, text_label
from nnviz.ui.fields.panel_paint import paint_panel
from nnviz.ui.training.live import round_up

WIDTH, REACH = 236, 2.0  # pixels; how far beyond the scale of the diagram a weight can be dragged
BESIDE = 14  # pixels from what it is about
STEP = 0.01


class WeightPopover(QFrame):
    """Shows one weight as it is now, and takes another value for it; or a value for all weights of a layer.

    Attributes:
        place: the weight that is shown; None while none is.
        field, slider: its number.

    Signals:
        dragged: place and value, while a hand still drags.
        given: place, the value before the gesture, the value after it, and whether it was a step of several.
        fill_given: layer and value, for all its weights.
    """

    dragged = Signal(object, float)
    given = Signal(object, float, float, bool)
    fill_given = Signal(str, float)

    def __init__(self, parent: QWidget) -> None:

        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self._window = parent
        self.setFixedWidth(WIDTH)
        self.place: WeightPlace | None = None
        self._layer = ""
        self._value = 0.0  # as it is but for a hand that drags
        self._title = text_label("", 12, semibold=True)
        self._hint = text_label("", 11, quiet=True)
        self._hint.setWordWrap(True)
        self.field = NumberField(integer=False, step=STEP, strict=True)
        self.field.setAccessibleName(self.tr("Value of the weight"))
        self.field.value_changed.connect(self._take_number)
        self.field.text_refused.connect(lambda _text: self.field.setFocus())
        self._zero = quiet_button(self.tr("Zero"))
        self._zero.clicked.connect(lambda: self._take_number(0.0))
        self.slider = WeightSlider(self)
        self.slider.moved.connect(self._drag)
        self.slider.released.connect(self._let_go)
        self.slider.stepped.connect(self._take_number)
        self.slider.cancelled.connect(self._cancel)
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.STEP * 2)
        row.addWidget(self.field, 1)
        row.addWidget(self._zero)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(self._title)
        column.addLayout(row)
        column.addWidget(self.slider)
        column.addWidget(self._hint)

    # ------------------------------------------------------------ opening

    def open_at(self, place: WeightPlace, name: str, value: float, limit: float, at: QPoint) -> None:
        """Show the weight at *place*, called *name*, on a scale that full colour means *limit* of."""
        self.place, self._layer = place, ""
        self._title.setText(name)
        self._value = value
        self.slider.set_limit(max(REACH * limit, round_up(abs(value)) if value else 0.0))
        self.slider.show()
        self._hint.hide()
        self._show(value, at)

    def open_fill(self, layer: str, name: str, at: QPoint) -> None:
        """Ask for one number for all weights of *layer*, called *name*."""
        self.place, self._layer = None, layer
        self._title.setText(name)
        self.slider.hide()
        self._hint.setText(self.tr("Enter gives every weight of the layer this number."))
        self._hint.show()
        self._value = 0.0
        self._show(None, at)

    def _show(self, value: float | None, at: QPoint) -> None:
        self._zero.setVisible(self.place is not None)
        self.field.set_value(value)
        self.slider.show_value(value or 0.0)
        wraps = self._column.hasHeightForWidth()
        self.setFixedHeight(self._column.totalHeightForWidth(WIDTH) if wraps else self._column.totalSizeHint().height())
        self.move(self._corner(at))
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.field.selectAll()

    def _corner(self, at: QPoint) -> QPoint:
        """Beside *at*, and inside the window."""
        window = self._window
        area = window.rect().translated(window.mapToGlobal(QPoint(0, 0)))
        x = at.x() + BESIDE if at.x() + BESIDE + WIDTH < area.right() else at.x() - BESIDE - WIDTH
        below = at.y() + BESIDE
        y = below if below + self.height() < area.bottom() else at.y() - BESIDE - self.height()
        return QPoint(max(x, area.left() + 4), max(y, area.top() + 4))

    # ------------------------------------------------------------ following

    def show_value(self, value: float) -> None:
        """The weight is *value* now; a hand on it is not pushed away, nor is what is being typed."""
        if self.slider.held:
            return
        typing = self.field.hasFocus() and self.field.lineEdit().isModified()
        self._value = value
        self.slider.show_value(value)
        if not typing:
            chosen = self.field.lineEdit().hasSelectedText()
            self.field.set_value(value)
            if chosen:
                self.field.selectAll()

    # ------------------------------------------------------------ the hand

    def _drag(self, value: float) -> None:
        if self.place is not None:
            self.field.set_value(value)
            self.dragged.emit(self.place, value)

    def _let_go(self) -> None:
        self._give(self.slider.value, step=False)

    def _cancel(self) -> None:
        self.field.set_value(self._value)
        self.slider.show_value(self._value)
        if self.place is not None:
            self.dragged.emit(self.place, self._value)

    def _take_number(self, value: object) -> None:
        if isinstance(value, int | float):
            self._give(float(value), step=True)

    def _give(self, value: float, *, step: bool) -> None:
        if self._layer:
            layer, self._layer = self._layer, ""
            self.hide()
            self.fill_given.emit(layer, value)
        elif self.place is not None:
            before, self._value = self._value, value
            self.field.set_value(value)
            self.slider.set_limit(max(self.slider.limit, round_up(abs(value)) if value else 0.0))
            self.slider.show_value(value)
            self.given.emit(self.place, before, value, step)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.slider.held:  # it was taken away under the hand
            self.slider.held = False
            self._cancel()
        self.place = None

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_panel(self, 8)
