"""Numbers as a person reads them: few figures, grouped thousands, times in words. Pure functions."""

from __future__ import annotations

import math

from nnviz.ui.language import translate


def loss_text(value: float | None) -> str:
    """A loss in at most seven characters, three figures where they fit: ``0.084``, ``12.3``, ``1.2e+05``."""
    if value is None:
        return "–"
    if not math.isfinite(value):
        return "NaN" if math.isnan(value) else ("∞" if value > 0 else "−∞")
    size = abs(value)
    if size >= 1_000_000 or 0 < size < 0.000005:
        return f"{value:.1e}"
    if 0 < size < 0.0095:
        return f"{value:.5f}" if size < 0.00095 else f"{value:.4f}"
    if size >= 1000:
        return f"{value:,.0f}"
    return f"{value:.1f}" if size >= 100 else (f"{value:.2f}" if size >= 10 else f"{value:.3f}")


def share_text(value: float | None) -> str:
    """A share in [0, 1] as ``97.3 %``: nothing and all are told from what is nearly so."""
    if value is None or math.isnan(value):
        return "–"
    return f"{100 * value:.{0 if value in (0.0, 1.0) else 1}f} %" if math.isfinite(value) else loss_text(value)


def count_text(count: int) -> str:
    """A count with its thousands grouped: ``2,140``."""
    return f"{count:,}"


def speed_text(per_second: float) -> str:
    """A speed with no more figures than it deserves: ``2,140``, ``38``, ``0.42``."""
    if per_second >= 10:
        return f"{per_second:,.0f}"
    return f"{per_second:.1f}" if per_second >= 1 else f"{per_second:.2f}"


def seconds_text(seconds: float) -> str:
    """A time span: ``0.2 s``, ``45 s``, ``3 min 05 s``, ``2 h 10 min``."""
    if seconds < 10:
        return translate("Figures", "{0} s").format(f"{seconds:.1f}")
    if seconds < 60:
        return translate("Figures", "{0} s").format(f"{seconds:.0f}")
    minutes, rest = divmod(round(seconds), 60)
    if minutes < 60:
        return translate("Figures", "{0} min {1} s").format(minutes, f"{rest:02d}")
    return translate("Figures", "{0} h {1} min").format(minutes // 60, f"{minutes % 60:02d}")
