"""``nnviz train``: trains a project without a window, in this process, and leaves the result in a folder."""

from __future__ import annotations

import contextlib
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from nnviz.commands.parsing import Parser
from nnviz.commands.progress import Bar, JsonLines, Progress
from nnviz.data.spec import Table
from nnviz.errors import BadInput
from nnviz.project.files import Contents, open_project, save_file
from nnviz.project.project import Project
from nnviz.project.ready import ready_dataset
from nnviz.project.run_label import Label
from nnviz.project.runs import Run, Snapshot, SnapshotKind, next_id, now
from nnviz.sentences import Sentence
from nnviz.training.history import History

if TYPE_CHECKING:
    from nnviz.engine.session import Session
    from nnviz.engine.trainer import Piece

FAILED, INTERRUPTED = 1, 130
# The best weights are written again only after training for this many times as long as writing took.
_REST = 20


def main(argv: list[str]) -> int:
    """Train a project; 0 when it finished or stopped early, 1 when training failed, 130 when it was interrupted."""
    args = _parser().parse_args(argv)
    contents = open_project(args.project)
    project, lost = _with_data(_with_epochs(contents.project, args.epochs), args.data, contents.base, args.target)
    project = _with_target(project, args.target)
    if args.out is not None:
        _make_folder(args.out)
    dataset = ready_dataset(project, contents.base)
    from nnviz.engine.session import Session  # Keras is loaded for a project that can be trained, not before

    session = Session(project, contents.base, dataset)
    if not args.json:
        if isinstance(project.data, Table) and dataset.facts.target_names:
            print(f"Learning to tell {', '.join(dataset.facts.target_names)}.", file=sys.stderr)
        for note in (*lost, *dataset.notes):
            print(f"Note: {note}", file=sys.stderr)
    progress: Progress = JsonLines() if args.json else Bar(project.training.epochs)
    with tempfile.TemporaryDirectory(prefix="nnviz-") as drafts:
        training = _Training(session, project, Path(drafts), args.out is not None)
        training.run(progress)
        session.close()
        if args.out is not None:
            _leave(args.out, session, replace(contents, project=project), training)
    # Last, so that whoever reads it finds the files there.
    progress.ending(training.ending, training.sentence, session.epoch, training.seconds, training.test)
    session.close(wait=True)
    return {"failed": FAILED, "stopped": INTERRUPTED}.get(training.ending, 0)


def _parser() -> Parser:
    parser = Parser("train", "Trains a project; a progress bar for people, a JSON line per epoch for programs.")
    parser.add_argument("project", type=Path, help="a .nnviz or .json file")
    parser.add_argument("--epochs", type=int, help="train this many epochs instead of the project's own number")
    parser.add_argument(
        "--data", type=Path, metavar="PATH", help="learn from this file or folder; what fits it of the project is kept"
    )
    parser.add_argument(
        "--target", action="append", metavar="COLUMN", help="the column of a table to tell; may be given several times"
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        help="leave model.keras, weights.weights.h5, history.csv and project.nnviz there",
    )
    parser.add_argument("--json", action="store_true", help="print a JSON line per epoch, and one for the ending")
    return parser


def _with_epochs(project: Project, epochs: int | None) -> Project:
    if epochs is None:
        return project
    if epochs < 1:
        raise BadInput(f"--epochs: expected a whole number of at least 1, got {epochs}")
    return replace(project, training=msgspec.structs.replace(project.training, epochs=epochs))


def _with_data(
    project: Project, path: Path | None, base: Path, targets: list[str] | None
) -> tuple[Project, tuple[Sentence, ...]]:
    """The project with the file or folder at *path* for its data, and sentences on what does not fit them.

    *targets* are chosen instead of those of the project.
    """
    if path is None:
        return project, ()
    from nnviz.data.carrying_over import carried_over
    from nnviz.data.recognising import spec_of

    old = project.data
    if targets and isinstance(old, Table):
        old = msgspec.structs.replace(old, target=tuple(targets))
    data, lost = carried_over(old, spec_of(path.resolve()), base)
    return replace(project, data=data), lost


def _with_target(project: Project, columns: list[str] | None) -> Project:
    """The project with these *columns* of its table as what is to be told."""
    if columns is None:
        return project
    if not isinstance(project.data, Table):
        raise BadInput("--target names a column of a table, but what is learned from is none")
    return replace(project, data=msgspec.structs.replace(project.data, target=tuple(columns)))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = "a file of that name is there" if folder.is_file() else (error.strerror or str(error)).lower()
        raise BadInput(f"The folder {folder} could not be made: {reason}") from None


@dataclass
class _Training:
    """One run from its initial weights to its ending.

    Attributes:
        session: what is trained.
        project: the project with the recipe that is followed.
        drafts: an empty folder for snapshots.
        keep: whether snapshots are wanted.
        ending, sentence: how it came to rest.
        seconds: training time.
        test: the scores on the test part.
    """

    session: Session
    project: Project
    drafts: Path
    keep: bool
    started: str = field(default_factory=now)
    history: History = field(default_factory=History)
    ending: str = ""
    sentence: str = ""
    seconds: float = 0.0
    test: dict[str, float] = field(default_factory=dict)
    _snapshots: dict[SnapshotKind, Snapshot] = field(default_factory=dict)
    _best: float = float("inf")
    _next_best: float = 0.0

    def run(self, progress: Progress) -> None:
        """Train until the recipe's epochs are done, it ends by itself, or the process is asked to stop."""
        self._snapshot("first")
        begun = time.monotonic()
        with _asked_to_stop() as asked:
            while not self.ending:
                piece = self.session.advance(self.project.training.epochs)
                self._hear(piece, progress)
                if asked.is_set() and not self.ending:
                    # Left as it stands, so that the window can go on from this very batch.
                    self.ending, self.sentence = "stopped", f"Stopped by you after epoch {self.session.epoch}."
        self.seconds = time.monotonic() - begun
        if self.ending != "stopped_early":  # there the weights of an earlier epoch may be back
            self._keep_best()
        self._snapshot("last")
        if self.ending in ("finished", "stopped_early"):
            self.test = self.session.evaluate("test")

    def as_run(self, number: int) -> Run:
        """The run as a project keeps it."""
        columns = {key: self.history.column(key) for key in self.history.keys}
        return Run(
            number,
            self.started,
            self.project,
            columns,
            self.ending,
            self.sentence,
            self.seconds,
            self.test,
            tuple(self._snapshots.values()),
            label=Label(parameters=self.session.parameters),
        )

    def _hear(self, piece: Piece, progress: Progress) -> None:
        if len(piece.rows):
            self.history.append(piece.first, piece.keys, piece.rows)
            for number, row in enumerate(piece.rows.tolist(), piece.first):
                progress.epoch(number, dict(zip(piece.keys, row, strict=True)))
            if time.monotonic() >= self._next_best:
                self._keep_best()
        self.ending, self.sentence = piece.ending or "", piece.sentence

    def _keep_best(self) -> None:
        """Keep the weights where the latest epoch is better than the best one kept.

        While training, that is looked at between two pieces, and no more often than leaves training fast.
        """
        name = "val_loss" if "val_loss" in self.history.keys else "loss"
        loss = float(self.history.column(name)[-1]) if self.history.epochs else float("inf")
        if loss < self._best and self.session.batch == 0:
            begun = time.monotonic()
            self._snapshot("best")
            self._best = loss
            self._next_best = time.monotonic() + _REST * (time.monotonic() - begun)

    def _snapshot(self, kind: SnapshotKind) -> None:
        if self.keep:
            place = self.drafts / f"{kind}.safetensors"
            if kind == "last":
                self.session.save_snapshot(place)
            else:
                self.session.export("safetensors", place)
            self._snapshots[kind] = Snapshot(self.session.epoch, kind, place)


@contextlib.contextmanager
def _asked_to_stop() -> Iterator[threading.Event]:
    """An event that Ctrl-C and SIGTERM set, instead of ending the process; a second Ctrl-C ends it at once."""
    asked = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield asked
        return

    def ask(number: int, frame: object) -> None:
        if asked.is_set():
            raise KeyboardInterrupt
        asked.set()

    kept = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield asked
    finally:
        for number, handler in kept.items():
            signal.signal(number, handler)


def _leave(folder: Path, session: Session, contents: Contents, training: _Training) -> None:
    """Write what was trained to *folder*, each file whole or not at all."""
    session.export("keras", folder / "model.keras", carded=True)
    session.export("weights.h5", folder / "weights.weights.h5", carded=True)
    training.history.to_csv(folder / "history.csv")
    run = training.as_run(next_id(contents.runs))
    save_file(folder / "project.nnviz", replace(contents, runs=(*contents.runs, run)))
