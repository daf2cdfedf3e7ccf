"""Whether a process that says nothing is at work, or stands still: what it has had of a processor meanwhile."""

from __future__ import annotations

import contextlib
import time

AT_WORK = 0.05  # of one processor; on a machine that is busy with other things it may get no more


class ProcessorTime:
    """What a process has had of a processor since it was looked at first."""

    def __init__(self) -> None:
        self._first: tuple[int, float, float] | None = None  # process, time and processor time

    def forget(self) -> None:
        """Begin anew with the next look."""
        self._first = None

    def at_work(self, pid: int | None) -> bool:
        """Whether the process *pid* has had at least ``AT_WORK`` since the first look; not at that look."""
        if pid is None:
            return False
        now, used = time.monotonic(), _used(pid)
        if self._first is None or self._first[0] != pid:
            self._first = pid, now, used
        _, since, before = self._first
        return now > since and (used - before) / (now - since) >= AT_WORK


def _used(pid: int) -> float:
    """Processor seconds of the process *pid*, of all its threads; 0 where there is none any more."""
    import psutil

    with contextlib.suppress(psutil.Error):
        times = psutil.Process(pid).cpu_times()
        return float(times.user + times.system)
    return 0.0
