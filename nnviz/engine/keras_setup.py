"""Loads Keras on TensorFlow without a word on stderr; every module of the engine takes both from here."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")


@contextlib.contextmanager
def native_stderr_off() -> Iterator[None]:
    """TensorFlow's C++ greets on fd 2 before its own log level holds; Python errors still get out as exceptions."""
    try:
        kept = os.dup(2)
    except OSError:  # a program without a stderr, as a window on Windows
        yield
        return
    try:
        with open(os.devnull, "wb") as nowhere:
            os.dup2(nowhere.fileno(), 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


with native_stderr_off():
    import keras
    import tensorflow as tf

    # Finding the devices starts the runtime, which greets as well.
    _GPUS = tf.config.list_physical_devices("GPU")

# A new network is a new graph: TensorFlow's warning about retracing is about something else.
tf.get_logger().setLevel("ERROR")


def device() -> str:
    """What the tensors live on: the first GPU's name, or CPU."""
    if not _GPUS:
        return "CPU"
    details = tf.config.experimental.get_device_details(_GPUS[0])
    return str(details.get("device_name", "GPU"))


__all__ = ["device", "keras", "native_stderr_off", "tf"]
