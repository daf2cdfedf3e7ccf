"""Findings in single layers: gradients that vanish or explode on their way back, and units that no longer answer."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nnviz.sentences import Sentence
from nnviz.training.diagnosis import remedies
from nnviz.training.diagnosis.case import Case, activation_of
from nnviz.training.diagnosis.figures import layers_figure
from nnviz.training.diagnosis.findings import Finding, offered

# A gradient a thousand times weaker in the first layer than in the last: each sigmoid passes on at most a quarter
# (Hochreiter 1991; Glorot and Bengio 2010, section 4.2), five of them in a row 1/1024.
VANISHED = 1e-3
# The other way round (Bengio et al. 1994; Pascanu et al. 2013): a thousand times stronger in the first layer, or than
# it was when the run began.
EXPLODED = 1e3
LEAST_LAYERS = 4  # a gradient does not vanish on a shorter way
# More than half of the units of a layer: Stanford's CS231n notes call 40 % common where the learning rate is too high.
MOST_DEAD = 0.5
ALMOST_ALL = 0.9  # a network may learn all the same with fewer, and then nothing is said
_RELUS = ("relu", "relu6")


def dead_units(case: Case) -> Iterator[Finding]:
    """Units of relu layers that answer 0 to every row of the sample (Maas et al. 2013; Lu et al. 2019)."""
    shares = {
        layer.id: case.figures.recent(layer.id, "dead") for layer in case.hidden if activation_of(layer) in _RELUS
    }
    limit = MOST_DEAD if case.struggles else ALMOST_ALL
    dead = {layer: share for layer, share in shares.items() if share > limit}
    if not dead:
        return
    worst = max(dead, key=lambda layer: dead[layer])
    share = f"{round(100 * dead[worst])} %"
    if dead[worst] == 1.0:
        text = Sentence("Every unit of {0} answers 0 to every row: nothing gets past it, so nothing is learned.", worst)
    else:
        text = Sentence("{0} of the units of {1} answer 0 to every row: they no longer learn.", share, worst)
    ways = (remedies.use_leaky(case.network, dead), remedies.slower(case.recipe))
    figure = layers_figure(case, "dead", Sentence("Dead units, by layer"))
    yield Finding("dead_units", text, "bad" if dead[worst] == 1.0 else "caution", figure, offered(*ways), tuple(dead))


def vanishing(case: Case) -> Iterator[Finding]:
    """A gradient that gets lost on its way from the last layer to the first, in a network that does not learn."""
    norms = _norms(case)
    if len(norms) < LEAST_LAYERS or not case.struggles:
        return
    first, last = next(iter(norms)), list(norms)[-1]
    if not 0 < norms[first] < VANISHED * norms[last] < float("inf"):
        return
    weak = tuple(layer for layer, norm in norms.items() if norm < VANISHED * norms[last])
    text = Sentence(
        "The gradient vanishes on its way back: in {0} it is {1} times weaker than in {2}, so the first layers do "
        "not learn.", first, _times(norms[last] / norms[first]), last,
    )  # fmt: skip
    ways = (remedies.use_relu(case.network), remedies.normalize(case.network))
    figure = layers_figure(case, "gradient_norm", Sentence("Gradient, by layer"), log=True)
    yield Finding("vanishing", text, "bad", figure, offered(*ways), weak)


def exploding(case: Case) -> Iterator[Finding]:
    """A gradient that grows on its way back, or from one measurement to the next, in a network that does not learn."""
    norms = _norms(case)
    if not norms or not case.struggles:
        return
    first, last = next(iter(norms)), list(norms)[-1]
    begun = {layer: case.figures.column(layer, "gradient_norm")[:1] for layer in norms}
    grown = [x for x, norm in norms.items() if len(begun[x]) and 0 < EXPLODED * begun[x][0] < norm]
    deep = len(norms) >= LEAST_LAYERS and 0 < EXPLODED * norms[last] < norms[first]
    if deep:
        text = Sentence("The gradient explodes on its way back: in {0} it is {1} times stronger than in {2}.",
                        first, _times(norms[first] / norms[last]), last)  # fmt: skip
    elif grown:
        worst = max(grown, key=lambda layer: norms[layer])
        text = Sentence("The gradient explodes: in {0} it is {1} times stronger than when the run began.",
                        worst, _times(norms[worst] / float(begun[worst][0])))  # fmt: skip
    else:
        return
    ways = (remedies.clip(case.recipe), remedies.slower(case.recipe), remedies.normalize(case.network))
    figure = layers_figure(case, "gradient_norm", Sentence("Gradient, by layer"), log=True)
    yield Finding("exploding", text, "bad", figure, offered(*ways), tuple(grown) or (first,))


def _norms(case: Case) -> dict[str, float]:
    """The gradient norm of each layer that has one, in the order of the network."""
    return {layer: case.figures.recent(layer, "gradient_norm") for layer in case.weighted}


def _times(ratio: float) -> str:
    """A factor as a round number: ``12,000``, or a power of ten where that would be long."""
    if not np.isfinite(ratio):
        return "∞"
    return f"{float(f'{ratio:.2g}'):,.0f}" if ratio < 1e6 else f"10^{int(np.log10(ratio))}"
