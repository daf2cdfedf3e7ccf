"""A peer in a process of its own: libraries of numbers disturb each other's threads in one."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import IO

import numpy as np

from nnviz.engine.bench.cases import CASES
from nnviz.engine.peers.peer import PEERS, Peer, Task, make
from nnviz.errors import BadInput


def serve(name: str, case_name: str, weights: Path, asked: IO[str] = sys.stdin, answers: IO[str] = sys.stdout) -> None:
    """Train *case_name* with the peer *name*: a line of a number of epochs is answered by ``[seconds, loss]``.

    The first line's seconds include making the network; those of importing the library are in none.
    """
    importlib.import_module(PEERS[name].library)
    case = CASES[case_name]
    x, y = case.data()
    with np.load(weights) as archive:
        task = Task(case, x, y, [archive[key] for key in archive.files])
    peer: Peer | None = None
    for line in asked:
        start = time.perf_counter()
        peer = peer or make(name, task)
        loss = peer.train(int(line))
        print(json.dumps([time.perf_counter() - start, loss]), file=answers, flush=True)


class PeerProcess:
    """The parent's end of ``serve``.

    Args:
        name: which peer.
        process: runs ``serve`` for it on its standard pipes.
    """

    def __init__(self, name: str, process: subprocess.Popen[str]) -> None:
        self.name, self._process = name, process

    def train(self, epochs: int) -> tuple[float, float]:
        """Train so many epochs more: seconds taken, and the mean loss of the last one; BadInput where it has died."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(f"{epochs}\n")
            self._process.stdin.flush()
            seconds, loss = json.loads(self._process.stdout.readline())
        except (OSError, ValueError):
            title = PEERS[self.name].title
            raise BadInput(f"{title} has ended with an error; --no-peers leaves the others out") from None
        return float(seconds), float(loss)

    def close(self) -> None:
        """End the process."""
        with self._process as process:
            process.kill()
