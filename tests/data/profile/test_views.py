"""Rows, points and pictures of every source, as they stand there."""

import threading

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnviz.data.dataset import Cancelled
from nnviz.data.load import load, read_raw
from nnviz.data.preparation.targets import Target, coding_for
from nnviz.data.profile import table_opening
from nnviz.data.profile.aim import are_classes
from nnviz.data.profile.opening import open_views
from nnviz.data.profile.profiling import profile
from nnviz.data.profile.table_store import Stored
from nnviz.data.spec import Builtin, Npz, Series, Table
from nnviz.data.tables.tablefile import read_frame
from nnviz.errors import BadInput
from tests.data.profile.tables import tables, write
from tests.data.samples import people_csv, people_rows


@pytest.fixture
def opened(request):
    def open_one(spec, folder):
        views = open_views(spec, folder)
        request.addfinalizer(lambda: [view.close() for view in views.values()])
        return views["train"]

    return open_one


@pytest.mark.parametrize("style", ["plain", "semicolon", "tab", "utf-16", "cp949", "gz", "no header", "cr", "gaps"])
@pytest.mark.parametrize("size", ["memory", "disk"])
def test_rows_are_those_of_the_file(style, size, tmp_path, opened, monkeypatch):
    if size == "disk":
        monkeypatch.setattr(table_opening, "IN_MEMORY", 0)
    path, _ = people_csv(tmp_path, style)
    view = opened(Table(path=str(path)), tmp_path)
    expected = [
        tuple(None if cell in ("NA", "", "nan", "?") else cell for cell in row) for row in people_rows(style == "gaps")
    ]
    assert view.rows == 60
    for first, stop in ((0, 5), (57, 60), (30, 31)):
        found = view.read(first, stop)
        assert [tuple(map(_same, row)) for row in found] == [tuple(map(_same, row)) for row in expected[first:stop]]
    assert view.labels([59, 0]) == tuple(expected[row][5] or "" for row in (59, 0))


def _same(cell):
    try:
        return None if cell is None else float(cell)
    except ValueError:
        return cell


@settings(max_examples=15, deadline=None)
@given(text=tables())
def test_columns_hold_what_loading_reads(tmp_path_factory, text):
    path = write(tmp_path_factory.mktemp("t"), text)
    frame = read_frame(path, ",", True)
    view = open_views(Table(path=str(path), header=True, delimiter=","), path.parent)["train"]
    for head, column in zip(view.heads, frame.columns, strict=True):
        number = head.type in ("integer", "number") or (head.type == "bool" and column.kind == "number")
        assert head.type == "empty" or number == (column.kind == "number")
    rows = view.read(0, view.rows)
    for i, column in enumerate(frame.columns):
        assert [row[i] is None for row in rows] == column.missing.tolist()
        held = [row[i] for row, gone in zip(rows, column.missing, strict=True) if not gone]
        assert held == column.values[~column.missing].tolist()
    view.close()


@settings(max_examples=60, deadline=None)
@given(
    st.one_of(
        st.lists(st.integers(-3, 30), min_size=2, max_size=80),
        st.lists(st.sampled_from([0.0, 1.0, 0.5]), min_size=2, max_size=20),
        st.lists(st.sampled_from("abcdefghij"), min_size=2, max_size=20),
    )
)
def test_a_target_is_of_classes_where_loading_takes_it_for_classes(values):
    column = np.array(values, object) if isinstance(values[0], str) else np.array(values)
    if len(set(values)) < 2:
        return  # which loading refuses
    kind = {"O": "text", "i": "integer", "f": "number"}[column.dtype.kind]
    stored = Stored("y", 0, kind, kind != "text")
    try:
        expected = coding_for(Target((column,), ("y",)), "auto").task != "regression"
    except BadInput:
        expected = False
    assert are_classes(stored, sorted(set(values)), len(values)) == expected


def test_roles(tmp_path, opened):
    path, _ = people_csv(tmp_path, "plain")
    view = opened(Table(path=str(path), target="city", inputs=("age", 3)), tmp_path)
    roles = [head.role for head in view.heads]
    assert roles == ["input", "left out", "target", "input", "left out", "left out"]
    assert view.aim.names == ("Oslo", "Seoul, KR", "Ulm")
    with pytest.raises(BadInput, match="no column 'x'"):
        open_views(Table(path=str(path), target="x"), tmp_path)


@pytest.mark.parametrize("name", ["xor", "moons", "iris", "diabetes", "digits", "waves", "linnerud"])
def test_sets_that_ship(name, tmp_path, opened):
    view, raw = opened(Builtin(name=name), tmp_path), read_raw(Builtin(name=name), tmp_path)
    dataset = load(Builtin(name=name), tmp_path)
    assert view.rows == len(raw.x)
    assert sum(head.role == "target" for head in view.heads) == len(raw.target.columns)
    if view.kind == "table":
        np.testing.assert_array_equal([row[: raw.x.shape[1]] for row in view.read(0, 4)], raw.x[:4])
        assert view.aim.names == dataset.facts.class_names
    else:
        np.testing.assert_array_equal(view.samples([2, 0]), raw.x[[2, 0]])
        assert tuple(known.name for known in view.classes) == dataset.facts.class_names


def test_a_series_shows_its_table(tmp_path, opened):
    write(tmp_path, "t,v\n" + "".join(f"{i},{i * 2}\n" for i in range(40)), "s.csv")
    view = opened(Series(path="s.csv", columns=("v",)), tmp_path)
    assert [head.role for head in view.heads] == ["left out", "target"]
    assert view.read(3, 4) == [(3, 6)]


def test_parquet_and_arrays_on_the_disk(tmp_path, opened, monkeypatch):
    from nnviz.data.profile import opening
    from nnviz.data.tables.tablefile import connect

    with connect() as database:
        database.execute(
            f"COPY (SELECT range a, 'w' || range % 3 b FROM range(30)) TO '{tmp_path / 'p.parquet'}' (FORMAT parquet)"
        )
    view = opened(Table(path="p.parquet"), tmp_path)
    assert view.read(4, 6) == [(4, "w1"), (5, "w2")]
    x, y = np.random.default_rng(0).normal(size=(500, 3)), np.arange(500) % 2
    np.savez(tmp_path / "a.npz", x=x, y=y)
    for limit in (1 << 30, 0):
        monkeypatch.setattr(opening, "MOST_BYTES", limit)
        view = opened(Npz(path="a.npz"), tmp_path)
        assert view.read(490, 491) == [(*x[490], 0)]
        assert [head.role for head in view.heads] == ["input"] * 3 + ["target"]


def test_points_are_evenly_drawn_and_the_same_each_time(tmp_path, opened):
    rows = "".join(f"{i},{i % 2},{'' if i % 100 == 7 else i},{'ab'[i % 2]}\n" for i in range(10_000))
    view = opened(Table(path=str(write(tmp_path, "i,p,q,y\n" + rows))), tmp_path)
    drawn = view.scatter(0, 2, 500)
    assert 450 <= len(drawn.rows) <= 500
    assert drawn.total == 9900
    np.testing.assert_array_equal(drawn.x, drawn.rows)
    np.testing.assert_array_equal(drawn.classes, drawn.rows % 2)
    assert abs(drawn.classes.mean() - 0.5) < 0.1  # never in step with the rows
    assert np.diff(drawn.rows).max() < 100
    again = view.scatter(0, 2, 500)
    np.testing.assert_array_equal(again.rows, drawn.rows)
    words = view.scatter(3, 1, 50)
    assert words.x_words == ("a", "b")
    np.testing.assert_array_equal(words.x, words.y)
    assert len(view.scatter(0, 1, 20_000).rows) == 10_000


def test_many_threads_read_at_once(tmp_path, opened):
    text = "i,y\n" + "".join(f"{i},{i % 2}\n" for i in range(5000))
    view = opened(Table(path=str(write(tmp_path, text))), tmp_path)
    wrong = []

    def read(offset):
        starts = range(offset, 5000, 500)
        read_there = [[row[0] for row in view.read(first, first + 20)] for first in starts]
        wrong.extend(set(starts) - {rows[0] for rows in read_there if rows == list(range(rows[0], rows[-1] + 1))})

    threads = [threading.Thread(target=read, args=(k * 37,)) for k in range(4)]
    for thread in threads:
        thread.start()
    profile({"train": view})
    for thread in threads:
        thread.join()
    assert wrong == []


def test_opening_and_describing_are_cancelled(tmp_path, opened):
    path = write(tmp_path, "i,y\n" + "".join(f"{i},{i % 2}\n" for i in range(3_000)))
    asked = []

    def now():
        asked.append(1)
        return True

    with pytest.raises(Cancelled):
        open_views(Table(path=str(path)), tmp_path, now)
    np.savez(tmp_path / "p.npz", x=np.zeros((30, 4, 4), np.uint8), y=np.arange(30) % 2)
    with pytest.raises(Cancelled):
        profile({"train": opened(Npz(path="p.npz"), tmp_path)}, now)
    assert asked
