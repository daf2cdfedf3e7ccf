"""The diagram on the clipboard: as pixels for a letter or a slide, and as SVG for who takes that."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage

from nnviz.ui.diagram.exporting import Drawing, image, svg
from nnviz.ui.program.background import Background

SVG_MIME = "image/svg+xml"


class ClipboardPicture(QObject):
    """Makes the picture off the window's thread.

    Signals:
        said: a sentence for the status line: the picture is on the clipboard.
        failed: a sentence why it is not.
    """

    said = Signal(str)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background(self)
        self._background.done.connect(self._put)
        self._background.failed.connect(self.failed)

    def copy(self, drawing: Drawing, scale: float, transparent: bool) -> None:
        """Put *drawing* on the clipboard, with *scale* pixels for a unit of the diagram, on white or on nothing."""

        def work(_cancelled: object) -> tuple[QImage, bytes]:
            cropped = drawing.cropped()
            return image(cropped, scale, transparent=transparent), svg(cropped, transparent=transparent)

        self._background.run(work)

    @property
    def busy(self) -> bool:
        """Whether a picture is being made."""
        return self._background.busy

    def shutdown(self) -> None:
        """Give up the picture that is being made."""
        self._background.shutdown()

    def _put(self, made: tuple[QImage, bytes]) -> None:
        data = QMimeData()
        data.setImageData(made[0])
        data.setData(SVG_MIME, made[1])
        QGuiApplication.clipboard().setMimeData(data)
        self.said.emit(self.tr("The diagram is on the clipboard"))
