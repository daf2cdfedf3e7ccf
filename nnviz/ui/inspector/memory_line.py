"""What training would take of the memory: a line of figures, and a small bar that fills up."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from nnviz.training.memory import WARNED_ABOVE, MemoryEstimate, size_text
from nnviz.ui import theme
from nnviz.ui.controls import text_label
from nnviz.ui.document import Document
from nnviz.ui.language import translate

BAR_HEIGHT = 4
WORTH_A_BAR = 0.25  # of what is free: a network that takes less has nothing to be watched


class ShareBar(QWidget):
    """A share of a whole as a bar: calm, then a caution, then bad where it is more than there is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setFixedHeight(BAR_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def color(self) -> str:
        """The name of the theme's colour it has now."""
        if self._share > 1:
            return "bad"
        return "caution" if self._share > WARNED_ABOVE else "quiet"

    def set_share(self, share: float) -> None:
        """Fill up to *share*, 1 for all of it; there may be more."""
        if share != self._share:
            self._share = share
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(40, BAR_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter, half = theme.current(), QPainter(self), BAR_HEIGHT / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.color("line"))
        painter.drawRoundedRect(self.rect(), half, half)
        filled = max(float(BAR_HEIGHT), self.width() * min(1.0, self._share))
        painter.setBrush(now.color(self.color))
        painter.drawRoundedRect(QRectF(0, 0, filled, BAR_HEIGHT), half, half)
        painter.end()


class MemoryLine(QWidget):
    """The estimate for *document*'s network beside what is free; hidden while it cannot be known.

    The bar comes where the network takes a good part of it.
    """

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.figures = text_label("", 11, quiet=True, wrap=True, tabular=True)
        self.bar = ShareBar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP)
        column.addWidget(self.figures)
        column.addWidget(self.bar)
        document.recipe_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the figures of now."""
        needed, free = self._document.memory, self._document.free()
        self.setVisible(needed is not None)
        if needed is None:
            return
        text = self.tr("Memory: {0} needed, {1} free").format(size_text(needed.total), size_text(free))
        self.figures.setText(text)
        share = needed.total / max(1, free)
        self.bar.set_share(share)
        self.bar.setVisible(share >= WORTH_A_BAR)
        parts = parts_text(needed)
        self.setToolTip(parts)
        self.setAccessibleName(text)
        self.setAccessibleDescription(parts)


def parts_text(needed: MemoryEstimate) -> str:
    """The parts of the estimate, a line each."""
    parts = (
        (translate("Memory", "Weights, gradients, optimizer: {0}"), needed.weights),
        (translate("Memory", "Answers of the layers to a batch: {0}"), needed.activations),
        (translate("Memory", "Data: {0}"), needed.data),
        (translate("Memory", "TensorFlow and Python: {0}"), needed.base),
    )
    return "\n".join(text.format(size_text(size)) for text, size in parts)
