"""The bench does the same work on all sides; how fast any is, is not for a test to say."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import numpy as np
import pytest

from nnviz.commands import bench as command
from nnviz.commands.bench import main, start_peer
from nnviz.engine.bench import bench
from nnviz.engine.bench.cases import CASES
from nnviz.engine.bench.sides import FitSide
from nnviz.engine.peers.peer import PEERS, Task, able
from nnviz.engine.peers.worker import PeerProcess
from nnviz.errors import BadInput

EPOCHS = 3
# scikit-learn has another order of the rows.
CLOSE = {"jax": 0.005, "torch": 0.005, "numpy": 0.005, "sklearn": 0.05}


@pytest.fixture
def brief(monkeypatch):
    """One short round, with those peers that are always here."""
    run = bench.run
    monkeypatch.setattr(bench, "run", lambda name, start_peer: run(name, start_peer, rounds=1, seconds=0.01))
    monkeypatch.setattr(bench, "able", lambda case: [name for name in able(case) if name in ("sklearn", "numpy")])


@pytest.fixture(scope="module")
def fitted():
    """Per case: the initial weights of ``fit``, and its loss after some epochs."""
    known = {}

    def of(name):
        if name not in known:
            x, y = CASES[name].data()
            side = FitSide(CASES[name], x, y)
            weights = side.model.get_weights()
            known[name] = weights, [side.in_order(epoch)[1] for epoch in range(EPOCHS)][-1]
        return known[name]

    return of


def test_both_sides_come_to_the_same_result(brief, capsys):
    assert main(["xor", "--json", "--no-peers"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["agrees"] is True
    assert result["form"] in ("plain", "XLA")
    assert result["ratio"] == pytest.approx(result["fit_ms"] / result["engine_ms"])
    assert result["target"] == 5000
    assert result["loss_difference"] <= bench.LOSS_TOLERANCE
    assert result["peers"] == {}
    assert list(result)[:3] == ["case", "fit_ms", "engine_ms"]


@pytest.mark.nightly
def test_the_table_has_the_peers_and_nothing_of_them_is_left(brief, monkeypatch, capsys):
    files = []

    def start(peer: str, case: str, weights: Path):
        files.append(weights)
        return start_peer(peer, case, weights)

    monkeypatch.setattr(command, "start_peer", start)
    assert main(["xor"]) == 0
    head, line, *_ = capsys.readouterr().out.splitlines()
    assert head.split()[:4] == ["case", "fit", "nnviz", "form"]
    assert head.endswith("numpy by hand")
    assert len(line) == len(head)
    jax, torch, *others = line.split("yes")[1].replace(" (", "(").split()
    assert (jax, torch) == ("-", "-")
    assert all(other.endswith("x)") for other in others)
    assert len(others) == len(files) == 2
    assert not any(file.exists() for file in files)


@pytest.mark.nightly
@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.brief and name != "xor"])
def test_every_brief_case(name, brief, capsys):
    assert main([name, "--no-peers", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["agrees"] is True


def test_a_case_that_is_not_there():
    with pytest.raises(BadInput, match="no case 'chess'; there are xor, thoracic"):
        main(["chess"])


# ------------------------------------------------------------------ peers


@pytest.mark.parametrize("peer", PEERS)
@pytest.mark.parametrize("name", ["xor", "digits", "lstm", pytest.param("cnn", marks=pytest.mark.nightly)])
def test_a_peer_trains_the_same_network(peer, name, fitted, tmp_path):
    if importlib.util.find_spec(PEERS[peer].library) is None:
        pytest.skip(f"{PEERS[peer].title} is not installed")
    if peer not in able(CASES[name]):
        pytest.skip(f"{PEERS[peer].title} has not all layers of {name}")
    weights, loss = fitted(name)
    np.savez(tmp_path / "weights.npz", *weights)
    process = PeerProcess(peer, start_peer(peer, name, tmp_path / "weights.npz"))
    try:
        seconds, theirs = process.train(EPOCHS)
    finally:
        process.close()
    assert seconds > 0
    assert theirs == pytest.approx(loss, rel=CLOSE[peer])


def test_a_peer_that_dies_is_named(tmp_path):
    process = PeerProcess("numpy", start_peer("numpy", "xor", tmp_path / "nothing.npz"))
    try:
        with pytest.raises(BadInput, match="numpy by hand has ended with an error; --no-peers"):
            process.train(1)
    finally:
        process.close()


def test_the_orders_are_those_of_the_engine():
    x, y = CASES["digits"].data()
    orders = Task(CASES["digits"], x, y, []).orders(5, 2)
    assert orders.shape == (2, len(x))
    assert sorted(orders[1].tolist()) == list(range(len(x)))


# ------------------------------------------------------------------ the clock


class _Clock:
    """A side that takes a known time for each epoch."""

    def __init__(self, seconds: float) -> None:
        self.seconds, self.asked = seconds, []

    def __call__(self, epochs: int) -> tuple[float, float]:
        self.asked.append(epochs)
        return self.seconds * epochs, epochs


def test_each_side_trains_about_as_long_in_each_round():
    quick, slow = _Clock(0.001), _Clock(0.1)
    assert bench.in_turn({"quick": quick, "slow": slow}, 3, 0.5) == pytest.approx({"quick": 1, "slow": 100})
    assert quick.asked[-3:] == [500, 500, 500]
    assert slow.asked[-3:] == [5, 5, 5]


def test_a_slow_side_sits_out_once_it_had_its_share():
    slow, very_slow, quick = _Clock(5.0), _Clock(40.0), _Clock(0.1)
    found = bench.in_turn({"slow": slow, "very slow": very_slow, "quick": quick}, 5, 0.5)
    assert found == pytest.approx({"slow": 5000, "very slow": 40_000, "quick": 100})
    assert slow.asked == [1, 1, 1]  # the pace, and two rounds
    assert very_slow.asked == [1]
    assert quick.asked[-5:] == [5] * 5
