"""load: tasks, splits, scaling on the training part alone, notes; numpy and scikit-learn are the oracles."""

import pickle
import subprocess
import sys

import numpy as np
import pytest

from nnviz.data.dataset import Cancelled
from nnviz.data.load import load
from nnviz.data.spec import Builtin, Images, Npz, Series, Split, Table
from nnviz.errors import BadInput
from tests.data.samples import people_csv, people_rows, png_header


def table(folder, text, **options):
    (folder / "t.csv").write_text(text, encoding="utf-8")
    return load(Table(path="t.csv", **options), folder)


def npz(folder, x, y, **options):
    np.savez(folder / "a.npz", x=x, y=y)
    return load(Npz(path="a.npz", **options), folder)


def test_gates_are_their_truth_tables(tmp_path):
    for name, answers in (("and", [0, 0, 0, 1]), ("or", [0, 1, 1, 1]), ("nand", [1, 1, 1, 0]), ("xor", [0, 1, 1, 0])):
        dataset = load(Builtin(name=name), tmp_path)
        np.testing.assert_array_equal(dataset.train.x, [[0, 0], [0, 1], [1, 0], [1, 1]])
        np.testing.assert_array_equal(dataset.train.y, answers)
        assert dataset.train.y.dtype == np.int32
        assert dataset.facts.rows == (4, 0, 0)
        assert dataset.facts.task == "binary"


def test_bundled_sets_are_scikit_learns_own(tmp_path):
    from sklearn.datasets import load_iris
    from sklearn.model_selection import train_test_split
    from sklearn.preprocessing import StandardScaler

    x, y = load_iris(return_X_y=True)
    train, validation, y_train, y_validation = train_test_split(x, y, test_size=30, random_state=4, stratify=y)
    scaler = StandardScaler().fit(train)
    dataset = load(Builtin(name="iris", split=Split(seed=4)), tmp_path)
    np.testing.assert_allclose(dataset.train.x, scaler.transform(train), rtol=1e-6, atol=1e-6)
    np.testing.assert_allclose(dataset.validation.x, scaler.transform(validation), rtol=1e-6, atol=1e-6)
    np.testing.assert_array_equal(dataset.train.y, y_train)
    np.testing.assert_array_equal(dataset.validation.y, y_validation)
    assert dataset.facts.class_names == ("setosa", "versicolor", "virginica")


@pytest.mark.parametrize(
    ("name", "shape", "task", "outputs"),
    [
        ("wine", (13,), "classes", 3),
        ("breast_cancer", (30,), "binary", 1),
        ("diabetes", (10,), "regression", 1),
        ("digits", (8, 8, 1), "classes", 10),
        ("blobs", (2,), "classes", 3),
        ("moons", (2,), "binary", 1),
    ],
)
def test_facts(name, shape, task, outputs, tmp_path):
    dataset = load(Builtin(name=name), tmp_path)
    facts = dataset.facts
    assert (facts.input_shape, facts.task, facts.outputs) == (shape, task, outputs)
    assert dataset.train.x.shape[1:] == shape
    assert dataset.train.x.dtype == np.float32
    assert dataset.train.y.shape == ((facts.rows[0], 1) if task == "regression" else (facts.rows[0],))
    if name == "digits":
        assert (dataset.train.x.min(), dataset.train.x.max()) == (0.0, 1.0)


def test_toys_repeat_with_their_seed_and_obey_size_and_noise(tmp_path):
    for name in ("circles", "moons", "spirals", "blobs", "waves"):
        one, same, other = (
            load(Builtin(name=name, samples=50, noise=0.2, seed=seed), tmp_path).train.x for seed in (1, 1, 2)
        )
        np.testing.assert_array_equal(one, same)
        assert not np.array_equal(one, other)
        assert len(one) == 40
    with pytest.raises(BadInput, match="not 3"):
        load(Builtin(name="moons", samples=3), tmp_path)
    with pytest.raises(BadInput, match="noise"):
        load(Builtin(name="moons", noise=-1), tmp_path)
    with pytest.raises(BadInput, match="from 0 to 4294967295, not 4294967296"):
        load(Builtin(name="moons", seed=2**32), tmp_path)
    with pytest.raises(BadInput, match="iris"):
        load(Builtin(name="iris", samples=10), tmp_path)


def test_waves_are_windows_in_time_order_with_the_step_after_each(tmp_path):
    dataset = load(Builtin(name="waves", samples=100, noise=0.3, seed=4), tmp_path)
    assert (dataset.facts.input_shape, dataset.facts.task, dataset.facts.rows) == ((24, 1), "regression", (80, 20, 0))
    x, y = dataset.train.x, dataset.train.y
    np.testing.assert_allclose(x[1:, -1, 0], y[:-1, 0], rtol=1e-6)
    np.testing.assert_array_equal(x[1:, :-1], x[:-1, 1:])
    assert dataset.validation is not None
    np.testing.assert_allclose(dataset.validation.x[0, -1, 0], y[-1, 0], rtol=1e-6)


def test_shares_of_all_rows_and_of_each_class(tmp_path):
    dataset = load(Builtin(name="iris", split=Split(validation=0.2, test=0.2)), tmp_path)
    assert dataset.facts.rows == (90, 30, 30)
    for part in (dataset.train, dataset.validation, dataset.test):
        counts = np.bincount(part.y)
        assert counts.max() == counts.min()
    with pytest.raises(BadInput, match="none are left"):
        load(Builtin(name="xor", split=Split(validation=0.5, test=0.5)), tmp_path)
    with pytest.raises(BadInput, match="below 1"):
        load(Builtin(name="xor", split=Split(validation=1.5)), tmp_path)


def test_scaling_goes_there_and_back(tmp_path):
    for scale in ("none", "standard", "minmax", "255"):
        dataset = load(Builtin(name="wine", scale=scale, split=Split(validation=0.0)), tmp_path)
        from sklearn.datasets import load_wine

        np.testing.assert_allclose(dataset.preparation.unscale(dataset.train.x), load_wine().data, rtol=1e-4, atol=1e-4)


def test_a_constant_column_stays_finite(tmp_path):
    x = np.column_stack([np.full(30, 0.1), np.arange(30)])
    for scale in ("standard", "minmax"):
        assert np.isfinite(npz(tmp_path, x, np.arange(30) * 0.5, scale=scale).train.x).all()


def test_preparation_pickles_and_knows_words_and_classes(tmp_path):
    people_csv(tmp_path, "plain")
    preparation = load(Table(path="plain.csv"), tmp_path).preparation
    assert pickle.loads(pickle.dumps(preparation)) == preparation
    assert list(preparation.columns[2].values) == sorted({row[2] for row in people_rows()})
    assert preparation.class_names == ("no", "yes")


# ---- what the target asks for

INFERRED = [
    (np.arange(60) % 2, "binary", ("0", "1")),
    (np.arange(60) % 2 == 0, "binary", ("False", "True")),
    (np.arange(60) % 2 * 2.0 - 1, "regression", ()),
    (np.arange(60) % 2 * 1.0, "binary", ("0", "1")),
    (np.array([-1, 1] * 30), "binary", ("-1", "1")),
    (np.array([1, 2, 9] * 20), "classes", ("1", "2", "9")),
    (np.arange(60), "regression", ()),
    (np.linspace(0, 1, 60), "regression", ()),
    (np.array(["a", "b", "c"] * 20), "classes", ("a", "b", "c")),
    (np.eye(3)[np.arange(60) % 3], "classes", ("y0", "y1", "y2")),
    (np.array([[0, 1], [1, 1]] * 30), "labels", ("y0", "y1")),
    (np.array([[0.5, 1], [1, 1]] * 30), "regression", ()),
]


@pytest.mark.parametrize(("y", "task", "names"), INFERRED)
def test_task_is_inferred(y, task, names, tmp_path):
    facts = npz(tmp_path, np.arange(120.0).reshape(60, 2), y).facts
    assert (facts.task, facts.class_names) == (task, names)


def test_task_can_be_forced(tmp_path):
    x = np.arange(120.0).reshape(60, 2)
    y = np.arange(60) % 3
    dataset = npz(tmp_path, x, y, task="regression", split=Split(validation=0))
    assert dataset.train.y.dtype == np.float32
    np.testing.assert_array_equal(dataset.train.y[:, 0], y)
    assert npz(tmp_path, x, np.arange(60), task="classes").facts.outputs == 60
    assert npz(tmp_path, x, y % 2, task="classes").facts.outputs == 2
    assert npz(tmp_path, x, y % 2, task="labels").train.y.shape == (48, 1)
    with pytest.raises(BadInput, match="3"):
        npz(tmp_path, x, y, task="binary")
    with pytest.raises(BadInput, match=r"y\[1\].*0\.5"):
        npz(tmp_path, x, np.arange(60) * 0.5, task="classes")
    with pytest.raises(BadInput, match=r"y\[2\].*2"):
        npz(tmp_path, x, y, task="labels")
    with pytest.raises(BadInput, match="every row"):
        npz(tmp_path, x, np.ones(60, int), task="classes")


def test_gaps_between_labels_keep_their_names(tmp_path):
    dataset = npz(tmp_path, np.arange(120.0).reshape(60, 2), np.array([7, 3, 40] * 20), split=Split(validation=0))
    assert dataset.facts.class_names == ("3", "7", "40")
    np.testing.assert_array_equal(dataset.train.y[:3], [1, 0, 2])


def test_a_class_that_only_the_test_part_has_is_named(tmp_path):
    x = np.arange(60.0).reshape(30, 2)
    np.savez(tmp_path / "a.npz", x_train=x, y_train=np.arange(30) % 3, x_test=x, y_test=np.arange(30) % 4)
    with pytest.raises(BadInput, match=r"y_test\[3\].*is 3"):
        load(Npz(path="a.npz"), tmp_path)


# ---- arrays and balance


def test_nan_and_inf_are_named(tmp_path):
    x = np.arange(120.0).reshape(60, 2)
    x[5, 1] = np.nan
    with pytest.raises(BadInput, match=r"x\[5, 1\] is nan"):
        npz(tmp_path, x, np.arange(60))
    with pytest.raises(BadInput, match=r"y\[3\] is inf"):
        npz(tmp_path, np.ones((4, 2)), np.array([1.0, 2, 3, np.inf]))


def test_broken_archives(tmp_path):
    (tmp_path / "a.npz").write_bytes(b"PK\x03\x04 nonsense")
    with pytest.raises(BadInput, match="npz"):
        load(Npz(path="a.npz"), tmp_path)
    np.savez(tmp_path / "a.npz", images=np.ones(3))
    with pytest.raises(BadInput, match="images"):
        load(Npz(path="a.npz"), tmp_path)
    np.savez(tmp_path / "a.npz", x=np.array([[1], {}], object), y=np.ones(2))
    with pytest.raises(BadInput, match="objects"):
        load(Npz(path="a.npz"), tmp_path)
    np.savez(tmp_path / "a.npz", x=np.ones((3, 2)), y=np.ones(2))
    with pytest.raises(BadInput, match=r"3 samples.*2"):
        load(Npz(path="a.npz"), tmp_path)
    with pytest.raises(BadInput, match="no file"):
        load(Npz(path="gone.npz"), tmp_path)


def test_balance_touches_the_training_part_alone(tmp_path):
    rng = np.random.default_rng(0)
    x, y = rng.normal(size=(200, 3)), (np.arange(200) % 10 == 0).astype(int)
    plain = npz(tmp_path, x, y)
    for balance, rows in (("under", 32), ("over", 288), ("smote", 288)):
        dataset = npz(tmp_path, x, y, balance=balance)
        assert dataset.facts.rows == (rows, 40, 0)
        assert set(np.bincount(dataset.train.y)) == {rows // 2}
        np.testing.assert_array_equal(dataset.validation.x, plain.validation.x)
    weighted = npz(tmp_path, x, y, balance="weights").train
    assert weighted.weight[weighted.y == 1].sum() == pytest.approx(weighted.weight[weighted.y == 0].sum(), rel=1e-5)
    with pytest.raises(BadInput, match="regression"):
        npz(tmp_path, x, x[:, 0], balance="over")


@pytest.mark.parametrize("balance", ["under", "over", "smote"])
def test_training_rows_of_one_class_cannot_be_evened_out(tmp_path, balance):
    with pytest.raises(BadInput, match="at least 2"):
        npz(tmp_path, np.ones((4, 1)), np.array([0, 0, 0, 1]), balance=balance, shuffle=False)


# ---- tables, series, pictures


@pytest.mark.parametrize("most_bytes", [None, 1])
@pytest.mark.parametrize("row", [5, 250])
@pytest.mark.parametrize("cell", ["", "NA"])
def test_a_row_without_a_class_leaves_the_others_classes(tmp_path, cell, row, most_bytes):
    rows = [f"{i},{cell if i == row else i % 3}" for i in range(300)]
    (tmp_path / "t.csv").write_text("\n".join(["a,kind", *rows]))
    facts = load(Table(path="t.csv", split=Split(validation=0)), tmp_path, most_bytes=most_bytes).facts
    assert (facts.task, facts.outputs, facts.rows[0]) == ("classes", 3, 299)


def test_table_of_numbers_and_words(tmp_path):
    people_csv(tmp_path, "plain")
    dataset = load(Table(path="plain.csv", split=Split(validation=0), scale="none"), tmp_path)
    rows = people_rows()
    assert dataset.facts.feature_names == (
        "age", "income", "city=Oslo", "city=Seoul, KR", "city=Ulm", "rooms", "member",
    )  # fmt: skip
    np.testing.assert_array_equal(dataset.train.x[:, 1], np.array([row[1] for row in rows], np.float32))
    np.testing.assert_array_equal(dataset.train.x[:, 4], [row[2] == "Ulm" for row in rows])
    np.testing.assert_array_equal(dataset.train.y, [row[5] == "yes" for row in rows])


def test_missing_cells_take_the_median_of_the_training_part(tmp_path):
    people_csv(tmp_path, "gaps")
    dataset = load(Table(path="gaps.csv", target="rooms", inputs=("income",), scale="none"), tmp_path)
    income = dataset.train.x[:, 0]
    fill = dataset.preparation.fill[0]
    assert fill in (np.median(income), pytest.approx(float(np.median(income[income != np.float32(fill)]))))
    assert any("income: 6 missing, the first in gaps.csv, line 5 (row 4" in note for note in dataset.notes)
    stays = load(Table(path="gaps.csv", target="stays"), tmp_path)
    assert sum(stays.facts.rows) == 56
    assert any("4 rows without a target" in note and "line 7" in note for note in stays.notes)


def test_columns_by_number_and_by_name(tmp_path):
    text = "a,b,c\n" + "".join(f"{i},{i * 2},{i * 0.5}\n" for i in range(20))
    assert table(tmp_path, text, target=0).facts.target_names == ("a",)
    assert table(tmp_path, text, target=("a", 1)).facts.outputs == 2
    with pytest.raises(BadInput, match=r"no column 'z'.*a, b, c"):
        table(tmp_path, text, target="z")
    with pytest.raises(BadInput, match="no column 3"):
        table(tmp_path, text, target=3)
    with pytest.raises(BadInput, match="as the target"):
        table(tmp_path, text, target="a", inputs=("a", "b"))


def test_a_test_file_takes_the_place_of_the_test_share(tmp_path):
    people_csv(tmp_path, "plain")
    (tmp_path / "other.csv").write_text("stays,member,rooms,city,income,age\nno,1,3,Oslo,2900.5,33\n")
    dataset = load(Table(path="plain.csv", test_path="other.csv", split=Split(test=0.3)), tmp_path)
    assert dataset.facts.rows == (48, 12, 1)
    np.testing.assert_allclose(dataset.preparation.unscale(dataset.test.x), [[33, 2900.5, 1, 0, 0, 3, 1]], rtol=1e-5)
    (tmp_path / "other.csv").write_text("stays,member,rooms,city,income,age\nno,1,3,Paris,2900.5,33\n")
    dataset = load(Table(path="plain.csv", test_path="other.csv"), tmp_path)
    np.testing.assert_allclose(
        dataset.preparation.unscale(dataset.test.x), [[33, 2900.5, 0, 0, 0, 3, 1]], rtol=1e-5, atol=1e-6
    )
    assert any("other.csv, line 2" in note and "'Paris'" in note for note in dataset.notes)


def test_series_windows(tmp_path):
    (tmp_path / "s.csv").write_text("v,w\n" + "".join(f"{i},{i * 10}\n" for i in range(20)))
    dataset = load(Series(path="s.csv", window=3, horizon=2, scale="none"), tmp_path)
    assert dataset.facts.rows == (13, 3, 0)
    np.testing.assert_array_equal(dataset.train.x[0], [[0, 0], [1, 10], [2, 20]])
    np.testing.assert_array_equal(dataset.train.y[:2], [[4], [5]])
    np.testing.assert_array_equal(dataset.validation.y, [[17], [18], [19]])
    with pytest.raises(BadInput, match=r"at least 33 rows.*20"):
        load(Series(path="s.csv", window=31, horizon=1), tmp_path)
    (tmp_path / "s.csv").write_text("v\n1\nNA\n3\n4\n5\n")
    with pytest.raises(BadInput, match="line 3"):
        load(Series(path="s.csv", window=2), tmp_path)


def test_bad_pictures_are_named_and_skipped(tmp_path):
    from PIL import Image

    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        for i in range(3):
            Image.new("RGB", (10 + i, 12), (i * 80, 0, 0)).save(tmp_path / name / f"{i}.png")
    whole = (tmp_path / "a" / "0.png").read_bytes()
    (tmp_path / "a" / "zero.png").touch()
    (tmp_path / "a" / "cut.png").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "b" / "words.jpg").write_text("not a picture")
    (tmp_path / "b" / "vast.png").write_bytes(png_header(30_000, 30_000))
    dataset = load(Images(folder=str(tmp_path), size=(5, 6)), tmp_path)
    assert dataset.facts.rows == (5, 1, 0)
    assert dataset.facts.class_names == ("a", "b")
    assert dataset.train.x.shape[1:] == (5, 6, 3)
    (note,) = [note for note in dataset.notes if "skipped" in note]
    assert note.startswith("4 pictures were skipped")
    for part in ("a/zero.png is empty", "a/cut.png", "b/words.jpg", "b/vast.png has more than 100,000,000 pixels"):
        assert part in note


def test_folders_without_classes(tmp_path):
    with pytest.raises(BadInput, match="no subfolders"):
        load(Images(folder="."), tmp_path)
    with pytest.raises(BadInput, match="no folder"):
        load(Images(folder="gone"), tmp_path)
    (tmp_path / "a").mkdir()
    with pytest.raises(BadInput, match="no readable picture"):
        load(Images(folder="."), tmp_path)


def test_loading_is_given_up_when_asked(tmp_path):
    people_csv(tmp_path, "plain")
    with pytest.raises(Cancelled):
        load(Table(path="plain.csv"), tmp_path, lambda: True)


def test_importing_the_room_stays_light():
    code = (
        "import sys, nnviz.data.load, nnviz.data.rows, nnviz.data.script.script, nnviz.data.preview\n"
        "print([m for m in ('sklearn', 'duckdb', 'PIL', 'imblearn', 'pandas', 'keras', 'PySide6') if m in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def test_a_file_that_cannot_be_read_is_a_sentence(tmp_path, monkeypatch):
    people_csv(tmp_path, "plain")
    monkeypatch.setattr("nnviz.data.dataset.os.access", lambda path, mode: False)
    with pytest.raises(BadInput, match="permission"):
        load(Table(path="plain.csv"), tmp_path)
    monkeypatch.undo()

    def fail(*args, **kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("nnviz.data.tables.tabular.read_frame", fail)
    with pytest.raises(BadInput, match="No space left"):
        load(Table(path="plain.csv"), tmp_path)
