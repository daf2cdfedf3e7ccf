"""The forms a run's graphs come in: plain, and compiled by XLA where that was shown to be faster."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from nnviz.engine.loop.compiled import CompiledForm
from nnviz.engine.loop.graphs import GraphName, Graphs
from nnviz.engine.loop.race import MOST_STATE, Race, Work
from nnviz.engine.loop.rows import Rows
from nnviz.engine.loop.state import TrainingState
from nnviz.engine.loop.streaming import StreamedRows


class Forms:
    """Gives each graph in the form that is to be run, and finds out in the background which one that is.

    Args:
        plain: the graphs as TensorFlow runs them.
        state: the variables that all forms work on.
        batch_size, shuffled, seed: as of the loop.
        twin: makes another model like the one in training, compiled for training; called in a thread. None keeps
            the plain forms.
    """

    def __init__(
        self,
        plain: Graphs,
        state: TrainingState,
        *,
        batch_size: int,
        shuffled: bool,
        seed: int,
        twin: Callable[[], Any] | None,
    ) -> None:
        self._plain, self._state, self._twin = plain, state, twin
        self._batch_size, self._shuffled, self._seed = batch_size, shuffled, seed
        self._compiled: dict[GraphName, CompiledForm] = {}
        self._race: Race | None = None

    def __getitem__(self, name: GraphName) -> Any:
        """The graph called *name* as it is to be run now."""
        return self._compiled.get(name) or self._plain[name]

    def most(self, name: GraphName) -> int | None:
        """For how many epochs a call of *name* has room; None where that is no matter."""
        return self._compiled[name].most if name in self._compiled else None

    @property
    def compiled(self) -> bool:
        """Whether some of the graphs are run as XLA compiled them."""
        return bool(self._compiled)

    @property
    def raced(self) -> bool:
        """Whether XLA was tried, or is being tried, or cannot be."""
        return self._race is not None or self._work(False) is None

    @property
    def racing(self) -> bool:
        """Whether XLA is being tried now."""
        return self._race is not None and not self._race.settled

    @property
    def settled(self) -> bool:
        """Whether it is decided which graphs XLA runs: nothing is tried that is not decided."""
        return self._race is None or (self._race.settled and not self._race.won.keys() - self._compiled.keys())

    def race(self, weights: bool = False) -> None:
        """Begin to find out in the background whether XLA is faster.

        *weights* says whether whole epochs are to be run with the weights after each.
        """
        work = self._work(weights)
        if self._race is None and work is not None:
            self._race = Race(work, self._state)

    def take_up(self) -> bool:
        """From now on use what the race has shown to be faster; whether that changes anything."""
        if self.settled or self._race is None or not self._race.settled:
            return False
        self.use(self._race.won)
        return True

    @property
    def in_use(self) -> Mapping[GraphName, CompiledForm]:
        """The compiled graphs that are run in place of the plain ones; ``use`` takes them again."""
        return self._compiled

    def use(self, forms: Mapping[GraphName, CompiledForm]) -> None:
        """From now on run these *forms*, which work on the variables of the state, in place of the plain graphs."""
        self._compiled = dict(forms)

    def wait(self) -> None:
        """Wait until the race, if there is one, is decided."""
        if self._race is not None:
            self._race.wait()

    def give_up(self) -> None:
        """Nobody waits for a race any more."""
        if self._race is not None:
            self._race.give_up()

    def _work(self, weights: bool) -> Work | None:
        """What is to be raced; None where XLA is not to be tried."""
        train, validation = self._plain.train.rows, self._plain.validation.rows if self._plain.validation else None
        if self._twin is None or isinstance(train, StreamedRows) or isinstance(validation, StreamedRows):
            return None
        # A twin needs its own copy of the state: for the largest networks the memory is better left to the run.
        if self._state.size > MOST_STATE or self._weighs_by_batches(train, validation):
            return None
        return Work(self._twin, train, validation, self._batch_size, self._shuffled, self._seed, weights)

    def _weighs_by_batches(self, *parts: Rows | None) -> bool:
        """``fit`` weighs the losses of several outputs by batches; once XLA knows their size it would be by rows."""
        partial = any(part is not None and part.count % self._batch_size for part in parts)
        return self._plain.outputs > 1 and partial
