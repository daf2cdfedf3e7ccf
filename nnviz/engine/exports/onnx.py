"""ONNX, the exchange format of ONNX Runtime, OpenVINO, TensorRT and others: one file, graph and weights."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.exports.serving import answering, input_names, output_names, signature
from nnviz.engine.keras_setup import keras, tf

Floats = NDArray[np.float32]


def write(model: Any, path: Path) -> None:
    """Write *model* to *path*; its inputs and outputs are called as their layers."""
    import tf2onnx
    from keras.src.export.tf2onnx_lib import patch_tf2onnx

    from nnviz.engine.exports import onnx_operations  # noqa: F401

    # What it does not know it only logs; whether the file is good is seen when it is run.
    logging.getLogger("tf2onnx").setLevel(logging.CRITICAL)
    patch_tf2onnx()  # it was written for numpy 1
    specs = tf.nest.flatten(signature(model))
    with _given_as_numbers(model):
        made, _ = tf2onnx.convert.from_function(answering(model), specs)
    path.write_bytes(made.SerializeToString())


@contextlib.contextmanager
def _given_as_numbers(model: Any) -> Iterator[None]:
    """The means and variances that a Normalization was given are numpy's meanwhile.

    Keras holds them as tensors, which a traced function takes from outside, and tf2onnx asks for them as for inputs.
    """
    layers = [part for part in model._flatten_layers() if isinstance(part, keras.layers.Normalization)]
    held = [(layer, layer.mean, layer.variance) for layer in layers if layer.input_mean is not None]
    for layer, mean, variance in held:
        layer.mean, layer.variance = np.asarray(mean), np.asarray(variance)
    try:
        yield
    finally:
        for layer, mean, variance in held:
            layer.mean, layer.variance = mean, variance


def run(path: Path, model: Any, inputs: list[Floats]) -> list[Floats]:
    """What the file *path* of *model* answers to the samples *inputs*, an array an Input: an array an Output."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4  # what is wrong comes as an error
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    given = dict(zip(input_names(model), inputs, strict=True))
    return [np.asarray(answer) for answer in session.run(list(output_names(model)), given)]
