"""Numbers and names as they stand in formulas: ``0.52``, ``(−0.31)``, ``a₁₂``."""

from __future__ import annotations

import math

_LOW = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
MINUS = "−"


def number(value: float) -> str:
    """*value* in three figures: ``0.551``, ``−1.2``, ``3e−5``."""
    if not math.isfinite(value):
        return "NaN" if math.isnan(value) else ("∞" if value > 0 else f"{MINUS}∞")
    size = abs(value)
    if 999.5 <= size < 1e4:
        text = f"{value:.0f}"
    else:
        text = f"{value:.3g}" if value == 0 or 1e-3 <= size < 999.5 else f"{value:.2e}"
    head, _, power = text.partition("e")
    if power:
        head = head.rstrip("0").rstrip(".") if "." in head else head
        text = f"{head}e{int(power)}" if int(power) else head
    text = "0" if text == "-0" else text
    return text.replace("-", MINUS)


def factor(value: float) -> str:
    """*value* inside a product or sum: a negative one in brackets."""
    text = number(value)
    return f"({text})" if text.startswith(MINUS) else text


def low(index: int) -> str:
    """The index from 0 as it is written below a letter, from 1: ``₁``."""
    return str(index + 1).translate(_LOW)


def total(terms: list[str], most: int = 6) -> str:
    """*terms* added up, those beyond *most* left out."""
    if len(terms) <= most:
        return " + ".join(terms)
    return " + ".join([*terms[: most - 1], "…", terms[-1]])
