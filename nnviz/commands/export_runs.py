"""``nnviz export`` of all runs of a project: tables for a spreadsheet, logs for TensorBoard."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from nnviz.errors import BadInput
from nnviz.project.atomic import write_whole
from nnviz.project.files import Contents
from nnviz.project.run_csv import epochs_csv, runs_csv

FORMATS = ("tensorboard", "runs.csv", "epochs.csv")


def export_runs(contents: Contents, name: str, path: Path, *, force: bool) -> str:
    """Write all runs of *contents* to *path* in the format *name*; what was written, in words.

    TensorBoard's logs go into a folder that may be there already: only those of the same runs are replaced. BadInput
    where there are no runs, or a file is there and *force* is not given.
    """
    runs = [run for run in contents.runs if run.epochs]
    if not runs:
        raise BadInput("The project has no runs: train it first")
    if name == "tensorboard":
        from nnviz.engine.files.tensorboard import write_logs
        from nnviz.project.run_logs import log_of

        for sentence in write_logs((log_of(run) for run in runs), path):
            print(f"Note: left out: {sentence}", file=sys.stderr)
        return f"{path}: the logs of {_counted(len(runs))}; see them with tensorboard --logdir {path}"
    if os.path.lexists(path) and not force:
        raise BadInput(f"{path} is there already: give --force to replace it")
    text = (runs_csv(runs) if name == "runs.csv" else epochs_csv(runs)).encode()
    write_whole(path, text)
    return f"{path}: {_counted(len(runs))}, {len(text):,} bytes"


def _counted(count: int) -> str:
    return "1 run" if count == 1 else f"{count:,} runs"
