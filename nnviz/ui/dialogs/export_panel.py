"""What a network can be taken home as: a panel of formats, and the question where to put the file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from nnviz.ui import theme
from nnviz.ui.controls import Card, SectionCaption, text_label
from nnviz.ui.dialogs.save_dialog import SaveDialog
from nnviz.ui.language import translate
from nnviz.ui.panel_paint import paint_panel

WIDTH = 320


@dataclass(frozen=True)
class ExportFormat:
    """A file a network can become.

    Attributes:
        name: what the command line calls it.
        suffix: how its files end, with the dot.
        title, sentence: for a person, before translation.
    """

    name: str
    suffix: str
    title: str
    sentence: str


FORMATS = (
    ExportFormat("keras", ".keras", "Keras model", "Network and weights in one file, opened by load_model."),
    ExportFormat("weights.h5", ".weights.h5", "Weights", "The weights alone, for the same network built anywhere."),
    ExportFormat("npz", ".npz", "NumPy arrays", "Every weight as an array, for numpy.load."),
    ExportFormat("csv", ".csv", "CSV", "Every weight as a row of a table, for a spreadsheet."),
    ExportFormat("safetensors", ".safetensors", "Safetensors", "The weights as PyTorch and others read them safely."),
    ExportFormat("python", ".py", "Python script", "Trains the same network to the same result without nnviz."),
)  # fmt: skip


# What the window makes itself, whether or not anything was trained.
OTHERS = (
    ExportFormat("notebook", ".ipynb", "Notebook", "The same script in cells, for Jupyter and Colab."),
    ExportFormat("diagram", "", "Diagram…", "A picture for a paper or a slide: SVG, PDF or PNG."),
)


class _FormatCard(Card):
    def __init__(self, made: ExportFormat, parent: QWidget) -> None:
        super().__init__(clickable=True, parent=parent)
        self.format = made
        words, what = translate("ExportPanel", made.title), translate("ExportPanel", made.sentence)
        title, sentence = text_label(words, 12, semibold=True), text_label(what, 11, quiet=True)
        sentence.setWordWrap(True)
        self.setAccessibleName(words)
        self.setAccessibleDescription(what)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(2)
        column.addWidget(title)
        column.addWidget(sentence)


class ExportPanel(QFrame):
    """The formats below the Export button.

    Signals:
        format_chosen: the name of the format.
    """

    format_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None, formats: tuple[ExportFormat, ...] = FORMATS + OTHERS) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setFixedWidth(WIDTH)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(12, 14, 12, 12)
        column.setSpacing(theme.STEP)
        column.addWidget(SectionCaption(self.tr("Export as")))
        column.addSpacing(theme.STEP)
        self.cards = [_FormatCard(made, self) for made in formats]
        for card in self.cards:
            card.clicked.connect(lambda name=card.format.name: self._choose(name))
            column.addWidget(card)
        about_card = text_label(
            self.tr(
                "Beside a model or its weights lies a card, .preparation.json: how new data are to be encoded, filled "
                "and scaled before the network sees them."
            ),
            11,
            quiet=True,
        )
        about_card.setWordWrap(True)
        about_card.setContentsMargins(theme.STEP, theme.STEP, theme.STEP, 0)
        column.addWidget(about_card)

    def show_below(self, button: QWidget) -> None:
        """Open below *button*, right edges in line."""
        # By the width it has: the size hint reckons with wrapped sentences at a width of its own.
        self.setFixedHeight(self._column.totalHeightForWidth(WIDTH))
        corner = button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 6))
        self.move(corner)
        self.show()
        self.cards[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_panel(self, 10)

    def _choose(self, name: str) -> None:
        self.hide()
        self.format_chosen.emit(name)


def exported_text(name: str, path: str, prepared: bool) -> str:
    """The sentence that *path* was written in the format *name*; *prepared*: the network expects prepared inputs."""
    if name == "python":
        return translate("ExportPanel", "Exported to {0}").format(path)
    from nnviz.project.card import card_path  # with it comes what loads data, and a window starts without

    card = card_path(Path(path), format_named(name).suffix).name
    text = translate("ExportPanel", "Exported to {0}, with {1} beside it")
    if prepared:
        text = translate("ExportPanel", "Exported to {0}. It expects prepared inputs: {1} beside it says how")
    return text.format(path, card)


def format_named(name: str) -> ExportFormat:
    """The format the command line calls *name*; KeyError where there is none."""
    return {made.name: made for made in FORMATS}[name]


class ExportDialog(SaveDialog):
    """Asks where to put the file of a format.

    Signals:
        export_requested: format name and path (with the right ending).
    """

    export_requested = Signal(str, object)

    def __init__(self, name: str, folder: Path, stem: str, parent: QWidget | None = None) -> None:
        """For the format *name*, proposing *stem* in *folder*."""
        made = format_named(name)
        names = translate("ExportPanel", made.title) + f" (*{made.suffix})"
        super().__init__(_title(made), names, made.suffix, folder / stem, parent)
        self.path_chosen.connect(lambda path: self.export_requested.emit(made.name, path))


def _title(made: ExportFormat) -> str:
    """The dialog's title."""
    return translate("ExportPanel", "Export") + ": " + translate("ExportPanel", made.title)
