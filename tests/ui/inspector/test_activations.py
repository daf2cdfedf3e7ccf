"""The curves that are drawn of activation functions, against Keras."""

from __future__ import annotations

import numpy as np
import pytest

from nnviz.network.catalogue import ACTIVATIONS, CATALOGUE
from nnviz.ui.inspector.activations import CURVES, SENTENCES, curve

_ACTIVATION = CATALOGUE["Activation"].arg("activation")
assert _ACTIVATION is not None
ARGS = {name: {arg.name: arg.default for arg in _ACTIVATION.objects.get(name, ())} for name in ACTIVATIONS}
OF_SEVERAL = ("softmax", "log_softmax")


def test_every_activation_has_a_curve_and_a_sentence() -> None:
    assert set(CURVES) == set(SENTENCES) == set(ACTIVATIONS)
    assert curve("nothing", {}) is None


# Keras has no function for the first two; the last is wrong there where two of the numbers are less than 1 apart.
@pytest.mark.parametrize("name", [name for name in ACTIVATIONS if name not in ("step", "prelu", "sparsemax")])
def test_the_curve_is_the_function_of_keras(name: str) -> None:
    import keras

    drawn = curve(name, ARGS[name])
    assert drawn is not None
    x, y = drawn
    function, given = keras.activations.get(name), np.asarray(x, np.float32)
    if name in OF_SEVERAL:  # of two units, the other being 0
        expected = np.asarray(function(np.stack([given, np.zeros_like(given)], axis=1)))[:, 0]
    else:
        expected = np.asarray(function(given, **ARGS[name]))
    np.testing.assert_allclose(y, expected, atol=2e-3)


def test_shares_add_up_to_1() -> None:
    for name in ("softmax", "sparsemax"):
        drawn = curve(name, {})
        assert drawn is not None
        np.testing.assert_allclose(drawn[1] + drawn[1][::-1], 1)


def test_arguments_bend_the_curve() -> None:
    bent = curve("leaky_relu", {"negative_slope": 0.5})
    assert bent is not None
    np.testing.assert_allclose(bent[1][0], 0.5 * bent[0][0])
    capped = curve("relu", {"negative_slope": 0.0, "threshold": 1.0, "max_value": 2.0})
    assert capped is not None
    assert capped[1].max() == 2
    assert set(capped[1][capped[0] < 1]) == {0}
