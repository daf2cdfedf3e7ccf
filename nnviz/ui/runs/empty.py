"""What the pane of the runs says while there is none: what a run is, and how to get two of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.ui import style, theme
from nnviz.ui.controls import quiet_button, text_label
from nnviz.ui.language import translate


class EmptyRuns(QWidget):
    """An invitation.

    Attributes:
        race: the button that starts several runs.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = text_label(self.tr("Every training is kept here"), 13, semibold=True)
        text = text_label(
            self.tr(
                "Press Train: the run gets its line here, with its curves, its figures and its weights. Change one "
                "thing, press Reset and Train again, and see both side by side."
            ),
            12, quiet=True, wrap=True,
        )  # fmt: skip
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.race = quiet_button(self.tr("Race…"))
        about = "Several runs that differ in one thing, trained side by side, on shared axes."
        self.race.setToolTip(translate("RaceDialog", about))
        style.set_role(self.race, "outlined")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.race)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GROUP, 0, theme.GROUP, theme.GROUP)
        column.setSpacing(theme.GAP)
        column.addStretch(1)
        column.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(text)
        column.addLayout(row)
        column.addStretch(1)
        text.setMaximumWidth(460)
        column.setAlignment(text, Qt.AlignmentFlag.AlignHCenter)
