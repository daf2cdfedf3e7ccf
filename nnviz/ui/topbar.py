"""The bar on top: what is open, the buttons of a run with Train in the middle, the three numbers, and Export."""

from __future__ import annotations

from functools import cached_property
from time import monotonic

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from nnviz.ui import style, theme
from nnviz.ui.controls import ElidedLabel, GlyphButton, text_label
from nnviz.ui.dialogs.export_panel import ExportPanel
from nnviz.ui.fields.speed_choice import SpeedChoice
from nnviz.ui.fields.train_button import TrainButton
from nnviz.ui.figures import loss_text, share_text

CALM = 0.5  # seconds after a run's own end in which a click on Train was meant as Pause
ROOM = 10  # labels ask for a little more than their text


class Figure(QWidget):
    """A number with its name above; as wide as *widest*, so that nothing moves while it counts."""

    def __init__(self, name: str, widest: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = text_label(name.upper(), 10, quiet=True)
        self.value = text_label("–", 16, semibold=True, tabular=True)
        self.total = text_label("", 11, quiet=True, tabular=True)
        self.total.hide()
        line = self._line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.value, 0, Qt.AlignmentFlag.AlignBaseline)
        line.addWidget(self.total, 0, Qt.AlignmentFlag.AlignBaseline)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self.name)
        column.addLayout(line)
        column.addStretch(1)
        self.reserve(widest)

    def reserve(self, widest: str, total: str = "") -> None:
        """Keep room for *widest* and, behind it, *total*."""
        width = QFontMetrics(theme.font(16, semibold=True, tabular=True)).horizontalAdvance(widest)
        if total:
            width += QFontMetrics(theme.font(11, tabular=True)).horizontalAdvance(total)
        self.setFixedWidth(max(width + self._line.spacing(), self.name.sizeHint().width()) + ROOM)

    def show_value(self, text: str, total: str = "") -> None:
        """Show *text*, and *total* quietly behind it."""
        if self.value.text() != text:
            self.value.setText(text)
        if self.total.text() != total:
            self.total.setText(total)
            self.total.setVisible(bool(total))


class TopBar(QWidget):
    """Title, run buttons, numbers, Export.

    Signals:
        train_requested, pause_requested, step_requested, stop_requested, reset_requested: a button was pressed.
        export_requested: a format was chosen (its name on the command line, as ``keras``).
    """

    train_requested = Signal()
    pause_requested = Signal()
    step_requested = Signal()
    stop_requested = Signal()
    reset_requested = Signal()
    export_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        style.set_role(self, "panel")
        self.setFixedHeight(theme.TOPBAR_HEIGHT)
        self.menu = GlyphButton("menu", self.tr("Menu"))
        self.menu.setFixedSize(theme.CONTROL_HEIGHT, theme.CONTROL_HEIGHT)
        self.menu.setPopupMode(GlyphButton.ToolButtonPopupMode.InstantPopup)
        style.set_role(self.menu, "menu")
        self.menu.hide()
        self.title = ElidedLabel(14, semibold=True)
        self.saved = text_label("", 12, quiet=True)
        self.reset = self._make_button(self.tr("Reset"), self.tr("Back to the same initial weights, epoch 0"))
        self.step = self._make_button(self.tr("Step"), self.tr("Train one batch and wait"))
        self.train = TrainButton(self)
        self.stop = self._make_button(self.tr("Stop"), self.tr("End the run; what was learned stays"))
        self.speed = SpeedChoice()
        self.speed.setFixedHeight(theme.CONTROL_HEIGHT)
        self.epoch = Figure(self.tr("Epoch"), "000")
        self.loss = Figure(self.tr("Loss"), "0.00000")
        self.score = Figure(self.tr("Accuracy"), "100.0 %")
        self.export = self._make_button(self.tr("Export") + " ▾", self.tr("Take the network home as a file"))
        self.reset.clicked.connect(self.reset_requested)
        self.step.clicked.connect(self.step_requested)
        self.stop.clicked.connect(self.stop_requested)
        self.train.clicked.connect(self._train_clicked)
        self._calm_until = 0.0
        self.export.clicked.connect(lambda: self.panel.show_below(self.export))
        self._lay_out()
        self.set_epoch(0, 0)
        self.set_possible(train=False)

    @cached_property
    def panel(self) -> ExportPanel:
        """The formats below Export, made when they are first looked at."""
        panel = ExportPanel(self)
        panel.format_chosen.connect(self.export_requested)
        return panel

    def set_menu(self, menu: QMenu) -> None:
        """Put the button that opens *menu* before the title."""
        self.menu.setMenu(menu)
        menu.aboutToHide.connect(self._calm_menu)
        self.menu.show()

    def _calm_menu(self) -> None:
        """The menu took the mouse's leaving with it: the button must not stay lit."""
        self.menu.setDown(False)
        self.menu.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
        self.menu.update()

    def set_title(self, title: str, saved: bool, read_only: bool = False) -> None:
        """Name the project, and say so while it is *not saved*, or cannot be where it is."""
        self.title.setText(title)
        told = ((read_only, self.tr("read-only")), (not saved, self.tr("not saved")))
        self.saved.setText(", ".join(text for holds, text in told if holds))

    def set_running(self, running: bool) -> None:
        """Turn Train into Pause while a run goes on."""
        self.train.set_running(running)

    def calm(self) -> None:
        """The run ended by itself: for a moment a click on Train is taken for one that was meant as Pause."""
        self._calm_until = monotonic() + CALM

    def wake(self) -> None:
        """Another project is open, or another epoch is looked at: a click on Train is meant as one."""
        self._calm_until = 0.0

    def set_possible(
        self, *, train: bool, step: bool = False, stop: bool = False, reset: bool = False, export: bool = False,
        why: str = "",
    ) -> None:  # fmt: skip
        """Which buttons can be pressed; *why* is Train's tooltip, the reason where it cannot."""
        self.train.setEnabled(train)
        self.train.setToolTip(why)
        self.train.setAccessibleDescription(why)
        for button, possible in ((self.step, step), (self.stop, stop), (self.reset, reset), (self.export, export)):
            button.setEnabled(possible)

    def offer_export(self, offered: bool) -> None:
        """Draw the eye to Export: something was learned and can be taken home."""
        style.set_role(self.export, "offer" if offered else "quiet")

    def set_epoch(self, done: int, total: int) -> None:
        """*done* epochs of *total*."""
        figures = "0" * max(3, len(str(max(done, total))))
        of = f"/ {total}" if total else ""
        self.epoch.reserve(figures, "/ " + figures)
        self.epoch.show_value(str(done), of)
        self.epoch.setAccessibleName(self.tr("Epoch {0} of {1}").format(done, total))

    def set_loss(self, value: float | None) -> None:
        """The training loss after the last epoch."""
        self.loss.show_value(loss_text(value))

    def set_score(self, name: str, value: float | None, *, share: bool = True) -> None:
        """The first metric: *name* for a person, and its value, as a percentage where it is a *share*."""
        self.score.name.setText(name.upper())
        self.score.reserve("100.0 %" if share else "00000.0")
        self.score.show_value(share_text(value) if share else loss_text(value))

    def _make_button(self, text: str, hint: str) -> QPushButton:
        button = QPushButton(text)
        button.setFont(theme.font(12))
        button.setFixedHeight(theme.CONTROL_HEIGHT)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(hint)
        style.set_role(button, "quiet")
        return button

    def _lay_out(self) -> None:
        left = QHBoxLayout()
        left.setSpacing(theme.GAP)
        left.addWidget(self.menu)
        left.addSpacing(theme.STEP)
        left.addWidget(self.title, 0, Qt.AlignmentFlag.AlignBaseline)
        left.addWidget(self.saved, 0, Qt.AlignmentFlag.AlignBaseline)
        left.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(theme.GAP)
        for button in (self.reset, self.step, self.train, self.stop):
            middle.addWidget(button)
        middle.addWidget(self.speed)
        right = QHBoxLayout()
        right.setSpacing(theme.GROUP)
        right.addStretch(1)
        for figure in (self.epoch, self.loss, self.score):
            right.addWidget(figure)
        right.addStretch(1)
        right.addWidget(self.export)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 20, 0)
        row.setSpacing(theme.GROUP)
        row.addLayout(left, 1)
        row.addLayout(middle)
        row.addLayout(right, 1)

    def _train_clicked(self) -> None:
        if self.train.running:
            self.pause_requested.emit()
        elif monotonic() >= self._calm_until:
            self.train_requested.emit()
