"""All runs of a project for a spreadsheet: a row a run, or the epochs of all of them side by side."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from math import isfinite

from nnviz.network.spec import NetworkSpec
from nnviz.project.run_figures import RunFigures
from nnviz.project.run_words import network_words, recipe_words
from nnviz.project.runs import Run

_PARTS = (("", "train"), ("val_", "validation"))


def run_name(run: Run) -> str:
    """What *run* is called: its name, or its number."""
    return run.label.name or f"Run {run.id}"


def runs_csv(runs: Sequence[Run]) -> str:
    """A row a run: what it was, how it ended, the last and the best value of every metric, and the test scores."""
    keys = tuple(dict.fromkeys(key for run in runs for key in run.columns if not key.startswith("val_")))
    tests = tuple(dict.fromkeys(key for run in runs for key in run.test))
    metrics = [f"{prefix}{key} {which}" for key in keys for prefix, _ in _PARTS for which in ("last", "best")]
    head = ["run", "name", "race", "started", "network", "recipe", "epochs", "ending", "seconds", "parameters"]
    head += [*metrics, *(f"test {key}" for key in tests), "forked from run", "at epoch", "note"]
    return _csv([head, *(_row(run, keys, tests) for run in runs)])


def _row(run: Run, keys: Sequence[str], tests: Sequence[str]) -> list[object]:
    figures, label, network = RunFigures(run), run.label, run.project.network
    what = [run.id, run_name(run), label.race, run.started, _words(network), recipe_words(run.project.training)]
    how = [run.epochs, run.ending, _cell(run.seconds), label.parameters or ""]
    values = [
        _cell(value)
        for key in keys
        for _, part in _PARTS
        for value in (figures.last(key, part), figures.best(key, part))  # type: ignore[arg-type]
    ]
    fork = [run.fork.run, run.fork.epoch] if run.fork is not None else ["", ""]
    return [*what, *how, *values, *(_cell(run.test.get(key, float("nan"))) for key in tests), *fork, label.note]


def _words(network: NetworkSpec) -> str:
    return str(network_words(network))


def epochs_csv(runs: Sequence[Run]) -> str:
    """A row an epoch: of each run the seconds of training and every metric, in columns of its own."""
    head, columns = ["epoch"], []
    for run in runs:
        name = f"{run.id} {run_name(run)}" if run.label.name else run_name(run)
        head += [f"{name}: {key}" for key in ("seconds", *run.columns)]
        columns += [run.times[:, 0].tolist(), *(column.tolist() for column in run.columns.values())]
    longest = max((run.epochs for run in runs), default=0)
    rows = ([i + 1, *(_cell(column[i]) if i < len(column) else "" for column in columns)] for i in range(longest))
    return _csv([head, *rows])


def _cell(value: float) -> str:
    """The shortest text that reads back as *value*; nothing for what is no number."""
    return repr(float(value)) if isfinite(value) else ""


def _csv(rows: Sequence[Sequence[object]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()
