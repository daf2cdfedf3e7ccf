"""Good files of models, and from each as many broken ones as are wanted: the same for the same seed."""

from __future__ import annotations

import copy
import io
import json
import random
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.project.handmade import (
    called,
    dense,
    functional,
    keras_2,
    keras_archive,
    keras_input,
    kernels,
    layer,
    layer_2,
    sequential,
    tensor,
    whole_h5,
)

VALUES: tuple[Any, ...] = (
    None, True, 0, -1, 10**9, 1e300, -0.5, "", "x" * 300, "../x", "Dense", "Lambda", "linear", [], [None], [[]],
    {}, {"class_name": "Dense"}, {"class_name": "Lambda", "config": {}}, [["in", 0, 0]], 2**70, "\ud800", "\0",
)  # fmt: skip


def rich() -> dict[str, Any]:
    """A model with something of everything that a reader looks at."""
    rows = [
        called(keras_input("in", (6, 4))),
        called(layer("Conv1D", "conv", filters=4, kernel_size=[3], strides=[1], padding="same"), tensor("in")),
        called(layer("BatchNormalization", "norm", axis=-1), tensor("conv")),
        called(layer("MultiHeadAttention", "look", num_heads=2, key_dim=3), tensor("norm"), tensor("norm")),
        called(layer("Add", "sum"), [tensor("look"), tensor("conv")]),
        called(layer("LSTM", "read", units=3), tensor("sum")),
        called(dense("out", 2), tensor("read")),
    ]
    model = functional(rows, ["out"])
    return {**model, "compile_config": {"loss": "mse", "optimizer": {"class_name": "Adam", "config": {}}}}


def good_files(folder: Path) -> list[Path]:
    """One of each kind."""
    first, second, third, fourth = kernels()
    rows = layer_2("Dense", "a", units=4, batch_input_shape=[None, 2]), layer_2("Dense", "b", units=3)
    weights = {"a": {"a/kernel:0": first, "a/bias:0": second}, "b": {"b/kernel:0": third, "b/bias:0": fourth}}
    (folder / "plain.json").write_text(json.dumps(sequential()))
    (folder / "rich.json").write_text(json.dumps(rich()))
    archive = keras_archive(folder / "m.keras")
    return [archive, whole_h5(folder / "m.h5", keras_2(*rows), weights), folder / "plain.json", folder / "rich.json"]


def mutated(files: list[Path], seed: int, number: int) -> tuple[str, bytes]:
    """The broken file *number* of *seed*: how its name ends, and what it holds."""
    dice = random.Random(f"{seed} {number}")
    path = dice.choice(files)
    data = path.read_bytes()
    inside = {".json": _in_json, ".keras": _in_archive}.get(path.suffix)
    if inside is not None and dice.random() < 0.5:
        return path.suffix, inside(data, dice)
    for _ in range(dice.randint(1, 6)):
        data = dice.choice(BYTES)(data, dice)
    return path.suffix, data


def _flip(data: bytes, dice: random.Random) -> bytes:
    place = dice.randrange(max(1, len(data)))
    return data[:place] + bytes([dice.randrange(256)]) + data[place + 1 :]


def _cut(data: bytes, dice: random.Random) -> bytes:
    return data[: dice.randrange(len(data) + 1)]


def _leave_out(data: bytes, dice: random.Random) -> bytes:
    place = dice.randrange(len(data) + 1)
    return data[:place] + data[place + dice.randint(1, 64) :]


def _repeat(data: bytes, dice: random.Random) -> bytes:
    place, length = dice.randrange(len(data) + 1), dice.randint(1, 512)
    return data[:place] + data[place : place + length] * dice.randint(2, 20) + data[place:]


def _number(data: bytes, dice: random.Random) -> bytes:
    """Four or eight bytes that may be a size or a place become an extreme one."""
    size = dice.choice((4, 8))
    place = dice.randrange(max(1, len(data) - size))
    value = dice.choice((0, 1, 2 ** (8 * size) - 1, 2 ** (8 * size - 1), len(data), place))
    return data[:place] + value.to_bytes(size, "little") + data[place + size :]


BYTES: tuple[Callable[[bytes, random.Random], bytes], ...] = (_flip, _flip, _flip, _cut, _leave_out, _repeat, _number)


def _in_json(data: bytes, dice: random.Random) -> bytes:
    """Well-formed JSON in which values are others."""
    model = json.loads(data)
    for _ in range(dice.randint(1, 3)):
        places = list(_places(model))
        if places:
            inside, key = dice.choice(places)
            inside[key] = copy.deepcopy(dice.choice(VALUES))
    return json.dumps(model).encode()


def _places(value: Any) -> list[tuple[Any, Any]]:
    if isinstance(value, dict):
        keys: list[Any] = list(value)
    elif isinstance(value, list):
        keys = list(range(len(value)))
    else:
        return []
    return [found for key in keys for found in [(value, key), *_places(value[key])]]


def _in_archive(data: bytes, dice: random.Random) -> bytes:
    """A sound archive, of which one member is broken."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = dice.choice(sorted(members))
    if name.endswith(".json") and dice.random() < 0.5:
        members[name] = _in_json(members[name], dice)
    else:
        for _ in range(dice.randint(1, 4)):
            members[name] = dice.choice(BYTES)(members[name], dice)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", dice.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as archive:
        for member, content in members.items():
            archive.writestr(member, content)
    return made.getvalue()
