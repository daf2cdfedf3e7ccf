"""One point of a sweep, trained and left as a file; and the process that trains several, one after another."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from nnviz.commands.whole_run import WholeRun
from nnviz.data.dataset import Dataset
from nnviz.errors import BadInput
from nnviz.project.files import Contents, save_file
from nnviz.project.json_form import project_from_json
from nnviz.project.ready import ready_dataset

if TYPE_CHECKING:
    from nnviz.data.spec import DataSpec


class Task(msgspec.Struct, frozen=True):
    """A point that is to be trained.

    Attributes:
        number: its number in the grid, which its run has too.
        name: what its run is called.
        title: of the sweep.
        project: the JSON form, with paths relative to the folder of *place*.
        place: the ``.nnviz`` file that is to hold it.
    """

    number: int
    name: str
    title: str
    project: str
    place: str


class Done(msgspec.Struct, frozen=True):
    """A point has come to its end.

    Attributes:
        number: which.
        sentence: why there is no file of it; empty where there is one.
    """

    number: int
    sentence: str = ""


@dataclass
class Bench:
    """Trains one point after another; data that several share are read once."""

    _spec: DataSpec | None = None
    _dataset: Dataset | None = field(default=None, repr=False)

    def train(self, task: Task, place: Path | None = None) -> Done:
        """Train *task* and write it to *place* (default: its own), whole or not at all."""
        from nnviz.engine.session import Session

        project, base = project_from_json(task.project), Path(task.place).parent
        place = place or Path(task.place)
        try:
            if self._dataset is None or project.data != self._spec:
                self._dataset, self._spec = ready_dataset(project, base), project.data
            session = Session(project, base, self._dataset)
        except BadInput as error:
            return Done(task.number, str(error))
        with tempfile.TemporaryDirectory(prefix="nnviz-") as drafts:
            training = WholeRun(session, project, Path(drafts), keep=True)
            training.run(_Silent())
            session.close(wait=True)
            if training.ending == "stopped":  # half a run is no result: the point is trained again
                return Done(task.number, training.sentence)
            run = training.as_run(task.number)
            run = run.with_label(msgspec.structs.replace(run.label, name=task.name, race=task.title))
            # The paths are right for the folder that the file is meant for, wherever it is written first.
            save_file(place, Contents(project, (run,), place.parent))
        return Done(task.number)


class _Silent:
    """Hears of every epoch and says nothing."""

    def epoch(self, number: int, logs: Mapping[str, float]) -> None:
        """Nothing."""

    def ending(self, kind: str, sentence: str, epochs: int, seconds: float, test: Mapping[str, float]) -> None:
        """Nothing."""


def serve(parent: int) -> int:
    """Train the tasks that come on stdin, a line each, and answer each with a line, until stdin is closed.

    The process leaves with ``os._exit``: TensorFlow's own way out has been seen to take half a minute.
    """
    from nnviz.engine.process.parent import die_with_parent

    die_with_parent(parent)
    bench = Bench()
    for line in sys.stdin:
        done: Any = bench.train(msgspec.json.decode(line, type=Task))
        print(msgspec.json.encode(done).decode(), flush=True)
    sys.stderr.flush()
    os._exit(0)
