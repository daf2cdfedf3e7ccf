"""What is known of the classes and of every column; thousands of columns are as quick as ten."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from nnviz.data.profile.known import ColumnProfile, Profile
from nnviz.ui import theme
from nnviz.ui.data_view.class_paint import MOST, classes_height, paint_classes
from nnviz.ui.data_view.column_order import Order, ordered
from nnviz.ui.data_view.column_paint import CARD_HEIGHT, LINE_HEIGHT, WIDE, Ground, paint_column
from nnviz.ui.data_view.sample_image import is_picture, shades
from nnviz.ui.data_view.scrolled import Scrolled

SIDE, TOP = theme.GROUP, 4
MEAN_SIDE = 32  # pixels of a mean picture that are looked at


class ColumnList(Scrolled):
    """The classes as bars, and below them the columns.

    Attributes:
        columns: in the order in which they are listed.

    Signals:
        column_chosen: a person pressed a column; carries its name.
    """

    column_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[ColumnProfile, ...] = ()
        self._order: Order = "file"
        self._profile: Profile | None = None
        self._ground = Ground(0, (), False)
        self._means: dict[int, QImage] = {}
        self._hot: int | None = None
        self.setAccessibleName(self.tr("Columns of the data"))

    def set_profile(self, profile: Profile | None, *, yes_or_no: bool = False) -> None:
        """Show what is known."""
        self._profile = profile
        classes = profile.classes if profile is not None else ()
        self._ground = Ground(profile.rows if profile is not None else 0, classes, yes_or_no)
        self._means = _mean_pictures(profile)
        self._hot = None
        self.set_order(self._order)

    def set_order(self, order: Order) -> None:
        """List the columns in another order."""
        self._order = order
        self.columns = ordered(self._profile.columns, order) if self._profile is not None else ()
        self.fit()
        self.viewport().update()

    def show_column(self, name: str) -> None:
        """Bring the column called *name* into view, and mark it."""
        place = next((i for i, column in enumerate(self.columns) if column.name == name), None)
        if place is not None:
            self.verticalScrollBar().setValue(round(self._first()) + place * self._step() - theme.GAP)
            self._hover(place)

    def fit(self) -> None:
        self.set_reach(round(self._first()) + len(self.columns) * self._step(), self._step() // 2)

    def _step(self) -> int:
        return LINE_HEIGHT if self._wide() >= WIDE else CARD_HEIGHT

    def _wide(self) -> int:
        return self.viewport().width() - 2 * SIDE

    def _first(self) -> float:
        """Where the first column begins, before anything is scrolled."""
        return TOP + classes_height(self._ground.classes, bool(self._means))

    def box(self, place: int) -> QRectF:
        """Where the column at *place* is painted now."""
        top = self._first() + place * self._step() - self.verticalScrollBar().value()
        return QRectF(SIDE, top, self._wide(), self._step())

    def paint(self, painter: QPainter) -> None:
        scrolled, ground = self.verticalScrollBar().value(), self._ground
        if ground.classes and scrolled < self._first():
            area = QRectF(SIDE, TOP - scrolled, self._wide(), self._first())
            paint_classes(painter, area, ground.classes, ground.yes_or_no, self._means)
        first = max(0, int((scrolled - self._first()) // self._step()))
        last = int((scrolled + self.viewport().height() - self._first()) // self._step()) + 1
        for place in range(first, max(first, min(last, len(self.columns)))):
            paint_column(painter, self.box(place), self.columns[place], ground, place == self._hot)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._place_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self.column_chosen.emit(self.columns[place].name)

    def _place_at(self, at: QPoint) -> int | None:
        place = int((at.y() + self.verticalScrollBar().value() - self._first()) // self._step())
        inside = 0 <= place < len(self.columns) and SIDE <= at.x() < SIDE + self._wide()
        return place if inside else None

    def _hover(self, place: int | None) -> None:
        if place != self._hot:
            self._hot = place
            shape = Qt.CursorShape.PointingHandCursor if place is not None else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()


def _mean_pictures(profile: Profile | None) -> dict[int, QImage]:
    """The mean picture of each class, small; none where samples are no pictures."""
    facts = profile.pictures if profile is not None else None
    if facts is None or not is_picture(facts.shape):
        return {}
    step = -(-max(facts.shape[:2]) // MEAN_SIDE)
    return {i: shades(mean[::step, ::step]) for i, mean in enumerate(facts.class_means[:MOST])}
