"""The pane of what a generator makes where the data are pictures: the same noise at every epoch."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.ui import style, theme
from nnviz.ui.controls import ElidedLabel
from nnviz.ui.panes.mosaic_plan import CRISP, planned
from nnviz.ui.panes.pane import Pane

TOP, BOTTOM = 8.0, 8.0
WANTED = 36  # pictures that are worth asking for


class GeneratedView(QWidget):
    """Pictures side by side, as large as there is room for.

    Attributes:
        sentence: what is said while there are none.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sentence = ""
        self._pictures: list[QImage] = []
        self.setAccessibleName(self.tr("Generated samples"))

    @property
    def pictures(self) -> list[QImage]:
        """What is shown."""
        return self._pictures

    def show_pictures(self, pictures: Sequence[QImage]) -> None:
        """Show *pictures*, all of one size."""
        self._pictures = list(pictures)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(theme.GROUP, TOP, -theme.GROUP, -BOTTOM)
        if not self._pictures:
            painter.setFont(theme.font(12))
            painter.setPen(theme.current().color("quiet"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.sentence)
        elif box.width() > 1 and box.height() > 1:
            first = self._pictures[0]
            plan = planned(box, len(self._pictures), first.height(), first.width())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, plan.scale < CRISP)
            aside = (box.width() - plan.area.width()) / 2
            for number, picture in enumerate(self._pictures):
                painter.drawImage(plan.place(number).translated(aside, 0), picture)
        painter.end()


class GeneratedPane(Pane):
    """The newest pictures of the generator; those that come faster than the screen replace each other.

    Attributes:
        view: the pictures.
    """

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.set_title(title or self.tr("Generated"))
        self._pictures: Sequence[QImage] = ()
        hint = ElidedLabel(11)
        hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        hint.setText(self.tr("of the same noise at every epoch"))
        style.set_role(hint, "quiet")
        self.header.add(hint, 1)
        self.view = GeneratedView(self)
        self.view.sentence = self.tr("What the generator makes of noise appears here")
        self.body.addWidget(self.view)

    def show_pictures(self, pictures: Sequence[QImage]) -> None:
        """Show newer *pictures*, or none."""
        self._pictures = pictures
        self.refresh_soon()

    def refresh(self) -> None:
        self.view.show_pictures(self._pictures)
