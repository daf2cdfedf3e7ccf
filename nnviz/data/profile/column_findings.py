"""Problems of whole columns: constant ones, those that number the rows, copies, and those that give the answer away."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence

from nnviz.data.preparation.steps import Drop
from nnviz.data.profile import wide
from nnviz.data.profile.absence import telling_gaps
from nnviz.data.profile.aim import Aim, shown
from nnviz.data.profile.column_figures import at_a_time, batches
from nnviz.data.profile.findings import Finding, Remedy
from nnviz.data.profile.known import ColumnProfile
from nnviz.data.profile.table_store import TableStore
from nnviz.data.spec import DataSpec, Table
from nnviz.sentences import Sentence

NEARLY = 0.99  # share of the rows with one and the same value from which a column is nearly constant
SURE = 0.999  # association from which a column gives the target away
FEW_ROWS = 20  # below which columns look like anything by chance
REPEATS = 10  # times that each value of a column must come up on the average to say that it determines the class
NUMBERING = re.compile(
    r"(?i)^(unnamed|index|idx|id|no|nr|row|key|번호|순번|아이디)$|([_ .-]|^)(id|idx|key|번호)$|[a-z]ID$"
)
Asked = Callable[[], bool]


def column_findings(
    store: TableStore, columns: Sequence[ColumnProfile], aim: Aim, spec: DataSpec, cancelled: Asked
) -> Iterator[Finding]:
    """The problems of the inputs as columns, each with what it would be to leave it out."""
    inputs = [column for column in columns if column.role == "input" and column.distinct]
    is_table = isinstance(spec, Table)

    def without(column: ColumnProfile) -> Remedy | None:
        step = Drop(columns=(column.name,))
        return Remedy(Sentence("Leave {0} out", column.name), step) if is_table else None

    copies = _copies(store, columns, cancelled)
    gaps = telling_gaps(store, inputs, aim, cancelled) if is_table and store.rows >= FEW_ROWS else frozenset()
    for column in inputs:
        name = column.name
        if column.distinct == 1 and not column.missing:
            value = column.frequent[0][0] if column.frequent else shown(column.minimum)
            sentence = Sentence("{0} is {1} in every row: nothing can be learned from it", name, value)
            yield Finding("constant", sentence, "warning", name, count=store.rows, remedy=without(column))
        elif (most := _most_frequent(store, column, cancelled)) is not None:
            sentence = Sentence("{0} is {1} in {2:,} of {3:,} rows", name, most[0], most[1], store.rows)
            yield Finding("nearly_constant", sentence, "note", name, count=most[1], remedy=without(column))
        twin = copies.get(column.position)
        if twin is not None and columns[twin].role == "target":
            sentence = Sentence(
                "{0} is the same as the target {1}: there would be nothing to learn", name, columns[twin].name
            )
            yield Finding("leak", sentence, "warning", name, count=store.rows, remedy=without(column))
        elif twin is not None:
            sentence = Sentence("{0} is the same as {1} in every row", name, columns[twin].name)
            yield Finding("duplicate_columns", sentence, "warning", name, count=store.rows, remedy=without(column))
        elif is_table and store.rows >= FEW_ROWS:
            if _numbers_the_rows(column, store.rows):
                sentence = Sentence("{0} numbers the rows: what holds for one number says nothing of another", name)
                yield Finding("identifier", sentence, "warning", name, count=store.rows, remedy=without(column))
            elif (leak := _leak(store, column, aim, gaps, cancelled)) is not None:
                yield Finding("leak", leak, "warning", name, count=store.rows, remedy=without(column))


def _most_frequent(store: TableStore, column: ColumnProfile, cancelled: Asked) -> tuple[str, int] | None:
    """The value that nearly all rows have, and how many have it; None where there is none."""
    if store.rows < FEW_ROWS:
        return None
    if column.frequent:
        value, count = column.frequent[0]
        return (value, count) if NEARLY * store.rows <= count < store.rows else None
    if column.median is None or column.quartiles != (column.median, column.median) or column.distinct < 2:
        return None
    value_of = store.columns[column.position].value
    (count,) = store.one(f"SELECT count(*) FROM t WHERE {value_of} = CAST({column.median!r} AS DOUBLE)", cancelled)
    return (shown(column.median), int(count)) if NEARLY * store.rows <= count < store.rows else None


def _copies(store: TableStore, columns: Sequence[ColumnProfile], cancelled: Asked) -> dict[int, int]:
    """Of each input that is the same as a target or an earlier input: the number of that column.

    Columns of the same values have the same checksum over all rows, and hardly any others do.
    """
    compared = [
        store.columns[column.position] for column in columns if column.role != "left out" and column.distinct > 1
    ]
    if store.rows < 2:
        return {}
    same: defaultdict[int | bytes, list[int]] = defaultdict(list)
    if store.wide:
        plain = [column for column in compared if column.numeric and not column.words]
        for column, values in wide.numbers(store, plain, cancelled):
            same[hashlib.blake2b(values.tobytes(), digest_size=16).digest()].append(column.position)
        compared = [column for column in compared if not column.numeric or column.words]
    for batch in batches(compared, at_a_time(store)):
        sums = ", ".join(f"bit_xor(hash(hash(c{column.position}, rowid)))" for column in batch)
        for column, checksum in zip(batch, store.one(f"SELECT {sums} FROM t", cancelled), strict=True):
            same[int(checksum)].append(column.position)
    found: dict[int, int] = {}
    for positions in same.values():
        first = next((i for i in positions if columns[i].role == "target"), positions[0])
        found |= {i: first for i in positions if i != first and columns[i].role == "input"}
    return found


def _numbers_the_rows(column: ColumnProfile, rows: int) -> bool:
    """Whether each row has a value of its own that is no measure: words, or whole numbers without gaps or called so."""
    if column.distinct != rows - column.missing or not column.distinct_exact or column.missing > rows // 2:
        return False
    if column.type == "text":
        return True
    if column.type != "integer" or column.minimum is None or column.maximum is None:
        return False
    return column.maximum - column.minimum == column.distinct - 1 or NUMBERING.search(column.name) is not None


def _leak(
    store: TableStore, column: ColumnProfile, aim: Aim, gaps: Collection[int], cancelled: Asked
) -> Sentence | None:
    """That the column gives the target away, by its values or by having none; None where it does not."""
    target = store.columns[aim.columns[0]].name if aim.columns else ""
    if _tells_all(store, column, aim, cancelled):
        return Sentence("{0} alone tells the target {1}: is it known before the answer is?", column.name, target)
    if column.position in gaps:
        return Sentence(
            "Whether {0} has a value tells the target {1}: is it known before the answer is?", column.name, target
        )
    return None


def _tells_all(store: TableStore, column: ColumnProfile, aim: Aim, cancelled: Asked) -> bool:
    """Whether the target follows from the column: by a straight line, by its classes, or value by value."""
    if column.association is None or not aim.columns:
        return False
    some_again = store.columns[column.position].numeric or 2 * column.distinct <= store.rows
    if abs(column.association.value) >= SURE and some_again:
        return True
    if aim.kind != "classes" or column.distinct * REPEATS > store.rows or len([n for n in aim.counts if n]) < 2:
        return False
    value = store.columns[column.position].value
    pairs = f"(SELECT DISTINCT {value} AS a, {aim.group} AS g FROM t)"
    query = f"SELECT count(*), count(DISTINCT a) FROM {pairs} WHERE a IS NOT NULL AND g IS NOT NULL"
    both, values = store.one(query, cancelled)
    return bool(both == values)
