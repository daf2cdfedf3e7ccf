"""The sets of ``keras.datasets`` from the cache Keras itself keeps, without Keras."""

from __future__ import annotations

import io
import os
import pickle
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from nnviz.data.dataset import Given, Raw, Target, nothing, stage
from nnviz.data.lazy import Array
from nnviz.data.sources.download import fetched
from nnviz.data.sources.idx import pair
from nnviz.data.sources.npz import read_arrays
from nnviz.data.spec import KerasSet, Scale
from nnviz.errors import BadInput
from nnviz.sentences import Sentence

ADDRESS = "https://storage.googleapis.com/tensorflow/tf-keras-datasets/"
CIFAR_ADDRESS = "https://www.cs.toronto.edu/~kriz/cifar-10-python.tar.gz"
SHA256 = {
    "mnist.npz": "731c5ac602752760c8e48fbffcf8c3b850d9dc2a2aedcf2cc48468fc17b673d1",
    "imdb.npz": "69664113be75683a8fe16e3ed0ab59fda8886cb3cd7ada244f7d9544e4676b9f",
    "cifar-10-python.tar.gz": "6d958be074577803d12ecdefd02955f39262c83c16fe9348329d7fe0b5c001ce",
    "train-images-idx3-ubyte.gz": "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
    "train-labels-idx1-ubyte.gz": "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
    "t10k-images-idx3-ubyte.gz": "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
    "t10k-labels-idx1-ubyte.gz": "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5",
}
DOWNLOADING = 0.9  # of the time, where a set has to be downloaded
FASHION_FILES = (
    "train-images-idx3-ubyte.gz",
    "train-labels-idx1-ubyte.gz",
    "t10k-images-idx3-ubyte.gz",
    "t10k-labels-idx1-ubyte.gz",
)
# The files of each set below the cache folder, with their sizes in bytes.
FILES: dict[str, dict[str, int]] = {
    "mnist": {"mnist.npz": 11_490_434},
    "fashion_mnist": {
        f"fashion-mnist/{name}": size
        for name, size in zip(FASHION_FILES, (26_421_880, 29_515, 4_422_102, 5_148), strict=True)
    },
    "cifar10": {"cifar-10-python.tar.gz": 170_498_071},
    "imdb": {"imdb.npz": 17_464_789},
}
CIFAR_UNPACKED = ("cifar-10-batches-py-target/cifar-10-batches-py", "cifar-10-batches-py")
CIFAR_BATCHES = (*(f"data_batch_{i}" for i in range(1, 6)), "test_batch")
FASHION = ("T-shirt", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot")
CIFAR = ("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck")
DIGITS = tuple(str(digit) for digit in range(10))
REVIEWS = ("bad", "good")
IMDB, IMDB_WORDS = "imdb.npz", 1000
IMDB_INDEX_FROM = 1  # the file numbers words from 1, the commonest first


def read(
    spec: KerasSet, base: Path, cancelled: Callable[[], bool], progress: Callable[[float], None] = nothing
) -> Raw:  # fmt: skip
    """The set called *spec.name* with its own test part, downloaded where the cache has none."""
    missing = missing_bytes(spec)
    if missing:
        coming = stage(progress, 0.0, DOWNLOADING)
        download(spec, cancelled, lambda count: coming(count / missing))
        progress(DOWNLOADING)
    try:
        return _READERS[spec.name]()
    except (BadInput, KeyError, IndexError, ValueError) as error:
        reason = error.args[0] if isinstance(error, BadInput) else str(error).rstrip(".")
        raise BadInput(
            Sentence(
                "The copy of {0} in {1} is damaged ({2}); delete it and load again.", spec.name, cache_folder(), reason
            )
        ) from None


def missing_bytes(spec: KerasSet) -> int:
    """How many bytes of the set *spec.name* have to be downloaded; 0 where the cache has all of it."""
    if spec.name == "cifar10" and _unpacked_cifar() is not None:
        return 0
    return sum(size for name, size in FILES[spec.name].items() if not (cache_folder() / name).is_file())


def download(spec: KerasSet, cancelled: Callable[[], bool], told: Callable[[int], None]) -> None:
    """Bring what is missing of the set *spec.name* into the cache; *told* is given the bytes that came so far."""
    before = 0
    for name, size in FILES[spec.name].items():
        path = cache_folder() / name
        if path.is_file():
            continue
        address = CIFAR_ADDRESS if spec.name == "cifar10" else ADDRESS + path.name
        fetched(address, path, cancelled, SHA256.get(path.name), told=_counting_from(before, told))
        before += size


def _counting_from(before: int, told: Callable[[int], None]) -> Callable[[int], None]:
    return lambda count: told(before + count)


def cache_folder() -> Path:
    """Where Keras keeps its data sets."""
    home = os.environ.get("KERAS_HOME")
    return (Path(home) if home else Path.home() / ".keras") / "datasets"


def _mnist() -> Raw:
    path = cache_folder() / "mnist.npz"
    arrays = read_arrays(path)
    train, test = (
        Given(arrays[f"x_{part}"][..., np.newaxis], Target((arrays[f"y_{part}"],), ("digit",), DIGITS))
        for part in ("train", "test")
    )
    return Raw(train.x, train.target, scale="255", test=test)


def _fashion() -> Raw:
    paths = [cache_folder() / "fashion-mnist" / name for name in FASHION_FILES]
    train, test = (
        Given(part.x, Target(part.target.columns, ("article",), FASHION))
        for part in (pair(paths[0], paths[1]), pair(paths[2], paths[3]))
    )
    return Raw(train.x, train.target, scale="255", test=test)


def _cifar10() -> Raw:
    batches = _cifar_batches()
    x = np.concatenate([batch[b"data"] for batch in batches]).reshape(-1, 3, 32, 32).transpose(0, 2, 3, 1)
    y = np.concatenate([batch[b"labels"] for batch in batches])
    held_back = len(batches[-1][b"labels"])
    test = Given(x[-held_back:], Target((y[-held_back:],), ("object",), CIFAR))
    return Raw(x[:-held_back], Target((y[:-held_back],), ("object",), CIFAR), scale="255", test=test)


def _imdb() -> Raw:
    path = cache_folder() / IMDB
    arrays = _object_arrays(path)
    train, test = (
        Given(_word_flags(arrays[f"x_{part}"]), Target((arrays[f"y_{part}"],), ("review",), REVIEWS))
        for part in ("train", "test")
    )
    note = Sentence("Each review is {0} numbers: which of the commonest words are in it, in no order.", IMDB_WORDS)
    return Raw(train.x, train.target, scale="none", test=test, notes=(note,), feature_names=_word_names())


_READERS: dict[str, Callable[[], Raw]] = {
    "mnist": _mnist,
    "fashion_mnist": _fashion,
    "cifar10": _cifar10,
    "imdb": _imdb,
}


def outline(spec: KerasSet) -> Raw:
    """What is known of the set *spec.name* without its files: as ``read``, but the samples are 0, sorted by class."""
    shape, names, target, counts = _OUTLINES[spec.name]
    train, test = (
        Given(
            np.broadcast_to(np.zeros(shape, np.uint8), (sum(rows), *shape)),
            Target((np.repeat(np.arange(len(rows)), rows),), (target,), names),
        )
        for rows in counts
    )
    words = spec.name == "imdb"
    names_of_inputs = _word_names() if words else ()
    scale: Scale = "none" if words else "255"
    return Raw(train.x, train.target, scale=scale, test=test, feature_names=names_of_inputs)


# Shape of a sample, names of the classes, name of the target, and rows a class to train and for the test.
_OUTLINES: dict[str, tuple[tuple[int, ...], tuple[str, ...], str, tuple[tuple[int, ...], tuple[int, ...]]]] = {
    "mnist": (
        (28, 28, 1), DIGITS, "digit",
        ((5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949),
         (980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009)),
    ),
    "fashion_mnist": ((28, 28, 1), FASHION, "article", ((6000,) * 10, (1000,) * 10)),
    "cifar10": ((32, 32, 3), CIFAR, "object", ((5000,) * 10, (1000,) * 10)),
    "imdb": ((IMDB_WORDS,), REVIEWS, "review", ((12500,) * 2, (12500,) * 2)),
}  # fmt: skip


def _unpacked_cifar() -> Path | None:
    """The folder in which Keras unpacked CIFAR-10; None where there is none that is whole."""
    for folder in CIFAR_UNPACKED:
        unpacked = cache_folder() / folder
        if all((unpacked / name).is_file() for name in CIFAR_BATCHES):
            return unpacked
    return None


def _cifar_batches() -> list[dict[bytes, Any]]:
    """The five training batches and the test batch, from Keras's unpacked copy or from the archive itself."""
    unpacked = _unpacked_cifar()
    if unpacked is not None:
        return [_arrays_only((unpacked / name).read_bytes()) for name in CIFAR_BATCHES]
    archive = cache_folder() / "cifar-10-python.tar.gz"
    batches = []
    try:
        with tarfile.open(archive) as tar:
            for name in CIFAR_BATCHES:
                member = tar.extractfile(f"cifar-10-batches-py/{name}")
                batches.append(_arrays_only(member.read() if member else b""))
    except (tarfile.TarError, EOFError, KeyError, OSError) as error:
        raise BadInput(Sentence("{0}: {1}", archive.name, error)) from None
    return batches


def _object_arrays(path: Path) -> dict[str, Array]:
    """The arrays of an .npz whose rows are lists; nothing but arrays and lists is unpickled."""
    arrays = {}
    try:
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                stream = io.BytesIO(archive.read(name))
                version = np.lib.format.read_magic(stream)
                read_header = (
                    np.lib.format.read_array_header_1_0 if version == (1, 0) else np.lib.format.read_array_header_2_0
                )
                dtype = read_header(stream)[2]
                start = stream.tell()
                stream.seek(start if dtype.hasobject else 0)
                arrays[name.removesuffix(".npy")] = (
                    _arrays_only(stream.read()) if dtype.hasobject else np.lib.format.read_array(stream)
                )
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise BadInput(Sentence("{0}: {1}", path.name, error)) from None
    return arrays


def _word_flags(reviews: Array) -> Array:
    """uint8 ``(n, IMDB_WORDS)``: 1 where the review has the word."""
    flags = np.zeros((len(reviews), IMDB_WORDS), np.uint8)
    for row, review in enumerate(reviews):
        words = np.asarray(review, np.int64) - IMDB_INDEX_FROM
        flags[row, words[(words >= 0) & (words < IMDB_WORDS)]] = 1
    return flags


def _word_names() -> tuple[str, ...]:
    return tuple(f"word {i + IMDB_INDEX_FROM}" for i in range(IMDB_WORDS))


def _arrays_only(data: bytes) -> Any:
    try:
        return _ArrayUnpickler(io.BytesIO(data), encoding="bytes").load()
    except (pickle.UnpicklingError, EOFError, ValueError, IndexError) as error:
        raise BadInput(str(error)) from None


class _ArrayUnpickler(pickle.Unpickler):
    """Takes NumPy arrays and plain containers, and no code."""

    def find_class(self, module: str, name: str) -> Any:
        arrays = ("numpy.core.multiarray", "numpy._core.multiarray")
        if (module, name) in (("numpy", "ndarray"), ("numpy", "dtype")):
            return getattr(np, name)
        if module in arrays and name == "_reconstruct":
            return np._core.multiarray._reconstruct  # type: ignore[attr-defined]
        raise pickle.UnpicklingError(f"{module}.{name} does not belong into a data set")
