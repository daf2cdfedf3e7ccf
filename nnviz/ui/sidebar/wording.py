"""What is known of the data, in words."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from nnviz.data.spec import Builtin, DataSpec, Idx, Images, KerasSet
from nnviz.network.facts import DataFacts
from nnviz.ui.figures import count_text

BUILTIN_TITLES = {
    "and": "AND", "or": "OR", "nand": "NAND", "xor": "XOR", "circles": "Circles", "moons": "Moons",
    "spirals": "Spirals", "blobs": "Blobs", "iris": "Iris", "wine": "Wine", "breast_cancer": "Breast cancer",
    "diabetes": "Diabetes", "digits": "Digits",
}  # fmt: skip


def _tr(text: str) -> str:
    return QCoreApplication.translate("DataWords", text)


def _counted(count: int, one: str, many: str) -> str:
    return one if count == 1 else many.format(count_text(count))


def data_title(spec: DataSpec | None) -> str:
    """What to call the data of *spec*."""
    if spec is None:
        return _tr("No data")
    if isinstance(spec, Builtin):
        return _tr(BUILTIN_TITLES[spec.name])
    if isinstance(spec, KerasSet):
        return spec.name.replace("_", " ")
    source = spec.folder if isinstance(spec, Images) else spec.images if isinstance(spec, Idx) else spec.path
    return PurePath(source).name or source


def rows_text(facts: DataFacts) -> str:
    """How many samples, of what: ``500 rows`` or ``1,797 pictures``."""
    count = sum(facts.rows)
    if len(facts.input_shape) == 3:
        return _counted(count, _tr("1 picture"), _tr("{0} pictures"))
    return _counted(count, _tr("1 row"), _tr("{0} rows"))


def inputs_text(facts: DataFacts) -> str:
    """What one sample is: ``2 inputs`` or ``8 × 8``."""
    if len(facts.input_shape) == 1:
        return _counted(facts.features, _tr("1 input"), _tr("{0} inputs"))
    shape = facts.input_shape
    if len(shape) == 3:
        return f"{shape[0]} × {shape[1]}" + (" " + _tr("in colour") if shape[2] == 3 else "")
    return " × ".join(str(size) for size in shape)


def target_text(facts: DataFacts) -> str:
    """What is asked: ``3 classes``, ``1 number to predict``."""
    if facts.task in ("binary", "classes"):
        return _tr("{0} classes").format(max(2, len(facts.class_names) or facts.outputs))
    if facts.task == "labels":
        return _counted(facts.outputs, _tr("1 label"), _tr("{0} labels"))
    return _counted(facts.outputs, _tr("1 number to predict"), _tr("{0} numbers to predict"))


def facts_text(facts: DataFacts) -> str:
    """``500 rows, 2 inputs, 2 classes``."""
    return ", ".join((rows_text(facts), inputs_text(facts), target_text(facts)))


def parts_text(facts: DataFacts) -> str:
    """``350 train, 150 validation``."""
    names = (_tr("{0} train"), _tr("{0} validation"), _tr("{0} test"))
    return ", ".join(name.format(count_text(n)) for name, n in zip(names, facts.rows, strict=True) if n)
