"""The pane of the evaluation: how good the network is on a part of the data, figure by figure."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QMenu, QWidget

from nnviz.network.facts import DataFacts
from nnviz.training.evaluating.classes import at_threshold
from nnviz.training.evaluating.messages import STEPS, Evaluate, EvaluatedPart, Evaluation
from nnviz.ui import style, theme
from nnviz.ui.fields.panel_paint import paint_sentence
from nnviz.ui.figures import share_text
from nnviz.ui.language import said
from nnviz.ui.panes.evaluation_board import Board
from nnviz.ui.panes.evaluation_curves import CalibrationView, PrecisionView, RocView
from nnviz.ui.panes.evaluation_matrix import MatrixView
from nnviz.ui.panes.evaluation_numbers import ForecastView, PredictedView, ResidualsView
from nnviz.ui.panes.evaluation_samples import PictureOf, SamplesView
from nnviz.ui.panes.evaluation_table import ClassTable
from nnviz.ui.panes.evaluation_threshold import Threshold
from nnviz.ui.panes.evaluation_view import FigureView, Judged
from nnviz.ui.panes.pane import Pane
from nnviz.ui.panes.text_button import TextButton
from nnviz.ui.panes.ticks import value_text

LEAST_FOR_SCORE = 360  # pixels of width


class EvaluationPane(Pane):
    """The newest evaluation; what is wanted of the next one is in ``wish``.

    Attributes:
        board: the figures.
        threshold: the slider, shown for yes or no.

    Signals:
        wish_changed: another part, cell, threshold or target is wanted.
        file_requested: a person wants to choose a file to judge the network on.
    """

    wish_changed = Signal()
    file_requested = Signal()

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.set_title(title or self.tr("Evaluation"))
        self._facts: DataFacts | None = None
        self._evaluation: Evaluation | None = None
        self._parts: tuple[EvaluatedPart, ...] = ()
        self._takes_files = self._folders = self._ordered = False
        self._wish = Evaluate()
        self._make_header()
        self.board = Board(self)
        self.matrix, self.table, self.samples = MatrixView(self.board), ClassTable(self.board), SamplesView(self.board)
        self._forecast = ForecastView(self.board)
        self.board.set_views(
            (self.matrix, self.table, RocView(self.board), PrecisionView(self.board), CalibrationView(self.board),
             self._forecast, PredictedView(self.board), ResidualsView(self.board), self.samples)
        )  # fmt: skip
        self.threshold = Threshold(self)
        self.threshold.hide()
        self._notice = QLabel(self)
        self._notice.setFont(theme.font(11))
        self._notice.setWordWrap(True)
        self._notice.setContentsMargins(theme.GROUP, 0, theme.GROUP, theme.STEP)
        style.set_role(self._notice, "quiet")
        self._notice.hide()
        self.body.addWidget(self._notice)
        self.body.addWidget(self.board, 1)
        self.body.addWidget(self.threshold)
        self.matrix.cell_clicked.connect(self._look_at_cell)
        self.samples.back_requested.connect(lambda: self._look_at_cell(None))
        self.threshold.slider.valueChanged.connect(self._move_threshold)
        self.setAcceptDrops(True)

    def _make_header(self) -> None:
        self.figure_button, self.part_button = TextButton("", self, arrow=True), TextButton("", self, arrow=True)
        self.figure_button.setToolTip(self.tr("Choose the figure that is shown"))
        self.part_button.setToolTip(self.tr("Choose the part of the data that the network is judged on"))
        self._target = TextButton("", self, arrow=True)
        self._target.setToolTip(self.tr("Show the next of the numbers that are predicted"))
        self._menu = style.round_menu(QMenu(self))
        self.figure_button.clicked.connect(partial(self._open, self.figure_button, self.fill_figures))
        self.part_button.clicked.connect(partial(self._open, self.part_button, self.fill_parts))
        self._target.clicked.connect(self._next_target)
        self._score = QLabel(self)
        self._score.setFont(theme.font(11, tabular=True))
        style.set_role(self._score, "quiet")
        for widget in (self.figure_button, self.part_button, self._target):
            widget.hide()
            self.header.add(widget)
        self.header.add_space()
        self.header.add(self._score)

    # ------------------------------------------------------------------ what is shown

    def set_data(
        self,
        facts: DataFacts | None,
        parts: tuple[EvaluatedPart, ...] = (),
        *,
        takes_files: bool = False,
        folders: bool = False,
        ordered: bool = False,
        picture_of: PictureOf | None = None,
    ) -> None:
        """The data are others.

        Args:
            facts: what is known of them; None for no data.
            parts: those that they have, the first is judged at first.
            takes_files: whether rows of another file can be judged.
            folders: whether such a file is a folder of pictures.
            ordered: whether the samples follow each other in time.
            picture_of: makes the small picture of a row of a part, where a sample is a picture.
        """
        self._facts, self._parts, self._takes_files, self._ordered = facts, parts, takes_files, ordered
        self._folders = folders
        self.samples.picture_of, self.samples.first, self.table.first = picture_of, 0, 0
        self.matrix.chosen, self._forecast.span = None, None
        self.threshold.slider.setValue(STEPS // 2)
        self._wish = Evaluate(part=parts[0] if parts else "", ordered=ordered)
        self.show_evaluation(None)
        self.wish_changed.emit()

    def take_over(self, other: Pane) -> None:
        super().take_over(other)
        if not isinstance(other, EvaluationPane) or self._facts is None or self._facts != other._facts:
            return
        self._wish = other._wish
        self.threshold.slider.setValue(other.threshold.slider.value())
        if other.matrix.chosen is not None:
            self._look_at_cell(other.matrix.chosen)
        if other.board.chosen is not None:
            self.board.choose(self.board.views[other.board.views.index(other.board.chosen)])
        self.samples.first, self.table.first = other.samples.first, other.table.first
        self.show_evaluation(other._evaluation)

    @property
    def wish(self) -> Evaluate:
        """What is to be judged; nothing without data."""
        return self._wish if self._facts is not None else Evaluate()

    def show_evaluation(self, evaluation: Evaluation | None) -> None:
        """Show a newer *evaluation*, or none; of another part than is wanted by now it is left out."""
        if evaluation is not None:
            wanted, given = self._wish, evaluation.wish
            if (given.part, given.file, given.cell) != (wanted.part, wanted.file, wanted.cell):
                return
        self._evaluation = evaluation
        self.refresh_soon()

    def refresh(self) -> None:
        judged = self._judged()
        self.board.show_judged(judged)
        self._notice.setText(self._notice_text())
        self._notice.setVisible(bool(self._notice.text()))
        self.threshold.setVisible(judged is not None and judged.evaluation.thresholds is not None)
        self._name_buttons(judged)
        self._score.setText(self._score_text(judged))

    def _judged(self) -> Judged | None:
        evaluation, facts = self._evaluation, self._facts
        if evaluation is None or facts is None or evaluation.refusal or not evaluation.rows:
            return None
        step, classes = self.threshold.slider.value(), evaluation.classes
        if evaluation.thresholds is not None:
            classes = at_threshold(evaluation.thresholds, step)
        return Judged(evaluation, facts, step, classes)

    def _notice_text(self) -> str:
        note = said(self._evaluation.note) if self._evaluation is not None else ""
        return " ".join(text for text in (self._limits_text(), note) if text)

    def _limits_text(self) -> str:
        """Why there are no figures, or what they leave out."""
        found = self._evaluation
        if found is None:
            return ""
        if found.refusal:
            return said(found.refusal)
        if not found.rows:
            return self.tr("This part has no rows.")
        if found.unanswered:
            text = self.tr("{count} answers are no numbers: they are left out.")
            return text.format(count=f"{found.unanswered:,}")
        if found.rows < found.total:
            text = self.tr("{count} of {total} rows were judged, evenly spread.")
            return text.format(count=f"{found.rows:,}", total=f"{found.total:,}")
        if found.classes is not None and found.classes.shown and len(found.classes.shown) < self._outputs:
            text = self.tr("Shown are the {count} of {total} classes with the most mistakes.")
            return text.format(count=len(found.classes.shown), total=f"{self._outputs:,}")
        return ""

    @property
    def _outputs(self) -> int:
        return self._facts.outputs if self._facts is not None else 0

    def _name_buttons(self, judged: Judged | None) -> None:
        shown, offered = self.board.shown, self.board.offered
        self.figure_button.setVisible(len(shown) == 1 and len(offered) > 1)
        if shown:
            self.figure_button.setText(shown[0].title)
        self.part_button.setVisible(bool(self._parts))
        self.part_button.setText(self._part_name(self._wish.part))
        names = self._facts.target_names if self._facts is not None else ()
        several = self._facts is not None and self._facts.task == "regression" and self._outputs > 1
        self._target.setVisible(several)
        column = self._wish.column
        self._target.setText(names[column] if column < len(names) else str(column + 1))

    def _score_text(self, judged: Judged | None) -> str:
        if judged is None or self.width() < LEAST_FOR_SCORE:
            return ""
        scores = judged.evaluation.scores
        if "mae" in scores:
            return f"MAE {value_text(scores['mae'])}"
        if "exact" in scores:
            return self.tr("{share} all right").format(share=share_text(scores["exact"]))
        if judged.evaluation.thresholds is not None and judged.classes is not None:
            counts = judged.classes.counts
            return self.tr("{share} right").format(share=share_text((counts[0] + counts[3]) / max(1, sum(counts))))
        return self.tr("{share} right").format(share=share_text(scores.get("accuracy", float("nan"))))

    def _part_name(self, part: EvaluatedPart) -> str:
        if part == "file":
            return Path(self._wish.file).name
        names = {"train": self.tr("Training"), "validation": self.tr("Validation"), "test": self.tr("Test")}
        return names.get(part, "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Where there is little room, which figure it is says more than the name, which the tab says too.
        self.header.set_title(self.accessibleName() if self.width() >= LEAST_FOR_SCORE else "")
        self.refresh_soon()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._evaluation is None:
            painter = QPainter(self)
            text = self.tr("How good the network is on each part of the data appears here")
            paint_sentence(painter, self.rect(), text)
            painter.end()

    # ------------------------------------------------------------------ what a person wants

    def _open(self, button: TextButton, fill: Callable[[], QMenu]) -> None:
        fill().popup(button.mapToGlobal(button.rect().bottomLeft()))

    def fill_figures(self) -> QMenu:
        """The menu of the figures there are."""
        return self._filled(
            [(view.title, view in self.board.shown, partial(self.choose_figure, view)) for view in self.board.offered]
        )

    def fill_parts(self) -> QMenu:
        """The menu of the parts there are."""
        rows: list[tuple[str, bool, Callable[[], None]]] = [
            (self._part_name(part), part == self._wish.part, partial(self.choose_part, part)) for part in self._parts
        ]
        if self._wish.part == "file":
            rows.append((self._part_name("file"), True, lambda: None))
        if self._takes_files:
            text = self.tr("A folder of pictures…") if self._folders else self.tr("A file…")
            rows.append((text, False, self.file_requested.emit))
        return self._filled(rows)

    def _filled(self, rows: list[tuple[str, bool, Callable[[], None]]]) -> QMenu:
        self._menu.clear()
        group = QActionGroup(self._menu)
        for text, checked, choose in rows:
            action = QAction(text, group, checkable=True, checked=checked)
            action.triggered.connect(lambda _=False, choose=choose: choose())
            self._menu.addAction(action)
        return self._menu

    def choose_figure(self, view: FigureView) -> None:
        """Show *view* where there is room for one figure."""
        self.board.choose(view)
        self.refresh_soon()

    def choose_part(self, part: EvaluatedPart, file: str = "") -> None:
        """Judge the network on *part*, or on the rows of *file*."""
        self.matrix.chosen, self.samples.first = None, 0
        self._want(part=part, file=file, cell=None)
        self.show_evaluation(None)

    def _look_at_cell(self, cell: tuple[int, int] | None) -> None:
        """Show the samples of *cell*; of none the worst mistakes."""
        self.matrix.chosen, self.samples.first = cell, 0
        self.samples.title = self.tr("Samples of a cell") if cell is not None else self.tr("Worst mistakes")
        if len(self.board.shown) == 1:
            self.board.choose(self.samples if cell is not None else self.matrix)
        self._want(cell=cell)
        self.refresh_soon()

    def _move_threshold(self, step: int) -> None:
        self.refresh_soon()
        if self._facts is not None and self._facts.task == "binary":
            self._want(threshold=step / STEPS)

    def _next_target(self) -> None:
        self._want(column=(self._wish.column + 1) % max(1, self._outputs))
        self.refresh_soon()

    def _want(self, **changes: object) -> None:
        self._wish = msgspec.structs.replace(self._wish, **changes)
        self.wish_changed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._takes_files and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = next((url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()), "")
        if path:
            self.choose_part("file", path)
            event.acceptProposedAction()
