"""Tables with a column for each pixel become pictures, where their names or their values say so, and only there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from nnviz.data.load import load
from nnviz.data.pictures.pixel_columns import pixel_columns
from nnviz.data.recognising import spec_of
from nnviz.data.spec import Split, Table
from nnviz.errors import BadInput

ROWS = 30
ALL = Split(validation=0)


def write(path: Path, names: list[str] | None, *blocks: np.ndarray) -> Path:
    rows = np.column_stack(blocks)
    lines = [] if names is None else [",".join(names)]
    lines += [",".join(map(str, row)) for row in rows.tolist()]
    path.write_text("\n".join(lines) + "\n")
    return path


def pixels(numbers: int, highest: int = 256) -> np.ndarray:
    x = np.random.default_rng(0).integers(0, highest, (ROWS, numbers))
    x[:, -1] = 0  # a corner that is always black, as in MNIST
    return x


LABELS = np.arange(ROWS) % 10
NAMED = {
    "mnist": ([f"pixel{i}" for i in range(784)], (28, 28, 1)),
    "sign mnist": ([f"pixel{i + 1}" for i in range(784)], (28, 28, 1)),
    "by row and column": ([f"{r}x{c}" for r in range(1, 29) for c in range(1, 29)], (28, 28, 1)),
    "in colour": ([f"pixel_{i:04}" for i in range(768)], (16, 16, 3)),
    "small": ([f"px {i}" for i in range(64)], (8, 8, 1)),
}


@pytest.mark.parametrize("first", [True, False], ids=["label first", "label last"])
@pytest.mark.parametrize("kind", NAMED)
def test_columns_called_pixels_are_pictures(kind: str, first: bool, tmp_path: Path) -> None:
    names, shape = NAMED[kind]
    x = pixels(len(names))
    blocks = (LABELS, x) if first else (x, LABELS)
    path = write(tmp_path / "t.csv", ["label", *names] if first else [*names, "label"], *blocks)
    dataset = load(Table(path="t.csv", split=ALL), tmp_path)
    assert (dataset.facts.input_shape, dataset.facts.outputs) == (shape, 10)
    assert dataset.facts.target_names == ("label",)
    np.testing.assert_array_equal(dataset.train.x, (x.reshape(-1, *shape) / 255).astype(np.float32))
    np.testing.assert_array_equal(dataset.train.y, LABELS)
    size = " x ".join(map(str, shape))
    assert dataset.notes == (f"The {len(names)} columns of pixels were read as pictures of {size}.",)
    found = spec_of(path)
    assert isinstance(found, Table)
    assert (found.image_shape, found.target) == (shape, "label")


def test_the_planes_of_three_colours_are_put_side_by_side(tmp_path: Path) -> None:
    names = [f"{color}{i}" for color in "rgb" for i in range(16)]
    x = pixels(48)
    write(tmp_path / "t.csv", ["class", *names], LABELS, x)
    dataset = load(Table(path="t.csv", split=ALL, scale="none"), tmp_path)
    np.testing.assert_array_equal(dataset.train.x, x.reshape(-1, 3, 4, 4).transpose(0, 2, 3, 1))


@pytest.mark.parametrize(
    ("numbers", "shape", "first"), [(784, (28, 28, 1), True), (784, (28, 28, 1), False), (3072, (32, 32, 3), True)]
)
def test_bytes_without_names_are_pictures_where_their_number_says_so(
    numbers: int, shape: tuple[int, ...], first: bool, tmp_path: Path
) -> None:
    x = pixels(numbers)
    x[:, 0] = x[:, -1] if first else x[:, 0]
    path = write(tmp_path / "t.csv", None, *((LABELS, x) if first else (x, LABELS)))
    dataset = load(Table(path="t.csv", split=ALL, scale="none"), tmp_path)
    np.testing.assert_array_equal(dataset.train.x, x.reshape(-1, *shape))
    np.testing.assert_array_equal(dataset.train.y, LABELS)
    assert spec_of(path).target == (0 if first else numbers)


def test_other_columns_are_left_out_with_a_note(tmp_path: Path) -> None:
    names = [f"pixel{i}" for i in range(64)]
    write(tmp_path / "t.csv", ["id", "label", *names], np.arange(ROWS), LABELS, pixels(64))
    dataset = load(Table(path="t.csv", split=ALL), tmp_path)
    assert dataset.facts.input_shape == (8, 8, 1)
    assert dataset.notes[1] == "'id' is left out: it is no pixel."
    by_id = load(Table(path="t.csv", target="id", split=ALL), tmp_path)
    assert by_id.facts.target_names == ("id",)
    assert by_id.notes[1] == "'label' is left out: it is no pixel."


def test_a_person_has_the_last_word(tmp_path: Path) -> None:
    names = [f"pixel{i}" for i in range(64)]
    write(tmp_path / "t.csv", ["label", *names], LABELS, pixels(64))
    for options, shape in (
        ({"image_shape": (), "target": "label"}, (64,)),
        ({"inputs": ("pixel1", "pixel2"), "target": "label"}, (2,)),
        ({"image_shape": (4, 16), "target": "label"}, (4, 16, 1)),
        ({"image_shape": (4, 16, 1)}, (4, 16, 1)),
    ):
        assert load(Table(path="t.csv", **options), tmp_path).facts.input_shape == shape
    with pytest.raises(BadInput, match="9 x 9 x 1 has 81 numbers"):
        load(Table(path="t.csv", target="label", image_shape=(9, 9, 1)), tmp_path)


def no_head() -> Any:
    raise AssertionError("names were enough")


@pytest.mark.parametrize(
    "names",
    [
        ["label", *(f"pixel{i}" for i in range(63))],
        ["label", *(f"x{i}" for i in range(784))],
        ["label", "pixel0", "pixel1"],
        ["a", "b", *(f"pixel{i}" for i in range(64))],
        [f"pixel{i}" for i in range(64)],
        ["age", "income"],
    ],
)
def test_what_is_no_picture_by_its_names(names: list[str]) -> None:
    assert pixel_columns(names, no_head) is None


def test_what_is_no_picture_by_its_values() -> None:
    names = [f"column {i}" for i in range(785)]
    head = np.column_stack([LABELS, pixels(784)]).astype(float)
    assert pixel_columns(names, lambda: head) is not None
    for change in (-1, 256, 0.5, np.nan):
        other = head.copy()
        other[3, 100] = change
        assert pixel_columns(names, lambda other=other: other) is None
    assert pixel_columns(names[:100], no_head) is None


def test_a_test_part_of_pictures(tmp_path: Path) -> None:
    names = [f"pixel{i}" for i in range(64)]
    write(tmp_path / "sign_train.csv", ["label", *names], LABELS, pixels(64))
    write(tmp_path / "sign_test.csv", [*names, "label"], pixels(64)[:20], LABELS[:20])
    found = spec_of(tmp_path / "sign_train.csv")
    dataset = load(found, Path())
    assert dataset.facts.rows == (24, 6, 20)
    np.testing.assert_array_equal(dataset.test.x, (pixels(64)[:20].reshape(-1, 8, 8, 1) / 255).astype(np.float32))


def test_more_labels_than_a_table_has_classes(tmp_path: Path) -> None:
    names, x = [f"pixel{i}" for i in range(64)], pixels(64)
    write(tmp_path / "t.csv", ["label", *names], np.arange(120) % 24, np.concatenate([x] * 4))
    assert load(Table(path="t.csv"), tmp_path).facts.outputs == 24


@pytest.mark.nightly
def test_as_many_rows_as_sign_mnist_has(tmp_path: Path) -> None:
    dice = np.random.default_rng(0)
    x, y = dice.integers(0, 256, (27_455, 784)), dice.integers(0, 24, 27_455)
    write(tmp_path / "t.csv", ["label", *(f"pixel{i + 1}" for i in range(784))], y, x)
    dataset = load(Table(path="t.csv"), tmp_path)
    assert (sum(dataset.facts.rows), dataset.facts.input_shape, dataset.facts.outputs) == (27_455, (28, 28, 1), 24)
