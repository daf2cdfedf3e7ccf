"""The points of a sweep on a Ray cluster, whose nodes have nnviz and see the folder of the sweep and its data."""

from __future__ import annotations

import importlib.util
import socket
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from nnviz.commands.sweep_point import Bench, Done, Task
from nnviz.errors import BadInput
from nnviz.project.atomic import reason, write_whole


def check(address: str) -> None:
    """BadInput where Ray is not installed, or nobody listens at *address*: Ray would try for a minute and abort."""
    if importlib.util.find_spec("ray") is None:
        raise BadInput("--ray needs Ray, which is not installed; 'pip install \"nnviz[ray]\"' brings it")
    host, _, port = address.removeprefix("ray://").rpartition(":")
    if host and port.isdigit():
        try:
            socket.create_connection((host, int(port)), timeout=5).close()
        except OSError as error:
            raise BadInput(f"--ray: there is no cluster at {address}: {reason(error)}") from None


def train_all(tasks: Sequence[Task], address: str, hear: Callable[[Done], None]) -> None:
    """Train *tasks* on the cluster at *address* (``local``: one on this machine), and tell *hear* of each."""
    import ray

    try:
        ray.init(address=address, log_to_driver=False, logging_level="error")
    except (ConnectionError, RuntimeError, ValueError) as error:
        raise BadInput(f"--ray: there is no cluster at {address}: {str(error).splitlines()[0]}") from None
    try:
        far: Any = ray.remote(trained_far)
        tasks_of = {far.remote(task): task for task in tasks}
        while tasks_of:
            ready, _ = ray.wait(list(tasks_of), num_returns=1)
            task = tasks_of.pop(ready[0])
            try:
                done, data = ray.get(ready[0])
            except ray.exceptions.RayError as error:  # a node is gone, or its nnviz differs
                done, data = Done(task.number, str(error).splitlines()[-1]), b""
            if data:
                write_whole(Path(task.place), data)
            hear(done)
    finally:
        ray.shutdown()


def trained_far(task: Task) -> tuple[Done, bytes]:
    """On a node: how training *task* ended, and the file that holds it; empty where there is none."""
    with tempfile.TemporaryDirectory(prefix="nnviz-") as folder:
        place = Path(folder) / "point.nnviz"
        done = Bench().train(task, place)
        return done, b"" if done.sentence else place.read_bytes()
