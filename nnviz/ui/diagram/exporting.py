"""The diagram as a picture for a paper or a slide: SVG, PDF and PNG.

It is drawn once in the window's thread, in the colours of paper and without anything that the mouse, the selection or
a problem adds (``draw``); what is made of the drawing may be made by any thread.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter, QPicture
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QStyleOptionGraphicsItem

from nnviz.errors import BadInput
from nnviz.ui import theme
from nnviz.ui.diagram.scene import DiagramScene
from nnviz.ui.diagram.svg_text import outlined
from nnviz.ui.document import Document
from nnviz.ui.language import translate
from nnviz.ui.training.live import LiveState

MARGIN = 8.0  # around what is drawn, in units of the diagram
DPI = 96  # a unit of the diagram is a pixel of a screen: 1/96 inch
POINT = 72 / DPI
LARGEST_SIDE = 32_000  # pixels that Qt can paint
LARGEST_AREA = 400_000_000  # pixels: 1.6 GB
LONGEST_PAGE = 14_400.0  # points that readers of PDF show
PROBE = 4_000  # pixels along a side of the image in which the ink is looked for


@dataclass(frozen=True)
class Drawing:
    """The diagram as it was.

    Attributes:
        picture: what was painted.
        rect: what it covers, in units of the diagram; there may be white at its edges.
        title: of the project.
    """

    picture: QPicture
    rect: QRectF
    title: str

    def cropped(self) -> Drawing:
        """This drawing without the white at its edges but for a margin."""
        return replace(self, rect=_ink(self).adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN))


def draw(document: Document, live: LiveState, title: str) -> Drawing:
    """The diagram of *document* with the weights that *live* has; a fresh ``LiveState`` has none.

    BadInput where there is nothing to be drawn.
    """
    if not document.network.layers:
        raise BadInput(translate("DiagramExport", "The diagram is empty: there is nothing to be drawn"))
    with theme.painting_in(theme.PAPER):
        scene = DiagramScene(document, live)
        for item in scene.layer_items.values():
            item.show_state(chosen=False)
            item.show_look(replace(item.look, problems=()))
        for link in scene.link_items.values():
            link.choose(False)
        picture, rect = QPicture(), scene.itemsBoundingRect()
        with QPainter(picture) as painter:
            _paint(scene, painter)
    scene.deleteLater()
    return Drawing(picture, rect, title)


def _paint(scene: DiagramScene, painter: QPainter) -> None:
    """Every item in its place; ``QGraphicsScene.render`` would clip, which makes a vector picture hard to edit."""
    option = QStyleOptionGraphicsItem()
    for item in scene.items(Qt.SortOrder.AscendingOrder):
        if item.isVisible():
            painter.save()
            painter.setOpacity(item.effectiveOpacity())
            painter.setTransform(item.sceneTransform())
            option.exposedRect = item.boundingRect()
            item.paint(painter, option)
            painter.restore()


def _ink(drawing: Drawing) -> QRectF:
    """The part of *drawing* where something is painted."""
    rect = drawing.rect
    scale = min(1.0, PROBE / max(rect.width(), rect.height()))
    image = _image(drawing, scale, transparent=True)
    stored = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    painted = stored[:, : image.width(), 3] > 0
    rows, columns = np.flatnonzero(painted.any(axis=1)), np.flatnonzero(painted.any(axis=0))
    if not rows.size:
        return rect
    left, top = rect.left() + columns[0] / scale, rect.top() + rows[0] / scale
    right, bottom = rect.left() + (columns[-1] + 1) / scale, rect.top() + (rows[-1] + 1) / scale
    return QRectF(left, top, right - left, bottom - top)


# ---------------------------------------------------------------------- files


def pixels(drawing: Drawing, scale: float) -> QSize:
    """How large the image of *drawing* is, with *scale* pixels for a unit of the diagram."""
    return QSize(max(1, round(drawing.rect.width() * scale)), max(1, round(drawing.rect.height() * scale)))


def image(drawing: Drawing, scale: float, *, transparent: bool) -> QImage:
    """*drawing* as pixels, on white or on nothing; BadInput where there would be too many."""
    size = pixels(drawing, scale)
    if max(size.width(), size.height()) > LARGEST_SIDE or size.width() * size.height() > LARGEST_AREA:
        text = translate(
            "DiagramExport",
            "The picture would have {0} × {1} pixels, but at most {2} along a side can be painted: take a smaller "
            "size, or SVG",
        )
        raise BadInput(text.format(f"{size.width():,}", f"{size.height():,}", f"{LARGEST_SIDE:,}"))
    return _image(drawing, scale, transparent=transparent)


def _image(drawing: Drawing, scale: float, *, transparent: bool) -> QImage:
    made = QImage(pixels(drawing, scale), QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(Qt.GlobalColor.transparent if transparent else Qt.GlobalColor.white)
    per_metre = round(DPI * scale / 0.0254)
    painter = QPainter(made)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.scale(scale, scale)
    _play(drawing, painter)
    painter.end()
    made.setDotsPerMeterX(per_metre)  # after painting: text would be scaled with it
    made.setDotsPerMeterY(per_metre)
    return made


def png(drawing: Drawing, scale: float, *, transparent: bool) -> bytes:
    """A PNG file of *drawing* that is as large on paper whatever its *scale*."""
    return png_of(image(drawing, scale, transparent=transparent))


def png_of(made: QImage) -> bytes:
    """*made* as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def svg(drawing: Drawing, *, transparent: bool) -> bytes:
    """An SVG file of *drawing*; its texts are outlines that carry their words as labels."""
    buffer, size = QBuffer(), drawing.rect.size()
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setResolution(DPI)
    generator.setSize(size.toSize())
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(drawing.title)
    generator.setDescription("Drawn with nnviz")
    painter = QPainter(generator)
    if not transparent:
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), Qt.GlobalColor.white)
    _play(drawing, painter)
    painter.end()
    return outlined(bytes(buffer.data().data()))


def pdf(drawing: Drawing, *, transparent: bool) -> bytes:
    """A PDF file of one page that is as large as *drawing*, or as large as readers can show."""
    buffer, size = QBuffer(), drawing.rect.size() * POINT
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    scale = min(1.0, LONGEST_PAGE / max(size.width(), size.height()))
    writer = QPdfWriter(buffer)
    writer.setTitle(drawing.title)
    writer.setCreator("nnviz")
    writer.setResolution(DPI)
    page = QSizeF(size.width() * scale, size.height() * scale)
    writer.setPageSize(QPageSize(page, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    painter.scale(scale, scale)
    if not transparent:
        painter.fillRect(QRectF(0, 0, drawing.rect.width(), drawing.rect.height()), Qt.GlobalColor.white)
    _play(drawing, painter)
    painter.end()
    return bytes(buffer.data().data())


def _play(drawing: Drawing, painter: QPainter) -> None:
    """Paint *drawing* with its upper left corner at (0, 0)."""
    painter.translate(-drawing.rect.topLeft())
    QPicture(drawing.picture).play(painter)
