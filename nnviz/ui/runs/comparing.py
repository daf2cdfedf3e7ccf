"""Two runs side by side: their figures, and in words in what they differ. No widgets here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import isfinite

from nnviz.project.changes import Change, differences
from nnviz.project.project import Project
from nnviz.ui.language import translate
from nnviz.ui.runs.rows import RunRow, columns_for, fork_text
from nnviz.ui.training.change_text import change_lines

NOT_COMPARED = ("name", "network", "recipe", "begun", "from", "race", "note")


@dataclass(frozen=True)
class Compared:
    """One figure of both.

    Attributes:
        title: what it is.
        before, after: as texts.
        change: what the second has more or less; empty where that says nothing.
        better: whether the second is better by it; None where neither is.
    """

    title: str
    before: str
    after: str
    change: str = ""
    better: bool | None = None


@dataclass(frozen=True)
class Comparison:
    """Everything about two runs.

    Attributes:
        before, after: the runs, the older one first.
        figures: those that one of them has.
        parts: of recipe, network and data its title and the lines of what differs; parts that are alike are left out.
    """

    before: RunRow
    after: RunRow
    figures: tuple[Compared, ...]
    parts: tuple[tuple[str, tuple[str, ...]], ...]


def compare(one: RunRow, other: RunRow) -> Comparison:
    """*one* and *other* side by side."""
    before, after = sorted((one, other), key=lambda row: row.run.id)
    rows = (before, after)
    figures = [
        _compared(column.title, column.text, column.figure, column.rising if column.compared else None, rows)
        for column in columns_for(rows)
        if column.key not in NOT_COMPARED
    ]
    return Comparison(before, after, tuple(figures), _parts(before, after))


def _compared(
    title: str,
    text: Callable[[RunRow], str],
    figure: Callable[[RunRow], float] | None,
    rising: bool | None,
    rows: tuple[RunRow, RunRow],
) -> Compared:
    before, after = (text(row) for row in rows)
    if figure is None:
        return Compared(title, before, after)
    was, now = (figure(row) for row in rows)
    if not (isfinite(was) and isfinite(now)) or was == now:
        return Compared(title, before, after)
    better = None if rising is None else (now > was) == rising
    return Compared(title, before, after, _change(was, now, rising), better)


def _change(was: float, now: float, share: bool | None) -> str:
    """In points of a hundred for shares, else in percent of what it was; a multiple where that is large."""
    if share:
        return translate("Runs", "{0} pp").format(f"{100 * (now - was):+.1f}".replace("-", "−"))
    if was <= 0 or now <= 0:
        return ""
    ratio = now / was
    if ratio >= 2 or ratio <= 0.02:
        return f"× {ratio:.3g}"
    return f"{100 * (ratio - 1):+.0f} %".replace("-", "−")


def _parts(before: RunRow, after: RunRow) -> tuple[tuple[str, tuple[str, ...]], ...]:
    one, other = before.run.project, after.run.project
    found = [
        (translate("Runs", "Recipe"), _lines(one, replace(one, training=other.training))),
        (translate("Runs", "Network"), _lines(one, replace(one, network=other.network))),
        (translate("Runs", "Data"), _lines(one, replace(one, data=other.data))),
    ]
    forks = tuple(f"{row.name}: {fork_text(row.run)}" for row in (before, after) if row.run.fork is not None)
    return tuple(part for part in (*found, (translate("Runs", "Goes on from"), forks)) if part[1])


def _lines(before: Project, after: Project) -> tuple[str, ...]:
    return change_lines(Change(0, differences(before, after)))
