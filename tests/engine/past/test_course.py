"""How weights have moved: every figure against numpy on the weights that Keras had at each epoch."""

from __future__ import annotations

import numpy as np
import pytest

from nnviz.engine.past import course
from nnviz.engine.past.course import BINS, Courses
from nnviz.training.course import Course, ShowCourse
from nnviz.training.messages import KeepWithin
from tests.engine.past.test_kept import MOONS, Window
from tests.engine.projects import hidden, session

EPOCHS = 10


@pytest.fixture(scope="module")
def run() -> tuple[Window, dict[int, list[np.ndarray]]]:
    layers = hidden("h1", 6, "tanh"), ("norm", "BatchNormalization", {})
    window = Window(session(*layers, data=MOONS, batch_size=30, rate=0.03, epochs=EPOCHS))
    return window, window.train(EPOCHS)


def asked(window: Window, layer: str, courses: Courses | None = None) -> Course:
    courses = courses or Courses(window.said.append, window.shelf)
    while True:
        courses.handlers[ShowCourse](ShowCourse(layer))
        if window.said[-1].complete:
            return window.said[-1]


def test_every_figure_is_that_of_the_weights_at_each_epoch(run: tuple[Window, dict[int, list[np.ndarray]]]) -> None:
    window, seen = run
    found = asked(window, "h1")
    assert (found.epochs, found.weights) == (tuple(range(EPOCHS + 1)), 18)
    spans, counts, norms, changes = found.figures()
    flat = {epoch: np.concatenate([array.ravel() for array in weights[:2]]) for epoch, weights in seen.items()}
    for epoch, weights in flat.items():
        np.testing.assert_array_equal(spans[epoch], [weights.min(), weights.max()])
        np.testing.assert_array_equal(counts[epoch], np.histogram(weights, BINS)[0])
        assert norms[epoch] == pytest.approx(np.linalg.norm(weights), rel=1e-5)
        if epoch:
            assert changes[epoch] == pytest.approx(np.linalg.norm(weights - flat[epoch - 1]), rel=1e-4)
    assert np.isnan(changes[0])


def test_what_a_layer_measures_is_not_what_it_learns(run: tuple[Window, dict[int, list[np.ndarray]]]) -> None:
    assert asked(run[0], "norm").weights == 12  # gamma and beta, without the moving mean and variance
    assert asked(run[0], "nowhere") == Course("nowhere")


def test_an_answer_takes_a_moment_at_most_and_the_next_one_brings_more(
    run: tuple[Window, dict[int, list[np.ndarray]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    window, _ = run
    whole = asked(window, "h1")
    monkeypatch.setattr(course, "WORKING", 0.0)
    courses = Courses(window.said.append, window.shelf)
    courses.handlers[ShowCourse](ShowCourse("h1"))
    first = window.said[-1]
    assert (first.epochs, first.complete) == ((0,), False)
    again = asked(window, "h1", courses)
    assert (again.epochs, again.counts, again.norms) == (whole.epochs, whole.counts, whole.norms)


@pytest.mark.parametrize("value", [np.inf, -np.inf, np.nan])
def test_weights_that_are_no_numbers_any_more_are_measured_as_such(value: float) -> None:
    whole, astray = [np.array([0.5, 1.0], np.float32)], [np.array([0.5, value], np.float32)]
    found = course._measured(astray)
    assert not np.isfinite(found.span).all()
    assert (found.counts.sum(), np.isfinite(found.norm)) == (0, False)
    assert not np.isfinite(course._distance(whole, astray))
    assert not np.isfinite(course._distance(astray, astray))


def test_between_snapshots_that_are_thinned_the_change_is_by_the_epoch() -> None:
    window = Window(session(hidden("h1", 6, "tanh"), data=MOONS, batch_size=60, rate=0.03, epochs=EPOCHS))
    seen = window.train(EPOCHS)
    courses = Courses(window.said.append, window.shelf)
    asked(window, "h1", courses)
    window.do(KeepWithin(5 * window.session.values().size))
    found = asked(window, "h1", courses)
    assert len(found.epochs) == 5
    before, after = found.epochs[1:3]
    moved = np.concatenate([(b - a).ravel() for a, b in zip(seen[before][:2], seen[after][:2], strict=True)])
    assert found.figures()[3][2] == pytest.approx(np.linalg.norm(moved) / (after - before), rel=1e-4)
