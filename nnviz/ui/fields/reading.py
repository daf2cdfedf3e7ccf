"""Text to read beside the work: Markdown in the colours and fonts of the window, as tall as it has to be."""

from __future__ import annotations

import math
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QImage,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from nnviz.ui import theme

TEXT_SIZE, TITLE_SIZE, HEADING_SIZE = 12, 16, 13
LINE_HEIGHT = 135.0  # percent of the font's
WIDEST_PICTURE = 640
IMAGE = QTextDocument.ResourceType.ImageResource.value


class Reading(QTextBrowser):
    """Read-only text that stands in a scrolling column and does not scroll itself.

    Signals:
        followed: a link was pressed: where it leads, as ``pane:surface``.
    """

    followed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._markdown = ""
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setStyleSheet("background: transparent; border: none; padding: 0;")
        self.document().setDocumentMargin(0)
        self.document().setDefaultFont(theme.font(TEXT_SIZE))
        self.document().setIndentWidth(18)
        self.anchorClicked.connect(lambda url: self.followed.emit(url.toString()))
        theme.notifier().changed.connect(self._render)

    def show_markdown(self, text: str, folder: Path | None = None) -> None:
        """Show *text*, its pictures taken from *folder*; nothing in it is read as HTML."""
        self._markdown = text
        self.setSearchPaths([] if folder is None else [str(folder)])
        self._render()

    def _render(self) -> None:
        colors = theme.current()
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, colors.color("text"))
        palette.setColor(QPalette.ColorRole.Link, colors.color("accent_hover" if colors.dark else "accent"))
        self.setPalette(palette)
        dialect = QTextDocument.MarkdownFeature
        self.document().setMarkdown(self._markdown, dialect.MarkdownNoHTML | dialect.MarkdownDialectCommonMark)
        block = self.document().firstBlock()
        while block.isValid():
            self._dress(block)
            block = block.next()
        self._fit()

    def _dress(self, block: QTextBlock) -> None:
        cursor = QTextCursor(block)
        shape = block.blockFormat()
        level = shape.headingLevel()
        shape.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        shape.setTopMargin(theme.GROUP if level > 1 else 0 if level else theme.STEP)
        shape.setBottomMargin(theme.GAP if level else theme.STEP)
        if "￼" in block.text():
            shape.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
            shape.setBottomMargin(theme.GROUP)
        cursor.setBlockFormat(shape)
        self._soften(block)
        if level:
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            letters = cursor.charFormat()
            letters.setFont(theme.font(TITLE_SIZE if level == 1 else HEADING_SIZE, semibold=True))
            letters.clearProperty(letters.Property.FontSizeAdjustment)
            cursor.setCharFormat(letters)

    def _soften(self, block: QTextBlock) -> None:
        """What is bold is semibold: the font that ships with the app has no bold face, and Qt would smear one."""
        pieces = block.begin()
        while not pieces.atEnd():
            letters = pieces.fragment().charFormat()
            if letters.fontWeight() > QFont.Weight.DemiBold:
                cursor = QTextCursor(block)
                cursor.setPosition(pieces.fragment().position())
                end = pieces.fragment().position() + pieces.fragment().length()
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                letters.setFontWeight(QFont.Weight.DemiBold)
                cursor.setCharFormat(letters)
            pieces += 1

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture that is wider than the text is made smaller smoothly, for the screen it is seen on."""
        found = super().loadResource(kind, name)
        if kind != IMAGE or not isinstance(found, QByteArray | bytes):
            return found
        picture = QImage.fromData(QByteArray(found))
        sharp = self.devicePixelRatioF()
        wide = round(min(WIDEST_PICTURE, picture.width()) * sharp)
        if wide < picture.width():
            picture = picture.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
            picture.setDevicePixelRatio(sharp)
        return picture

    def _fit_pictures(self) -> None:
        """No picture is wider than the text, and none wider than it was drawn."""
        block = self.document().firstBlock()
        while block.isValid():
            pieces = block.begin()
            while not pieces.atEnd():
                picture = pieces.fragment().charFormat().toImageFormat()
                if picture.isValid():
                    cursor = QTextCursor(self.document())
                    cursor.setPosition(pieces.fragment().position())
                    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
                    drawn = self.document().resource(IMAGE, QUrl(picture.name()))
                    natural = drawn.deviceIndependentSize().width() if isinstance(drawn, QImage) else WIDEST_PICTURE
                    picture.setWidth(min(WIDEST_PICTURE, natural, self.viewport().width()))
                    cursor.setCharFormat(picture)
                pieces += 1
            block = block.next()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def _fit(self) -> None:
        """As tall as the text is at this width."""
        self._fit_pictures()
        self.document().setTextWidth(self.viewport().width())
        margins = self.height() - self.viewport().height()
        self.setFixedHeight(math.ceil(self.document().size().height()) + margins + theme.STEP)
        self.verticalScrollBar().setMaximum(0)  # it was reckoned for the height before, and the wheel would follow it
