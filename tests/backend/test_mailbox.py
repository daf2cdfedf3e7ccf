"""Letters from other threads: all of them, in order, read on the thread that the mailbox lives on."""

from __future__ import annotations

import threading

import shiboken6

from nnviz.backend.mailbox import Mailbox

LETTERS = 2000


def test_letters_are_read_in_order_on_the_thread_of_the_mailbox(qapp, qtbot):
    mailbox, read = Mailbox(), []

    def write(writer: int) -> None:
        for number in range(LETTERS):
            mailbox.post(lambda *letter: read.append((*letter, threading.get_ident())), writer, number)

    writers = [threading.Thread(target=write, args=(writer,)) for writer in range(3)]
    for thread in writers:
        thread.start()
    qtbot.waitUntil(lambda: len(read) == 3 * LETTERS)
    for thread in writers:
        thread.join()
    assert {ident for *_, ident in read} == {threading.get_ident()}
    for writer in range(3):
        assert [number for who, number, _ in read if who == writer] == list(range(LETTERS))


def test_a_letter_may_turn_the_event_loop_and_post_more(qapp, qtbot):
    mailbox, read = Mailbox(), []

    def first() -> None:
        mailbox.post(read.append, "third")
        qapp.processEvents()
        read.append("first")

    mailbox.post(first)
    mailbox.post(read.append, "second")
    qtbot.waitUntil(lambda: len(read) == 3)
    assert set(read) == {"first", "second", "third"}


def test_what_is_left_of_a_mailbox_that_is_gone_is_never_read(qapp):
    mailbox, read = Mailbox(), []
    mailbox.post(read.append, "late")
    shiboken6.delete(mailbox)
    qapp.processEvents()
    assert read == []


def test_a_letter_that_fails_holds_none_back(qapp, qtbot):
    mailbox, read = Mailbox(), []

    def fail() -> None:
        raise ValueError("on purpose")

    with qtbot.captureExceptions() as caught:
        for call, args in ((fail, ()), (read.append, ("second",)), (fail, ()), (read.append, ("fourth",))):
            mailbox.post(call, *args)
        qtbot.waitUntil(lambda: len(read) == 2)
    assert (read, [kind for kind, *_ in caught]) == (["second", "fourth"], [ValueError, ValueError])
