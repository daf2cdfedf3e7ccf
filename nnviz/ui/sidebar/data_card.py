"""What the network learns from, at a glance: picture, name, figures, split, and a toy's two sliders."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from nnviz.data.sources.toys import noise_of, samples_of
from nnviz.data.spec import DRAWN, Builtin
from nnviz.network.facts import DataFacts
from nnviz.ui import style, theme
from nnviz.ui.controls import Card, SectionCaption, SliderField, text_label
from nnviz.ui.document import Document
from nnviz.ui.fields.progress_line import ProgressLine
from nnviz.ui.figures import count_text
from nnviz.ui.language import said, worded
from nnviz.ui.sidebar.picture import picture_of
from nnviz.ui.sidebar.thumbnail import Thumbnail
from nnviz.ui.sidebar.wording import data_title, facts_text
from nnviz.ui.statusline import Dot

PICTURE_HEIGHT = 120
SAMPLES = (50, 2000, 50)
NOISE = (0.0, 0.6, 0.01)


class SplitBar(QWidget):
    """The parts of the rows as a bar: training, validation, test."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = (0, 0, 0)
        self.setFixedHeight(6)

    def set_rows(self, rows: tuple[int, int, int]) -> None:
        """Show the shares of *rows*."""
        if rows != self._rows:
            self._rows = rows
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colors.color("line", 0.0))
        parts = [(n, name) for n, name in zip(self._rows, ("training", "validation", "quiet"), strict=True) if n]
        total = sum(n for n, _ in parts)
        if not total:
            painter.setBrush(colors.color("field"))
            painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
        left, room = 0.0, self.width() - 2.0 * max(0, len(parts) - 1)
        for n, name in parts:
            width = room * n / total
            painter.setBrush(colors.color(name))
            painter.drawRoundedRect(QRectF(left, 0, width, self.height()), 3, 3)
            left += width + 2
        painter.end()


class DataCard(QWidget):
    """The data of *document*; a press opens the chooser.

    Signals:
        choose_requested: a person wants other data.
    """

    choose_requested = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.card = Card(clickable=True, parent=self)
        self.card.setFixedHeight(PICTURE_HEIGHT)
        self.card.setToolTip(self.tr("Choose other data"))
        self.card.clicked.connect(self.choose_requested)
        self.thumbnail = Thumbnail(self.card)
        inside = QVBoxLayout(self.card)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.thumbnail)
        self.name = text_label("", 13, semibold=True, wrap=True)
        self.facts = text_label("", 11, quiet=True, wrap=True)
        self.bar = SplitBar(self)
        self.progress = ProgressLine(self)
        self.progress.hide()
        self.train_rows, self.other_rows = (text_label("", 10, quiet=True, tabular=True) for _ in range(2))
        self.note, self._mark, self._noted = text_label("", 11, wrap=True), Dot("caution"), QWidget(self)
        self.samples = SliderField(self.tr("Samples"), *SAMPLES)
        self.noise = SliderField(self.tr("Noise"), *NOISE)
        self._lay_out()
        self.samples.value_changed.connect(
            lambda value: self._set_toy(worded("DataCard", "Change samples"), samples=int(value))
        )
        self.noise.value_changed.connect(lambda value: self._set_toy(worded("DataCard", "Change noise"), noise=value))
        document.data_changed.connect(self._show_spec)
        document.facts_changed.connect(self._show_facts)
        document.data_failed.connect(self._show_failure)
        document.loader.lingers.connect(self.progress.show)
        document.loader.progressed.connect(self.progress.set_share)
        self.progress.stop_requested.connect(document.stop_loading)
        self._show_spec()
        self._show_facts()
        self.progress.setVisible(document.loader.lasts)  # as when another window takes over

    def _lay_out(self) -> None:
        counts = QHBoxLayout()
        counts.addWidget(self.train_rows)
        counts.addStretch(1)
        counts.addWidget(self.other_rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(SectionCaption(self.tr("Data")))
        column.addWidget(self.card)
        column.addWidget(self.name)
        column.addSpacing(-theme.STEP)
        column.addWidget(self.facts)
        column.addWidget(self.progress)
        column.addWidget(self.bar)
        column.addSpacing(-2)
        column.addLayout(counts)
        note = QGridLayout(self._noted)
        note.setContentsMargins(0, 0, 0, 0)
        note.setHorizontalSpacing(theme.GAP)
        note.setColumnStretch(1, 1)
        note.setRowMinimumHeight(0, 15)  # the dot stands beside the first line
        note.addWidget(self._mark, 0, 0)
        note.addWidget(self.note, 0, 1, 2, 1)
        column.addWidget(self._noted)
        column.addSpacing(2)
        column.addWidget(self.samples)
        column.addWidget(self.noise)

    def _show_spec(self) -> None:
        spec = self._document.data_spec
        self.progress.hide()
        self.progress.set_share(None)
        self.name.setText(data_title(spec))
        self.card.setAccessibleName(self.tr("Data: {0}").format(self.name.text()))
        if spec is not None and self._document.dataset is None:  # what is known so far is of the former data
            self.thumbnail.set_picture(None)
            self.facts.setText(self._waiting_text())
            self.bar.hide()
            self._show_parts(None)
            self._show_note("", "caution", "")
        self.thumbnail.set_faded(True)
        toy = isinstance(spec, Builtin) and spec.name in DRAWN
        self.samples.setVisible(toy)
        self.noise.setVisible(toy)
        if isinstance(spec, Builtin) and toy:
            self.samples.set_value(samples_of(spec))
            self.noise.set_value(noise_of(spec))

    def _show_facts(self) -> None:
        facts, dataset = self._document.facts, self._document.dataset
        self.progress.hide()
        self.thumbnail.set_picture(picture_of(dataset) if dataset is not None else None)
        self.bar.setVisible(facts is not None)
        self.facts.setText(facts_text(facts) if facts is not None else self._waiting_text())
        self._show_parts(facts)
        notes = [said(note) for note in dataset.notes] if dataset is not None else []
        more = self.tr(" (and {0} more)").format(len(notes) - 1) if len(notes) > 1 else ""
        self._show_note(notes[0] + more if notes else "", "caution", "\n".join(notes))

    def _show_parts(self, facts: DataFacts | None) -> None:
        train, validation, test = facts.rows if facts is not None else (0, 0, 0)
        self.bar.set_rows((train, validation, test))
        self.train_rows.setText(self.tr("{0} train").format(count_text(train)) if train else "")
        short = bool(test and validation)
        other = []
        if validation:
            text = self.tr("{0} val.") if short else self.tr("{0} validation")
            other.append(text.format(count_text(validation)))
        if test:
            other.append(self.tr("{0} test").format(count_text(test)))
        self.other_rows.setText(", ".join(other))

    def _waiting_text(self) -> str:
        return self.tr("loading…") if self._document.data_spec is not None else self.tr("Press to choose some")

    def _show_failure(self, sentence: str) -> None:
        self.facts.setText("")
        self._show_note(sentence, "bad", sentence)

    def _show_note(self, text: str, role: str, hint: str) -> None:
        style.set_role(self.note, "quiet" if role == "caution" else role)
        self._mark.set_color(role)
        self.note.setText(text)
        self.note.setToolTip(hint)
        self._noted.setVisible(bool(text))

    def _set_toy(self, text: str, **changes: float) -> None:
        spec = self._document.data_spec
        if isinstance(spec, Builtin):
            self._document.edit_data(msgspec.structs.replace(spec, **changes), text, "toy" + "".join(changes))
