"""Inputs to predict from go the same way as those that were learned from."""

from pathlib import Path

import numpy as np
import pytest

from nnviz.data.load import load
from nnviz.data.preparation.steps import ScaleColumns
from nnviz.data.rows import read_folder, read_inputs
from nnviz.data.spec import Builtin, Images, Npz, Series, Split, Table
from nnviz.errors import BadInput
from tests.data.samples import HEADER, people_csv, people_rows, write_idx


@pytest.fixture
def people(tmp_path):
    people_csv(tmp_path, "plain")
    spec = Table(path="plain.csv", split=Split(validation=0))
    return spec, load(spec, tmp_path)


def test_the_training_file_itself_gives_the_training_inputs(people, tmp_path):
    spec, dataset = people
    x = read_inputs(spec, tmp_path, Path("plain.csv"), dataset.preparation)
    np.testing.assert_array_equal(x, dataset.train.x)
    assert x.dtype == np.float32


def test_columns_go_by_their_names_and_the_target_may_be_absent(people, tmp_path):
    spec, dataset = people
    names = HEADER.split(",")
    order = [4, 2, 0, 3, 1]
    lines = [";".join(names[i] for i in order)]
    lines += [";".join(row[i] for i in order) for row in people_rows()]
    (tmp_path / "other.csv").write_text("\n".join(lines))
    x = read_inputs(spec, tmp_path, tmp_path / "other.csv", dataset.preparation)
    np.testing.assert_array_equal(x, dataset.train.x)


def test_without_a_header_columns_go_by_their_place(people, tmp_path):
    spec, dataset = people
    rows = people_rows()
    for end in (5, 6):
        lines = [",".join(f'"{cell}"' for cell in row[:end]) for row in rows]
        (tmp_path / "bare.csv").write_text("\n".join(lines))
        x = read_inputs(spec, tmp_path, Path("bare.csv"), dataset.preparation)
        np.testing.assert_array_equal(x, dataset.train.x)


def test_columns_of_other_names_are_taken_by_their_place_with_a_word(people, tmp_path):
    spec, dataset = people
    rows, notes = people_rows(), []
    lines = ["a,b,c,d,e", *(",".join(f'"{cell}"' for cell in row[:5]) for row in rows)]
    (tmp_path / "others.csv").write_text("\n".join(lines))
    x = read_inputs(spec, tmp_path, Path("others.csv"), dataset.preparation, notes.append)
    np.testing.assert_array_equal(x, dataset.train.x)
    assert notes == [
        "others.csv names none of the inputs, so its columns are taken by their place: 'a' as 'age', 'b' as 'income', "
        "'c' as 'city', 'd' as 'rooms', 'e' as 'member'."
    ]
    read_inputs(spec, tmp_path, Path("plain.csv"), dataset.preparation, notes.append)
    (tmp_path / "bare.csv").write_text("\n".join(lines[1:]))
    read_inputs(spec, tmp_path, Path("bare.csv"), dataset.preparation, notes.append)
    assert len(notes) == 1, "by their names, and without a header, there is nothing to say"


@pytest.mark.parametrize("header", ["auto", False])
def test_a_table_without_a_header_may_begin_with_an_empty_cell(header, tmp_path):
    (tmp_path / "bare.csv").write_text("".join(f"{'' if i == 0 else i},{i % 3},{i % 2}\n" for i in range(12)))
    spec = Table(path="bare.csv", header=header, split=Split(validation=0))
    dataset = load(spec, tmp_path)
    assert dataset.train.rows == 12
    np.testing.assert_array_equal(read_inputs(spec, tmp_path, Path("bare.csv"), dataset.preparation), dataset.train.x)


def test_a_table_that_is_said_to_have_no_header_is_read_so_to_predict_as_well(tmp_path):
    """Of words that never come twice nobody can tell whether the first ones are names."""
    (tmp_path / "words.csv").write_text("a,p,1\nb,q,0\na,p,1\nb,q,0\n")
    spec = Table(path="words.csv", header=False, split=Split(validation=0))
    dataset = load(spec, tmp_path)
    (tmp_path / "new.csv").write_text("a,p\nb,q\n")
    x = read_inputs(spec, tmp_path, Path("new.csv"), dataset.preparation)
    np.testing.assert_array_equal(x, dataset.train.x[:2])


def test_one_row_and_a_missing_cell(people, tmp_path):
    spec, dataset = people
    (tmp_path / "one.csv").write_text("age,income,city,rooms,member\n33,,Oslo,2,1\n")
    x = read_inputs(spec, tmp_path, Path("one.csv"), dataset.preparation)
    raw = dataset.preparation.unscale(x)[0]
    assert raw[1] == pytest.approx(dataset.preparation.fill[1], rel=1e-6)


def test_what_does_not_fit_is_named(people, tmp_path):
    spec, dataset = people
    path = tmp_path / "bad.csv"

    def refusal(text):
        path.write_text(text)
        with pytest.raises(BadInput) as caught:
            read_inputs(spec, tmp_path, path, dataset.preparation)
        return str(caught.value)

    assert "'income'" in refusal("age,city,rooms,member\n33,Oslo,2,1\n")
    assert "line 2" in refusal("age,income,city,rooms,member\nold,1.5,Oslo,2,1\n")
    assert "'Rome'" in refusal("age,income,city,rooms,member\n30,1.5,Rome,2,1\n")
    assert "2 columns" in refusal("1,2\n3,4\n")


def test_sets_without_a_file(tmp_path):
    dataset = load(Builtin(name="xor"), tmp_path)
    (tmp_path / "q.csv").write_text("0,1\n1,1\n")
    np.testing.assert_array_equal(
        read_inputs(Builtin(name="xor"), tmp_path, Path("q.csv"), dataset.preparation), [[0, 1], [1, 1]]
    )
    iris = load(Builtin(name="iris", split=Split(validation=0)), tmp_path)
    names = ",".join(reversed(iris.facts.feature_names))
    rows = iris.preparation.unscale(iris.train.x)[:, ::-1]
    np.savetxt(tmp_path / "i.csv", rows, delimiter=",", header=names, comments="")
    x = read_inputs(Builtin(name="iris"), tmp_path, Path("i.csv"), iris.preparation)
    np.testing.assert_allclose(x, iris.train.x, atol=1e-5)


def test_npz_idx_and_pictures(tmp_path):
    from PIL import Image

    digits = load(Builtin(name="digits"), tmp_path)
    pictures = np.arange(2 * 64, dtype=np.uint8).reshape(2, 8, 8)
    np.savez(tmp_path / "a.npz", x=pictures)
    write_idx(tmp_path / "a-idx3-ubyte", pictures)
    Image.fromarray(pictures[0]).save(tmp_path / "a.png")
    from_npz = read_inputs(Builtin(name="digits"), tmp_path, Path("a.npz"), digits.preparation)
    from_idx = read_inputs(Builtin(name="digits"), tmp_path, Path("a-idx3-ubyte"), digits.preparation)
    from_png = read_inputs(Builtin(name="digits"), tmp_path, Path("a.png"), digits.preparation)
    assert from_npz.shape == (2, 8, 8, 1)
    np.testing.assert_array_equal(from_npz, from_idx)
    np.testing.assert_array_equal(from_npz[:1], from_png)
    np.testing.assert_array_equal(from_npz[0, :, :, 0], pictures[0] / np.float32(16))
    np.savez(tmp_path / "a.npz", x=np.ones((2, 5)))
    with pytest.raises(BadInput, match=r"\(5,\).*\(8, 8, 1\)"):
        read_inputs(Npz(path="x.npz"), tmp_path, Path("a.npz"), digits.preparation)


def test_a_folder_of_pictures(tmp_path):
    from PIL import Image

    for name in ("a", "b"):
        (tmp_path / "set" / name).mkdir(parents=True)
        for i in range(4):
            Image.new("L", (9, 9), i * 50).save(tmp_path / "set" / name / f"{i}.png")
    spec = Images(folder="set", size=(4, 4), color="grey")
    dataset = load(spec, tmp_path)
    x = read_inputs(spec, tmp_path, Path("set/a"), dataset.preparation)
    np.testing.assert_allclose(x.mean(axis=(1, 2, 3)), np.array([0, 50, 100, 150]) / 255, rtol=1e-6)


def test_broken_pictures_of_a_folder_are_named_and_skipped(tmp_path):
    from PIL import Image

    (tmp_path / "set" / "inner").mkdir(parents=True)
    for name in ("1.png", "2.png", "inner/1.png"):
        Image.new("L", (9, 9), 50).save(tmp_path / "set" / name)
    (tmp_path / "set" / "inner" / "0.png").touch()
    digits = load(Builtin(name="digits"), tmp_path)
    found = read_folder(Builtin(name="digits"), tmp_path / "set", digits.preparation)
    assert found.names == ("1.png", "2.png", "inner/1.png")
    assert found.notes == ("1 picture was skipped: inner/0.png is empty.",)
    np.testing.assert_allclose(found.x, np.full((3, 8, 8, 1), 50 / 16), rtol=1e-6)
    for name in found.names:
        (tmp_path / "set" / name).unlink()
    with pytest.raises(BadInput, match=r"no readable pictures: inner/0\.png is empty"):
        read_folder(Builtin(name="digits"), tmp_path / "set", digits.preparation)


def test_a_folder_for_a_network_that_takes_no_pictures(people, tmp_path):
    spec, dataset = people
    with pytest.raises(BadInput, match="is a folder, but the network learned from samples of shape"):
        read_folder(spec, tmp_path, dataset.preparation)


def test_series_windows_reach_the_last_row(tmp_path):
    (tmp_path / "s.csv").write_text("v\n" + "\n".join(map(str, range(20))))
    spec = Series(path="s.csv", window=4, scale="none")
    dataset = load(spec, tmp_path)
    x = read_inputs(spec, tmp_path, Path("s.csv"), dataset.preparation)
    np.testing.assert_array_equal(x[-1, :, 0], [16, 17, 18, 19])


@pytest.mark.parametrize("steps", [(), (ScaleColumns(how="log"),)])
def test_columns_of_a_series_go_by_their_names(tmp_path, steps):
    """Also where all columns of numbers are taken, and another file has them in another order, or more of them."""
    rows = np.column_stack([np.arange(20.0), np.arange(20.0) ** 2, np.ones(20)])
    np.savetxt(tmp_path / "s.csv", rows[:, :2], delimiter=",", header="a,b", comments="")
    np.savetxt(tmp_path / "other.csv", rows[:, ::-1], delimiter=",", header="more,b,a", comments="")
    spec = Series(path="s.csv", window=4, steps=steps)
    dataset = load(spec, tmp_path)
    same, other = (read_inputs(spec, tmp_path, Path(name), dataset.preparation) for name in ("s.csv", "other.csv"))
    np.testing.assert_array_equal(other, same)
    np.testing.assert_array_equal(same[: dataset.train.rows], dataset.train.x)
