"""A network as it was: the same layers over variables of their own, which take the values of a snapshot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from nnviz.engine.build import build
from nnviz.engine.compiling import compile_built
from nnviz.engine.feed import Feed
from nnviz.engine.learned import same_shapes
from nnviz.engine.session import Session
from nnviz.engine.showing.probes import Probes
from nnviz.engine.showing.views import NetworkViews
from nnviz.engine.weights import named_weights
from nnviz.network.spec import NetworkSpec
from nnviz.training.one_step.messages import ShowStep, StepNumbers
from nnviz.training.pictures import Layers


class PastNetwork(NetworkViews):
    """The network of *session* at another epoch; the session trains on as if no one had looked.

    Attributes:
        built: the model, for whoever exports it.
    """

    def __init__(self, session: Session) -> None:
        self.session, self.epoch = session, 0
        self.dataset, self.recipe, self.network = session.dataset, session.recipe, session.network
        self.built = self._built = build(session.network, session.recipe.seed)
        compile_built(self.built, session.recipe, session.dataset.facts.task, session.loss_weights)
        self.built.model.optimizer.build(self.built.model.trainable_variables)
        self._feed = Feed(session.dataset, session.recipe, session.network, self.built)
        self._probes = Probes(self.built, session.dataset, self._feed)
        self._variables = named_weights(self.built)
        self._remembered: Sequence[Any] = ()

    def show(self, epoch: int, weights: Mapping[str, Any], optimizer: Sequence[Any] = ()) -> None:
        """Take the values after *epoch* epochs; what the *optimizer* remembered matters to the figures of the layers.

        Where that is not known, it has what it remembered last.
        """
        self.epoch = epoch
        for name, variable in self._variables.items():
            variable.value.assign(weights[name])
        self._remembered = optimizer

    def layers(self) -> Layers:
        """As it would have been measured then."""
        self._remember()
        return super().layers()

    def step_numbers(self, command: ShowStep, network: NetworkSpec) -> StepNumbers:
        """What a step by hand would have started from then."""
        self._remember()
        return super().step_numbers(command, network)

    def _remember(self) -> None:
        """Give the optimizer its memory, several times as large as the weights: not before somebody asks for it."""
        own, remembered = self.built.model.optimizer.variables, self._remembered
        self._remembered = ()
        if same_shapes(own, remembered):
            for variable, array in zip(own, remembered, strict=True):
                variable.value.assign(array)


def optimizer_part(session: Session, others: Sequence[Any]) -> Sequence[Any]:
    """Of *others*, the variables of a step of *session* that are no weights, those of its optimizer."""
    places = session.optimizer_places
    return [others[place] for place in places] if max(places, default=0) < len(others) else ()
