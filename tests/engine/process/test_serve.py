"""The engine process itself, spoken to as the window does, without Qt."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import time

import pytest

from nnviz.engine.loop.tempo import FORGIVEN
from nnviz.training.framing import encode, event_reader
from nnviz.training.messages import (
    PROTOCOL,
    Built,
    Ending,
    Epochs,
    Export,
    Exported,
    LoadWeights,
    Pause,
    Prepare,
    Progress,
    Ready,
    Refused,
    Reset,
    Snapshot,
    SnapshotTaken,
    Step,
    Stop,
    Train,
    Watch,
    WeightsLoaded,
)
from nnviz.training.pictures import Activity, Surface, Weights

PATIENCE = 60.0
QUIET = Watch()


class Engine:
    """An engine process and a plain client of its protocol."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "nnviz", "engine", "--parent", str(os.getpid())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
        )
        self.reader = event_reader()
        self.events = []

    def send(self, *commands) -> None:
        self.process.stdin.write(b"".join(encode(command) for command in commands))

    def next(self):
        deadline = time.monotonic() + PATIENCE
        while not self.events:
            left = deadline - time.monotonic()
            assert left > 0, "the engine says nothing"
            if select.select([self.process.stdout], [], [], left)[0]:
                data = os.read(self.process.stdout.fileno(), 1 << 16)
                assert data, "the engine has ended"
                self.events += self.reader.feed(data)
        return self.events.pop(0)

    def until(self, kind):
        """All events up to the first of *kind*, which comes last."""
        seen = [self.next()]
        while not isinstance(seen[-1], kind):
            seen.append(self.next())
        return seen

    def ask(self, command, kind):
        """Send *command*; the first answer of *kind*."""
        self.send(command)
        return self.until(kind)[-1]

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()


@pytest.fixture(scope="module")
def process():
    engine = Engine()
    ready = engine.next()
    assert isinstance(ready, Ready)
    assert (ready.protocol, ready.pid) == (PROTOCOL, engine.process.pid)
    yield engine
    engine.send(QUIET, Prepare(project(), "."), Train(10**9))
    engine.until(Epochs)
    engine.process.stdin.close()  # the window is gone, in the middle of a run
    while os.read(engine.process.stdout.fileno(), 1 << 16):
        pass
    assert engine.process.wait(5) == 0
    engine.close()


@pytest.fixture
def engine(process):
    """The shared engine, at rest, watching nothing, with nothing left unread."""
    process.send(QUIET, Stop(), Prepare(project(hidden=1), "."))
    process.until(Built)
    return process


def project(data=None, hidden=8, **training) -> bytes:
    layers = [{"id": "in", "kind": "Input"}, {"id": "h1", "kind": "Dense", "units": hidden, "activation": "tanh"}]
    recipe = {"optimizer": {"kind": "Adam", "learning_rate": 0.05}, "epochs": 100, "batch_size": 4, "seed": 3}
    return json.dumps(
        {
            "nnviz": 1,
            "network": {"layers": [*layers, {"id": "out", "kind": "Output"}]},
            "data": data or {"source": "builtin", "name": "xor"},
            "training": {**recipe, **training},
        }
    ).encode()


def numbers(events) -> list[int]:
    return [e.first + i for e in events if isinstance(e, Epochs) for i in range(len(e.rows))]


CIRCLES = {"source": "builtin", "name": "circles", "samples": 500}
# One epoch takes a second or so: there are pieces in the middle of it.
SLOW = {"data": {"source": "builtin", "name": "digits"}, "hidden": 256, "batch_size": 1}


def test_xor_is_learned_and_every_epoch_is_told_once(engine):
    engine.ask(Prepare(project(), "."), Built)
    engine.send(Train(400))
    events = engine.until(Ending)
    ending = events[-1]
    assert (ending.kind, ending.epoch) == ("finished", 400)
    assert ending.sentence.startswith("Finished 400 epochs in ")
    assert numbers(events) == list(range(1, 401))
    frames = [e for e in events if isinstance(e, Epochs)]
    assert {frame.keys for frame in frames} == {("loss", "binary_accuracy")} or frames[0].keys[0] == "loss"
    assert frames[-1].rows[-1][0] < 0.1 < frames[0].rows[0][0]
    assert frames[-1].learning_rate == pytest.approx(0.05)
    assert 0 < frames[0].seconds <= frames[-1].seconds <= ending.seconds


def test_a_run_can_be_held_back_to_be_watched_and_let_go_again(engine):
    engine.ask(Prepare(project(), "."), Built)
    engine.ask(Train(10**9, rate=200.0), Epochs)
    watched = [engine.ask(Watch(cells=1), Epochs) for _ in range(5)]
    most = 200.0 * FORGIVEN + 1
    assert all(len(frame.rows) <= most for frame in watched)
    frame = engine.ask(Train(10**9), Epochs)
    while len(frame.rows) <= most:
        frame = engine.ask(Watch(cells=1), Epochs)
    engine.ask(Stop(), Ending)


@pytest.mark.parametrize("slow", [False, True])
def test_pause_and_stop_wait_for_nothing(engine, slow):
    engine.ask(Prepare(project(**SLOW) if slow else project(), "."), Built)
    for _ in range(5):
        engine.ask(Train(10**9), Progress if slow else Epochs)
        ending = engine.ask(Pause(), Ending)
        assert ending.kind == "paused"
    assert ending.epoch < 5 or not slow  # of a slow network not even the end of the epoch was waited for
    stopped = engine.ask(Stop(), Ending)
    assert stopped.kind == "stopped"
    assert stopped.sentence.startswith("Stopped by you after ")


def test_pause_goes_on_exactly_there_and_steps_do_the_same(engine):
    def run(*commands):
        engine.ask(Prepare(project(CIRCLES, batch_size=200), ".", keep=False), Built)
        rows = []
        for command in commands:
            engine.send(command)
            rows += [row for e in engine.until(Ending) if isinstance(e, Epochs) for row in e.rows.tolist()]
        return rows

    whole = run(Train(6))
    assert len(whole) == 6
    assert run(Train(2), Step(), Train(6)) == whole
    assert run(Step(), Step(), Step(), Train(6))[-1] == whole[-1]


def test_a_step_is_one_batch(engine):
    built = engine.ask(Prepare(project(CIRCLES, batch_size=200), ".", keep=False), Built)
    assert (built.train_rows, built.validation_rows, built.batches) == (400, 100, 2)
    engine.send(Step())
    events = engine.until(Ending)
    assert events[-1].kind == "paused"
    assert events[-1].sentence.startswith("Paused in the first epoch, after batch 1 of 2")
    progress = next(e for e in events if isinstance(e, Progress))
    assert (progress.epoch, progress.batch, progress.batches) == (0, 1, 2)
    engine.send(Step())
    events = engine.until(Ending)
    assert numbers(events) == [1]
    assert events[-1].epoch == 1


def test_reset_gives_the_same_run_again(engine):
    engine.ask(Prepare(project(), ".", keep=False), Built)
    engine.send(Train(20))
    first = [row for e in engine.until(Ending) if isinstance(e, Epochs) for row in e.rows.tolist()]
    assert engine.ask(Reset(), Built).epoch == 0
    engine.send(Train(20))
    assert [row for e in engine.until(Ending) if isinstance(e, Epochs) for row in e.rows.tolist()] == first


def test_a_change_keeps_what_still_fits(engine):
    engine.ask(Prepare(project(), ".", keep=False), Built)
    engine.ask(Train(20), Ending)
    built = engine.ask(Prepare(project(optimizer="SGD"), ".", keep=True), Built)
    assert built.epoch == 20
    assert set(built.kept) == {"h1", "out"}
    assert engine.ask(Train(20), Ending).sentence.startswith("Nothing to do: 20 epochs are done already.")


def test_another_network_ends_the_run_first(engine):
    engine.ask(Prepare(project(), "."), Built)
    engine.ask(Train(10**9), Epochs)
    engine.send(Prepare(project(CIRCLES), "."))
    events = engine.until(Built)
    (ending,) = [e for e in events if isinstance(e, Ending)]
    assert ending.kind == "stopped"
    assert "has changed" in ending.sentence


@pytest.mark.parametrize("paused", [False, True])
def test_a_change_that_is_refused_leaves_the_run_as_it_was(engine, paused):
    engine.ask(Prepare(project(**SLOW), "."), Built)
    engine.ask(Train(10**9), Progress)
    if paused:
        assert engine.ask(Pause(), Ending).kind == "paused"
        where = engine.ask(Step(), Progress)
        engine.until(Ending)
    engine.send(Prepare(project(**SLOW).replace(b"tanh", b"tank"), ".", keep=True))
    events = engine.until(Refused)
    assert events[-1].command == "Prepare"
    if paused:
        assert engine.ask(Step(), Progress).batch == where.batch + 1
        return
    assert not any(isinstance(e, Ending) for e in events)
    assert not any(isinstance(e, Ending) for e in engine.until(Progress))
    assert engine.ask(Stop(), Ending).kind == "stopped"


def test_a_change_in_the_middle_of_an_epoch_goes_on_at_that_batch(engine):
    engine.ask(Prepare(project(**SLOW), "."), Built)
    engine.ask(Train(10**9), Progress)
    engine.send(Prepare(project(**SLOW, optimizer="SGD"), ".", keep=True))
    events = engine.until(Built)
    (ending,) = [e for e in events if isinstance(e, Ending)]
    assert (ending.kind, ending.epoch) == ("stopped", 0)
    built = events[-1]
    assert (built.epoch, built.begun) == (0, True)
    assert built.batch > 0
    assert engine.ask(Step(), Progress).batch == built.batch + 1
    engine.until(Ending)
    assert engine.ask(Stop(), Ending).kind == "stopped"  # a run that was gone on with can be ended


def test_a_run_is_taken_up_in_the_middle_of_an_epoch(engine, tmp_path):
    slow = project(CIRCLES, batch_size=30)
    engine.ask(Prepare(slow, "."), Built)
    for _ in range(20):
        engine.ask(Step(), Ending)
    path = str(tmp_path / "run.safetensors")
    assert engine.ask(Snapshot(path), SnapshotTaken).epoch == 1
    engine.ask(Reset(), Built)
    built = engine.ask(Prepare(slow, ".", weights=path), Built)
    assert (built.epoch, built.batch, built.begun) == (1, 6, True)
    assert engine.ask(Step(), Progress).batch == 7
    engine.until(Ending)
    assert not engine.ask(Prepare(slow, ".", keep=False), Built).begun


def test_loading_that_is_stopped_is_no_fault(engine, tmp_path):
    rows = "\n".join(["a,b,y", *(f"{i % 97},{i % 89},{i % 2}" for i in range(20_000))])
    (tmp_path / "long.csv").write_text(rows)
    engine.send(Prepare(project({"source": "table", "path": str(tmp_path / "long.csv")}), "."), Stop())
    refused = engine.until(Refused)[-1]
    assert (refused.command, refused.given_up) == ("Prepare", True)
    assert refused.sentence == "Loading the data was stopped: everything is as it was."
    assert engine.ask(Train(2), Ending).kind == "finished"


def test_what_is_watched_is_sent_at_rest_and_while_training(engine):
    engine.ask(Prepare(project(CIRCLES), ".", keep=False), Built)
    engine.send(Watch(cells=4, surface=12, unit_surface=5, activity=True))
    weights, surface, activity = (engine.until(kind)[-1] for kind in (Weights, Surface, Activity))
    assert [layer.id for layer in weights.layers] == ["h1", "out"]
    assert (weights.layers[0].shape, len(weights.layers[0].cols)) == ((2, 8), 4)
    assert len(surface.values) == 12 * 12 * surface.outputs * 4
    assert len(surface.units["h1"]) == 8 * 5 * 5 * 4
    assert len(activity.layers["h1"]) == 8 * 4
    engine.send(Train(300))
    events = engine.until(Ending)
    pictures = [e for e in events if isinstance(e, Weights)]
    assert len(pictures) > 1
    assert pictures[-1].epoch == 300
    assert pictures[-1].layers[0].kernel != weights.layers[0].kernel
    assert isinstance(engine.ask(Reset(), Weights), Weights)


def test_training_that_is_to_begin_at_once_waits_for_the_picture_of_the_weights_alone(engine):
    watched = Watch(cells=4, surface=12, activity=True)
    engine.send(watched, Prepare(project(), ".", keep=False), Train(3))
    engine.until(Built)
    before = engine.until(Epochs)
    assert [type(e) for e in before if isinstance(e, Weights | Surface | Activity)] == [Weights]
    assert {Surface, Activity} <= {type(e) for e in engine.until(Ending)}


def test_files_come_out_and_go_in_again(engine, tmp_path):
    engine.ask(Prepare(project(), ".", keep=False), Built)
    engine.ask(Train(30), Ending)
    path = str(tmp_path / "w.npz")
    exported = engine.ask(Export("npz", path), Exported)
    assert (exported.path, exported.size) == (path, os.path.getsize(path))
    snapshot = str(tmp_path / "s.safetensors")
    assert engine.ask(Snapshot(snapshot), SnapshotTaken).epoch == 30
    engine.ask(Reset(), Built)
    assert engine.ask(LoadWeights(path), WeightsLoaded).layers == 2
    built = engine.ask(Prepare(project(), ".", keep=False, weights=snapshot, epoch=30), Built)
    assert built.epoch == 30
    refused = engine.ask(Export("npz", str(tmp_path / "no" / "w.npz")), Refused)
    assert refused.command == "Export"
    refused = engine.ask(LoadWeights(str(tmp_path / "none.npz")), Refused)
    assert refused.command == "LoadWeights"
    assert "none.npz" in refused.sentence


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        (project({"source": "table", "path": "nowhere.csv"}), "nowhere.csv"),
        (project().replace(b"Dense", b"Dence"), "Dence"),
        (project(optimizer="Adamm"), "Adamm"),
        (b"{", ""),
        (project().replace(b'"data"', b'"date"'), "date"),
    ],
    ids=["no file", "unknown kind", "unknown optimizer", "no JSON", "unknown key"],
)
def test_what_cannot_be_built_is_refused_in_a_sentence_and_changes_nothing(engine, changed, words):
    engine.ask(Prepare(project(hidden=3), ".", keep=False), Built)
    engine.ask(Train(3), Ending)
    refused = engine.ask(Prepare(changed, "."), Refused)
    assert refused.command == "Prepare"
    assert words in refused.sentence
    assert "Traceback" not in refused.sentence
    assert "unexpectedly" not in refused.sentence
    assert engine.ask(Train(4), Ending).epoch == 4


def test_numbers_that_run_away_end_the_run_with_the_layer(engine):
    wild = {"kind": "SGD", "learning_rate": 1e30}
    data = {"source": "builtin", "name": "diabetes"}
    engine.ask(Prepare(project(data, optimizer=wild, loss="mse"), ".", keep=False), Built)
    ending = engine.ask(Train(50), Ending)
    assert ending.kind == "failed"
    assert ending.layer in ("h1", "out")
    assert "learning rate" in ending.sentence
    engine.ask(Prepare(project(), ".", keep=False), Built)
    assert engine.ask(Train(5), Ending).kind == "finished"


def test_stopping_early_names_the_rule(engine):
    rule = {"monitor": "loss", "patience": 2, "min_delta": 10.0}
    engine.ask(Prepare(project(stop_early=rule), ".", keep=False), Built)
    ending = engine.ask(Train(500), Ending)
    assert ending.kind == "stopped_early"
    assert ending.epoch < 10
    assert "loss" in ending.sentence


def test_the_test_part_is_scored_at_the_end(engine):
    data = {"source": "builtin", "name": "iris", "split": {"test": 0.2}}
    engine.ask(Prepare(project(data), ".", keep=False), Built)
    ending = engine.ask(Train(5), Ending)
    assert set(ending.test) >= {"loss", "accuracy"}
    assert "On the test part: loss" in ending.sentence


def test_commands_out_of_place_do_no_harm(engine):
    engine.send(Pause(), Stop(), Stop(), Pause())
    assert isinstance(engine.ask(Step(), Ending), Ending)
    assert engine.ask(Stop(), Ending).kind == "stopped"
