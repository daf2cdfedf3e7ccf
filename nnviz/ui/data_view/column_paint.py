"""Painting what is known of a column: as a card where there is little room, else on one line."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from nnviz.data.profile.known import Association, ClassCount, ColumnProfile
from nnviz.ui import theme
from nnviz.ui.data_view.bars import bars_of, paint_bars
from nnviz.ui.data_view.wording import kind_text, number_text
from nnviz.ui.figures import count_text
from nnviz.ui.language import translate

SIDE = 12.0
CARD_HEIGHT, LINE_HEIGHT, WIDE = 96, 46, 520
FIGURE, BARS, TELLS = 54.0, 96.0, 100.0
ROUNDING = 1e-12  # of the span of a column
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Ground:
    """What bars and shares are counted against: the *rows* and *classes* of the data, and their colours."""

    rows: int
    classes: tuple[ClassCount, ...]
    yes_or_no: bool


def figures_of(column: ColumnProfile) -> tuple[tuple[str, str], ...]:
    """The figures of *column*, each with its name: of numbers where they lie, of words how many there are."""
    if column.minimum is not None and column.maximum is not None:
        return (
            (translate("DataView", "min"), number_text(column.minimum)),
            (translate("DataView", "mean"), number_text(_mean(column, column.maximum - column.minimum))),
            (translate("DataView", "max"), number_text(column.maximum)),
        )
    if column.first:
        return ((translate("DataView", "first"), column.first), (translate("DataView", "last"), column.last))
    most = column.frequent[0][0] if column.frequent else ""
    about = "" if column.distinct_exact else "≈ "
    return (
        (translate("DataView", "values"), about + count_text(column.distinct)),
        (translate("DataView", "most often"), most),
    )


def _mean(column: ColumnProfile, span: float) -> float | None:
    """The mean; 0 where it is nothing but the rounding of sums."""
    return 0.0 if column.mean is not None and abs(column.mean) < ROUNDING * span else column.mean


def missing_text(column: ColumnProfile, rows: int) -> str:
    """How many rows have no value, and which share that is; empty where all have one."""
    if not column.missing:
        return ""
    share = 100 * column.missing / max(1, rows)
    shown = f"{share:.0f}" if share >= 1 else f"{share:.1g}"
    return translate("DataView", "{0} missing ({1} %)").format(count_text(column.missing), shown)


def paint_column(painter: QPainter, box: QRectF, column: ColumnProfile, ground: Ground, hot: bool) -> None:
    """Paint *column* into *box*."""
    now = theme.current()
    card = box.adjusted(0, 0, 0, -6 if box.width() < WIDE else -4)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(now.color("field_hover" if hot else "field"))
    painter.drawRoundedRect(card, theme.CARD_RADIUS, theme.CARD_RADIUS)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    (_paint_line if box.width() >= WIDE else _paint_card)(painter, card.adjusted(SIDE, 0, -SIDE, 0), column, ground)


def _paint_card(painter: QPainter, box: QRectF, column: ColumnProfile, ground: Ground) -> None:
    _paint_name(painter, QRectF(box.left(), box.top() + 6, box.width(), 18), column, beside=True)
    half = box.width() * 0.4
    _paint_bars(painter, QRectF(box.left(), box.top() + 30, half, 32), column, ground)
    left, figures = box.left() + half + 10, figures_of(column)
    each = (box.right() - left) / len(figures)
    for i, (name, text) in enumerate(figures):
        _paint_figure(painter, QRectF(left + i * each, box.top() + 28, each - 4, 34), name, text)
    foot = QRectF(box.left(), box.bottom() - 23, box.width(), 18)
    if column.association is not None:
        _paint_association(painter, foot, column.association)
        if not column.missing:
            _paint_correlation_word(painter, foot.adjusted(TELLS, 0, 0, 0))
    _paint_missing(painter, foot, column, ground)


def _paint_line(painter: QPainter, box: QRectF, column: ColumnProfile, ground: Ground) -> None:
    right = box.right() - TELLS
    if column.association is not None:
        half = (box.height() - 8) / 2
        _paint_correlation_word(painter, QRectF(right, box.top() + 4, TELLS, half))
        _paint_association(painter, QRectF(right, box.top() + 4 + half, TELLS, half), column.association)
    right -= 16 + 3 * FIGURE
    figures = figures_of(column)
    each = 3 * FIGURE / len(figures)
    for i, (name, text) in enumerate(figures):
        _paint_figure(painter, QRectF(right + i * each, box.top() + 4, each - 4, box.height() - 8), name, text)
    right -= BARS + 16
    _paint_bars(painter, QRectF(right, box.top() + 7, BARS, box.height() - 15), column, ground)
    names = QRectF(box.left(), box.top() + 4, right - box.left() - 12, (box.height() - 8) / 2)
    _paint_name(painter, names, column, beside=False)
    below = names.translated(0, names.height())
    painter.setFont(theme.font(10))
    painter.setPen(theme.current().color("quiet"))
    kind = kind_text(column)
    painter.drawText(below, _LEFT, kind)
    wide = painter.fontMetrics().horizontalAdvance(kind)
    _paint_missing(painter, below.adjusted(wide + 10, 0, 0, 0), column, ground, Qt.AlignmentFlag.AlignLeft)


def _paint_name(painter: QPainter, box: QRectF, column: ColumnProfile, *, beside: bool) -> None:
    now, taken = theme.current(), 0.0
    if beside:
        painter.setFont(theme.font(10))
        painter.setPen(now.color("accent" if column.role == "target" else "quiet"))
        kind = kind_text(column)
        painter.drawText(box, _RIGHT, kind)
        taken = painter.fontMetrics().horizontalAdvance(kind) + 10
    font = theme.font(12, semibold=True)
    font.setStrikeOut(column.role == "left out")
    painter.setFont(font)
    name = "accent" if column.role == "target" else "quiet" if column.role == "left out" else "text"
    painter.setPen(now.color(name))
    _write(painter, box.adjusted(0, 0, -taken, 0), column.name, _LEFT)


def _paint_bars(painter: QPainter, box: QRectF, column: ColumnProfile, ground: Ground) -> None:
    bars = bars_of(column, ground.classes, ground.yes_or_no)
    if bars is not None:
        paint_bars(painter, box, bars)


def _paint_figure(painter: QPainter, box: QRectF, name: str, text: str) -> None:
    now = theme.current()
    painter.setFont(theme.font(10))
    painter.setPen(now.color("quiet"))
    _write(painter, QRectF(box.left(), box.top(), box.width(), box.height() / 2), name, _RIGHT)
    painter.setFont(theme.font(11, tabular=True))
    painter.setPen(now.color("text"))
    _write(painter, QRectF(box.left(), box.center().y(), box.width(), box.height() / 2), text, _RIGHT)


def _paint_correlation_word(painter: QPainter, box: QRectF) -> None:
    painter.setFont(theme.font(10))
    painter.setPen(theme.current().color("quiet"))
    painter.drawText(box, _LEFT, translate("DataView", "correlation"))


def _paint_association(painter: QPainter, box: QRectF, found: Association) -> None:
    """A track of 60 pixels: from its middle for a correlation with a sign, else from its left end; and the figure."""
    now, track = theme.current(), QRectF(box.left(), round(box.center().y()) - 2, 60, 4)
    painter.fillRect(track, now.color("line"))
    value = max(-1.0, min(1.0, found.value))
    if found.measure == "pearson":
        middle, end = track.center().x(), track.center().x() + value * track.width() / 2
        painter.fillRect(QRectF(min(middle, end), track.top(), abs(end - middle), 4),
                         now.color("positive" if value >= 0 else "negative"))  # fmt: skip
        painter.fillRect(QRectF(round(middle), track.top() - 2, 1, 8), now.color("quiet"))
    else:
        painter.fillRect(QRectF(track.left(), track.top(), value * track.width(), 4), now.color("positive"))
    painter.setFont(theme.font(11, tabular=True))
    painter.setPen(now.color("text"))
    text = f"{value:.2f}".replace("-", "−")
    painter.drawText(box.adjusted(track.width() + 8, 0, 0, 0), _LEFT, text)


def _paint_missing(
    painter: QPainter, box: QRectF, column: ColumnProfile, ground: Ground,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignRight,
) -> None:  # fmt: skip
    painter.setFont(theme.font(10, tabular=True))
    painter.setPen(theme.current().color("caution"))
    text = missing_text(column, ground.rows)
    if painter.fontMetrics().horizontalAdvance(text) > box.width():
        text = text.partition(" (")[0]
    _write(painter, box, text, side | Qt.AlignmentFlag.AlignVCenter)


def _write(painter: QPainter, box: QRectF, text: str, alignment: Qt.AlignmentFlag) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(0, round(box.width())))
    painter.drawText(box, alignment, shown)
