"""Each fault that is put into a table is found where it is, nothing is found in a good one, and remedies remedy."""

import numpy as np
import pytest
from PIL import Image

from nnviz.data.load import load
from nnviz.data.preparation.steps import Drop, DropRows, Fill, ScaleColumns
from nnviz.data.spec import Builtin, Images, Npz, Series, Table
from tests.data.profile.tables import profile_of, write

HEADER = "age,income,city,y"


def people(count=60):
    rng = np.random.default_rng(3)
    towns = ("Ulm", "Seoul", "Oslo")
    return [
        [str(20 + int(rng.integers(40))), f"{rng.normal(3000, 400):.2f}", towns[i % 3], str(i % 2)]
        for i in range(count)
    ]


def table(folder, rows, header=HEADER, name="t.csv"):
    write(folder, "\n".join([header, *map(",".join, rows)]) + "\n", name)
    return Table(path=name, header=True)


def findings(folder, rows, header=HEADER, **options):
    spec = table(folder, rows, header)
    spec = type(spec)(path=spec.path, header=True, **options)
    return {(f.code, f.column): f for f in profile_of(spec, folder).findings}, spec


def with_column(rows, values):
    return [[str(value), *row] for value, row in zip(values, rows, strict=True)]


def test_a_good_table_has_no_problems(tmp_path):
    assert findings(tmp_path, people())[0] == {}


@pytest.mark.parametrize("name", ["moons", "xor", "and", "wine", "diabetes", "digits", "waves"])
def test_the_sets_that_ship_have_no_grave_problems(name, tmp_path):
    found = profile_of(Builtin(name=name), tmp_path).findings
    assert [f for f in found if f.severity != "note"] == []


def test_cells(tmp_path):
    rows = people(200)
    rows[4][0], rows[9][0] = "", "NA"
    rows[40][1], rows[7][1] = "inf", "12k"
    rows[11][1] = "90000"
    found, _ = findings(tmp_path, rows)
    missing, odd, infinite = found["missing", "age"], found["words", "income"], found["infinite", "income"]
    assert [(p.row, p.line) for p in missing.places] == [(5, 6), (10, 11)]
    assert (missing.count, missing.severity) == (2, "note")
    assert [(p.row, p.line, p.cell) for p in odd.places] == [(8, 9, "12k")]
    assert (odd.severity, infinite.severity) == ("error", "error")
    assert [(p.row, p.cell) for p in infinite.places] == [(41, "inf")]
    assert [(p.row, p.cell) for p in found["outliers", "income"].places] == [(12, "90000")]


def test_lines_are_those_of_an_editor(tmp_path):
    rows = people()
    rows[2][2] = '"New\nYork"'
    rows[5][0] = ""
    write(tmp_path, "\n".join(["# people", HEADER, *map(",".join, rows[:4]), "", *map(",".join, rows[4:])]))
    (finding,) = profile_of(Table(path="t.csv"), tmp_path).findings
    assert [(p.row, p.line) for p in finding.places] == [(6, 10)]


def test_columns(tmp_path):
    rows = people(120)
    cases = {
        "constant": ["7"] * 120,
        "nearly_constant": ["1"] * 119 + ["2"],
        "identifier": range(500, 620),
        "duplicate_columns": [row[0] for row in rows],
        "leak": [row[3] for row in rows],
    }
    for code, values in cases.items():
        header = "age2" if code == "duplicate_columns" else "extra"
        found, spec = findings(tmp_path, with_column(rows, values), f"{header},{HEADER}")
        column = "age" if code == "duplicate_columns" else "extra"  # the second of two equal columns
        assert list(found) == [(code, column)]
        remedy = found[code, column].remedy
        assert remedy.step == Drop(columns=(column,))
        assert profile_of(remedy.apply(spec), tmp_path).findings == ()


def test_a_column_that_tells_the_class_value_by_value(tmp_path):
    rows = people(120)
    told = ["AB"[int(row[3])] + str(i % 3) for i, row in enumerate(rows)]
    codes = [str(3 * (i % 4) + int(row[3]) * 20 - 30 * int(row[3]) * (i % 2)) for i, row in enumerate(rows)]
    for values in (told, codes):
        found, _ = findings(tmp_path, with_column(rows, values), f"extra,{HEADER}")
        assert list(found) == [("leak", "extra")]
    numbers = [[*row[:3], f"{i * 1.5}"] for i, row in enumerate(rows)]
    found, _ = findings(tmp_path, with_column(numbers, [i * -3 + 0.5 for i in range(120)]), f"extra,{HEADER}")
    assert ("leak", "extra") in found


def test_rows(tmp_path):
    rows = people(80)
    rows[30] = list(rows[4])
    found, spec = findings(tmp_path, rows)
    repeated = found["duplicate_rows", None]
    assert [(p.row, p.line) for p in repeated.places] == [(31, 32)]
    assert repeated.remedy.step == DropRows(which="duplicates")
    after = profile_of(repeated.remedy.apply(spec), tmp_path).findings
    assert [(f.code, f.solved, f.remedy) for f in after] == [("duplicate_rows", True, None)]


def test_rows_that_are_held_back_too(tmp_path):
    rows = people(80)
    other = [[row[3], *row[:3]] for row in people(100)[75:]]  # the same columns in another order
    table(tmp_path, other, "y,age,income,city", "test.csv")
    found, _ = findings(tmp_path, rows, test_path="test.csv")
    expected = sum([row[1:] + row[:1] in rows for row in other])
    assert expected
    assert found["shared_rows", None].count == expected
    assert found["shared_rows", None].places[0].row == 1


def test_classes(tmp_path):
    rows = people(100)
    for i, row in enumerate(rows):
        row[3] = "3" if i < 3 else str(i % 2)
    found, spec = findings(tmp_path, rows)
    assert {code for code, _ in found} == {"label_gap", "rare_class", "imbalance"}
    assert "2" in found["label_gap", "y"].sentence
    remedy = found["imbalance", "y"].remedy
    assert remedy.apply(spec).balance == "weights"
    assert any(f.solved for f in profile_of(remedy.apply(spec), tmp_path).findings)


def test_every_remedy_loads(tmp_path):
    rows = people(120)
    rows[3][0] = rows[5][2] = rows[6][3] = ""
    rows[7][1] = "700000"
    for row in rows[40:]:
        row.append("")
    for row in rows[:40]:
        row.append("1")
    rows = [[*row[:3], row[4], row[3]] for row in rows]
    spec = table(tmp_path, rows, "age,income,city,gaps,y")
    offered = [f.remedy for f in profile_of(spec, tmp_path).findings if f.remedy is not None]
    assert {type(remedy.step) for remedy in offered} == {Fill, DropRows, Drop, ScaleColumns}
    for remedy in offered:
        spec = remedy.apply(spec)
    assert load(spec, tmp_path).train.rows > 0
    assert not any(f.remedy for f in profile_of(spec, tmp_path).findings)


def test_a_series_needs_every_value(tmp_path):
    write(tmp_path, "t,v\n" + "".join(f"{i},{'' if i == 9 else i * i}\n" for i in range(60)), "s.csv")
    spec = Series(path="s.csv", columns=("v",), window=4)
    (finding,) = profile_of(spec, tmp_path).findings
    assert (finding.code, finding.severity, finding.places[0].line) == ("missing", "error", 11)
    spec = finding.remedy.apply(spec)
    assert spec.steps == (Fill(columns=("v",)),)
    assert load(spec, tmp_path).train.rows > 0


def test_many_of_a_kind_are_summed_up(tmp_path):
    names = [f"c{i}" for i in range(50)]
    rows = [["1"] * 50 + [str(i % 2)] for i in range(30)]
    found = profile_of(table(tmp_path, rows, ",".join([*names, "y"])), tmp_path).findings
    constant = [f for f in found if f.code == "constant"]
    assert len(constant) == 31
    assert "20" in constant[-1].sentence


def test_pictures(tmp_path):
    rng = np.random.default_rng(0)
    for part, count in (("train", 24), ("test", 3)):
        for name in ("cat", "dog"):
            (tmp_path / part / name).mkdir(parents=True)
            for i in range(count if name == "cat" else 3):
                pixels = rng.integers(0, 255, (8, 6 + 2 * (name == "dog"), 3), dtype=np.uint8)
                Image.fromarray(pixels).save(tmp_path / part / name / f"{i}.png")
    first = (tmp_path / "train/cat/0.png").read_bytes()
    (tmp_path / "train/cat/5.png").write_bytes(first)
    (tmp_path / "test/cat/1.png").write_bytes(first)
    (tmp_path / "train/dog/2.png").write_bytes(b"")
    profile = profile_of(Images(folder=".", size=(8, 8)), tmp_path)
    assert [(known.name, known.rows) for known in profile.classes] == [("cat", 24), ("dog", 3)]
    assert profile.pictures.sizes == (((8, 6), 24), ((8, 8), 2))
    places = {f.code: [p.row for p in f.places] for f in profile.findings}
    assert places["bad_pictures"] == [27]
    assert next(f for f in profile.findings if f.code == "bad_pictures").places[0].cell == "dog/2.png"
    assert places["duplicate_rows"] == [20]  # 5.png, after 10.png to 23.png
    assert places["shared_rows"] == [2]
    assert {"imbalance", "rare_class"} <= set(places)


def test_figures_of_arrays(tmp_path):
    rng = np.random.default_rng(1)
    x = rng.integers(0, 256, (90, 5, 4), dtype=np.uint8)
    y = np.arange(90) % 3
    np.savez(tmp_path / "a.npz", x_train=x, y_train=y, x_test=x[:7], y_test=y[:7])
    profile = profile_of(Npz(path="a.npz"), tmp_path)
    facts = profile.pictures
    assert (profile.kind, profile.rows, facts.shape, facts.looked_at) == ("pictures", 90, (5, 4, 1), 90)
    assert (facts.minimum, facts.maximum) == (x.min(), x.max())
    np.testing.assert_allclose((facts.mean, facts.deviation), (x.mean(), x.std()))
    for k, mean in enumerate(facts.class_means):
        np.testing.assert_allclose(mean[..., 0], x[y == k].mean(axis=0), rtol=1e-6)
    assert [(f.code, f.count) for f in profile.findings] == [("shared_rows", 7)]


@pytest.mark.parametrize("kind", ["numbers", "words"])
@pytest.mark.parametrize("target", ["classes", "labels", "numbers"])
def test_gaps_that_tell_the_target(tmp_path, kind, target):
    """A lifeboat for each who survived, but for two; a column with as many gaps by chance says nothing."""
    rng = np.random.default_rng(5)
    rows = []
    for i in range(200):
        survived = i % 3 == 0
        boat = "" if survived == (i in (3, 100)) else str(1 + i // 3 % 7) if kind == "numbers" else "ABCDEF"[i // 3 % 6]
        luck = "" if rng.random() < 0.66 else str(rng.integers(9))
        number = f"{(50 if survived else 10) + rng.random():.3f}"
        end = {"classes": f"{survived:d}", "labels": f"{survived:d},{i % 2}", "numbers": number}[target]
        rows.append(f"{boat},{luck},{rng.random():.3f},{end}".split(","))
    options = {"target": ("survived", "odd"), "task": "labels"} if target == "labels" else {"target": "survived"}
    found, _ = findings(tmp_path, rows, "boat,luck,x,survived" + (",odd" if target == "labels" else ""), **options)
    leak = found["leak", "boat"]
    assert leak.sentence == "Whether boat has a value tells the target survived: is it known before the answer is?"
    assert leak.remedy.step == Drop(columns=("boat",))
    assert ("leak", "luck") not in found
    assert ("leak", "x") not in found


def test_a_handful_of_gaps_tells_nothing(tmp_path):
    values = ["" if i in (1, 3, 5, 7) else str(i % 11) for i in range(60)]
    assert ("leak", "a") not in findings(tmp_path, with_column(people(), values), "a," + HEADER)[0]
