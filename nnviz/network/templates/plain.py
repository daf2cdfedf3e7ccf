"""Networks of rows of numbers: perceptron, multilayer perceptron, and one with two inputs."""

from __future__ import annotations

from nnviz.network.facts import DataFacts
from nnviz.network.spec import NetworkSpec
from nnviz.network.templates.sketch import Sketch
from nnviz.network.templates.template import Template, any_data

FEW = 8  # inputs up to which a small network is enough
WINE = DataFacts((13,), "classes", 3, feature_names=(
    "alcohol", "malic_acid", "ash", "alcalinity_of_ash", "magnesium", "total_phenols", "flavanoids",
    "nonflavanoid_phenols", "proanthocyanins", "color_intensity", "hue", "od280/od315_of_diluted_wines", "proline",
))  # fmt: skip


def perceptron(_: DataFacts) -> NetworkSpec:
    """One layer of weights (Rosenblatt 1958)."""
    sketch = Sketch()
    sketch.add("Input")
    sketch.add("Output")
    return sketch.network()


def mlp(facts: DataFacts) -> NetworkSpec:
    """Two hidden layers, wider for more inputs."""
    sketch = Sketch()
    sketch.add("Input")
    wide = 6 if facts.features <= FEW else 64 if facts.features <= 256 else 128
    for units in (wide, max(4, wide // 2)):
        sketch.add("Dense", units=units, activation="tanh" if facts.features <= FEW else "relu")
    sketch.add("Output")
    return sketch.network()


def two_inputs(facts: DataFacts) -> NetworkSpec:
    """One half of the columns and the other come in apart, and are joined behind a layer of their own."""
    sketch, middle = Sketch(), len(facts.feature_names) // 2
    branches = []
    for name, columns in (("First", facts.feature_names[:middle]), ("Second", facts.feature_names[middle:])):
        with sketch.group(f"{name} part"):
            sketch.add("Input", name=f"{name.lower()}_input", columns=columns)
            branches.append(sketch.add("Dense", units=8, activation="relu"))
    sketch.add("Concatenate", *branches)
    sketch.add("Dense", units=8, activation="relu")
    sketch.add("Output")
    return sketch.network()


def _named_columns(facts: DataFacts) -> bool:
    return len(facts.input_shape) == 1 and len(set(facts.feature_names)) == facts.features >= 2


TEMPLATES = (
    Template(
        "perceptron", "Perceptron", "One layer of weights: a straight line between two answers.",
        "any data", DataFacts((2,), "binary", 1), any_data, perceptron,
    ),
    Template(
        "mlp", "Multilayer perceptron", "Hidden layers bend the line: the network for a table.",
        "any data", DataFacts((2,), "binary", 1), any_data, mlp,
    ),
    Template(
        "two_inputs", "Two inputs", "Two parts of the columns, each with a branch of its own, joined later.",
        "a table of columns", WINE, _named_columns, two_inputs,
    ),
)  # fmt: skip
