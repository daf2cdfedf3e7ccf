"""One door to the formats of other runtimes: refuse, write, run the file, compare."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.build import first_line
from nnviz.engine.exports import onnx, savedmodel, tflite
from nnviz.engine.exports.comparing import Comparison, compare
from nnviz.engine.keras_setup import native_stderr_off, tf
from nnviz.errors import BadInput
from nnviz.network.export_limits import TITLES, one_by_one, refusal
from nnviz.network.spec import NetworkSpec
from nnviz.project.atomic import replacing
from nnviz.project.folders import replacing_folder
from nnviz.sentences import Sentence

Floats = NDArray[np.float32]


def refuse(model: Any, network: NetworkSpec, kind: str) -> None:
    """BadInput with the reason where *model*, made of *network*, cannot be written in the format *kind*."""
    refused = refusal(network, kind, model.count_params())
    if refused is not None:
        raise BadInput(refused)


@contextmanager
def written(model: Any, network: NetworkSpec, kind: str, path: Path, samples: list[Floats]) -> Iterator[Comparison]:
    """Write *model* to *path* in the format *kind*; it is there once the context has ended well.

    Args:
        model: the Keras model of *network*.
        network: fitted to the data.
        kind: one of ``TITLES``.
        path: the file, or for a SavedModel the folder.
        samples: some rows of the data, an array for each Input, on which the file is tried.

    Raises:
        BadInput: where it cannot be written, or answers otherwise than the network does; *path* is as it was.
    """
    whole = replacing_folder(path, savedmodel.MARK) if kind == "savedmodel" else replacing(path)
    with whole as draft:
        with _quietly(), _in_a_sentence(kind):
            theirs = _write_and_run(model, network, kind, draft, samples)
        ours = tf.nest.flatten(model(samples if len(samples) > 1 else samples[0], training=False))
        found = compare([np.asarray(answer) for answer in ours], theirs)
        if not found.agrees:
            raise BadInput(
                Sentence(
                    "The network was not exported: as {0} it answers otherwise, by up to {1:.2g} on {2} samples.",
                    TITLES[kind],
                    found.difference,
                    found.samples,
                )
            )
        yield found


def _write_and_run(model: Any, network: NetworkSpec, kind: str, draft: Path, samples: list[Floats]) -> list[Floats]:
    """Write *draft*; what its own runtime answers to *samples*."""
    if kind == "savedmodel":
        savedmodel.write(model, draft)
        return savedmodel.run(draft, samples)
    if kind == "tflite":
        batch = 1 if one_by_one(network) else None
        tflite.write(model, draft, batch)
        return tflite.run(draft, model, samples, batch)
    onnx.write(model, draft)
    return onnx.run(draft, model, samples)


@contextmanager
def _quietly() -> Iterator[None]:
    """Converters and runtimes greet on the standard error, and warn of the age of each other."""
    with native_stderr_off(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@contextmanager
def _in_a_sentence(kind: str) -> Iterator[None]:
    """Whatever a converter or a runtime fails with, but the disk's own faults, as BadInput."""
    try:
        yield
    except (OSError, MemoryError, BadInput):
        raise
    except Exception as error:
        raise BadInput(Sentence("The network was not exported as {0}: {1}", TITLES[kind], first_line(error))) from error
