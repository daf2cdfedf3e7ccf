"""Networks of sequences: an LSTM that forecasts, and a tiny transformer encoder."""

from __future__ import annotations

from nnviz.network.facts import DataFacts
from nnviz.network.spec import NetworkSpec
from nnviz.network.templates.sketch import Sketch
from nnviz.network.templates.template import DIGITS, Template, pictures, steps

WIDTH, HEADS, BLOCKS = 32, 4, 2  # of the transformer


def forecaster(_: DataFacts) -> NetworkSpec:
    """An LSTM reads the steps in turn; its last state answers (Hochreiter and Schmidhuber 1997)."""
    sketch = Sketch()
    sketch.add("Input")
    sketch.add("LSTM", units=32)
    sketch.add("Dense", units=16, activation="relu")
    sketch.add("Output")
    return sketch.network()


def transformer(facts: DataFacts) -> NetworkSpec:
    """An encoder of pre-normalized blocks (Vaswani et al. 2017; Xiong et al. 2020 for the order of the norms).

    A picture is read row by row. The convolution makes tokens of steps that know their neighbours, and, by the zeros
    at its borders, their places. The first block is open to be read; the other is like it.
    """
    sketch = Sketch()
    sketch.add("Input")
    with sketch.group("Tokens", collapsed=True):
        if len(facts.input_shape) == 3:
            height, width, channels = facts.input_shape
            sketch.add("Reshape", target_shape=(height, width * channels))
        sketch.add("Conv1D", name="tokens", filters=WIDTH, kernel_size=3, padding="same")
    for number in range(1, BLOCKS + 1):
        with sketch.group(f"Block {number}", collapsed=number > 1):
            _block(sketch)
    sketch.add("LayerNormalization")
    sketch.add("GlobalAveragePooling1D")
    sketch.add("Output")
    return sketch.network()


def _block(sketch: Sketch) -> None:
    """Attention, then a small network for each step, each added to what went in."""
    start = sketch.last
    sketch.add("LayerNormalization")
    attended = sketch.add("MultiHeadAttention", num_heads=HEADS, key_dim=WIDTH // HEADS)
    middle = sketch.add("Add", start, attended)
    sketch.add("LayerNormalization")
    sketch.add("Dense", units=2 * WIDTH, activation="gelu")
    thought = sketch.add("Dense", units=WIDTH, activation="linear")
    sketch.add("Add", middle, thought)


def _steps_or_rows(facts: DataFacts) -> bool:
    return steps(facts) or pictures(facts)


TEMPLATES = (
    Template(
        "forecaster", "LSTM forecaster", "Reads a series step by step and says what comes next.",
        "a series", DataFacts((24, 1), "regression", 1), steps, forecaster,
    ),
    Template(
        "transformer", "Transformer encoder",
        "Attention lets every step look at all others; pictures are read row by row.",
        "a series or pictures", DIGITS, _steps_or_rows, transformer,
    ),
)  # fmt: skip
