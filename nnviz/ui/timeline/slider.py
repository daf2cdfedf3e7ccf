"""The slider itself: one line through all epochs of a run, with a handle where one looks."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nnviz.ui import theme
from nnviz.ui.figures import count_text
from nnviz.ui.timeline.geometry import Track, nearest, stepped, ticks

HEIGHT, MARGIN, LINE, HANDLE = 32, 8, 4, 7
NEAR = 5.0  # pixels: a mark nearer than this is read by the mouse
PAGE = 10  # snapshots


@dataclass(frozen=True)
class RunShown:
    """What the slider shows of a run.

    Attributes:
        done: epochs trained.
        last: the epoch at the right end, where a run that goes on is heading.
        kept: the epochs of its snapshots, in ascending order.
        best: the epoch of the best one; None where that is not known.
        changes: where something was changed.
        note: that few epochs are kept, and why; empty where there is nothing to say.
    """

    done: int = 0
    last: int = 0
    kept: tuple[int, ...] = ()
    best: int | None = None
    changes: tuple[int, ...] = ()
    note: str = ""


class EpochSlider(QWidget):
    """Drag it, or click anywhere on it, to look at the snapshot that is nearest.

    Left and right step from snapshot to snapshot, Page Up and Page Down by ten, Home and End to the first and the last;
    Space plays, Escape returns to the present.

    Attributes:
        epoch: the epoch that is looked at; None for the present.

    Signals:
        epoch_wished: a person wants to see that epoch.
        present_wished: a person wants to see the present.
        play_wished: a person wants it to be played, or not any more.
    """

    epoch_wished = Signal(int)
    present_wished = Signal()
    play_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.run = RunShown()
        self.epoch: int | None = None
        self._reached_by_key = False
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Epochs of the run"))
        theme.notifier().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(400, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, HEIGHT)

    def show_run(self, run: RunShown) -> None:
        """Show what there is of a run."""
        if run != self.run:
            self.run = run
            self.setCursor(Qt.CursorShape.PointingHandCursor if run.kept else Qt.CursorShape.ArrowCursor)
            self.update()

    def show_epoch(self, epoch: int | None) -> None:
        """Put the handle at *epoch*, or at the present."""
        if epoch != self.epoch:
            self.epoch = epoch
            self.setAccessibleDescription("" if epoch is None else self.tr("epoch {0}").format(count_text(epoch)))
            self.update()

    @property
    def track(self) -> Track:
        """The line."""
        return Track(MARGIN, self.width() - 2 * MARGIN, max(1, self.run.last, self.run.done))

    # ------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        now, track, run = theme.current(), self.track, self.run
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle = self.height() / 2
        past = self.epoch is not None
        here = track.x(run.done if self.epoch is None else self.epoch)
        self._line(painter, track.left, track.left + track.width, now.color("line" if now.dark else "field_hover"))
        if run.kept:
            self._line(painter, track.left, track.x(run.done), now.color("accent", 0.35 if past else 1.0))
            self._line(painter, track.left, here, now.color("caution" if past else "accent"))
            self._paint_marks(painter, track)
            self._paint_handle(painter, QPointF(here, middle), now.color("caution" if past else "accent"))
        painter.end()

    def _line(self, painter: QPainter, left: float, right: float, color: QColor) -> None:
        painter.setBrush(color)
        painter.drawRoundedRect(QRectF(left, (self.height() - LINE) / 2, max(0.0, right - left), LINE), 2, 2)

    def _paint_marks(self, painter: QPainter, track: Track) -> None:
        now, middle = theme.current(), self.height() / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(now.color("quiet", 0.55), 1))
        for x in ticks(self.run.kept, track):
            painter.drawLine(QPointF(round(x), middle + 5), QPointF(round(x), middle + 8))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for epoch in self.run.changes:
            x = track.x(epoch)
            painter.setBrush(now.color("text"))
            painter.drawRect(QRectF(x - 0.75, middle - 9, 1.5, 7))
        if self.run.best is not None:
            x = track.x(self.run.best)
            painter.setBrush(now.color("caution"))
            painter.drawPolygon(
                QPolygonF([QPointF(x - 4, middle - 11), QPointF(x + 4, middle - 11), QPointF(x, middle - 4)])
            )

    def _paint_handle(self, painter: QPainter, place: QPointF, color: QColor) -> None:
        painter.setPen(QPen(theme.current().color("panel"), 2))
        painter.setBrush(color)
        painter.drawEllipse(place, HANDLE, HANDLE)
        if self.hasFocus() and self._reached_by_key:
            painter.setPen(QPen(theme.current().color("text"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(place, HANDLE + 2, HANDLE + 2)

    # ------------------------------------------------------------ the hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._go_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_to(event.position().x())

    def _go_to(self, x: float) -> None:
        epoch = nearest(self.run.kept, self.track.epoch(x))
        if epoch is not None:
            self.epoch_wished.emit(epoch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        kept = self.run.kept
        here = self.run.done if self.epoch is None else self.epoch
        targets = {
            Qt.Key.Key_Left: lambda: stepped(kept, here, -1), Qt.Key.Key_Right: lambda: stepped(kept, here, 1),
            Qt.Key.Key_PageUp: lambda: stepped(kept, here, -PAGE),
            Qt.Key.Key_PageDown: lambda: stepped(kept, here, PAGE),
            Qt.Key.Key_Home: lambda: kept[0] if kept else None, Qt.Key.Key_End: lambda: kept[-1] if kept else None,
        }  # fmt: skip
        key = Qt.Key(event.key())
        if key in targets:
            epoch = targets[key]()
            if epoch is not None:
                self.epoch_wished.emit(epoch)
        elif key == Qt.Key.Key_Space:
            self.play_wished.emit()
        elif key == Qt.Key.Key_Escape and self.epoch is not None:
            self.present_wished.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._reached_by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.hint_at(event.pos().x()), self)
            return True
        return super().event(event)

    def hint_at(self, x: float) -> str:
        """What the tooltip says at the pixel *x*."""
        run, track = self.run, self.track
        if not run.kept:
            return self.tr("Once something was trained, drag here to see any epoch of it again")
        epoch = nearest(run.kept, track.epoch(x)) or 0
        lines = [self.tr("epoch {0}").format(count_text(epoch)) if epoch else self.tr("initial weights")]
        if run.best is not None and abs(track.x(run.best) - x) < NEAR:
            lines.append(self.tr("best snapshot: epoch {0}").format(count_text(run.best)))
        if any(abs(track.x(change) - x) < NEAR for change in run.changes):
            lines.append(self.tr("something was changed here"))
        return "\n".join(lines)
