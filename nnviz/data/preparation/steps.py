"""The steps of a table's preparation: what a project keeps of them, in the order in which they are done."""

from __future__ import annotations

from typing import Literal

import msgspec

ColumnName = str | int  # a name, or a 0-based number


class _Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, tag_field="step"):
    """One step.

    Attributes:
        columns: names or 0-based numbers of the columns; empty takes every column that it can be done to.
    """

    columns: tuple[ColumnName, ...] = ()


class Drop(_Step, frozen=True, tag="drop"):
    """Leave columns out of the inputs; it names at least one."""


class DropRows(_Step, frozen=True, tag="drop_rows", kw_only=True):
    """Leave rows out, before they are parted: those without a value in one of the columns, or a repeated row.

    Looked at are the cells as they stand in the file, but those filled by an earlier step have a value. Of rows that
    are the same in all the columns, the first one stays. Without columns it looks at all inputs that no step drops
    and, for repeated rows, at the target. A prediction leaves out no row: one without a value is refused by name.
    """

    which: Literal["missing", "duplicates"] = "missing"


class Fill(_Step, frozen=True, tag="fill", kw_only=True):
    """Give cells without a value one: a figure of the training part, or a constant.

    Attributes:
        how: ``median`` and ``mean`` are of numbers; ``most_frequent`` and ``constant`` of text as well. Of values that
            are equally frequent it is the smallest one.
        value: the constant: a number for columns of numbers, a word for columns of text.
    """

    how: Literal["median", "mean", "most_frequent", "constant"] = "median"
    value: float | str | None = None


class Encode(_Step, frozen=True, tag="encode", kw_only=True):
    """Make numbers of text: an input of 0 or 1 for each value, or one input with the number of the value.

    The values are those of the training part in the order of the alphabet. A column of numbers that are names of
    something can be made one-hot too, where it is named.

    Attributes:
        how: ``onehot`` for values without an order, ``label`` for many of them, or where their order means something.
        unknown: what a value to predict from is that never came up in training: an error, or none of the values
            (0 in all inputs, -1 as a label), as it always is in rows that are held back.
    """

    how: Literal["onehot", "label"] = "onehot"
    unknown: Literal["refuse", "ignore"] = "refuse"


class ScaleColumns(_Step, frozen=True, tag="scale", kw_only=True):
    """Bring numbers to another range: mean 0 and deviation 1, 0 to 1, divided by 255, log(1 + x), or as they are.

    The figures are of the training part; a later step goes on from what an earlier one made, so that ``log`` and then
    ``standard`` gives the standardised logarithm. Missing cells stay missing.
    """

    how: Literal["standard", "minmax", "255", "log", "none"] = "standard"


Step = Drop | DropRows | Fill | Encode | ScaleColumns
