"""The network as other runtimes run it: from its inputs to its answers, nothing dropped and nothing augmented."""

from __future__ import annotations

import functools
import keyword
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from nnviz.engine.keras_setup import keras, tf

ENDPOINT = "serve"
_NO_LETTER = re.compile(r"\W", re.ASCII)


def input_names(model: Any) -> tuple[str, ...]:
    """What the inputs of *model* are called in the files: as their layers, as far as that can name a parameter."""
    return _parameters(tensor.name for tensor in model.inputs)


def output_names(model: Any) -> tuple[str, ...]:
    """The same of its outputs."""
    return _parameters(model.output_names)


def _parameters(layers: Iterable[str]) -> tuple[str, ...]:
    found: list[str] = []
    for layer in layers:
        name = _NO_LETTER.sub("_", layer)
        name = name if name.isidentifier() and not keyword.iskeyword(name) else f"x_{name}"
        found.append(f"{name}_{len(found)}" if name in found else name)
    return tuple(found)


def signature(model: Any, batch: int | None = None) -> list[Any]:
    """The specs of the inputs of *model*, one or a list of them as it takes them; *batch* None for any number."""
    called = zip(model.inputs, input_names(model), strict=True)
    specs = [tf.TensorSpec((batch, *x.shape[1:]), x.dtype, name) for x, name in called]
    return specs if len(specs) == 1 else [specs]


def write_archive(model: Any, folder: Path, batch: int | None = None) -> None:
    """Write *model* into *folder* as a SavedModel with the one endpoint ``serve``.

    Keras's ``model.export`` leaves it to each layer what it does when nothing is said of training, and a RandomFlip
    flips then.
    """
    archive = keras.export.ExportArchive()
    archive.track(model)
    function = functools.partial(model.__call__, training=False)
    archive.add_endpoint(ENDPOINT, function, input_signature=signature(model, batch))
    archive.write_out(str(folder), verbose=False)


def answering(model: Any) -> Any:
    """*model* as a traced function of its inputs, each a parameter of its own, to its answers by their names."""
    called = output_names(model)

    def answer(*inputs: Any) -> dict[str, Any]:
        answers = tf.nest.flatten(model(inputs[0] if len(inputs) == 1 else list(inputs), training=False))
        return dict(zip(called, answers, strict=True))

    return tf.function(answer, input_signature=tf.nest.flatten(signature(model)), autograph=False)
