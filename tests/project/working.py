"""Runs and work to keep."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from nnviz.project.files import Contents, open_file
from nnviz.project.project import Project
from nnviz.project.runs import Run, Snapshot, now
from nnviz.project.work_base import About, Work, WorkBase

from .examples import xor


def run(number: int, epochs: int, tmp_path: Path) -> Run:
    """A run with a snapshot in a file of its own."""
    file = tmp_path / f"{number}-{epochs}.safetensors"
    file.write_bytes(b"weights of %d" % number * 100)
    columns = {"loss": np.random.default_rng(number).random(epochs)}
    return Run(number, now(), xor(), columns, "stopped", "Stopped.", 1.5, {}, (Snapshot(epochs, "last", file),))


def saved(base: WorkBase, path: Path) -> Contents:
    assert base.save(path, path.parent, path.parent) == 0
    return open_file(path)


def work(runs: tuple[Run, ...], project: Project | None = None, **about: object) -> Work:
    return Work(project or xor(), runs, About(**about))
