"""Ways for links past the layers between their ends: over them or under them.

A link runs from the right edge of a layer to the left edge of another in one level curve, as
``ui.diagram.geometry.curve_controls`` draws it. Where that would run through a layer it gets a *lane*: a level
stretch beside everything it would have met.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping

from nnviz.network.layout import Point, Sizes
from nnviz.network.spec import Link

MARGIN = 12.0  # between a lane and the layer beside it
LANES = 14.0  # between two lanes
TRIES = 12
LOOKS_EACH = 200  # boxes looked at for each layer on average; in a tangle beyond that, the longest links run straight
RATHER_OVER = 160.0  # so much further over the layers is as good as under them
Box = tuple[float, float, float, float]  # left, top, right, bottom
Lane = tuple[Point, Point]
_STEPS = 16
# Of the curve with level ends: how far across and how far down it is, both as shares, at evenly spaced parameters.
_ACROSS = tuple(1.5 * t * (1 - t) + t**3 for t in (i / _STEPS for i in range(_STEPS + 1)))
_DOWN = tuple(t * t * (3 - 2 * t) for t in (i / _STEPS for i in range(_STEPS + 1)))


class Router:
    """Finds lanes among layers that stand still."""

    def __init__(self, places: Mapping[str, Point], sizes: Sizes) -> None:
        """*places* and *sizes* are of everything that is drawn as a layer, by the same names as the links' ends."""
        self._places, self._sizes = places, sizes
        boxes = []
        for name, (x, y) in places.items():
            size = sizes[name]
            boxes.append((x - size.width / 2, y - size.above, x + size.width / 2, y + size.below))
        self._boxes: list[Box] = sorted(boxes)
        self._lefts = [box[0] for box in self._boxes]
        self._widest = max((box[2] - box[0] for box in boxes), default=0.0)
        self._lanes: list[tuple[float, float, float]] = []  # left, right, level
        self._looked = 0

    def lanes(self, links: Iterable[Link]) -> dict[Link, Lane]:
        """The lane of each of *links* that needs one: where it begins and ends; short links take the inner lanes."""
        found: dict[Link, Lane] = {}
        places = self._places
        for link in sorted(links, key=lambda x: (abs(places[x[1]][0] - places[x[0]][0]), x)):
            if self._looked > LOOKS_EACH * len(self._boxes) + LOOKS_EACH:
                break
            lane = self._lane(link)
            if lane is not None:
                found[link] = lane
        return found

    def _lane(self, link: Link) -> Lane | None:
        (ax, ay), (bx, by) = (self._places[end] for end in link)
        start, end = (ax + self._sizes[link[0]].width / 2, ay), (bx - self._sizes[link[1]].width / 2, by)
        met = self._met_by_curve(start, end)
        if not met:
            return None
        ways = [self._way(start, end, met, up) for up in (True, False)]
        costs = [abs(lane[0][1] - ay) + abs(lane[0][1] - by) for lane in ways]
        best = ways[0] if costs[0] <= costs[1] + RATHER_OVER else ways[1]
        self._lanes.append((best[0][0], best[1][0], best[0][1]))
        return best

    def _way(self, start: Point, end: Point, met: list[Box], up: bool) -> Lane:
        """A lane over (or under) the boxes *met*, and over everything that it meets there."""
        left, right = min(box[0] for box in met), max(box[2] for box in met)
        level = min(box[1] for box in met) - MARGIN if up else max(box[3] for box in met) + MARGIN
        for _ in range(TRIES):
            a, b = (max(start[0], left), level), (min(end[0], right), level)
            level = self._beside_lanes(a[0], b[0], level, up)
            a, b = (a[0], level), (b[0], level)
            more = [
                *self._met_by_curve(start, a),
                *self._between(a[0], b[0], level, level),
                *self._met_by_curve(b, end),
            ]
            if not more:
                break
            left, right = min(left, *(box[0] for box in more)), max(right, *(box[2] for box in more))
            edge = min(box[1] for box in more) - MARGIN if up else max(box[3] for box in more) + MARGIN
            level = min(level, edge) if up else max(level, edge)
        return a, b

    def _beside_lanes(self, left: float, right: float, level: float, up: bool) -> float:
        """*level*, moved on until no other lane runs there."""
        near = sorted((lane[2] for lane in self._lanes if lane[0] < right and left < lane[1]), reverse=up)
        for other in near:
            if abs(other - level) < LANES:
                level = other - LANES if up else other + LANES
        return level

    def _met_by_curve(self, a: Point, b: Point) -> list[Box]:
        """The boxes that the curve from *a* to *b* runs through, but for those it begins and ends at."""
        width, height = b[0] - a[0], b[1] - a[1]
        if width < 1:
            return []
        low, high = min(a[1], b[1]), max(a[1], b[1])
        met = []
        for box in self._between(a[0], b[0], low, high):
            first = _down_at((box[0] - a[0]) / width) * height + a[1]
            last = _down_at((box[2] - a[0]) / width) * height + a[1]
            if min(first, last) < box[3] + 1 and max(first, last) > box[1] - 1:
                met.append(box)
        return met

    def _between(self, left: float, right: float, top: float, bottom: float) -> list[Box]:
        """The boxes that reach into a range from *left* to *right* and from *top* to *bottom*."""
        first, last = bisect_left(self._lefts, left - self._widest), bisect_left(self._lefts, right - 1)
        self._looked += max(0, last - first)
        return [
            box for box in self._boxes[first:last] if box[2] > left + 1 and box[1] < bottom + 1 and box[3] > top - 1
        ]


def _down_at(across: float) -> float:
    """How far down the level curve is, as a share, where it is *across*, as a share."""
    i = min(_STEPS, max(1, bisect_left(_ACROSS, across)))
    part = (across - _ACROSS[i - 1]) / (_ACROSS[i] - _ACROSS[i - 1])
    return _DOWN[i - 1] + min(1.0, max(0.0, part)) * (_DOWN[i] - _DOWN[i - 1])
