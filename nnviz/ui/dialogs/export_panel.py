"""What a network can be taken home as: a panel of formats, and the question where to put the file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from nnviz.training.messages import Exported
from nnviz.ui import theme
from nnviz.ui.controls import Card, SectionCaption, text_label
from nnviz.ui.dialogs.save_dialog import SaveDialog
from nnviz.ui.fields.panel_paint import paint_panel
from nnviz.ui.language import translate

WIDTH = 600
COLUMNS = 2
# Where an arrow key leads: the column and the row of the direction.
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@dataclass(frozen=True)
class ExportFormat:
    """A file a network can become.

    Attributes:
        name: what the command line calls it.
        suffix: how its files end, with the dot.
        title, sentence: for a person, before translation.
        group: which of ``GROUPS`` it stands in.
    """

    name: str
    suffix: str
    title: str
    sentence: str
    group: int = 0


GROUPS = ("Network with its weights", "Weights alone", "Code, pictures and curves")
FORMATS = (
    ExportFormat("keras", ".keras", "Keras model", "Network and weights in one file, opened by load_model."),
    ExportFormat("savedmodel", ".savedmodel", "SavedModel", "A folder for TensorFlow and its servers."),
    ExportFormat("tflite", ".tflite", "TensorFlow Lite", "One small file for telephones and small boards."),
    ExportFormat("onnx", ".onnx", "ONNX", "For ONNX Runtime, and through it other languages."),
    ExportFormat("weights.h5", ".weights.h5", "Weights", "The weights alone, for the same network built anywhere.", 1),
    ExportFormat("npz", ".npz", "NumPy arrays", "Every weight as an array, for numpy.load.", 1),
    ExportFormat("csv", ".csv", "CSV", "Every weight as a row of a table, for a spreadsheet.", 1),
    ExportFormat("safetensors", ".safetensors", "Safetensors", "The weights, as PyTorch and others read them.", 1),
    ExportFormat("python", ".py", "Python script", "Trains the same network to the same result without nnviz.", 2),
)  # fmt: skip


# What the window makes itself, whether or not anything was trained.
OTHERS = (
    ExportFormat("notebook", ".ipynb", "Notebook", "The same script in cells, for Jupyter and Colab.", 2),
    ExportFormat("diagram", "", "Diagram…", "A picture for a paper or a slide: SVG, PDF or PNG.", 2),
    ExportFormat("tensorboard", "", "TensorBoard…", "Curves and weights of all runs, as event files.", 2),
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
        column.addStretch()  # beside a taller card


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
        self.cards = [_FormatCard(made, self) for made in formats]
        for card in self.cards:
            card.clicked.connect(lambda name=card.format.name: self._choose(name))
        for group, title in enumerate(GROUPS):
            self._add_group(title, [card for card in self.cards if card.format.group == group])
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

    def _add_group(self, title: str, cards: list[_FormatCard]) -> None:
        if not cards:
            return
        grid = QGridLayout()
        grid.setSpacing(theme.STEP)
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        for place, card in enumerate(cards):
            grid.addWidget(card, place // COLUMNS, place % COLUMNS)
        self._column.addWidget(SectionCaption(translate("ExportPanel", title)))
        self._column.addLayout(grid)
        self._column.addSpacing(theme.STEP)

    def show_below(self, button: QWidget) -> None:
        """Open below *button*, right edges in line."""
        # By the width it has: the size hint reckons with wrapped sentences at a width of its own.
        self.setFixedHeight(self._column.totalHeightForWidth(WIDTH))
        corner = button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 6))
        self.move(corner)
        self.show()
        self.cards[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = ARROWS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._focus_next(*step)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_panel(self, 10)

    def _focus_next(self, columns: int, rows: int) -> None:
        """Go on to the nearest card in a direction; where there is none, the focus stays."""
        focused = next((card for card in self.cards if card.hasFocus()), self.cards[0])
        here = focused.geometry().center()

        def distance(card: _FormatCard) -> tuple[int, int]:
            """How far *card* lies in the direction, and how far beside it."""
            apart = card.geometry().center() - here
            ahead, aside = apart.x() * columns + apart.y() * rows, apart.x() * rows + apart.y() * columns
            return ahead, abs(aside)

        found = [card for card in self.cards if distance(card)[0] > 0 and distance(card)[1] < focused.width()]
        if columns:  # along the row
            found = [card for card in found if distance(card)[1] < focused.height() // 2]
        if found:
            min(found, key=distance).setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, name: str) -> None:
        self.hide()
        self.format_chosen.emit(name)


def exported_text(exported: Exported, prepared: bool) -> str:
    """The sentence that a file was written; *prepared*: the network expects prepared inputs."""
    name, path = exported.format, exported.path
    if name in ("python", "tensorboard"):
        return translate("ExportPanel", "Exported to {0}").format(path)
    from nnviz.project.card import card_path  # with it comes what loads data, and a window starts without

    card = card_path(Path(path), format_named(name).suffix).name
    text = translate("ExportPanel", "Exported to {0}, with {1} beside it")
    if prepared:
        text = translate("ExportPanel", "Exported to {0}. It expects prepared inputs: {1} beside it says how")
    text = text.format(path, card)
    if exported.difference is None:
        return text
    # First, since the rest is as long as the path.
    tried = translate("ExportPanel", "Run again on {0} samples, it differs from the network by {1} at most.")
    return f"{tried.format(exported.samples, f'{exported.difference:.1e}')} {text}"


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
