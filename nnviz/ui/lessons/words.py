"""How the results of a lesson are said."""

from __future__ import annotations

from nnviz.project.lessons import Goal
from nnviz.training.shares import is_share
from nnviz.ui.figures import loss_text, share_text
from nnviz.ui.language import translate
from nnviz.ui.training.metric_names import metric_title

_PARTS = {"val_": "{0}, validation", "test_": "{0}, test"}


def goal_title(goal: Goal) -> str:
    """What is measured: ``Accuracy, validation``."""
    for prefix, pattern in _PARTS.items():
        if goal.metric.startswith(prefix):
            return translate("Lessons", pattern).format(_metric(goal.metric.removeprefix(prefix)))
    return _metric(goal.metric)


def goal_bounds(goal: Goal) -> str:
    """What is to be reached: ``at least 93.0 %``, ``0.690 to 0.700``."""
    low, high = (None if bound is None else figure_text(goal, bound) for bound in (goal.at_least, goal.at_most))
    if low is not None and high is not None:
        return translate("Lessons", "{0} to {1}").format(low, high)
    if high is not None:
        return translate("Lessons", "at most {0}").format(high)
    return translate("Lessons", "at least {0}").format(low)


def figure_text(goal: Goal, figure: float) -> str:
    """*figure* as the metric of *goal* is read."""
    return share_text(figure) if is_share(goal.metric) else loss_text(figure)


def _metric(key: str) -> str:
    return translate("Lessons", "Loss") if key == "loss" else metric_title(key)
