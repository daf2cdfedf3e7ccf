"""TensorFlow's SavedModel: a folder that TensorFlow, TF Serving and tf.saved_model.load take."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.exports.serving import ENDPOINT, write_archive
from nnviz.engine.keras_setup import tf

# The file by which such a folder is known.
MARK = "saved_model.pb"


def write(model: Any, folder: Path) -> None:
    """Write *model* into the empty *folder*."""
    write_archive(model, folder)


def run(folder: Path, inputs: list[NDArray[np.float32]]) -> list[NDArray[np.float32]]:
    """What the SavedModel in *folder* answers to the samples *inputs*, an array an Input: an array an Output."""
    loaded = tf.saved_model.load(str(folder))
    answer = getattr(loaded, ENDPOINT)(inputs[0] if len(inputs) == 1 else inputs)
    return [np.asarray(output) for output in tf.nest.flatten(answer)]
