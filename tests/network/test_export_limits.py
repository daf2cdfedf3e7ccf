"""What a format cannot do is said before anything is written; that it truly cannot is tried in tests/engine/exports."""

from __future__ import annotations

from typing import Any

import pytest

from nnviz.network.catalogue import CATALOGUE
from nnviz.network.export_limits import TITLES, UNABLE, one_by_one, refusal
from nnviz.network.spec import LayerSpec, NetworkSpec


def network(kind: str, **args: Any) -> NetworkSpec:
    layers = (LayerSpec("in", "Input"), LayerSpec("mine", kind, args), LayerSpec("out", "Output"))
    return NetworkSpec(layers, (("in", "mine"), ("mine", "out")))


@pytest.mark.parametrize(
    ("kind", "layer", "args", "why"),
    [
        ("onnx", "Conv2D", {"groups": 2}, "mine cannot be exported as ONNX: it has no convolution in groups."),
        ("tflite", "MaxPooling3D", {}, "mine cannot be exported as TensorFlow Lite: it has no pooling of volumes."),
        ("tflite", "Conv2DTranspose", {"dilation_rate": (1, 2)}, "transposed"),
        ("onnx", "Resizing", {"interpolation": "area"}, "interpolation"),
        ("tflite", "TimeDistributed", {"layer": {"kind": "Resizing", "antialias": True}}, "smooth"),
    ],
)
def test_a_refusal_names_layer_format_and_reason(kind: str, layer: str, args: dict[str, Any], why: str) -> None:
    assert why in str(refusal(network(layer, **args), kind))


def test_everything_else_goes_through() -> None:
    for kind in (*TITLES, "keras", "npz"):
        for layer in ("Dense", "Conv2D", "LSTM", "Resizing", "Conv2DTranspose"):
            assert refusal(network(layer), kind) is None
    assert refusal(network("Conv2D", groups=2), "tflite") is None
    assert refusal(network("MaxPooling3D"), "onnx") is None


def test_a_file_that_would_be_too_large_is_refused() -> None:
    for kind in ("onnx", "tflite"):
        assert "The weights take 2.2 GB, and a file of" in str(refusal(network("Dense"), kind, 600_000_000))
        assert refusal(network("Dense"), kind, 400_000_000) is None
    assert refusal(network("Dense"), "savedmodel", 600_000_000) is None


def test_recurrent_layers_are_found_inside_of_others() -> None:
    assert one_by_one(network("GRU"))
    assert one_by_one(network("Bidirectional"))
    assert one_by_one(network("TimeDistributed", layer={"kind": "LSTM", "units": 2}))
    assert not one_by_one(network("TimeDistributed", layer={"kind": "Dense", "units": 2}))


def test_the_table_speaks_of_the_catalogue() -> None:
    assert {kind for lacks in UNABLE.values() for lack in lacks for kind in lack.kinds} <= set(CATALOGUE)
    assert set(UNABLE) <= set(TITLES)
