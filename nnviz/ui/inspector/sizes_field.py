"""Fields for several numbers at once: the sizes of a kernel, the borders of a picture, a range of factors."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from nnviz.network.catalogue import Arg
from nnviz.ui.fields.number_field import moved_round
from nnviz.ui.fields.step_field import StepField
from nnviz.ui.inspector import value_text

PACE_CHANGES = 2.0


class _WholeField(StepField):
    """Whole numbers that step together, each from *least* to the maximum of *arg*."""

    def __init__(self, arg: Arg, least: int, parent: QWidget | None = None) -> None:
        super().__init__(optional=arg.optional or arg.follows_data, strict=True, parent=parent)
        self._length = arg.length
        self._least = least if arg.minimum is None else int(arg.minimum)
        self._most = None if arg.maximum is None else int(arg.maximum)

    def set_value(self, value: Any) -> None:
        """Show *value* in the form in which the field gives it, so that leaving the field changes nothing."""
        super().set_value(None if value is None else self.parsed(self.text_of(value)))

    def stepped(self, start: Any, steps: int) -> Any:
        return self._least if start is None else value_text.moved(start, steps, self._least, self._most)

    def bounded(self, value: Any) -> Any:
        return value_text.moved(value, 0, self._least, self._most)


class SizesField(_WholeField):
    """One size for each of several dimensions, shown as ``3 × 3`` and held as one number while all are equal."""

    def __init__(self, arg: Arg, parent: QWidget | None = None) -> None:
        super().__init__(arg, 1, parent)

    def parsed(self, text: str) -> Any:
        sizes = value_text.parsed_sizes(text)
        return value_text.alike(sizes) if isinstance(sizes, int) or (sizes and len(sizes) == self._length) else None

    def text_of(self, value: Any) -> str:
        return value_text.sizes_text(value, self._length)


class BordersField(_WholeField):
    """How much is put around a picture or cut off: a number for all, for each dimension, or for each of its sides."""

    def __init__(self, arg: Arg, parent: QWidget | None = None) -> None:
        super().__init__(arg, 0, parent)

    def parsed(self, text: str) -> Any:
        borders = value_text.parsed_borders(text)
        if borders is None or isinstance(borders, int):
            return borders
        pairs = isinstance(borders[0], tuple)
        # One dimension has two sides, which need no pair of brackets.
        return borders if len(borders) == (self._length if pairs or self._length > 1 else 2) else None

    def text_of(self, value: Any) -> str:
        return value_text.borders_text(value)


class AxesField(_WholeField):
    """One dimension or several, shown as ``1, 2``; ``()`` for none."""

    def __init__(self, arg: Arg, parent: QWidget | None = None) -> None:
        super().__init__(arg, 0, parent)

    def parsed(self, text: str) -> Any:
        return value_text.parsed_axes(text)

    def text_of(self, value: Any) -> str:
        return value_text.axes_text(value)


class NumbersField(StepField):
    """One real number, or a pair such as the two ends of a range."""

    def __init__(self, arg: Arg, parent: QWidget | None = None) -> None:
        super().__init__(optional=arg.optional, strict=True, parent=parent)
        self._arg = arg

    def set_value(self, value: Any) -> None:
        super().set_value(tuple(value) if isinstance(value, list) else value)

    def parsed(self, text: str) -> Any:
        numbers = value_text.parsed_numbers(text)
        return None if isinstance(numbers, tuple) and len(numbers) != self._arg.length else numbers

    def text_of(self, value: Any) -> str:
        return value_text.numbers_text(value)

    def stepped(self, start: Any, steps: int) -> Any:
        if start is None:
            return self._arg.minimum or 0.0
        if isinstance(start, tuple):  # a range gets wider: each end moves away from 0
            return tuple(float(f"{end + _pace(end) * (-steps if end < 0 else steps):.6g}") for end in start)
        return float(f"{start + _pace(start) * steps:.6g}")

    def bounded(self, value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(self.bounded(end) for end in value)
        low, high = self._arg.minimum, self._arg.maximum
        value = value if low is None else max(low, value)
        return value if high is None else min(high, value)


class VectorField(NumbersField):
    """One real number, or one for each of as many places as there are; they walk along 1, 2, 5, 10."""

    def parsed(self, text: str) -> Any:
        return value_text.parsed_numbers(text)

    def stepped(self, start: Any, steps: int) -> Any:
        if isinstance(start, tuple):
            return tuple(self.stepped(one, steps) for one in start)
        return moved_round(start or 0.0, steps)


def _pace(number: float) -> float:
    """How far one step goes: shares in twentieths, larger numbers in whole ones."""
    return 0.05 if abs(number) < PACE_CHANGES else 1.0
