"""Which colour a class has, the same as on the decision surface and in the predictions."""

from __future__ import annotations

from PySide6.QtGui import QColor

from nnviz.data.spec import DataSpec
from nnviz.ui import theme


def asks_yes_or_no(spec: DataSpec, classes: int) -> bool:
    """Whether the two classes are no and yes, in the colours of the signed scale."""
    return classes == 2 and spec.task in ("auto", "binary")


def class_colour(index: int, yes_or_no: bool) -> QColor:
    """The colour of class *index*; after the last of the theme they begin again."""
    now = theme.current()
    if yes_or_no:
        return now.color("positive" if index else "negative")
    return QColor(now.classes[index % len(now.classes)])
