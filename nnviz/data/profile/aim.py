"""Which columns of a table are inputs and which the target, and what the target asks for, by the rules of loading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from nnviz.data.preparation.chain_plan import dropped_columns, encoded_by_name
from nnviz.data.preparation.steps import ColumnName
from nnviz.data.preparation.targets import MOST_CLASSES, MOST_INFERRED_CLASSES, ROWS_PER_CLASS
from nnviz.data.profile.known import Role
from nnviz.data.profile.table_store import Stored, TableStore
from nnviz.data.spec import Series, Table
from nnviz.data.tables.tabular import MOST_VALUES, VALUES_WORTH_IT
from nnviz.errors import BadInput
from nnviz.sentences import Sentence

AimKind = Literal["classes", "labels", "numbers"]


@dataclass(frozen=True)
class Aim:
    """What is to be answered.

    Attributes:
        columns: the numbers of the target columns.
        kind: one of several classes, several labels at once, or numbers.
        group: SQL of the class of a row, NULL where it has none; ``""`` where there are no classes.
        values: what *group* gives, in the order of the network's outputs.
        names: what to call the classes, or the labels.
        counts: how many rows each class or label has.
    """

    columns: tuple[int, ...]
    kind: AimKind
    group: str = ""
    values: tuple[str | float, ...] = ()
    names: tuple[str, ...] = ()
    counts: tuple[int, ...] = ()


def index_of(columns: Sequence[Stored]) -> Callable[[ColumnName], int]:
    """The function that gives the 0-based number of a column, by its name or number; BadInput where there is none."""
    names = [column.name for column in columns]

    def index(wanted: ColumnName) -> int:
        if isinstance(wanted, int) and 0 <= wanted < len(names):
            return wanted
        if wanted in names:
            return names.index(str(wanted))
        shown = ", ".join(names[:20]) + (", ..." if len(names) > 20 else "")
        raise BadInput(Sentence("There is no column {0!r}; the columns are {1}.", wanted, shown))

    return index


def targets_of(spec: Table | Series, columns: Sequence[Stored]) -> tuple[int, ...]:
    """The numbers of the target columns: those chosen, else the last with a value; of a series its first column."""
    index = index_of(columns)
    if isinstance(spec, Series):
        numbers = [column.position for column in columns if column.numeric]
        return (index(spec.columns[0]),) if spec.columns else tuple(numbers[:1])
    wanted = (spec.target,) if isinstance(spec.target, str | int) else spec.target
    if wanted:
        return tuple(dict.fromkeys(map(index, wanted)))
    return (next((column.position for column in reversed(columns) if column.type != "empty"), len(columns) - 1),)


def roles_of(
    spec: Table | Series, store: TableStore, targets: Sequence[int], cancelled: Callable[[], bool]
) -> tuple[Role, ...]:
    """What each column is for."""
    index = index_of(store.columns)
    chosen = spec.columns if isinstance(spec, Series) else spec.inputs
    inputs = set(map(index, chosen)) if chosen else set(range(len(store.columns)))
    inputs -= dropped_columns(spec.steps, index, [column.name for column in store.columns], targets)
    if not chosen:
        onehot, kept = (encoded_by_name(spec.steps, index, how) for how in ("onehot", "label"))
        series = isinstance(spec, Series)
        inputs -= {i for i in inputs - kept if _useless(store, i, series, i in onehot, cancelled)}
    for parted in (spec.split.by_column, spec.split.by_time):
        inputs -= {index(parted)} if parted is not None and parted not in chosen else set()
    return tuple(
        "target" if i in targets else "input" if i in inputs else "left out" for i in range(len(store.columns))
    )


def _useless(store: TableStore, i: int, series: bool, asked: bool, cancelled: Callable[[], bool]) -> bool:
    """Whether column *i* is left out unless it is asked for: it says nothing, or something else in every row."""
    column = store.columns[i]
    if column.numeric or column.type == "empty" or series:
        return column.type == "empty" or not column.numeric
    count = int(store.one(f"SELECT count(DISTINCT c{i}) FROM t", cancelled)[0])
    return count > MOST_VALUES or (not asked and count > VALUES_WORTH_IT and 2 * count > store.rows)


def aim_of(store: TableStore, targets: Sequence[int], task: str, cancelled: Callable[[], bool]) -> Aim:
    """What the target columns ask for under *task*, as ``targets.coding_for`` decides."""
    columns = [store.columns[i] for i in targets]
    if task == "reconstruction" or not columns:
        return Aim(tuple(targets), "numbers")
    if len(columns) > 1 or task == "labels":
        return _several(store, columns, task, cancelled)
    column = columns[0]
    if task == "regression":
        return Aim(tuple(targets), "numbers")
    value, limit = column.value, MOST_CLASSES + 1
    query = f"SELECT {value} AS v, count(*) FROM t WHERE {value} IS NOT NULL GROUP BY v ORDER BY v LIMIT {limit}"
    found = store.ask(query, cancelled)
    values = tuple(row[0] for row in found)
    counts = tuple(int(row[1]) for row in found)
    if task == "auto" and not are_classes(column, values, sum(counts)):
        return Aim(tuple(targets), "numbers")
    if len(values) == limit:
        return Aim(tuple(targets), "numbers")
    return Aim(tuple(targets), "classes", value, values, tuple(map(shown, values)), counts)


def are_classes(column: Stored, values: Sequence[str | float], held: int) -> bool:
    """Whether a target of these different *values* in *held* rows is taken for classes."""
    if not column.numeric:
        return len(values) <= max(2, held // 2)
    whole = column.type in ("integer", "bool")
    if len(values) == 2:
        return whole or set(values) == {0.0, 1.0}
    return whole and len(values) <= min(MOST_INFERRED_CLASSES, held // ROWS_PER_CLASS)


def shown(value: str | float | None) -> str:
    """A cell in words: whole numbers without a point, nothing for a missing value."""
    if value is None or isinstance(value, str):
        return value or ""
    return str(int(value)) if float(value).is_integer() and abs(value) < 1e15 else f"{value:g}"


def _several(store: TableStore, columns: Sequence[Stored], task: str, cancelled: Callable[[], bool]) -> Aim:
    targets = tuple(column.position for column in columns)
    zero_one = all(column.numeric and column.type in ("bool", "integer", "number") for column in columns)
    if task == "regression" or not zero_one:
        return Aim(targets, "numbers")
    cells = [column.value for column in columns]
    flags = ", ".join(f"bool_and({cell} IN (0, 1)), count(*) FILTER ({cell} = 1)" for cell in cells)
    single = f"coalesce(bool_and({' + '.join(cells)} = 1), false)"
    found = store.one(f"SELECT {single}, {flags} FROM t", cancelled)
    if not all(found[1::2]):
        return Aim(targets, "numbers")
    counts, names = tuple(map(int, found[2::2])), tuple(column.name for column in columns)
    many = len(columns) > 2 and store.rows > 2 * len(columns)
    if found[0] and (task == "classes" or (task == "auto" and many)):
        branches = " ".join(f"WHEN {cell} = 1 THEN {i}" for i, cell in enumerate(cells))
        values = tuple(map(float, range(len(columns))))
        return Aim(targets, "classes", f"(CASE {branches} END)", values, names, counts)
    return Aim(targets, "labels", names=names, counts=counts)
