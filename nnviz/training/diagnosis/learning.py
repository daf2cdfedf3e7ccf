"""Findings in the loss of a whole run: it is no number, it jumps, it hardly moves, or it never left the start."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite

import numpy as np

from nnviz.sentences import Sentence
from nnviz.training.diagnosis import remedies
from nnviz.training.diagnosis.case import Case
from nnviz.training.diagnosis.figures import layers_figure, loss_figure
from nnviz.training.diagnosis.findings import Finding, offered

# What a step changes of the weights, as a share of them: about 1e-3 is healthy (Karpathy, CS231n notes, "Ratio of
# weights:updates"); a hundred times more or less is worth a word, where the loss says so as well.
LARGEST_UPDATE, USUAL_UPDATE, SMALLEST_UPDATE = 1e-1, 1e-3, 1e-5
WORSE = 1.1  # times the loss of guessing: no network that learns anything stays above that
JUMPING = 0.1  # the mean change from epoch to epoch, as a share of what the loss of guessing is
STEADY = 0.9  # of what it was in the first third: a loss that fell by less does not fall
BARELY = 0.05  # the share of its first value that a loss falls by which has hardly moved
# A loss within 3 % of guessing has learned nothing; a batch of 32 rows alone moves it by about 2 %.
FLAT = 0.03
LONG_ENOUGH = (10, 500)  # epochs and steps: deep networks often begin with a plateau (Saxe et al. 2014)


def not_a_number(case: Case) -> Iterator[Finding]:
    """The run ended because its numbers became infinite, or none at all."""
    if not case.broke and all(isfinite(loss) for loss in case.loss[-1:].tolist()):
        return
    text = Sentence("The numbers became infinite after epoch {0}: the steps were too large.", case.epochs)
    ways = (remedies.slower(case.recipe), remedies.clip(case.recipe))
    yield Finding("not_a_number", text, "bad", loss_figure(case), offered(*ways))


def rate_too_high(case: Case) -> Iterator[Finding]:
    """A loss worse than guessing that does not fall, or one that jumps about while the weights are thrown around."""
    if not case.settled:
        return
    third = max(2, case.epochs // 3)
    late, early = float(np.median(case.loss[-third:])), float(np.median(case.loss[:third]))
    update = _largest_update(case)
    thrown = update > LARGEST_UPDATE
    change = float(np.abs(np.diff(case.loss[-third - 1 :])).mean())
    jumps = change > JUMPING * case.reference
    stays = late > STEADY * early and update >= USUAL_UPDATE  # with smaller steps it has just not moved yet
    if case.chance is not None and late > WORSE * case.chance and (thrown or jumps or stays):
        text = Sentence("The loss is {0}, worse than guessing ({1}), and stays there: the learning rate is too high.",
                        f"{late:.3g}", f"{case.chance:.3g}")  # fmt: skip
    elif thrown and case.struggles and jumps:
        text = Sentence("The loss jumps by {0} from epoch to epoch, and a step changes {1} of the weights: the "
                        "learning rate is too high.", f"{change:.2g}", f"{100 * update:.0f} %")  # fmt: skip
    else:
        return
    ways = (remedies.slower(case.recipe), remedies.clip(case.recipe))
    yield Finding("rate_too_high", text, "bad", loss_figure(case, level=case.chance), offered(*ways))


def rate_too_low(case: Case) -> Iterator[Finding]:
    """Steps that change next to nothing all along, and a loss that has hardly moved."""
    way = remedies.faster(case.recipe)
    if not case.settled or not case.struggles or way is None or not case.weighted:
        return
    ratios = np.array([case.figures.column(layer, "update_ratio") for layer in case.weighted])
    measured = ratios[:, ~np.isnan(ratios).all(axis=0)]
    if not measured.size:
        return
    typical = float(np.median(np.nanmax(measured, axis=0)))
    fell = (float(case.loss[0]) - float(case.loss[-1])) / max(abs(float(case.loss[0])), 1e-300)
    if not 0 < typical < SMALLEST_UPDATE or fell > BARELY:
        return
    text = Sentence("A step changes {0} of the weights, and the loss has fallen by {1} only: the learning rate is too "
                    "low.", f"{100 * typical:.1g} %", f"{max(0.0, 100 * fell):.1g} %")  # fmt: skip
    yield Finding("rate_too_low", text, "caution", loss_figure(case), (way,))


def same_start(case: Case) -> Iterator[Finding]:
    """Weights that start with one number: units that start alike get the same gradient, and stay alike.

    (Goodfellow, Bengio and Courville, Deep Learning, section 8.4: initial weights must break symmetry.)
    """
    layers = remedies.constant_starts(case.network)
    way = remedies.start_at_random(case.network)
    if not case.settled or not layers or way is None or not case.struggles:
        return
    text = Sentence("All weights of {0} start with the same number, so its units stay alike and learn as one.",
                    layers[0])  # fmt: skip
    figure = layers_figure(case, "gradient_norm", Sentence("Gradient, by layer"), log=True)
    shown = figure if any(line.y[0] > 0 for line in figure.lines) else loss_figure(case, level=case.chance)
    yield Finding("same_start", text, "bad", shown, (way,), layers)


def nothing_learned(case: Case) -> Iterator[Finding]:
    """A loss that has stayed at what guessing gives since the run began."""
    epochs, steps = LONG_ENOUGH
    if case.chance is None or case.epochs < epochs or case.steps < steps:
        return
    best, half = float(np.nanmin(case.loss)), case.loss[-(case.epochs // 2) :]
    if best < (1 - FLAT) * case.chance or float(np.median(half)) > (1 + FLAT) * case.chance:
        return
    text = Sentence("Nothing is learned: after {0} epochs the loss is {1}, and guessing gives {2}.",
                    case.epochs, f"{float(case.loss[-1]):.3g}", f"{case.chance:.3g}")  # fmt: skip
    ways = (remedies.faster(case.recipe), remedies.use_relu(case.network))
    yield Finding("nothing_learned", text, "bad", loss_figure(case, level=case.chance), offered(*ways))


def _largest_update(case: Case) -> float:
    """The largest of the layers' update ratios; 0 where none was measured."""
    ratios = [case.figures.recent(layer, "update_ratio") for layer in case.weighted]
    return max((ratio for ratio in ratios if not np.isnan(ratio)), default=0.0)
