"""Script lines that take columns through their steps: what a step learns, it learns from the training rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from nnviz.data.preparation.chain_plan import ColumnStep
from nnviz.data.preparation.preparation import InputColumn
from nnviz.data.preparation.steps import Encode, Fill, ScaleColumns
from nnviz.data.spec import Scale

# The functions that the calls below need, each with those that it needs itself.
_KNOWN = '''
def known(name):
    """The training values that are there, 0 where there are none."""
    values = x_train[name][~np.isnan(x_train[name])]
    return values if len(values) else np.zeros(1)
'''
_FILL = '''
def fill(name, value):
    """Give missing numbers a value."""
    for part in parts:
        part[name] = np.where(np.isnan(part[name]), value, part[name])
'''
_MOST_FREQUENT = '''
def most_frequent(values):
    """The smallest of the values that come up most often."""
    distinct, counts = np.unique(values, return_counts=True)
    return distinct[counts.argmax()]
'''
_KNOWN_WORDS = '''
def known_words(name):
    """The training words that are there."""
    return [word for word in x_train[name] if word.lower() not in MISSING]
'''
_FILL_WORDS = '''
def fill_words(name, filling):
    """Give missing words one."""
    for part in parts:
        part[name] = np.array([filling if word.lower() in MISSING else word for word in part[name]], object)
'''
_ONE_HOT = '''
def one_hot(name):
    """A column of 0 and 1 for each of the training values; a value that never came up there is none of them."""
    values = sorted(set(x_train[name]))
    for part in parts:
        part[name] = np.stack([part[name] == value for value in values], axis=-1)
'''
_LABEL = '''
def label(name):
    """The number of each word among the training words; -1 for one that never came up there."""
    numbers = {word: number for number, word in enumerate(sorted(set(x_train[name])))}
    for part in parts:
        part[name] = np.array([numbers.get(word, -1) for word in part[name]], float)
'''
_RESCALE = '''
def rescale(name, shift, factor):
    """Take shift off, and divide by factor."""
    for part in parts:
        part[name] = (part[name] - shift) / factor
'''
_STANDARD = '''
def standard(name):
    """Bring the training values to mean 0 and deviation 1; a constant only loses its mean."""
    mean, deviation = known(name).mean(), known(name).std()
    rescale(name, mean, 1.0 if deviation <= 1e-12 * abs(mean) else deviation)
'''
_MINMAX = '''
def minmax(name):
    """Bring the training values to 0 to 1."""
    low, high = known(name).min(), known(name).max()
    rescale(name, low, high - low or 1.0)
'''
_LOG = '''
def log(name):
    """The logarithm of 1 + x."""
    for part in parts:
        part[name] = np.log1p(part[name])
'''
_FUNCTIONS = {
    "known": _KNOWN,
    "fill": _FILL,
    "most_frequent": _MOST_FREQUENT,
    "known_words": _KNOWN_WORDS,
    "fill_words": _FILL_WORDS,
    "one_hot": _ONE_HOT,
    "label": _LABEL,
    "rescale": _RESCALE,
    "standard": _STANDARD,
    "minmax": _MINMAX,
    "log": _LOG,
}
_SCALINGS = {"standard": ["standard({0})"], "minmax": ["minmax({0})"], "255": ["rescale({0}, 0.0, 255.0)"],
             "log": ["log({0})"], "none": []}  # fmt: skip


def step_lines(
    columns: Sequence[InputColumn], steps: Sequence[tuple[ColumnStep, ...]], default: Scale, sample: tuple[int, ...]
) -> list[str]:
    """Lines that make arrays of ``x_train``, ``x_val`` and ``x_test``, which are columns by name or None before.

    Args:
        columns: the inputs.
        steps: those of each column.
        default: the scaling of columns that no step scales.
        sample: the shape of a sample; of a table, a row of numbers, it is not needed.
    """
    calls = [tuple(_calls(column, own, default)) for column, own in zip(columns, steps, strict=True)]
    lines = ["# Each column goes through its steps. What a step learns, it learns from the training rows."]
    lines += ["parts = [part for part in (x_train, x_val, x_test) if part is not None]", ""]
    for name in _needed(call for own in calls for call in own):
        lines += [*_FUNCTIONS[name].split("\n")[:-1], ""]
    lines.append("")
    for own, group in groupby(zip(calls, columns, strict=True), key=lambda pair: pair[0]):
        lines += _applied(own, [column.name for _, column in group])
    stack = "np.column_stack(list(part.values()))" if len(sample) == 1 else "np.stack(list(part.values()), axis=-1)"
    lines += ["", "", "def stacked(part):", '    """The columns side by side, as the network takes them."""']
    lines += [f'    return None if part is None else {stack}.astype("float32")', "", ""]
    lines.append("x_train, x_val, x_test = stacked(x_train), stacked(x_val), stacked(x_test)")
    return lines


def _applied(calls: Sequence[str], names: Sequence[str]) -> list[str]:
    """The *calls* for each of the *names*."""
    if not calls:
        return []
    if len(names) == 1:
        return [call.format(repr(names[0])) for call in calls]
    return [f"for name in {list(names)!r}:", *(f"    {call.format('name')}" for call in calls)]


def _calls(column: InputColumn, steps: Sequence[ColumnStep], default: Scale) -> Iterable[str]:
    """What is called for one column, ``{0}`` for its name."""
    text = column.kind == "text"
    encode = next((step for step in steps if isinstance(step, Encode)), Encode() if text else None)
    scaled = any(isinstance(step, ScaleColumns) for step in steps)
    if text:
        assert encode is not None
        yield from (_word_filling(step) for step in steps if isinstance(step, Fill))
        yield "one_hot({0})" if encode.how == "onehot" else "label({0})"
        if encode.how == "onehot":
            return
    for step in steps:
        if isinstance(step, Fill) and not text:
            yield _filling(step)
        elif isinstance(step, ScaleColumns):
            yield from _SCALINGS[step.how]
    if encode is not None and not text:
        yield "one_hot({0})"
        return
    if not text and not any(isinstance(step, Fill) for step in steps):
        yield "fill({0}, np.median(known({0})))"
    if not scaled:
        yield from _SCALINGS[default]


def _filling(step: Fill) -> str:
    if step.how == "constant":
        return f"fill({{0}}, {float(step.value or 0)!r})"
    return {
        "median": "fill({0}, np.median(known({0})))",
        "mean": "fill({0}, known({0}).mean())",
        "most_frequent": "fill({0}, most_frequent(known({0})))",
    }[step.how]


def _word_filling(step: Fill) -> str:
    if step.how == "constant":
        return f"fill_words({{0}}, {_braced(str(step.value))})"
    return "fill_words({0}, most_frequent(known_words({0})))"


def _braced(word: str) -> str:
    """*word* as Python writes it, to stand in a pattern."""
    return repr(word).replace("{", "{{").replace("}", "}}")


def _needed(calls: Iterable[str]) -> list[str]:
    """The functions that *calls* need, in the order in which they are defined."""
    text = "\n".join(calls)
    needed: list[str] = []
    for name in reversed(_FUNCTIONS):  # each needs earlier ones alone
        if re.search(rf"\b{name}\(", text):
            needed.insert(0, name)
            text += _FUNCTIONS[name]
    return needed
