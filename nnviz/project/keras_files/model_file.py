"""The files in which Keras keeps a model: what they are made of, within bounds, and nothing of it carried out.

``.keras`` is a ZIP archive of ``config.json``, ``metadata.json`` and ``model.weights.h5``; ``.h5`` is HDF5 with the
same JSON in attributes and the weights below ``model_weights``; ``.json`` is what ``model.to_json()`` gives.
"""

from __future__ import annotations

import contextlib
import json
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, Literal

from nnviz.errors import BadInput
from nnviz.project.keras_files import hdf5
from nnviz.project.keras_files.hdf5 import Hdf5
from nnviz.sentences import Sentence

LARGEST_CONFIG = 4 << 20  # bytes; a network of a thousand layers has about one million
LARGEST_WEIGHTS = 1_000_000_000  # bytes; a project can hold no larger snapshot
# Beside the weights a file may hold what the optimizer remembers of them.
LARGEST_FILE = 4 * LARGEST_WEIGHTS
MOST_MEMBERS, LARGEST_DIRECTORY = 1_000, 1 << 20
# Keras stores the weights as they are; what unpacks to far more than it takes is a bomb.
MOST_UNPACKED = 20
WEIGHTS = "model.weights.h5"
_END, _END_SIZE, _END_64 = b"PK\5\6", 22, b"PK\6\7"
_BLOCK = 1 << 20
_MEANT = (OSError, ValueError, KeyError, TypeError, RuntimeError, EOFError, RecursionError, NotImplementedError,
          IndexError, OverflowError, zipfile.BadZipFile, zlib.error)  # fmt: skip
Layout = Literal["keras 3", "keras 2"]
OpenWeights = Callable[[], AbstractContextManager[Hdf5]]


@dataclass(frozen=True)
class ModelFile:
    """What a file says of a model.

    Attributes:
        name: the file's name, for a sentence.
        config: the model: ``{"class_name": ..., "config": ...}``.
        training: how it was compiled; None where that is not said.
        weights: opens the file of its weights; None where it has none.
        layout: how they are laid out there.
        keras: the generation of Keras that wrote it, 2 or 3.
        size: bytes of that file.
    """

    name: str
    config: dict[str, Any]
    training: dict[str, Any] | None = None
    weights: OpenWeights | None = None
    layout: Layout = "keras 3"
    size: int = 0
    keras: int = 3


def holds_weights_only(path: Path) -> bool:
    """Whether the HDF5 file *path* is one of weights, without their model; BadInput where it is damaged."""
    with _refused(path.name), path.open("rb") as file, hdf5.opened(file, path.name) as found:
        return "model_config" not in found.root.attrs


@contextlib.contextmanager
def opened(path: Path) -> Iterator[ModelFile]:
    """The model that the file *path* holds; its weights can be opened until the end of the ``with``.

    Raises:
        BadInput: here or on the way, where it is no such file, is damaged or larger than it may be.
    """
    open_kind = {".keras": _archive, ".h5": _whole_hdf5, ".hdf5": _whole_hdf5, ".json": _text}.get(path.suffix.lower())
    if open_kind is None:
        raise BadInput(
            Sentence('{0} is not a model: expected a .keras, .h5 or .json file, got "{1}"', path.name, path.suffix)
        )
    if not path.is_file():
        folder = Sentence("{0} is a folder: expected a file", path)
        raise BadInput(folder if path.is_dir() else Sentence("There is no file {0}", path))
    with _refused(path.name), path.open("rb") as file:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise BadInput(
                Sentence("{0} is too large: expected at most {1:,} MB of a model", path.name, LARGEST_FILE >> 20)
            )
        with open_kind(file, path.name, size) as model:
            yield model


@contextlib.contextmanager
def _refused(name: str) -> Iterator[None]:
    """Turns what a damaged file leads to into one sentence."""
    try:
        yield
    except _MEANT as error:
        raise BadInput(Sentence("{0} is damaged or is not a model that Keras saved", name)) from error


# ---------------------------------------------------------------------- .json and .h5


@contextlib.contextmanager
def _text(file: BinaryIO, name: str, _: int) -> Iterator[ModelFile]:
    yield _model(name, file.read(LARGEST_CONFIG + 1))


@contextlib.contextmanager
def _whole_hdf5(file: BinaryIO, name: str, size: int) -> Iterator[ModelFile]:
    with hdf5.opened(file, name) as found:
        text = found.text(found.root, "model_config", LARGEST_CONFIG)
        if text is None:
            raise BadInput(
                Sentence("{0} holds weights, but not the model they belong to: expected one saved as a whole", name)
            )
        training = found.text(found.root, "training_config", LARGEST_CONFIG)
        weights = (lambda: contextlib.nullcontext(found)) if "model_weights" in found.root else None
        said = None if training is None else parsed(training, name)
        version = found.text(found.root, "keras_version", LARGEST_CONFIG)
        yield _model(name, text, said if isinstance(said, dict) else None, weights, "keras 2", size, version)


def _model(
    name: str,
    text: str | bytes,
    training: dict[str, Any] | None = None,
    weights: OpenWeights | None = None,
    layout: Layout = "keras 3",
    size: int = 0,
    version: str | None = None,
) -> ModelFile:
    config = parsed(text, name)
    if not isinstance(config, dict) or "class_name" not in config or "config" not in config:
        raise BadInput(Sentence("{0} is not a model that Keras saved: it has no class_name and config", name))
    compiled = config.get("compile_config")
    if training is None and isinstance(compiled, dict):
        training = compiled
    return ModelFile(name, config, training, weights, layout, size, _generation(config, version))


def _generation(config: dict[str, Any], version: str | None) -> int:
    """Which Keras wrote *config*: where no *version* is said, the second is the one that names no modules."""
    said = config.get("keras_version", version)
    if isinstance(said, str):
        return 2 if said.startswith(("1.", "2.")) else 3
    return 3 if "module" in config else 2


def parsed(text: str | bytes, name: str) -> Any:
    """The JSON *text* of the file *name*; BadInput where it is too large, or not what JSON allows."""
    if len(text) > LARGEST_CONFIG:
        raise BadInput(
            Sentence(
                "{0}: its description of the model is too large: expected at most {1} MB", name, LARGEST_CONFIG >> 20
            )
        )
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except RecursionError:
        raise BadInput(Sentence("{0}: its description of the model is nested too deeply", name)) from None
    except ValueError as error:
        raise BadInput(
            Sentence("{0}: its description of the model is not valid JSON: {1}", name, str(error).lower()[:80])
        ) from None


def _refuse_constant(text: str) -> float:
    raise ValueError(f"{text} is not a number")


# ---------------------------------------------------------------------- .keras


@contextlib.contextmanager
def _archive(file: BinaryIO, name: str, size: int) -> Iterator[ModelFile]:
    _check_directory(file, name, size)
    with zipfile.ZipFile(file) as archive:
        members = _members(archive, name)
        if "config.json" not in members:
            raise BadInput(Sentence("{0} holds no config.json: it is not a model that Keras saved", name))
        with archive.open(members["config.json"]) as member:
            text = member.read(LARGEST_CONFIG + 1)
        info = members.get(WEIGHTS)
        other = next((member for member in members if member.startswith("model.weights.")), None)
        if info is None and other is not None:
            raise BadInput(Sentence("{0} keeps its weights in {1}: expected {2}", name, other, WEIGHTS))
        weights = None if info is None else lambda: _unpacked(archive, info, name)
        yield _model(name, text, None, weights, "keras 3", 0 if info is None else info.file_size)


def _check_directory(file: BinaryIO, name: str, size: int) -> None:
    """BadInput where the archive's list of members is longer than any of Keras's; Python would read all of it."""
    file.seek(max(0, size - _END_SIZE - 0xFFFF - 20))
    tail = file.read()
    end = tail.rfind(_END)
    if end < 0 or len(tail) < end + _END_SIZE:
        raise BadInput(Sentence("{0} is damaged or is not a model that Keras saved: it is no ZIP archive", name))
    length = int.from_bytes(tail[end + 12 : end + 16], "little")
    if length > LARGEST_DIRECTORY or tail[max(0, end - 20) : end].startswith(_END_64):
        raise BadInput(Sentence("{0} is not a model that Keras saved: its list of files is too long", name))


def _members(archive: zipfile.ZipFile, name: str) -> dict[str, zipfile.ZipInfo]:
    found: dict[str, zipfile.ZipInfo] = {}
    for info in archive.infolist():
        path = info.orig_filename.replace("\\", "/")
        if path.startswith("/") or ":" in path or "\0" in path or ".." in PurePosixPath(path).parts:
            raise BadInput(
                Sentence("{0} is not a model that Keras saved: {1!r} in it leads out of it", name, path[:60])
            )
        if path in found or len(found) == MOST_MEMBERS:
            raise BadInput(Sentence("{0} is not a model that Keras saved: expected a few files in it, each once", name))
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) or info.flag_bits & 1:
            raise BadInput(Sentence("{0} is not a model that Keras saved: it is packed in another way", name))
        found[path] = info
    return found


@contextlib.contextmanager
def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> Iterator[Hdf5]:
    """The weights of the archive; unpacked to the disk, since HDF5 is read back and forth."""
    limit = min(LARGEST_FILE, MOST_UNPACKED * max(info.compress_size, 1 << 16))
    if info.file_size > limit:
        raise BadInput(Sentence("{0}: its weights would unpack to {1:,} bytes", name, info.file_size))
    with tempfile.TemporaryFile(prefix="nnviz-") as draft, archive.open(info) as member:
        while block := member.read(_BLOCK):  # to the end, where the check sum is compared
            draft.write(block)
        with hdf5.opened(draft, name) as found:
            yield found
