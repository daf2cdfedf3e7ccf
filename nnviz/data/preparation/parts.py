"""Which row goes to which part, and evening out the classes of the training part."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnviz.data.dataset import Raw
from nnviz.data.lazy import Array
from nnviz.data.sources.drawing import train_test_split
from nnviz.data.spec import Balance, Split
from nnviz.data.words import TASKS, TEST, VALIDATION
from nnviz.errors import BadInput
from nnviz.network.facts import Task
from nnviz.sentences import Sentence

DEFAULT_VALIDATION = 0.2


@dataclass(frozen=True)
class Rows:
    """The 0-based rows of each part, in the order they have there.

    Attributes:
        train: the rows to learn from; None for all of them, in the file's order.
        validation, test: the rows held back; None for none.
        stratified: whether the classes' shares were kept the same.
        note: a sentence where the wish could not be followed.
    """

    train: Array | None
    validation: Array | None = None
    test: Array | None = None
    stratified: bool = False
    note: str = ""


def held_back(raw: Raw, split: Split) -> tuple[int, int]:
    """How many of the rows go to validation and test; BadInput where nothing would be left to learn from."""
    rows = len(raw.x)
    habit = DEFAULT_VALIDATION if raw.split and raw.validation is None else 0.0
    validation = habit if split.validation is None else split.validation
    test = split.test or 0.0
    for name, share in ((VALIDATION, validation), (TEST, test)):
        if not 0 <= share < 1:
            raise BadInput(Sentence("The {0} share must be from 0 to below 1, not {1:g}.", name, share))
    if not 0 <= split.seed < 2**32:
        raise BadInput(
            Sentence("The seed of the split is a whole number from 0 to {0}, not {1}.", 2**32 - 1, split.seed)
        )
    if raw.test is not None:
        test = 0.0
    if raw.validation is not None:
        validation = 0.0
    counts = tuple(max(1, round(share * rows)) if share else 0 for share in (validation, test))
    if sum(counts) >= rows:
        if rows == 1:
            raise BadInput(Sentence("There is one row only, and it would be held back: none is left to learn from."))
        raise BadInput(
            Sentence(
                "Of {0} rows, {1} would go to validation and {2} to the test: none are left to learn from.",
                rows,
                counts[0],
                counts[1],
            )
        )
    return counts[0], counts[1]


def split_rows(raw: Raw, y: Array, task: Task, split: Split, shuffle: bool) -> Rows:
    """Part the rows as ``sklearn.model_selection.train_test_split`` does: the test first, then validation."""
    if raw.parts is not None:
        return _parted(raw, raw.parts)
    for name in (split.by_column, None if raw.times is not None else split.by_time):
        if name is not None:
            raise BadInput(
                Sentence("The rows are to be parted by the column {0!r}, but only those of a table can be.", name)
            )
    validation, test = held_back(raw, split)
    rows = len(raw.x)
    if not validation and not test:
        return Rows(None)
    if raw.ordered or raw.times is not None or not shuffle:
        bounds = (rows - test - validation, rows - test)
        order = np.arange(rows) if raw.times is None else np.argsort(raw.times, kind="stable")
        train, middle, last = np.split(order, bounds)
        return Rows(train, middle if validation else None, last if test else None)
    wanted = split.stratify and task in ("binary", "classes")
    if wanted and can_stratify(y, validation, test):
        return _drawn(y, validation, test, split.seed, stratified=True)
    note = Sentence("Some classes are too rare to have the same share in every part, so rows were drawn freely.")
    drawn = _drawn(y, validation, test, split.seed, stratified=False)
    return Rows(drawn.train, drawn.validation, drawn.test, note=note) if wanted else drawn


def _parted(raw: Raw, parts: Array) -> Rows:
    """The rows as a column parts them; BadInput where it names a part that has a file of its own."""
    train, validation, test = (np.flatnonzero(parts == part) for part in range(3))
    for name, rows, given in ((VALIDATION, validation, raw.validation), (TEST, test, raw.test)):
        if len(rows) and given is not None:
            raise BadInput(
                Sentence(
                    "{0}: the row is for the {1}, but there is a file for that already.",
                    raw.target.place(int(rows[0])),
                    name,
                )
            )
    return Rows(train, validation if len(validation) else None, test if len(test) else None)


def can_stratify(y: Array, validation: int, test: int) -> bool:
    """Whether every part can have at least one row of each class (in `y`, class indices)."""
    counts = np.bincount(y)
    counts = counts[counts > 0]
    parts = 1 + (validation > 0) + (test > 0)
    smallest = min(size for size in (validation, test, len(y) - validation - test) if size)
    # Twice the classes, since the draw of the first part may leave a class with one row fewer than its share.
    return bool(counts.min() >= 2 * (parts - 1) and smallest >= len(counts))


def _drawn(y: Array, validation: int, test: int, seed: int, stratified: bool) -> Rows:
    train = np.arange(len(y))
    middle = last = None
    if test:
        train, last = train_test_split(train, test, seed, y[train] if stratified else None)
    if validation:
        train, middle = train_test_split(train, validation, seed, y[train] if stratified else None)
    return Rows(train, middle, last, stratified)


def drawn_evenly(y: Array, task: Task, balance: Balance, seed: int) -> Array | None:
    """The training rows (numbers into *y*, some of them repeated) that even out the classes; None for all of them."""
    if balance != "none" and task not in ("binary", "classes"):
        raise BadInput(Sentence("Only classes can be balanced, but the task is {0}.", TASKS[task]))
    if balance not in ("under", "over"):
        return None
    # These two choose by the classes alone, so that row numbers can stand for the rows themselves.
    rows: Array = sampler(balance, y, seed).fit_resample(np.arange(len(y))[:, np.newaxis], y)[0][:, 0]
    return rows


def balanced(x: Array, y: Array, balance: Balance, seed: int) -> tuple[Array, Array]:
    """The training part ``x, y`` with as many rows of every class, new ones made up by SMOTE where that is asked."""
    if balance != "smote":
        return x, y
    flat, labels = sampler(balance, y, seed).fit_resample(x.reshape(len(x), -1), y)
    return flat.reshape(len(flat), *x.shape[1:]), labels


def class_weights(y: Array, balance: Balance) -> NDArray[np.float32] | None:
    """How much each training row counts, so that all classes count the same; None where that is not asked."""
    if balance != "weights":
        return None
    from sklearn.utils.class_weight import compute_sample_weight

    weights: NDArray[np.float32] = compute_sample_weight("balanced", y).astype(np.float32)
    return weights


def sampler(balance: Balance, y: Array, seed: int):  # type: ignore[no-untyped-def]
    """imbalanced-learn's own object for *balance*; BadInput where *y* has rows of one class alone."""
    if len(np.unique(y)) < 2:
        raise BadInput(
            Sentence("Evening out the classes needs training rows of at least 2 of them, but all rows are of one.")
        )
    if balance == "under":
        from imblearn.under_sampling import RandomUnderSampler

        return RandomUnderSampler(random_state=seed)
    if balance == "over":
        from imblearn.over_sampling import RandomOverSampler

        return RandomOverSampler(random_state=seed)
    from imblearn.over_sampling import SMOTE

    return SMOTE(random_state=seed, k_neighbors=smote_neighbours(y))


def smote_neighbours(y: Array) -> int:
    """How many neighbours SMOTE may look at; BadInput where the rarest class has a single row."""
    counts = np.bincount(y)
    rarest = int(counts[counts > 0].min())
    if rarest < 2:
        raise BadInput(Sentence("SMOTE needs at least 2 training rows of every class, but the rarest class has 1."))
    return min(5, rarest - 1)
