"""Every colour, pen, font and size of the window.

The window follows the system between light and dark (``Qt.ColorScheme``), or what a person chose. Nothing else in
``nnviz.ui`` names a colour: views read ``theme.current()`` when they paint and repaint on ``theme.notifier().changed``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette

from nnviz.assets import asset

Mode = Literal["system", "dark", "light"]

# Spacing in steps of 4: STEP inside a control, GAP between related things, GROUP between groups.
STEP, GAP, GROUP = 4, 8, 16
CARD_RADIUS, FIELD_RADIUS = 8, 6
CONTROL_HEIGHT = 32
SIDEBAR_WIDTH, INSPECTOR_WIDTH, TOPBAR_HEIGHT, STATUS_HEIGHT = 212, 300, 56, 28
FAMILIES = ("Inter", "NanumSquare")


@dataclass(frozen=True)
class Theme:
    """One set of colours.

    Attributes:
        background, panel, field, field_hover, line: surfaces, from the canvas to a control, and their thin divisions.
        text, quiet: writing, and writing of the second rank.
        accent, accent_hover, on_accent: the one colour that asks to be pressed, and the writing on it.
        positive, negative: weights, activations and surfaces of either sign.
        training, validation: the two curves.
        good, caution, bad: verdicts.
        zero: the middle of the weight scale: invisible on the canvas.
        classes: points and areas of classes, readable for the colour-blind; the first two are positive, negative.
        exact: whether lines are as wide as they are and pictures are clipped, as on paper, and not as a screen
            paints them fastest.
    """

    dark: bool
    background: str
    panel: str
    field: str
    field_hover: str
    line: str
    text: str
    quiet: str
    accent: str
    accent_hover: str
    on_accent: str
    positive: str
    negative: str
    training: str
    validation: str
    good: str
    caution: str
    bad: str
    zero: str
    classes: tuple[str, ...]
    exact: bool = False

    def color(self, name: str, alpha: float = 1.0) -> QColor:
        """The colour called *name* with opacity *alpha* in [0, 1]."""
        color = QColor(getattr(self, name))
        color.setAlphaF(alpha)
        return color

    def signed(self, value: float) -> QColor:
        """The colour of *value* in [-1, 1]: negative, zero, positive, blended evenly."""
        index = round((max(-1.0, min(1.0, value)) + 1) / 2 * 255)
        return QColor(_signed_colors(self.negative, self.zero, self.positive)[index])

    def signed_table(self) -> NDArray[np.uint8]:
        """256 colours from -1 to +1, shape (256, 3), for images."""
        return _signed_table(self.negative, self.zero, self.positive)


@cache
def _signed_table(negative: str, zero: str, positive: str) -> NDArray[np.uint8]:
    colors = [QColor(c) for c in (negative, zero, positive)]
    stops = np.array([(c.red(), c.green(), c.blue()) for c in colors], np.float64)
    at = np.linspace(-1, 1, 256)
    table = np.stack([np.interp(at, [-1, 0, 1], stops[:, i]) for i in range(3)], axis=1)
    return np.asarray(np.round(table), np.uint8)


@cache
def _signed_colors(negative: str, zero: str, positive: str) -> tuple[QColor, ...]:
    return tuple(QColor(int(r), int(g), int(b)) for r, g, b in _signed_table(negative, zero, positive))


# The classes after the first two: Okabe and Ito's palette for colour-blind readers, adjusted to each background.
DARK = Theme(
    dark=True, background="#16181d", panel="#1e2127", field="#262a32", field_hover="#2f343e", line="#333843",
    text="#e6e8ec", quiet="#9aa1ad", accent="#4d8dff", accent_hover="#6aa0ff", on_accent="#ffffff",
    positive="#5aa9ff", negative="#ff9d4d", training="#5aa9ff", validation="#ff9d4d",
    good="#46c28e", caution="#ffcc66", bad="#ff6b6b", zero="#20242c",
    classes=("#5aa9ff", "#ff9d4d", "#46c28e", "#e58fc1", "#f0e442", "#9d8cff",
             "#7fd6e8", "#c9a27a", "#d0d4dc", "#8fb35a"),
)  # fmt: skip
LIGHT = Theme(
    dark=False, background="#f4f5f7", panel="#ffffff", field="#f0f2f5", field_hover="#e6e9ee", line="#d9dde3",
    text="#1c2026", quiet="#5f6978", accent="#2563eb", accent_hover="#1d4fd0", on_accent="#ffffff",
    positive="#2f7fe0", negative="#e07b1f", training="#2563eb", validation="#d9730d",
    good="#1f9d68", caution="#b7791f", bad="#d13438", zero="#f7f8fa",
    classes=("#2f7fe0", "#e07b1f", "#1f9d68", "#b8548f", "#a89400", "#6d55d9",
             "#1593ab", "#8a6239", "#5a6270", "#5f8429"),
)  # fmt: skip


# For papers and slides: the light colours on white.
PAPER = replace(LIGHT, background="#ffffff", zero="#ffffff", exact=True)


class Notifier(QObject):
    """Tells the views that the colours changed.

    Signals:
        changed: the current theme is another one.
    """

    changed = Signal()


_state: dict[str, Any] = {"mode": "system", "theme": DARK}


@cache
def notifier() -> Notifier:
    """The one notifier of the process."""
    return Notifier()


def current() -> Theme:
    """The colours to paint with now."""
    theme: Theme = _state["theme"]
    return theme


@contextmanager
def painting_in(theme: Theme) -> Iterator[None]:
    """What is painted within is painted in *theme*; nobody is told, since the window keeps its own."""
    kept = _state["theme"]
    _state["theme"] = theme
    try:
        yield
    finally:
        _state["theme"] = kept


def mode() -> Mode:
    """What a person chose."""
    chosen: Mode = _state["mode"]
    return chosen


def choose(new_mode: Mode) -> None:
    """Take light, dark, or what the system has, and repaint everything."""
    _state["mode"] = new_mode
    if new_mode == "system":
        dark = QGuiApplication.styleHints().colorScheme() != Qt.ColorScheme.Light
    else:
        dark = new_mode == "dark"
    theme = DARK if dark else LIGHT
    if theme is not _state["theme"] or not _state.get("applied"):
        _state.update(theme=theme, applied=True)
        QGuiApplication.setPalette(palette(theme))
        notifier().changed.emit()


def palette(theme: Theme) -> QPalette:
    """The Qt palette of *theme*, for Fusion."""
    p, role = QPalette(), QPalette.ColorRole
    for target, name in (
        (role.Window, "panel"), (role.WindowText, "text"), (role.Base, "field"), (role.AlternateBase, "panel"),
        (role.Text, "text"), (role.Button, "field"), (role.ButtonText, "text"), (role.ToolTipBase, "panel"),
        (role.ToolTipText, "text"), (role.PlaceholderText, "quiet"), (role.Highlight, "accent"),
        (role.HighlightedText, "on_accent"), (role.Link, "accent"), (role.Mid, "line"), (role.Midlight, "line"),
        (role.Dark, "line"), (role.Light, "field_hover"), (role.Shadow, "background"), (role.Accent, "accent"),
    ):  # fmt: skip
        p.setColor(target, theme.color(name))
    for target in (role.WindowText, role.Text, role.ButtonText):
        p.setColor(QPalette.ColorGroup.Disabled, target, theme.color("quiet", 0.55))
    return p


def load_fonts() -> None:
    """Register the fonts that ship with the app: Inter, and NanumSquare for Korean.

    FreeType makes the stems of Inter's outlines darker and leaves NanumSquare's alone, whose regular weight then looks
    pale between Inter's figures: where it draws, Korean is always bold.
    """
    pale = "NanumSquareR.ttf" if sys.platform.startswith("linux") else ""
    for path in sorted(asset("fonts").iterdir()):
        if path.suffix in (".otf", ".ttf") and path.name != pale:
            QFontDatabase.addApplicationFont(str(path))


def font(size: int = 12, *, semibold: bool = False, tabular: bool = False) -> QFont:
    """The app's font at *size* pixels; *tabular* gives every figure the same width."""
    made = QFont(list(FAMILIES))
    made.setPixelSize(size)
    if semibold:
        made.setWeight(QFont.Weight.DemiBold)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made
