"""Pictures as Keras's layers vary them, asked for by the window."""

from __future__ import annotations

import json
import random
from typing import Any

import numpy as np
import pytest

from nnviz.engine.keras_setup import keras
from nnviz.engine.showing.varying import varied
from nnviz.errors import BadInput
from nnviz.training.varying import Vary

pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
PICTURE = np.random.default_rng(0).random((6, 5, 3)).astype("<f4")


def pictures(*layers: dict[str, Any], count: int = 12, seed: int = 3) -> np.ndarray:
    form = {"layers": [{"id": f"l{i}", **layer} for i, layer in enumerate(layers)]}
    answer = varied(Vary(7, json.dumps(form).encode(), PICTURE.tobytes(), (6, 5, 3), count, seed))
    assert answer.number == 7
    return np.frombuffer(answer.pictures, "<f4").reshape(answer.shape)


def test_no_layer_gives_the_picture_itself():
    np.testing.assert_array_equal(pictures(), np.repeat(PICTURE[np.newaxis], 12, axis=0))


def test_flips_are_flips():
    found = pictures({"kind": "RandomFlip", "mode": "horizontal"})
    plain = [np.array_equal(x, PICTURE) for x in found]
    turned = [np.array_equal(x, PICTURE[:, ::-1]) for x in found]
    assert any(plain)
    assert any(turned)
    assert all(a or b for a, b in zip(plain, turned, strict=True))


def test_a_chain_does_what_keras_does_in_training():
    turn, light = {"kind": "RandomRotation", "factor": 0.1}, {"kind": "RandomBrightness", "factor": 0.2}
    expected = np.repeat(PICTURE[np.newaxis], 12, axis=0)
    expected = keras.layers.RandomRotation(0.1, seed=3)(expected, training=True)
    expected = keras.layers.RandomBrightness(0.2, value_range=(0, 1), seed=4)(expected, training=True)
    np.testing.assert_allclose(pictures(turn, light | {"value_range": (0, 1)}), np.asarray(expected), atol=1e-6)


def test_what_a_run_draws_is_left_alone():
    before = random.getstate()
    first = pictures({"kind": "RandomZoom", "height_factor": 0.3})
    assert random.getstate() == before
    np.testing.assert_array_equal(first, pictures({"kind": "RandomZoom", "height_factor": 0.3}))


def test_other_layers_are_refused():
    with pytest.raises(BadInput, match="varies pictures is expected, got Dense"):
        pictures({"kind": "Dense", "units": 3})
