"""A field for one number: typed, or stepped with the wheel, the arrows or two small buttons."""

from __future__ import annotations

import math

from PySide6.QtWidgets import QWidget

from nnviz.ui.fields.step_field import FIELD_HEIGHT, StepField

__all__ = ["FIELD_HEIGHT", "Number", "NumberField", "next_round", "shown"]
Number = int | float


def shown(value: Number | None) -> str:
    """*value* as short as a person would write it: ``0.001``, ``1e-05``, ``32``."""
    if value is None:
        return ""
    return f"{value:d}" if isinstance(value, int) else f"{value:.6g}"


def next_round(value: float, steps: int) -> float:
    """The number *steps* further along 1, 2, 5, 10, 20 ... (or back): what a learning rate is tried with."""
    ladder = (1.0, 2.0, 5.0)
    if value <= 0:
        return 10.0**-4 if steps > 0 else 0.0
    exponent = math.floor(math.log10(value) + 1e-9)
    mantissa = value / 10.0**exponent
    place = sum(mantissa >= rung - 1e-9 for rung in ladder) - 1
    if steps < 0 and mantissa > ladder[place] + 1e-9:
        place += 1
    index = place + steps
    return float(f"{ladder[index % 3] * 10.0 ** (exponent + index // 3):.6g}")


def moved_round(value: float, steps: int) -> float:
    """The same for numbers below 0 as well: *steps* further up."""
    below_0 = value < 0 or (value == 0 and steps < 0)
    return -next_round(-value, -steps) if below_0 else next_round(value, steps)


class NumberField(StepField):
    """A whole number or a real one, between two bounds; optionally nothing at all."""

    def __init__(
        self,
        *,
        integer: bool = True,
        minimum: float | None = None,
        maximum: float | None = None,
        step: float | None = None,
        optional: bool = False,
        strict: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """A field from *minimum* to *maximum*; without *step*, real numbers walk along 1, 2, 5, 10."""
        super().__init__(optional=optional, strict=strict, parent=parent)
        self._integer, self._step = integer, step
        self._minimum, self._maximum = minimum, maximum

    def text_of(self, value: Number) -> str:
        return shown(value)

    def parsed(self, text: str) -> Number | None:
        try:
            number = float(text.strip().replace(",", "."))
        except ValueError:
            return None
        if not math.isfinite(number) or (self._integer and self._strict and number != round(number)):
            return None
        return round(number) if self._integer else number

    def stepped(self, start: Number | None, steps: int) -> Number:
        if start is None:
            start = self._minimum if self._minimum is not None else 0
        if self._integer:
            return int(start) + steps * int(self._step or 1)
        if self._step is not None:
            return float(f"{start + steps * self._step:.10g}")
        return moved_round(float(start), steps)

    def bounded(self, value: Number) -> Number:
        if self._minimum is not None and value < self._minimum:
            value = type(value)(self._minimum)
        if self._maximum is not None and value > self._maximum:
            value = type(value)(self._maximum)
        return value
