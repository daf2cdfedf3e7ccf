"""TensorFlow Lite, for telephones and small boards: a file that its interpreter runs without TensorFlow."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.exports.serving import input_names, write_archive
from nnviz.engine.keras_setup import tf

Floats = NDArray[np.float32]


def write(model: Any, path: Path, batch: int | None = None) -> None:
    """Write *model* to *path*, for *batch* samples at a time; None for any number.

    Only operations that every interpreter has are used: with TensorFlow's own the file would need TensorFlow beside it.
    The lists of steps inside recurrent layers have no such operation unless the batch is known.
    """
    with tempfile.TemporaryDirectory() as folder:
        write_archive(model, Path(folder), batch)
        converter = tf.lite.TFLiteConverter.from_saved_model(folder)
        converter.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS]
        converted = converter.convert()
    path.write_bytes(converted)


def run(path: Path, model: Any, inputs: list[Floats], batch: int | None = None) -> list[Floats]:
    """What the file *path* of *model*, for *batch* samples at a time, answers to *inputs*: an array an Output."""
    interpreter = tf.lite.Interpreter(str(path))
    runner = interpreter.get_signature_runner()
    called = input_names(model)
    step = batch or len(inputs[0])
    pieces = []
    for first in range(0, len(inputs[0]), step):
        given = {name: x[first : first + step] for name, x in zip(called, inputs, strict=True)}
        pieces.append(runner(**given))
    # The outputs are called by numbers, output_0 and on, and come in no order that is promised.
    order = sorted(pieces[0], key=lambda name: int(name.rsplit("_", 1)[-1]))
    return [np.concatenate([piece[name] for piece in pieces]) for name in order]
