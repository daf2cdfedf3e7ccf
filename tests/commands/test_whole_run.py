"""A run without a window: which of its epochs counts as the best."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from nnviz.commands.whole_run import WholeRun
from nnviz.errors import BadInput
from nnviz.project.project import Project
from nnviz.training.methods.kinds import Adversarial, QLearning
from nnviz.training.recipe import Recipe


class Session:
    """Has the epochs of *rows*, one a piece, and writes nothing."""

    batch, parameters = 0, 1
    ends, dropped = True, False

    def __init__(self, recipe: Recipe, keys: tuple[str, ...], rows: list[list[float]]) -> None:
        self.recipe, self._keys, self._rows, self.epoch = recipe, keys, rows, 0

    def advance(self, epochs: int) -> Any:
        if self.epoch == len(self._rows):
            raise BadInput("The file is gone.")
        self.epoch += 1
        ending = "finished" if self.ends and self.epoch == len(self._rows) else None
        rows = self._rows[self.epoch - 1 : self.epoch]
        return SimpleNamespace(first=self.epoch, keys=self._keys, rows=np.array(rows), ending=ending, sentence="")

    def export(self, kind: str, path: Path) -> None:
        path.touch()

    def save_snapshot(self, path: Path) -> None:
        path.touch()

    def evaluate(self, part: str) -> dict[str, float]:
        raise BadInput("The rows are gone.")

    def drop_run(self) -> None:
        self.dropped = True


class Silent:
    """A progress that nobody looks at."""

    def epoch(self, number: int, logs: dict[str, float]) -> None:
        """Told for nothing."""


@pytest.mark.parametrize(
    ("method", "keys", "rows", "best"),
    [
        (None, ("loss", "val_loss"), [[3.0, 1.0], [2.0, 0.5], [1.0, 2.0]], 2),
        (Adversarial("made"), ("loss", "distance"), [[0.1, 3.0], [0.5, 2.0], [0.9, 1.0]], 3),
        (QLearning(), ("loss", "return"), [[0.3, -1.0], [0.2, 0.5], [0.1, -0.5]], 2),
    ],
)
def test_the_best_epoch_is_told_by_what_the_method_measures(
    method: Any, keys: tuple[str, ...], rows: list[list[float]], best: int, tmp_path: Path, monkeypatch: Any
) -> None:
    monkeypatch.setattr("nnviz.commands.whole_run._REST", 0)
    recipe = Recipe(epochs=len(rows), method=method)
    session: Any = Session(recipe, keys, rows)
    run = WholeRun(session, Project(training=recipe), tmp_path, keep=True)
    progress: Any = Silent()
    run.run(progress)
    found = run.as_run(1).snapshot("best")
    assert found is not None
    assert found.epoch == best


@pytest.mark.parametrize(("ends", "ending"), [(True, "finished"), (False, "failed")])
def test_what_was_learned_is_kept_where_rows_on_the_disk_are_gone(ends: bool, ending: str, tmp_path: Path) -> None:
    session: Any = Session(Recipe(epochs=3), ("loss",), [[2.0], [1.0]])
    session.ends = ends
    run = WholeRun(session, Project(training=session.recipe), tmp_path, keep=True)
    progress: Any = Silent()
    run.run(progress)
    kept = run.as_run(1)
    assert (kept.ending, kept.epochs, session.dropped) == (ending, 2, not ends)
    assert kept.sentence.endswith("The rows are gone." if ends else "The file is gone.")
    assert kept.snapshot("last") is not None
