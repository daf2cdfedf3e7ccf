"""The panel beside the curves of a race: its places, live, and the buttons that pause and stop it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from nnviz.backend.session_race import RaceState
from nnviz.training.shares import is_share
from nnviz.ui import style, theme
from nnviz.ui.controls import ElidedLabel, GlyphButton
from nnviz.ui.figures import count_text
from nnviz.ui.language import translate
from nnviz.ui.panes.ticks import value_text
from nnviz.ui.runs.colours import colour_of
from nnviz.ui.runs.rows import RunRow
from nnviz.ui.runs.standings import Standing, standings
from nnviz.ui.training.metric_names import metric_title

WIDTH = 212
ROW, LEAST_ROW = 30.0, 19.0  # pixels; below the name a thin line says how far it has come
BAR = 2.0
PLACE, DOT = 20.0, 16.0


class Places(QWidget):
    """The places as a list, painted.

    Attributes:
        shown: the variants, the first one first.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: tuple[Standing, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Places in the race"))

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, round(ROW * max(2, len(self.shown))))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 40)

    def show_places(self, shown: tuple[Standing, ...], key: str) -> None:
        """Show the variants as they stand by the metric *key*."""
        self.shown, self._key = shown, key
        lines = [f"{one.place or '–'}. {one.row.name}: {self._value(one)}" for one in shown]
        self.setAccessibleDescription("; ".join(lines))
        self.update()

    def _value(self, one: Standing) -> str:
        if one.place is None and not one.row.trains:
            return one.row.ending
        return value_text(one.value, is_share(self._key)) if one.place is not None else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.shown:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = max(LEAST_ROW, min(ROW, self.height() / len(self.shown)))
        room = int(self.height() / high + 0.01)
        listed = self.shown if len(self.shown) <= room else self.shown[: max(1, room - 1)]
        for number, one in enumerate(listed):
            self._paint_row(painter, QRectF(0, number * high, self.width(), high), one)
        if len(listed) < len(self.shown):
            box = QRectF(PLACE, len(listed) * high, self.width() - PLACE, high)
            painter.setPen(theme.current().color("quiet"))
            more = self.tr("and {count} more").format(count=len(self.shown) - len(listed))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, more)
        painter.end()

    def _paint_row(self, painter: QPainter, box: QRectF, one: Standing) -> None:
        now, colour = theme.current(), colour_of(one.row.colour or 0)
        line = QRectF(box.left() + PLACE + DOT, box.bottom() - BAR - 3, box.width() - PLACE - DOT, BAR)
        text = box.adjusted(0, 0, 0, -BAR - 2)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font(11, semibold=one.place == 1, tabular=True))
        painter.setPen(now.color("text" if one.place == 1 else "quiet"))
        painter.drawText(text.adjusted(0, 0, -(text.width() - PLACE + 6), 0), middle | Qt.AlignmentFlag.AlignRight,
                         str(one.place) if one.place is not None else "–")  # fmt: skip
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QRectF(text.left() + PLACE + 1, text.center().y() - 3.5, 7, 7))
        self._paint_words(painter, text.adjusted(PLACE + DOT, 0, 0, 0), one)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.color("line", 0.8))
        painter.drawRoundedRect(line, 1, 1)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(line.left(), line.top(), line.width() * one.share, BAR), 1, 1)

    def _paint_words(self, painter: QPainter, box: QRectF, one: Standing) -> None:
        """The name at the left, the value at the right; between them the epochs, if all of the name leaves room."""
        now, middle = theme.current(), Qt.AlignmentFlag.AlignVCenter
        value, metrics = self._value(one), QFontMetricsF(painter.font())
        painter.setPen(now.color("text"))
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, value)
        left = box.width() - metrics.horizontalAdvance(value) - 10
        small = theme.font(10, tabular=True)
        done = f"{count_text(one.epochs)} / {count_text(one.target)}"
        wide = QFontMetricsF(small).horizontalAdvance(done) + 10
        name = metrics.elidedText(one.row.name, Qt.TextElideMode.ElideRight, max(40.0, left))
        painter.drawText(box, middle, name)
        free = left - metrics.horizontalAdvance(name)
        if free >= wide:
            painter.setFont(small)
            painter.setPen(now.color("quiet"))
            painter.drawText(box.adjusted(0, 0, -(box.width() - left), 0), middle | Qt.AlignmentFlag.AlignRight, done)


class RacePanel(QWidget):
    """What a race is about, where it stands, and its places.

    Attributes:
        title: the same in a line.
        places: the list.
        hold, stop: the buttons, of a race that is not over.

    Signals:
        steered: pause, go_on or stop.
    """

    steered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._runs, self._state = "", frozenset[int](), RaceState.NONE
        self.title = ElidedLabel(11, semibold=True)
        self.status = ElidedLabel(10)
        self.places = Places(self)
        self.hold = GlyphButton("pause", self.tr("Pause the race"), self)
        self.stop = GlyphButton("stop", self.tr("End the race; what was learned stays"), self)
        self.hold.clicked.connect(self._hold)
        self.stop.clicked.connect(lambda: self.steered.emit("stop"))
        for label in (self.title, self.status):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        style.set_role(self.status, "quiet")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.status)
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addLayout(words, 1)
        head.addWidget(self.hold)
        head.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP, 0, theme.GROUP, 4)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.places, 1)
        self.setFixedWidth(WIDTH)
        self.hide()

    @property
    def state(self) -> RaceState:
        """Where the race stands."""
        return self._state

    def show_race(self, title: str, runs: Sequence[int], state: RaceState) -> None:
        """The race called *title* of the runs with these numbers is in *state*."""
        self._name, self._runs, self._state = title, frozenset(runs), state
        self.title.setText(title)
        for button in (self.hold, self.stop):
            button.setVisible(state is not RaceState.NONE)
        paused = state is RaceState.PAUSED
        self.hold.set_glyph("play" if paused else "pause")
        name = self.tr("Go on with the race") if paused else self.tr("Pause the race")
        self.hold.setToolTip(name)
        self.hold.setAccessibleName(name)

    def show_rows(self, rows: Sequence[RunRow], key: str) -> bool:
        """Show those of *rows* that race, by the metric *key*; whether there are any."""
        racing = [row for row in rows if row.run.id in self._runs]
        found = standings(racing, key)
        self.places.show_places(found, key)
        self.status.setText(self._words(found, key))
        return bool(found)

    def _words(self, found: Sequence[Standing], key: str) -> str:
        done = sum(one.row.run.ending not in ("training", "paused") for one in found)
        title = (metric_title(key) if key != "loss" else translate("Runs", "Loss")).lower()
        validated = any(f"val_{key}" in one.row.run.columns for one in found)
        by = (self.tr("by val. {0}") if validated else self.tr("by {0}")).format(title)
        if not any(one.epochs for one in found) and self._state is RaceState.RUNNING:
            built = sum(bool(one.row.run.label.parameters) for one in found)
            return self.tr("{0} of {1} built").format(built, len(found))
        if self._state is RaceState.NONE:
            return self.tr("over, {0}").format(by)
        where = self.tr("paused") if self._state is RaceState.PAUSED else self.tr("{0} of {1} done")
        return f"{where.format(done, len(found))}, {by}"

    def _hold(self) -> None:
        self.steered.emit("go_on" if self._state is RaceState.PAUSED else "pause")
