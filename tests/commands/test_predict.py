"""What the command prints of a network's answers."""

import numpy as np
import pytest

from nnviz.commands.predict import answers
from nnviz.network.facts import DataFacts

YES_OR_NO = DataFacts((2,), "binary", 1, class_names=("no", "yes"))


def test_an_answer_with_a_margin_is_a_yes_from_nought_on():
    """A hinge asks for -1 or 1: 0.3 is on the side of yes, and beyond 1 nothing is surer."""
    columns = answers(np.array([[-1.5], [-0.2], [0.3], [2.0]], np.float32), YES_OR_NO, margin=True)
    assert columns["prediction"] == ["no", "no", "yes", "yes"]
    assert columns["p(yes)"] == pytest.approx([0.0, 0.4, 0.65, 1.0])
    assert np.add(columns["p(no)"], columns["p(yes)"]) == pytest.approx(np.ones(4))


def test_a_probability_is_a_yes_from_a_half_on():
    assert answers(np.array([[0.3], [0.7]], np.float32), YES_OR_NO)["prediction"] == ["no", "yes"]


def test_a_softmax_with_spare_units_may_answer_one_of_them():
    three = DataFacts((4,), "classes", 3, class_names=("a", "b", "c"))
    columns = answers(np.eye(5, dtype=np.float32)[[1, 4]], three)
    assert columns["prediction"] == ["b", "4"]
    assert list(columns) == ["prediction", "p(a)", "p(b)", "p(c)", "p(3)", "p(4)"]
