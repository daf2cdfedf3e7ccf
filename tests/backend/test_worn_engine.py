"""A worn engine gives way to a fresh one: when, and what is done before."""

from __future__ import annotations

import psutil

from nnviz.training.racing import Lane
from tests.backend.test_session import project


def test_a_worn_engine_gives_way_to_a_fresh_one_only_where_nothing_was_learned(fake_session, qtbot):
    session = fake_session("worn")
    lost, ended = [], []
    session.engine_lost.connect(lost.append)
    session.run_ended.connect(ended.append)
    with qtbot.waitSignal(session.built):
        session.prepare(project(), ".")
    worn = session.engine_pid
    with qtbot.waitSignals([session.engine_ready, session.built], order="strict"):
        session.prepare(project("moons"), ".")
    fresh = session.engine_pid
    assert fresh != worn
    assert not psutil.pid_exists(worn)
    with qtbot.waitSignal(session.run_ended):
        session.train(project("moons"), ".", 5)
    assert session.epoch == 5
    with qtbot.waitSignal(session.built):
        session.prepare(project("circles"), ".")
    assert session.engine_pid == fresh  # what was learned goes on in it
    assert lost == []
    assert [ending.kind for ending in ended] == ["finished"]


def test_a_worn_engine_writes_its_race_before_it_gives_way(fake_session, qtbot, tmp_path):
    session = fake_session("worn")
    with qtbot.waitSignal(session.built):
        session.prepare(project(), ".")
    worn, written = session.engine_pid, []
    for told in (session.snapshot_taken, session.kept_saved):
        told.connect(written.append)
    lane = Lane(project(epochs=2), str(tmp_path / "a.safetensors"), str(tmp_path / "kept"))
    with qtbot.waitSignal(session.race_rested):
        session.race([lane], ".")
    with qtbot.waitSignal(session.built):
        session.prepare(project("moons"), ".")
    assert session.engine_pid == worn
    assert len(written) == 2
