"""How a layer is painted, from its frozen look and figures."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen, QTransform

from nnviz.ui import theme
from nnviz.ui.diagram.block_paint import paint_block, paint_mark
from nnviz.ui.diagram.detail import Detail
from nnviz.ui.diagram.families import color_of
from nnviz.ui.diagram.geometry import PORT_RADIUS, WIDTH, LayerGeometry
from nnviz.ui.diagram.layer_look import LayerLook, UnitFigures
from nnviz.ui.diagram.problem_paint import paint_problem
from nnviz.ui.diagram.unit_marks import paint_unit_marks
from nnviz.ui.fields.short_name import short_name
from nnviz.ui.language import translate
from nnviz.ui.theme import Theme

_CENTER = Qt.AlignmentFlag.AlignCenter
NAME_ROOM = 30.0  # between a unit and the frame
LONGEST_NAME, NAME_GAP = 84.0, 6.0  # of a unit's name, and from it to the unit or the frame
STEPPER_ROOM = 62.0  # between - and +
FAINT_BIAS = 0.08  # a smaller share of the scale would look like a hole


@dataclass(frozen=True)
class State:
    """What the mouse and the selection do to a layer."""

    chosen: bool
    hovered: bool
    link_target: bool
    stepper: bool


def paint_layer(
    painter: QPainter, look: LayerLook, figures: UnitFigures, state: State, detail: Detail = Detail.FULL
) -> None:
    """Paint one layer around its own middle."""
    colors = theme.current()
    _paint_frame(painter, look, state, colors)
    if detail is not Detail.FULL:
        _paint_plainly(painter, look, colors)
        return
    _paint_header(painter, look, colors)
    if look.geometry.picture is not None:
        paint_block(painter, look, figures, colors)
        paint_unit_marks(painter, look, figures, colors)
    else:
        _paint_units(painter, look, figures, colors)
    _paint_footer(painter, look, state, colors)
    if state.hovered or state.chosen or state.link_target:
        _paint_ports(painter, look, state, colors)
    if look.problem is not None:
        paint_problem(painter, look, colors)


def _paint_plainly(painter: QPainter, look: LayerLook, colors: Theme) -> None:
    """The title, and the parts without small print and figures."""
    title = theme.font(14, semibold=True)
    painter.setFont(title)
    painter.setPen(colors.color("text"))
    painter.drawText(QRectF(-WIDTH / 2, look.geometry.frame.top() + 12, WIDTH, 24), _CENTER, elided(look.title, title))
    painter.setPen(_hairline(color_of(look.family, colors, 0.7)))
    painter.setBrush(color_of(look.family, colors, 0.18))
    if look.geometry.picture is not None:
        painter.drawRoundedRect(look.geometry.picture, 8, 8)
        paint_mark(painter, look, look.geometry.picture, colors)
    else:
        painter.drawRects(look.geometry.units)


@lru_cache(maxsize=4096)
def _title_size(text: str) -> int:
    """13 pixels, or a little less for a long name."""
    room = WIDTH - 8
    sizes = (13, 12, 11)
    fitting = (size for size in sizes if QFontMetricsF(theme.font(size, semibold=True)).horizontalAdvance(text) <= room)
    return next(fitting, sizes[-1])


@lru_cache(maxsize=4096)
def _elided(text: str, pixels: int, bold: bool, room: float) -> str:
    metrics = QFontMetricsF(theme.font(pixels, semibold=bold))
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)


def elided(text: str, font: QFont, room: float = WIDTH - 8) -> str:
    """*text* cut to *room*; measured once, since a diagram is painted again and again."""
    return _elided(text, font.pixelSize(), font.weight() > QFont.Weight.Normal, room)


def stepper_rects(geometry: LayerGeometry) -> tuple[QRectF, QRectF]:
    """Where - and + stand: beside the count of units, inside the frame."""
    y = geometry.frame.bottom() - 24
    return QRectF(-WIDTH / 2 + 6, y, 20, 20), QRectF(WIDTH / 2 - 26, y, 20, 20)


def _paint_frame(painter: QPainter, look: LayerLook, state: State, colors: Theme) -> None:
    frame = look.geometry.frame
    if state.chosen or state.link_target:
        painter.setPen(QPen(colors.color("accent"), 1.5))
        painter.setBrush(colors.color("accent", 0.06))
    elif look.problem is not None:
        painter.setPen(QPen(colors.color("caution" if look.problem.caution else "bad", 0.8), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    elif state.hovered:
        painter.setPen(QPen(colors.color("quiet", 0.35), 1))
        painter.setBrush(colors.color("text", 0.03))
    else:
        return
    painter.drawRoundedRect(frame, 10, 10)


def _paint_header(painter: QPainter, look: LayerLook, colors: Theme) -> None:
    top = look.geometry.frame.top()
    title = theme.font(_title_size(look.title), semibold=True)
    painter.setFont(title)
    painter.setPen(colors.color("text"))
    painter.drawText(QRectF(-WIDTH / 2, top + 6, WIDTH, 20), _CENTER, elided(look.title, title))
    small = theme.font(11)
    painter.setFont(small)
    painter.setPen(colors.color("quiet"))
    painter.drawText(QRectF(-WIDTH / 2, top + 25, WIDTH, 16), _CENTER, elided(look.subtitle, small))


def _paint_units(painter: QPainter, look: LayerLook, figures: UnitFigures, colors: Theme) -> None:
    inside = _names_fit(look)
    for unit, rect in zip(look.geometry.shown, look.geometry.units, strict=True):
        _paint_unit(painter, rect, unit, look, figures, colors)
        if unit < len(look.names):
            _paint_name(painter, rect, look, unit, inside, colors)
    paint_unit_marks(painter, look, figures, colors)
    gap = look.geometry.gap
    if gap is not None:
        _paint_gap(painter, gap, look.geometry.total - len(look.geometry.shown), colors)


def _paint_gap(painter: QPainter, at: QPointF, hidden: int, colors: Theme) -> None:
    """Three dots, and how many units they stand for."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colors.color("quiet"))
    for i in (-1, 0, 1):
        painter.drawEllipse(at + QPointF(0, 7 * i), 1.8, 1.8)
    painter.setPen(colors.color("quiet"))
    painter.setFont(theme.font(10, tabular=True))
    painter.drawText(QRectF(at.x() + 10, at.y() - 10, 50, 20), Qt.AlignmentFlag.AlignVCenter, f"+{hidden:,}")


def _paint_unit(
    painter: QPainter, rect: QRectF, unit: int, look: LayerLook, figures: UnitFigures, colors: Theme
) -> None:
    radius = rect.width() * 0.2
    image = figures.images.get(unit)
    if image is not None and colors.exact:
        _paint_clipped(painter, rect, radius, image)
        painter.setBrush(Qt.BrushStyle.NoBrush)
    elif image is not None:
        painter.setBrush(_texture(image, rect))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    elif unit in figures.activity:
        painter.setBrush(colors.signed(figures.activity[unit]))
    else:
        painter.setBrush(colors.color("field"))
    known = image is not None or unit in figures.activity
    painter.setPen(_hairline(colors.color("quiet", 0.55) if known else color_of(look.family, colors)))
    painter.drawRoundedRect(rect, radius, radius)
    if abs(figures.bias.get(unit, 0.0)) > FAINT_BIAS:
        painter.setBrush(colors.signed(figures.bias[unit]))
        painter.setPen(_hairline(colors.color("quiet")))  # a small bias is nearly as dark as the canvas
        painter.drawEllipse(look.geometry.bias_place(rect), 4.0, 4.0)


def _hairline(color: QColor) -> QPen:
    """One pixel wide at every zoom, which is also what Qt draws fastest."""
    pen = QPen(color, 1)
    pen.setCosmetic(not theme.current().exact)
    return pen


def _paint_clipped(painter: QPainter, rect: QRectF, radius: float, image: QImage) -> None:
    """*image* within the rounded *rect*, slowly, but as every paint device understands it."""
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    painter.save()
    painter.setClipPath(path)
    painter.drawImage(rect, image)
    painter.restore()


def _texture(image: QImage, rect: QRectF) -> QBrush:
    """*image* stretched over *rect*, to fill any shape: clipping to a shape costs ten times as much.

    It is enlarged first: at its edge a texture blends into its other side, by half a pixel of the texture.
    """
    side = round(rect.width()) * 2
    mode = Qt.TransformationMode.SmoothTransformation
    brush = QBrush(image.scaled(side, side, Qt.AspectRatioMode.IgnoreAspectRatio, mode))
    brush.setTransform(
        QTransform.fromTranslate(rect.left(), rect.top()).scale(rect.width() / side, rect.height() / side)
    )
    return brush


def extent(look: LayerLook) -> QRectF:
    """All of a layer that is to be seen: its frame, and the names of its units that do not fit inside."""
    frame, longest = look.geometry.frame, _longest_name(look)
    if longest <= NAME_ROOM:
        return frame
    beyond = min(longest, LONGEST_NAME) + NAME_GAP
    return frame.adjusted(-beyond, 0, 0, 0) if look.family == "input" else frame.adjusted(0, 0, beyond, 0)


def _longest_name(look: LayerLook) -> float:
    """How wide the names are that are shown, of what may be thousands."""
    metrics = QFontMetricsF(theme.font(10))
    return max((metrics.horizontalAdvance(name) for name in _shown_names(look)), default=0.0)


def _shown_names(look: LayerLook) -> list[str]:
    return [look.names[unit] for unit in look.geometry.shown if unit < len(look.names)]


def _names_fit(look: LayerLook) -> bool:
    return _longest_name(look) <= NAME_ROOM


def _paint_name(painter: QPainter, rect: QRectF, look: LayerLook, unit: int, inside: bool, colors: Theme) -> None:
    """Feature names stand to the left of the first layer, class names to the right of the last.

    They stand beside the unit where all fit *inside* the frame, else outside it, so that none crosses its edge.
    """
    font = theme.font(10)
    painter.setFont(font)
    painter.setPen(colors.color("quiet"))
    left = look.family == "input"
    text = short_name(look.names[unit], _shown_names(look), QFontMetricsF(font), LONGEST_NAME)
    align = Qt.AlignmentFlag.AlignVCenter
    edge = look.geometry.frame
    rect = rect if inside else QRectF(edge.left(), rect.top(), edge.width(), rect.height())
    if left:
        box = QRectF(rect.left() - LONGEST_NAME - NAME_GAP, rect.top(), LONGEST_NAME, rect.height())
        painter.drawText(box, align | Qt.AlignmentFlag.AlignRight, text)
    else:
        box = QRectF(rect.right() + NAME_GAP, rect.top(), LONGEST_NAME, rect.height())
        painter.drawText(box, align | Qt.AlignmentFlag.AlignLeft, text)


def _paint_footer(painter: QPainter, look: LayerLook, state: State, colors: Theme) -> None:
    frame = look.geometry.frame
    painter.setFont(theme.font(11, tabular=True))
    painter.setPen(colors.color("quiet"))
    text = look.footer
    if state.stepper:
        text = elided(_units_text(look.geometry.total), theme.font(11), STEPPER_ROOM)
        for rect, sign in zip(stepper_rects(look.geometry), "-+", strict=True):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.color("field_hover"))
            painter.drawRoundedRect(rect, 5, 5)
            painter.setPen(QPen(colors.color("text"), 1.4))
            c = rect.center()
            painter.drawLine(c - QPointF(4, 0), c + QPointF(4, 0))
            if sign == "+":
                painter.drawLine(c - QPointF(0, 4), c + QPointF(0, 4))
        painter.setPen(colors.color("quiet"))
    painter.drawText(QRectF(-WIDTH / 2, frame.bottom() - 24, WIDTH, 18), _CENTER, text)


def _units_text(count: int) -> str:
    """What - and + change."""
    return translate("Diagram", "1 unit") if count == 1 else translate("Diagram", "{0} units").format(f"{count:,}")


def _paint_ports(painter: QPainter, look: LayerLook, state: State, colors: Theme) -> None:
    painter.setPen(QPen(colors.color("background"), 2))
    painter.setBrush(colors.color("accent"))
    ports = []
    if look.family != "input":
        ports.append(look.geometry.input_port)
    if look.family != "output":
        ports.append(look.geometry.output_port)
    for port in ports:
        painter.drawEllipse(port, PORT_RADIUS, PORT_RADIUS)
