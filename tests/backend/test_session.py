"""The session over a fake engine: states, signals, plans, and what is left after every fault."""

from __future__ import annotations

import json
import os

import psutil
import pytest

from nnviz.backend.session import State
from nnviz.training.history import History
from nnviz.training.messages import Ending, Refused, Train, Watch

FAULTS = ["SEGV", "ABRT", "KILL", "exit", "half", "huge", "garbage"]


def project(name: str = "xor", **training) -> bytes:
    return json.dumps({"nnviz": 1, "data": {"name": name}, "training": training}).encode()


def states_of(session) -> list[State]:
    seen: list[State] = []
    session.state_changed.connect(seen.append)
    return seen


def test_a_run_from_a_cold_start(fake_session, qtbot):
    session = fake_session("good")
    states = states_of(session)
    frames = []
    session.epochs_finished.connect(frames.append)
    signals = [session.engine_ready, session.built, session.run_started, session.run_ended]
    with qtbot.waitSignals(signals, order="strict"):
        session.train(project(), ".", 50)
    assert states == [State.BUILDING, State.TRAINING, State.ENDED]
    numbers = [frame.first + i for frame in frames for i in range(len(frame.rows))]
    assert numbers == list(range(1, 51))
    assert session.history.epochs == 50
    assert (session.epoch, session.target_epochs, session.learning_rate) == (50, 50, 0.1)
    assert session.epochs_per_second == pytest.approx(1000, rel=0.01)
    assert session.seconds_left == 0.0
    session.set_rate(60.0)  # a run that is held back is no faster than it may be
    assert session.epochs_per_second == 60.0


def test_how_far_the_data_are_read_is_told_before_the_network_stands(fake_session, qtbot):
    session = fake_session("good")
    told = []
    session.reading.connect(lambda reading: told.append(reading.share))
    with qtbot.waitSignals([session.reading, session.built], order="strict"):
        session.prepare(project(), ".")
    assert told == [0.4]


def test_a_flood_of_epochs_is_merged_and_whole(fake_session, qtbot):
    session = fake_session("flood")
    frames = []
    session.epochs_finished.connect(frames.append)
    with qtbot.waitSignal(session.run_ended, timeout=20_000):
        session.train(project(), ".", 20_000)
    rows = [row for frame in frames for row in frame.rows]
    assert [row[0] for row in rows] == list(range(1, 20_001))
    assert len(frames) < 500
    assert session.history.epochs == 20_000


def test_pause_resume_step_stop_and_reset(fake_session, qtbot):
    session = fake_session("good")
    endless = 10**9
    with qtbot.waitSignal(session.epochs_finished):
        session.train(project(), ".", endless)
    with qtbot.waitSignal(session.run_ended) as paused:
        session.pause()
    assert paused.args[0].kind == "paused"
    assert session.state is State.PAUSED
    at = session.epoch
    with qtbot.waitSignal(session.run_ended), qtbot.assertNotEmitted(session.run_started):
        session.step(project(), ".")
    assert (session.state, session.epoch) == (State.PAUSED, at + 1)
    with qtbot.waitSignal(session.epochs_finished), qtbot.assertNotEmitted(session.run_started):
        session.resume()
    assert session.state is State.TRAINING
    assert session.target_epochs == endless
    with qtbot.waitSignal(session.run_ended) as stopped:
        session.stop()
    assert (stopped.args[0].kind, session.state) == ("stopped", State.ENDED)
    with qtbot.waitSignal(session.built):
        session.reset(project(), ".")
    assert (session.state, session.epoch, session.history.epochs) == (State.IDLE, 0, 0)


def test_a_speed_that_is_chosen_while_the_network_is_built_holds(fake_session, qtbot):
    session = fake_session("good")
    sent = []
    with qtbot.waitSignal(session.epochs_finished):
        session.set_rate(5.0)
        session.train(project(), ".", 10**9)
        session.set_rate(0.0)
        send = session._thread.send
        session._thread.send = lambda command: sent.append(command) or send(command)
    assert [command for command in sent if isinstance(command, Train)] == [Train(10**9, 0.0)]


def test_another_speed_does_not_begin_again_what_is_being_paused(fake_session, qtbot):
    session = fake_session("good")
    with qtbot.waitSignal(session.epochs_finished):
        session.train(project(), ".", 10**9)
    with qtbot.waitSignal(session.run_ended) as paused:
        session.pause()
        session.set_rate(5.0)
    at = session.epoch
    assert paused.args[0].epoch == at
    with qtbot.waitSignal(session.snapshot_taken) as taken:
        session.take_snapshot(os.devnull)
    assert (taken.args[0].epoch, session.state) == (at, State.PAUSED)


def test_reset_and_train_again_while_training(fake_session, qtbot):
    session = fake_session("good")
    with qtbot.waitSignal(session.epochs_finished):
        session.train(project(), ".", 10**9)
    with qtbot.waitSignals([session.run_ended, session.built, session.run_started], order="strict"):
        session.train(project(), ".", 10**9, keep=False)
    with qtbot.waitSignal(session.epochs_finished) as first:
        pass
    assert first.args[0].first == 1
    with qtbot.waitSignals([session.run_ended, session.built], order="strict"):
        session.reset(project(), ".")
    assert session.state is State.IDLE


def test_a_change_that_is_refused_leaves_the_run_going(fake_session, qtbot):
    session = fake_session("good")
    with qtbot.waitSignal(session.epochs_finished):
        session.train(project(), ".", 10**9)
    with qtbot.waitSignal(session.refused), qtbot.assertNotEmitted(session.run_ended):
        session.train(project("refuse"), ".", 10**9)
    assert session.state is State.TRAINING
    with qtbot.waitSignal(session.epochs_finished), qtbot.assertNotEmitted(session.run_ended):
        pass
    with qtbot.waitSignal(session.run_ended):
        session.pause()
    at = session.epoch
    with qtbot.waitSignal(session.refused):
        session.prepare(project("refuse"), ".")
    assert (session.state, session.epoch) == (State.PAUSED, at)


def test_a_change_goes_on_in_the_same_run(fake_session, qtbot):
    session = fake_session("good")
    with qtbot.waitSignal(session.epochs_finished):
        session.train(project(), ".", 10**9)
    told: list[object] = []
    for signal in (session.run_ended, session.built):
        signal.connect(told.append)
    with qtbot.waitSignals([session.run_ended, session.built], order="strict"):
        session.train(project(batch_size=2), ".", 10**9)
    ended, built = told
    assert (built.epoch, built.begun) == (ended.epoch, True)
    with qtbot.waitSignal(session.epochs_finished) as epochs, qtbot.assertNotEmitted(session.run_started):
        pass
    assert epochs.args[0].first == built.epoch + 1
    with qtbot.waitSignal(session.run_ended):
        session.pause()
    with qtbot.waitSignal(session.built):
        session.prepare(project(batch_size=3), ".")
    assert session.state is State.PAUSED
    with qtbot.waitSignal(session.run_ended) as stopped:
        session.stop()
    assert stopped.args[0].kind == "stopped"


def test_what_still_comes_of_a_run_of_a_project_that_was_closed_is_not_heard(fake_session, qtbot):
    session = fake_session("good")
    with qtbot.waitSignal(session.epochs_finished):
        session.train(project(), ".", 10**9)
    session.train(project(batch_size=2), ".", 10**9)  # being built: the run waits in the engine
    with qtbot.assertNotEmitted(session.run_ended), qtbot.waitSignal(session.built) as built:
        session.start_over(History())
        session.prepare(project("circles"), ".", keep=False)
    assert (built.args[0].epoch, built.args[0].begun) == (0, False)
    assert (session.state, session.history.epochs) == (State.IDLE, 0)


def test_only_what_changed_is_built_again(fake_session, qtbot):
    session = fake_session("good")
    with qtbot.waitSignal(session.built):
        session.prepare(project(epochs=5), ".")
    with qtbot.assertNotEmitted(session.built, wait=50):
        session.prepare(project(epochs=9), ".")
    with qtbot.waitSignal(session.run_ended), qtbot.assertNotEmitted(session.built):
        session.train(project(epochs=9), ".", 9)
    with qtbot.waitSignal(session.built) as kept:
        session.prepare(project("circles"), ".")
    assert (kept.args[0].epoch, session.history.epochs) == (9, 9)
    with qtbot.waitSignal(session.built) as fresh:
        session.prepare(project("circles"), ".", keep=False)
    assert (fresh.args[0].epoch, session.history.epochs) == (0, 0)


def test_many_edits_while_building_end_in_the_last(fake_session, qtbot):
    session = fake_session("good")
    for number in range(20):
        session.prepare(project(batch_size=number), ".")
    with qtbot.waitSignal(session.run_ended):
        session.train(project(batch_size=19), ".", 3)
    with qtbot.assertNotEmitted(session.built, wait=50):
        session.prepare(project(batch_size=19), ".")


def test_a_refused_project_does_not_train_the_old_one(fake_session, qtbot):
    session = fake_session("good")
    with qtbot.waitSignal(session.built):
        session.prepare(project(), ".")
    with qtbot.waitSignal(session.refused) as refused, qtbot.assertNotEmitted(session.run_started):
        session.train(project("refuse"), ".", 5)
    assert refused.args[0] == Refused("Prepare", "This cannot be built.", "h1")
    assert session.state is State.IDLE
    with qtbot.waitSignal(session.run_ended):
        session.train(project(), ".", 5)


def test_stop_while_building_drops_the_run(fake_session, qtbot):
    session = fake_session("good")
    with qtbot.assertNotEmitted(session.run_started, wait=50), qtbot.waitSignal(session.built):
        session.train(project(), ".", 5)
        session.stop()
    assert session.state is State.IDLE


def test_export_snapshot_and_loading(fake_session, qtbot, tmp_path):
    session = fake_session("good")
    with qtbot.waitSignals([session.refused, session.refused]):
        session.take_snapshot("nowhere")
        session.load_weights("nowhere")
    path = str(tmp_path / "w.npz")
    with qtbot.waitSignals([session.built, session.exported], order="strict"):
        session.export("npz", path, project(), ".")
    with qtbot.waitSignal(session.snapshot_taken) as taken:
        session.take_snapshot(str(tmp_path / "s"))
    assert taken.args[0].epoch == 0
    with qtbot.waitSignal(session.epochs_finished):
        session.train(project(), ".", 10**9)
    with qtbot.waitSignal(session.exported), qtbot.assertNotEmitted(session.built):
        session.export("npz", path, project(epochs=3), ".")
    assert session.state is State.TRAINING


def test_pictures_are_asked_for_once_and_again_after_a_loss(fake_session, qtbot):
    session = fake_session("KILL", once=True)
    session.watch(Watch(cells=8))
    with qtbot.waitSignals([session.weights_changed, session.run_ended]):
        session.train(project(), ".", 10)
    with qtbot.waitSignals([session.engine_ready, session.weights_changed], order="strict"):
        pass


@pytest.mark.parametrize("mode", FAULTS)
def test_after_every_fault_the_history_stands_and_the_next_run_works(mode, fake_session, qtbot):
    session = fake_session(mode, once=True)
    with qtbot.waitSignals([session.engine_lost, session.run_ended], order="strict", timeout=10_000) as _:
        session.train(project(), ".", 10)
    assert session.state is State.ENDED
    assert session.history.epochs == session.epoch == (4 if mode == "huge" else 3)
    with qtbot.waitSignal(session.run_ended, timeout=10_000) as again:
        session.train(project(), ".", 10)
    assert (again.args[0].kind, again.args[0].epoch) == ("finished", 10)
    assert session.history.epochs == 10


def test_a_hang_is_offered_and_stop_gets_out_of_it(fake_session, qtbot):
    session = fake_session("hang", once=True, hang=0.4)
    with qtbot.waitSignal(session.engine_hangs, timeout=5000):
        session.train(project(), ".", 10)
    assert session.state is State.TRAINING
    with qtbot.waitSignal(session.run_ended) as ended:
        session.stop()
    ending = ended.args[0]
    assert isinstance(ending, Ending)
    assert (ending.kind, ending.epoch, session.state) == ("hung", 3, State.ENDED)
    with qtbot.waitSignal(session.run_ended):
        session.train(project(), ".", 10)


def test_an_engine_that_cannot_start_ends_the_run_that_waited(fake_session, qtbot):
    session = fake_session("no_keras")
    with qtbot.waitSignal(session.run_ended) as ended:
        session.train(project(), ".", 10)
    assert ended.args[0].kind == "not_started"
    assert session.state is State.IDLE or session.state is State.ENDED
    with qtbot.waitSignal(session.run_ended):
        session.train(project(), ".", 10)


def test_a_fresh_engine_is_there_after_an_idle_one_was_lost(fake_session, qtbot):
    session = fake_session("good")
    with qtbot.waitSignal(session.built):
        session.prepare(project(), ".")
    lost = session.engine_pid
    with qtbot.waitSignals([session.engine_lost, session.engine_ready], order="strict"):
        os.kill(lost, 9)
    assert session.engine_pid != lost
    assert not psutil.pid_exists(lost)
    with qtbot.waitSignal(session.run_ended):
        session.train(project(), ".", 5)


def test_shutdown_in_the_middle_of_a_run_is_silent_and_final(fake_session, qtbot):
    session = fake_session("good")
    with qtbot.waitSignal(session.epochs_finished):
        session.train(project(), ".", 10**9)
    pid = session.engine_pid
    with qtbot.assertNotEmitted(session.engine_lost, wait=50):
        session.shutdown()
    assert not psutil.pid_exists(pid)


def test_another_project_opened_while_the_first_is_built_is_not_disturbed_by_it(fake_session, qtbot):
    session, history = fake_session("good"), History()
    history.append(1, ("loss",), [(1.0,)] * 60)
    built = []
    session.built.connect(built.append)
    session.prepare(project("moons"), ".")
    session.start_over(history)
    assert (session.epoch, session.state) == (60, State.STARTING)
    session.prepare(project("opened"), ".", keep=False, weights="/weights", epoch=60)
    with qtbot.waitSignals([session.run_started, session.run_ended], order="strict"):
        session.train(project("opened"), ".", 61)
    assert [event.epoch for event in built] == [60]
    assert session.history is history
    assert (history.epochs, session.epoch) == (61, 61)
    assert session.standing_project == project("opened")


def test_starting_over_forgets_what_stands(fake_session, qtbot):
    session = fake_session("good")
    with qtbot.waitSignal(session.run_ended):
        session.train(project(), ".", 5)
    session.start_over(History())
    assert (session.epoch, session.history.epochs, session.state) == (0, 0, State.IDLE)
    assert session.standing_project is None
    with qtbot.waitSignal(session.built) as built:
        session.prepare(project(), ".", keep=False)
    assert built.args[0].epoch == 0


def test_an_edit_between_train_and_its_beginning_does_not_end_the_run(fake_session, qtbot):
    session = fake_session("good")
    session.train(project(batch_size=1), ".", 5)
    session.prepare(project(batch_size=2), ".")
    with qtbot.waitSignal(session.run_ended) as ended:
        pass
    assert ended.args[0].kind == "finished"
    assert session.standing_project == project(batch_size=2)


def test_looking_back_never_queues_and_the_last_wish_comes(fake_session, qtbot):
    session = fake_session("good")
    with qtbot.waitSignal(session.built):
        session.prepare(project(), ".")
    seen = []
    session.looked.connect(lambda looked: seen.append(looked.epoch))
    for epoch in range(50):
        session.look(epoch)
    qtbot.waitUntil(lambda: bool(seen) and seen[-1] == 49)
    assert seen == [0, 49]
    session.look(None)
    qtbot.waitUntil(lambda: seen[-1] is None)


def test_a_run_that_waits_for_its_network_is_paused_before_it_begins(fake_session, qtbot):
    session = fake_session("good")
    told = []
    session.state_changed.connect(lambda _state: told.append(session.train_waits))
    with qtbot.waitSignal(session.built):
        session.prepare(project(), ".")
        session.train(project(), ".", 10)
        assert told[-1]
        session.pause()
        assert not told[-1]
    assert (session.train_waits, session.state, session.epoch) == (False, State.IDLE, 0)
