"""The dialog of an ensemble: how good each member is alone, and how good they are together."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite, nan

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from nnviz.training.ensembles import EnsembleJudged, Judged
from nnviz.training.shares import is_share
from nnviz.ui import style, theme
from nnviz.ui.controls import primary_button, quiet_button, text_label
from nnviz.ui.figures import share_text
from nnviz.ui.language import said, translate
from nnviz.ui.panes.ticks import value_text
from nnviz.ui.training.metric_names import metric_title

WIDTH, LEAST_COLUMN, ROW = 560, 84, 18
PARTS = ("validation", "test", "train")
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class EnsembleDialog(QDialog):
    """Shows what the engine has found out of the members with these names.

    Attributes:
        table: the figures, a row for each member and each way of answering together.
        as_one: the button that opens all of them as one network.

    Signals:
        as_one_wished: the button was pressed.
    """

    as_one_wished = Signal()

    def __init__(self, names: Sequence[str], why_not: str = "", parent: QWidget | None = None) -> None:
        """*why_not*: the reason why they cannot be opened as one network; empty where they can."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Ensemble"))
        self.setMinimumWidth(WIDTH)
        self._names = tuple(names)
        self.table = QGridLayout()
        self.table.setHorizontalSpacing(theme.GROUP)
        self.table.setVerticalSpacing(7)
        self.table.setColumnStretch(0, 1)
        self.told = text_label(self.tr("Worked out as soon as nothing is trained"), 12, quiet=True, wrap=True)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(4)
        self.bar.setRange(0, 1000)
        self.bar.setAccessibleName(self.tr("How much is worked out"))
        self.as_one = quiet_button(self.tr("Open as one network"))
        self.as_one.setToolTip(why_not or self.tr("Each member a branch of one diagram, behind them their average"))
        self.as_one.setEnabled(not why_not)
        self.as_one.clicked.connect(self.as_one_wished)
        self._close = primary_button(self.tr("Close"))
        self._close.clicked.connect(self.accept)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(theme.GAP)
        column.addWidget(text_label(self.tr("Together or alone"), 16, semibold=True))
        about = self.tr(
            "{0} trained networks answer the same samples: their average, the majority of their votes, and a layer "
            "that learned on the training part whom to trust."
        )
        column.addWidget(text_label(about.format(len(self._names)), 12, quiet=True, wrap=True))
        column.addSpacing(theme.STEP)
        column.addLayout(self.table)
        column.addWidget(self.bar)
        column.addWidget(self.told)
        column.addSpacing(theme.GAP)
        buttons = QHBoxLayout()
        buttons.addWidget(self.as_one)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        column.addLayout(buttons)

    def show_judged(self, judged: EnsembleJudged) -> None:
        """Show how far it is, why it cannot be, or the figures."""
        self.bar.setVisible(not (judged.judged or judged.refused))
        self.bar.setValue(round(1000 * judged.done))
        if judged.refused:
            self.told.setText(said(judged.refused))
            style.set_role(self.told, "caution")
        elif judged.judged:
            self._fill(judged)
        column = self.layout()
        if column is not None:  # a label that breaks its lines makes the height depend on the width
            column.activate()
            self.resize(self.width(), max(self.sizeHint().height(), column.totalHeightForWidth(self.width())))

    def _fill(self, judged: EnsembleJudged) -> None:
        parts = [part for part in PARTS if part in judged.judged[0].scores]
        figures = [(part, key) for part in parts for key in judged.judged[0].scores[part]][: 2 * max(2, len(parts) - 1)]
        for place, (part, key) in enumerate(figures, 1):
            self.table.addWidget(_cell(_heading(part, key), quiet=True), 0, place)
            self.table.setColumnMinimumWidth(place, LEAST_COLUMN)
        names = iter(self._names)
        for line, one in enumerate(judged.judged, 1):
            member = one.what == "member"
            name = text_label(next(names, "") if member else _way(one.what), 12, semibold=not member)
            self.table.addWidget(name, line + (0 if member else 1), 0)
            for place, (part, key) in enumerate(figures, 1):
                best = _is_best(one, judged.judged, part, key)
                value = one.scores[part].get(key, nan)
                self.table.addWidget(_value(value, key, best), line + (0 if member else 1), place)
        rule = QWidget(self)
        rule.setFixedHeight(1)
        rule.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        style.set_role(rule, "divider")
        self.table.addWidget(rule, 1 + len(self._names), 0, 1, len(figures) + 1)
        for line in range(len(judged.judged) + 2):
            if line != 1 + len(self._names):
                self.table.setRowMinimumHeight(line, ROW)
        self.told.setText(self._agreement(judged, parts[0]))

    def _agreement(self, judged: EnsembleJudged, part: str) -> str:
        if "accuracy" not in judged.judged[0].scores[part]:
            return self.tr("Errors that point in different ways cancel out in the average.")
        alike = share_text(judged.agreement[part])
        where = {"validation": self.tr("validation samples"), "test": self.tr("test samples")}
        text = self.tr("All members decide alike on {0} of the {1}; the others are where being several can help.")
        return text.format(alike, where.get(part, self.tr("training samples")))


def _heading(part: str, key: str) -> str:
    title = translate("Runs", "Loss") if key == "loss" else metric_title(key)
    pattern = {"validation": translate("Runs", "Val. {0}"), "test": translate("Runs", "Test {0}")}.get(part, "{0}")
    text = pattern.format(title.lower())
    return text[:1].upper() + text[1:]


def _way(what: str) -> str:
    return {
        "average": translate("EnsembleDialog", "Average"),
        "vote": translate("EnsembleDialog", "Majority vote"),
        "deciding": translate("EnsembleDialog", "Deciding layer"),
    }[what]


def _cell(text: str, quiet: bool = False) -> QLabel:
    label = text_label(text, 11, quiet=quiet)
    label.setAlignment(RIGHT)
    return label


def _value(value: float, key: str, best: bool) -> QLabel:
    label = text_label(value_text(value, is_share(key)) if isfinite(value) else "–", 12, semibold=best, tabular=True)
    label.setAlignment(RIGHT)
    if best:
        style.set_role(label, "good")
    return label


def _is_best(one: Judged, others: Sequence[Judged], part: str, key: str) -> bool:
    """Whether nobody is better; not where all are level."""
    values = [other.scores[part][key] for other in others if key in other.scores[part]]
    return one.scores[part].get(key) == (max if key == "accuracy" else min)(values) and len(set(values)) > 1
