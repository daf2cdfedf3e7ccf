"""Random numbers that are the same under XLA as outside it, so that a run with Dropout is one run.

TensorFlow and XLA draw the same random bits (Philox, Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2,
3") and make different floats of them: TensorFlow takes the lower 23 bits of each as the fraction, XLA the upper ones,
and for normal numbers they pair the bits otherwise. While a graph for XLA is traced, Keras is given functions that make
the floats as TensorFlow does on a CPU; at all other times its own are untouched.
"""

from __future__ import annotations

import contextlib
import math
import threading
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from nnviz.engine.keras_setup import tf

_FRACTION, _ONE = np.uint32(0x7FFFFF), np.uint32(0x3F800000)
_LEAST = 1e-7  # below this TensorFlow does not take the logarithm of a uniform number


class _Tracing(threading.local):
    for_xla = False


_tracing = _Tracing()


@contextlib.contextmanager
def drawn_alike() -> Iterator[None]:
    """What this thread traces meanwhile draws the same numbers under XLA as it would outside."""
    before, _tracing.for_xla = _tracing.for_xla, True
    try:
        yield
    finally:
        _tracing.for_xla = before


def _bits(count: Any, seed: Any) -> Any:
    return _uniform_of_tensorflow([count], seed, minval=None, maxval=None, dtype=tf.uint32, alg="philox")


def _floats(bits: Any) -> Any:
    """Uniform in [0, 1): the lower 23 bits behind the point."""
    return tf.bitcast(tf.bitwise.bitwise_or(tf.bitwise.bitwise_and(bits, _FRACTION), _ONE), tf.float32) - 1.0


def _uniform(shape: Any, seed: Any, minval: Any = 0, maxval: Any = None, dtype: Any = tf.float32, **others: Any) -> Any:
    """``tf.random.stateless_uniform``."""
    if not _tracing.for_xla or tf.as_dtype(dtype) != tf.float32:
        return _uniform_of_tensorflow(shape, seed, minval, maxval, dtype, **others)
    shape = tf.convert_to_tensor(shape, tf.int32)
    values = tf.reshape(_floats(_bits(tf.reduce_prod(shape), seed)), shape)
    low, high = tf.cast(minval, tf.float32), tf.cast(1 if maxval is None else maxval, tf.float32)
    return values * (high - low) + low


def _normal(shape: Any, seed: Any, mean: Any = 0.0, stddev: Any = 1.0, dtype: Any = tf.float32, **others: Any) -> Any:
    """``tf.random.stateless_normal``: Box and Muller's transform of neighbouring pairs."""
    if not _tracing.for_xla or tf.as_dtype(dtype) != tf.float32:
        return _normal_of_tensorflow(shape, seed, mean, stddev, dtype, **others)
    shape = tf.convert_to_tensor(shape, tf.int32)
    count = tf.reduce_prod(shape)
    pairs = tf.reshape(_floats(_bits((count + 3) // 4 * 4, seed)), [-1, 2])
    radius = tf.sqrt(-2.0 * tf.math.log(tf.maximum(pairs[:, :1], _LEAST)))
    angle = 2.0 * math.pi * pairs[:, 1:]
    values = tf.reshape(radius * tf.concat([tf.sin(angle), tf.cos(angle)], 1), [-1])[:count]
    return tf.reshape(values, shape) * tf.cast(stddev, tf.float32) + tf.cast(mean, tf.float32)


def _in_place_of(place: Any, name: str, ours: Callable[..., Any]) -> Any:
    theirs = getattr(place, name)
    setattr(place, name, ours)
    return theirs


_uniform_of_tensorflow = _in_place_of(tf.random, "stateless_uniform", _uniform)
_normal_of_tensorflow = _in_place_of(tf.random, "stateless_normal", _normal)


def _dropout(
    x: Any, rate: Any, seed: Any, rng_alg: str = "auto_select", noise_shape: Any = None, name: Any = None
) -> Any:
    """``tf.nn.experimental.stateless_dropout``."""
    if not _tracing.for_xla or x.dtype != tf.float32:
        return _dropout_of_tensorflow(x, rate, seed, rng_alg, noise_shape, name)
    noise = _uniform(tf.shape(x) if noise_shape is None else noise_shape, seed)
    return tf.where(noise >= rate, x * (1.0 / (1.0 - rate)), 0.0)


_dropout_of_tensorflow = _in_place_of(tf.nn.experimental, "stateless_dropout", _dropout)
