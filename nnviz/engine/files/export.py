"""The trained network as files that others read: Keras's own, other runtimes', plain arrays, a table, a script."""

from __future__ import annotations

import contextlib
import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.build import Built
from nnviz.engine.exports.comparing import Comparison
from nnviz.engine.exports.writing import refuse, written
from nnviz.engine.files.weight_files import write_npz, write_safetensors
from nnviz.engine.keras_setup import keras
from nnviz.engine.weights import weight_arrays
from nnviz.errors import BadInput
from nnviz.network.export_limits import TITLES
from nnviz.network.spec import NetworkSpec
from nnviz.project.atomic import replacing, write_whole
from nnviz.project.card import card_path
from nnviz.project.folders import folder_size
from nnviz.project.project import Project
from nnviz.project.script import project_script
from nnviz.sentences import Sentence

saving_lib = keras.src.saving.saving_lib
# The ending that each format's files have; a SavedModel is a folder.
SUFFIXES = {
    "keras": ".keras",
    "savedmodel": ".savedmodel",
    "tflite": ".tflite",
    "onnx": ".onnx",
    "weights.h5": ".weights.h5",
    "npz": ".npz",
    "csv": ".csv",
    "safetensors": ".safetensors",
    "python": ".py",
}


@dataclass(frozen=True)
class Source:
    """What is exported.

    Attributes:
        built: the network with its weights.
        network: what it was built of, fitted to the data.
        project, base: what a script is written of.
        samples: gives some rows of the data, an array for each Input, on which a file of another runtime is tried.
    """

    built: Built
    network: NetworkSpec
    project: Project
    base: Path
    samples: Callable[[], list[NDArray[np.float32]]]


@dataclass(frozen=True)
class Written:
    """What was exported.

    Attributes:
        size: the file, or all files of the folder, in bytes.
        compared: how its answers were compared with the network's; None where the format is none of other runtimes.
    """

    size: int
    compared: Comparison | None = None


def export(source: Source, kind: str, path: Path, card: str | None = None) -> Written:
    """Write the network as it is now to *path* in the format *kind*.

    The file is there whole or not at all: BadInput where it cannot be written, with an older one as it was.

    Args:
        source: the network and what it is made of.
        kind: one of ``SUFFIXES``.
        path: the file.
        card: how the data were prepared, as ``card_text`` says it, for a file of its own beside *path*; a script
            shows it itself and gets none.
    """
    if kind not in SUFFIXES:
        raise BadInput(Sentence("There is no format {0!r}; expected one of {1}.", kind, ", ".join(SUFFIXES)))
    if kind in TITLES:
        return _export_to_runtime(source, kind, path, card)
    writers: dict[str, Callable[[Path], None]] = {
        "keras": lambda draft: _write_keras(source.built.model, draft),
        "weights.h5": lambda draft: _write_h5(source.built.model, draft),
        "npz": lambda draft: write_npz(source.built, draft),
        "csv": lambda draft: _write_csv(source.built, draft),
        "safetensors": lambda draft: write_safetensors(source.built, draft),
        "python": lambda draft: _write_script(source.project, source.base, draft),
    }
    with replacing(path) as draft:
        writers[kind](draft)
        if kind != "python":
            _write_card(card, path, kind)
    return Written(path.stat().st_size)


def _export_to_runtime(source: Source, kind: str, path: Path, card: str | None) -> Written:
    """The same for a format that another runtime runs: the file counts once it answers as the network does."""
    model = source.built.model
    refuse(model, source.network, kind)
    with written(model, source.network, kind, path, source.samples()) as compared:
        _write_card(card, path, kind)
    return Written(folder_size(path) if path.is_dir() else path.stat().st_size, compared)


def _write_card(card: str | None, path: Path, kind: str) -> None:
    """The card beside *path*, written while the file itself is a draft, so that both are there or neither."""
    if card is not None:
        write_whole(card_path(path, SUFFIXES[kind]), card.encode())


def _write_keras(model: Any, draft: Path) -> None:
    """Let Keras write to *draft*, under a name with the suffix that it insists on."""
    named = draft.with_name(f"{draft.name}.keras")
    try:
        model.save(named)
        named.replace(draft)
    finally:
        with contextlib.suppress(OSError):
            named.unlink(missing_ok=True)


class _Memory(io.BytesIO):
    """A file in memory under a name that Keras takes for one of weights."""

    def __str__(self) -> str:
        return "memory.weights.h5"


def _write_h5(model: Any, draft: Path) -> None:
    # HDF5 on a full disk goes on failing, with a page on stderr, until the process ends: it writes to memory here.
    # Keras's public function takes paths only; the one beneath it takes any file.
    memory = _Memory()
    saving_lib.save_weights_only(model, memory)
    draft.write_bytes(memory.getbuffer())


def _write_csv(built: Built, draft: Path) -> None:
    """One line a weight: layer, variable, row (of the inputs), column (of the units), value.

    A vector stands in row 0; of a kernel of more than two dimensions all but the last are counted through as rows.
    """
    with draft.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("layer", "variable", "row", "column", "value"))
        for name, array in weight_arrays(built).items():
            layer, variable = name.split("/", 1)
            for row, values in enumerate(array.reshape(-1, array.shape[-1] if array.ndim else 1)):
                # The shortest text that reads back as the same float32.
                texts = (np.format_float_scientific(v, trim="-") if _long(v) else str(v) for v in values)
                writer.writerows((layer, variable, row, column, text) for column, text in enumerate(texts))


def _long(value: np.float32) -> bool:
    return bool(value) and not 1e-4 <= abs(value) < 1e16


def _write_script(project: Project, base: Path, draft: Path) -> None:
    draft.write_text(project_script(project, base), encoding="utf-8")
