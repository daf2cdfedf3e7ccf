"""``nnviz sweep``: trains a project with every combination of some values, and puts the runs into one project."""

from __future__ import annotations

import argparse
import json
import math
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from nnviz.commands import sweep_point, sweep_pool, sweep_ray
from nnviz.commands.parsing import Parser
from nnviz.commands.sweep_point import Done, Task
from nnviz.errors import BadInput
from nnviz.project.atomic import reason
from nnviz.project.files import Contents, bytes_of, open_file, open_project, save_file
from nnviz.project.json_form import project_to_json
from nnviz.project.paths import rebased
from nnviz.project.project import Project
from nnviz.project.ready import ready_dataset, refuse_problems
from nnviz.project.run_figures import rises
from nnviz.project.runs import Run
from nnviz.project.sweep import Point, Setting, points, setting_of, value_text
from nnviz.project.text_table import TextTable, as_text
from nnviz.training.methods.kinds import Adversarial, QLearning

FAILED = 1
_OF_METHODS = tuple(method.measures[0] for method in (QLearning, Adversarial))
SHOWN = 6  # of the best runs, whose curves the window shows on shared axes


def main(argv: list[str]) -> int:
    """Train the grid; 0 when every point was trained, 1 when one could not be, 130 when it was interrupted."""
    args = _parser().parse_args(argv)
    if args.worker is not None:
        return sweep_point.serve(args.worker)
    if args.project is None:
        raise BadInput("expected a project; 'nnviz sweep --help' says what it takes")
    sweep = _sweep_of(args)
    missing = _train(sweep, args)
    runs = sweep.gather()
    _tell(sweep, runs, args.json)
    return FAILED if missing else 0


def _parser() -> Parser:
    parser = Parser("sweep", "Trains a project with every combination of some values; the same command goes on.")
    parser.add_argument("project", type=Path, nargs="?", help="a .nnviz or .json file")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE,VALUE",
        help="LAYERID.ARGUMENT, optimizer.ARGUMENT, epochs, batch_size, loss, seed, ... as in a project's JSON form",
    )
    parser.add_argument("--out", type=Path, metavar="DIR", help="leave sweep.nnviz there; default: PROJECT-sweep")
    parser.add_argument("--jobs", type=int, help="how many to train at the same time; default: one for each core")
    parser.add_argument("--ray", metavar="ADDRESS", help="train on this Ray cluster; 'local' starts one here")
    parser.add_argument("--json", action="store_true", help="print a JSON line for each point, the best one first")
    parser.add_argument("--worker", type=int, help=argparse.SUPPRESS)
    return parser


@dataclass(frozen=True)
class _Sweep:
    """What is trained, and where it is kept.

    Attributes:
        project: what all points are otherwise, with paths relative to *folder*.
        settings: what differs.
        points: the grid, with paths as in *project*.
        out: the folder of the sweep.
    """

    project: Project
    settings: tuple[Setting, ...]
    points: tuple[Point, ...]
    out: Path

    @property
    def folder(self) -> Path:
        """Where each point has a file, named by what it is: another grid that has the point too takes it as it is."""
        return self.out / "points"

    @property
    def file(self) -> Path:
        """The project with all runs."""
        return self.out / "sweep.nnviz"

    @property
    def title(self) -> str:
        """What its runs have in common, for a person."""
        return "Sweep of " + ", ".join(setting.name for setting in self.settings)

    def place(self, point: Point) -> Path:
        """The file of *point*."""
        return self.folder / f"{point.key}.nnviz"

    def run(self, point: Point) -> Run | None:
        """The run of *point*; None where it has not been trained, or its file is damaged."""
        try:
            return open_file(self.place(point)).runs[-1]
        except BadInput:
            return None

    def task(self, point: Point) -> Task:
        """What has to be done for *point*."""
        return Task(
            point.number,
            point.short,
            self.title,
            project_to_json(point.project).decode(),
            str(self.place(point).resolve()),
        )

    def gather(self) -> dict[int, Run]:
        """Write the runs of all points that were trained into one project: point number -> run."""
        found = {point.number: run for point in self.points if (run := self.run(point)) is not None}
        best = sorted(found, key=lambda number: _rank(found[number]))[:SHOWN]
        with tempfile.TemporaryDirectory(prefix="nnviz-") as drafts:
            runs = []
            for number, run in found.items():
                name, shown = self.points[number - 1].short, number in best
                label = msgspec.structs.replace(run.label, name=name, race=self.title, shown=shown)
                runs.append(_numbered(run, number, Path(drafts)).with_label(label))
            save_file(self.file, Contents(self.project, tuple(runs), self.folder))
        return found


def _sweep_of(args: argparse.Namespace) -> _Sweep:
    """The sweep that was asked for, its folder made, each point known to be one that can be trained."""
    if args.jobs is not None and args.jobs < 1:
        raise BadInput(f"--jobs: expected a whole number of at least 1, got {args.jobs}")
    if args.ray is not None:
        sweep_ray.check(args.ray)
    if not args.set:
        raise BadInput('expected --set NAME=VALUE,VALUE, as in "--set hidden.units=16,32"')
    contents = open_project(args.project)
    settings = tuple(setting_of(text) for text in args.set)
    _check(points(contents.project, settings), contents.base)
    sweep = _Sweep(contents.project, settings, (), args.out or Path(f"{args.project.stem}-sweep"))
    try:
        sweep.folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadInput(f"The folder {sweep.folder} could not be made: {reason(error)}") from None
    moved = rebased(contents.project, contents.base, sweep.folder)
    return replace(sweep, project=moved, points=_moved(points(contents.project, settings), contents.base, sweep.folder))


def _moved(grid: Sequence[Point], base: Path, folder: Path) -> tuple[Point, ...]:
    return tuple(replace(point, project=rebased(point.project, base, folder)) for point in grid)


def _check(grid: Sequence[Point], base: Path) -> None:
    """BadInput with the first point that cannot be trained; data that several share are read once."""
    spec, facts = None, None
    for point in grid:
        try:
            if facts is None or point.project.data != spec:
                facts, spec = ready_dataset(point.project, base).facts, point.project.data
            refuse_problems(point.project, facts)
        except BadInput as error:
            raise BadInput(f"{point.name}: {error}") from None


def _train(sweep: _Sweep, args: argparse.Namespace) -> int:
    """Train the points that have no file yet; how many of them could not be."""
    waiting = [point for point in sweep.points if sweep.run(point) is None]
    count = len(sweep.points)
    print(f"{count} points, {count - len(waiting)} of them trained already.", file=sys.stderr)
    if not waiting:
        return 0
    tasks = [sweep.task(point) for point in waiting]
    hear = _Hearing(sweep, count - len(waiting))
    jobs = args.jobs or os.cpu_count() or 1
    try:
        train: Callable[[], None] = (
            (lambda: sweep_pool.train_all(tasks, jobs, hear))
            if args.ray is None
            else (lambda: sweep_ray.train_all(tasks, args.ray, hear))
        )
        train()
    except KeyboardInterrupt:
        print(f"Stopped with {hear.done} of {count} points done; the same command goes on.", file=sys.stderr)
        raise
    return hear.failed


class _Hearing:
    """A line on stderr for each point that is done."""

    def __init__(self, sweep: _Sweep, done: int) -> None:
        self._sweep, self.done, self.failed = sweep, done, 0

    def __call__(self, done: Done) -> None:
        self.done += 1
        self.failed += bool(done.sentence)
        point = self._sweep.points[done.number - 1]
        run = None if done.sentence else self._sweep.run(point)
        said = done.sentence
        if run is not None:
            best, epoch = _best(run)
            said = f"best {_measure(run)} {best:.4g}" if epoch else run.sentence
        print(f"[{self.done}/{len(self._sweep.points)}] {point.name}: {said}", file=sys.stderr)


def _measure(run: Run) -> str:
    """What runs are compared by: the loss, or what says more of the method, of validation where there is some."""
    key = next((key for key in _OF_METHODS if key in run.columns), "loss")
    return f"val_{key}" if f"val_{key}" in run.columns else key


def _rank(run: Run) -> float:
    """The smaller the better the run."""
    best, _ = _best(run)
    return -best if rises(_measure(run)) and math.isfinite(best) else best


def _best(run: Run) -> tuple[float, int]:
    """The best of what runs are compared by, and its epoch (1-based); infinity where there is none."""
    column = np.asarray(run.columns[_measure(run)]) if run.epochs else np.zeros(0)
    if not np.isfinite(column).any():
        return math.inf, 0
    epoch = int(np.nanargmax(column) if rises(_measure(run)) else np.nanargmin(column))
    return float(column[epoch]), epoch + 1


def _numbered(run: Run, number: int, drafts: Path) -> Run:
    """*run* with the number that it has in this grid; its snapshots are under the one that it was trained with."""
    if run.id == number:
        return run
    snapshots = []
    for snapshot in run.snapshots:
        place = drafts / f"{number}-{snapshot.kind}-{snapshot.epoch}.safetensors"
        place.write_bytes(bytes_of(run.id, snapshot))
        snapshots.append(replace(snapshot, place=place, sha256=b""))
    return replace(run.with_snapshots(tuple(snapshots)), id=number, project=run.project, clock=run.clock)


def _tell(sweep: _Sweep, runs: dict[int, Run], as_json: bool) -> None:
    """The table, or a JSON line for each point; the best one first."""
    order = sorted(runs, key=lambda number: _rank(runs[number]))
    if as_json:
        for number in order:
            print(json.dumps(_line(sweep, number, runs[number]), ensure_ascii=False))
        return
    measure = _measure(runs[order[0]]) if order else "loss"
    head = ["run", *(setting.name for setting in sweep.settings), f"best {measure}", "epoch", "epochs", "seconds", ""]
    rows = [_row(sweep.points[number - 1], runs[number]) for number in order]
    print(as_text(TextTable(head, rows, frozenset(range(len(head) - 1)))))
    print(f"All runs are in {sweep.file}, to be compared in the window.")


def _row(point: Point, run: Run) -> list[str]:
    best, epoch = _best(run)
    ending = "" if run.ending == "finished" else run.ending.replace("_", " ")
    texts = [value_text(value) for value in point.values]
    figure = f"{best:.6g}" if epoch else "-"
    return [str(point.number), *texts, figure, str(epoch or "-"), str(run.epochs), f"{run.seconds:.1f}", ending]


def _line(sweep: _Sweep, number: int, run: Run) -> dict[str, Any]:
    best, epoch = _best(run)
    values = dict(zip((setting.name for setting in sweep.settings), sweep.points[number - 1].values, strict=True))
    last = {key: run.figures(key)[0] for key in run.columns}
    return {
        "run": number,
        "set": values,
        "best": {_measure(run): best if epoch else None, "epoch": epoch},
        "last": {key: value if math.isfinite(value) else None for key, value in last.items()},
        "epochs": run.epochs,
        "ending": run.ending,
        "seconds": round(run.seconds, 3),
    }
