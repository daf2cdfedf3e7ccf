"""Where the network began to learn by heart: the epoch at which the validation loss turned, and the gap since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from nnviz.sentences import Sentence
from nnviz.training.diagnosis import remedies
from nnviz.training.diagnosis.case import Case, Floats, in_blocks, smoothed
from nnviz.training.diagnosis.figures import loss_figure
from nnviz.training.diagnosis.findings import Finding, offered

POINTS = 240
SMOOTHED_OVER = 1 / 12  # of the run, and at least five points
# The validation loss has turned where it stands above its least value by a tenth of that, by a fiftieth of all that
# it had fallen, and by three standard deviations of its noise (GL of Prechelt 1998, "Early stopping - but when?",
# with his larger thresholds).
RISEN, OF_FALL, OF_NOISE = 0.10, 0.02, 3.0
LEAST_SINCE = 0.1  # of the run has passed since, and at least five epochs
LEAST_EPOCHS = 15


@dataclass(frozen=True)
class Turn:
    """Where the validation loss turned, and what became of it, all smoothed.

    Attributes:
        epoch: the epoch of the least value where the smoothed loss turns.
        least: the smoothed loss there.
        now: the validation loss now.
        training: the training loss now.
    """

    epoch: int
    least: float
    now: float
    training: float


def turn_of(case: Case) -> Turn | None:
    """Where the validation loss turned while the training loss fell on; None where it did not, or not for sure."""
    if len(case.validation) < LEAST_EPOCHS or len(case.validation) != case.epochs:
        return None
    held, size = in_blocks(case.validation, POINTS)
    learned, _ = in_blocks(case.loss, POINTS)
    if not (np.isfinite(held).all() and np.isfinite(learned).all()):
        return None
    width = max(5, round(len(held) * SMOOTHED_OVER))
    smooth, training = smoothed(held, width), smoothed(learned, width)
    at = int(np.argmin(smooth))
    now, trained = float(np.median(held[-width:])), float(np.median(learned[-width:]))
    least = float(smooth[at])
    epoch = _least_near(case.validation, at * size, width * size)
    noise = float(np.std(held - smooth))
    rise = now - least
    turned = rise > RISEN * abs(least) and rise > OF_FALL * (float(smooth[0]) - least) and rise > OF_NOISE * noise
    long = case.epochs - epoch >= max(5, LEAST_SINCE * case.epochs)
    wider = now - trained > least - float(training[at])
    return Turn(epoch, least, now, trained) if turned and long and wider and trained < now else None


def _least_near(values: Floats, place: int, reach: int) -> int:
    """The epoch of the least of *values* within *reach* of *place*: what the smoothed curve means, to the epoch."""
    first = max(0, place - reach)
    return first + int(np.argmin(values[first : place + reach + 1])) + 1


def overfitting(case: Case) -> Iterator[Finding]:
    """The network learns the training rows by heart."""
    turn = turn_of(case)
    if turn is None:
        return
    text = Sentence(
        "Since epoch {0} the network learns by heart: its loss is {1} on the training rows, and has risen from {2} "
        "to {3} on the validation rows.",
        f"{turn.epoch:,}", f"{turn.training:.3g}", f"{turn.least:.3g}", f"{turn.now:.3g}",
    )  # fmt: skip
    network, recipe = case.network, case.recipe
    ways = (
        remedies.stop_early(recipe),
        remedies.drop_out(network),
        remedies.penalize(network),
        remedies.vary_pictures(network, case.facts.input_shape),
        remedies.fewer_units(network),
        remedies.MORE_SAMPLES,
    )
    yield Finding("overfitting", text, "caution", loss_figure(case, mark=turn.epoch), offered(*ways), epoch=turn.epoch)
