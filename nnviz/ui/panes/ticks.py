"""Round numbers for axes, texts for values, and ranges that change in steps instead of trembling."""

from __future__ import annotations

from math import ceil, floor, isfinite, log10

from nnviz.ui.figures import share_text

Range = tuple[float, float]
STEPS = (1, 2, 2.5, 5)
SHRINK_BELOW = 0.55  # of the shown span: what is used less than this is shown larger


def nice_step(span: float, count: int) -> float:
    """The least step of 1, 2, 2.5 or 5 times a power of ten that divides *span* into at most *count* parts."""
    if not (isfinite(span) and span > 0):
        return 1.0
    rough = span / max(1, count)
    power = 10.0 ** floor(log10(rough))
    return next((m * power for m in STEPS if m * power >= rough * 0.999), 10 * power)


def rounded_out(low: float, high: float, count: int = 4) -> Range:
    """*low* and *high* moved apart to multiples of a nice step; a single value gets room on both sides."""
    if high - low <= max(abs(low), abs(high)) * 1e-9:
        room = abs(low) * 0.1 or 0.5
        low, high = low - room, high + room
    step = nice_step(high - low, count)
    return floor(low / step + 1e-6) * step, ceil(high / step - 1e-6) * step


def ticks(low: float, high: float, count: int = 4) -> list[float]:
    """The multiples of a nice step within [*low*, *high*]."""
    step = nice_step(high - low, count)
    first, last = ceil(low / step - 1e-6), floor(high / step + 1e-6)
    return [round(i * step, 12) for i in range(first, last + 1)]


def even_ticks(low: float, high: float, most: int = 5) -> list[float]:
    """The lines of an axis whose ends are round: the finest nice step that meets both ends in *most* parts or fewer."""
    step = nice_step(high - low, most)
    for _ in range(len(STEPS) + 1):
        if abs(low / step - round(low / step)) < 1e-6 and abs(high / step - round(high / step)) < 1e-6:
            return [round(i * step, 12) for i in range(round(low / step), round(high / step) + 1)]
        step = nice_step(step * 1.01, 1)
    return ticks(low, high)


def log_ticks(low: float, high: float, count: int = 5) -> list[float]:
    """Exponents between *low* and *high* worth a grid line: whole decades, or 1, 2 and 5 where there is room."""
    decades = list(range(floor(low), ceil(high) + 1))
    fine = [d + log10(m) for d in decades for m in (1, 2, 5)]
    fitting = [t for t in fine if low - 1e-6 <= t <= high + 1e-6]
    if len(fitting) <= count + 1:
        return fitting
    whole = [float(d) for d in decades if low - 1e-6 <= d <= high + 1e-6]
    return whole[:: ceil(len(whole) / (count + 1)) or 1]


def settled(shown: Range | None, low: float, high: float, count: int = 4) -> Range:
    """The range to show for values from *low* to *high* where *shown* is on the screen now.

    It grows at once, so that nothing is ever cut off, and shrinks only when the values use less than
    ``SHRINK_BELOW`` of it: an axis that follows every epoch cannot be read.
    """
    target = rounded_out(low, high, count)
    if shown is None:
        return target
    if low >= shown[0] and high <= shown[1] and target[1] - target[0] >= SHRINK_BELOW * (shown[1] - shown[0]):
        return shown
    return target


def value_text(value: float, percent: bool = False) -> str:
    """*value* for a person, about four figures, in a width that changes little from epoch to epoch."""
    if not isfinite(value):
        return "–" if value != value else ("∞" if value > 0 else "−∞")
    if percent:
        return share_text(value)
    size = abs(value)
    if size >= 1e6 or 0 < size < 1e-4:
        text = f"{value:.1e}"
    elif size >= 1000:
        text = f"{value:,.0f}"
    else:
        text = f"{value:.2f}" if size >= 10 else f"{value:.4f}"
    return text.replace("-", "−", 1) if value < 0 else text


def tick_text(value: float, percent: bool = False) -> str:
    """*value* as short as it can be said beside an axis."""
    if percent:
        return f"{100 * value:.4g} %"
    text = f"{value:.5g}"  # five figures, since 12,500 is the next tick after 10,000
    if value and not 1e-4 <= abs(value) < 1e5:
        text = f"{value:.2g}".replace("e-0", "e-").replace("e+0", "e").replace("e+", "e")
    return text.replace("-", "−", 1) if value < 0 else text
