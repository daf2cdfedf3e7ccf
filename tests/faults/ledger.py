"""The table at the end of the tests' output: each fault, how often it was tried, what was lost, the worst time."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

import pytest

_SENT = "faults"  # under this name a process of xdist sends its rows to the one that prints


@dataclass(frozen=True)
class Row:
    """One fault as it was tried.

    Attributes:
        fault: what was done, as ``kill -9 while writing``.
        tries: how often.
        lost: how many of those lost or broke something.
        worst_seconds: the longest that it took to stand again; None where no time tells anything.
    """

    fault: str
    tries: int
    lost: int
    worst_seconds: float | None = None


@dataclass
class Ledger:
    """What the tests of this process have tried so far."""

    rows: list[Row] = field(default_factory=list)

    def row(self, fault: str, tries: int, lost: int, worst_seconds: float | None = None) -> None:
        """Note that *fault* was tried; the same fault from several tests becomes one line of the table."""
        self.rows.append(Row(fault, tries, lost, worst_seconds))


_ledger = Ledger()


@pytest.fixture(scope="session")
def ledger() -> Ledger:
    """Where a test notes the fault that it has tried."""
    return _ledger


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A process of xdist hands its rows over."""
    sent: dict[str, Any] | None = getattr(session.config, "workeroutput", None)
    if sent is not None:
        sent[_SENT] = [asdict(row) for row in _ledger.rows]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """The process that prints takes the rows of one that ended."""
    _ledger.rows += [Row(**row) for row in getattr(node, "workeroutput", {}).get(_SENT, ())]


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print the table, where anything was tried."""
    if not _ledger.rows:
        return
    terminalreporter.section("faults")
    for line in table(_ledger.rows):
        terminalreporter.write_line(line)


def table(rows: list[Row]) -> list[str]:
    """The lines of the table, one for each fault in alphabetical order."""
    faults = sorted({row.fault for row in rows})
    width = max(len(fault) for fault in ("fault", *faults))
    lines = [f"{'fault':<{width}}  {'tried':>6}  {'lost':>7}  {'worst':>9}"]
    for fault in faults:
        same = [row for row in rows if row.fault == fault]
        times = [row.worst_seconds for row in same if row.worst_seconds is not None]
        lost = sum(row.lost for row in same)
        worst = f"{max(times):.3f} s" if times else "-"
        tried = sum(row.tries for row in same)
        lines.append(f"{fault:<{width}}  {tried:>6}  {lost or 'nothing':>7}  {worst:>9}")
    return lines
