"""Weights set by hand, over a fake engine: one edit at a time, whatever becomes of it."""

from __future__ import annotations

from nnviz.training.by_hand import Fill
from nnviz.training.messages import Refused
from tests.backend.test_session import project


def test_an_edit_that_got_no_answer_but_a_refusal_lets_the_next_one_go(fake_session, qtbot, monkeypatch):
    session, sent = fake_session("good"), []
    with qtbot.waitSignal(session.built):
        session.prepare(project(), ".")
    monkeypatch.setattr(session._thread, "send", sent.append)
    first, second = (session.set_weights("h1", Fill(value)) for value in (1.0, 2.0))
    session._thread.refused.emit(Refused("Watch", "Something else."))
    assert [command.number for command in sent] == [first]
    session._thread.refused.emit(Refused("SetWeights", "Unforeseen."))
    assert [command.number for command in sent] == [first, second]
