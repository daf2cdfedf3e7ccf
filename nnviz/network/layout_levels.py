"""How high each node of the layout stands: chains straight, merges centred on what they join, nothing overlapping.

Each column in turn takes the levels of its neighbours as nearly as its order and the sizes allow. That is a least
squares fit under an order (Barlow et al. 1972, isotonic regression), which pooling adjacent violators solves exactly
in a time that grows with the column.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from nnviz.network.layout_order import PASSING, Columns

PASSES = 9  # the last one forwards, so that what follows a layer is level with it
LANE, LANES_APART, BESIDE = 10.0, 4.0, 12.0  # half of a link on its way, between two of them, between one and a layer
FRAME = 54.0  # what the frames of two open groups, with the title of one, take between layers
STILL = 0.25


def levels(
    columns: Columns, above: Sequence[float], below: Sequence[float], apart: float, frames: Sequence[str] = ()
) -> list[float]:
    """The level of each node, downwards, in whole units; *above* and *below* are the sizes of the parts.

    *frames* names the open group of each part, empty for none; by default nothing is in a group.
    """
    frames = frames or [""] * columns.parts
    up = [*above, *[LANE] * (len(columns.depth) - columns.parts)]
    down = [*below, *[LANE] * (len(columns.depth) - columns.parts)]
    pitch = [_pitches(column, frames, up, down, apart) for column in columns.order]
    level = [0.0] * len(columns.depth)
    for column, apart_by in zip(columns.order, pitch, strict=True):
        _stack(column, apart_by, level)
    weight = _weights(columns)
    quiet = 0
    for number in range(PASSES):
        forward = number % 2 == 0
        numbers = range(len(columns.order)) if forward else range(len(columns.order) - 1, -1, -1)
        before = list(level)
        moved = _pass(columns, numbers, columns.sources if forward else columns.targets, pitch, weight, level)
        quiet = quiet + 1 if moved < STILL else 0
        if quiet == 2 or (number and level == before):  # the pass to come would find what the one before this found
            break
    return [float(round(value)) for value in level]


def _pitches(
    column: Sequence[int], frames: Sequence[str], up: Sequence[float], down: Sequence[float], apart: float
) -> list[float]:
    """How far each node of *column* must at least be below the one before it; 0 for the first."""
    pitches, parts = [0.0] * bool(column), len(frames)
    for a, b in pairwise(column):
        gap = apart if a < parts and b < parts else (LANES_APART if a >= parts and b >= parts else BESIDE)
        if a < parts and b < parts and frames[a] != frames[b]:
            gap += FRAME * (bool(frames[a]) + bool(frames[b])) / 2
        pitches.append(down[a] + gap + up[b] + 1.0)  # 1 is what rounding may take away
    return pitches


def _stack(column: Sequence[int], pitch: Sequence[float], level: list[float]) -> None:
    """One below the other, around 0."""
    at = -sum(pitch) / 2
    for node, by in zip(column, pitch, strict=True):
        at += by
        level[node] = at


def _weights(columns: Columns) -> list[float]:
    """How much each node keeps to where it wants to be: a residual link gives way to a layer."""
    bends = range(columns.parts, len(columns.depth))
    return [1.0] * columns.parts + [columns.sources[bend][0][1] for bend in bends]


def _pass(
    columns: Columns,
    numbers: Iterable[int],
    neighbours: Sequence[Sequence[tuple[int, float]]],
    pitch: Sequence[Sequence[float]],
    weight: Sequence[float],
    level: list[float],
) -> float:
    """Let the columns *numbers*, one after the other, follow their *neighbours*; the farthest that a part moved."""
    farthest = 0.0
    for number in numbers:
        column, apart = columns.order[number], pitch[number]
        wished = [
            level[near[0][0]] if len(near := neighbours[node]) == 1 else _wished(level[node], near, level)
            for node in column
        ]
        fits = all(b - a >= by for a, b, by in zip(wished, wished[1:], apart[1:], strict=False))
        found = wished if fits else _fitted(wished, column, apart, weight)
        for node, value in zip(column, found, strict=True):
            if node < columns.parts:
                farthest = max(farthest, abs(value - level[node]))
            level[node] = value
    return farthest


def _wished(now: float, near: Sequence[tuple[int, float]], level: Sequence[float]) -> float:
    """The middle of the neighbours that lead; of those that pass by where there are no others."""
    if not near:
        return now
    leading = [level[node] for node, pull in near if pull > PASSING] or [level[node] for node, _ in near]
    return sum(leading) / len(leading)


def _fitted(
    wished: Sequence[float], column: Sequence[int], pitch: Sequence[float], weight: Sequence[float]
) -> list[float]:
    """The levels nearest to *wished* that keep every node its *pitch* below the one before it."""
    shift, offsets = 0.0, []
    blocks: list[tuple[float, float, int]] = []  # of nodes pushed together: weighted sum, weight, count
    for value, node, by in zip(wished, column, pitch, strict=True):
        shift += by
        offsets.append(shift)
        total, mass, count = (value - shift) * weight[node], weight[node], 1
        while blocks and blocks[-1][0] / blocks[-1][1] > total / mass:
            before = blocks.pop()
            total, mass, count = total + before[0], mass + before[1], count + before[2]
        blocks.append((total, mass, count))
    levels_without_shift = [total / mass for total, mass, count in blocks for _ in range(count)]
    return [value + by for value, by in zip(levels_without_shift, offsets, strict=True)]
