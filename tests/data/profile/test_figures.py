"""Figures of columns against pandas and numpy, associations against scipy."""

from dataclasses import asdict

import numpy as np
import pandas
import pytest
import scipy.stats
from hypothesis import HealthCheck, given, settings

from nnviz.data.profile import column_figures, wide
from nnviz.data.profile.association import correlation_ratio, cramers_v
from nnviz.data.spec import Builtin, Table
from tests.data.profile.tables import in_pandas, profile_of, profiled, tables, write

SETTINGS = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def close(found, expected, scale):
    return found == pytest.approx(expected, rel=1e-9, abs=1e-9 * max(1.0, scale))


@SETTINGS
@given(text=tables())
def test_figures_are_those_of_pandas(tmp_path, text):
    profile = profiled(tmp_path, text)
    frame = in_pandas(text)
    assert profile.rows == len(frame)
    for column in profile.columns:
        cells = frame[column.name]
        assert column.missing == cells.isna().sum()
        assert column.distinct == cells.nunique()
        assert column.distinct_exact
        if not column.distinct:
            assert column.type == "empty"
        elif pandas.api.types.is_numeric_dtype(cells):
            _check_numbers(column, cells.dropna().astype(float))
        else:
            expected = cells.value_counts()
            assert dict(column.frequent) == {word: expected[word] for word, _ in column.frequent}
            assert [count for _, count in column.frequent] == sorted(expected, reverse=True)[:10]


def _check_numbers(column, values):
    scale = float(values.abs().max())
    assert column.type in ("integer", "number", "bool")
    assert (column.minimum, column.maximum) == (values.min(), values.max())
    assert close(column.mean, values.mean(), scale)
    assert close(column.median, values.median(), scale)
    assert close(column.quartiles, tuple(values.quantile([0.25, 0.75])), scale)
    if len(values) > 1:
        assert close(column.deviation, values.std(), scale)
    else:
        assert column.deviation is None
    _check_histogram(column.histogram, values.to_numpy())


def _check_histogram(histogram, values):
    edges, counts = np.array(histogram.edges), histogram.counts
    assert len(counts) <= 30
    assert len(edges) == len(counts) + 1
    assert sum(counts) == len(values)
    assert edges[0] <= values.min()
    assert edges[-1] >= values.max()
    near = 1e-9 * max(1.0, np.abs(values).max())  # a value on an edge may be rounded to either side
    below = np.cumsum(counts)[:-1]
    assert (below >= [(values < edge - near).sum() for edge in edges[1:-1]]).all()
    assert (below <= [(values <= edge + near).sum() for edge in edges[1:-1]]).all()


@pytest.mark.nightly
@SETTINGS
@given(text=tables())
def test_associations_are_those_of_scipy(tmp_path, text):
    for task in ("classes", "regression"):
        frame = in_pandas(text)
        if frame["y"].nunique() < 2:
            return
        for column in profiled(tmp_path, text, task=task).columns[:-1]:
            both = frame[[column.name, "y"]].dropna()
            expected = _expected(both[column.name], both["y"], task == "classes")
            if column.association is None:
                assert expected is None or column.distinct < 2 or column.type == "text"
            elif expected is not None:
                assert column.association.value == pytest.approx(expected, abs=1e-6)


def _expected(x, y, classes):
    if x.nunique() < 2 or y.nunique() < 2:
        return None
    numeric = pandas.api.types.is_numeric_dtype(x)
    if numeric and np.ptp(x) < 1e-6 * np.abs(x).max():
        return None  # rounding decides
    if classes and not numeric:
        return scipy.stats.contingency.association(pandas.crosstab(x, y).to_numpy(), method="cramer")
    if not classes and numeric:
        return scipy.stats.pearsonr(x.astype(float) / x.abs().max(), y)[0]
    numbers, groups = (x, y) if classes else (y, x)
    parts = [part.to_numpy(float) for _, part in (numbers / numbers.abs().max()).groupby(groups)]
    everything = np.concatenate(parts)
    between = sum(len(part) * (part.mean() - everything.mean()) ** 2 for part in parts)
    return float(np.sqrt(between / ((everything - everything.mean()) ** 2).sum()))


def test_the_formulas_on_known_tables():
    assert correlation_ratio(np.array([2.0, 2.0]), np.array([0.0, 1.0]), np.zeros(2)) == 1.0
    assert correlation_ratio(np.array([2.0, 2.0]), np.array([1.0, 1.0]), np.ones(2)) == 0.0
    assert correlation_ratio(np.array([4.0]), np.zeros(1), np.ones(1)) is None
    assert cramers_v(1.0, 3, 3) == 0.0
    assert cramers_v(3.0, 3, 3) == 1.0


def test_eta_is_that_of_the_variance_analysis(tmp_path):
    from sklearn.datasets import load_iris

    x, y = load_iris(return_X_y=True)
    columns = profile_of(Builtin(name="iris"), tmp_path).columns
    for i, column in enumerate(columns[:-1]):
        f = scipy.stats.f_oneway(*(x[y == k, i] for k in range(3))).statistic  # F = eta^2/(k-1) / ((1-eta^2)/(n-k))
        assert column.association.measure == "eta"
        assert column.association.value**2 == pytest.approx(2 * f / (2 * f + 147))


def test_large_tables_are_estimated_and_say_so(tmp_path, monkeypatch):
    monkeypatch.setattr(column_figures, "EXACT_DISTINCT", 1000)
    monkeypatch.setattr(column_figures, "EXACT_MEDIAN", 1000)
    monkeypatch.setattr(column_figures, "FEW_DISTINCT", 100)
    monkeypatch.setattr(column_figures, "MOST_HELD", 4000)
    values = np.random.default_rng(0).normal(size=5000)
    text = "a,k,y\n" + "".join(f"{v:.9f},{i % 7},{i % 2}\n" for i, v in enumerate(values))
    a, k, _ = profiled(tmp_path, text).columns
    assert not a.distinct_exact
    assert a.distinct == pytest.approx(5000, rel=0.2)
    assert a.median == pytest.approx(np.median(values), abs=0.05)
    assert (k.distinct, k.distinct_exact) == (7, True)


def test_dates_have_a_first_and_a_last(tmp_path):
    lines = "".join(f"{day}.0{month}.2024,{day}\n" for month in (3, 1) for day in range(1, 29))
    when = profiled(tmp_path, "when,y\n" + lines + ",5\n").columns[0]
    assert (when.type, when.first, when.last, when.missing) == ("date", "1.01.2024", "28.03.2024", 1)


def test_types_of_columns(tmp_path):
    rows = [f'{i},{i}.5,{i % 2},{"yes" if i % 3 else "no"},w{i},,"{i},5",{i % 2}' for i in range(1, 30)]
    text = "i,n,b,w,t,e,c,y\n" + "\n".join(rows) + "\n"
    columns = profile_of(Table(path=str(write(tmp_path, text))), tmp_path).columns
    assert [c.type for c in columns] == ["integer", "number", "bool", "bool", "text", "empty", "number", "bool"]
    assert [c.role for c in columns] == ["input", *["input"] * 3, "left out", "left out", "input", "target"]
    assert columns[6].maximum == 29.5


def test_a_table_of_many_columns_is_described_alike(tmp_path, monkeypatch):
    """In memory and by the database: gaps, infinite and huge numbers, constants, copies, words, repeated rows."""
    rng = np.random.default_rng(4)
    rows = 60
    columns = {
        "plain": [f"{v:.4f}" for v in rng.normal(size=rows)],
        "gaps": ["" if i % 7 == 0 else str(i % 5) for i in range(rows)],
        "same": ["3"] * rows, "copy": [f"{i * i}" for i in range(rows)], "twin": [f"{i * i}" for i in range(rows)],
        "huge": ["1e39" if i == 9 else "-inf" if i == 8 else f"{i}" for i in range(rows)],
        "empty": [""] * rows, "flag": [str(i % 2) for i in range(rows)], "leak": [str(i % 3) for i in range(rows)],
        "words": ["ab" if i % 3 else "c" for i in range(rows)],
        "slips": ["x" if i == 30 else str(i) for i in range(rows)],
        "y": ["uvw"[i % 3] if i % 9 else "" for i in range(rows)],
    }  # fmt: skip
    lines = [",".join(cells) for cells in zip(*columns.values(), strict=True)]
    write(tmp_path, "\n".join([",".join(columns), *lines, lines[3], lines[50]]) + "\n")
    for target in ("y", "plain"):
        spec = Table(path="t.csv", target=target, header=True)
        monkeypatch.setattr(wide, "LEAST_COLUMNS", 300)
        wanted = profile_of(spec, tmp_path)
        monkeypatch.setattr(wide, "LEAST_COLUMNS", 1)
        found = profile_of(spec, tmp_path)
        assert wanted.findings
        assert [(f.code, f.column, f.count, f.places) for f in found.findings] == [
            (f.code, f.column, f.count, f.places) for f in wanted.findings
        ]
        assert found.classes == wanted.classes
        for ours, theirs in zip(found.columns, wanted.columns, strict=True):
            one, other = asdict(ours), asdict(theirs)
            for name in ("mean", "deviation", "quartiles", "association"):
                mine, its = one.pop(name), other.pop(name)
                if name == "association" and its is not None:
                    assert mine is not None, (ours.name, its)
                    mine, its = mine["value"], its["value"]
                assert mine == (None if its is None else pytest.approx(its, abs=1e-9)), (ours.name, name)
            assert one == other, ours.name
