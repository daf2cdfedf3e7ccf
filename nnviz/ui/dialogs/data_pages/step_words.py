"""The steps of a preparation in plain words: what can be added, what each does, and what can be chosen in it."""

from __future__ import annotations

from dataclasses import dataclass

from nnviz.data.preparation.steps import Drop, DropRows, Encode, Fill, ScaleColumns, Step
from nnviz.data.spec import DataSpec, Series
from nnviz.ui.language import translate


@dataclass(frozen=True)
class Offer:
    """A step that can be added.

    Attributes:
        step: as it begins.
        title, sentence: what it is called, and what it does.
        of_series: whether a series takes it too.
    """

    step: Step
    title: str
    sentence: str
    of_series: bool = False


def offers(spec: DataSpec) -> tuple[Offer, ...]:
    """What can be added to the preparation of *spec*."""
    return tuple(offer for offer in _all_offers() if offer.of_series or not isinstance(spec, Series))


def _all_offers() -> tuple[Offer, ...]:
    return (
        Offer(
            Fill(),
            translate("Steps", "Fill missing values"),
            translate(
                "Steps", "Cells without a value get one: median, mean, the most frequent value, or one of yours."
            ),
            of_series=True,
        ),
        Offer(
            Encode(how="onehot"),
            translate("Steps", "Text to inputs of 0 or 1 (one-hot)"),
            translate(
                "Steps", "One input for each value, so that no value counts as more than another: for most text."
            ),
        ),
        Offer(
            Encode(how="label"),
            translate("Steps", "Text to one number (label)"),
            translate(
                "Steps",
                "One input with the number of the value: where their order means something, or there are very many.",
            ),
        ),
        Offer(
            ScaleColumns(how="standard"),
            translate("Steps", "Scale numbers"),
            translate("Steps", "Large figures drown small ones: brings all to a size that networks learn from."),
            of_series=True,
        ),
        Offer(
            ScaleColumns(how="log"),
            translate("Steps", "Take the logarithm"),
            translate("Steps", "log(1 + x), for figures that reach from ones to millions, as prices and counts do."),
            of_series=True,
        ),
        Offer(
            Drop(),
            translate("Steps", "Leave columns out"),
            translate("Steps", "They are no inputs any more: names, numbers of rows, what gives the answer away."),
        ),
        Offer(
            DropRows(which="missing"),
            translate("Steps", "Leave rows out"),
            translate(
                "Steps", "Rows without a value, or rows that came before, are left out before anything is parted."
            ),
        ),
    )


def title_of(step: Step) -> str:
    """What *step* is called."""
    return next(offer.title for offer in _all_offers() if _same_kind(offer.step, step))


def explained(step: Step) -> str:
    """What *step* does as it stands, in a sentence."""
    if isinstance(step, Drop):
        return translate("Steps", "These columns are no inputs.")
    if isinstance(step, DropRows):
        if step.which == "missing":
            return translate("Steps", "Rows without a value in these columns are not used.")
        return translate("Steps", "Of rows that are alike in these columns, the first one is kept.")
    if isinstance(step, Encode):
        if step.how == "onehot":
            return translate("Steps", "Each value of the column becomes an input that is 1 for it and 0 otherwise.")
        return translate("Steps", "Each value becomes its number, from 0, in the order of the alphabet.")
    if isinstance(step, Fill):
        return {
            "median": translate("Steps", "A cell without a value gets the median of the training rows."),
            "mean": translate("Steps", "A cell without a value gets the mean of the training rows."),
            "most_frequent": translate(
                "Steps", "A cell without a value gets the most frequent one of the training rows."
            ),
            "constant": translate("Steps", "A cell without a value gets this one."),
        }[step.how]
    return {
        "standard": translate("Steps", "The mean becomes 0 and the deviation 1, by the training rows."),
        "minmax": translate("Steps", "The smallest value becomes 0 and the largest 1, by the training rows."),
        "255": translate("Steps", "Divided by 255, as pixels are."),
        "log": translate("Steps", "x becomes log(1 + x); another step may scale it then."),
        "none": translate("Steps", "These numbers stay as they are."),
    }[step.how]


def for_new_values() -> tuple[tuple[str, str], ...]:
    """What can be done about values that never came up in training, with its words."""
    return ((translate("Steps", "new values refused"), "refuse"), (translate("Steps", "new values ignored"), "ignore"))


def choices_of(step: Step) -> tuple[str, tuple[tuple[str, str], ...]] | None:
    """The field of *step* that is a choice, and what there is to choose; None where there is nothing."""
    if isinstance(step, DropRows):
        missing, twice = translate("Steps", "without a value"), translate("Steps", "that came before")
        return "which", ((missing, "missing"), (twice, "duplicates"))
    if isinstance(step, Fill):
        return "how", (
            (translate("Steps", "with the median"), "median"),
            (translate("Steps", "with the mean"), "mean"),
            (translate("Steps", "with the most frequent"), "most_frequent"),
            (translate("Steps", "with this value"), "constant"),
        )
    if isinstance(step, Encode):
        return "how", ((translate("Steps", "one-hot"), "onehot"), (translate("Steps", "label"), "label"))
    if isinstance(step, ScaleColumns):
        return "how", (
            (translate("Steps", "mean 0, deviation 1"), "standard"),
            (translate("Steps", "0 to 1"), "minmax"),
            (translate("Steps", "÷ 255"), "255"),
            (translate("Steps", "logarithm"), "log"),
            (translate("Steps", "as they are"), "none"),
        )
    return None


def all_columns_text(step: Step) -> str:
    """Which columns *step* takes where none is named."""
    if isinstance(step, Encode):
        return translate("Steps", "all columns of text")
    if isinstance(step, DropRows):
        return translate("Steps", "all columns")
    if isinstance(step, Fill) and step.how == "most_frequent":
        return translate("Steps", "all columns")
    if isinstance(step, Drop):
        return translate("Steps", "choose columns")
    return translate("Steps", "all columns of numbers")


def suits(step: Step, *, numeric: bool) -> bool:
    """Whether *step* can be done to a column of numbers (*numeric*), or of text."""
    if isinstance(step, ScaleColumns) or (isinstance(step, Fill) and step.how in ("median", "mean")):
        return numeric
    return True


def _same_kind(a: Step, b: Step) -> bool:
    if type(a) is not type(b):
        return False
    if isinstance(a, Encode) and isinstance(b, Encode):
        return a.how == b.how
    if isinstance(a, ScaleColumns) and isinstance(b, ScaleColumns):
        return (a.how == "log") == (b.how == "log")
    return True
