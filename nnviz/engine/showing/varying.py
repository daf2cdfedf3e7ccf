"""Pictures as the layers that vary them make them in training: by the very layers of Keras."""

from __future__ import annotations

import json
import random
from typing import Any

import numpy as np

from nnviz.engine.keras_setup import keras
from nnviz.errors import BadInput
from nnviz.network.calls import layer_call
from nnviz.network.catalogue import CATALOGUE
from nnviz.network.catalogue.images import AUGMENTATION
from nnviz.network.json_form import network_from_json
from nnviz.network.spec import LayerSpec
from nnviz.sentences import Sentence
from nnviz.training.varying import Varied, Vary

MOST = 64  # variants of a picture


def varied(command: Vary) -> Varied:
    """The pictures that *command* asks for; BadInput where a layer is none that varies pictures.

    What a run draws is left alone: each layer here has a seed of its own, and draws from no other.
    """
    layers = network_from_json(json.loads(command.layers)).layers
    x = np.frombuffer(command.x, "<f4").reshape(1, *command.shape)
    pictures: Any = np.repeat(x, max(1, min(MOST, command.count)), axis=0)
    for place, layer in enumerate(layers):
        pictures = _made(layer, command.seed + place)(pictures, training=True)
    out = np.asarray(pictures, "<f4")
    return Varied(command.number, out.tobytes(), (out.shape[0], out.shape[1], out.shape[2], out.shape[3]))


def _made(layer: LayerSpec, seed: int) -> Any:
    if layer.kind not in CATALOGUE or CATALOGUE[layer.kind].group != AUGMENTATION:
        raise BadInput(Sentence("{0}: a layer that varies pictures is expected, got {1}.", layer.id, layer.kind))
    args = dict(layer_call(layer, layer.id).args)
    state = random.getstate()  # Keras draws a name from it
    try:
        return getattr(keras.layers, layer.kind)(**args, seed=seed)
    finally:
        random.setstate(state)
