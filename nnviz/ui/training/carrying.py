"""What a changed network kept of what was learned: who knows it for the views, and in which way it is kept."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, QTimer, Signal

from nnviz.backend.state import State
from nnviz.network.spec import NetworkSpec
from nnviz.training.growing import Carried
from nnviz.training.growing.deepen import fitted_in
from nnviz.training.messages import Built, Grown
from nnviz.ui.training.carried_text import in_full
from nnviz.ui.training.running import RunController

SETTING = "keep_function"
NOTE_MS = 8000  # so long the notes stay on the layers once training goes on


class Carrying(QObject):
    """Follows what the engine says of each edit of a network that has learned something.

    Attributes:
        grown: what it said last; None where the network is the one that was trained.
        notes: layer id -> what became of it, as long as that is to be seen on the diagram.

    Signals:
        changed: ``grown``, ``preserving`` or ``learned`` is another.
        notes_changed: ``notes`` are others.
    """

    changed = Signal()
    notes_changed = Signal()

    def __init__(self, running: RunController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running, self._session = running, running.session
        self.grown: Grown | None = None
        self.notes: dict[str, Carried] = {}
        self._fresh = False  # nothing was trained since the last edit
        self.learned = False
        # A person who draws on a trained network expects it to go on, not to stumble.
        self.preserving = QSettings().value(SETTING, "true") != "false"
        self._session.set_preserving(self.preserving)
        running.document.adapt_new = self._adapted
        self._fading = QTimer(self)
        self._fading.setSingleShot(True)
        self._fading.setInterval(NOTE_MS)
        self._fading.timeout.connect(lambda: self._show({}))
        self._session.built.connect(self._on_built)
        self._session.epochs_finished.connect(self._on_trained)
        self._session.progress_changed.connect(self._on_trained)
        self._session.state_changed.connect(self._follow)
        running.document.replaced.connect(self._forget)

    def take_over(self, other: Carrying) -> None:
        """Know what *other* knew."""
        self.grown, self.learned, self._fresh = other.grown, other.learned, other._fresh
        self._show(other.notes)
        if other._fading.isActive():
            self._fading.start()
        self.changed.emit()

    def carried(self, layer_id: str) -> Carried | None:
        """What became of a layer at the last edit; None where it is as it was."""
        layers = self.grown.layers if self.grown is not None else ()
        return next((layer for layer in layers if layer.id == layer_id), None)

    def text_of(self, layer_id: str) -> str:
        """The same in full sentences; empty where there is nothing to say."""
        layer = self.carried(layer_id)
        return in_full(layer, self.grown) if layer is not None and self.grown is not None else ""

    def set_preserving(self, preserving: bool) -> None:
        """From now on keep the function of the network, or only its weights; an edit of just now is done again so."""
        if preserving == self.preserving:
            return
        self.preserving = preserving
        QSettings().setValue(SETTING, "true" if preserving else "false")
        self._session.set_preserving(preserving)
        if self.grown is not None and self._fresh and self._session.state is not State.TRAINING:
            self._running.grow_again()
        self.changed.emit()

    def _adapted(self, network: NetworkSpec, layer_id: str) -> NetworkSpec:
        """A layer put into a trained network: as wide as what comes in, where the function can then be kept."""
        if not (self.preserving and self._running.moved):
            return network
        return fitted_in(network, layer_id, self._running.document.facts)

    def _on_built(self, built: Built) -> None:
        self.grown, self._fresh = built.grown, True
        self._fading.stop()
        self._show({layer.id: layer for layer in built.grown.layers} if built.grown is not None else {})
        self.learned = self._running.moved
        self.changed.emit()

    def _on_trained(self) -> None:
        if self._fresh and self.notes:
            self._fading.start()
        self._fresh = False
        self._follow()

    def _follow(self) -> None:
        if self.learned != self._running.moved:
            self.learned = self._running.moved
            self.changed.emit()

    def _forget(self) -> None:
        self.grown, self._fresh, self.learned = None, False, False
        self._fading.stop()
        self._show({})
        self.changed.emit()

    def _show(self, notes: dict[str, Carried]) -> None:
        if notes != self.notes:
            self.notes = notes
            self.notes_changed.emit()
