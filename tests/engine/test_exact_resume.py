"""A run paused, written, and taken up in a fresh session ends as one left alone, to the last bit."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import numpy as np
import pytest
import safetensors
import safetensors.numpy

from nnviz.data.spec import Builtin, Table
from nnviz.engine.files import run_file
from nnviz.engine.session import Session
from nnviz.errors import BadInput
from nnviz.project.project import Project
from nnviz.training.optimizers import OPTIMIZERS
from nnviz.training.recipe import OptimizerSpec, ReduceOnPlateau, StopEarly
from tests.engine.projects import CIRCLES, chain, hidden, project, session, train

# Keras 3.15 itself, under numpy 2.
pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation doesn't accept a copy:DeprecationWarning")
POINTS = Builtin(name="circles", samples=100, noise=0.05)
DROPPING = (hidden("h1", 12), ("norm", "BatchNormalization", {}), ("drop", "Dropout", {"rate": 0.4}))
# Stops long before its last epoch, after the learning rate fell more than once.
WATCHFUL = {
    "stop_early": StopEarly(monitor="val_loss", patience=6, min_delta=0.01),
    "reduce_on_plateau": ReduceOnPlateau(monitor="loss", factor=0.5, patience=1, min_delta=0.03, cooldown=1),
    "rate": 0.03,
    "batch_size": 16,
    "metrics": ("accuracy", "f1_score"),
}


def everything(it: Session) -> list[np.ndarray]:
    """All variables of a step."""
    return it._loop.state.arrays()


def assert_same(ours: list[np.ndarray], theirs: list[np.ndarray]) -> None:
    for a, b in zip(ours, theirs, strict=True):
        np.testing.assert_array_equal(a, b)


def to_the_end(it: Session, epochs: int) -> tuple[list[list[float]], str]:
    """Every row until the ending, and its sentence."""
    rows: list[list[float]] = []
    while True:
        piece = it.advance(epochs)
        rows += piece.rows.tolist()
        if piece.ending is not None:
            return rows, piece.sentence


def reopened(it: Session, path: Path, other: Project | None = None) -> Session:
    """What *it* is worth in a session that knows only its file."""
    it.save_snapshot(path)
    fresh = Session(other or it.project, Path(), it.dataset)
    fresh.restore(path)
    return fresh


def stepped(it: Session, batches: int) -> tuple[Session, list[list[float]]]:
    rows: list[list[float]] = []
    for _ in range(batches):
        rows += it.step().rows.tolist()
    return it, rows


@pytest.fixture(scope="module")
def alone():
    """A watchful run that no one touched, its rows and the sentence of its ending."""
    it = session(*DROPPING, data=POINTS, **WATCHFUL)
    return it, *to_the_end(it, 20)


@pytest.fixture(scope="module")
def run():
    """A run in the middle of its second epoch."""
    it = session(hidden("h1", 6), ("drop", "Dropout", {}), data=CIRCLES, batch_size=16, stop_early=StopEarly())
    return stepped(it, 5)[0]


class TestWatchful:
    """Dropout, batch norm, shuffling, Adam, early stopping with the best weights, a rate that falls on plateaus."""

    # Into the first epoch; between two epochs; in a late one, while the callbacks wait.
    @pytest.mark.parametrize("batches", [3, 5 * 12, 5 * 15 + 4])
    def test_reopened_at_any_batch_it_ends_the_same(self, alone, batches, tmp_path):
        whole, rows, sentence = alone
        assert whole.batches == 5
        assert len(rows) > 16, "the run must still go on at the last of these places"
        it, before = stepped(Session(whole.project, Path(), whole.dataset), batches)
        fresh = reopened(it, tmp_path / "run.safetensors")
        assert (fresh.epoch, fresh.batch, fresh.begun) == (batches // 5, batches % 5, True)
        after, said = to_the_end(fresh, 20)
        assert said == sentence
        assert said.startswith("Stopped early")
        assert before + after == rows
        assert_same(everything(fresh), everything(whole))

    def test_the_rate_had_fallen(self, alone):
        whole, rows, _ = alone
        assert len({row[-1] for row in rows}) > 2
        assert whole.learning_rate < 0.03

    def test_a_run_that_is_over_is_not_gone_on_with(self, alone, tmp_path):
        whole, _, _ = alone
        fresh = reopened(whole, tmp_path / "run.safetensors")
        assert not fresh.begun
        assert_same(everything(fresh), everything(whole))


def test_between_the_training_and_the_validation_part_and_within_it(tmp_path):
    options = {"data": POINTS, "batch_size": 8, "seed": 5}
    alone = session(*DROPPING, **options)
    rows, _ = to_the_end(alone, 2)
    it = Session(alone.project, Path(), alone.dataset)
    stepped(it, it.batches - 1)
    loop = it._loop
    loop.run_batches(1)
    for validated in (0, 2):
        loop.run_validation(validated)
        assert (loop.batch, loop.validated) == (it.batches, validated)
        fresh = reopened(it, tmp_path / f"{validated}.safetensors")
        assert to_the_end(fresh, 2)[0] == rows
        assert_same(everything(fresh), everything(alone))


def test_a_step_within_the_validation_part_ends_the_epoch_and_the_next_one_trains():
    alone = session(data=POINTS, batch_size=8, seed=5)
    rows, _ = to_the_end(alone, 2)
    it = Session(alone.project, Path(), alone.dataset)
    stepped(it, it.batches - 1)
    it._loop.run_batches(1)
    it._loop.run_validation(1)
    assert it.step().rows.tolist() == rows[:1]
    assert (it.epoch, it.batch) == (1, 0)
    it.step()
    assert (it.epoch, it.batch) == (1, 1)
    assert to_the_end(it, 2)[0] == rows[1:]
    assert_same(everything(it), everything(alone))


# Those with something beside plain moments; the others in the long form.
ODD = ("Adam", "Nadam", "ScheduleFreeAdamW")
REST = [pytest.param(kind, marks=pytest.mark.nightly) for kind in sorted(set(OPTIMIZERS) - set(ODD))]


@pytest.mark.parametrize("kind", [*ODD, *REST])
def test_every_optimizer_goes_on_with_its_memory(kind, tmp_path):
    recipe = {"data": CIRCLES, "batch_size": 16, "optimizer": OptimizerSpec(kind, {"learning_rate": 0.01})}
    it = session(hidden("h1", 4), **recipe)
    stepped(it, 5)
    fresh = reopened(it, tmp_path / "run.safetensors")
    for one in (it, fresh):
        train(one, 4)
    assert_same(everything(fresh), everything(it))


def test_a_schedule_goes_on(tmp_path):
    decay = {"kind": "ExponentialDecay", "initial_learning_rate": 0.1, "decay_steps": 3, "decay_rate": 0.5}
    momentum = OptimizerSpec("SGD", {"learning_rate": decay, "momentum": 0.9, "nesterov": True})
    it = session(data=CIRCLES, batch_size=16, optimizer=momentum)
    stepped(it, 5)
    fresh = reopened(it, tmp_path / "run.safetensors")
    assert fresh.learning_rate == it.learning_rate == pytest.approx(0.1 * 0.5 ** (5 / 3))
    for one in (it, fresh):
        train(one, 4)
    assert_same(everything(fresh), everything(it))


class TestFile:
    """The file itself: weights that anyone can read, and a state that is checked."""

    @pytest.fixture
    def path(self, run, tmp_path):
        run.save_snapshot(tmp_path / "run.safetensors")
        return tmp_path / "run.safetensors"

    @staticmethod
    def edited(path: Path, change) -> Path:
        with safetensors.safe_open(path, framework="numpy") as file:
            metadata = dict(file.metadata())
        arrays = safetensors.numpy.load_file(path)
        state = json.loads(metadata["state"])
        change(arrays, state)
        metadata["state"] = json.dumps(state)
        path.write_bytes(safetensors.numpy.save(arrays, metadata))
        return path

    def test_the_weights_stand_where_other_readers_look(self, run, path):
        arrays = safetensors.numpy.load_file(path)
        own = {name for name in arrays if not name.startswith("state/")}
        assert own == {"h1/kernel", "h1/bias", "out/kernel", "out/bias"}
        np.testing.assert_array_equal(arrays["h1/kernel"], run.model.get_layer("h1").kernel.numpy())

    def test_a_person_who_loads_it_gets_the_weights_only(self, run, path):
        other = Session(run.project, Path(), run.dataset)
        assert other.load_weights(path) == 2
        assert_same(other.model.get_weights(), run.model.get_weights())
        assert (other.epoch, other.batch, other.begun) == (0, 0, False)
        assert int(other.model.optimizer.iterations) == 0

    def test_weights_alone_start_at_the_epoch_that_is_said(self, run, tmp_path):
        run.export("safetensors", tmp_path / "w.safetensors")
        other = Session(run.project, Path(), run.dataset)
        assert other.restore(tmp_path / "w.safetensors", 12) == ("h1", "out")
        assert (other.epoch, other.batch, other.begun) == (12, 0, False)

    def test_a_project_that_has_moved_is_the_same(self, run, path, tmp_path):
        rows = "\n".join(["a,b,y", *(f"{i % 7},{i % 5},{i % 2}" for i in range(40))])
        (tmp_path / "sub").mkdir()
        (tmp_path / "sub" / "t.csv").write_text(rows)
        spec = Table(path="t.csv", target="y")
        it = Session(project(data=spec), tmp_path / "sub")
        it.step()
        it.save_snapshot(path)
        moved = Session(project(data=msgspec.structs.replace(spec, path="sub/t.csv")), tmp_path)
        moved.restore(path)
        assert moved.begun
        assert_same(everything(moved), everything(it))

    def test_of_a_run_on_other_data_the_weights_are_taken(self, run, path):
        other = Session(Project(run.project.network, Builtin(name="moons"), run.project.training), Path())
        other.restore(path, 2)
        assert_same(other.model.get_weights(), run.model.get_weights())
        assert (other.epoch, other.begun) == (2, False)

    def test_another_network_goes_on_with_what_fits(self, run, path):
        wider = Session(
            Project(chain(hidden("h1", 6), ("drop", "Dropout", {}), hidden("h2", 3)), CIRCLES, run.project.training),
            Path(),
            run.dataset,
        )
        assert wider.restore(path) == ("h1",)
        assert (wider.epoch, wider.batch, wider.begun) == (run.epoch, run.batch, True)

    @pytest.mark.parametrize(
        ("change", "said"),
        [
            (lambda arrays, state: arrays.pop("state/variables/0"), "does not fit this network and recipe"),
            (lambda arrays, state: arrays.update({"state/logs": np.zeros((2, 2), "f4")}), "does not fit this network"),
            (lambda arrays, state: arrays.pop("state/logs"), "is damaged"),
            (lambda arrays, state: state.update(batch=99), "does not fit these data"),
            (lambda arrays, state: state.update(batch="many"), "is damaged"),
            (lambda arrays, state: state.pop("rows"), "is damaged"),
            (lambda arrays, state: state.update(project="{"), "not valid JSON"),
        ],
    )
    def test_a_state_that_does_not_fit_is_refused_in_a_sentence(self, run, path, change, said):
        other = Session(run.project, Path(), run.dataset)
        with pytest.raises(BadInput, match=said) as refusal:
            other.restore(self.edited(path, change))
        assert "\n" not in str(refusal.value)

    def test_half_a_file_is_refused(self, run, path):
        path.write_bytes(path.read_bytes()[:-100])
        with pytest.raises(BadInput, match="damaged"):
            Session(run.project, Path(), run.dataset).restore(path)

    def test_a_metric_that_was_no_number_comes_back_as_it_was(self, run, path):
        def lose(_arrays, state):
            state["callbacks"][0]["values"]["best"] = float("nan")

        kept = run_file.read_state(self.edited(path, lose))
        assert np.isnan(kept.callbacks[0].values["best"])

    def test_a_layer_called_state_is_a_layer(self, tmp_path):
        it = session(hidden("state", 3), data=CIRCLES)
        it.step()
        fresh = reopened(it, tmp_path / "run.safetensors")
        assert_same(everything(fresh), everything(it))
