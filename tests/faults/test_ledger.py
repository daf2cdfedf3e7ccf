"""The table of faults."""

from __future__ import annotations

from tests.faults.ledger import Row, table


def test_rows_of_one_fault_become_one_line_with_the_worst_time():
    head, *lines = table([Row("kill", 8, 0, 0.5), Row("a full disk", 1, 0), Row("kill", 2, 1, 1.25)])
    assert head.split() == ["fault", "tried", "lost", "worst"]
    assert [line.split() for line in lines] == [
        ["a", "full", "disk", "1", "nothing", "-"],
        ["kill", "10", "1", "1.250", "s"],
    ]
