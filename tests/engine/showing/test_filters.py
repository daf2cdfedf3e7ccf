"""Filters as pictures, against the kernels that Keras has."""

from __future__ import annotations

import numpy as np
import pytest

from nnviz.engine.build import Built
from nnviz.engine.keras_setup import keras
from nnviz.engine.showing.filters import MOST_AVERAGED, layer_filters
from nnviz.engine.showing.pictures import cell_of as place_in_memory
from nnviz.engine.showing.pictures import layer_weights
from nnviz.training.filter_cells import cell_of, value_of
from nnviz.training.pictures import COLOUR, MEAN, WantedFilters

L = keras.layers


def built(layer, *shape) -> Built:
    """*layer* with random weights, for samples of *shape*."""
    layer.build((None, *shape))
    rng = np.random.default_rng(1)
    layer.set_weights([rng.normal(size=w.shape) for w in layer.weights])
    return Built(None, {"a": layer}, {}, ())


def pictures(found) -> np.ndarray:
    size = len(found.units), len(found.rows), len(found.cols), 3 if found.channel == COLOUR else 1
    return np.frombuffer(found.values, "<f4").reshape(size)


def wanted(channel=MEAN, most=100, numbers=10_000, picture=None) -> WantedFilters:
    return WantedFilters("a", most, numbers, channel, picture)


KINDS = {  # a layer, what comes in, the axes of its kernel, the size of a picture, the channels to choose from
    "Conv1D": (L.Conv1D(5, 3), (9, 4), "whu", (4, 3), 1),
    "Conv2D": (L.Conv2D(5, (2, 3)), (9, 9, 4), "hwcu", (2, 3), 4),
    "groups": (L.Conv2D(6, 3, groups=2), (9, 9, 4), "hwcu", (3, 3), 2),
    "Conv3D": (L.Conv3D(5, (2, 3, 4)), (9, 9, 9, 2), "dhwcu", (6, 4), 2),
    "Conv1DTranspose": (L.Conv1DTranspose(5, 3), (9, 4), "wuh", (4, 3), 1),
    "Conv2DTranspose": (L.Conv2DTranspose(5, (2, 3)), (9, 9, 4), "hwuc", (2, 3), 4),
    "Conv3DTranspose": (L.Conv3DTranspose(5, (2, 3, 4)), (9, 9, 9, 2), "dhwuc", (6, 4), 2),
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_numbers_are_those_of_the_kernel(kind):
    layer, shape, axes, size, channels = KINDS[kind]
    network = built(layer, *shape)
    kernel = np.einsum(f"{axes}->{''.join(sorted(axes, key='udhwc'.index))}", layer.kernel.numpy())
    kernel = kernel.reshape(kernel.shape[0], *size, channels)
    for channel in (MEAN, *range(channels if channels > 1 else 0)):
        found = layer_filters(network, wanted(channel))
        expected = kernel.mean(axis=3) if channel == MEAN else kernel[..., channel]
        np.testing.assert_allclose(pictures(found)[..., 0], expected, rtol=1e-6, atol=1e-7)
        assert (found.size, found.channels, found.channel) == (size, channels, channel)
        assert found.units == tuple(range(found.total))


@pytest.mark.parametrize("layer", [L.DepthwiseConv2D(3, depth_multiplier=2), L.SeparableConv2D(7, 3)])
def test_each_channel_has_patterns_of_its_own(layer):
    found = layer_filters(built(layer, 9, 9, 4), wanted())
    kernel = layer.weights[0].numpy()
    patterns = [kernel[:, :, c, m] for c in range(4) for m in range(kernel.shape[3])]
    np.testing.assert_array_equal(pictures(found)[..., 0], patterns)


def test_three_channels_are_colours_and_others_are_averaged_instead():
    colours, others = L.Conv2D(2, 3), L.Conv2D(2, 3)
    found = layer_filters(built(colours, 9, 9, 3), wanted(COLOUR))
    np.testing.assert_array_equal(pictures(found), colours.kernel.numpy().transpose(3, 0, 1, 2))
    assert layer_filters(built(others, 9, 9, 4), wanted(COLOUR)).channel == MEAN


def test_a_dense_layer_sees_pictures_where_these_are_its_inputs():
    layer = L.Dense(7)
    network = built(layer, 4 * 5 * 3)
    found = layer_filters(network, wanted(COLOUR, picture=(4, 5, 3)))
    np.testing.assert_array_equal(pictures(found), layer.kernel.numpy().T.reshape(7, 4, 5, 3))
    assert layer_filters(network, wanted(picture=(4, 5, 1))) is None
    assert layer_filters(network, wanted()) is None


def test_never_more_is_sent_than_was_asked_for():
    layer = L.Conv2D(50, 11)
    network, kernel = built(layer, 20, 20, 3), None
    kernel = layer.kernel.numpy()
    for most, numbers, channel in ((9, 10_000, 1), (9, 90, COLOUR), (100, 300, MEAN), (1, 1, COLOUR), (50, 50, 0)):
        found = layer_filters(network, wanted(channel, most, numbers))
        assert len(found.units) <= most
        assert pictures(found).size <= max(numbers, 3)
        part = kernel[np.ix_(found.rows, found.cols, range(3), found.units)]
        expected = part.mean(axis=2) if channel == MEAN else part[:, :, 1 if channel == 1 else 0]
        np.testing.assert_allclose(pictures(found)[..., 0], expected.transpose(2, 0, 1), atol=1e-6)


def test_of_a_large_kernel_only_what_is_shown_is_averaged():
    layer = L.Conv2D(600, 1, kernel_initializer="ones")
    layer.build((None, 2, 2, 5000))
    found = layer_filters(Built(None, {"a": layer}, {}, ()), wanted(most=600))
    assert (found.total, len(found.units)) == (600, MOST_AVERAGED // 5000)
    assert found.units[-1] == 599


def test_the_matrix_of_a_large_transposed_kernel_is_a_sample_of_it():
    layer = L.Conv2DTranspose(300, 3)
    (drawn,) = layer_weights(built(layer, 9, 9, 120), 16)
    kernel = layer.kernel.numpy()
    matrix = kernel.transpose(0, 1, 3, 2).reshape(-1, 300)
    assert drawn.shape == matrix.shape
    cells = np.frombuffer(drawn.kernel, "<f4").reshape(16, 16)
    np.testing.assert_array_equal(cells, matrix[np.ix_(drawn.rows, drawn.cols)])
    assert drawn.norm == pytest.approx(np.linalg.norm(kernel), rel=1e-4)


def test_a_normalization_has_a_row_for_each_of_its_weights():
    layer = L.BatchNormalization()
    (drawn,) = layer_weights(built(layer, 9, 9, 5), 16)
    assert drawn.parts == ("gamma", "beta", "moving_mean", "moving_variance")
    np.testing.assert_array_equal(np.frombuffer(drawn.kernel, "<f4").reshape(4, 5), layer.get_weights())


SETTABLE = {**KINDS, "DepthwiseConv2D": (L.DepthwiseConv2D(3, depth_multiplier=2), (9, 9, 4), "", (), 1)}


@pytest.mark.parametrize("kind", SETTABLE)
def test_a_number_of_a_picture_is_the_weight_that_is_set_there(kind):
    given, shape, _, _, channels = SETTABLE[kind]
    layer = type(given).from_config(given.get_config())
    network = built(layer, *shape)
    seen = wanted(channels - 1 if channels > 1 else MEAN)
    before = layer_filters(network, seen)
    for place in ((0, 0, 0), (1, 1, 1), (len(before.units) - 1, len(before.rows) - 1, len(before.cols) - 1)):
        row, col = cell_of(before, *place)
        assert value_of(before, row, col) == pictures(before)[(*place, 0)]
        weight, index = place_in_memory(layer, row, col)
        values = weight.numpy()
        values.reshape(-1)[index] = 7.0
        weight.assign(values)
        expected = pictures(before).copy()
        expected[(*place, 0)] = 7.0
        before = layer_filters(network, seen)
        np.testing.assert_array_equal(pictures(before), expected)


def test_a_mean_of_channels_is_no_weight_and_neither_is_what_the_matrix_does_not_show():
    network = built(L.Conv2D(5, 3), 9, 9, 4)
    assert cell_of(layer_filters(network, wanted()), 0, 0, 0) is None
    one = layer_filters(network, wanted(2))
    assert value_of(one, 3, 0) is None  # another channel
    assert value_of(one, 2, 0) == pictures(one)[0, 0, 0, 0]
    assert cell_of(layer_filters(built(L.SeparableConv2D(7, 3), 9, 9, 4), wanted()), 0, 0, 0) is None
