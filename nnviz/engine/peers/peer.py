"""What a peer is, and which ones are here. Each is a module ``with_NAME`` with ``make(task) -> Peer``."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from nnviz.engine.bench.cases import SEED, Array, Case, Conv, Dense, Flatten, Layer, Lstm, Pool
from nnviz.training.order import epoch_orders


@dataclass(frozen=True)
class Kind:
    """One of the peers.

    Attributes:
        title: its name for a person.
        library: what has to be installed for it.
        layers: the layers that it can build.
    """

    title: str
    library: str
    layers: tuple[type[Layer], ...]


_ALL = (Dense, Conv, Pool, Flatten, Lstm)
PEERS = {
    "jax": Kind("JAX", "jax", _ALL),
    "torch": Kind("PyTorch", "torch", _ALL),
    "sklearn": Kind("scikit-learn", "sklearn", (Dense,)),
    "numpy": Kind("numpy by hand", "numpy", (Dense,)),
}


@dataclass(frozen=True)
class Task:
    """What a peer is to train.

    Attributes:
        case: network, loss and batch size.
        x, y: samples and targets, float32.
        weights: the initial weights, laid out as ``model.get_weights()`` does.
    """

    case: Case
    x: Array
    y: Array
    weights: Sequence[Array]

    @property
    def rows(self) -> int:
        """How many samples there are."""
        return len(self.x)

    def orders(self, epoch: int, count: int) -> Array:
        """The orders of *count* epochs from *epoch* (0-based) on, ``(count, rows)``: the engine's own."""
        return epoch_orders(SEED, epoch, count, self.rows)


class Peer(Protocol):
    """One network in training."""

    def train(self, epochs: int) -> float:
        """Train so many epochs more; the mean loss over the rows in the last one."""
        ...


def able(case: Case) -> list[str]:
    """The names of the peers whose library is here and that can build the network of *case*."""
    return [
        name
        for name, kind in PEERS.items()
        if all(isinstance(layer, kind.layers) for layer in case.layers)
        and importlib.util.find_spec(kind.library) is not None
    ]


def make(name: str, task: Task) -> Peer:
    """The network of *task*, made by the peer called *name*; ImportError where its library is not installed."""
    peer: Peer = importlib.import_module(f"nnviz.engine.peers.with_{name}").make(task)
    return peer
