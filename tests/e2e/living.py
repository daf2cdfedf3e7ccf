"""A window's life in fast motion, and what it holds of the machine after each round."""

from __future__ import annotations

import gc
import itertools
import os
import threading
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog

from nnviz.data.spec import Builtin
from nnviz.network import edits
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project.project import Project
from nnviz.training.recipe import Recipe
from nnviz.ui.diagram import commands
from tests.e2e.conftest import LATER, Hand

EPOCHS = 12
RECIPE = Recipe(epochs=EPOCHS, batch_size=32, seed=2).with_optimizer("Adam", learning_rate=0.01)
DENSE = (
    LayerSpec("input", "Input"),
    LayerSpec("hidden_1", "Dense", {"units": 5, "activation": "tanh"}),
    LayerSpec("output", "Output"),
)
IMAGES = (
    LayerSpec("input", "Input"),
    LayerSpec("conv", "Conv2D", {"filters": 3, "kernel_size": 3}),
    LayerSpec("flatten", "Flatten"),
    LayerSpec("output", "Output"),
)


def chain(layers: tuple[LayerSpec, ...]) -> NetworkSpec:
    ids = [layer.id for layer in layers]
    return NetworkSpec(layers, tuple(itertools.pairwise(ids)))


LIVES = (
    Project(chain(DENSE), Builtin(name="moons", samples=120), RECIPE),
    Project(chain(DENSE), Builtin(name="xor"), RECIPE),
    Project(chain(DENSE), Builtin(name="iris"), RECIPE),
    Project(chain(IMAGES), Builtin(name="digits"), RECIPE),
)


@dataclass(frozen=True)
class Held:
    """What the window's process and its engine hold between two rounds.

    Attributes:
        threads, python_threads: of the window's process, as the system counts them, and those that Python started.
        processes: below the window's.
        files: open descriptors of the window's process.
        widgets: of the application, shown or not.
        qobjects: ``QObject``s that Python knows of.
        objects: that Python's collector looks after.
        memory: bytes of the window's process that no other shares.
        engine_files, engine_threads, engine_memory: the same of the engine.
        scratch: files in the window's own folder.
    """

    threads: int
    python_threads: int
    processes: int
    files: int
    widgets: int
    qobjects: int
    objects: int
    memory: int
    engine_files: int
    engine_threads: int
    engine_memory: int
    scratch: int

    def row(self) -> dict[str, int]:
        """By name."""
        return asdict(self)


def held(hand: Hand) -> Held:
    """What is held now, after everything that is due was taken apart."""
    settle()
    own, window = psutil.Process(), hand.window
    engine = psutil.Process(window.session.engine_pid)
    folder = window.running.scratch_file("x").parent
    objects = gc.get_objects()
    return Held(
        own.num_threads(),
        # Python keeps a dummy for each thread of Qt's pools that ever ran it, even if that has ended.
        sum(not isinstance(thread, threading._DummyThread) for thread in threading.enumerate()),
        len(own.children(recursive=True)),
        own.num_fds(),
        len(QApplication.allWidgets()),
        sum(isinstance(thing, QObject) for thing in objects),
        len(objects),
        own.memory_full_info().uss,
        engine.num_fds(),
        engine.num_threads(),
        engine.memory_info().rss,
        sum(len(names) for _, _, names in os.walk(folder)),
    )


def kinds() -> Counter[str]:
    """How many objects there are of each class."""
    return Counter(f"{type(thing).__module__}.{type(thing).__qualname__}" for thing in gc.get_objects())


def settle() -> None:
    """Delete what waits for it, and collect."""
    for _ in range(3):
        delete_due()
        gc.collect()


def delete_due() -> None:
    """Delete what waits for it."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


SAVES = 4


class Life:
    """A round begins a project, draws, trains, saves and closes; the next opens it, looks back, forks, looks at all.

    What is dear is the engine's tracing of a network that is built, so each round has two built, and closes to an empty
    diagram. An engine that keeps nothing of a run, as the fake one, leaves out what is done with that.
    """

    def __init__(self, hand: Hand, folder: Path) -> None:
        self.hand, self.window, self.folder = hand, hand.window, folder
        self.rounds = self._runs = 0
        self._keeps = False

    def round(self) -> None:
        """One more; the window is empty again afterwards."""
        life, second = divmod(self.rounds, 2)
        path = self.folder / f"life-{life % 2}.nnviz"
        self.rounds += 1
        if second:
            self._open(path)
            self._look_again(linger=life % len(LIVES) == 0)
        else:
            self._start(LIVES[life % len(LIVES)])
            self._edit()
            self._train()
            self._keeps = bool(self.window.session.kept.epochs)
        if self.rounds % 3 == 1:  # dear: the pictures of the gallery
            self._look_at_dialogs()
        self._save(path)
        self._close()

    def _look_again(self, linger: bool) -> None:
        """At a run that was opened, and at another one from the middle of it.

        While one *lingers* the engine races XLA for the network that was opened, which is as dear as all the rest.
        """
        if self._keeps:
            self.hand.wait(lambda: self.window.session.kept.epochs, LATER)
            for part in (self._scrub, self._fork) if linger else (self._fork, self._scrub):
                part()
        self._look_at_panes()

    # ------------------------------------------------------------------ the parts of a round

    def _start(self, project: Project) -> None:
        self.window.files.start(project)
        self._stands()

    def _open(self, path: Path) -> None:
        self.window.files.open(path)
        self.hand.wait(lambda: self.window.document.path == path, LATER)
        assert len(self.window.running.runs) == self._runs > 0
        self._stands()

    def _edit(self) -> None:
        document = self.window.document
        commands.append(document, "Dense")
        document.undo_stack.undo()
        document.undo_stack.redo()
        (added,) = document.network.sources("output")
        document.select((added,))
        document.edit_network(edits.set_args(document.network, added, units=7), "widen")
        self._stands()

    def _look_at_dialogs(self) -> None:
        window = self.window
        window.choose_data()
        self._close_dialogs()
        window.templates.ask()
        self._close_dialogs()
        window.menu.show_shortcuts()
        self._close_dialogs()
        window.topbar.panel.show_below(window.topbar.export)
        window.topbar.panel.hide()

    def _close_dialogs(self) -> None:
        QCoreApplication.processEvents()
        for dialog in self.window.findChildren(QDialog):
            if dialog.isVisible():
                dialog.close()
        delete_due()

    def _train(self) -> None:
        window = self.window
        window.topbar.wake()
        self.hand.train_to_the_end()
        self._kept()

    def _scrub(self) -> None:
        travel, live = self.window.travel, self.window.live
        for epoch in (0, 5, EPOCHS):
            travel.look(epoch)
            if travel.epoch is not None:
                self.hand.wait(lambda: live.weights is not None and live.weights.epoch == travel.epoch, LATER)
        travel.leave()
        self.hand.wait(lambda: live.weights is not None and live.weights.epoch == EPOCHS, LATER)

    def _fork(self) -> None:
        window = self.window
        window.travel.look(4)
        window.topbar.wake()
        with self.hand.qtbot.waitSignal(window.session.run_ended, timeout=LATER):
            self.hand.click(window.topbar.train)
        self.hand.wait(lambda: len(window.running.runs) == 2, LATER)
        self._kept()

    def _look_at_panes(self) -> None:
        for dock in self.window.panes.docks:
            if dock.toggleViewAction().isEnabled():
                dock.show()
                dock.raise_()
                QCoreApplication.processEvents()
                self._see_data()
        self.window.restore_panes()

    def _see_data(self) -> None:
        """Where the data are seen, they are read until they are known: their pages are made as they come."""
        pane = self.window.panes.data
        if pane.seen:
            self.hand.wait(lambda: pane.view.profile is not None, LATER)

    def _save(self, path: Path) -> None:
        for _ in range(SAVES):  # more of the run may have come while it was written: then it is not saved yet
            with self.hand.qtbot.waitSignal(self.window.files.said, timeout=LATER):
                self.window.files.save_to(path)
            if not self.window.document.dirty:
                break
        assert not self.window.document.dirty

    def _close(self) -> None:
        """Nothing is drawn any more, so that the engine has nothing to build either."""
        self._runs = len(self.window.running.runs)
        self.window.files.new_empty()
        self.hand.wait(lambda: not self.window.document.network.layers, LATER)
        assert self.window.running.runs == ()

    # ------------------------------------------------------------------ waiting

    def _stands(self) -> None:
        """Until what is drawn stands in the engine."""
        running = self.window.running
        self.hand.wait(lambda: running._stands_as_drawn() and not running._settle.isActive(), LATER)
        self.hand.wait(self.window.topbar.train.isEnabled, LATER)
        self.hand.wait(lambda: self.window.live.weights is not None, LATER)

    def _kept(self) -> None:
        """Until the last run is kept with its snapshots."""
        self.hand.wait(lambda: not self.window.running._keeper._due, LATER)
