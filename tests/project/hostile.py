"""Files that are made to do harm: each is written by a function of its own, and none may be more than refused."""

from __future__ import annotations

import json
import pickle
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import h5py
import numpy as np

from tests.project.handmade import (
    called,
    dense,
    functional,
    h5_bytes,
    keras_archive,
    keras_input,
    kernels,
    layer,
    sequential,
    tensor,
    weights_3,
    whole_h5,
)

BIG = 150_000_000
Write = Callable[[Path], object]


class _Bomb:
    def __reduce__(self) -> tuple[Any, ...]:
        return (exec, ("open('ran', 'w').close()",))


def _model(*layers: Any) -> Any:
    return sequential(keras_input(), *layers, dense("out", 3))


def _weights(fill: Callable[[Any], object]) -> Write:
    return lambda folder: keras_archive(folder / "w.keras", None, h5_bytes(fill))


def _plain(file: Any, leave: str = "") -> None:
    for number, array in enumerate(kernels()):
        name = f"layers/{'dense_1' if number > 1 else 'dense'}/vars/{number % 2}"
        if name != leave:
            file[name] = array


def _zip_bomb(folder: Path) -> None:
    keras_archive(folder / "bomb.keras", None, bytes(BIG), zipfile.ZIP_DEFLATED)


def _config_bomb(folder: Path) -> None:
    keras_archive(folder / "text.keras", " " * BIG, compress=zipfile.ZIP_DEFLATED)


def _many_members(folder: Path) -> None:
    with zipfile.ZipFile(folder / "many.keras", "w") as archive:
        for number in range(70_000):
            archive.writestr(f"assets/{number:050}", b"")


def _compressed_array(file: Any) -> None:
    _plain(file, "layers/dense/vars/0")
    file.create_dataset("layers/dense/vars/0", (2, 4), "f4", compression="gzip", data=kernels()[0])


def _huge_array(file: Any) -> None:
    _plain(file, "layers/dense/vars/0")
    file.create_dataset("layers/dense/vars/0", (10**6, 10**6), "f4", chunks=(1000, 1000), compression="gzip")


def _never_written(file: Any) -> None:
    _plain(file, "layers/dense/vars/0")
    file.create_dataset("layers/dense/vars/0", (2, 4), "f4")  # Keras writes what it makes: this has no bytes


def _external_link(file: Any) -> None:
    _plain(file, "layers/dense/vars/0")
    file["layers/dense/vars/0"] = h5py.ExternalLink("/etc/passwd", "/kernel")


def _soft_link(file: Any) -> None:
    _plain(file, "layers/dense/vars/0")
    file["layers/dense/vars/0"] = h5py.SoftLink("/layers/dense_1/vars/0")


def _elsewhere(file: Any) -> None:
    _plain(file, "layers/dense/vars/0")
    file.create_dataset("layers/dense/vars/0", (2, 4), "f4", external=[("/etc/passwd", 0, 32)])


def _virtual(file: Any) -> None:
    _plain(file, "layers/dense/vars/0")
    layout = h5py.VirtualLayout((2, 4), "f4")
    layout[:] = h5py.VirtualSource("/etc/passwd", "x", (2, 4))
    file.create_virtual_dataset("layers/dense/vars/0", layout)


def _with(value: float) -> Write:
    arrays = kernels()
    arrays[2][1, 1] = value
    return lambda folder: keras_archive(folder / "w.keras", None, weights_3(arrays))


def _h5_text(folder: Path) -> None:
    with h5py.File(folder / "text.h5", "w") as file:
        file.attrs["model_config"] = b"x" * BIG


def _h5_texts(folder: Path) -> None:
    whole_h5(folder / "texts.h5", sequential(), {"hidden": {}, "out": {}})
    with h5py.File(folder / "texts.h5", "a") as file:
        for number in range(150):
            file["model_weights/hidden"].attrs[f"weight_names{number}"] = np.array([b"x" * 60_000])
        del file["model_weights/hidden"].attrs["weight_names"]


def _deep(depth: int) -> str:
    return '{"class_name": "Sequential", "config": ' + "[" * depth + "]" * depth + "}"


def _nested(depth: int) -> Any:
    model = _model()
    for number in range(depth):
        model = sequential(keras_input(), {**model, "config": {**model["config"], "name": f"m{number}"}})
    return model


def _cycle() -> Any:
    rows = [
        called(keras_input()),
        called(layer("Add", "sum"), [tensor("in"), tensor("back")]),
        called(dense("back", 2), tensor("sum")),
    ]
    return functional(rows, ["back"])


def _config(config: Any) -> Write:
    return lambda folder: (folder / "m.json").write_text(config if isinstance(config, str) else json.dumps(config))


def _bytes(name: str, data: bytes) -> Write:
    return lambda folder: (folder / name).write_bytes(data)


def _foreign(**keys: Any) -> Any:
    return {**dense("mine"), **keys}


_FUNCTION = {"module": "builtins", "class_name": "function", "config": "evil", "registered_name": "evil"}
_LAMBDA = {"class_name": "__lambda__", "config": {"value": "4wAAAA=="}}
HOSTILE: dict[str, tuple[Write, str]] = {
    "Lambda": (_config(_model(layer("Lambda", "mine", function=_LAMBDA))), "Lambda is not a layer"),
    "foreign module": (_config(_model(_foreign(module="os.path"))), "comes from os.path"),
    "registered name": (_config(_model(_foreign(registered_name="evil>Dense"))), "stands for evil>Dense"),
    "own class": (_config(_model(layer("Evil", "mine"))), "Evil is not a layer"),
    "foreign function": (_config(_model(dense(activation=_FUNCTION))), "comes from builtins"),
    "foreign initializer": (_config(_model(dense(kernel_initializer=_foreign(module="evil")))), "comes from evil"),
    "an operation's name": (_config(_model(_foreign(module="keras.src.ops.numpy"))), "not an operation"),
    "zip bomb": (_zip_bomb, "would unpack to"),
    "config bomb": (_config_bomb, "too large"),
    "many members": (_many_members, "too long"),
    "a member twice": (lambda f: keras_archive(f / "twice.keras", metadata__json=b"{}"), "each once"),
    "a member elsewhere": (lambda f: keras_archive(f / "up.keras", **{"../../evil": b""}), "leads out of it"),
    "no weights but a pickle": (
        lambda f: keras_archive(f / "p.keras", None, pickle.dumps(_Bomb()) + bytes(1000)), "damaged or is not"
    ),
    "a pickle": (_bytes("model.keras", pickle.dumps(_Bomb())), "no ZIP archive"),
    "a pickle as h5": (_bytes("model.h5", pickle.dumps(_Bomb())), "damaged or is not"),
    "a compressed array": (_weights(_compressed_array), "not stored plainly"),
    "an array of a terabyte": (_weights(_huge_array), "does not fit"),
    "an array without bytes": (_weights(_never_written), "not stored plainly"),
    "an external link": (_weights(_external_link), "missing or not what it should be"),
    "a soft link": (_weights(_soft_link), "missing or not what it should be"),
    "an array elsewhere": (_weights(_elsewhere), "not stored plainly"),
    "a virtual array": (_weights(_virtual), "not stored plainly"),
    "NaN": (_with(np.nan), "not finite"),
    "infinite": (_with(np.inf), "not finite"),
    "no weights": (lambda f: keras_archive(f / "none.keras", None, b""), "has not the weights"),
    "a text of 150 MB": (_h5_text, "too large"),
    "many long texts": (_h5_texts, "damaged or is not"),
    "20,000 layers": (_config(_model(*[layer("ReLU", f"r{i}") for i in range(20_000)])), "too large"),
    "20,000 small layers": (
        _config({"class_name": "Sequential", "config": [{"class_name": "ReLU", "config": {}}] * 20_000}), "too large"
    ),
    "a milliard units": (_config(_model(dense(units=10**9))), "expected 1 to"),
    "more weights than bytes": (
        lambda f: keras_archive(f / "w.keras", _model(dense(units=900_000), dense("more", 900))), "more than a project"
    ),
    "a name that leads elsewhere": (_config(_model(dense("../../../tmp/x"))), "cannot name a layer"),
    "a name of a megabyte": (_config(_model(dense("x" * 1_000_000))), "cannot name a layer"),
    "a text of a megabyte": (_config(_model(dense(activation="x" * 1_000_000))), "is not known"),
    "a name twice": (_config(_model(dense("a"), dense("a"))), "two layers are called"),
    "deep JSON": (_config(_deep(100_000)), "nested too deeply"),
    "models in models": (_config(_nested(60)), "models deep"),
    "a circle": (_config(_cycle()), "in a circle"),
    "into itself": (
        _config(functional([called(keras_input()), called(dense("a"), tensor("a"))], ["a"])), "in a circle"
    ),
    "no such layer": (
        _config(functional([called(keras_input()), called(dense("a"), tensor("b"))], ["a"])), "no answer of 'b'"
    ),
    "NaN in JSON": (_config('{"class_name": "Sequential", "config": {"layers": [NaN]}}'), "not a number"),
    "half a file": (_bytes("half.keras", b"PK\3\4" + bytes(1000)), "no ZIP archive"),
    "empty": (_bytes("empty.h5", b""), "damaged or is not"),
    "another JSON": (_bytes("other.json", b'{"a": 1}'), "is not a model that Keras saved"),
}  # fmt: skip
