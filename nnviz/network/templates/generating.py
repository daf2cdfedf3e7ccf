"""Networks that make samples up: a generator against a discriminator."""

from __future__ import annotations

from nnviz.network.facts import DataFacts
from nnviz.network.spec import NetworkSpec
from nnviz.network.templates.sketch import Sketch
from nnviz.network.templates.template import Template

NOISE, UNITS = 8, 64
POINTS = DataFacts((2,), "classes", 3)


def gan(facts: DataFacts) -> NetworkSpec:
    """Noise becomes a sample, and what is behind it tells it from those of the data (Goodfellow et al. 2014)."""
    sketch = Sketch()
    sketch.add("Input", name="noise", shape=(NOISE,))
    with sketch.group("Generator"):
        for number in (1, 2):
            sketch.add("Dense", name=f"generator_{number}", units=UNITS, activation="tanh")
        sketch.add("Dense", name="sample", units=facts.features, activation="linear")
    with sketch.group("Discriminator"):
        for number in (1, 2):
            sketch.add("Dense", name=f"discriminator_{number}", units=UNITS, activation="tanh")
    sketch.add("Output", units=1, activation="sigmoid")
    return sketch.network()


def _rows(facts: DataFacts) -> bool:
    """Rows of numbers, and no positions of a game."""
    return len(facts.input_shape) == 1 and facts.features >= 2 and not facts.game


TEMPLATES = (
    Template(
        "gan", "Generator against discriminator", "A GAN: one makes up samples, the other tells them from real ones.",
        "rows of numbers", POINTS, _rows, gan, generates=True,
    ),
)  # fmt: skip
