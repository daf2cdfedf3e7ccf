"""The pane of the code: where an autoencoder puts each row, and what it makes of any point."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.ui import style
from nnviz.ui.controls import ElidedLabel
from nnviz.ui.panes.code_plan import Codes, Point
from nnviz.ui.panes.code_view import CodeView
from nnviz.ui.panes.pane import Pane


class CodePane(Pane):
    """The codes of the training rows, and a point that is decoded; the newest wins.

    Attributes:
        view: the plane.

    Signals:
        point_chosen: another point (x, y) is to be decoded.
    """

    point_chosen = Signal(float, float)

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.set_title(title or self.tr("Code"))
        self._codes: Codes | None = None
        self.hint = ElidedLabel(11)
        self.hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        style.set_role(self.hint, "quiet")
        self.header.add(self.hint, 1)
        self.view = CodeView(self)
        self.view.setToolTip(self.tr("Drag the point, or move it with the arrow keys: the network decodes it"))
        self.view.point_chosen.connect(self.point_chosen)
        self.body.addWidget(self.view)
        self.set_available(False)

    def set_available(self, available: bool) -> None:
        """Whether the network has a code of two numbers; where it has none, a sentence says what it needs."""
        self.view.sentence = "" if available else self.tr(
            "A code plane needs data to be reconstructed, and a Dense layer of two units that everything passes"
        )  # fmt: skip
        self.hint.setText(self.tr("drag the point: it is decoded") if available else "")
        self.view.update()

    def show_codes(self, codes: Codes | None) -> None:
        """Show newer *codes*, or none."""
        self._codes = codes
        self.refresh_soon()

    def show_decoded(
        self, point: Point | None, picture: QImage | None = None, numbers: Sequence[tuple[str, str]] = ()
    ) -> None:
        """Show *point* and what it is decoded to: a *picture*, or *numbers* as names and values."""
        self.view.show_decoded(point, picture, numbers)

    def refresh(self) -> None:
        self.view.show_codes(self._codes)

    def _recolour(self) -> None:
        self.view.redraw()
        super()._recolour()
