"""Columns for the layout, and the order within each of them: which layer, and which link on its way, is above which.

Nodes are numbers: first the parts that are drawn, then the *bends*, one in each column that a long link passes.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

Pair = tuple[int, int]
SWEEPS = 4
BENDS_EACH = 6  # so many bends for each part on average; the longest links beyond that keep no room free


@dataclass(frozen=True)
class Columns:
    """The nodes of a drawing, column by column.

    Attributes:
        depth: of each node: the number of its column.
        order: for each column its nodes from top to bottom.
        sources, targets: of each node: the nodes it is linked to in the column before and behind, with how much each
            pulls: 1 for a link that its neighbours should be in line with, next to 0 for one that only passes by.
        parts: how many nodes are parts; the others are bends.
    """

    depth: list[int]
    order: list[list[int]]
    sources: list[list[tuple[int, float]]]
    targets: list[list[tuple[int, float]]]
    parts: int


PASSING = 1e-9  # how much a residual link pulls: no layer is seen to give way to it, not even in a long chain


@lru_cache(maxsize=8)  # most edits leave the links as they are, and an undo brings the former ones back
def in_columns(first: tuple[bool, ...], links: tuple[Pair, ...]) -> Columns:
    """Columns for parts of which those of *first* belong into the first column, linked by *links*.

    They are remembered: nobody may change them.
    """
    depth = depths(first, links)
    columns = _with_bends(depth, links)
    _take_order(columns)
    return columns


def depths(first: Sequence[bool], links: Sequence[Pair]) -> list[int]:
    """The longest way to each part from the first column; what has no source stands behind that, unless it is *first*.

    A link that closes a circle does not count.
    """
    count = len(first)
    targets: list[list[int]] = [[] for _ in range(count)]
    waiting = [0] * count
    for a, b in links:
        targets[a].append(b)
        waiting[b] += 1
    depth = [0 if is_first else 1 for is_first in first]
    ready, done, oldest = deque(i for i in range(count) if not waiting[i]), [False] * count, 0
    for _ in range(count):
        if not ready:  # only circles are left: the first that was drawn begins one
            while done[oldest]:
                oldest += 1
            ready.append(oldest)
        node = ready.popleft()
        done[node] = True
        for target in targets[node]:
            if not done[target]:
                depth[target] = max(depth[target], depth[node] + 1)
                waiting[target] -= 1
                if not waiting[target]:
                    ready.append(target)
    return depth


def _with_bends(depth: list[int], links: Sequence[Pair]) -> Columns:
    parts = len(depth)
    columns = Columns(
        list(depth), [[] for _ in range(max(depth, default=-1) + 1)], [[] for _ in depth], [[] for _ in depth], parts
    )
    leaving = [0] * parts
    for a, _ in links:
        leaving[a] += 1
    left = BENDS_EACH * parts
    for a, b in sorted(links, key=lambda link: depth[link[1]] - depth[link[0]]):
        span = depth[b] - depth[a]
        if span == 1:
            _link(columns, a, b, 1.0)
        elif 1 < span <= left + 1:
            # The only way on from a layer leads its line; one of several ways over a distance is a residual link.
            _bend(columns, a, b, 1.0 if leaving[a] == 1 else PASSING)
            left -= span - 1
    for node, column in enumerate(columns.depth):
        columns.order[column].append(node)
    return columns


def _link(columns: Columns, a: int, b: int, pull: float) -> None:
    columns.targets[a].append((b, pull))
    columns.sources[b].append((a, pull))


def _bend(columns: Columns, a: int, b: int, pull: float) -> None:
    """A chain of bends from *a* to *b*."""
    before = a
    for column in range(columns.depth[a] + 1, columns.depth[b]):
        bend = len(columns.depth)
        columns.depth.append(column)
        columns.sources.append([])
        columns.targets.append([])
        _link(columns, before, bend, pull)
        before = bend
    _link(columns, before, b, pull)


# ------------------------------------------------------------------ the order within each column


def _take_order(columns: Columns) -> None:
    """Sweeps to and fro, each column in the order of the middles of its neighbours; the best order is kept."""
    rank = [0] * len(columns.depth)
    _sweep(columns, rank, columns.sources, range(len(columns.order)), fresh=True)
    best, kept = _crossings(columns, rank), [list(column) for column in columns.order]
    for sweep in range(SWEEPS):
        if not best:
            break
        back = sweep % 2 == 0
        numbers = range(len(columns.order) - 1, -1, -1) if back else range(len(columns.order))
        _sweep(columns, rank, columns.targets if back else columns.sources, numbers)
        found = _crossings(columns, rank)
        if found < best:
            best, kept = found, [list(column) for column in columns.order]
    columns.order[:] = kept


def _sweep(
    columns: Columns, rank: list[int], neighbours: list[list[tuple[int, float]]], numbers: range, fresh: bool = False
) -> None:
    """Put the columns *numbers* into order; *fresh*: what has no place yet and is level with a layer goes above it."""
    for number in numbers:
        column = columns.order[number]
        if len(column) > 1:
            key = {}
            for position, node in enumerate(column):
                near = neighbours[node]
                at = sum(rank[other] for other, _ in near) / len(near) if near else float(position)
                key[node] = (at, node < columns.parts) if fresh else (at, False)
            column.sort(key=key.__getitem__)
        for position, node in enumerate(column):
            rank[node] = position


def _crossings(columns: Columns, rank: list[int]) -> int:
    """How many pairs of links cross between neighbouring columns."""
    total = 0
    for number in range(1, len(columns.order)):
        if len(columns.order[number]) < 2 or len(columns.order[number - 1]) < 2:
            continue
        ends: list[int] = []
        for node in columns.order[number - 1]:
            reached = sorted(rank[target] for target, _ in columns.targets[node])
            total += sum(len(ends) - bisect_left(ends, end + 1) for end in reached)
            for end in reached:
                insort(ends, end)
    return total
