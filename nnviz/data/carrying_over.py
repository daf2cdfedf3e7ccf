"""Other data for the same project: what was chosen for the old ones and still fits is kept, and the rest is told."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from nnviz.data.pictures.image_folders import listing
from nnviz.data.preparation.steps import ColumnName, Step
from nnviz.data.recognising import column_names
from nnviz.data.spec import DataSpec, Images, Series, Split, Table
from nnviz.data.tables.excel import is_workbook, sheet_names
from nnviz.errors import BadInput
from nnviz.sentences import Sentence


def carried_over(old: DataSpec | None, new: DataSpec, base: Path) -> tuple[DataSpec, tuple[Sentence, ...]]:
    """*new*, as ``recognising.spec_of`` found it, with what was chosen for *old*, and a sentence on what is not kept.

    How a file is cut into cells is found out anew. Relative paths of *old* count from *base*; those of *new* are
    absolute. Files that are held back are kept where *new* brings none and they have its columns or classes.
    """
    if old is None:
        return new, ()
    if isinstance(old, Series) and isinstance(new, Table):
        new = Series(path=new.path, validation_path=new.validation_path, test_path=new.test_path)
    carried = _Carried(old, new, base)
    carried.take()
    return msgspec.structs.replace(new, **carried.kept), tuple(carried.lost)


class _Carried:
    """What goes over.

    Attributes:
        kept: the fields of the new reference that are those of the old one.
        lost: sentences on what does not fit.
    """

    def __init__(self, old: DataSpec, new: DataSpec, base: Path) -> None:
        self._old, self._new, self._base = old, new, base
        self.kept: dict[str, Any] = {"shuffle": old.shuffle}
        self.lost: list[Sentence] = []
        self._file = Path(getattr(new, "path", getattr(new, "folder", "")))
        self._columns: tuple[str, ...] = ()
        if isinstance(new, Table | Series):
            sheet = getattr(old, "sheet", None)
            if sheet is not None and is_workbook(self._file) and sheet in sheet_names(self._file):
                self.kept["sheet"] = sheet
            self._columns = column_names(self._file, self.kept.get("sheet"))

    def take(self) -> None:
        """Settle every field."""
        old, new = self._old, self._new
        self._take_split(old.split)
        same, answers = type(old) is type(new), True
        if isinstance(old, Table) and isinstance(new, Table):
            answers = self._take_table(old, new)
        elif isinstance(old, Series) and isinstance(new, Series):
            self.kept |= {"window": old.window, "horizon": old.horizon, "stride": old.stride}
            self.kept["columns"] = self._there(Sentence("The column"), old.columns)
            self._take_steps(old.steps)
        elif isinstance(old, Images) and isinstance(new, Images):
            self.kept |= {"size": old.size, "color": old.color}
        elif isinstance(old, Table | Series) and old.steps:
            self._lose(Sentence("The preparation of the columns"))
        self._take_or_lose("scale", Sentence("The scaling"), same)
        self._take_or_lose("task", Sentence("The task"), same and answers)
        self._take_or_lose("balance", Sentence("The balancing of the classes"), same and answers)
        for part, name in (("validation", Sentence("The validation file")), ("test", Sentence("The test file"))):
            self._take_held_back(part, name)

    def _take_table(self, old: Table, new: Table) -> bool:
        """What a table says of its columns; whether the target is still there."""
        wanted = (old.target,) if isinstance(old.target, str | int) else old.target
        targets = self._there(Sentence("The target"), wanted)
        inputs = self._there(Sentence("The input"), old.inputs)
        if targets:
            self.kept["target"] = targets
        if inputs:
            self.kept["inputs"] = inputs
        self._take_steps(old.steps)
        pixels = len(inputs) or len(self._columns) - max(1, len(targets or wanted))
        if old.image_shape == () or (old.image_shape and math.prod(old.image_shape) == pixels):
            self.kept["image_shape"] = old.image_shape
        elif old.image_shape and new.image_shape is None:
            self._lose(Sentence("The shape of the pictures"))
        return len(targets) == len(wanted)

    def _take_steps(self, steps: Sequence[Step]) -> None:
        """The steps for all columns, and of the others those for columns that are still there."""
        found = []
        for step in steps:
            there = self._there(Sentence("The step for"), step.columns)
            if there or not step.columns:
                found.append(msgspec.structs.replace(step, columns=there))
        self.kept["steps"] = tuple(found)

    def _take_split(self, split: Split) -> None:
        for field in ("by_column", "by_time"):
            name = getattr(split, field)
            if name is not None and not self._there(Sentence("The splitting column"), (name,)):
                split = msgspec.structs.replace(split, **{field: None})
        self.kept["split"] = split

    def _there(self, what: Sentence, columns: Sequence[ColumnName]) -> tuple[ColumnName, ...]:
        """Those of the *columns* that the new table has; the others are told, each as *what*."""
        found = []
        for name in columns:
            if name in self._columns or (isinstance(name, int) and name < len(self._columns)):
                found.append(name)
            else:
                self.lost.append(
                    Sentence("{0} {1!r} is not kept: {2} has no such column.", what, name, self._file.name)
                )
        return tuple(found)

    def _take_or_lose(self, field: str, what: Sentence, fits: bool) -> None:
        value = getattr(self._old, field)
        if fits:
            self.kept[field] = value
        elif value != getattr(self._new, field):
            self._lose(what)

    def _take_held_back(self, part: str, what: Sentence) -> None:
        """The old file of one *part*, where the new data bring none and it has the same form."""
        for field in (f"{part}_path", f"{part}_folder", f"{part}_images"):
            file = getattr(self._old, field, None)
            if file is None or getattr(self._new, field, None) is not None:
                continue
            if type(self._old) is type(self._new) and self._fits(self._base / Path(file).expanduser()):
                self.kept[field] = file
            else:
                self._lose(what)

    def _fits(self, path: Path) -> bool:
        try:
            if isinstance(self._new, Images):
                return set(listing(path).classes) <= set(listing(self._file).classes)
            return bool(self._columns) and set(column_names(path)) == set(self._columns)
        except (BadInput, OSError):
            return False

    def _lose(self, what: Sentence) -> None:
        self.lost.append(Sentence("{0} is not kept: it does not fit {1}.", what, self._file.name))
