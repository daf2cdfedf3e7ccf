"""What a process does that keeps work or saves it until it is killed; it tells each step when that is on the disk."""

from __future__ import annotations

import os
import random
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np

from nnviz.data.spec import Builtin
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project.files import Contents, save_file
from nnviz.project.project import Project
from nnviz.project.runs import Run, Snapshot
from nnviz.project.work_base import About, Work, WorkBase
from nnviz.project.work_folders import VARIABLE, WorkFolder
from nnviz.training.recipe import Recipe

AT = "2026-11-22T10:00:00+00:00"


def project(step: int) -> Project:
    """What is drawn after so many steps."""
    layers = (LayerSpec("in", "Input"), LayerSpec("h", "Dense", {"units": step + 1}), LayerSpec("out", "Output"))
    return Project(NetworkSpec(layers, (("in", "h"), ("h", "out"))), Builtin(name="xor"), Recipe(epochs=step + 1))


def loss(run: int, epochs: int) -> np.ndarray:
    """The losses of a run: any other number would be noticed."""
    return np.random.default_rng(run).random(epochs)


def weights(run: int, epoch: int) -> bytes:
    """The snapshot of a run after an epoch."""
    return bytes([run % 256]) * (20_000 + epoch)


def work(step: int, folder: Path) -> Work:
    """All that is open after so many steps: every ten steps another run begins."""
    runs = []
    for number in range(1, step // 10 + 2):
        epochs = 7 * (step % 10 if number == step // 10 + 1 else 10)
        file = folder / f"{number}-{epochs}.safetensors"
        if not file.exists():
            file.write_bytes(weights(number, epochs))
        shots = (Snapshot(epochs, "last", file),)
        runs.append(Run(number, AT, project(step), {"loss": loss(number, epochs)}, "paused", snapshots=shots))
    return Work(project(step), tuple(runs), About("xor", base=str(folder)))


def keep(folder: Path, steps: range, tell: Connection) -> None:
    """Commit one step after the other."""
    base = WorkBase(WorkFolder.make().base)
    for step in steps:
        base.put(work(step, folder))
        tell.send(step)


def save(folder: Path, steps: range, tell: Connection) -> None:
    """Save one step after the other over the same file, from the work database and without one."""
    base = WorkBase(WorkFolder.make().base)
    target = folder / "project.nnviz"
    for step in steps:
        now = work(step, folder)
        if step % 2:
            save_file(target, Contents(now.project, now.runs, folder), keep=True)
        else:
            base.put(now)
            base.save(target, folder, folder, keep=True)
        tell.send(step)


def run(mode: str, place: str, folder: Path, seed: int, tell: Connection) -> None:
    """Do so, with the work in *place*, until the process is killed."""
    os.environ[VARIABLE] = place
    start = random.Random(seed).randrange(200)
    {"keep": keep, "save": save}[mode](folder, range(start, 10_000), tell)
