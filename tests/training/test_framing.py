"""What goes over the pipe: a sentence for a person arrives with its pattern, and so can be said in another language."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.sentences import LayerName, Sentence, from_plain, joined, to_plain
from nnviz.training.evaluating.messages import Evaluate, Evaluation
from nnviz.training.framing import BrokenFrame, encode, event_reader
from nnviz.training.messages import Ending, Event, Exported, Refused

PLAIN = st.one_of(st.text(max_size=8), st.integers(-(10**20), 10**20), st.floats(allow_nan=False), st.none())
NAMES = st.builds(LayerName, *3 * [st.text("ab", max_size=3)])
FIGURES = st.recursive(
    PLAIN | NAMES, lambda inner: st.lists(inner, min_size=1, max_size=3).map(lambda f: Sentence("x {0} {{y}}", *f))
)


def sent(event: Event) -> Event:
    """*event* as it arrives."""
    (arrived,) = event_reader().feed(encode(event))
    return arrived


def same(one: object, other: object) -> bool:
    """Whether both say the same in every language."""
    if isinstance(one, Sentence) and isinstance(other, Sentence):
        figures = zip(one.figures, other.figures, strict=True)
        return one.pattern == other.pattern and all(same(a, b) for a, b in figures)
    if isinstance(one, LayerName) and isinstance(other, LayerName):
        return one.__getnewargs__() == other.__getnewargs__()
    return (type(one) is type(other) and one == other) or str(one) == str(other)


@given(st.lists(FIGURES, max_size=4))
def test_a_sentence_arrives_as_it_was(figures: list[object]) -> None:
    sentence = joined([Sentence("a " + "{0} " * bool(figures), *figures), Sentence("b")])
    arrived = sent(Refused("Prepare", sentence))
    assert isinstance(arrived, Refused)
    assert arrived.sentence == sentence
    assert same(arrived.sentence, sentence)
    assert same(from_plain(to_plain(sentence)), sentence)


def test_numbers_in_it_can_be_formatted_again_and_a_path_is_a_text() -> None:
    arrived = sent(Ending("failed", Sentence("{0:,} rows of {1}, {2:.2f}", 12345, Path("a/b"), 0.5), 3))
    assert isinstance(arrived, Ending)
    assert arrived.sentence == "12,345 rows of a/b, 0.50"
    assert "{0:,}" in getattr(arrived.sentence, "pattern", "")


@pytest.mark.parametrize("pattern", ["{0}", "{0:,}", "{0:g}", "{0!r}", "{0:.2f}"])
@pytest.mark.parametrize(
    "figure", [np.int64(5000), np.float32(0.1), np.float64(0.1), 1 << 70, Fraction(1, 3), np.str_("a"), True]
)
def test_no_figure_that_a_sentence_can_be_made_of_breaks_the_pipe(figure: object, pattern: str) -> None:
    try:
        sentence = Sentence("it is " + pattern, figure)
    except (TypeError, ValueError):
        return
    (arrived,) = event_reader().feed(encode(Refused("Prepare", sentence)))
    assert arrived.sentence == sentence or "!r" in pattern


def test_a_plain_text_arrives_as_what_it_says() -> None:
    for text in ("", "no {0} pattern", "100 %"):
        arrived = sent(Refused("Train", text))
        assert isinstance(arrived, Refused)
        assert arrived.sentence == text


def test_other_answers_keep_theirs() -> None:
    note = Sentence("{0} words", 3)
    judged = sent(Evaluation(Evaluate("file", "x.csv"), note=note, refusal=Sentence("no")))
    assert isinstance(judged, Evaluation)
    assert same(judged.note, note)
    exported = sent(Exported("logs", "there", 1, left_out=(note,)))
    assert isinstance(exported, Exported)
    assert same(exported.left_out[0], note)


@pytest.mark.parametrize(
    "form", [3, [], {"pattern": "{3}", "figures": []}, {"figures": []}, {"pattern": "{0.x}", "figures": ["a"]}]
)
def test_what_is_no_sentence_breaks_the_frame_and_nothing_else(form: object) -> None:
    body = msgspec.msgpack.encode({"type": "Refused", "command": "Train", "sentence": form})
    with pytest.raises(BrokenFrame):
        event_reader().feed(len(body).to_bytes(4, "little") + body)
