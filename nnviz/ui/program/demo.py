"""The demonstration: a network drawn by drag and drop, trained on XOR, taken home; in the real window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from nnviz.data.spec import Builtin
from nnviz.network import edits
from nnviz.network.spec import NetworkSpec
from nnviz.project.card import card_path
from nnviz.project.project import Project
from nnviz.training.messages import Ending, Exported, Refused
from nnviz.training.recipe import Recipe
from nnviz.ui.dialogs.export_panel import format_named
from nnviz.ui.sidebar.palette import layer_mime
from nnviz.ui.window import MainWindow

HIDDEN_UNITS = 8
RECIPE = Recipe(epochs=600, batch_size=4, seed=3).with_optimizer("Adam", learning_rate=0.03)
SETTLE_MS = 250  # for the last frame to be painted before the picture is taken


class Demo(QObject):
    """Does the main job step by step, each step when the one before has happened.

    Attributes:
        written: the files it left.
        failure: why it did not get to its end; empty when it did.

    Signals:
        finished: it is over, well or not.
    """

    finished = Signal()

    def __init__(self, window: MainWindow, out: Path) -> None:
        super().__init__(window)
        self._window, self._out = window, out
        window.files.recent.remembers = False
        self.written: list[Path] = []
        self.failure = ""
        self._over = False
        self._exports = [("weights.h5", "weights.weights.h5"), ("keras", "model.keras")]
        session = window.session
        session.run_ended.connect(self._on_ended)
        session.exported.connect(self._on_exported)
        session.refused.connect(self._on_refused)
        window.document.facts_changed.connect(self._on_facts)
        window.files.failed.connect(self.give_up)

    def start(self) -> None:
        """Open the window on an empty diagram and draw."""
        self._window.document.open(Project(NetworkSpec(), Builtin(name="xor"), RECIPE), None)
        self._window.show()
        self._window.restore_panes()
        self._window.start_engine()

    def give_up(self, why: str) -> None:
        """End it, saying *why*."""
        if not self._over:
            self.failure = why
            self._end()

    def _end(self) -> None:
        self._over = True
        self.finished.emit()

    def _on_facts(self) -> None:
        if self._window.document.facts is not None and not self._window.document.network.layers:
            QTimer.singleShot(0, self, self._draw)

    def _draw(self) -> None:
        for kind, x in (("Input", 0.2), ("Output", 0.8), ("Dense", 0.5)):
            self._drop(kind, x)
        network = self._window.document.network
        hidden = network.of_kind("Dense")[0].id
        network = edits.set_args(network, hidden, units=HIDDEN_UNITS, activation="tanh")
        self._window.document.edit_network(network, self.tr("Change units"))
        self._window.diagram.fit()
        self._window.running.train()

    def _drop(self, kind: str, share: float) -> None:
        """Drop a layer from the palette at *share* of the diagram's width, as a drag by hand does."""
        view = self._window.diagram
        at = QPoint(round(view.viewport().width() * share), view.viewport().height() // 2)
        mime, actions = layer_mime(kind), Qt.DropAction.CopyAction
        button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(view.viewport(), QDragEnterEvent(at, actions, mime, button, keys))
        QApplication.sendEvent(view.viewport(), QDropEvent(QPointF(at), actions, mime, button, keys))

    def _on_ended(self, ending: Ending) -> None:
        if ending.kind != "finished":
            self.give_up(ending.sentence)
        else:
            self._then(self._picture)

    def _picture(self) -> None:
        path = self._out / "window.png"
        if not self._window.grab().save(str(path)):
            self.give_up(f"{path} could not be written")
            return
        self.written.append(path)
        self._next_export()

    def _next_export(self) -> None:
        if self._exports:
            format_name, name = self._exports.pop(0)
            self._window.running.export(format_name, self._out / name)
        else:
            self._window.files.save_to(self._out / "project.nnviz")
            self._window.files.said.connect(self._saved)

    def _on_exported(self, exported: Exported) -> None:
        path = Path(exported.path)
        self.written += [path, card_path(path, format_named(exported.format).suffix)]
        self._next_export()

    def _saved(self) -> None:
        self.written.append(self._out / "project.nnviz")
        self._end()

    def _on_refused(self, refused: Refused) -> None:
        self.give_up(refused.sentence)

    def _then(self, step: Callable[[], None]) -> None:
        QTimer.singleShot(SETTLE_MS, self, step)
