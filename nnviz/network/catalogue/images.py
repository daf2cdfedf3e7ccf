"""Layers that prepare what comes in and vary pictures while training."""

from __future__ import annotations

from collections.abc import Iterable

from nnviz.network.catalogue.kinds import Arg, LayerKind, Weight
from nnviz.network.shapes import images as shapes
from nnviz.network.shapes.base import Args, Inputs, ShapeFunction

PREPARATION, AUGMENTATION = "Preparation", "Augmentation"
LARGEST = 100_000.0
LARGEST_PICTURE = 100_000
_FILL = (
    Arg("fill_mode", "choice", "reflect", "What stands where the picture does not reach.",
        choices=("reflect", "wrap", "constant", "nearest"), advanced=True),
    Arg("interpolation", "choice", "bilinear", "How the numbers in between are found.",
        choices=("nearest", "bilinear"), advanced=True),
    Arg("fill_value", "float", 0.0, "The number that fills with the mode constant.", -LARGEST, LARGEST, advanced=True),
)  # fmt: skip
_RANGE = Arg(
    "value_range", "numbers", (0, 255), "The least and the largest number of a picture.", -LARGEST, LARGEST, length=2,
)  # fmt: skip
_SIZE = (
    Arg("height", "int", 32, "The height of the pictures that come out.", 1, LARGEST_PICTURE),
    Arg("width", "int", 32, "The width of the pictures that come out.", 1, LARGEST_PICTURE),
)


def _factor(name: str, doc: str, least: float = -1.0, *, optional: bool = False) -> Arg:
    return Arg(name, "numbers", None if optional else 0.1, doc, least, 1.0, optional=optional, length=2)


def _random(kind: str, title: str, doc: str, args: Iterable[Arg], shape: ShapeFunction, keywords: str) -> LayerKind:
    return LayerKind(
        kind, title, AUGMENTATION, doc, tuple(args), shape, random=True, keywords=f"augmentation image {keywords}"
    )


def _normalization_weights(args: Args, inputs: Inputs) -> tuple[Weight, ...]:
    """What adapt() counts; nothing where mean and variance were given."""
    if args["mean"] is not None:
        return ()
    sizes = tuple(inputs[0][axis] or 0 for axis in shapes.kept_axes(args["axis"], len(inputs[0])))
    counted = Weight("mean", sizes, trainable=False), Weight("variance", sizes, trainable=False)
    return (*counted, Weight("count", (), trainable=False))


_PREPARING = (
    LayerKind(
        "Rescaling", "Rescale", PREPARATION, "Multiplies every number by one factor and adds another number.",
        (
            Arg("scale", "numbers", 1 / 255, "What every number is multiplied by; several are one for each channel.",
                -LARGEST, LARGEST, length=0),
            Arg("offset", "numbers", 0.0, "What is added then; several are one for each channel.", -LARGEST, LARGEST,
                length=0),
        ),
        shapes.rescaled, keywords="scale divide 255 pixels",
    ),
    LayerKind(
        "Normalization", "Normalize", PREPARATION,
        "Brings every column or channel to mean 0 and spread 1, as measured on the training part.",
        (
            Arg("axis", "axes", -1, "The dimension whose places each have a mean of their own, or several; () for one "
                "mean of all.", -8, 8, advanced=True),
            Arg("mean", "numbers", None, "The mean to take away, instead of the one that is measured; several are one "
                "for each place.", -1e9, 1e9, optional=True, length=0, advanced=True),
            Arg("variance", "numbers", None, "The variance to divide by, instead of the one that is measured; as many "
                "as means.", 0.0, 1e18, optional=True, length=0, advanced=True),
            Arg("invert", "bool", False, "Whether it is done the other way round.", advanced=True),
        ),
        shapes.normalization, _normalization_weights, keywords="standardize scale mean variance adapt",
    ),
    LayerKind(
        "Resizing", "Resize", PREPARATION, "Gives all pictures one height and width.",
        (
            *_SIZE,
            Arg("interpolation", "choice", "bilinear", "How the numbers in between are found.",
                choices=("bilinear", "nearest", "bicubic", "lanczos3", "lanczos5", "area")),
            Arg("crop_to_aspect_ratio", "bool", False, "Whether it cuts rather than distorts."),
            Arg("pad_to_aspect_ratio", "bool", False, "Whether it adds a frame rather than distorts."),
            Arg("fill_value", "float", 0.0, "The number that the frame is made of.", -LARGEST, LARGEST, advanced=True),
            Arg("antialias", "bool", False, "Whether it smooths while it shrinks.", advanced=True),
        ),
        shapes.resized("Resizing"), keywords="image scale",
    ),
    LayerKind(
        "CenterCrop", "Center crop", PREPARATION, "Cuts the middle out of every picture.", _SIZE,
        shapes.resized("CenterCrop"), keywords="image cut",
    ),
)  # fmt: skip

_VARYING = (
    _random(
        "RandomFlip", "Random flip", "Mirrors pictures at random while training.",
        (Arg("mode", "choice", "horizontal_and_vertical", "Which way.",
             choices=("horizontal", "vertical", "horizontal_and_vertical")),),
        shapes.varied("RandomFlip"), "mirror",
    ),
    _random(
        "RandomRotation", "Random rotation", "Turns pictures at random while training.",
        (_factor("factor", "How far at most, as a part of a full turn; two numbers are a range."), *_FILL),
        shapes.varied("RandomRotation"), "rotate turn",
    ),
    _random(
        "RandomZoom", "Random zoom", "Enlarges or shrinks pictures at random while training.",
        (
            _factor("height_factor", "How much at most, as a part of the height; two numbers are a range."),
            _factor("width_factor", "The same for the width; without it the proportions stay.", optional=True), *_FILL,
        ),
        shapes.varied("RandomZoom", least=-1.0), "scale",
    ),
    _random(
        "RandomTranslation", "Random shift", "Shifts pictures at random while training.",
        (
            _factor("height_factor", "How far at most, as a part of the height; two numbers are a range."),
            _factor("width_factor", "How far at most, as a part of the width; two numbers are a range."), *_FILL,
        ),
        shapes.varied("RandomTranslation"), "translate move",
    ),
    _random(
        "RandomContrast", "Random contrast", "Changes the contrast of pictures at random while training.",
        (_factor("factor", "How much at most; two numbers are the limits below and above.", 0.0), _RANGE),
        shapes.varied("RandomContrast", "value_range"), "color",
    ),
    _random(
        "RandomBrightness", "Random brightness", "Makes pictures lighter or darker at random while training.",
        (_factor("factor", "How much at most, as a part of the range; two numbers are a range."), _RANGE),
        shapes.varied("RandomBrightness", "value_range"), "light dark",
    ),
)  # fmt: skip
KINDS = (*_PREPARING, *_VARYING)
