"""What the window asks about how good a network is, and what the engine answers: counted and thinned, never whole."""

from __future__ import annotations

from typing import Literal

import msgspec

from nnviz.sentences import Told
from nnviz.training.pictures import Message

EvaluatedPart = Literal["", "train", "validation", "test", "file"]
STEPS = 1000  # into which thresholds of a yes-or-no answer are parted


class Evaluate(Message, frozen=True):
    """Judge the network on a part of the data from now on; answered by an ``Evaluation``, again whenever it learned.

    Attributes:
        part: which part; "" for none any more.
        file: with the part "file": a file of the form of the project's own data, target included.
        points: the most points of a curve worth sending.
        listed: of how many samples the answers are wanted one by one.
        cell: the true and the predicted class of the samples that are wanted; None for the worst mistakes.
        threshold: above which a yes-or-no answer, or a label, counts as yes.
        column: the number of the target that is looked at where there are several.
        ordered: whether the samples follow each other in time.
        interval: the least time in seconds from one evaluation to the next while training.
    """

    part: EvaluatedPart = ""
    file: str = ""
    points: int = 200
    listed: int = 40
    cell: tuple[int, int] | None = None
    threshold: float = 0.5
    column: int = 0
    ordered: bool = False
    interval: float = 1.0


class Try(Message, frozen=True):
    """Answer one sample, *x* float32 as prepared for the network; answered by ``Tried`` of the same *number*."""

    number: int
    x: bytes


class Tried(Message, frozen=True):
    """What the network says to the sample of ``Try`` *number*: one number for each output."""

    number: int
    epoch: int
    answer: tuple[float, ...]


class Classes(msgspec.Struct, frozen=True):
    """How classes were told apart.

    Attributes:
        shown: the classes that the figures are of: all, or those with the most mistakes.
        counts: how many samples of each true class were taken for each class, true by predicted, row after row.
        precision, recall, f1: of each class; NaN where there is nothing to divide by.
        support: samples of each class.
    """

    shown: tuple[int, ...]
    counts: tuple[int, ...]
    precision: tuple[float, ...]
    recall: tuple[float, ...]
    f1: tuple[float, ...]
    support: tuple[int, ...]


class Curve(msgspec.Struct, frozen=True):
    """One class or label against the rest.

    Attributes:
        index: which class or label.
        x, y: points of the curve, so many as were asked for.
        area: of the whole curve: the area under a ROC curve, the average precision of the other.
    """

    index: int
    x: tuple[float, ...]
    y: tuple[float, ...]
    area: float


class Thresholds(msgspec.Struct, frozen=True):
    """What a yes-or-no answer gives at every threshold ``i / STEPS``.

    Attributes:
        hits, alarms: how many samples of yes, and of no, lie above each threshold.
        yes, no: how many there are.
    """

    hits: tuple[int, ...]
    alarms: tuple[int, ...]
    yes: int
    no: int


class Calibration(msgspec.Struct, frozen=True):
    """How far the probabilities can be believed, in equal bins of them.

    Attributes:
        said: the mean probability of each bin that is not empty.
        true: the share of samples in it of which it came true.
        counts: the samples in it.
        error: the expected calibration error: the mean distance of the two, weighed by the samples.
    """

    said: tuple[float, ...]
    true: tuple[float, ...]
    counts: tuple[int, ...]
    error: float


class Numbers(msgspec.Struct, frozen=True):
    """Numbers that were predicted, of one target.

    Attributes:
        column: which target.
        mae, rmse, r2: mean absolute error, root of the mean squared error, share of the variance explained.
        bias: the mean of predicted minus true.
        rows, truth, answer: some samples evenly spread over the part; or, of a series, its end without a gap.
        counts, low, high: how many residuals (predicted minus true) lie in each of equal bins from low to high.
        ordered: whether the samples follow each other in time.
    """

    column: int
    mae: float
    rmse: float
    r2: float
    bias: float
    rows: tuple[int, ...]
    truth: tuple[float, ...]
    answer: tuple[float, ...]
    counts: tuple[int, ...]
    low: float
    high: float
    ordered: bool


class Sample(msgspec.Struct, frozen=True):
    """One sample and what the network makes of it.

    Attributes:
        row: its number in the part.
        loss: its own loss.
        truth, answer: a class; the labels that hold; or a number.
        sure: the probability of the answer; NaN where there is none.
    """

    row: int
    loss: float
    truth: tuple[float, ...]
    answer: tuple[float, ...]
    sure: float


class Evaluation(Message, frozen=True):
    """How good the network is on a part of the data; latest wins.

    Attributes:
        wish: what was asked for.
        first, last: the epochs between which it answered; the same where its weights did not change meanwhile.
        rows: samples judged, those with an answer that is no number included.
        total: samples that the part has.
        unanswered: samples whose answer is not finite; they are in none of the figures.
        scores: ``loss`` and, as the task has them, ``accuracy``, ``exact``, ``macro_f1``, ``mae``, ``rmse``, ``r2``.
        classes: of classes and labels.
        roc, precision_recall: curves of some classes or labels.
        thresholds: of yes or no.
        calibration: where the answers are probabilities.
        numbers: where numbers are predicted.
        samples: those asked for one by one, the largest loss first.
        refusal: why there is nothing of all this; "" otherwise.
        note: what the rows of a file held that no row was learned from; "" otherwise.
    """

    wish: Evaluate
    first: int = 0
    last: int = 0
    rows: int = 0
    total: int = 0
    unanswered: int = 0
    scores: dict[str, float] = msgspec.field(default_factory=dict)
    classes: Classes | None = None
    roc: tuple[Curve, ...] = ()
    precision_recall: tuple[Curve, ...] = ()
    thresholds: Thresholds | None = None
    calibration: Calibration | None = None
    numbers: Numbers | None = None
    samples: tuple[Sample, ...] = ()
    refusal: Told = ""
    note: Told = ""
