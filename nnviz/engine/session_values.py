"""A run as values: where it stands, all its variables, and what they were in the middle of a piece."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import msgspec

from nnviz.engine.compiling import callbacks
from nnviz.engine.files import run_file
from nnviz.engine.loop.callbacks import Callbacks
from nnviz.engine.loop.fused import EpochResults, FusedLoop
from nnviz.engine.loop.trainer import Before, Trainer
from nnviz.engine.showing.views import NetworkViews
from nnviz.network.spec import NetworkSpec
from nnviz.project.json_form import project_to_json
from nnviz.project.project import Project
from nnviz.training.messages import Execution


class SessionValues(NetworkViews):
    """What ``Session`` knows of its run beside training it."""

    project: Project
    network: NetworkSpec
    model: Any
    keys: tuple[str, ...]
    _loop: FusedLoop
    _trainer: Trainer
    _callbacks: Callbacks

    @property
    def begun(self) -> bool:
        """Whether a run has begun that has neither finished nor was ended: ``advance`` goes on with it."""
        return self._trainer.begun

    @property
    def weighted(self) -> tuple[str, ...]:
        """The ids of the layers that have weights."""
        return tuple(layer_id for layer_id, layer in self._built.layers.items() if layer.weights)

    @property
    def execution(self) -> Execution:
        """How the steps are run now."""
        return Execution(self._loop.compiled, self._loop.streamed)

    @property
    def tries_xla(self) -> bool:
        """Whether it is being found out in the background whether XLA is faster."""
        return self._loop.forms.racing

    def wait_with_xla(self, wait: bool) -> None:
        """Whether XLA is to be tried later, because it is being tried for another network."""
        self._trainer.patient = wait

    def run_state(self) -> run_file.RunState:
        """Where the run stands now, without its arrays."""
        place = self._loop.place
        return run_file.RunState(
            project=self._project_text,
            rows=self.dataset.facts.rows,
            epoch=place.epoch,
            batch=place.batch,
            validated=place.validated,
            begun=self.begun,
            compiled=self.execution.compiled,
            callbacks=self._callbacks.states(),
        )

    def values(self, whole: bool = True) -> run_file.Values:
        """All variables as they are now, or with *whole* false the weights; cheap, and left alone by what follows."""
        return run_file.values_now(self._built, self._loop.state, self._callbacks.best_weights if whole else None)

    def values_behind(self, before: Before, epoch: int) -> tuple[run_file.Values, run_file.RunState]:
        """The variables, and where the run stood, after *epoch*, one of those that ran in one call from *before* on."""

        def see(results: EpochResults) -> tuple[run_file.Values, run_file.RunState]:
            stops = self.model.stop_training
            known = Callbacks(self.model, callbacks(self.recipe))
            known.begin(self.keys)
            known.take(before.callbacks, before.best_weights)
            known.follow(before.first, self.keys, results)
            self.model.stop_training = stops
            values = run_file.values_now(self._built, self._loop.state, known.best_weights)
            return values, msgspec.structs.replace(self.run_state(), begun=True, callbacks=known.states())

        return self._trainer.revisit(before, epoch - before.first, see)

    @property
    def state_size(self) -> int:
        """Bytes of all variables of the run."""
        return self._loop.state.size

    @cached_property
    def optimizer_places(self) -> list[int]:
        """Where the optimizer's variables stand among the others of ``values``."""
        return run_file.optimizer_places(self._built, self._loop.state)

    @cached_property
    def _project_text(self) -> str:
        return project_to_json(self.project).decode()
