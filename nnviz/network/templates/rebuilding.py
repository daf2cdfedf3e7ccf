"""Networks that give back what went in: an autoencoder through a few numbers, and a U-Net that takes noise away."""

from __future__ import annotations

from nnviz.network.facts import DataFacts
from nnviz.network.spec import NetworkSpec
from nnviz.network.templates.sketch import Sketch
from nnviz.network.templates.template import DIGITS, Template, pictures

FILTERS = (16, 32)  # of the U-Net, from the top down
NOISE = 0.2


def autoencoder(facts: DataFacts) -> NetworkSpec:
    """A sample is squeezed into a code of few numbers and unfolded again (Hinton and Salakhutdinov 2006)."""
    sketch = Sketch()
    sketch.add("Input")
    wide, code = min(128, max(4, facts.features)), min(8, max(1, facts.features // 2))
    with sketch.group("Encoder"):
        sketch.add("Dense", units=wide, activation="relu")
        sketch.add("Dense", units=max(code, wide // 2), activation="relu")
        sketch.add("Dense", name="code", units=code, activation="linear")
    with sketch.group("Decoder"):
        sketch.add("Dense", units=max(code, wide // 2), activation="relu")
        sketch.add("Dense", units=wide, activation="relu")
    sketch.add("Output")
    return sketch.network()


def unet(_: DataFacts) -> NetworkSpec:
    """Down to a coarse picture and up again, with the fine ones handed across (Ronneberger et al. 2015)."""
    sketch, across = Sketch(), []
    sketch.add("Input")
    sketch.add("GaussianNoise", stddev=NOISE)
    for level, filters in enumerate(FILTERS, start=1):
        with sketch.group(f"Down {level}", collapsed=True):
            across.append(_convolved(sketch, filters))
            sketch.add("MaxPooling2D")
    with sketch.group("Bottom", collapsed=True):
        _convolved(sketch, 2 * FILTERS[-1])
    for level, filters in reversed(list(enumerate(FILTERS, start=1))):
        with sketch.group(f"Up {level}", collapsed=True):
            up = sketch.add("UpSampling2D")
            sketch.add("Concatenate", up, across[level - 1])
            _convolved(sketch, filters)
    sketch.add("Output")
    return sketch.network()


def _convolved(sketch: Sketch, filters: int) -> str:
    for _ in range(2):
        sketch.add("Conv2D", filters=filters, kernel_size=3, padding="same", activation="relu")
    return sketch.last


def _halved_twice(facts: DataFacts) -> bool:
    """Pictures whose sides are halved and doubled again without a rest."""
    return pictures(facts) and all(side % 2 ** len(FILTERS) == 0 for side in facts.input_shape[:2])


def _squeezable(facts: DataFacts) -> bool:
    return facts.features >= 4


TEMPLATES = (
    Template(
        "autoencoder", "Autoencoder", "Squeezes each sample into a code of a few numbers, and unfolds it again.",
        "any data", DIGITS, _squeezable, autoencoder, reconstructs=True,
    ),
    Template(
        "unet", "U-Net", "Takes the noise out of pictures; what is fine is handed across.",
        "pictures with sides divisible by 4", DIGITS, _halved_twice, unet, reconstructs=True,
    ),
)  # fmt: skip
