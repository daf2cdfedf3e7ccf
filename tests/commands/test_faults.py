"""Data and networks that cannot be trained: the same sentence from the command line, the window and the engine."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from nnviz.errors import BadInput
from nnviz.project.files import open_project
from tests.commands.test_bad_input import assert_refused

ROWS = [(i, i % 7, i % 2) for i in range(40)]
X, Y = np.arange(80.0).reshape(40, 2), np.arange(40) % 3
IMAGES = np.arange(40 * 16, dtype=">u1").reshape(40, 4, 4)
LABELS = (np.arange(40) % 3).astype(">u1")
IN, OUT = {"id": "in", "kind": "Input"}, {"id": "out", "kind": "Output"}
IDX_CODES = {">u1": 0x08, ">f4": 0x0D}

Make = Callable[[Path], None]


def table(row: int, column: int, cell: object) -> Make:
    """``a.csv`` with one cell that is another one."""

    def make(folder: Path) -> None:
        rows = [list(values) for values in ROWS]
        rows[row][column] = cell
        text = "a,b,y\n" + "".join(",".join(map(str, values)) + "\n" for values in rows)
        (folder / "a.csv").write_text(text)

    return make


def series(cell: object) -> Make:
    """``a.csv`` with a column that is a series, and one cell of it another one."""

    def make(folder: Path) -> None:
        values = [f"{np.sin(i / 5):.3f}" if i != 9 else cell for i in range(60)]
        (folder / "a.csv").write_text("v\n" + "".join(f"{value}\n" for value in values))

    return make


def arrays(**made: Any) -> Make:
    """``a.npz``."""
    return lambda folder: np.savez(folder / "a.npz", **made)


def idx(images: Any = IMAGES, labels: Any = LABELS) -> Make:
    """``images`` and ``labels``."""

    def make(folder: Path) -> None:
        for name, values in (("images", images), ("labels", labels)):
            head = bytes([0, 0, IDX_CODES[values.dtype.str.replace("|", ">")], values.ndim])
            (folder / name).write_bytes(head + struct.pack(f">{values.ndim}I", *values.shape) + values.tobytes())

    return make


def changed(values: Any, place: Any, value: float, kind: str = "f8") -> Any:
    """A copy of *values* with one other number."""
    copy = np.array(values, kind)
    copy[place] = value
    return copy


CSV = {"source": "table", "path": "a.csv", "target": "y"}
NPZ = {"source": "npz", "path": "a.npz"}
IDX = {"source": "idx", "images": "images", "labels": "labels"}
SERIES = {"source": "series", "path": "a.csv", "window": 5}
LINE = "a.csv, line 9 (row 8 of the data): "
# what is in the folder, the data, what is said
DATA: dict[str, tuple[Make, dict[str, Any], str]] = {
    "inf among the inputs": (table(7, 1, "inf"), CSV, LINE + "'b' holds inf, but numbers must be finite"),
    "-inf among the inputs": (table(7, 0, "-inf"), CSV, LINE + "'a' holds -inf"),
    "beyond float64": (table(7, 1, "1e400"), CSV, LINE + "'b' holds inf"),
    "beyond float32": (table(7, 1, "1e39"), CSV, LINE + "'b' holds 1e+39"),
    "inf in the target": (table(7, 2, "inf"), CSV, LINE + "'y' holds inf"),
    "a class that is a fraction": (table(7, 2, 0.5), CSV | {"task": "classes"}, LINE + "the class in 'y' is 0.5"),
    "three classes for yes or no": (table(7, 2, 2), CSV | {"task": "binary"}, "2 different values, but 'y' has 3"),
    "one class": (table(0, 2, 0), CSV | {"target": "a", "task": "binary"}, "2 different values, but 'a' has 40"),
    "a label that is no 0 or 1": (table(7, 2, 3), CSV | {"task": "labels"}, LINE + "a label is 0 or 1"),
    "nan in a series": (series("nan"), SERIES, "line 11 (row 10 of the data): 'v' has no value"),
    "inf in a series": (series("inf"), SERIES, "line 11 (row 10 of the data): 'v' holds inf"),
    "a window longer than the series": (series(1), SERIES | {"window": 80}, "but there are 60"),
    "nan in an array": (arrays(x=changed(X, (7, 1), np.nan), y=Y), NPZ, "x[7, 1] is nan, but every number"),
    "inf in an array": (arrays(x=changed(X, (7, 1), np.inf), y=Y), NPZ, "x[7, 1] is inf"),
    "an array beyond float32": (arrays(x=changed(X, (7, 1), -1e300), y=Y), NPZ, "x[7, 1] is -1e+300"),
    "nan in an array's target": (arrays(x=X, y=changed(Y, 7, np.nan)), NPZ, "y[7] is nan"),
    "a target beyond float32": (arrays(x=X, y=changed(Y, 7, 1e39)), NPZ | {"task": "regression"}, "y[7] is 1e+39"),
    "a fraction among classes": (arrays(x=X, y=changed(Y, 7, 0.5)), NPZ | {"task": "classes"}, "y[7]: the class in"),
    "a class training never saw": (
        arrays(x_train=X, y_train=Y, x_val=X, y_val=changed(Y, 7, 5, "i8")),
        NPZ | {"task": "classes"},
        "y_val[7]: 'y' is 5, which is none of the 3 classes of the training data (0, 1, 2)",
    ),
    "a negative class training never saw": (
        arrays(x_train=X, y_train=Y, x_test=X, y_test=changed(Y, 7, -1, "i8")),
        NPZ | {"task": "classes"},
        "y_test[7]: 'y' is -1, which is none of the 3 classes",
    ),
    "nan in the validation part": (
        arrays(x_train=X, y_train=Y, x_val=changed(X, (3, 0), np.nan), y_val=Y), NPZ, "x_val[3, 0] is nan",
    ),
    "a validation part of another shape": (
        arrays(x_train=X, y_train=Y, x_val=X[:, :1], y_val=Y), NPZ, "have the shape (1,), those to learn from (2,)",
    ),
    "a target too short": (arrays(x=X, y=Y[:39]), NPZ, "x has 40 samples, but y has 39"),
    "no rows": (arrays(x=X[:0], y=Y[:0]), NPZ, "no rows to learn from"),
    "nan in an image": (idx(changed(IMAGES, (7, 1, 2), np.nan, ">f4")), IDX, "images[7, 1, 2] is nan"),
    "nan among labels": (idx(labels=changed(LABELS, 7, np.nan, ">f4")), IDX, "labels[7] is nan"),
    "a fraction among labels": (
        idx(labels=changed(LABELS, 7, 0.5, ">f4")), IDX | {"task": "classes"}, "row 8: the class in 'label' is 0.5",
    ),
    "nothing left to learn from": (table(0, 0, 0), CSV | {"split": {"validation": 0.999}}, "none are left"),
}  # fmt: skip
XOR, IRIS = {"source": "builtin", "name": "xor"}, {"source": "builtin", "name": "iris"}
DIABETES = {"source": "builtin", "name": "diabetes"}
LONELY, HUGE = {"units": 1, "activation": "softmax"}, {"kind": "Dense", "units": 900_000}
# the data, the layers in a chain, the recipe, what is said, and whether one click takes it away
NETWORKS: dict[str, tuple[dict[str, Any], list[dict[str, Any]], dict[str, Any], str, bool]] = {
    "softmax on one unit": (XOR, [IN, OUT | LONELY], {}, "out has softmax on a single unit", True),
    "softmax on one hidden unit": (
        XOR, [IN, {"id": "h", "kind": "Dense"} | LONELY, OUT], {}, "h has softmax on a single unit", True,
    ),
    "yes-or-no loss on three classes": (
        IRIS, [IN, OUT], {"loss": "binary_crossentropy"}, "for yes or no, but the data have 3 classes", True,
    ),
    "focal loss on three classes": (
        IRIS, [IN, OUT], {"loss": "binary_focal_crossentropy"}, "for yes or no, but the data have 3 classes", True,
    ),
    "class numbers beyond the units": (
        IRIS, [IN, OUT | {"units": 2, "activation": "softmax"}], {"loss": "sparse_categorical_crossentropy"},
        "out has 2 units, but the data have 3 classes", True,
    ),
    "loss for classes on numbers": (
        DIABETES, [IN, OUT], {"loss": "categorical_crossentropy"}, "is for classes, but the target is a number", True,
    ),
    "too many units": (IRIS, [IN, OUT | {"units": 5}], {}, "out has 5 units, but the data have 3 classes", True),
    "an input of another size": (IRIS, [IN | {"shape": [5]}, OUT], {}, "in expects 5 numbers a sample, but", True),
    "pictures not flattened": (
        {"source": "builtin", "name": "digits"}, [IN, {"id": "n", "kind": "LayerNormalization"}, OUT], {},
        "out answers in shape (8, 8, 10)", True,
    ),
    "a shape that cannot be": (
        IRIS, [IN, {"id": "r", "kind": "Reshape", "target_shape": [3]}, OUT], {}, "expected 3, got 4", False,
    ),
    "an empty validation part that is watched": (
        IRIS | {"split": {"validation": 0}}, [IN, OUT], {"stop_early": {}}, "validation part, but there is none", True,
    ),
    "a learning rate beyond float32": (
        XOR, [IN, OUT], {"optimizer": {"learning_rate": 1e40}}, "The learning rate must be a number above 0", False,
    ),
    "more than the memory": (
        XOR, [IN, HUGE | {"id": "h1"}, HUGE | {"id": "h2"}, OUT],
        {}, "of memory, but ", False,
    ),
}  # fmt: skip


@pytest.fixture
def in_the_window(qtbot, tmp_path: Path):
    """What blocks Train in a window with the project at a path: the first problem."""
    from nnviz.ui.document import Document

    opened = []

    def open_it(path: Path) -> tuple[Document, Any]:
        document = Document(open_project(path).project, path)
        opened.append(document)
        qtbot.waitUntil(lambda: not document.loading, timeout=20_000)
        assert document.blocked
        return document, document.problems[0]

    yield open_it
    for document in opened:
        document.shutdown()


def in_the_engine(path: Path) -> str:
    """What the engine refuses the project with."""
    from nnviz.engine.session import Session

    with pytest.raises(BadInput) as refused:
        Session(open_project(path).project, path.parent)
    return str(refused.value)


@pytest.mark.parametrize("case", DATA)
def test_data_that_cannot_be_learned_from(nnviz, project, in_the_window, tmp_path: Path, case: str) -> None:
    make, data, said = DATA[case]
    make(tmp_path)
    path = project(data)
    ran = nnviz("train", path)
    assert_refused(ran, said)
    sentence = ran.err.removeprefix("nnviz: ").strip()
    assert in_the_window(path)[1].text == sentence
    assert in_the_engine(path) == sentence


@pytest.mark.parametrize("case", NETWORKS)
def test_networks_and_recipes_that_cannot_be_trained(nnviz, project, in_the_window, qtbot, case: str) -> None:
    data, layers, training, said, fixable = NETWORKS[case]
    path = project(data, {"layers": layers}, **training)
    ran = nnviz("train", path)
    assert_refused(ran, said)
    assert said in in_the_engine(path)
    document, problem = in_the_window(path)
    assert said in problem.text
    assert (problem.fix is not None) == fixable
    if fixable:
        document.apply_fix(problem)
        # Other data have to be loaded first.
        qtbot.waitUntil(lambda: all(said not in p.text for p in document.problems if not p.caution), timeout=20_000)


@pytest.mark.parametrize("cell", ["nan", "NA", ""])
def test_a_cell_without_a_value_is_filled_and_named(nnviz, project, tmp_path: Path, cell: str) -> None:
    table(7, 1, cell)(tmp_path)
    ran = nnviz("train", project(CSV, epochs=1))
    assert ran.code == 0
    assert "Note: b: 1 missing, the first in a.csv, line 9 (row 8 of the data); filled with" in ran.err


def test_a_row_without_a_target_is_left_out_and_named(nnviz, project, tmp_path: Path) -> None:
    table(7, 2, "nan")(tmp_path)
    ran = nnviz("train", project(CSV, epochs=1))
    assert ran.code == 0
    assert "Note: 1 rows without a target were left out, the first one in a.csv, line 9" in ran.err
