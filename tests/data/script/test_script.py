"""The script's arrays against those of load: the same bits."""

from pathlib import Path

import numpy as np
import pytest

from nnviz.data.dataset import Dataset, Part
from nnviz.data.load import load
from nnviz.data.script.script import data_script
from nnviz.data.spec import Builtin, DataSpec, Idx, Images, Npz, Series, Split, Table
from tests.data.samples import people_csv, write_idx

NAMES = ("x_train", "y_train", "x_val", "y_val", "x_test", "y_test")


def assert_same(spec: DataSpec, base: Path) -> Dataset:
    dataset = load(spec, base)
    text = data_script(spec, dataset.facts, base)
    assert "nnviz" not in text.replace(str(base), "")
    space: dict[str, object] = {}
    exec(compile(text, "script", "exec"), space)
    for name, part in zip(("train", "val", "test"), (dataset.train, dataset.validation, dataset.test), strict=True):
        _assert_part(space, name, part)
    return dataset


def _assert_part(space: dict[str, object], name: str, part: Part | None) -> None:
    x, y = space[f"x_{name}"], space[f"y_{name}"]
    if part is None:
        assert x is None
        assert y is None
        return
    assert isinstance(x, np.ndarray)
    assert isinstance(y, np.ndarray)
    assert x.dtype == np.float32
    assert y.dtype == part.y.dtype
    np.testing.assert_array_equal(x, part.x)
    np.testing.assert_array_equal(y, part.y)
    if part.weight is not None:
        np.testing.assert_array_equal(space[f"weight_{name}"], part.weight)


BUILTINS = ["and", "xor", "circles", "moons", "spirals", "blobs", "waves", "iris", "wine", "breast_cancer",
            "diabetes", "digits", "linnerud"]  # fmt: skip


@pytest.mark.parametrize("name", BUILTINS)
def test_builtin_as_it_comes(name, tmp_path):
    assert_same(Builtin(name=name), tmp_path)


@pytest.mark.parametrize("scale", ["none", "standard", "minmax", "255"])
@pytest.mark.parametrize("name", ["iris", "digits", "xor"])
def test_builtin_with_every_scale_and_three_parts(name, scale, tmp_path):
    split = Split(validation=0.25, test=0.25, seed=5)
    dataset = assert_same(Builtin(name=name, scale=scale, split=split), tmp_path)
    assert dataset.test is not None


def test_toy_with_noise_and_size(tmp_path):
    for name in ("xor", "circles", "moons", "spirals", "blobs", "waves"):
        assert_same(Builtin(name=name, samples=41, noise=0.3, seed=9), tmp_path)


@pytest.mark.parametrize("balance", ["weights", "under", "over", "smote"])
def test_balanced(balance, tmp_path):
    assert_same(Builtin(name="breast_cancer", balance=balance), tmp_path)
    assert_same(Builtin(name="digits", balance=balance, split=Split(seed=3, stratify=False)), tmp_path)


@pytest.mark.parametrize("balance", ["under", "over"])
def test_a_class_of_one_row_is_balanced_without_neighbours(balance, tmp_path):
    y = np.array([0] * 6 + [1] * 6 + [2])
    np.savez(tmp_path / "a.npz", x=np.arange(26.0).reshape(13, 2), y=y)
    assert_same(Npz(path="a.npz", task="classes", balance=balance, split=Split(validation=0)), tmp_path)


def test_unshuffled(tmp_path):
    assert_same(Builtin(name="iris", shuffle=False, split=Split(validation=0.1, test=0.1)), tmp_path)


@pytest.mark.parametrize("style", ["plain", "semicolon", "tab", "utf-16", "cp949", "no header", "cr", "gz", "spaces"])
def test_table_however_it_is_written(style, tmp_path):
    path, header = people_csv(tmp_path, style)
    assert_same(Table(path=path.name, target=5, header=header), tmp_path)


def test_table_with_gaps_and_a_test_file(tmp_path):
    people_csv(tmp_path, "gaps")
    people_csv(tmp_path, "plain")
    dataset = assert_same(Table(path="gaps.csv", target="stays", test_path="plain.csv"), tmp_path)
    assert any("median" in note for note in dataset.notes)


def test_table_of_several_targets_and_chosen_inputs(tmp_path):
    people_csv(tmp_path, "plain")
    assert_same(Table(path="plain.csv", target=("age", "income"), inputs=("city", "rooms")), tmp_path)
    assert_same(Table(path="plain.csv", target="member", inputs=("age", 1), scale="minmax"), tmp_path)


def test_table_of_pictures(tmp_path):
    rng = np.random.default_rng(0)
    rows = np.column_stack([rng.integers(0, 256, (50, 12)), rng.integers(0, 3, 50)])
    np.savetxt(tmp_path / "p.csv", rows, fmt="%d", delimiter=",")
    dataset = assert_same(Table(path="p.csv", image_shape=(3, 4, 1)), tmp_path)
    assert dataset.facts.input_shape == (3, 4, 1)
    assert dataset.preparation.scale_kind == "255"


def test_parquet(tmp_path):
    import duckdb

    people_csv(tmp_path, "plain")
    duckdb.sql(f"COPY (FROM read_csv('{tmp_path / 'plain.csv'}')) TO '{tmp_path / 'p.parquet'}'")
    assert_same(Table(path="p.parquet", target="stays"), tmp_path)


def test_series(tmp_path):
    steps = np.arange(120)
    np.savetxt(tmp_path / "s.csv", np.stack([np.sin(steps / 5), steps], 1), delimiter=",", header="a,b", comments="")
    dataset = assert_same(Series(path="s.csv", window=6, horizon=2, split=Split(validation=0.2, test=0.1)), tmp_path)
    assert dataset.facts.input_shape == (6, 2)


def test_npz(tmp_path):
    rng = np.random.default_rng(1)
    x, y = rng.normal(size=(60, 4)), rng.integers(3, 6, 60)
    np.savez(tmp_path / "a.npz", x=x, y=y)
    dataset = assert_same(Npz(path="a.npz"), tmp_path)
    assert dataset.facts.class_names == ("3", "4", "5")
    np.savez(tmp_path / "b.npz", x_train=x, y_train=np.eye(3)[y - 3], x_val=x[:9], y_val=np.eye(3)[y[:9] - 3])
    assert assert_same(Npz(path="b.npz"), tmp_path).facts.task == "classes"
    pictures = rng.integers(0, 256, (40, 5, 5), dtype=np.uint8)
    np.savez(tmp_path / "c.npz", x_train=pictures, y_train=y[:40], x_test=pictures[:7], y_test=y[:7])
    assert_same(Npz(path="c.npz"), tmp_path)


def test_idx(tmp_path):
    rng = np.random.default_rng(2)
    for part, rows in (("train", 50), ("test", 20)):
        write_idx(tmp_path / f"{part}-images.gz", rng.integers(0, 256, (rows, 6, 5), dtype=np.uint8))
        write_idx(tmp_path / f"{part}-labels", np.arange(rows, dtype=np.uint8) % 4)
    spec = Idx(images="train-images.gz", labels="train-labels", test_images="test-images.gz", test_labels="test-labels")
    assert assert_same(spec, tmp_path).facts.rows == (40, 10, 20)


@pytest.mark.parametrize("color", ["grey", "rgb"])
def test_images(color, tmp_path):
    from PIL import Image

    rng = np.random.default_rng(3)
    for name in ("cat", "dog", "owl"):
        (tmp_path / name).mkdir()
        for i in range(6):
            Image.fromarray(rng.integers(0, 256, (20 + i, 30, 3), dtype=np.uint8)).save(tmp_path / name / f"{i}.png")
    (tmp_path / "cat" / "empty.png").touch()
    dataset = assert_same(Images(folder=".", size=(8, 9), color=color), tmp_path)
    assert "empty.png is empty" in dataset.notes[0]
