"""What is known of the chosen data in a sentence; while they are loaded, how far that is, and Stop."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.data.dataset import Dataset
from nnviz.ui import style
from nnviz.ui.controls import text_label
from nnviz.ui.fields.progress_line import ProgressLine
from nnviz.ui.language import said
from nnviz.ui.sidebar.wording import facts_text, parts_text

PATIENCE_MS = 500  # what is loaded sooner shows no bar


class StateLine(QWidget):
    """A sentence, and below it what a person should mind; the bar comes only where one has to wait.

    Signals:
        stop_requested: a person does not want to wait.
    """

    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self.note = text_label("", 12, wrap=True), text_label("", 12, wrap=True)
        style.set_role(self.note, "caution")
        self.note.hide()
        self.words.setMinimumHeight(34)
        self.progress = ProgressLine()
        self.progress.hide()
        self.progress.stop_requested.connect(self.stop_requested)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._show_bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.words)
        column.addWidget(self.note)
        column.addWidget(self.progress)

    def say(self, text: str, role: str) -> None:
        """Show *text* in the colour of *role*."""
        self._patience.stop()
        self._hide_bar()
        style.set_role(self.words, role)
        self.words.setText(text)
        self.words.setToolTip("")
        self.note.hide()

    def wait(self, text: str) -> None:
        """Show *text*, and after a moment a bar."""
        self.say(text, "quiet")
        self.progress.set_share(None)
        self._patience.start()

    def show_share(self, share: float) -> None:
        """Show how far it is, in [0, 1]."""
        self.progress.set_share(share)

    def show_dataset(self, dataset: Dataset) -> None:
        """Say what *dataset* holds, and the first of its notes; the tooltip has all."""
        sentence = f"{facts_text(dataset.facts)}: {parts_text(dataset.facts)}."
        notes = [said(note) for note in dataset.notes]
        note = notes[0] if notes else ""
        if len(notes) > 1:
            note = self.tr("{0} More notes: {1}.").format(note, len(notes) - 1)
        self.say(sentence, "plain")
        self.words.setMinimumHeight(17 if note else 34)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        for label in (self.words, self.note):
            label.setToolTip("\n".join(notes))

    def _show_bar(self) -> None:
        self.words.setMinimumHeight(17)
        self.progress.show()

    def _hide_bar(self) -> None:
        self.progress.hide()
        self.words.setMinimumHeight(34)
