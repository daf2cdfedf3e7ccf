"""What the formats of other runtimes cannot do, known before anything is written.

Each entry was found by writing every layer of the catalogue, with all its choices, in every format and running the file
in the runtime that it is for; the nightly tests do that again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from nnviz.network.catalogue import full_args
from nnviz.network.catalogue.recurrent import KINDS as RECURRENT_KINDS
from nnviz.network.spec import NetworkSpec
from nnviz.network.titles import called
from nnviz.sentences import Sentence

TITLES = {"savedmodel": "SavedModel", "tflite": "TensorFlow Lite", "onnx": "ONNX"}
RECURRENT = frozenset(kind.kind for kind in RECURRENT_KINDS)
# Both are one buffer of protobuf or FlatBuffers, which count their bytes in 31 bits; some are for the graph.
LARGEST = {"tflite": 2**31 - 2**27, "onnx": 2**31 - 2**27}
Test = Callable[[Mapping[str, Any]], bool]


def _always(_: Mapping[str, Any]) -> bool:
    return True


def _more_than_one(name: str) -> Test:
    """Whether the argument *name*, one number or several, 1 by default, is larger."""

    def test(args: Mapping[str, Any]) -> bool:
        value = args.get(name, 1)
        return any(number > 1 for number in (value if isinstance(value, tuple | list) else (value,)))

    return test


def _one_of(name: str, *values: object) -> Test:
    return lambda args: args.get(name) in values


@dataclass(frozen=True)
class Unable:
    """Something that a format has no operations for.

    Attributes:
        kinds: of layers.
        why: the second half of a sentence.
        when: whether a layer with such arguments needs it.
    """

    kinds: tuple[str, ...]
    why: Sentence
    when: Test = _always


_GROUPS = Sentence("it has no convolution in groups")
_CURVES = Sentence("it has no such interpolation of pictures")
_SMOOTHING = Sentence("it does not smooth pictures when it makes them smaller")
UNABLE: Mapping[str, tuple[Unable, ...]] = {
    "onnx": (
        Unable(("Conv1D", "Conv2D", "Conv3D"), _GROUPS, _more_than_one("groups")),
        Unable(("UpSampling2D",), _CURVES, _one_of("interpolation", "lanczos3", "lanczos5")),
        Unable(("Resizing",), _CURVES, _one_of("interpolation", "bicubic", "lanczos3", "lanczos5", "area")),
        Unable(("Resizing",), _SMOOTHING, _one_of("antialias", True)),
    ),
    "tflite": (
        Unable(("MaxPooling3D", "AveragePooling3D"), Sentence("it has no pooling of volumes")),
        Unable(("Conv3D",), _GROUPS, _more_than_one("groups")),
        Unable(
            ("Conv1DTranspose", "Conv2DTranspose"),
            Sentence("it has no dilated transposed convolution"),
            _more_than_one("dilation_rate"),
        ),
        Unable(("UpSampling2D",), _CURVES, _one_of("interpolation", "bicubic", "lanczos3", "lanczos5")),
        Unable(("Resizing",), _CURVES, _one_of("interpolation", "bicubic", "lanczos3", "lanczos5", "area")),
        Unable(("Resizing",), _SMOOTHING, _one_of("antialias", True)),
    ),
}


def refusal(network: NetworkSpec, kind: str, parameters: int = 0) -> Sentence | None:
    """Why *network*, with so many *parameters*, cannot be written in the format *kind*; None where it can."""
    for layer in network.layers:
        why = unable(kind, layer.kind, layer.args)
        if why is not None:
            return Sentence("{0} cannot be exported as {1}: {2}.", called(layer), TITLES[kind], why)
    largest = LARGEST.get(kind)
    if largest is not None and parameters * 4 > largest:
        return Sentence(
            "The weights take {2} GB, and a file of {0} holds at most {1} GB.",
            TITLES[kind], f"{largest / 2**30:.1f}", f"{parameters * 4 / 2**30:.1f}",
        )  # fmt: skip
    return None


def unable(kind: str, layer: str, args: Mapping[str, Any]) -> Sentence | None:
    """What the format *kind* lacks for a layer of the kind *layer* with *args*, or for what it wraps."""
    return next(
        (
            lack.why
            for part, given in _parts(layer, args)
            for lack in UNABLE.get(kind, ())
            if part in lack.kinds and lack.when(given)
        ),
        None,
    )


def one_by_one(network: NetworkSpec) -> bool:
    """Whether a TensorFlow Lite file of *network* takes one sample at a time, as those with recurrent layers do."""
    return any(part in RECURRENT for layer in network.layers for part, _ in _parts(layer.kind, full_args(layer)))


def _parts(kind: str, args: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """*kind* with its *args*, and the same of the layers that it wraps."""
    yield kind, args
    for value in args.values():
        if isinstance(value, Mapping) and "kind" in value:
            yield from _parts(value["kind"], value)
