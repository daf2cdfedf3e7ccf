"""How pictures can be varied: what each kind is called here, what it does, and how far its strength goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from nnviz.ui.language import translate


@dataclass(frozen=True)
class Variation:
    """One kind of layer that varies pictures.

    Attributes:
        kind: as the catalogue calls it.
        title, sentence: what it is called here, and what it does.
        names: the arguments that hold the strength; none where a ``mode`` is chosen in its place.
        start, most: the strength at first, and the largest.
        ranged: whether it has to know the least and the largest number of a picture.
    """

    kind: str
    title: str
    sentence: str
    names: tuple[str, ...] = ()
    start: float = 0.1
    most: float = 0.5
    ranged: bool = False

    def strength(self, args: Mapping[str, Any]) -> float:
        """The strength in *args*; of a range the larger end."""
        value = args.get(self.names[0], self.start) if self.names else self.start
        return max(abs(end) for end in value) if isinstance(value, tuple | list) else float(value)

    def args(self, strength: float, limits: tuple[float, float]) -> dict[str, Any]:
        """The arguments for *strength*, of pictures between *limits*."""
        args: dict[str, Any] = dict.fromkeys(self.names, strength)
        return {**args, "value_range": limits} if self.ranged else args


def variations() -> tuple[Variation, ...]:
    """All of them, in the order in which they are done."""
    return (
        Variation(
            "RandomFlip", translate("Variations", "Flip"), translate("Variations", "Mirrors half of the pictures.")
        ),
        Variation(
            "RandomRotation",
            translate("Variations", "Turn"),
            translate("Variations", "Turns by up to this part of a full turn, either way."),
            ("factor",),
            start=0.05,
        ),
        Variation(
            "RandomZoom",
            translate("Variations", "Zoom"),
            translate("Variations", "Shrinks or enlarges by up to this part."),
            ("height_factor",),
        ),
        Variation(
            "RandomTranslation",
            translate("Variations", "Shift"),
            translate("Variations", "Shifts by up to this part of the height and the width."),
            ("height_factor", "width_factor"),
        ),
        Variation(
            "RandomContrast",
            translate("Variations", "Contrast"),
            translate("Variations", "More or less contrast, by up to this part."),
            ("factor",),
            start=0.2,
            most=1.0,
            ranged=True,
        ),
        Variation(
            "RandomBrightness",
            translate("Variations", "Brightness"),
            translate("Variations", "Lighter or darker, by up to this part of the whole range."),
            ("factor",),
            start=0.2,
            most=1.0,
            ranged=True,
        ),
    )


def flip_modes() -> tuple[tuple[str, str], ...]:
    """Which way pictures can be mirrored."""
    return (
        (translate("Variations", "left and right"), "horizontal"),
        (translate("Variations", "top and bottom"), "vertical"),
        (translate("Variations", "both"), "horizontal_and_vertical"),
    )
