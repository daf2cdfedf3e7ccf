"""``nnviz train --strategy``: shared by replicas and machines, a run is the run of one machine."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from nnviz.project.files import open_project

MOONS = {"source": "builtin", "name": "moons", "samples": 100}
# Two devices on one machine: TensorFlow parts the CPU where it is told to before anything else.
TWO_DEVICES = """
import sys
from nnviz.engine.keras_setup import tf
cpu = tf.config.list_physical_devices("CPU")[0]
tf.config.set_logical_device_configuration(cpu, [tf.config.LogicalDeviceConfiguration()] * 2)
tf.distribute.MirroredStrategy.__init__.__defaults__ = (["CPU:0", "CPU:1"], None)
from nnviz.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


def near(lines: list[dict], expected: list[dict]) -> None:
    """The same epochs, their figures within the rounding of sums in another order."""
    ours, theirs = ([line for line in found if "epoch" in line] for found in (lines, expected))
    assert len(ours) == len(theirs) > 0
    for one, other in zip(ours, theirs, strict=True):
        assert one == pytest.approx(other, rel=1e-4)


def parsed(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


def test_one_mirrored_replica_trains_as_none(nnviz, project, tmp_path: Path):
    rule = {"monitor": "val_loss", "patience": 1, "factor": 0.5, "min_delta": 1.0}
    path = project(MOONS, epochs=4, reduce_on_plateau=rule, optimizer={"kind": "Adam", "learning_rate": 0.01})
    ran = nnviz("train", path, "--strategy", "mirrored", "--json", "--out", tmp_path / "out")
    assert (ran.code, ran.err) == (0, "Replicas that share each batch: 1.\n")
    expected = nnviz("train", path, "--json", "--out", tmp_path / "plain")
    near(ran.lines, expected.lines)
    assert ran.lines[-1]["ending"] == "finished"
    (ours,), (theirs,) = (open_project(tmp_path / name / "project.nnviz").runs for name in ("out", "plain"))
    assert [(shot.kind, shot.epoch) for shot in ours.snapshots] == [(s.kind, s.epoch) for s in theirs.snapshots]
    scores = [nnviz("evaluate", tmp_path / name / "project.nnviz", "--json").lines[0] for name in ("out", "plain")]
    assert scores[0]["loss"] == pytest.approx(scores[1]["loss"], rel=1e-4)


def test_a_method_of_its_own_is_not_spread(nnviz, project, tmp_path: Path):
    path = project({"source": "builtin", "name": "catch"}, method={"kind": "q_learning"})
    ran = nnviz("train", path, "--strategy", "mirrored", "--out", tmp_path / "out")
    assert ran.code == 2
    assert "another method" in ran.err


@pytest.mark.parametrize(
    "config", ["", "{}", "[1]", '{"cluster": {"worker": ["a:1"]}, "task": {"type": "worker", "index": 1}}']
)
def test_workers_that_nobody_named_are_asked_for(nnviz, project, monkeypatch, config: str):
    monkeypatch.setenv("TF_CONFIG", config)
    ran = nnviz("train", project(MOONS), "--strategy", "multiworker")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert f"got {config or 'nothing'}" in ran.err


@pytest.mark.nightly
@pytest.mark.parametrize("kind", ["plain", "with_state"])
def test_two_workers_train_as_one(nnviz, project, tmp_path: Path, kind: str):
    layers = [{"id": "in", "kind": "Input"}, {"id": "hidden", "kind": "Dense", "units": 8, "activation": "tanh"}]
    if kind == "with_state":
        layers.append({"id": "drop", "kind": "Dropout", "rate": 0.2})
    rule = {"monitor": "val_loss", "patience": 2, "min_delta": 1.0}
    path = project(
        MOONS, {"layers": [*layers, {"id": "out", "kind": "Output"}]}, epochs=5, stop_early=rule, class_weight={"0": 2}
    )
    workers = [f"127.0.0.1:{port}" for port in free_ports(2)]
    words = [sys.executable, "-m", "nnviz", "train", str(path), "--strategy", "multiworker", "--json", "--out"]
    running = []
    for index in (0, 1):
        config = json.dumps({"cluster": {"worker": workers}, "task": {"type": "worker", "index": index}})
        running.append(
            subprocess.Popen(
                [*words, str(tmp_path / str(index))],
                env={**os.environ, "TF_CONFIG": config},
                stdout=subprocess.PIPE,
                text=True,
            )
        )
    outs = [process.communicate(timeout=200)[0] for process in running]
    assert [process.returncode for process in running] == [0, 0]
    first, second = map(parsed, outs)
    near(first, second)
    assert first[-1]["ending"] == "stopped_early"
    assert (tmp_path / "0" / "project.nnviz").exists()
    assert not (tmp_path / "1").exists(), "one of them writes the files"
    if kind == "plain":  # what Dropout draws depends on the number of replicas
        near(first, nnviz("train", path, "--json").lines)


@pytest.mark.nightly
def test_two_devices_train_as_one(nnviz, project, tmp_path: Path):
    path = project(MOONS, epochs=5)
    words = [sys.executable, "-c", TWO_DEVICES, "train", str(path), "--strategy", "mirrored", "--json"]
    ran = subprocess.run(words, capture_output=True, text=True, check=True, timeout=200)
    assert "Replicas that share each batch: 2." in ran.stderr
    near(parsed(ran.stdout), nnviz("train", path, "--json").lines)


def free_ports(count: int) -> list[int]:
    held = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [server.getsockname()[1] for server in held]
    for server in held:
        server.close()
    return ports
