"""Script lines that read each source: they define ``x`` and ``target``, and the parts the source brings itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from nnviz.data.dataset import Raw
from nnviz.data.script.files import idx_lines, images_lines, npz_lines
from nnviz.data.script.table import series_lines, table_lines
from nnviz.data.sources.catch import LOST, MOVES, SIDE, STARTS, WON
from nnviz.data.sources.keras_sets import (
    ADDRESS,
    IMDB,
    IMDB_INDEX_FROM,
    IMDB_WORDS,
    SHA256,
    cache_folder,
    missing_bytes,
)
from nnviz.data.sources.toys import BLOB_CENTRES, CIRCLE_RATIO, GATE_OUTPUTS, SPIRAL_TURNS, noise_of, samples_of
from nnviz.data.sources.waves import HEIGHTS, PERIODS, WINDOW
from nnviz.data.spec import GATES, Builtin, DataSpec, Idx, Images, KerasSet, Npz, Series, Table


def lines(spec: DataSpec, base: Path, raw: Raw) -> list[str]:
    """The lines for *spec*; ``target`` is a list of columns ``(n,)``, as are ``target_val`` and ``target_test``."""
    return _WRITERS[type(spec)](spec, base, raw)


def _builtin(spec: Builtin, base: Path, raw: Raw) -> list[str]:
    if spec.name in GATES:
        return _gate(spec)
    if spec.name == "spirals":
        return _spirals(spec)
    if spec.name == "waves":
        return _waves(spec)
    if spec.name == "catch":
        return _catch()
    samples, noise = samples_of(spec) if spec.name in _TOY_CALLS else 0, noise_of(spec)
    if spec.name in _TOY_CALLS:
        call = _TOY_CALLS[spec.name].format(samples=samples, noise=noise, seed=spec.seed)
        return [
            f"from sklearn.datasets import make_{spec.name}",
            "",
            f"x, classes = make_{spec.name}({call})",
            "target = [classes]",
        ]
    inputs = "bunch.images[..., np.newaxis]" if spec.name == "digits" else "bunch.data"
    return [
        f"from sklearn.datasets import load_{spec.name}",
        "",
        f"bunch = load_{spec.name}()",
        f"x, target = {inputs}, {'list(bunch.target.T)' if len(raw.target.columns) > 1 else '[bunch.target]'}",
    ]


_TOY_CALLS = {
    "circles": "{samples}, noise={noise!r}, factor=" + repr(CIRCLE_RATIO) + ", random_state={seed}",
    "moons": "{samples}, noise={noise!r}, random_state={seed}",
    "blobs": "{samples}, centers=np.array(" + repr(BLOB_CENTRES) + "), cluster_std={noise!r}, random_state={seed}",
}


def _gate(spec: Builtin) -> list[str]:
    samples, noise = samples_of(spec), noise_of(spec)
    result = [
        f"rows = np.arange({samples}) % 4",
        "x = np.stack([rows // 2, rows % 2], axis=1).astype(float)",
        f"target = [np.array({list(GATE_OUTPUTS[spec.name])})[rows]]",
    ]
    if noise:
        result.append(f"x += np.random.default_rng({spec.seed}).normal(0.0, {noise!r}, x.shape)")
    return result


def _spirals(spec: Builtin) -> list[str]:
    samples, noise = samples_of(spec), noise_of(spec)
    return [
        f"arm = np.arange({samples}) % 2",
        f"radius = (np.arange({samples}) // 2 + 1) / {(samples + 1) // 2}",
        f"angle = 2 * np.pi * {SPIRAL_TURNS} * radius + np.pi * arm",
        "x = np.stack([radius * np.sin(angle), radius * np.cos(angle)], axis=1)",
        f"x = x + np.random.default_rng({spec.seed}).normal(0.0, {noise!r}, x.shape)",
        "target = [arm]",
    ]


def _waves(spec: Builtin) -> list[str]:
    steps = samples_of(spec) + WINDOW
    waves = " + ".join(
        f"{height} * np.sin(2 * np.pi * time / {period})" for height, period in zip(HEIGHTS, PERIODS, strict=True)
    )
    return [
        f"time = np.arange({steps})",
        f"series = {waves}",
        f"series = series + np.random.default_rng({spec.seed}).normal(0.0, {noise_of(spec)!r}, {steps})",
        f"x = np.lib.stride_tricks.sliding_window_view(series, {WINDOW})[:-1, :, np.newaxis]",
        f"target = [series[{WINDOW}:]]",
    ]


def _catch() -> list[str]:
    return [
        f"ball, paddle = np.indices(({SIDE}, {SIDE})).reshape(2, -1)",
        f"x = np.zeros(({STARTS}, {SIDE}, {SIDE}, 1))",
        f"x[np.arange({STARTS}), 0, ball, 0] = x[np.arange({STARTS}), {SIDE - 1}, paddle, 0] = 1.0",
        "# What a game comes to after each first move, left, stay and right, under the best play.",
        f"moved = [np.clip(paddle + move, 0, {SIDE - 1}) for move in (-1, 0, 1)]",
        f"target = [np.where(abs(ball - place) <= {MOVES - 1}, {WON}, {LOST}) for place in moved]",
    ]


def _keras(spec: KerasSet, base: Path, raw: Raw) -> list[str]:
    if spec.name == "imdb":
        return _imdb(spec)
    channel = "" if spec.name == "cifar10" else "[..., np.newaxis]"
    return [
        f"from keras.datasets import {spec.name}",
        "",
        f"(x, labels), (x_test, labels_test) = {spec.name}.load_data()",
        f"x, x_test = x{channel}, x_test{channel}",
        "target, target_test = [labels.reshape(-1)], [labels_test.reshape(-1)]",
    ]


def _imdb(spec: KerasSet) -> list[str]:
    path = repr(str(cache_folder() / "imdb.npz"))
    lines = []
    if missing_bytes(spec):
        path = "path"
        lines = [
            "import keras",
            "",
            f"path = keras.utils.get_file({IMDB!r}, {ADDRESS + IMDB!r}, file_hash={SHA256[IMDB]!r})",
        ]
    return [
        *lines,
        f"with np.load({path}, allow_pickle=True) as file:",
        "    archive = dict(file)",
        "",
        "",
        "def flags(reviews):",
        '    """Which of the commonest words each review has."""',
        f"    result = np.zeros((len(reviews), {IMDB_WORDS}), np.uint8)",
        "    for row, review in enumerate(reviews):",
        f"        words = np.asarray(review, np.int64) - {IMDB_INDEX_FROM}",
        f"        result[row, words[(words >= 0) & (words < {IMDB_WORDS})]] = 1",
        "    return result",
        "",
        "",
        'x, target = flags(archive["x_train"]), [archive["y_train"]]',
        'x_test, target_test = flags(archive["x_test"]), [archive["y_test"]]',
    ]


_WRITERS: dict[type, Callable[[Any, Path, Raw], list[str]]] = {
    Builtin: _builtin,
    Table: table_lines,
    Series: series_lines,
    Idx: idx_lines,
    Npz: npz_lines,
    Images: images_lines,
    KerasSet: _keras,
}
