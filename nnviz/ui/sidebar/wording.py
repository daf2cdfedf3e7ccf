"""What is known of the data, in words."""

from __future__ import annotations

from pathlib import PurePath

from nnviz.data.spec import Builtin, DataSpec, Idx, Images, KerasSet
from nnviz.network.facts import DataFacts
from nnviz.ui.figures import count_text
from nnviz.ui.language import said, translate, worded

BUILTIN_TITLES = {
    "and": "AND", "or": "OR", "nand": "NAND", "xor": "XOR", "circles": "Circles", "moons": "Moons",
    "spirals": "Spirals", "blobs": "Blobs", "iris": "Iris", "wine": "Wine", "breast_cancer": "Breast cancer",
    "diabetes": "Diabetes", "digits": "Digits", "waves": "Waves", "linnerud": "Linnerud",
    "catch": "Catch",
}  # fmt: skip


KERAS_TITLES = {"mnist": "MNIST", "fashion_mnist": "Fashion-MNIST", "cifar10": "CIFAR-10", "imdb": "IMDB"}


def bytes_text(count: int) -> str:
    """A size on the disk or the net, as ``11 MB``."""
    if count < 1_000_000:
        return f"{max(1, round(count / 1000))} kB"
    return f"{count / 1e6:.0f} MB" if count < 1_000_000_000 else f"{count / 1e9:.1f} GB"


def _counted(count: int, one: str, many: str) -> str:
    return one if count == 1 else many.format(count_text(count))


def data_title(spec: DataSpec | None) -> str:
    """What to call the data of *spec*."""
    return translate("DataWords", "No data") if spec is None else said(data_words(spec))


def data_words(spec: DataSpec) -> str:
    """The same for the name of a step of undo."""
    if isinstance(spec, Builtin):
        return worded("DataWords", BUILTIN_TITLES[spec.name])
    if isinstance(spec, KerasSet):
        return KERAS_TITLES[spec.name]
    source = spec.folder if isinstance(spec, Images) else spec.images if isinstance(spec, Idx) else spec.path
    return PurePath(source).name or source


def rows_text(facts: DataFacts) -> str:
    """How many samples, of what: ``500 rows`` or ``1,797 pictures``."""
    count = sum(facts.rows)
    if len(facts.input_shape) == 3:
        return _counted(count, translate("DataWords", "1 picture"), translate("DataWords", "{0} pictures"))
    return _counted(count, translate("DataWords", "1 row"), translate("DataWords", "{0} rows"))


def inputs_text(facts: DataFacts) -> str:
    """What one sample is: ``2 inputs`` or ``8 × 8``."""
    if len(facts.input_shape) == 1:
        return _counted(facts.features, translate("DataWords", "1 input"), translate("DataWords", "{0} inputs"))
    shape = facts.input_shape
    if len(shape) == 3:
        return f"{shape[0]} × {shape[1]}" + (" " + translate("DataWords", "in colour") if shape[2] == 3 else "")
    return " × ".join(str(size) for size in shape)


def target_text(facts: DataFacts) -> str:
    """What is asked: ``3 classes``, ``1 number to predict``, ``3 moves to choose from``."""
    if facts.game:
        return translate("DataWords", "{0} moves to choose from").format(facts.outputs)
    if facts.task in ("binary", "classes"):
        return translate("DataWords", "{0} classes").format(max(2, len(facts.class_names) or facts.outputs))
    if facts.task == "labels":
        return _counted(facts.outputs, translate("DataWords", "1 label"), translate("DataWords", "{0} labels"))
    one, many = translate("DataWords", "1 number to predict"), translate("DataWords", "{0} numbers to predict")
    return _counted(facts.outputs, one, many)


def facts_text(facts: DataFacts) -> str:
    """``500 rows, 2 inputs, 2 classes``."""
    return ", ".join((rows_text(facts), inputs_text(facts), target_text(facts)))


def parts_text(facts: DataFacts) -> str:
    """``350 train, 150 validation``."""
    names = (
        translate("DataWords", "{0} train"),
        translate("DataWords", "{0} validation"),
        translate("DataWords", "{0} test"),
    )
    return ", ".join(name.format(count_text(n)) for name, n in zip(names, facts.rows, strict=True) if n)
