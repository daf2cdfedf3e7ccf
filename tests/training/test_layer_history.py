from __future__ import annotations

from math import isnan, nan

import numpy as np

from nnviz.training.layer_history import MOST_KEPT, LayerHistory
from nnviz.training.pictures import LayerFigures, Layers


def measured(epoch: int, gradient: float = 1.0, *ids: str) -> Layers:
    return Layers(epoch, tuple(LayerFigures(i, gradient, 1e-3, 0.0, 1.0, 0.0) for i in ids or ("h1", "out")))


def test_it_is_bounded_and_keeps_both_ends_and_the_order() -> None:
    history = LayerHistory()
    for epoch in range(2000):
        history.append(measured(epoch, float(epoch)))
    assert len(history) == MOST_KEPT
    assert (history.epochs[0], history.epochs[-1]) == (0, 1999)
    assert list(history.epochs) == sorted(history.epochs)
    assert history.column("h1", "gradient_norm").tolist() == list(history.epochs)


def test_a_run_that_goes_on_from_earlier_forgets_what_came_after() -> None:
    history = LayerHistory()
    for epoch in (0, 10, 20, 30):
        history.append(measured(epoch))
    history.append(measured(10, 5.0))
    assert history.epochs == (0, 10)
    assert history.column("out", "gradient_norm").tolist() == [1.0, 5.0]


def test_a_layer_that_came_later_has_no_figures_before() -> None:
    history = LayerHistory()
    history.append(measured(0, 1.0, "h1"))
    history.append(measured(1, 2.0, "h1", "h2"))
    assert history.layers == ("h1", "h2")
    assert np.isnan(history.column("h2", "dead")[0])
    assert history.recent("h2", "gradient_norm") == 2.0
    assert isnan(history.recent("gone", "gradient_norm"))


def test_the_recent_figure_is_a_median_of_those_there_are() -> None:
    history = LayerHistory()
    for epoch, value in enumerate((9.0, 1.0, 2.0, 3.0, nan, 100.0)):
        history.append(measured(epoch, value))
    assert history.recent("h1", "gradient_norm") == 2.5
    history.forget()
    assert (len(history), history.layers) == (0, ())
