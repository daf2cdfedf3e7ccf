"""What stands beside the list of runs: their curves on shared axes, or two of them side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from nnviz.ui import style, theme
from nnviz.ui.fields.few_lines import FewLines
from nnviz.ui.language import translate
from nnviz.ui.panes.curves import RunCurves
from nnviz.ui.panes.text_button import TextButton
from nnviz.ui.runs.compare_view import CompareArea
from nnviz.ui.runs.comparing import compare
from nnviz.ui.runs.race_panel import WIDTH, RacePanel
from nnviz.ui.runs.rows import RunRow
from nnviz.ui.runs.shared_curves import metrics_of
from nnviz.ui.runs.shared_view import SharedView
from nnviz.ui.training.metric_names import metric_title

Page = Literal["curves", "compare"]
ROOM_FOR_RACE = WIDTH + 145  # pixels from which on the places of a race have room beside its curves
HIGH = 420  # pixels from which on the verdict may have three lines; one below that


class RunsDetail(QWidget):
    """Two pages: ``view`` with the curves, ``compare`` with two runs.

    Attributes:
        view, compare: the pages.
        race: beside the curves, the places of a race.
        which, seconds, log: which metric, over seconds instead of epochs, on a logarithmic scale.
        verdict: a line below the curves: who was first by what.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view, self.compare, self.race = SharedView(), CompareArea(), RacePanel(self)
        self._no_curves = self.tr("Click the ring before a run to see its curves here")
        self.view.empty_text = self._no_curves
        self.compare.view.empty_text = self.tr("Choose two runs in the list to see what differs and what it changed")
        self.which = TextButton(_title("loss"), self, arrow=True)
        self.which.setToolTip(self.tr("Which metric is shown"))
        self.which.clicked.connect(self._open_metrics)
        self.seconds = TextButton(self.tr("seconds"), self)
        self.seconds.setToolTip(self.tr("Over seconds of training instead of epochs"))
        self.log = TextButton(self.tr("log"), self)
        self.log.setToolTip(self.tr("Logarithmic scale"))
        self.verdict = FewLines(11)
        self._metrics: tuple[str, ...] = ("loss",)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._curves_page())
        self._pages.addWidget(self.compare)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages)
        self.seconds.toggled.connect(self._change_axes)
        self.log.toggled.connect(self._change_axes)

    def _curves_page(self) -> QWidget:
        page = QWidget(self)
        row = QHBoxLayout()
        row.setContentsMargins(theme.GROUP - 6, 0, theme.GROUP - 6, 0)
        row.setSpacing(theme.STEP)
        row.addWidget(self.which)
        row.addStretch(1)
        row.addWidget(self.seconds)
        row.addWidget(self.log)
        below = QHBoxLayout()
        below.setContentsMargins(theme.GROUP, 0, theme.GROUP, 6)
        below.addWidget(self.verdict, 1)
        self.verdict.hide()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self.view, 1)
        beside.addWidget(self.race)
        column.addLayout(row)
        column.addLayout(beside, 1)
        column.addLayout(below)
        return page

    def take_over(self, other: RunsDetail) -> None:
        """Show the page and the metric that *other* shows."""
        self.turn_to(other.page)
        self._take_metric(other.view.curves.key)

    @property
    def page(self) -> Page:
        """Which page is seen."""
        return "compare" if self._pages.currentIndex() else "curves"

    def turn_to(self, page: Page) -> None:
        """Show *page*."""
        self._pages.setCurrentIndex(int(page == "compare"))

    def show_rows(self, shown: Sequence[RunRow], pair: Sequence[RunRow]) -> None:
        """Show the curves of *shown*, and the two of *pair* side by side."""
        self._metrics = metrics_of([row.run for row in shown])
        if self.view.curves.key not in self._metrics:
            self._take_metric("loss")
        if self.page == "curves":
            self.view.curves.show(shown)
            self._show_race(shown)
            self.view.refresh()
        else:
            self.compare.view.show_comparison(compare(*pair) if len(pair) == 2 else None)

    def _show_race(self, shown: Sequence[RunRow]) -> None:
        """The places stand in for the names above the curves, where there is room for them."""
        races = self.race.show_rows(shown, self.view.curves.key)
        there = races and self.width() >= ROOM_FOR_RACE
        self.race.setVisible(there)
        self.view.named = not there
        self.view.empty_text = self.tr("The networks of the race are being built") if races else self._no_curves

    def say_verdict(self, text: str) -> None:
        """Who was first by what; nothing with an empty *text*."""
        self.verdict.setText(text)
        self.verdict.setToolTip(text.replace("  ·  ", "\n"))
        self.verdict.setVisible(bool(text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.verdict.set_lines(3 if self.height() >= HIGH else 1)

    def _open_metrics(self) -> None:
        menu = style.round_menu(QMenu(self))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key in self._metrics:
            menu.addAction(_title(key)).triggered.connect(lambda _=False, key=key: self._take_metric(key))
        menu.popup(self.which.mapToGlobal(QPoint(0, self.which.height() + 2)))

    def _take_metric(self, key: str) -> None:
        self.view.curves.key = key
        self.which.setText(_title(key))
        self.log.setVisible(RunCurves(key).may_be_logarithmic)
        if not RunCurves(key).may_be_logarithmic:
            self.log.setChecked(False)
        self._change_axes()

    def _change_axes(self) -> None:
        curves = self.view.curves
        curves.by_seconds, curves.log = self.seconds.isChecked(), self.log.isChecked()
        curves.begin_again()
        self._show_race([curve.row for curve in curves.curves])
        self.view.refresh()


def _title(key: str) -> str:
    """What the metric *key* is called where it stands alone."""
    title = translate("Runs", "Loss") if key == "loss" else metric_title(key)
    return title[:1].upper() + title[1:]
