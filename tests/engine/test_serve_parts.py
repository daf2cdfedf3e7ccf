"""The engine's small parts, in this process: its pipe, its sentences, its memory of the data."""

from __future__ import annotations

import os
import struct
import threading
import time

import numpy as np
import pytest

from nnviz.data.dataset import Cancelled
from nnviz.data.spec import Builtin, Images, Split, Table
from nnviz.engine.loop.trainer import Piece
from nnviz.engine.process import sentences
from nnviz.engine.process.datasets import Datasets
from nnviz.engine.process.pipe import Pipe
from nnviz.engine.process.serve import Server
from nnviz.errors import BadInput
from nnviz.training.framing import BrokenFrame, command_reader, encode, event_reader
from nnviz.training.messages import (
    PROTOCOL,
    Ending,
    Epochs,
    Execution,
    Pause,
    Prepare,
    Quit,
    Rate,
    Refused,
    Train,
    Watch,
)


@pytest.fixture
def ends():
    """A Pipe, and the window's ends of it: (pipe, write commands to, read events from)."""
    ours_in, theirs_out = os.pipe()
    theirs_in, ours_out = os.pipe()
    fds = {ours_in, theirs_out, theirs_in, ours_out}
    yield Pipe(ours_in, ours_out), theirs_out, theirs_in
    for fd in fds:
        try:
            os.close(fd)
        except OSError:
            continue


def test_commands_come_in_order_and_peeking_leaves_them(ends):
    pipe, window, _ = ends
    assert pipe.take(0.0) == []
    os.write(window, encode(Train(5)) + encode(Pause()))
    assert pipe.peek() == (Train(5), Pause())
    assert pipe.take(None) == [Train(5), Pause()]
    assert pipe.peek() == ()
    assert not pipe.closed


def test_a_command_in_two_halves(ends):
    pipe, window, _ = ends
    frame = encode(Train(5))
    os.write(window, frame[:5])
    assert pipe.take(0.0) == []
    os.write(window, frame[5:])
    assert pipe.take(None) == [Train(5)]


def test_the_end_of_the_pipe_and_what_came_before_it(ends):
    pipe, window, _ = ends
    os.write(window, encode(Quit()))
    os.close(window)
    assert pipe.take(None) == [Quit()]
    assert pipe.take(None) == []
    assert pipe.closed


def test_garbage_closes_the_pipe_after_what_was_whole(ends):
    pipe, window, _ = ends
    os.write(window, encode(Pause()) + b"\xff\xff\xff\xff")
    assert pipe.take(None) == [Pause()]
    assert pipe.closed


def test_events_arrive_and_a_window_that_is_gone_is_noticed(ends):
    pipe, _, events = ends
    pipe.send(Refused("Train", "No."))
    assert event_reader().feed(os.read(events, 1000)) == [Refused("Train", "No.")]
    os.close(events)
    pipe.send(Refused("Train", "No."))
    assert pipe.closed


def test_quit_ends_the_server_after_what_came_before_it(ends):
    pipe, window, events = ends
    os.write(window, encode(Train(5)) + encode(Quit()))
    Server(pipe).serve()
    ready, refused = event_reader().feed(os.read(events, 10_000))
    assert (ready.protocol, ready.pid) == (PROTOCOL, os.getpid())
    assert (refused.command, refused.sentence) == (
        "Train",
        "There is no network yet: draw one and choose data first.",
    )


def test_what_no_one_foresaw_is_told_and_survived(ends, monkeypatch, capfd):
    def broken(*_):
        raise RuntimeError("out of luck")

    monkeypatch.setattr("nnviz.engine.process.serve.project_from_json", broken)
    pipe, window, events = ends
    os.write(window, encode(Prepare(b"{}", ".")) + encode(Pause()) + encode(Quit()))
    Server(pipe).serve()
    refused = event_reader().feed(os.read(events, 10_000))[-1]
    assert refused.command == "Prepare"
    assert "(RuntimeError: out of luck)" in refused.sentence
    assert "Traceback" in capfd.readouterr().err


class Trained:
    """A session that trains, and of which nothing can be drawn or scored: its files are gone."""

    epoch = batch = 0
    batches, learning_rate, execution = 1, 0.1, Execution(compiled=False, streamed=True)

    def advance(self, target: int, most: int | None) -> Piece:
        self.epoch += 1
        ending = "finished" if self.epoch == target else None
        return Piece(self.epoch, ("loss",), np.ones((1, 1)), ending, "Done.")

    def weights(self, cells: int, filters: object = None) -> None:
        raise BadInput("The file of the data is gone.")

    def evaluate(self, part: str) -> None:
        raise BadInput("The file of the data is gone.")


def test_a_run_survives_pictures_and_a_test_that_fail(ends, capfd):
    pipe, window, events = ends
    server = Server(pipe)
    server._session = Trained()
    os.write(window, encode(Watch(cells=4)) + encode(Train(3)))
    told = []
    reader = event_reader()

    def listen():
        while not (told and isinstance(told[-1], Ending)):
            told.extend(reader.feed(os.read(events, 1000)))
        os.write(window, encode(Quit()))

    listener = threading.Thread(target=listen)
    listener.start()
    server.serve()
    listener.join()
    assert [event.first for event in told if isinstance(event, Epochs)] == [1, 2, 3]
    assert (told[-1].kind, told[-1].test) == ("finished", {})
    assert told[-1].sentence.endswith("The file of the data is gone.")
    assert "The file of the data is gone." in capfd.readouterr().err


def test_another_speed_begins_no_run(ends):
    server = Server(ends[0])
    server._session = Trained()
    server._obey(Rate(5.0))
    assert (server._target, server._tempo.rate) == (None, 5.0)


@pytest.mark.parametrize("command", [Train(5, 1.0), Rate(1.0)])
@pytest.mark.parametrize("rate", [-1.0, float("nan"), float("inf")])
def test_what_is_no_speed_is_no_command(rate, command):
    frame = encode(command)
    wrong = frame.replace(struct.pack(">d", 1.0), struct.pack(">d", rate))
    assert len(wrong) == len(frame)
    assert wrong != frame
    with pytest.raises(BrokenFrame):
        command_reader().feed(wrong)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0.0123, "0.012 s"), (0.5, "0.5 s"), (3.24, "3.2 s"), (42.4, "42 s"), (185, "3 min 5 s"), (7800, "2 h 10 min")],
)
def test_durations(seconds, text):
    assert sentences.duration(seconds) == text


def test_sentences_say_how_far_and_how_well():
    scores = {"loss": 0.02134, "accuracy": 0.98333, "val_f1_score": 1.0}
    done = sentences.finished(1500, 1500, 3.24, scores)
    assert done == "Finished 1,500 epochs in 3.2 s: loss 0.02134, accuracy 98.33 %, val. f1 score 100 %."
    assert sentences.finished(1, 1, 0.5, {}) == "Finished 1 epoch in 0.5 s."
    went_on = sentences.finished(1200, 460, 6.2, {"val_loss": 0.5})
    assert went_on == "Finished 1,200 epochs, the last 460 in 6.2 s: val. loss 0.5."
    assert sentences.finished(9, 0, 0.0, {}).startswith("Nothing to do: 9 epochs are done already.")
    assert sentences.stopped(37, 100, {}) == "Stopped by you after epoch 37 of 100."
    assert sentences.paused(3, 2, 10, {}) == "Paused after epoch 3, batch 2 of 10 of the next."
    assert sentences.paused(0, 1, 10, {}) == "Paused in the first epoch, after batch 1 of 10."
    assert sentences.tested({}) == ""
    assert "memory" in sentences.unforeseen("Training", MemoryError())
    assert "(ValueError: bad)" in sentences.unforeseen("Training", ValueError("bad\nand more"))


@pytest.mark.parametrize(("between", "told"), [(0.0, [0.2, 0.4]), (1e9, [])])
def test_reading_that_takes_long_is_told_and_known_data_are_not_read(tmp_path, monkeypatch, between, told):
    def load(spec, base, cancelled, progress):
        progress(0.2)
        progress(0.4)
        return spec

    monkeypatch.setattr("nnviz.engine.process.datasets.load", load)
    monkeypatch.setattr("nnviz.engine.process.datasets.SECONDS_BETWEEN", between)
    datasets, shares = Datasets(), []
    for _ in range(2):
        datasets.load(Builtin(name="xor"), tmp_path, lambda: False, shares.append)
    assert shares == told


def test_data_is_loaded_once_until_its_file_changes(tmp_path):
    table = tmp_path / "t.csv"
    table.write_text("a,b\n" + "".join(f"{i},{i % 2}\n" for i in range(40)))
    datasets = Datasets()

    def load(spec):
        return datasets.load(spec, tmp_path, lambda: False)

    first = load(Table(path="t.csv"))
    assert load(Table(path="t.csv")) is first
    assert load(Table(path="t.csv", scale="none")) is not first
    again = load(Table(path="t.csv"))
    table.write_text("a,b\n" + "".join(f"{i},{i % 2}\n" for i in range(60)))
    os.utime(table, ns=(time.time_ns(), time.time_ns() + 1))
    assert load(Table(path="t.csv")) is not again
    with pytest.raises(Cancelled):
        datasets.load(Builtin(name="iris"), tmp_path, lambda: True)


def test_pictures_are_loaded_anew_when_one_is_added_to_a_class(tmp_path):
    from PIL import Image

    for name in ("a", "b"):
        (tmp_path / "set" / name / "inner").mkdir(parents=True)
        for i in range(3):
            Image.new("L", (4, 4), 40 * i).save(tmp_path / "set" / name / f"{i}.png")
    datasets, spec = Datasets(), Images(folder="set", size=(4, 4), split=Split(validation=0))
    first = datasets.load(spec, tmp_path, lambda: False)
    assert datasets.load(spec, tmp_path, lambda: False) is first
    Image.new("L", (4, 4), 200).save(tmp_path / "set" / "b" / "inner" / "more.png")
    assert datasets.load(spec, tmp_path, lambda: False).train.rows == first.train.rows + 1
