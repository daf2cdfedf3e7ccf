"""Which field an argument asks for by its type, and what a typed text means to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from nnviz.network.catalogue import Arg
from nnviz.ui.controls import ChoiceField, NumberField, TextField, ToggleField
from nnviz.ui.inspector import value_text
from nnviz.ui.inspector.names_field import NamesField
from nnviz.ui.inspector.sizes_field import AxesField, BordersField, NumbersField, SizesField, VectorField

_PARSERS: dict[str, Callable[[str], Any]] = {
    "sizes": value_text.parsed_sizes,
    "borders": value_text.parsed_borders,
    "numbers": value_text.parsed_numbers,
    "shape": value_text.parsed_shape,
    "axes": value_text.parsed_axes,
    "partial": value_text.parsed_partial,
}


def field_for(arg: Arg, choices: list[tuple[str, Any]]) -> QWidget:
    """An empty field for *arg*; *choices* are text and value of what it can be, where there is a choice."""
    if arg.type in ("int", "float"):
        return NumberField(
            integer=arg.type == "int", minimum=arg.minimum, maximum=arg.maximum, step=_step(arg),
            optional=arg.follows_data or arg.optional, strict=True,
        )  # fmt: skip
    if arg.type == "sizes":
        return SizesField(arg)
    if arg.type == "borders":
        return BordersField(arg)
    if arg.type == "axes":
        return AxesField(arg)
    if arg.type == "numbers":
        return NumbersField(arg) if arg.length else VectorField(arg)
    if arg.type == "bool":
        return ToggleField()
    if arg.type == "names":
        return NamesField()
    if arg.type in ("choice", "object", "layer"):
        return ChoiceField(choices)
    return TextField()


def typed(arg: Arg, text: str) -> Any:
    """What *text* gives to *arg*: None where it is empty, the text itself where it is no value of the type."""
    text = text.strip()
    if not text:
        return None
    if arg.type == "names":
        return value_text.parsed_names(text) or text
    if arg.type in _PARSERS:
        numbers = _PARSERS[arg.type](text)
        return text if numbers is None else numbers
    if arg.type in ("int", "float"):
        return _number(text)
    return text


def _number(text: str) -> Any:
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        return text
    return int(number) if number.is_integer() else number


def _step(arg: Arg) -> float | None:
    """Shares move in steps of 0.05; other real numbers along 1, 2, 5."""
    if arg.type == "int":
        return 1
    share = arg.minimum == 0 and arg.maximum is not None and 0.5 <= arg.maximum <= 1
    return 0.05 if share and arg.default is not None and 1000 * arg.default > 1 else None
