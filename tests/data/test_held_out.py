"""Another file or folder is judged as the rows that the project itself holds back."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np
import pytest
from PIL import Image

from nnviz.data.held_out import read_part
from nnviz.data.load import load
from nnviz.data.spec import Builtin, DataSpec, Idx, Images, Series, Split
from nnviz.errors import BadInput
from tests.data.samples import write_idx

ALL = Split(validation=0)


def pictures(base: Path) -> tuple[DataSpec, dict[str, str], str]:
    for folder, classes in (("pets", "cat dog fox"), ("more", "fox dog")):
        for number, name in enumerate(classes.split()):
            (base / folder / name).mkdir(parents=True)
            for i in range(3):
                shade = len(folder) + 40 * number + i
                Image.new("L", (5, 4), shade).save(base / folder / name / f"{i}.png")
    return Images(folder="pets", size=(4, 5), color="grey", split=ALL), {"test_folder": "more"}, "more"


def pairs(base: Path) -> tuple[DataSpec, dict[str, str], str]:
    dice = np.random.default_rng(0)
    for part, rows in (("train", 12), ("more", 5)):
        write_idx(base / f"{part}-images-idx3-ubyte", dice.integers(0, 255, (rows, 4, 4), np.uint8))
        write_idx(base / f"{part}-labels-idx1-ubyte", (np.arange(rows) % 3).astype(np.uint8))
    held = {"test_images": "more-images-idx3-ubyte", "test_labels": "more-labels-idx1-ubyte"}
    spec = Idx(images="train-images-idx3-ubyte", labels="train-labels-idx1-ubyte", split=ALL)
    return spec, held, "more-images-idx3-ubyte"


def series(base: Path) -> tuple[DataSpec, dict[str, str], str]:
    for name, first in (("a", 0), ("more", 50)):
        lines = [f"{np.sin(t)},{np.cos(t)}" for t in range(first, first + 40)]
        (base / f"{name}.csv").write_text("\n".join(["sin,cos", *lines]) + "\n")
    return Series(path="a.csv", window=6, horizon=2, split=ALL), {"test_path": "more.csv"}, "more.csv"


@pytest.mark.parametrize("make", [pictures, pairs, series])
def test_another_file_is_read_as_the_test_part(make, tmp_path: Path) -> None:
    spec, held, file = make(tmp_path)
    expected = load(msgspec.structs.replace(spec, **held), tmp_path).test
    part = read_part(spec, tmp_path, tmp_path / file, load(spec, tmp_path))
    assert expected is not None
    np.testing.assert_array_equal(part.x, expected.x)
    np.testing.assert_array_equal(part.y, expected.y)


def test_what_cannot_be_judged_is_said(tmp_path: Path) -> None:
    spec, _, file = pairs(tmp_path)
    dataset = load(spec, tmp_path)
    (tmp_path / "more-labels-idx1-ubyte").unlink()
    with pytest.raises(BadInput, match="needs its labels beside it"):
        read_part(spec, tmp_path, tmp_path / file, dataset)
    with pytest.raises(BadInput, match="There is no file"):
        read_part(spec, tmp_path, tmp_path / "gone", dataset)
    moons = Builtin(name="moons")
    with pytest.raises(BadInput, match="built in or downloaded"):
        read_part(moons, tmp_path, tmp_path / "train-images-idx3-ubyte", load(moons, tmp_path))
