"""The board of a game, what the network takes each move to be worth, and the keys of a person who plays against it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from nnviz.data.sources import catch
from nnviz.ui import theme
from nnviz.ui.fields.panel_paint import paint_sentence
from nnviz.ui.panes.game_plan import BAR_ROW, LINE, GamePlan, Match

BAR = 8.0
NAME, VALUE = 40.0, 34.0  # pixels beside a bar
_MOVES = {Qt.Key.Key_Left: 0, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 2}
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class GameView(QWidget):
    """Paints what its pane gives it.

    Attributes:
        sentence: shown in place of the board where it is not empty.
        match: the game; None for none.
        values: what each move is worth; () where none is to be made.
        lines: what is said below the bars.

    Signals:
        move_chosen: a person wants the move, the place of one of ``catch.ACTIONS``.
    """

    move_chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sentence = ""
        self.match: Match | None = None
        self.values: tuple[float, ...] = ()
        self.lines: tuple[str, ...] = ()
        self.names = (self.tr("left"), self.tr("stay"), self.tr("right"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Board"))

    def show_match(self, match: Match | None, values: tuple[float, ...], lines: tuple[str, ...]) -> None:
        """Show *match* as it stands, what its next moves are worth, and *lines* on how it goes."""
        self.match, self.values, self.lines = match, values, lines
        self.setAccessibleDescription(self._in_words())
        self.update()

    def _in_words(self) -> str:
        if self.match is None:
            return ""
        place = self.tr("ball in row {0}, column {1}; paddle in column {2}")
        said = [place.format(self.match.ball_row + 1, self.match.ball + 1, self.match.paddle + 1)]
        said += [f"{name} {worth_text(value)}" for name, value in zip(self.names, self.values, strict=False)]
        return "; ".join((*said, *self.lines))

    # ------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.match is None or self.sentence:
            self._paint_sentence(painter)
        else:
            plan = GamePlan.of(self.width(), self.height())
            self._paint_board(painter, plan, self.match)
            self._paint_bars(painter, plan.bars)
            self._paint_lines(painter, plan.bars)
        painter.end()

    def _paint_sentence(self, painter: QPainter) -> None:
        text = self.sentence or self.tr("The game appears here")
        paint_sentence(painter, self.rect(), text)

    def _paint_board(self, painter: QPainter, plan: GamePlan, match: Match) -> None:
        now = theme.current()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.color("field"))
        for row in range(catch.SIDE):
            for column in range(catch.SIDE):
                painter.drawRoundedRect(plan.cell(row, column).adjusted(1, 1, -1, -1), 2, 2)
        if self.hasFocus():
            painter.setPen(QPen(now.color("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(plan.board.adjusted(-1.5, -1.5, 1.5, 1.5), 4, 4)
            painter.setPen(Qt.PenStyle.NoPen)
        # Two paddles share the height of the row, so that neither covers the other.
        halves = (0.30, 0.60) if match.yours is not None else (0.40, 0.40)
        self._paint_paddle(painter, plan, match.paddle, halves[0], "accent")
        if match.yours is not None:
            self._paint_paddle(painter, plan, match.yours, halves[1], "caution")
        self._paint_ball(painter, plan, match)

    def _paint_paddle(self, painter: QPainter, plan: GamePlan, column: int, top: float, colour: str) -> None:
        cell = plan.cell(catch.SIDE - 1, column)
        painter.setBrush(theme.current().color(colour))
        box = QRectF(cell.left() + 1, cell.top() + top * cell.height(), cell.width() - 2, 0.26 * cell.height())
        painter.drawRoundedRect(box, 2, 2)

    def _paint_ball(self, painter: QPainter, plan: GamePlan, match: Match) -> None:
        cell = plan.cell(match.ball_row, match.ball)
        colour = "text" if not match.over else "good" if match.caught or match.you_caught else "bad"
        painter.setBrush(theme.current().color(colour))
        inset = 0.26 * cell.width()
        ball = cell.adjusted(inset, inset, -inset, -inset)
        if match.over:  # it lies on the paddle, or where there is none
            ball.moveTop(cell.top() - 0.22 * cell.height())
        painter.drawEllipse(ball)

    def _paint_bars(self, painter: QPainter, box: QRectF) -> None:
        best = max(range(len(self.values)), key=self.values.__getitem__, default=None)
        for place, name in enumerate(self.names):
            row = QRectF(box.left(), box.top() + place * BAR_ROW, box.width(), BAR_ROW)
            self._paint_bar(painter, row, name, self.values[place] if self.values else None, place == best)

    def _paint_bar(self, painter: QPainter, row: QRectF, name: str, value: float | None, best: bool) -> None:
        now = theme.current()
        painter.setFont(theme.font(11, semibold=best, tabular=True))
        painter.setPen(now.color("text" if best else "quiet"))
        painter.drawText(QRectF(row.left(), row.top(), NAME, row.height()), _LEFT, name)
        painter.drawText(row, _RIGHT, "–" if value is None else worth_text(value))
        track = QRectF(row.left() + NAME, round(row.center().y() - BAR / 2), row.width() - NAME - VALUE, BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.color("field"))
        painter.drawRoundedRect(track, 3, 3)
        middle = track.center().x()
        if value is not None and value == value:  # not NaN
            reach = max(-1.0, min(1.0, value)) * track.width() / 2
            painter.setBrush(now.color("positive" if value >= 0 else "negative", 1.0 if best else 0.5))
            painter.drawRect(QRectF(min(middle, middle + reach), track.top(), abs(reach), BAR))
        painter.fillRect(QRectF(round(middle), track.top() - 2, 1, BAR + 4), now.color("line"))

    def _paint_lines(self, painter: QPainter, box: QRectF) -> None:
        painter.setFont(theme.font(11, tabular=True))
        painter.setPen(theme.current().color("quiet"))
        for place, text in enumerate(self.lines):
            line = QRectF(box.left(), box.top() + 3 * BAR_ROW + 4 + place * LINE, box.width(), LINE)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(line.width()))
            painter.drawText(line, _LEFT, shown)

    def sizeHint(self) -> QSize:
        return QSize(220, 150)

    # ------------------------------------------------------------ a person

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = _MOVES.get(Qt.Key(event.key()))
        if move is None or self.match is None:
            super().keyPressEvent(event)
            return
        self.move_chosen.emit(move)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


def worth_text(value: float) -> str:
    """What a move is worth, as ``0.74`` or ``−0.70``: all of the same width."""
    return f"{value:.2f}".replace("-", "−")
