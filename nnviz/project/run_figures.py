"""The figures of a run: of each metric the last value and the best, on the training, validation and test part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import isfinite, nan
from typing import Literal

import numpy as np

from nnviz.project.runs import Run

Part = Literal["train", "validation", "test"]
# Metrics of which more is better; of every other one, and of every loss, less is.
RISING = (
    "accuracy", "precision", "recall", "auc", "f1_score", "fbeta_score", "iou", "r2_score", "cosine_similarity",
    "sensitivity", "specificity", "return",
)  # fmt: skip


def rises(key: str) -> bool:
    """Whether more is better of the metric that Keras calls *key*."""
    # Its name comes last: of several outputs each puts its own before it, and Keras numbers what it has twice.
    return re.sub(r"_\d+$", "", key.lower()).endswith(RISING)


def score_key(columns: Mapping[str, object]) -> str | None:
    """The metric that stands beside the loss: the first that is not a part of it; None where there is none."""
    left = ("learning_rate", "loss")
    return next((k for k in columns if k not in left and not k.startswith("val_") and not k.endswith("_loss")), None)


@dataclass(frozen=True, eq=False)
class RunFigures:
    """Of a run in a file nothing is read but for ``best_epoch`` and ``reached``.

    Attributes:
        run: whose they are.
    """

    run: Run

    @cached_property
    def score(self) -> str | None:
        """The metric beside the loss, as Keras calls it."""
        return score_key(self.run.columns)

    def last(self, key: str, part: Part = "train") -> float:
        """The newest value of *key* on *part*; NaN where there is none."""
        return self.run.test.get(key, nan) if part == "test" else self.run.figures(_name(key, part))[0]

    def best(self, key: str, part: Part = "train") -> float:
        """The best value of *key* on *part*; NaN where there is none."""
        if part == "test":
            return self.last(key, part)
        _, least, greatest = self.run.figures(_name(key, part))
        return greatest if rises(key) else least

    def best_epoch(self, key: str, part: Part = "train") -> int | None:
        """The first epoch with the best value; None where there is none."""
        column, best = self.run.columns.get(_name(key, part)), self.best(key, part)
        return None if column is None or not isfinite(best) else int(np.argmax(column == best)) + 1

    def reached(self, key: str, value: float) -> int | None:
        """The first epoch after which the training figure *key* was as good as *value*; None where it never was."""
        column = self.run.columns.get(key)
        if column is None or not len(column):
            return None
        there = column >= value if rises(key) else column <= value
        return int(np.argmax(there)) + 1 if there.any() else None


def _name(key: str, part: Part) -> str:
    return f"val_{key}" if part == "validation" else key


@dataclass(frozen=True)
class Win:
    """One figure by which runs are compared, and who is first by it.

    Attributes:
        key: ``loss``, ``val_loss``, a metric, ``test_`` and one of these, ``seconds``, or ``reached``.
        runs: the ids of the runs, the best first; those without the figure are left out.
        values: their values, in the same order.
    """

    key: str
    runs: tuple[int, ...]
    values: tuple[float, ...]

    @property
    def winners(self) -> tuple[int, ...]:
        """Those who are first; several where they are level."""
        return tuple(run for run, value in zip(self.runs, self.values, strict=True) if value == self.values[0])


def verdict(runs: Sequence[Run]) -> tuple[Win, ...]:
    """Who is first of *runs* by which figure; only figures that at least two of them have.

    ``reached`` counts the epochs that each took to a training loss that all of them came to: the best one of the
    slowest.
    """
    figures = [RunFigures(run) for run in runs]
    found = [_win("loss", figures, [f.best("loss") for f in figures])]
    found.append(_win("val_loss", figures, [f.best("loss", "validation") for f in figures]))
    scores = {f.score for f in figures}
    if len(scores) == 1 and (score := next(iter(scores))) is not None:
        found.append(_win(score, figures, [f.best(score) for f in figures], rises(score)))
        found.append(_win(f"val_{score}", figures, [f.best(score, "validation") for f in figures], rises(score)))
        found.append(_win(f"test_{score}", figures, [f.last(score, "test") for f in figures], rises(score)))
    reachable = [f.best("loss") for f in figures]
    if reachable and all(isfinite(value) for value in reachable):
        epochs = [f.reached("loss", max(reachable)) or nan for f in figures]
        found.append(_win("reached", figures, epochs))
    found.append(_win("seconds", figures, [run.seconds or nan for run in runs]))
    return tuple(win for win in found if len(win.runs) > 1)


def _win(key: str, figures: Iterable[RunFigures], values: Sequence[float], rising: bool = False) -> Win:
    pairs = [(value, f.run.id) for f, value in zip(figures, values, strict=True) if isfinite(value)]
    pairs.sort(key=lambda pair: (-pair[0] if rising else pair[0], pair[1]))
    return Win(key, tuple(run for _, run in pairs), tuple(value for value, _ in pairs))
