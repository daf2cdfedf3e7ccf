"""What nobody foresaw beside a run reaches the log and the window's report, whichever part of the engine meets it."""

from __future__ import annotations

import logging
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest

from nnviz.engine.files.tensorboard import LogWriter
from nnviz.engine.inside.insight import Insight
from nnviz.engine.keras_setup import tf
from nnviz.engine.loop import race
from nnviz.engine.past.travel import Travel
from nnviz.engine.process import unforeseen
from nnviz.project.run_logs import write_source
from nnviz.training.inside.messages import LookInside
from nnviz.training.messages import KeepWithin, LoadKept, Refused, SaveKept, Unforeseen, WriteLogs


class Broken(RuntimeError):
    """Nothing that the program knows."""


def break_down(*_args: object, **_options: object) -> object:
    raise Broken("in the middle")


@pytest.fixture(autouse=True)
def afresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unforeseen, "_times", type(unforeseen._times)())


def insight(send: object, _folder: Path) -> None:
    found = Insight(send)
    found.look_at(SimpleNamespace(has_code=break_down, epoch=0))
    found.want(LookInside(code="code"))
    found.work()


def travel(send: object, _folder: Path) -> None:
    made = Travel(send, SimpleNamespace(), break_down)
    made.shelf.keep = break_down
    made.begin(SimpleNamespace(epoch=0))


def saving(send: object, folder: Path) -> None:
    made = Travel(send, SimpleNamespace(), break_down)
    made.shelf.saving = break_down
    made.handlers[SaveKept](SaveKept(str(folder)))
    made.write_some()


def logs(send: object, folder: Path) -> None:
    write_source(folder / "source", [])
    writer = LogWriter(send)
    writer.handlers[WriteLogs](WriteLogs(str(folder / "source"), str(folder)))
    writer._work = iter(map(break_down, [0]))
    writer.write_some()


@pytest.mark.parametrize(
    ("part", "doing"), [(insight, "LookInside"), (travel, "KeepWithin"), (saving, "SaveKept"), (logs, "WriteLogs")]
)
def test_a_part_that_fails_is_logged_and_reported(
    part: object, doing: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    sent: list[object] = []
    part(sent.append, tmp_path)
    (told,) = [event for event in sent if isinstance(event, Unforeseen)]
    assert (told.doing, told.place[0]) == (doing, "Broken")
    assert "Broken: in the middle" in told.text
    assert "Broken: in the middle" in capfd.readouterr().err
    assert any(isinstance(event, Refused) for event in sent) == (part is logs)


def test_what_fails_again_and_again_is_reported_each_time_and_does_not_fill_the_log(
    capfd: pytest.CaptureFixture[str],
) -> None:
    sent: list[object] = []
    for _ in range(1000):
        try:
            break_down()
        except Broken as error:
            unforeseen.report(sent.append, "Watch", error)
    told = capfd.readouterr().err
    assert (len(sent), len({event.place for event in sent})) == (1000, 1)
    assert told.count("Traceback") == 1
    assert [line for line in told.splitlines() if "times by now" in line] == [
        f"Watch, {times} times by now: Broken: in the middle" for times in ("10", "100", "1,000")
    ]


def raced(twin: object) -> list[object]:
    """What is told of a race whose twin cannot be made."""
    sent: list[object] = []
    handler = unforeseen.Faults(sent.append)
    logging.getLogger("nnviz").addHandler(handler)
    try:
        made = race.Race(SimpleNamespace(twin=twin), SimpleNamespace())
        made.wait()
    finally:
        logging.getLogger("nnviz").removeHandler(handler)
    assert made.won == {}
    return sent


@pytest.mark.logs_warnings
def test_a_race_that_breaks_is_reported_from_its_thread(capfd: pytest.CaptureFixture[str]) -> None:
    (told,) = raced(break_down)
    assert (told.doing, told.place[0]) == ("Race", "Broken")
    assert "Broken: in the middle" in capfd.readouterr().err


@pytest.mark.logs_warnings
def test_what_xla_does_not_compile_is_a_line_in_the_log_and_no_fault(capfd: pytest.CaptureFixture[str]) -> None:
    def refuse() -> object:
        raise tf.errors.InvalidArgumentError(None, None, "Detected unsupported operations: Unique")

    assert raced(refuse) == []
    assert "not compiled: InvalidArgumentError: Detected unsupported operations" in capfd.readouterr().err


def test_a_file_that_is_gone_and_a_wish_that_is_granted_are_no_faults(tmp_path: Path) -> None:
    sent: list[object] = []
    made = Travel(sent.append, SimpleNamespace(), lambda: SimpleNamespace(epoch=3, batch=1))
    made.shelf.load = lambda *_: (_ for _ in ()).throw(OSError(2, "No such file"))
    with pytest.raises(OSError, match="No such file"):  # the server makes a sentence of it
        made.handlers[LoadKept](LoadKept(str(tmp_path), 3))
    made.handlers[KeepWithin](KeepWithin(1 << 20))
    assert not any(isinstance(event, Unforeseen) for event in sent)


def test_frames_of_two_threads_do_not_mix() -> None:
    import os

    from nnviz.engine.process.pipe import Pipe
    from nnviz.training.framing import event_reader
    from nnviz.training.messages import Refused as Event

    read, write = os.pipe()
    pipe, count = Pipe(read, write), 200
    long = "x" * 3000  # more in all than a pipe takes at once
    threads = [threading.Thread(target=lambda: [pipe.send(Event("c", long)) for _ in range(count)]) for _ in range(3)]
    for thread in threads:
        thread.start()
    reader, found = event_reader(), []
    while len(found) < 3 * count:
        found += reader.feed(os.read(read, 1 << 16))
    for thread in threads:
        thread.join()
    os.close(read)
    os.close(write)
    assert {event.sentence for event in found} == {long}
    assert {event.command for event in found} == {"c"}
