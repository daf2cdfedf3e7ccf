"""Networks that tell pictures apart: LeNet, one that varies its pictures, and a small ResNet."""

from __future__ import annotations

from nnviz.network.facts import DataFacts
from nnviz.network.spec import NetworkSpec
from nnviz.network.templates.sketch import Sketch
from nnviz.network.templates.template import DIGITS, Template, pictures

LENET_SIDE = 28  # of the pictures LeNet-5 was made for; smaller ones get smaller kernels
STAGES = (16, 32)  # filters of the ResNet


def lenet(facts: DataFacts) -> NetworkSpec:
    """LeNet-5 with relu and max pooling (after LeCun et al. 1998, Gradient-based learning, figure 2)."""
    sketch = Sketch()
    large = min(facts.input_shape[:2]) >= LENET_SIDE
    sketch.add("Input")
    with sketch.group("Features"):
        for filters, padding in ((6, "same"), (16, "valid" if large else "same")):
            sketch.add("Conv2D", filters=filters, kernel_size=5 if large else 3, padding=padding, activation="relu")
            sketch.add("MaxPooling2D")
    with sketch.group("Classifier"):
        sketch.add("Flatten")
        for units in (120, 84):
            sketch.add("Dense", units=units, activation="relu")
    sketch.add("Output")
    return sketch.network()


def augmented(facts: DataFacts) -> NetworkSpec:
    """Every epoch sees the pictures moved, turned and zoomed a little; dropout before the answer."""
    sketch = Sketch()
    sketch.add("Input")
    with sketch.group("Augmentation"):
        sketch.add("RandomTranslation", height_factor=0.1, width_factor=0.1, fill_mode="constant")
        sketch.add("RandomRotation", factor=0.03, fill_mode="constant")
        sketch.add("RandomZoom", height_factor=0.1, fill_mode="constant")
    for filters in (16, 32):
        with sketch.group(f"Features {filters // 16}"):
            sketch.add("Conv2D", filters=filters, kernel_size=3, padding="same", activation="relu")
            sketch.add("MaxPooling2D")
    sketch.add("Flatten")
    sketch.add("Dense", units=64, activation="relu")
    sketch.add("Dropout", rate=0.3)
    sketch.add("Output")
    return sketch.network()


def resnet(_: DataFacts) -> NetworkSpec:
    """Residual blocks: what a block learns is added to what went in (He et al. 2015, Deep residual learning).

    The first block is open to be read; the others are like it.
    """
    sketch = Sketch()
    sketch.add("Input")
    with sketch.group("Stem", collapsed=True):
        sketch.add("Conv2D", filters=STAGES[0], kernel_size=3, padding="same", use_bias=False)
        sketch.add("BatchNormalization")
        sketch.add("Activation", activation="relu")
    for number, (filters, strides) in enumerate(((STAGES[0], 1), (STAGES[1], 2), (STAGES[1], 1)), start=1):
        with sketch.group(f"Block {number}", collapsed=number > 1):
            _residual(sketch, filters, strides)
    sketch.add("GlobalAveragePooling2D")
    sketch.add("Output")
    return sketch.network()


def _residual(sketch: Sketch, filters: int, strides: int) -> None:
    """Two convolutions beside a shortcut, which is one by one where the shape changes."""
    start = shortcut = sketch.last
    sketch.add("Conv2D", filters=filters, kernel_size=3, strides=strides, padding="same", use_bias=False)
    sketch.add("BatchNormalization")
    sketch.add("Activation", activation="relu")
    sketch.add("Conv2D", filters=filters, kernel_size=3, padding="same", use_bias=False)
    learned = sketch.add("BatchNormalization")
    if strides > 1:
        shortcut = sketch.add("Conv2D", start, filters=filters, kernel_size=1, strides=strides, use_bias=False)
    sketch.add("Add", learned, shortcut)
    sketch.add("Activation", activation="relu")


TEMPLATES = (
    Template(
        "lenet", "LeNet", "Convolution and pooling, then hidden layers: the first network to read digits.",
        "pictures", DIGITS, pictures, lenet,
    ),
    Template(
        "augmented", "CNN with augmentation", "Moves, turns and zooms its pictures, so that it overfits less.",
        "pictures", DIGITS, pictures, augmented,
    ),
    Template(
        "resnet", "Small ResNet", "Shortcuts around blocks of convolutions keep gradients strong in deep networks.",
        "pictures", DIGITS, pictures, resnet,
    ),
)  # fmt: skip
