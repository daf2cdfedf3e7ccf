"""Reads values that people wrote by hand; each refusal is one sentence: the place, what was expected and got."""

from __future__ import annotations

import difflib
import json
import math
import re
from collections.abc import Collection, Mapping
from typing import Any, TypeVar

import msgspec

from nnviz.errors import BadInput

T = TypeVar("T")
LARGEST_INT = 2**63 - 1
_LONGEST_SHOWN = 60
_TYPE_WORDS = {
    "int": "a whole number",
    "float": "a number",
    "str": "a text",
    "bool": "true or false",
    "array": "a list",
    "object": "an object",
    "null": "nothing (null)",
}


def shown(value: Any) -> str:
    """*value* as it was written, cut where it is long."""
    try:
        text = json.dumps(value, ensure_ascii=False)
    except (TypeError, ValueError):
        text = repr(value)
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 3] + "..."


def at(place: str, key: str) -> str:
    """The place of *key* inside *place*, as ``training.optimizer``."""
    return f"{place}.{key}" if place else key


def refusal(place: str, expected: str, value: Any) -> BadInput:
    """The sentence ``place: expected ..., got ...``."""
    return BadInput(f"{place}: expected {expected}, got {shown(value)}")


def read_object(value: Any, place: str) -> dict[str, Any]:
    """*value* where it is an object."""
    if not isinstance(value, dict):
        raise refusal(place, "an object", value)
    return value


def refuse_unknown(value: Mapping[str, Any], known: Collection[str], place: str) -> None:
    """BadInput naming the first key of *value* that is not *known*."""
    for key in value:
        if key not in known:
            raise BadInput(f'{at(place, key)}: unknown key "{key}"; {nearest(key, known)}')


def closest(name: str, known: Collection[str]) -> str | None:
    """Which of *known* was probably meant by *name*; None where none is like it."""
    lower = {word.lower(): word for word in known}
    close = difflib.get_close_matches(name.lower(), lower, n=1, cutoff=0.75)
    return lower[close[0]] if close else None


def nearest(name: str, known: Collection[str]) -> str:
    """What was probably meant, or all there is to choose from."""
    meant = closest(name, known)
    if meant is not None:
        return f'did you mean "{meant}"?'
    return f"expected one of {', '.join(known)}" if known else "expected none"


def read_number(
    value: Any,
    place: str,
    minimum: float | None = None,
    maximum: float | None = None,
    above: float | None = None,
) -> float:
    """A finite number with ``minimum <= number <= maximum`` and ``number > above``, where these are given."""
    limits = _limits(minimum, maximum, above)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise refusal(place, "a number" + limits, value)
    if not _inside(value, minimum, maximum, above):
        raise refusal(place, "a number" + limits, value)
    return float(value)


def read_whole(value: Any, place: str, minimum: int | None = None, maximum: int | None = None) -> int:
    """A whole number from *minimum* to *maximum*; ``3.0`` is one as well."""
    expected = "a whole number" + _limits(minimum, maximum, None)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or not _inside(value, minimum, maximum, None):
        raise refusal(place, expected, value)
    if abs(value) > LARGEST_INT:  # as 1e300 is; what is written as a whole number then could not be read again
        raise refusal(place, "a whole number of 64 bits at most", value)
    return value


def read_bool(value: Any, place: str) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise refusal(place, "true or false", value)
    return value


def read_text(value: Any, place: str) -> str:
    """A text that is not empty."""
    if not isinstance(value, str) or not value:
        raise refusal(place, "a text", value)
    return value


def read_struct(value: Any, kind: Any, place: str) -> Any:
    """*value* as the msgspec type *kind*, with msgspec's own complaint turned into our sentence."""
    try:
        return msgspec.convert(value, kind, strict=True)
    except msgspec.ValidationError as error:
        raise _translated(str(error), value, kind, place) from None


def _limits(minimum: float | None, maximum: float | None, above: float | None) -> str:
    if above is not None and maximum is not None:
        return f" above {_figure(above)} and at most {_figure(maximum)}"
    if minimum is not None and maximum is not None:
        return f" from {_figure(minimum)} to {_figure(maximum)}"
    if above is not None:
        return f" above {_figure(above)}"
    if minimum is not None:
        return f" of at least {_figure(minimum)}"
    return "" if maximum is None else f" of at most {_figure(maximum)}"


def _figure(number: float) -> str:
    return f"{int(number):,}" if float(number).is_integer() else f"{number:g}"


def _inside(value: float, minimum: float | None, maximum: float | None, above: float | None) -> bool:
    return (
        (minimum is None or value >= minimum)
        and (maximum is None or value <= maximum)
        and (above is None or value > above)
    )


def _translated(message: str, value: Any, kind: Any, place: str) -> BadInput:
    """msgspec says ``Expected `int`, got `str` - at `$.split.seed` ``; we name the place and show the value."""
    body, _, path = message.partition(" - at ")
    keys = [key for key in re.split(r"[.\[\]]", path.strip("`").removeprefix("$")) if key]
    where = "".join([place, *(f"[{key}]" if key.isdigit() else f".{key}" for key in keys)])
    if found := re.match(r"Object contains unknown field `(.*)`", body):
        known = _fields(kind, keys)
        return BadInput(f'{at(where, found[1])}: unknown key "{found[1]}"; {nearest(found[1], list(known))}')
    if found := re.match(r"Object missing required field `(.*)`", body):
        return BadInput(f"{where}: {found[1]} is missing")
    got = _value_at(value, keys)
    if body.startswith("Invalid enum value"):
        choices = getattr(_fields(kind, keys[:-1]).get(keys[-1]), "values", ())
        return refusal(where, f"one of {', '.join(str(choice) for choice in choices)}", got)
    if found := re.match(r"Expected `(\w+)` of length (\d+)", body):
        return refusal(where, f"a list of {found[2]}", got)
    if found := re.match(r"Expected `(.*?)`", body):
        words = [_TYPE_WORDS.get(word.strip(), word.strip()) for word in found[1].split("|")]
        return refusal(where, " or ".join(words), got)
    return BadInput(f"{where}: {body[0].lower()}{body[1:]}, got {shown(got)}")


def _value_at(value: Any, keys: list[str]) -> Any:
    """The value that a path of msgspec leads to."""
    for key in keys:
        value = value[int(key)] if isinstance(value, list) else value[key]
    return value


def _fields(kind: Any, keys: list[str]) -> dict[str, Any]:
    """The fields of the struct at *keys* inside the struct *kind*: name -> msgspec's description of its type."""
    info = msgspec.inspect.type_info(kind)
    for key in keys:
        info = next((field.type for field in getattr(info, "fields", ()) if field.name == key), info)
    parts = getattr(info, "types", (info,))
    fields = {field.name: field.type for part in parts for field in getattr(part, "fields", ())}
    return {name: _enum_of(part) for name, part in fields.items()}


def _enum_of(info: Any) -> Any:
    """The list of choices inside ``choices | None``; else *info* itself."""
    parts = getattr(info, "types", (info,))
    return next((part for part in parts if hasattr(part, "values")), info)
