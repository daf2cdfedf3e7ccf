"""Files such as Keras writes, made by hand: of both generations, and twisted where a test wants them to be."""

from __future__ import annotations

import io
import itertools
import json
import warnings
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import h5py
import numpy as np

Config = dict[str, Any]
UNITS = (2, 4, 3)


def dense(name: str = "hidden", units: int = 4, **config: Any) -> Config:
    """A Dense of Keras 3."""
    return layer("Dense", name, units=units, **config)


def layer(class_name: str, name: str, **config: Any) -> Config:
    """A layer of Keras 3."""
    own = {"name": name, "trainable": True, "dtype": "float32", **config}
    return {"module": "keras.layers", "class_name": class_name, "config": own, "registered_name": None}


def keras_input(name: str = "in", shape: Sequence[int | None] = (2,)) -> Config:
    """An Input of Keras 3."""
    return layer("InputLayer", name, batch_shape=[None, *shape])


def sequential(*layers: Config, name: str = "model") -> Config:
    """A Sequential model of Keras 3; one hidden layer and an answer of three classes by default."""
    chosen = list(layers) or [keras_input(), dense(activation="tanh"), dense("out", 3, activation="softmax")]
    return {"module": "keras", "class_name": "Sequential", "config": {"name": name, "layers": chosen}}


def tensor(name: str, call: int = 0, place: int = 0) -> Config:
    """An answer of the layer *name*, as Keras 3 writes it."""
    return {"class_name": "__keras_tensor__", "config": {"shape": [None], "keras_history": [name, call, place]}}


def called(row: Config, *sources: Any, **named: Any) -> Config:
    """The layer *row*, called once in a Functional model of Keras 3."""
    nodes = [{"args": list(sources), "kwargs": named}] if sources or named else []
    return {**row, "name": row["config"]["name"], "inbound_nodes": nodes}


def functional(layers: Sequence[Config], outputs: Sequence[str], inputs: Sequence[str] = ("in",)) -> Config:
    """A Functional model."""
    ends = {"input_layers": [[x, 0, 0] for x in inputs], "output_layers": [[x, 0, 0] for x in outputs]}
    config = {"name": "model", "layers": list(layers), **ends}
    return {"module": "keras.src.models.functional", "class_name": "Functional", "config": config}


def kernels(units: Sequence[int] = UNITS) -> list[np.ndarray]:
    """Kernel and bias of a Dense for each step of *units*, all numbers different."""
    found = []
    for number, (before, after) in enumerate(itertools.pairwise(units)):
        found.append(np.linspace(-1, 1, before * after, dtype="float32").reshape(before, after) + number / 100)
        found.append(np.linspace(0, 0.5, after, dtype="float32"))
    return found


def h5_bytes(fill: Callable[[Any], object]) -> bytes:
    """An HDF5 file with what *fill* puts into it."""
    data = io.BytesIO()
    with h5py.File(data, "w") as file:
        fill(file)
    return data.getvalue()


def weights_3(arrays: Sequence[np.ndarray] | None = None) -> bytes:
    """The weights of the Dense layers of a model, as Keras 3 lays them out."""

    def fill(file: Any) -> None:
        for number, array in enumerate(kernels() if arrays is None else arrays):
            stem = f"dense_{number // 2}" if number > 1 else "dense"
            file[f"layers/{stem}/vars/{number % 2}"] = array

    return h5_bytes(fill)


def keras_archive(
    path: Path, config: Any = None, weights: bytes | None = None, compress: int = zipfile.ZIP_STORED, **more: bytes
) -> Path:
    """A ``.keras`` file; *more* are further members, ``__`` standing for a dot."""
    text = json.dumps(sequential() if config is None else config) if not isinstance(config, str) else config
    with zipfile.ZipFile(path, "w", compress) as archive:
        archive.writestr("metadata.json", '{"keras_version": "3.15.1"}')
        archive.writestr("config.json", text)
        archive.writestr("model.weights.h5", weights_3() if weights is None else weights)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that a name is there already
            for name, data in more.items():
                archive.writestr(name.replace("__", "."), data)
    return path


def keras_2(*layers: Config, class_name: str = "Sequential", **more: Any) -> Config:
    """A model of Keras 2."""
    return {
        "class_name": class_name,
        "config": {"name": "model", "layers": list(layers), **more},
        "keras_version": "2.11.0",
        "backend": "tensorflow",
    }


def layer_2(class_name: str, name: str, *calls: Any, **config: Any) -> Config:
    """A layer of Keras 2, called so in a Functional model."""
    row = {"class_name": class_name, "config": {"name": name, "trainable": True, "dtype": "float32", **config}}
    return {**row, "name": name, "inbound_nodes": list(calls)}


def whole_h5(path: Path, config: Config, weights: dict[str, dict[str, np.ndarray]], **attrs: Any) -> Path:
    """An ``.h5`` file: *weights* are layer -> name of a weight -> array."""
    with h5py.File(path, "w") as file:
        file.attrs["model_config"] = json.dumps(config).encode()
        file.attrs["keras_version"] = b"2.11.0"
        for name, value in attrs.items():
            file.attrs[name] = value
        root = file.create_group("model_weights")
        root.attrs["layer_names"] = np.array([name.encode() for name in weights])
        for name, arrays in weights.items():
            group = root.create_group(name)
            group.attrs["weight_names"] = np.array([key.encode() for key in arrays], dtype="S")
            for key, array in arrays.items():
                group[key] = array
    return path
