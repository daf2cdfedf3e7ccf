"""The data part of a standalone script: plain Python that gives exactly what ``load`` gives, without nnviz."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from nnviz.data import memory
from nnviz.data.dataset import Raw
from nnviz.data.figures import missing_cells
from nnviz.data.outlined import known_raw
from nnviz.data.preparation.parts import held_back, smote_neighbours, split_rows
from nnviz.data.preparation.targets import Coding, coding_for
from nnviz.data.script import sources as script_sources
from nnviz.data.script.steps import step_lines
from nnviz.data.spec import DataSpec
from nnviz.data.tables.rows import PARTS as PART_WORDS
from nnviz.errors import BadInput
from nnviz.network.facts import DataFacts
from nnviz.sentences import Sentence

PARTS = ("train", "val", "test")


def data_script(spec: DataSpec, facts: DataFacts, base: Path) -> str:
    """Lines that define ``x_train, y_train, x_val, y_val, x_test, y_test``, equal to the parts of ``load``.

    Needed to run them are numpy and scikit-learn, pandas for tables, and imbalanced-learn for balancing. A part
    that is not there is None. With ``balance="weights"`` they also define ``weight_train``. BadInput where the data
    are larger than the memory.
    """
    if memory.prepared_bytes((sum(facts.rows), *facts.input_shape)) > memory.budget():
        raise BadInput(
            Sentence(
                "These data are larger than the memory of this computer, and a script reads them whole: none is "
                "written."
            )
        )
    raw = known_raw(spec, base)
    coding = coding_for(raw.target, spec.task)
    lines = ["import numpy as np", "", *script_sources.lines(spec, base, raw)]
    lines += ["", *_encoding(raw, coding), "", *_splitting(raw, coding, spec), ""]
    if raw.steps:
        lines += step_lines(raw.columns, raw.steps, spec.scale or raw.scale, raw.x.shape[1:])
    else:
        lines += _scaling(raw, spec)
    if coding.reconstructs:
        lines += ["", "# The answer is to be the sample itself."]
        lines += [f"y_{part} = None if x_{part} is None else x_{part}.reshape(len(x_{part}), -1)" for part in PARTS]
    if spec.balance != "none":
        y = coding.encode(raw.target)
        rows = split_rows(raw, y, coding.task, spec.split, spec.shuffle)
        lines += ["", *_balancing(spec, y if rows.train is None else y[rows.train])]
    return "\n".join(lines) + "\n"


def _encoding(raw: Raw, coding: Coding) -> list[str]:
    if coding.reconstructs:
        body = ['    return np.zeros((len(columns[0]), 1), "float32")']
    elif coding.task in ("regression", "labels"):
        body = ['    return np.stack(columns, axis=1).astype("float32")']
    elif coding.one_hot:
        body = ['    return np.stack(columns, axis=1).argmax(axis=1).astype("int32")']
    elif coding.values == tuple(range(len(coding.values))):
        body = ['    return columns[0].astype("int32")']
    else:
        body = [
            f"    classes = {list(coding.values)!r}",
            '    return np.array([classes.index(value) for value in columns[0].tolist()], "int32")',
        ]
    lines = ["", "def encode(columns):", *body, "", "", "y = encode(target)"]
    for part, given in (("val", raw.validation), ("test", raw.test)):
        lines.append(f"y_{part} = encode(target_{part})" if given else f"x_{part} = y_{part} = None")
    return lines


def _splitting(raw: Raw, coding: Coding, spec: DataSpec) -> list[str]:
    if raw.parts is not None:
        return _said(raw)
    validation, test = held_back(raw, spec.split)
    if not validation and not test:
        return ["x_train, y_train = x, y"]
    if raw.ordered or raw.times is not None or not spec.shuffle:
        return _cut(raw, validation, test)
    rows = split_rows(raw, coding.encode(raw.target), coding.task, spec.split, spec.shuffle)
    drawn = ["train = np.arange(len(y))"]
    for name, count in (("test", test), ("val", validation)):
        if count:
            strata = ", stratify=y[train]" if rows.stratified else ""
            options = f"test_size={count}, random_state={spec.split.seed}{strata}"
            drawn.append(f"train, {name} = train_test_split(train, {options})")
    taken = _taken(raw, {name: name for name, count in (("train", 1), ("val", validation), ("test", test)) if count})
    return ["from sklearn.model_selection import train_test_split", "", *drawn, *taken]


def _said(raw: Raw) -> list[str]:
    """The parts that a column of the table names."""
    rows = {}
    for part, (name, words) in enumerate(zip(PARTS, PART_WORDS, strict=True)):
        if np.any(raw.parts == part):
            rows[name] = f"np.flatnonzero(np.isin(said, {list(words)!r}))"
    return [*(f"{name} = {found}" for name, found in rows.items()), *_taken(raw, {name: name for name in rows})]


def _cut(raw: Raw, validation: int, test: int) -> list[str]:
    end = len(raw.x) - test
    start = end - validation
    rows = {"train": f":{start}"}
    rows |= {"val": f"{start}:{end}"} if validation else {}
    rows |= {"test": f"{end}:"} if test else {}
    if raw.times is None:
        return _taken(raw, rows)
    return [*(f"{name} = order[{cut}]" for name, cut in rows.items()), *_taken(raw, {name: name for name in rows})]


def _taken(raw: Raw, rows: Mapping[str, str]) -> list[str]:
    """Lines that give each part its *rows* of x and y; of columns by name, the rows of each."""
    if not raw.steps:
        return [f"x_{name}, y_{name} = x[{own}], y[{own}]" for name, own in rows.items()]
    return [
        f"x_{name}, y_{name} = {{name: column[{own}] for name, column in x.items()}}, y[{own}]"
        for name, own in rows.items()
    ]


def _scaling(raw: Raw, spec: DataSpec) -> list[str]:
    kind = spec.scale or raw.scale
    lines = []
    if raw.columns and raw.x.ndim == 2:
        lines += _filling(raw)
    if kind == "none":
        lines += ["", "def scale(x):", '    return x.astype("float32")']
    elif kind == "255":
        lines += _figures(raw, "shift, factor = 0.0, 255.0")
    elif kind == "minmax":
        axes = _axes(raw)
        lines += ["values = x_train.astype(float)"]
        lines += [f"shift = np.atleast_1d(values.min(axis={axes}))"]
        lines += [f"factor = np.atleast_1d(values.max(axis={axes})) - shift", "factor[factor == 0] = 1"]
        lines += _figures(raw, "")
    else:
        axes = _axes(raw)
        lines += ["values = x_train.astype(float)"]
        lines += [f"shift = np.atleast_1d(values.mean(axis={axes}))"]
        lines += [f"factor = np.atleast_1d(values.std(axis={axes}))", "factor[factor <= 1e-12 * abs(shift)] = 1"]
        lines += _figures(raw, "")
    lines += ["", "", "x_train = scale(x_train)"]
    for part in ("val", "test"):
        lines.append(f"x_{part} = None if x_{part} is None else scale(x_{part})")
    return lines


def _filling(raw: Raw) -> list[str]:
    if not any(missing_cells(part.x)[0].any() for part in (raw, raw.validation, raw.test) if part is not None):
        return []
    return [
        "# A missing value becomes the median of the training part.",
        "known = ~np.isnan(x_train).all(axis=0)",
        "median = np.zeros(x_train.shape[1])",
        "median[known] = np.nanmedian(x_train[:, known], axis=0)",
        "x_train = np.where(np.isnan(x_train), median, x_train)",
        "x_val = None if x_val is None else np.where(np.isnan(x_val), median, x_val)",
        "x_test = None if x_test is None else np.where(np.isnan(x_test), median, x_test)",
    ]


def _figures(raw: Raw, figures: str) -> list[str]:
    lines = [figures] if figures else []
    if any(column.kind == "text" for column in raw.columns):
        numbers = [column.kind == "number" for column in raw.columns for _ in column.features]
        lines += [f"number = np.array({numbers!r})  # the 0s and 1s of words stay as they are"]
        lines += ["shift, factor = np.where(number, shift, 0.0), np.where(number, factor, 1.0)"]
    return [*lines, "", "", "def scale(x):", '    return ((x.astype(float) - shift) / factor).astype("float32")']


def _axes(raw: Raw) -> tuple[int, ...]:
    return tuple(range(raw.x.ndim)) if raw.x.ndim >= 4 else tuple(range(raw.x.ndim - 1))


def _balancing(spec: DataSpec, y: np.ndarray) -> list[str]:
    if spec.balance == "weights":
        return [
            "from sklearn.utils.class_weight import compute_sample_weight",
            "",
            'weight_train = compute_sample_weight("balanced", y_train).astype("float32")',
        ]
    module, name = {
        "under": ("under_sampling", "RandomUnderSampler"),
        "over": ("over_sampling", "RandomOverSampler"),
        "smote": ("over_sampling", "SMOTE"),
    }[spec.balance]
    neighbours = f", k_neighbors={smote_neighbours(y)}" if spec.balance == "smote" else ""
    call = f"{name}(random_state={spec.split.seed}{neighbours})"
    return [
        f"from imblearn.{module} import {name}",
        "",
        "shape = x_train.shape[1:]",
        f"x_train, y_train = {call}.fit_resample(x_train.reshape(len(x_train), -1), y_train)",
        "x_train = x_train.reshape(-1, *shape)",
    ]
