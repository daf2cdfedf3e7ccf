"""``nnviz train``: trains a project without a window, in this process, and leaves the result in a folder."""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from nnviz.commands.parsing import Parser
from nnviz.commands.progress import Bar, JsonLines, Progress
from nnviz.commands.whole_run import WholeRun
from nnviz.commands.workers import own_place
from nnviz.data.dataset import Dataset
from nnviz.data.spec import Table
from nnviz.errors import BadInput
from nnviz.project.files import Contents, open_project, save_file
from nnviz.project.project import Project
from nnviz.project.ready import ready_dataset
from nnviz.project.runs import next_id
from nnviz.sentences import Sentence
from nnviz.training.json_form import MOST_EPOCHS
from nnviz.training.reading import read_whole

if TYPE_CHECKING:
    from nnviz.engine.session import Session

FAILED, INTERRUPTED = 1, 130


def main(argv: list[str]) -> int:
    """Train a project; 0 when it finished or stopped early, 1 when training failed, 130 when it was interrupted."""
    args = _parser().parse_args(argv)
    contents = open_project(args.project)
    project, lost = _with_data(_with_epochs(contents.project, args.epochs), args.data, contents.base, args.target)
    project = _with_target(project, args.target)
    if not _writes(args.strategy):
        args.out = None
    if args.out is not None:
        _make_folder(args.out)
    dataset = ready_dataset(project, contents.base)
    session = _session(project, contents.base, dataset, args.strategy)
    if not args.json:
        if isinstance(project.data, Table) and dataset.facts.target_names:
            print(f"Learning to tell {', '.join(dataset.facts.target_names)}.", file=sys.stderr)
        for note in (*lost, *dataset.notes):
            print(f"Note: {note}", file=sys.stderr)
    progress: Progress = JsonLines() if args.json else Bar(project.training.epochs)
    with tempfile.TemporaryDirectory(prefix="nnviz-") as drafts:
        training = WholeRun(session, project, Path(drafts), args.out is not None)
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
    parser.add_argument(
        "--strategy",
        choices=("mirrored", "multiworker"),
        help="share each batch among the GPUs here, or among the machines that TF_CONFIG names",
    )
    parser.add_argument("--json", action="store_true", help="print a JSON line per epoch, and one for the ending")
    return parser


def _writes(strategy: str | None) -> bool:
    """Whether this process writes files: of several workers that train together only the first one does."""
    return strategy != "multiworker" or own_place()[0] == 0


def _session(project: Project, base: Path, dataset: Dataset, strategy: str | None) -> Session:
    """What trains *project*, by itself or with others; Keras is loaded here, once it is known that it can be."""
    if strategy is None:
        from nnviz.engine.session import Session

        return Session(project, base, dataset)
    from nnviz.engine.spread import SpreadSession, strategy_called

    made = strategy_called(strategy)
    print(f"Replicas that share each batch: {made.num_replicas_in_sync}.", file=sys.stderr)
    return SpreadSession(project, base, dataset, made)


def _with_epochs(project: Project, epochs: int | None) -> Project:
    if epochs is None:
        return project
    wanted = read_whole(epochs, "--epochs", 1, MOST_EPOCHS)  # as the file that it leaves can be read again
    return replace(project, training=msgspec.structs.replace(project.training, epochs=wanted))


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


def _leave(folder: Path, session: Session, contents: Contents, training: WholeRun) -> None:
    """Write what was trained to *folder*, each file whole or not at all."""
    session.export("keras", folder / "model.keras", carded=True)
    session.export("weights.h5", folder / "weights.weights.h5", carded=True)
    training.history.to_csv(folder / "history.csv")
    run = training.as_run(next_id(contents.runs))
    save_file(folder / "project.nnviz", replace(contents, runs=(*contents.runs, run)))
