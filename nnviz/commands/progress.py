"""What ``nnviz train`` prints while it trains: a bar for people, a JSON line per epoch for programs."""

from __future__ import annotations

import json
import math
import shutil
import sys
import time
from collections.abc import Mapping
from typing import Any, Protocol

from nnviz.training.shares import score_text

_BAR = 24
_EVERY = 0.1  # seconds between two pictures of the bar


class Progress(Protocol):
    """Hears of every epoch and of the ending."""

    def epoch(self, number: int, logs: Mapping[str, float]) -> None:
        """Epoch *number* (1-based) is done."""

    def ending(self, kind: str, sentence: str, epochs: int, seconds: float, test: Mapping[str, float]) -> None:
        """The run has come to rest."""


class JsonLines:
    """A JSON object a line on stdout; a number that is not finite is written as null."""

    def epoch(self, number: int, logs: Mapping[str, float]) -> None:
        """``{"epoch": 1, "loss": ..., ...}``."""
        print(json.dumps({"epoch": number, **_plain(logs)}), flush=True)

    def ending(self, kind: str, sentence: str, epochs: int, seconds: float, test: Mapping[str, float]) -> None:
        """``{"ending": ..., "epochs": ..., "seconds": ..., "test": {...}}``; why, where it ended before its time."""
        line: dict[str, Any] = {"ending": kind, "epochs": epochs, "seconds": round(seconds, 3)}
        if test:
            line["test"] = _plain(test)
        if kind != "finished":
            line["sentence"] = sentence
        print(json.dumps(line, ensure_ascii=False), flush=True)


class Bar:
    """A bar on stderr that is drawn over itself on a terminal, and a line now and then elsewhere.

    Args:
        epochs: how many there will be.
    """

    def __init__(self, epochs: int) -> None:
        self._epochs, self._live = epochs, sys.stderr.isatty()
        self._started = time.monotonic()
        self._drawn = 0.0
        self._width = 0

    def epoch(self, number: int, logs: Mapping[str, float]) -> None:
        """Draw the bar, at most ten times a second; elsewhere a line at each tenth of the run."""
        now = time.monotonic()
        if self._live and (now - self._drawn >= _EVERY or number == self._epochs):
            self._drawn = now
            self._draw(self._line(number, logs, now))
        elif not self._live and (number * 10 // self._epochs > (number - 1) * 10 // self._epochs):
            print(self._line(number, logs, now), file=sys.stderr)

    def ending(self, kind: str, sentence: str, epochs: int, seconds: float, test: Mapping[str, float]) -> None:
        """The sentence on stdout, below the bar."""
        if self._live:
            print(file=sys.stderr)
        print(sentence if not test else f"{sentence} On the test part: {_figures(test)}.", flush=True)

    def _line(self, number: int, logs: Mapping[str, float], now: float) -> str:
        full = number * _BAR // self._epochs
        left = (now - self._started) / number * (self._epochs - number)
        bar = "#" * full + "-" * (_BAR - full)
        return f"[{bar}] {number}/{self._epochs}  {_figures(logs)}  {_clock(left)} left"

    def _draw(self, line: str) -> None:
        line = line[: shutil.get_terminal_size().columns - 1]
        print("\r" + line.ljust(self._width), end="", file=sys.stderr, flush=True)
        self._width = len(line)


def _plain(logs: Mapping[str, float]) -> dict[str, float | None]:
    return {key: value if math.isfinite(value) else None for key, value in logs.items()}


def _figures(logs: Mapping[str, float]) -> str:
    return ", ".join(f"{key} {score_text(key, value)}" for key, value in logs.items())


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"
