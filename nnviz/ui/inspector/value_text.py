"""Sizes, borders and shapes as people type them. Pure functions: text to value, value to text, and steps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

_PAIR = re.compile(r"\(([^()]*)\)")
_BETWEEN = re.compile(r"[,;x×\s]+")


def parsed_shape(text: str) -> list[int] | None:
    """``28, 28, 1`` or ``(28 x 28)`` as whole numbers; None where it is not a shape."""
    shape = _numbers(text.strip().strip("()[]"))
    return list(shape) if shape and all(size > 0 or size == -1 for size in shape) else None


def parsed_names(text: str) -> tuple[str, ...]:
    """``age, height`` as names; empty where there is none."""
    return tuple(name for name in (part.strip() for part in text.split(",")) if name)


def parsed_sizes(text: str) -> int | tuple[int, ...] | None:
    """``3``, ``3, 5`` or ``3x5``; None where it is none of these."""
    sizes = _numbers(text.strip().strip("()[]"))
    return sizes[0] if sizes and len(sizes) == 1 else sizes or None


def alike(value: Any) -> Any:
    """One number for several that are all the same."""
    return value[0] if isinstance(value, tuple) and len(set(value)) == 1 else value


def sizes_text(value: Any, length: int) -> str:
    """``3 × 5``; one number for *length* dimensions is shown for each of them."""
    sizes = [value] * length if isinstance(value, int) else value
    return " × ".join(str(size) for size in sizes)


def parsed_axes(text: str) -> int | tuple[int, ...] | None:
    """``-1``, ``1, 2`` or ``()`` for no dimension; None where it is none of these."""
    return () if text.strip() in ("()", "[]") else parsed_sizes(text)


def axes_text(value: Any) -> str:
    """``-1``, ``1, 2``, ``()``."""
    return (", ".join(map(str, value)) or "()") if isinstance(value, Sequence) else str(value)


def parsed_partial(text: str) -> tuple[int | None, ...] | None:
    """``?, 1, 8`` as sizes, None for what is left open; None where it is no such thing."""
    parts = [part for part in _BETWEEN.split(text.strip().strip("()[]")) if part]
    if not parts or not all(part == "?" or part.isdecimal() for part in parts):
        return None
    return tuple(None if part == "?" else int(part) for part in parts)


def parsed_numbers(text: str) -> float | tuple[float, ...] | None:
    """``0.2`` or ``-0.2, 0.3``; None where it is neither."""
    try:
        numbers = tuple(float(part) for part in re.split(r"[,;\s]+", text.strip().strip("()[]")) if part)
    except ValueError:
        return None
    return numbers[0] if len(numbers) == 1 else numbers or None


def numbers_text(value: Any) -> str:
    """``0.2``, ``-0.2, 0.3``."""
    return ", ".join(f"{number:g}" for number in (value if isinstance(value, Sequence) else [value]))


def parsed_borders(text: str) -> Any:
    """``1``, ``1, 2`` or ``(1, 2), (0, 0)``, a pair for each dimension; None where it is none of these."""
    text = text.strip()
    if text.count("(") < 2:
        borders = _numbers(text.strip("()[]"))
        return borders[0] if borders and len(borders) == 1 else borders or None
    pairs = tuple(_numbers(inside) for inside in _PAIR.findall(text))
    rest = _PAIR.sub("", text).strip("()[], ")
    return pairs if not rest and all(pair and len(pair) == 2 for pair in pairs) else None


def borders_text(value: Any) -> str:
    """Borders as they are typed: ``1``, ``1, 2``, ``(1, 2), (0, 0)``."""
    if not isinstance(value, Sequence):
        return str(value)
    return ", ".join(f"({borders_text(part)})" if isinstance(part, Sequence) else str(part) for part in value)


def moved(value: Any, steps: int, least: int, most: int | None) -> Any:
    """Every number of *value*, however deep, *steps* further, from *least* to *most*."""
    if isinstance(value, Sequence):
        return tuple(moved(part, steps, least, most) for part in value)
    return max(least, value + steps if most is None else min(most, value + steps))


def _numbers(text: str) -> tuple[int, ...] | None:
    """The whole numbers of *text*; None where something else stands among them."""
    parts = [part for part in _BETWEEN.split(text) if part]
    try:
        return tuple(int(part) for part in parts)
    except ValueError:
        return None
