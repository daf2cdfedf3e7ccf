"""Folders of pictures: every format and depth, parts by name, bad files named and counted; Pillow is the oracle."""

from __future__ import annotations

import random
import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from nnviz.data.dataset import Cancelled
from nnviz.data.load import load
from nnviz.data.pictures.image_folders import listing, parts, picture_files, proposed_look
from nnviz.data.pictures.picture import read_picture
from nnviz.data.recognising import spec_of
from nnviz.data.spec import Images, Split
from nnviz.errors import BadInput
from tests.data.samples import png_header

PLAIN = Images(folder="", size=(8, 8))
ALL = Split(validation=0)


def colours(seed: int = 0, side: int = 8) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (side, side, 3), np.uint8)


def folder_of(folder: Path, **classes: int) -> Path:
    for name, count in classes.items():
        (folder / name).mkdir(parents=True, exist_ok=True)
        for i in range(count):
            Image.fromarray(colours(i)).save(folder / name / f"{i}.png")
    return folder


def saved(path: Path, picture: Image.Image, **options: Any) -> np.ndarray:
    picture.save(path, **options)
    return read_picture(path, PLAIN)


@pytest.mark.parametrize("ending", ["png", "bmp", "tif", "webp", "ppm"])
def test_formats_that_lose_nothing(ending: str, tmp_path: Path) -> None:
    options = {"lossless": True} if ending == "webp" else {}
    np.testing.assert_array_equal(saved(tmp_path / f"a.{ending}", Image.fromarray(colours()), **options), colours())


def test_formats_that_lose_a_little(tmp_path: Path) -> None:
    smooth = np.broadcast_to(np.arange(0, 160, 20, dtype=np.uint8)[:, None, None], (8, 8, 3))
    picture = Image.fromarray(np.ascontiguousarray(smooth))
    for name, options in (("a.jpg", {"quality": 95}), ("a.jpeg", {"quality": 95}), ("a.gif", {})):
        assert np.abs(saved(tmp_path / name, picture, **options).astype(int) - smooth).max() <= 4


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGBA", "LA", "CMYK", "YCbCr", "HSV"])
def test_every_mode_becomes_grey_or_colour(mode: str, tmp_path: Path) -> None:
    picture = Image.fromarray(colours()).convert(mode)
    ending = "png" if mode in ("1", "L", "P", "RGBA", "LA") else "tif"
    if mode == "HSV":  # a mode of Pillow's alone
        picture, ending = picture.convert("RGB"), "png"
    picture.save(tmp_path / f"a.{ending}")
    with Image.open(tmp_path / f"a.{ending}") as opened:
        wanted = np.asarray(opened.convert("RGB"))
    np.testing.assert_array_equal(read_picture(tmp_path / f"a.{ending}", PLAIN), wanted)
    grey = read_picture(tmp_path / f"a.{ending}", Images(folder="", size=(8, 8), color="grey"))
    assert (grey.shape, grey.dtype) == ((8, 8, 1), np.uint8)


def test_sixteen_bits_keep_their_shades(tmp_path: Path) -> None:
    shades = np.linspace(0, 65535, 64).reshape(8, 8).astype(np.uint16)
    got = saved(tmp_path / "a.png", Image.fromarray(shades))
    np.testing.assert_array_equal(got[..., 0], shades // 257)
    np.testing.assert_array_equal(
        saved(tmp_path / "a.tif", Image.fromarray(shades.astype(np.int32)))[..., 0], shades // 257
    )
    with pytest.raises(BadInput, match=r"a\.tif is not a readable picture \(it holds fractions"):
        saved(tmp_path / "a.tif", Image.fromarray(shades.astype(np.float32)))


def test_transparent_pixels_are_as_on_white_paper(tmp_path: Path) -> None:
    drawing = np.zeros((8, 8, 4), np.uint8)
    drawing[2:6, 3, 3] = 255  # a black stroke on nothing, which is stored as black, too
    got = saved(tmp_path / "a.png", Image.fromarray(drawing))
    np.testing.assert_array_equal(got, np.broadcast_to(255 - drawing[..., 3:], (8, 8, 3)))


def test_a_picture_stands_upright(tmp_path: Path) -> None:
    picture = Image.fromarray(colours())
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter, says the camera
    got = saved(tmp_path / "a.png", picture, exif=exif)
    np.testing.assert_array_equal(got, np.rot90(colours(), -1))


def test_the_first_frame_of_an_animation(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (8, 8), (shade, shade, shade)) for shade in (40, 200)]
    for name in ("a.gif", "a.webp", "a.tif"):
        got = saved(tmp_path / name, frames[0], save_all=True, append_images=frames[1:])
        assert abs(int(got.mean()) - 40) <= 2


def test_mixed_sizes_are_brought_to_one(tmp_path: Path) -> None:
    folder_of(tmp_path, a=2, b=2)
    Image.fromarray(colours(side=30)).resize((11, 30)).save(tmp_path / "a" / "tall.png")
    dataset = load(Images(folder=".", size=(5, 7), split=ALL, scale="none"), tmp_path)
    assert dataset.train.x.shape == (5, 5, 7, 3)
    with Image.open(tmp_path / "b" / "1.png") as picture:
        np.testing.assert_array_equal(dataset.train.x[-1], picture.resize((7, 5), Image.Resampling.BILINEAR))


BAD = {
    "empty.png": (b"", "a/empty.png is empty."),
    "words.jpg": (b"not a picture", "a/words.jpg is not a readable picture (it holds something else)."),
    "vast.png": (png_header(30_000, 30_000), "a/vast.png has more than 100,000,000 pixels, too many to open."),
    "large.bmp": (
        b"BM" + struct.pack("<IHHIIiiHHIIiiII", 54, 0, 0, 54, 40, 11_000, 10_000, 1, 24, 0, 0, 0, 0, 0, 0),
        "a/large.bmp is 11000 x 10000 pixels, too large to open.",
    ),
}


def test_bad_pictures_are_named_skipped_and_counted(tmp_path: Path) -> None:
    folder_of(tmp_path, a=3, b=3)
    whole = (tmp_path / "a" / "0.png").read_bytes()
    (tmp_path / "b" / "cut.png").write_bytes(whole[: len(whole) // 2])
    for name, (content, _) in BAD.items():
        (tmp_path / "a" / name).write_bytes(content)
    (tmp_path / "a" / "._0.png").write_bytes(b"what another system leaves behind")
    (tmp_path / "a" / "readme.txt").write_text("no picture by its name")
    (tmp_path / "__MACOSX").mkdir()
    dataset = load(Images(folder=".", size=(8, 8)), tmp_path)
    assert sum(dataset.facts.rows) == 6
    (note,) = (note for note in dataset.notes if "skipped" in note)
    assert note.startswith("5 pictures were skipped: ")
    for _, sentence in BAD.values():
        assert sentence in note
    assert "b/cut.png is not a readable picture (" in note


def test_parts_in_folders_of_their_own(tmp_path: Path) -> None:
    folder_of(tmp_path / "one", cat=6, dog=6)
    folder_of(tmp_path / "two", dog=2, cat=1)
    folder_of(tmp_path / "three", dog=3)
    spec = Images(folder="one", validation_folder="two", test_folder="three", size=(8, 8))
    dataset = load(spec, tmp_path)
    assert dataset.facts.rows == (12, 3, 3)
    assert dataset.validation.y.tolist() == [0, 1, 1]
    assert dataset.test.y.tolist() == [1, 1, 1]
    folder_of(tmp_path / "three", cow=1)
    with pytest.raises(
        BadInput, match=r"three has pictures of 'cow', which is none of the classes to learn \(cat, dog\)"
    ):
        load(spec, tmp_path)


@pytest.mark.parametrize("names", [("train", "val", "test"), ("Training", "Testing"), ("train", "valid")])
def test_parts_are_known_by_their_names(names: tuple[str, ...], tmp_path: Path) -> None:
    for i, name in enumerate(names):
        folder_of(tmp_path / "set" / name, cat=5 - i, dog=5 - i)
    dataset = load(Images(folder="set", size=(8, 8)), tmp_path)
    held_back = [i for i, name in enumerate(names) if i]
    validation = [10 - 2 * i for i in held_back if names[i].startswith("val")]
    test = [10 - 2 * i for i in held_back if not names[i].startswith("val")]
    train = 10 if validation else 8  # a fifth is held back where no part for validation is there
    assert dataset.facts.rows == (train, (validation or [2])[0], (test or [0])[0])
    assert any("were taken as train, " in note for note in dataset.notes)
    found = spec_of(tmp_path / "set")
    assert isinstance(found, Images)
    assert (Path(found.folder).name, found.size, found.color) == (names[0], (8, 8), "rgb")
    assert load(found, Path()).facts == dataset.facts
    folder_of(tmp_path / "set", other=1)
    assert parts(tmp_path / "set") == {}


def test_a_look_that_suits_the_pictures(tmp_path: Path) -> None:
    folder_of(tmp_path / "small", a=3, b=3)
    assert proposed_look(tmp_path / "small") == ((8, 8), "rgb")
    for name in ("a", "b"):
        (tmp_path / "large" / name).mkdir(parents=True)
        Image.new("L", (300, 200)).save(tmp_path / "large" / name / "1.png")
    assert proposed_look(tmp_path / "large") == ((64, 64), "grey")


def test_files_are_listed_in_the_order_of_their_paths(tmp_path: Path) -> None:
    places = ["b/10.png", "b/9.png", "a/z/1.PNG", "a/z-1.jpeg", "a/.hidden.png", "a/note.txt", "c.d/x.webp", "c/y.gif"]
    for place in random.Random(1).sample(places, len(places)):
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).touch()
    found = [path for path in tmp_path.rglob("*") if path.is_file() and path.suffix != ".txt" and path.name[0] != "."]
    assert picture_files(tmp_path) == sorted(found)
    listed = listing(tmp_path)
    assert (listed.classes, listed.count) == (("a", "b", "c", "c.d"), 6)


def test_import_tells_its_progress_and_is_given_up_when_asked(tmp_path: Path) -> None:
    folder_of(tmp_path, a=20, b=20)
    spec = Images(folder=".", size=(8, 8))
    seen: list[float] = []
    load(spec, tmp_path, progress=seen.append)
    assert seen == sorted(seen)
    assert len(set(seen)) >= 40
    done: list[float] = []
    with pytest.raises(Cancelled):
        load(spec, tmp_path, lambda: len(done) >= 10, progress=done.append)
    assert len(done) == 10


@pytest.mark.nightly
def test_a_hundred_thousand_files_are_listed_and_imported_to_the_disk(tmp_path: Path) -> None:
    folder_of(tmp_path, a=1, b=1)
    for name in ("a", "b"):
        whole = (tmp_path / name / "0.png").read_bytes()
        for i in range(1, 50_000):
            (tmp_path / name / f"{i}.png").write_bytes(whole)
    assert listing(tmp_path).count == 100_000
    dataset = load(Images(folder=".", size=(8, 8)), tmp_path, most_bytes=1 << 20)
    assert dataset.streamed
    assert dataset.facts.rows == (80_000, 20_000, 0)
    dataset.close()
