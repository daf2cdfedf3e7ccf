"""What the window asks about the inside of a network, and what the engine answers: sampled, never whole.

A *unit* is one place of the last axis of what a layer answers: a unit of a Dense layer, a filter of a convolution.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from nnviz.sentences import Told
from nnviz.training.pictures import Message

SamplePart = Literal["train", "validation", "test", "given"]
Hold = Literal["zero", "mean"]
EDGE = 4  # so many units at either end of a layer are always among those sent: the diagram shows these


class Sample(msgspec.Struct, frozen=True):
    """Which sample is looked at.

    Attributes:
        part: of which part of the data it is, or "given".
        row: its 0-based number in that part.
        x: of a given one, its prepared numbers as float32.
    """

    part: SamplePart
    row: int = 0
    x: bytes = b""


class Unit(msgspec.Struct, frozen=True, order=True):
    """One unit: a layer's id and the 0-based number in it."""

    layer: str
    number: int


class LookInside(Message, frozen=True):
    """What is on screen of the inside: sent again whenever that changes.

    Attributes:
        sample: the sample whose activations are wanted; None for none.
        cells: the most numbers of one layer worth sending.
        unit: the unit that is wanted with all that is known of it; None for none.
        surface: points along a side of its surface over two inputs, 0 for none.
        verdicts: whether dead, saturated and duplicate units are to be found.
        muted: the units whose output is held, in the answers that are shown; training goes on without it.
        hold: at zero, or at the unit's mean over a fixed sample of the training rows.
        judged: on which part the network with and without the muted units is judged; "" for none.
        code: the layer of two units whose answers to the training rows are wanted as points of a plane; "" for none.
        point: the point of that plane that is to be decoded; None for none.
        game: whether it is wanted what each move of the game is worth, where the data are one.
        generated: how many samples of a generator are wanted, where there is one; 0 for none.
        interval: seconds between two pictures while training.
    """

    sample: Sample | None = None
    cells: int = 4096
    unit: Unit | None = None
    surface: int = 0
    verdicts: bool = False
    muted: tuple[Unit, ...] = ()
    hold: Hold = "zero"
    judged: Literal["", "train", "validation", "test"] = ""
    code: str = ""
    point: tuple[float, float] | None = None
    game: bool = False
    generated: int = 0
    interval: float = 1 / 30


class LayerActivation(msgspec.Struct, frozen=True):
    """What one layer answers to the sample.

    Attributes:
        id: the layer.
        shape: the true shape of its answer, the units last.
        units: which of the units were sampled, in ascending order; of a layer without places the first and the last
            ``EDGE`` are among them.
        rows, cols: which places were sampled: (1, 1) without places, (1, steps) of a sequence, (height, width) of
            pictures, whose slices stand one below the other where they have several.
        values: float32 ``(units, rows, cols)``.
        low, high: the least and the largest of all its finite numbers.
    """

    id: str
    shape: tuple[int, ...]
    units: tuple[int, ...]
    rows: tuple[int, ...]
    cols: tuple[int, ...]
    values: bytes
    low: float
    high: float


class Activations(Message, frozen=True):
    """What every layer answers to one sample, Inputs included, in the order of the network; latest wins.

    Attributes:
        sample: which sample, without its numbers.
        rows: how many samples its part has; 0 for a given one.
        layers: the layers.
        answer: what the network answers, one number for each output; () where they are very many.
        truth: what it is to answer, in the canonical form of the data; () of a given sample, or where they are many.
        refused: why there is nothing of all this; "" otherwise.
    """

    epoch: int
    sample: Sample
    rows: int = 0
    layers: tuple[LayerActivation, ...] = ()
    answer: tuple[float, ...] = ()
    truth: tuple[float, ...] = ()
    refused: Told = ""


class Incoming(msgspec.Struct, frozen=True):
    """The weights into a unit.

    Attributes:
        shape: of a filter (height, width, channels) or (steps, channels), of a Dense unit (inputs,).
        rows: which of the inputs were sampled, numbers along the flattened shape, in ascending order.
        parts: what each line of *values* is, as the gates of an LSTM; ("kernel",) of most layers.
        values: float32 ``(parts, rows)``.
        bias: the bias of each part; () without any.
    """

    shape: tuple[int, ...]
    rows: tuple[int, ...]
    parts: tuple[str, ...]
    values: bytes
    bias: tuple[float, ...] = ()


class Response(msgspec.Struct, frozen=True):
    """How a unit responds to some rows of the training part, one number each: of several places the largest.

    Attributes:
        rows, total: how many rows were asked, and how many there are.
        low, high: the least and the largest response.
        classes: the classes that *counts* are of, the one with the largest mean response first; () without classes.
        counts: rows by class and equal bins from low to high, one line after the other; without classes one line.
        means: the mean response to each of these classes; without classes to all rows.
        strongest, weakest: the rows with the largest and the least response, the most extreme first.
        most, least: their responses.
        unanswered: rows whose response is not finite; they are in none of the figures.
    """

    rows: int
    total: int
    low: float
    high: float
    classes: tuple[int, ...]
    counts: tuple[int, ...]
    means: tuple[float, ...]
    strongest: tuple[int, ...]
    most: tuple[float, ...]
    weakest: tuple[int, ...]
    least: tuple[float, ...]
    unanswered: int = 0


class UnitSeen(Message, frozen=True):
    """One unit as it is now; latest wins.

    Attributes:
        unit: which.
        units: how many its layer has.
        incoming: its weights; None where the layer has none for each unit.
        size: points along a side of its surface; 0 without one.
        extent: x0, x1, y0, y1 of the surface in the units of the data before scaling.
        surface: float32 ``(size, size)``, row 0 at y0.
        refused: why there is nothing of all this; "" otherwise.
    """

    epoch: int
    unit: Unit
    units: int = 0
    incoming: Incoming | None = None
    size: int = 0
    extent: tuple[float, float, float, float] = (0.0, 1.0, 0.0, 1.0)
    surface: bytes = b""
    refused: Told = ""


class UnitResponse(Message, frozen=True):
    """How one unit responds over the data, answered between the epochs *first* and *last*; latest wins."""

    unit: Unit
    first: int
    last: int
    response: Response


class LayerVerdicts(msgspec.Struct, frozen=True):
    """The units of a layer that do little.

    Attributes:
        id: the layer.
        units: how many it has.
        dead: units that answer exactly 0 to every row, at every place.
        saturated: units that lie within a hundredth of an end of their activation's range almost always, with the
            share of their answers that do.
        duplicates: pairs (unit, earlier unit) of the same response up to a factor, with the cosine.
        compared: whether duplicates were looked for.
    """

    id: str
    units: int
    dead: tuple[int, ...] = ()
    saturated: tuple[tuple[int, float], ...] = ()
    duplicates: tuple[tuple[int, int, float], ...] = ()
    compared: bool = True


class Verdicts(Message, frozen=True):
    """Dead, saturated and duplicate units over so many of the training rows; latest wins.

    Attributes:
        first, last: the epochs between which the network answered.
        rows, total: how many rows were asked, and how many there are.
        layers: the layers that were judged, in the order of the network.
    """

    first: int
    last: int
    rows: int
    total: int
    layers: tuple[LayerVerdicts, ...]


class Figures(msgspec.Struct, frozen=True):
    """How good a network is.

    Attributes:
        loss: the mean loss.
        score: accuracy of classes, the share of rows with all labels right, or the mean absolute error of numbers.
        counts: rows by true and answered class, ``classes * classes``; () otherwise.
    """

    loss: float
    score: float
    counts: tuple[int, ...] = ()


class MutedFigures(Message, frozen=True):
    """The network with and without the units that are muted, on the same rows; latest wins.

    Attributes:
        muted, hold: as they were asked for, those that there are.
        part: which part was judged; *rows* of *total* samples of it.
        first, last: the epochs between which the network answered.
        kind: what the score is.
        classes: how many classes *counts* of the figures are of; 0 for none.
        whole, without: the figures with all units, and with those muted.
    """

    muted: tuple[Unit, ...]
    hold: Hold
    part: Literal["train", "validation", "test"]
    rows: int
    total: int
    first: int
    last: int
    kind: Literal["accuracy", "exact", "mae"]
    classes: int
    whole: Figures
    without: Figures


class CodePlane(Message, frozen=True):
    """The codes of the training rows: what a layer of two units answers to them; latest wins.

    Attributes:
        layer: the layer.
        first, last: the epochs between which it answered.
        rows: the numbers of the rows in the training part, in ascending order.
        total: how many rows it has.
        points: float32 ``(rows, 2)``.
    """

    layer: str
    first: int
    last: int
    rows: tuple[int, ...]
    total: int
    points: bytes


class Decoded(Message, frozen=True):
    """What the network answers where a layer of two units answers *point*; latest wins.

    Attributes:
        layer, point: as they were asked for.
        answer: float32 ``(outputs,)``, in the canonical form of the data.
        refused: why there is no answer; "" otherwise.
    """

    epoch: int
    layer: str
    point: tuple[float, float]
    answer: bytes = b""
    refused: Told = ""


class GameValues(Message, frozen=True):
    """What the network takes each move of the game to be worth, wherever a move is to be made; latest wins.

    Attributes:
        values: float32 ``(positions, actions)``, in the order of ``data.catch.positions``.
    """

    epoch: int
    values: bytes


class Generated(Message, frozen=True):
    """Samples that the generator makes of noise which is always the same; latest wins.

    Attributes:
        count: how many.
        values: float32 ``(count, features)``, prepared as those of the data are.
    """

    epoch: int
    count: int
    values: bytes


InsideEvent = (
    Activations | UnitSeen | UnitResponse | Verdicts | MutedFigures | CodePlane | Decoded | GameValues | Generated
)
INSIDE_EVENTS: tuple[type[Message], ...] = (
    Activations, UnitSeen, UnitResponse, Verdicts, MutedFigures, CodePlane, Decoded, GameValues, Generated,
)  # fmt: skip
