"""Small drawings that tell the kinds of layers apart at a glance: pure vectors, at most 36 units wide and 28 high.

Each is drawn around (0, 0) in the colour of its family; what stands back is the same colour, fainter.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from nnviz.ui.diagram.families import Family

LINE = 1.5
Drawing = Callable[[QPainter, QColor, str], None]
_OPERATIONS = {"Add": "+", "Multiply": "x", "Subtract": "-", "Dot": ".", "Average": "=", "Maximum": "^", "Minimum": "v"}


def paint_glyph(painter: QPainter, family: Family, kind: str, color: QColor) -> None:
    """Draw the glyph of a layer of *kind* around (0, 0)."""
    painter.setPen(_pen(color))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _DRAWINGS.get(family, _other)(painter, color, kind)


def _pen(color: QColor, width: float = LINE) -> QPen:
    return QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _faint(color: QColor, share: float = 0.3) -> QColor:
    made = QColor(color)
    made.setAlphaF(color.alphaF() * share)
    return made


def _cells(painter: QPainter, left: float, top: float, columns: int, rows: int, side: float, color: QColor) -> None:
    """A grid of small squares with a gap of 2 between them."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRects(
        [QRectF(left + i * (side + 2), top + j * (side + 2), side, side) for i in range(columns) for j in range(rows)]
    )


def _arrow(painter: QPainter, a: QPointF, b: QPointF, color: QColor) -> None:
    painter.setPen(_pen(color))
    painter.drawLine(a, b)
    way = QLineF(a, b)
    ux, uy = (b.x() - a.x()) / way.length(), (b.y() - a.y()) / way.length()
    back = b - QPointF(ux, uy) * 4
    side = QPointF(-uy, ux) * 3
    painter.drawPolyline(QPolygonF([back + side, b, back - side]))


# ------------------------------------------------------------------ what looks at neighbours


def _convolution(painter: QPainter, color: QColor, kind: str) -> None:
    """A window on a grid, and the one number it gives; the other way round where it is transposed."""
    flat = "1D" in kind
    rows, top = (1, -2.5) if flat else (4, -13.0)
    left, single = (-2.0, -18.0) if "Transpose" in kind else (-18.0, 13.0)
    _cells(painter, left, top, 3 if flat else 4, rows, 5, _faint(color))
    if flat:
        _cells(painter, left, top, 2, 1, 5, color)
        painter.setPen(_pen(color, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(left - 2, top - 2, 16, 9), 2, 2)
    else:
        _cells(painter, left, top, 2, 2, 5, color)
        painter.setPen(_pen(color, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(left - 2, top - 2, 16, 16), 2, 2)
    _cells(painter, single, -2.5, 1, 1, 5, color)
    middle = QPointF(left + (3 if flat else 4) * 7 - 2, 0) if single > 0 else QPointF(-11.5, 0)
    painter.setPen(_pen(_faint(color, 0.7), 1.2))
    painter.drawLine(middle + QPointF(1.5 if single > 0 else 0, 0), QPointF(single - 2 if single > 0 else left - 4, 0))


def _pooling(painter: QPainter, color: QColor, kind: str) -> None:
    """Four numbers of which one comes out: the largest, or an even mixture."""
    average = "Average" in kind
    whole = "Global" in kind
    _cells(painter, -18, -10.5 if whole else -7.5, 3 if whole else 2, 3 if whole else 2, 5.5 if whole else 6.5,
           _faint(color, 0.55 if average else 0.3))  # fmt: skip
    if not average:
        _cells(painter, -10.5 if whole else -9.5, -3 if whole else -7.5, 1, 1, 5.5 if whole else 6.5, color)
    _arrow(painter, QPointF(5 if whole else 0.5, 0), QPointF(10 if whole else 7, 0), _faint(color, 0.7))
    _cells(painter, 12 if whole else 10.5, -3.5, 1, 1, 7, color if not average else _faint(color, 0.8))


def _recurrent(painter: QPainter, color: QColor, kind: str) -> None:
    """A cell that feeds itself; two loops where it reads both ways."""
    painter.setBrush(_faint(color))
    painter.drawRoundedRect(QRectF(-7, -2, 14, 14), 3, 3)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _arrow(painter, QPointF(-18, 5), QPointF(-9, 5), color)
    _arrow(painter, QPointF(7, 5), QPointF(17, 5), color)
    if kind == "TimeDistributed":
        painter.drawLine(QLineF(-7, -7, 7, -7))
        painter.drawLine(QLineF(-5, -11, 5, -11))
        return
    loop = QPainterPath(QPointF(5, -2))
    loop.cubicTo(QPointF(13, -17), QPointF(-13, -17), QPointF(-5, -3.5))
    painter.drawPath(loop)
    painter.drawPolyline(QPolygonF([QPointF(-9.2, -5.4), QPointF(-5, -2.5), QPointF(-4.2, -7.4)]))
    if kind == "Bidirectional":
        painter.drawPolyline(QPolygonF([QPointF(9.2, -5.4), QPointF(5, -2.5), QPointF(4.2, -7.4)]))


def _attention(painter: QPainter, color: QColor, kind: str) -> None:
    """Every step looks at every other, at some of them more."""
    left = [QPointF(-14, y) for y in (-11, 0, 11)]
    right = [QPointF(14, y) for y in (-11, 0, 11)]
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            painter.setPen(_pen(color if j == (i + 1) % 3 else _faint(color), 1.6 if j == (i + 1) % 3 else 1.0))
            painter.drawLine(a, b)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for point in (*left, *right):
        painter.drawEllipse(point, 3.2, 3.2)


def _embedding(painter: QPainter, color: QColor, kind: str) -> None:
    """A row looked up in a table."""
    _cells(painter, -16, -13, 5, 4, 4.8, _faint(color, 0.28))
    _cells(painter, -16, -13 + 6.8, 5, 1, 4.8, color)
    painter.setPen(_pen(color, 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(-18, -13 + 4.8, 36, 8.8), 2, 2)


# ------------------------------------------------------------------ what changes numbers one by one


def _normalization(painter: QPainter, color: QColor, kind: str) -> None:
    """The bell that numbers are brought to."""
    bell = QPainterPath(QPointF(-17, 10))
    bell.cubicTo(QPointF(-6, 10), QPointF(-7, -12), QPointF(0, -12))
    bell.cubicTo(QPointF(7, -12), QPointF(6, 10), QPointF(17, 10))
    painter.fillPath(bell, _faint(color, 0.22))
    painter.drawPath(bell)
    painter.setPen(_pen(_faint(color, 0.7), 1.2))
    painter.drawLine(QLineF(0, -8, 0, 10))


def _dropout(painter: QPainter, color: QColor, kind: str) -> None:
    """Units, some of them left out; a shaken line for noise."""
    if "Noise" in kind:
        points = [QPointF(-17 + 34 * i / 12, y) for i, y in enumerate((0, -5, 4, -9, 3, 9, -6, 1, -11, 6, -3, 8, 0))]
        painter.drawPolyline(QPolygonF(points))
        return
    for i in range(4):
        for j in range(3):
            point = QPointF(-15 + 10 * i, -10 + 10 * j)
            out = (i * 3 + j * 2) % 5 in (1, 4)
            painter.setPen(_pen(_faint(color, 0.6), 1.1) if out else Qt.PenStyle.NoPen)
            painter.setBrush(Qt.BrushStyle.NoBrush if out else color)
            painter.drawEllipse(point, 2.6, 2.6)


_CURVES: dict[str, Callable[[float], float]] = {
    "linear": lambda x: x,
    "relu": lambda x: max(0.0, x),
    "leaky": lambda x: x if x > 0 else 0.22 * x,
    "elu": lambda x: x if x > 0 else 0.45 * (math.exp(2.2 * x) - 1),
    "step": lambda x: 0.9 if x > 0 else 0.0,
    "sigmoid": lambda x: 1.8 / (1 + math.exp(-5 * x)) - 0.9,
    "tanh": lambda x: 0.9 * math.tanh(2.6 * x),
    "gelu": lambda x: x / (1 + math.exp(-5 * x)),
}
_ALIKE = {
    "ReLU": "relu", "relu6": "relu", "hard_sigmoid": "sigmoid", "softmax": "sigmoid", "log_softmax": "relu",
    "LeakyReLU": "leaky", "PReLU": "leaky", "leaky_relu": "leaky", "ELU": "elu", "selu": "elu", "celu": "elu",
    "softplus": "gelu", "silu": "gelu", "swish": "gelu", "mish": "gelu", "hard_silu": "gelu", "hard_swish": "gelu",
    "softsign": "tanh", "hard_tanh": "tanh", "exponential": "elu",
}  # fmt: skip


def _activation(painter: QPainter, color: QColor, kind: str) -> None:
    """The curve of the function; bars of shares for softmax. *kind* is the function's name."""
    if kind.lower() in ("softmax", "log_softmax", "sparsemax"):
        painter.setPen(Qt.PenStyle.NoPen)
        for i, height in enumerate((6, 22, 11, 4)):
            painter.setBrush(color if height == 22 else _faint(color, 0.4))
            painter.drawRoundedRect(QRectF(-16 + 8.5 * i, 11 - height, 6.5, height), 1.5, 1.5)
        return
    painter.setPen(_pen(_faint(color, 0.4), 1.0))
    painter.drawLine(QLineF(-17, 0, 17, 0))
    painter.drawLine(QLineF(0, -13, 0, 13))
    curve = _CURVES.get(_ALIKE.get(kind, kind), _CURVES["relu"])
    painter.setPen(_pen(color, 1.8))
    points = [QPointF(x * 15, -curve(x) * 12) for x in (i / 12 - 1 for i in range(25))]
    painter.drawPolyline(QPolygonF(points))


# ------------------------------------------------------------------ what lays numbers out anew


def _shape(painter: QPainter, color: QColor, kind: str) -> None:
    """A square of numbers and the row they come to."""
    if kind == "RepeatVector":
        for i in range(3):
            _cells(painter, -10, -10.5 + 7.5 * i, 3, 1, 5.5, color if i == 0 else _faint(color, 0.4))
        return
    _cells(painter, -18, -6, 2, 2, 5, _faint(color, 0.55))
    if kind == "Permute":
        _arrow(painter, QPointF(-2, -4), QPointF(6, -4), color)
        _arrow(painter, QPointF(6, 4), QPointF(-2, 4), color)
        _cells(painter, 9, -6, 2, 2, 5, color)
        return
    _arrow(painter, QPointF(-3.5, 0), QPointF(2.5, 0), _faint(color, 0.7))
    if kind == "Flatten":
        _cells(painter, 7, -13, 1, 4, 5, color)
    else:
        _cells(painter, 5, -9.5, 2, 3, 5, color)


def _size(painter: QPainter, color: QColor, kind: str) -> None:
    """A picture that grows, gets a border, or is cut."""
    inner = QRectF(-6, -6, 12, 12)
    outer = QRectF(-13, -13, 26, 26)
    cut = "Crop" in kind
    painter.setBrush(_faint(color))
    painter.drawRoundedRect(inner, 2, 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    dashed = _pen(_faint(color, 0.75), 1.2)
    dashed.setDashPattern([2.5, 2.5])
    painter.setPen(_pen(_faint(color, 0.6), 1.2) if cut else dashed)
    painter.drawRoundedRect(outer, 3, 3)
    if "UpSampling" in kind or kind == "Resizing":
        for x, y in ((1, -1), (-1, 1)):
            _arrow(painter, QPointF(7.5 * x, 7.5 * y), QPointF(12 * x, 12 * y), color)


def _merge(painter: QPainter, color: QColor, kind: str) -> None:
    """What is done with the inputs, in a circle; two pieces put together for Concatenate."""
    if kind == "Concatenate":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(QRectF(-6, -14, 12, 13), 2.5, 2.5)
        painter.setBrush(_faint(color, 0.5))
        painter.drawRoundedRect(QRectF(-6, 1, 12, 13), 2.5, 2.5)
        return
    painter.setBrush(_faint(color, 0.2))
    painter.drawEllipse(QPointF(0, 0), 13, 13)
    sign = _OPERATIONS.get(kind, "+")
    painter.setPen(_pen(color, 2))
    if sign in "+-":
        painter.drawLine(QLineF(-6, 0, 6, 0))
    if sign == "+":
        painter.drawLine(QLineF(0, -6, 0, 6))
    if sign == "x":
        painter.drawLines([QLineF(-4.5, -4.5, 4.5, 4.5), QLineF(-4.5, 4.5, 4.5, -4.5)])
    if sign == "=":
        painter.drawLines([QLineF(-5.5, -3, 5.5, -3), QLineF(-5.5, 3, 5.5, 3)])
    if sign == ".":
        painter.setBrush(color)
        painter.drawEllipse(QPointF(0, 0), 2, 2)
    if sign in "^v":
        tip = -3.5 if sign == "^" else 3.5
        painter.drawPolyline(QPolygonF([QPointF(-5.5, -tip * 0.8), QPointF(0, tip), QPointF(5.5, -tip * 0.8)]))


# ------------------------------------------------------------------ the rest


def _image(painter: QPainter, color: QColor, kind: str) -> None:
    """A picture; turned, shifted or lit as the layer does it."""
    frame = QRectF(-12, -10, 24, 20)
    ghost = _pen(_faint(color, 0.5), 1.1)
    ghost.setDashPattern([2.5, 2.5])
    if kind.startswith("Random"):
        painter.save()
        painter.setPen(ghost)
        if "Rotation" in kind or "Flip" in kind:
            painter.rotate(16)
        elif "Translation" in kind:
            painter.translate(4, -3)
        else:
            painter.scale(1.2, 1.2)
        painter.drawRoundedRect(frame, 2, 2)
        painter.restore()
    painter.setPen(_pen(color))
    painter.setBrush(_faint(color, 0.15))
    painter.drawRoundedRect(frame, 2.5, 2.5)
    hills = QPolygonF([QPointF(-9, 7), QPointF(-3, -1), QPointF(1, 4), QPointF(4, 1), QPointF(9, 7)])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_faint(color, 0.75))
    painter.drawPolygon(hills)
    painter.drawEllipse(QPointF(5.5, -4.5), 2.2, 2.2)


def _group(painter: QPainter, color: QColor, kind: str) -> None:
    """Layers behind each other."""
    for i in range(3):
        painter.setBrush(_faint(color, 0.2 + 0.25 * i))
        painter.drawRoundedRect(QRectF(-15 + 11 * i, -9, 8, 18), 2, 2)
    painter.setPen(_pen(_faint(color, 0.7), 1.2))
    painter.drawLines([QLineF(-6.5, 0, -4.5, 0), QLineF(4.5, 0, 6.5, 0)])


def _other(painter: QPainter, color: QColor, kind: str) -> None:
    """Numbers in, numbers out."""
    painter.setBrush(_faint(color, 0.2))
    painter.drawRoundedRect(QRectF(-10, -10, 20, 20), 4, 4)
    painter.drawLines([QLineF(-17, 0, -10, 0), QLineF(10, 0, 17, 0)])


def _dense(painter: QPainter, color: QColor, kind: str) -> None:
    """Units that all see all."""
    left, right = [QPointF(-12, y) for y in (-8, 8)], [QPointF(12, y) for y in (-11, 0, 11)]
    painter.setPen(_pen(_faint(color, 0.45), 1.1))
    painter.drawLines([QLineF(a, b) for a in left for b in right])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for point in (*left, *right):
        painter.drawEllipse(point, 3, 3)


_DRAWINGS: Mapping[str, Drawing] = {
    "convolution": _convolution, "pooling": _pooling, "recurrent": _recurrent, "attention": _attention,
    "embedding": _embedding, "normalization": _normalization, "dropout": _dropout, "activation": _activation,
    "shape": _shape, "size": _size, "merge": _merge, "image": _image, "group": _group, "dense": _dense,
    "output": _dense,
}  # fmt: skip
