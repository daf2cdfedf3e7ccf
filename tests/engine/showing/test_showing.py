"""How often each picture is drawn, on a clock of its own."""

from __future__ import annotations

from collections import Counter

import pytest

from nnviz.engine.showing.showing import SHARE_OF_PLAY, SHARE_OF_WORK, Pictures
from nnviz.training.inside.messages import Activations, LookInside, Sample, Unit
from nnviz.training.messages import Watch
from nnviz.training.pictures import Layers, Predictions, Surface, Weights

PIECE = 0.020
ALL = Watch(cells=8, surface=9, activity=True, layers=True, predictions=5, interval=1 / 30)


class Clock:
    """Time goes by when a test says so."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Run:
    """A session whose epochs and pictures take as long as they are told to."""

    batches = 4

    def __init__(self, clock: Clock, epoch_seconds: float, costs: dict[str, float] | None = None) -> None:
        self._clock, self._epoch_seconds, self._costs = clock, epoch_seconds, costs or {}
        self._done = 0.0
        self.drawn: Counter[str] = Counter()
        self.seconds = 0.0

    @property
    def epoch(self) -> int:
        return int(self._done)

    @property
    def batch(self) -> int:
        return int((self._done - self.epoch) * self.batches)

    def train(self, seconds: float = PIECE) -> None:
        self._clock.now += seconds
        self._done += seconds / self._epoch_seconds

    def _draw(self, kind: str) -> None:
        cost = self._costs.get(kind, 0.0)
        self._clock.now += cost
        self.seconds += cost
        self.drawn[kind] += 1

    def weights(self, _cells, _filters):
        self._draw("weights")
        return Weights(0, ())

    def surface(self, size, _unit_size):
        self._draw("surface")
        return Surface(0, (0, 1, 0, 1), size, 0, b"", 0, {})

    def hold(self, units, _how):
        self.held = units

    def activations(self, sample, _cells):
        self._draw("sample")
        return Activations(0, sample)

    def activity(self):
        self._draw("activity")
        return Weights(0, ())

    def layers(self):
        self._draw("layers")
        return Layers(0, ())

    def predictions(self, _rows):
        self._draw("predictions")
        return Predictions(0, "train", (), 0, b"", b"")


def trained(pictures: Pictures, run: Run, clock: Clock, seconds: float) -> float:
    """Train for *seconds*; how long it took, pictures and all."""
    began = clock.now
    while clock.now - began < seconds:
        run.train()
        pictures.show_when_due(run, PIECE)
    return clock.now - began


@pytest.fixture
def clock():
    return Clock()


def shown_by(clock: Clock, watch: Watch) -> Pictures:
    pictures = Pictures(lambda _: None, clock)
    pictures.watch = watch
    return pictures


COSTS = {"weights": 0.004, "surface": 0.008, "activity": 0.004, "layers": 0.040, "predictions": 0.006}


@pytest.mark.parametrize(("epoch", "share"), [(0.0001, SHARE_OF_PLAY), (0.5, SHARE_OF_WORK)])
def test_pictures_take_their_share_and_no_more(clock, epoch, share):
    run, pictures = Run(clock, epoch, COSTS), shown_by(clock, ALL)
    trained(pictures, run, clock, 5.0)  # the first of each kind is free
    run.seconds = 0.0
    took = trained(pictures, run, clock, 60.0)
    assert 0.7 * share <= run.seconds / took <= share * 1.02


def test_an_expensive_picture_comes_less_often_than_a_cheap_one(clock):
    run, pictures = Run(clock, 0.5, COSTS), shown_by(clock, ALL)
    trained(pictures, run, clock, 60.0)
    assert run.drawn["weights"] == pytest.approx(10 * run.drawn["layers"], rel=0.15)


def test_cheap_pictures_come_as_often_as_the_screen_wants_them(clock):
    run, pictures = Run(clock, 0.0001), shown_by(clock, Watch(cells=8, layers=True, interval=1 / 20))
    trained(pictures, run, clock, 10.0)
    assert run.drawn["weights"] == run.drawn["layers"] == pytest.approx(10.0 / 0.060, abs=2)


def test_the_first_picture_and_a_single_slow_one_hold_up_nothing(clock):
    run, pictures = Run(clock, 0.5, {"layers": 3.0}), shown_by(clock, Watch(layers=True))
    run.train()
    pictures.show_when_due(run, PIECE)
    run._costs["layers"] = 0.001
    trained(pictures, run, clock, 1.0)
    often = run.drawn["layers"]
    assert often > 10
    run._costs["layers"] = 2.0
    trained(pictures, run, clock, 0.1)
    run._costs["layers"] = 0.001
    trained(pictures, run, clock, 1.0)
    assert run.drawn["layers"] > often + 10


def test_time_that_is_not_spent_on_training_does_not_make_a_tiny_network_look_like_work(clock):
    run, pictures = Run(clock, 0.0001, COSTS), shown_by(clock, ALL)
    trained(pictures, run, clock, 5.0)
    before = run.drawn["weights"]
    trained(pictures, run, clock, 0.5)
    often = run.drawn["weights"] - before
    pictures.show(run)
    clock.now += 600.0
    before = run.drawn["weights"]
    trained(pictures, run, clock, 0.5)
    assert run.drawn["weights"] - before >= often - 1 >= 3


def test_what_is_shown_at_once_is_all_that_is_watched_and_nothing_else(clock):
    run = Run(clock, 0.5, COSTS)
    shown_by(clock, Watch()).show(run)
    assert not run.drawn
    shown_by(clock, Watch(surface=0, unit_surface=4, predictions=3)).show(run)
    assert run.drawn == {"surface": 1, "predictions": 1}
    shown_by(clock, ALL).show(run)
    assert run.drawn == {"weights": 1, "surface": 2, "activity": 1, "layers": 1, "predictions": 2}


def test_a_new_network_is_drawn_picture_by_picture_and_its_figures_of_layers_come_last(clock):
    """Train is not to wait for pictures, and least for those that trace a step of training."""
    run, pictures = Run(clock, 0.5), shown_by(clock, ALL)
    quick, slow = pictures.begin(run)
    assert run.drawn == {"weights": 1}
    next(quick)
    assert run.drawn == {"weights": 1, "surface": 1}
    assert list(quick) == [None, None]
    assert run.drawn == {"weights": 1, "surface": 1, "activity": 1, "predictions": 1}
    assert list(slow) == [None]
    assert run.drawn["layers"] == 1
    assert [list(rest) for rest in shown_by(clock, Watch(cells=4)).begin(run)] == [[], []]


def test_a_picture_that_is_watched_no_more_is_not_drawn_of_a_new_network(clock):
    run, pictures = Run(clock, 0.5), shown_by(clock, ALL)
    quick, slow = pictures.begin(run)
    pictures.watch = Watch(cells=4, predictions=3)
    assert [list(rest) for rest in (quick, slow)] == [[None], []]
    assert run.drawn == {"weights": 1, "predictions": 1}


def test_another_network_is_drawn_at_once_whatever_the_last_one_cost(clock):
    slow, pictures = Run(clock, 0.5, {"layers": 1.0}), shown_by(clock, Watch(layers=True))
    trained(pictures, slow, clock, 50.0)
    other = Run(clock, 0.5)
    other.train()
    pictures.show_when_due(other, PIECE)
    assert other.drawn["layers"] == 1


def test_another_sample_is_shown_at_once_and_alone_and_muting_shows_all_that_answers(clock):
    run, pictures = Run(clock, 0.5), shown_by(clock, ALL)
    pictures.look_inside(LookInside(sample=Sample("train", 1)), run)
    assert run.drawn == {"sample": 1}
    pictures.look_inside(LookInside(sample=Sample("train", 2)), run)
    assert run.drawn == {"sample": 2}
    muted = (Unit("h", 0),)
    pictures.look_inside(LookInside(sample=Sample("train", 2), muted=muted), run)
    assert run.drawn == {"sample": 3, "surface": 1, "activity": 1, "predictions": 1}
    assert run.held == muted
    pictures.look_inside(LookInside(), run)
    assert run.held == ()
    pictures.look_inside(LookInside(sample=Sample("train", 3)), None)  # no network stands yet
