"""The pane of the summary: every layer with its shape, parameters, products and memory, to look at and to copy."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QWidget

from nnviz.network.inference import Inference
from nnviz.network.spec import NetworkSpec
from nnviz.project.atomic import write_whole
from nnviz.project.summary import Summary, summary_figures, summary_of, summary_table
from nnviz.project.text_table import TextTable, as_csv, as_latex, as_markdown, as_text
from nnviz.ui import style
from nnviz.ui.fields.panel_paint import paint_sentence
from nnviz.ui.files.saving import SaveJob
from nnviz.ui.panes.pane import Pane
from nnviz.ui.panes.summary_view import SummaryView
from nnviz.ui.panes.text_button import TextButton

COPIED_MS = 1500


class SummaryPane(Pane):
    """The network as it is drawn now; it is only reckoned while someone looks, or copies it.

    Signals:
        layers_chosen: a person selected rows here; carries the ids of their layers.
        save_requested: the table is to be written to a file (a ``SaveJob``).
    """

    layers_chosen = Signal(tuple)
    save_requested = Signal(object)

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.set_title(title or self.tr("Summary"))
        self._network: tuple[NetworkSpec, Inference, int] = (NetworkSpec(), Inference(), 1)
        self._selected: tuple[str, ...] = ()
        self.copy = TextButton(self.tr("Copy"), self, arrow=True)
        self.copy.setToolTip(self.tr("Copy the table, or save it"))
        self.copy.clicked.connect(self._open_menu)
        self._copied = QTimer(self, singleShot=True, interval=COPIED_MS)
        self._copied.timeout.connect(lambda: self.copy.setText(self.tr("Copy")))
        self.header.add_space()
        self.header.add(self.copy)
        self.menu = style.round_menu(QMenu(self))
        for text, form in (
            (self.tr("Copy as text"), as_text),
            (self.tr("Copy as Markdown"), as_markdown),
            (self.tr("Copy as LaTeX"), as_latex),
        ):
            self.menu.addAction(text).triggered.connect(lambda _=False, form=form: self._put(form))
        self.menu.addSeparator()
        self.menu.addAction(self.tr("Save as CSV…")).triggered.connect(self._save)

    @cached_property
    def view(self) -> SummaryView:
        """The table, made when it is first seen."""
        view = SummaryView(self)
        view.layers_chosen.connect(self.layers_chosen)
        view.copy_requested.connect(lambda: self._put(as_text))
        self.body.addWidget(view)
        return view

    def show_network(self, fitted: NetworkSpec, inference: Inference, batch: int) -> None:
        """Take the network as it is now, fitted to the data, and the size of a batch."""
        self._network = (fitted, inference, batch)
        self.refresh_soon()

    def select_layers(self, ids: tuple[str, ...]) -> None:
        """Follow a selection made elsewhere."""
        self._selected = ids
        if self.seen:
            self.view.select_layers(ids)
        else:
            self.refresh_soon()

    def summary(self) -> Summary:
        """The table of the network as it is now."""
        return summary_of(*self._network)

    def refresh(self) -> None:
        summary = self.summary()
        self.view.show_summary(summary)
        self.view.select_layers(self._selected)
        self.view.setVisible(bool(summary.rows))
        self.copy.setVisible(bool(summary.rows))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._network[0].layers:
            painter = QPainter(self)
            paint_sentence(painter, self.rect(), self.tr("Every layer and what it costs appears here"))
            painter.end()

    def _open_menu(self) -> None:
        size = self.menu.sizeHint()
        self.menu.popup(self.copy.mapToGlobal(QPoint(self.copy.width() - size.width(), self.copy.height() + 2)))

    def _put(self, form: Callable[[TextTable], str]) -> None:
        """On the clipboard in the *form* that was asked for."""
        QGuiApplication.clipboard().setText(form(summary_table(self.summary())) + "\n")
        self.copy.setText(self.tr("Copied"))
        self._copied.start()

    def _save(self) -> None:
        text = as_csv(summary_figures(self.summary()))

        def write(path: Path) -> None:
            write_whole(path, text.encode())

        self.save_requested.emit(SaveJob(self.tr("Save the summary"), self.tr("Table (*.csv)"), ".csv", write))
