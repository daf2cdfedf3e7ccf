"""This engine against ``model.fit``, and against others where they are installed: the same network, the same rows.

All sides of a case train in turn, round after round, so that whatever else the machine does meets them all alike.
"""

from __future__ import annotations

import statistics
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from nnviz.engine.bench.cases import CASES, Array, Case
from nnviz.engine.bench.sides import EngineSide, FitSide, differences
from nnviz.engine.peers.peer import able
from nnviz.engine.peers.worker import PeerProcess

# Each side trains for about this long in each of so many rounds, and at least one epoch.
SECONDS, ROUNDS = 0.7, 5
# A side that has trained this long in all sits out the rounds that are left.
SHARE = 12.0
SETTLING = 60.0  # the most seconds to wait for a race between plain and compiled steps to be decided
# Steps of the compiled form that are compared. After some hundred, a rounding error has somewhere opened a ReLU that
# is closed on the other side, and Adam, which divides by the size of a gradient, makes a full step of the smallest one.
COMPARED_STEPS = 50
# Without XLA the results are the same bit for bit; XLA adds up in another order.
LOSS_TOLERANCE, WEIGHT_TOLERANCE = 1e-5, 1e-4

# Starts a peer's process, given its name, the case and the file of the initial weights.
StartPeer = Callable[[str, str, Path], "subprocess.Popen[str]"]
Side = Callable[[int], tuple[float, float]]


@dataclass(frozen=True)
class PeerResult:
    """What a peer has shown.

    Attributes:
        ms: median milliseconds an epoch.
        first_s: seconds from the data to the end of the first epoch.
        ahead: how many times faster this engine is than the peer.
    """

    ms: float
    first_s: float
    ahead: float


@dataclass(frozen=True)
class Result:
    """What a case has shown: medians over the rounds.

    Attributes:
        case: its name.
        fit_ms, engine_ms: milliseconds an epoch, of the engine once it is settled how its steps are run.
        ratio: how many times faster this engine is.
        target: how many times faster it is to be.
        form: how its steps are run then: ``plain`` graphs, or ``XLA``.
        fit_first_s, engine_first_s: seconds from a compiled model to the end of the first epoch.
        agrees: whether loss and weights were those of ``fit`` after the same steps: bit for bit in plain ones,
            within ``LOSS_TOLERANCE`` (a share of the loss) and ``WEIGHT_TOLERANCE`` (absolute) in compiled ones.
        loss_difference, weight_difference: the largest ones found, as a share of the loss and absolute.
        peers: the others, by name.
    """

    case: str
    fit_ms: float
    engine_ms: float
    ratio: float
    target: float
    form: str
    fit_first_s: float
    engine_first_s: float
    agrees: bool
    loss_difference: float
    weight_difference: float
    peers: dict[str, PeerResult] = field(default_factory=dict)


@dataclass(frozen=True)
class _Agreement:
    holds: bool
    loss: float
    weights: float


def run(name: str, start_peer: StartPeer | None = None, rounds: int = ROUNDS, seconds: float = SECONDS) -> Result:
    """Train the case called *name* on all sides, *rounds* times for about *seconds* each.

    *start_peer* starts a peer's process; None leaves the peers out.
    """
    case = CASES[name]
    x, y = case.data()
    fit, engine = FitSide(case, x, y), EngineSide(case, x, y)
    with ExitStack() as stack:
        peers = stack.enter_context(_peers(name, case, fit.model.get_weights(), start_peer))
        firsts = {peer: process.train(1)[0] for peer, process in peers.items()}
        fit_first, engine_first, agreement = _compare(case, x, y, fit, engine)
        sides: dict[str, Side] = {"fit": fit.train, "engine": engine.train}
        sides |= {peer: _side(process) for peer, process in peers.items()}
        ms = in_turn(sides, rounds, seconds)
    return Result(
        name,
        ms["fit"],
        ms["engine"],
        ms["fit"] / ms["engine"],
        case.target,
        "XLA" if engine.compiled else "plain",
        fit_first,
        engine_first,
        agreement.holds,
        agreement.loss,
        agreement.weights,
        {peer: PeerResult(ms[peer], first, ms[peer] / ms["engine"]) for peer, first in firsts.items()},
    )


# ---------------------------------------------------------------- whether the results are the same


def _compare(case: Case, x: Array, y: Array, fit: FitSide, engine: EngineSide) -> tuple[float, float, _Agreement]:
    """The first epoch's seconds of both, and whether the same steps bring the same, before and after the race.

    Leaves the engine settled.
    """
    found = []
    fit_first, loss = fit.in_order(0)
    engine_first, ours = engine.begin()
    if not engine.compiled:
        found.append(_agreement(engine, ours, loss, fit.model.get_weights()))
    engine.settle(SETTLING)
    epochs, batches, ours = engine.first_steps(COMPARED_STEPS)
    again = FitSide(case, x, y)
    found.append(_agreement(engine, ours, again.first_steps(epochs, batches), again.model.get_weights()))
    engine.start_over()
    worst = max(one.loss for one in found), max(one.weights for one in found)
    return fit_first, engine_first, _Agreement(all(one.holds for one in found), *worst)


def _agreement(engine: EngineSide, loss: float, expected: float, weights: Sequence[Array]) -> _Agreement:
    loss_difference = abs(loss - expected) / max(abs(expected), 1e-12)
    weight_difference = differences(engine, weights)
    if engine.compiled:
        holds = loss_difference <= LOSS_TOLERANCE and weight_difference <= WEIGHT_TOLERANCE
    else:
        holds = loss_difference == 0 and weight_difference == 0
    return _Agreement(holds, loss_difference, weight_difference)


# ---------------------------------------------------------------- the peers


@contextmanager
def _peers(
    name: str, case: Case, weights: Sequence[Array], start: StartPeer | None
) -> Iterator[dict[str, PeerProcess]]:
    """The processes of the peers that can build *case*, gone at the end."""
    with ExitStack() as stack:
        if start is None:
            yield {}
            return
        file = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="nnviz-bench-"))) / "weights.npz"
        np.savez(file, *weights)
        processes = {peer: PeerProcess(peer, start(peer, name, file)) for peer in able(case)}
        for process in processes.values():
            stack.callback(process.close)
        yield processes


def _side(process: PeerProcess) -> Side:
    return lambda epochs: (process.train(epochs)[0], epochs)


# ---------------------------------------------------------------- the clock


def in_turn(sides: dict[str, Side], rounds: int, seconds: float) -> dict[str, float]:
    """The median milliseconds an epoch of each side, by its name.

    A first round finds out how many epochs to do at once. A side whose single epoch is longer than *seconds* is
    counted from there on, and one that has trained for ``SHARE`` seconds sits out what is left.
    """
    counts: dict[str, int] = {}
    times: dict[str, list[float]] = {name: [] for name in sides}
    spent = dict.fromkeys(sides, 0.0)
    for name, side in sides.items():
        each, taken = _pace(side, seconds)
        counts[name] = max(1, round(seconds / each))
        if each > seconds:
            times[name].append(each * 1e3)
            spent[name] = taken
    for _ in range(rounds):
        for name, side in sides.items():
            if not times[name] or spent[name] < SHARE:
                taken, done = side(counts[name])
                times[name].append(taken / done * 1e3)
                spent[name] += taken
    return {name: statistics.median(found) for name, found in times.items()}


def _pace(side: Side, seconds: float) -> tuple[float, float]:
    """Seconds an epoch, once there are enough of them in one go to measure; and the seconds that these took."""
    epochs = 1
    while True:
        taken, done = side(epochs)
        if taken > seconds / 4:
            return taken / done, taken
        epochs *= 4
