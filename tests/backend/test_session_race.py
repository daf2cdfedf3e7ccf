"""A race over a fake engine that hangs."""

from __future__ import annotations

import os
from signal import SIGSTOP

from nnviz.backend.session_race import RaceState
from nnviz.training.racing import Lane
from tests.backend.test_session import project


def test_a_hang_in_a_race_is_noticed_and_stop_gets_out_of_it(fake_session, qtbot, tmp_path):
    session = fake_session("good", hang=0.4)
    lost = []
    session.race_lost.connect(lost.append)
    lane = Lane(project(epochs=10**9), str(tmp_path / "a.safetensors"), str(tmp_path / "kept"))
    with qtbot.waitSignal(session.lane_epochs):
        session.race([lane], ".")
    with qtbot.waitSignal(session.run_ended):  # what is trained meanwhile and ends leaves the watch over the race
        session.step(project(), ".")
    with qtbot.waitSignal(session.engine_hangs):
        os.kill(session.engine_pid, SIGSTOP)
    with qtbot.waitSignal(session.race_lost):
        session.stop_race()
    (cause,) = lost
    assert (cause.kind, "during the race" in cause.sentence) == ("hung", True)
    assert session.race_state is RaceState.NONE
