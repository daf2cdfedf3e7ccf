"""The runs as rows of a table: what each column says of them, and by what it sorts. No widgets here."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from math import isfinite, nan
from typing import Any

from nnviz.project.run_csv import run_name
from nnviz.project.run_figures import Part, RunFigures, score_key
from nnviz.project.run_words import words_of
from nnviz.project.runs import Run
from nnviz.training.shares import is_share
from nnviz.ui.figures import count_text, seconds_text
from nnviz.ui.language import said, translate
from nnviz.ui.panes.ticks import value_text
from nnviz.ui.runs.race_words import title_words, value_word
from nnviz.ui.training.endings import rest_text
from nnviz.ui.training.metric_names import metric_title

Order = tuple[int, Any]
NOTHING = "–"


@dataclass(frozen=True)
class RunRow:
    """One run as it is listed.

    Attributes:
        run: the run, one that goes on with the epochs it has by now.
        trains: whether it is being trained.
        stands: whether all of the window shows it.
        colour: which colour its curves have; None where they are not on the shared axes.
    """

    run: Run
    trains: bool = False
    stands: bool = False
    colour: int | None = None

    @cached_property
    def figures(self) -> RunFigures:
        """Its figures."""
        return RunFigures(self.run)

    @property
    def name(self) -> str:
        """What it is called."""
        label = self.run.label
        name = value_word(label.name) if label.race else label.name
        return name or translate("Runs", "Run {0}").format(self.run.id)

    @property
    def words(self) -> str:
        """Everything that a search looks through, in small letters."""
        run = self.run
        label = (self.name, run.label.note, title_words(run.label.race))
        return " ".join((run_name(run), *label, self.network, self.recipe, self.ending)).lower()

    @property
    def network(self) -> str:
        """The network in a few words; empty until they are read, see ``RunWords``."""
        words = words_of(self.run)
        return "" if words is None else said(words.network)

    @property
    def recipe(self) -> str:
        """The recipe in a few words; empty until they are read."""
        words = words_of(self.run)
        return "" if words is None else said(words.recipe)

    @property
    def ending(self) -> str:
        """How it came to rest, in a word."""
        return translate("Runs", "training") if self.trains else ending_word(self.run.ending)

    @property
    def rest(self) -> str:
        """The same in a sentence; empty while it is not at rest."""
        run = self.run
        return rest_text(run.ending, run.epochs, run.seconds, run.sentence) if run.sentence else ""


def ending_word(kind: str) -> str:
    """The ending *kind* in a word."""
    return {
        "finished": translate("Runs", "finished"),
        "paused": translate("Runs", "paused"),
        "stopped": translate("Runs", "stopped"),
        "stopped_early": translate("Runs", "stopped early"),
        "failed": translate("Runs", "failed"),
        "killed": translate("Runs", "engine killed"),
        "hung": translate("Runs", "engine hung"),
        "not_started": translate("Runs", "not started"),
        "imported": translate("Runs", "imported"),
    }.get(kind, kind)


@dataclass(frozen=True)
class RunColumn:
    """A column of the table.

    Attributes:
        key: which one.
        title: what stands above it.
        hint: the same as a sentence.
        text: what a cell says.
        order: what it sorts by.
        figure: the number in a cell, NaN where there is none; None in columns of words.
        rising: whether more is better.
    """

    key: str
    title: str
    hint: str
    text: Callable[[RunRow], str]
    order: Callable[[RunRow], Order]
    figure: Callable[[RunRow], float] | None = None
    rising: bool = False
    compared: bool = False


def columns_for(rows: Sequence[RunRow]) -> tuple[RunColumn, ...]:
    """The columns that say something of *rows*."""
    metrics = {tuple(row.run.columns) for row in rows}
    scores = {score_key(dict.fromkeys(keys)) for keys in metrics} - {None}
    score = next(iter(scores)) if len(scores) == 1 else None
    tests = {key for row in rows for key in row.run.test}
    there = {key for keys in metrics for key in keys} | {f"test_{key}" for key in tests}
    found = [_words("name", translate("Runs", "Run"), "", lambda row: row.name, lambda row: row.run.id)]
    found += _measured(score, there)
    empty = {"from"} if all(row.run.fork is None for row in rows) else set()
    empty |= {"race"} if not any(row.run.label.race for row in rows) else set()
    return (*found, *(column for column in _facts() if column.key not in empty))


def _measured(score: str | None, there: Container[str]) -> list[RunColumn]:
    """The figures that are *there*, those by which runs are compared first."""
    title = metric_title(score) if score is not None else translate("Runs", "Score")
    both = [("loss", translate("Runs", "Loss"))]
    both += [(score, title)] if score is not None else []
    places: tuple[tuple[Part, bool], ...] = (
        ("validation", True), ("validation", False), ("train", True), ("train", False), ("test", False),
    )  # fmt: skip
    prefixes = {"train": "", "validation": "val_", "test": "test_"}
    return [
        _figure(key, name, part, best) for part, best in places for key, name in both if prefixes[part] + key in there
    ]  # fmt: skip


def _figure(key: str, name: str, part: Part, best: bool) -> RunColumn:
    titles = {
        ("train", False): "{0}",
        ("train", True): translate("Runs", "Best {0}"),
        ("validation", False): translate("Runs", "Val. {0}"),
        ("validation", True): translate("Runs", "Best val. {0}"),
        ("test", False): translate("Runs", "Test {0}"),
    }
    hints = {
        ("train", False): translate("Runs", "{0} on the training part after the last epoch"),
        ("train", True): translate("Runs", "The best {0} on the training part after any epoch"),
        ("validation", False): translate("Runs", "{0} on the validation part after the last epoch"),
        ("validation", True): translate("Runs", "The best {0} on the validation part after any epoch"),
        ("test", False): translate("Runs", "{0} on the test part, measured once at the end"),
    }
    inner = name.lower() if best or part != "train" else name
    title = titles[part, best].format(inner)

    def figure(row: RunRow) -> float:
        return row.figures.best(key, part) if best else row.figures.last(key, part)

    return RunColumn(
        f"{part}_{key}_{'best' if best else 'last'}", title[:1].upper() + title[1:], hints[part, best].format(name),
        lambda row: value_text(figure(row), is_share(key)), lambda row: _number(figure(row)), figure,
        is_share(key) or key in ("r2_score", "return"), compared=True,
    )  # fmt: skip


def _facts() -> list[RunColumn]:
    """What a run was, and what it took."""
    epochs, time = translate("Runs", "Epochs"), translate("Runs", "Time")
    parameters = translate("Runs", "Parameters")
    return [
        _count("epochs", epochs, translate("Runs", "Passes over the training part"),
               lambda row: float(row.run.epochs or nan)),
        RunColumn("seconds", time, translate("Runs", "How long it was trained, pauses left out"),
                  lambda row: seconds_text(row.run.seconds) if row.run.seconds else NOTHING,
                  lambda row: _number(row.run.seconds or nan), lambda row: row.run.seconds or nan),
        _words("ending", translate("Runs", "Ending"), translate("Runs", "How it came to rest"), lambda row: row.ending),
        _words("network", translate("Runs", "Network"), translate("Runs", "The layers between input and output"),
               lambda row: row.network),
        _words("recipe", translate("Runs", "Recipe"), translate("Runs", "Optimizer, learning rate, batch size"),
               lambda row: row.recipe),
        _count("parameters", parameters, translate("Runs", "All weights and biases of the network"),
               lambda row: float(row.run.label.parameters or nan)),
        _words("begun", translate("Runs", "Begun"), translate("Runs", "When it was begun"),
               lambda row: begun_text(row.run), lambda row: row.run.started),
        _words("from", translate("Runs", "From"), translate("Runs", "The run and the epoch that it forked from"),
               lambda row: fork_text(row.run)),
        _words("race", translate("Runs", "Race"), translate("Runs", "The race that it was trained in"),
               lambda row: title_words(row.run.label.race)),
        _words("note", translate("Runs", "Note"), translate("Runs", "Your own words: double-click to write"),
               lambda row: row.run.label.note),
    ]  # fmt: skip


def _words(
    key: str, title: str, hint: str, text: Callable[[RunRow], str], order: Callable[[RunRow], Any] | None = None
) -> RunColumn:
    return RunColumn(key, title, hint, text, lambda row: (0, (order or (lambda r: text(r).lower()))(row)))


def _count(key: str, title: str, hint: str, figure: Callable[[RunRow], float]) -> RunColumn:
    def text(row: RunRow) -> str:
        return count_text(int(figure(row))) if isfinite(figure(row)) else NOTHING

    return RunColumn(key, title, hint, text, lambda row: _number(figure(row)), figure)


def _number(value: float) -> Order:
    """What is no number comes last, whichever way it is sorted from."""
    return (0, value) if isfinite(value) else (1, 0.0)


def begun_text(run: Run) -> str:
    """When *run* was begun, in local time."""
    try:
        return datetime.fromisoformat(run.started).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return run.started


def fork_text(run: Run) -> str:
    """What *run* forked from, as ``run 3, epoch 12``; empty where it did not."""
    if run.fork is None:
        return ""
    return translate("Runs", "run {0}, epoch {1}").format(run.fork.run, count_text(run.fork.epoch))


def best_rows(column: RunColumn, rows: Sequence[RunRow]) -> frozenset[int]:
    """The ids of the runs that are first in *column*, where at least two have a figure and they are not all level."""
    if column.figure is None or not column.compared:
        return frozenset()
    known = [(column.figure(row), row.run.id) for row in rows]
    known = [(value, run) for value, run in known if isfinite(value)]
    values = {value for value, _ in known}
    if len(values) < 2:
        return frozenset()
    first = max(values) if column.rising else min(values)
    return frozenset(run for value, run in known if value == first)
