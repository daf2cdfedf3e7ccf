"""Tables for the tests of this room, as files and as pandas reads them."""

import io
from pathlib import Path

import pandas
from hypothesis import strategies as st

from nnviz.data.profile.opening import open_views
from nnviz.data.profile.profiling import profile
from nnviz.data.spec import Table
from nnviz.data.text.cells import MISSING

NUMBERS = st.one_of(
    st.integers(-1000, 1000).map(str),
    st.floats(-1e6, 1e6, allow_nan=False).map(lambda value: repr(round(value, 3))),
    st.floats(allow_nan=False, allow_infinity=False, width=32).map(repr),
    st.just(""),
)
WORDS = st.sampled_from(["red", "green", "blue", "NA", "", "한글", "it's"])


@st.composite
def tables(draw):
    """Lines of a header and some rows: columns of numbers, of words, and a class at the end."""
    rows = draw(st.integers(3, 60))
    kinds = draw(st.lists(st.sampled_from(["number", "word"]), min_size=1, max_size=4))
    cells = [draw(st.lists(NUMBERS if kind == "number" else WORDS, min_size=rows, max_size=rows)) for kind in kinds]
    cells.append([str(draw(st.integers(0, 2))) for _ in range(rows)])
    names = [f"{kind}{i}" for i, kind in enumerate(kinds)] + ["y"]
    return "\n".join(",".join(row) for row in [names, *zip(*cells, strict=True)]) + "\n"


def write(folder: Path, text: str, name: str = "t.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def profiled(folder: Path, text: str, **options):
    """The profile of a CSV with the last column for a target."""
    path = write(folder, text)
    return profile_of(Table(path=str(path), header=True, delimiter=",", **options), folder)


def profile_of(spec, folder: Path):
    views = open_views(spec, folder)
    try:
        return profile(views)
    finally:
        for view in views.values():
            view.close()


def in_pandas(text: str) -> pandas.DataFrame:
    """The same table, with the same words for a missing value."""
    return pandas.read_csv(io.StringIO(text), keep_default_na=False, na_values=[*sorted(MISSING), "NA"])
