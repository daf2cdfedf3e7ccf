"""The open project as the window sees it: one value, its history of changes, and what follows from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import inf
from pathlib import Path
from time import monotonic
from typing import Any
from weakref import WeakMethod

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from nnviz.data.spec import Builtin, DataSpec
from nnviz.network import edits, placing
from nnviz.network.facts import DataFacts
from nnviz.network.fit import fit_to_data
from nnviz.network.inference import Inference, infer
from nnviz.network.names import output_names
from nnviz.network.problems import Problem
from nnviz.network.spec import NetworkSpec
from nnviz.project.project import Project
from nnviz.training import check, memory
from nnviz.training.free_memory import FreeMemory
from nnviz.training.recipe import Recipe
from nnviz.training.suggest import fitted_recipe, scores
from nnviz.ui.files.data_loader import DataLoader
from nnviz.ui.undo_steps import Step

_FIXES: dict[str, Callable[..., NetworkSpec]] = {
    "append_layer": lambda network, kind: placing.append_layer(network, kind)[0],
    "insert_before": lambda network, *args: placing.insert_before(network, *args)[0],
    "remove_layers": edits.remove_layers,
    "remove_link": edits.remove_link,
}


def first_project() -> Project:
    """What an empty window invites with: two moons, a small network, ready to train."""
    network, source = edits.add_layer(NetworkSpec(), "Input")
    for units in (6, 4):
        network, source = edits.add_layer(network, "Dense", after=source, units=units, activation="tanh")
    network, _ = edits.add_layer(network, "Output", after=source)
    # At the speed that a window starts with, the line bends for some ten seconds.
    recipe = Recipe(epochs=600).with_optimizer(learning_rate=0.003)
    return Project(network, Builtin(name="moons"), recipe)


class Document(QObject):
    """A project with its undo history. Views follow its signals and change it through the ``edit_`` methods.

    Attributes:
        loader: reads the data: how far it is, and whether one has to wait for it.
        free: gives the bytes of memory that training may take.
        memory: what training would take; None while that cannot be known.
        adapt_new: gives a network with the layer just added to it as that layer had better be.

    Signals:
        network_changed: the drawn or the fitted network is another one.
        data_changed: another data reference was chosen; its rows are being loaded.
        facts_changed: the rows are here (or gone), with what is known of them.
        data_failed: a sentence why the data could not be loaded.
        data_wanted: a person wants to choose data.
        recipe_changed: the recipe, or what it suggests for the task, is another one.
        problems_changed: what keeps Train from being pressed is another list.
        title_changed: the file's name, or whether there are unsaved changes.
        selection_changed: other layers are selected.
        replaced: another project was opened.
    """

    network_changed = Signal()
    data_changed = Signal()
    facts_changed = Signal()
    data_failed = Signal(str)
    data_wanted = Signal()
    recipe_changed = Signal()
    problems_changed = Signal()
    title_changed = Signal()
    selection_changed = Signal()
    replaced = Signal()
    path: Path | None
    _base: Path | None

    def __init__(self, project: Project | None = None, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self.undo_stack.cleanChanged.connect(self._tell_title)
        self.loader = DataLoader(self)
        self.loader.done.connect(self._take_dataset)
        self.loader.failed.connect(self._take_failure)
        self.loader.lingers.connect(self._forget_rows)
        self._selection: tuple[str, ...] = ()
        self.problems: tuple[Problem, ...] = ()
        self._failure = ""
        self._runs_unsaved = False
        self.free = FreeMemory()
        self.adapt_new: Callable[[NetworkSpec, str], NetworkSpec] = lambda network, _layer: network
        self._reset(project or first_project(), path, None)

    # ------------------------------------------------------------------ what it is

    @property
    def project(self) -> Project:
        """The whole project, frozen."""
        return self._project

    @property
    def network(self) -> NetworkSpec:
        """The network as drawn."""
        return self._project.network

    @property
    def recipe(self) -> Recipe:
        """The recipe as set."""
        return self._project.training

    @property
    def fitted_recipe(self) -> Recipe:
        """The recipe with loss and metrics filled in for the task."""
        return fitted_recipe(self.recipe, self.facts)

    @property
    def scores(self) -> tuple[str, ...]:
        """What a run measures beside the loss, as Keras calls it."""
        return scores(self.fitted_recipe, output_names(self.network))

    @property
    def data_spec(self) -> DataSpec | None:
        """The reference to the data."""
        return self._project.data

    @property
    def selection(self) -> tuple[str, ...]:
        """The ids of the selected layers."""
        return self._selection

    @property
    def base(self) -> Path:
        """The folder that relative data paths start from."""
        return self._base if self._base is not None else (self.path.parent if self.path else Path.home())

    @property
    def dirty(self) -> bool:
        """Whether something is not saved."""
        return not self.undo_stack.isClean() or self._runs_unsaved

    @property
    def blocked(self) -> bool:
        """Whether something keeps Train from being pressed."""
        return self.dataset is None or any(not problem.caution for problem in self.problems)

    @property
    def loading(self) -> bool:
        """Whether the data are on their way."""
        return self.data_spec is not None and self.dataset is None and not self._failure

    # ------------------------------------------------------------------ changing it, a step of undo each

    def edit_network(self, network: NetworkSpec, text: str, merge_key: str | None = None) -> None:
        """Replace the network; steps in a row with one *merge_key* undo together."""
        self._push(replace(self._project, network=network), text, merge_key)

    def edit_recipe(self, recipe: Recipe, text: str, merge_key: str | None = None) -> None:
        """Replace the recipe."""
        self._push(replace(self._project, training=recipe), text, merge_key)

    def edit_data(self, spec: DataSpec, text: str, merge_key: str | None = None) -> None:
        """Replace the data reference and load its rows; those that could not be loaded are tried again."""
        if spec == self.data_spec:
            self._try_again()
        self._push(replace(self._project, data=spec), text, merge_key)

    def edit_project(self, project: Project, text: str, merge_key: str | None = None, *, patient: bool = False) -> None:
        """Replace network, data and recipe in one step; *patient*, however long it took to the next of *merge_key*."""
        self._push(project, text, merge_key, patient)

    def apply_fix(self, problem: Problem) -> None:
        """Carry out the one-click change of *problem*."""
        fix = problem.fix
        if fix is None:
            return
        text = fix.text
        if fix.edit == "set_recipe":
            self.edit_recipe(msgspec.structs.replace(self.recipe, **{fix.args[0]: fix.args[1]}), text)
        elif fix.edit == "set_data" and self.data_spec is not None:
            split = msgspec.structs.replace(self.data_spec.split, **{fix.args[0]: fix.args[1]})
            self.edit_data(msgspec.structs.replace(self.data_spec, split=split), text)
        elif fix.edit == "set_source" and self.data_spec is not None:
            self.edit_data(msgspec.structs.replace(self.data_spec, **{fix.args[0]: fix.args[1]}), text)
        elif fix.edit == "choose_data":
            self.data_wanted.emit()
        elif fix.edit == "set_args":
            layer_id, name, value = fix.args
            self.edit_network(edits.set_args(self.network, layer_id, **{name: value}), text)
        else:
            self.edit_network(_FIXES[fix.edit](self.network, *fix.args), text)

    def select(self, ids: tuple[str, ...]) -> None:
        """Select those of the layers *ids* that are there: a gesture may be cancelled because its layers are gone."""
        ids = tuple(x for x in ids if self.network.has(x))
        if ids != self._selection:
            self._selection = ids
            self.selection_changed.emit()

    # ------------------------------------------------------------------ opening and saving

    def open(self, project: Project, path: Path | None, base: Path | None = None) -> None:
        """Show another project; the history of changes starts anew."""
        self.select(())
        self._reset(project, path, base)
        self.replaced.emit()

    def saved_as(self, path: Path, project: Project, *, all_runs: bool = True) -> None:
        """*project* was written to *path*, with all runs or not; what has changed meanwhile is unsaved.

        Relative data paths go on from where they did: steps that can be undone have them too.
        """
        self._base, self.path = self.base, path
        self._runs_unsaved = not all_runs
        if project == self._project:
            self.undo_stack.setClean()
        self.title_changed.emit()

    def runs_changed(self) -> None:
        """There is more of a run than the file has."""
        self._runs_unsaved = True
        self.title_changed.emit()

    def tell_again(self) -> None:
        """Tell who has just begun to follow what is selected; data that could not be loaded are tried again."""
        self.selection_changed.emit()
        self._try_again()

    def stop_loading(self) -> None:
        """Give up the data that are on their way; an undo brings the former ones back."""
        if self.loader.busy:
            self.loader.cancel()
            self._take_failure(self.tr("Reading the data was stopped: choose them again, or others, or undo"))

    def shutdown(self) -> None:
        """Give up what is being loaded."""
        self.loader.shutdown()

    # ------------------------------------------------------------------ inside

    def _reset(self, project: Project, path: Path | None, base: Path | None) -> None:
        self._project = project
        self.path, self._base = path, base
        self.facts: DataFacts | None = None
        self.dataset: Any = None
        self.fitted = project.network
        self.inference = Inference()
        self._failure = ""
        self._runs_unsaved = False
        self.undo_stack.clear()
        self._derive()
        for signal in (self.network_changed, self.data_changed, self.recipe_changed, self.title_changed):
            signal.emit()
        self._load()

    def _push(self, project: Project, text: str, merge_key: str | None, patient: bool = False) -> None:
        if project != self._project:
            within = inf if patient else MERGE_WITHIN
            self.undo_stack.push(_Change(self._apply, self._project, project, text, merge_key, within))

    def _apply(self, project: Project) -> None:
        before, self._project = self._project, project
        if project.data != before.data:
            self._failure = ""
        self._derive()
        if project.network != before.network:
            self._selection_follows()
            self.network_changed.emit()
        if project.training != before.training:
            self.recipe_changed.emit()
        if project.data != before.data:
            self.data_changed.emit()
            self._load()

    def _selection_follows(self) -> None:
        self.select(tuple(x for x in self._selection if self.network.has(x)))

    def _derive(self) -> None:
        before = self.fitted, self.inference
        self.fitted = fit_to_data(self.network, self.facts)
        self.inference = infer(self.fitted, before)
        self.memory = self._estimate()
        known = self.fitted, self.inference, self.memory
        free = self.free() if self.facts is not None else None
        problems = check.problems(self.network, self.facts, self.recipe, free, known)
        if self.loading:
            problems = tuple(p for p in problems if "no data" not in p.text)
        elif self._failure:
            problems = tuple(replace(p, text=self._failure) if "no data" in p.text else p for p in problems)
        if problems != self.problems:
            self.problems = problems
            self.problems_changed.emit()

    def _estimate(self) -> memory.MemoryEstimate | None:
        if self.facts is None:
            return None
        return memory.estimate(self.fitted, self.inference, self.facts, self.recipe)

    def _tell_title(self, clean: bool) -> None:
        self.title_changed.emit()

    def _load(self) -> None:
        if self.data_spec is None:
            self.loader.cancel()
            self._take_dataset(None)
        else:
            self.loader.load(self.data_spec, self.base)

    def _try_again(self) -> None:
        if self._failure:
            self._failure = ""
            self._derive()
            self.data_changed.emit()
            self._load()

    def _take_dataset(self, dataset: Any) -> None:
        self.dataset, self._failure = dataset, ""
        self._take_facts(dataset.facts if dataset is not None else None)

    def _forget_rows(self) -> None:
        """What is shown is of the former data, and a person has to wait for the new ones."""
        self._take_dataset(None)

    def _take_failure(self, sentence: str) -> None:
        self.dataset, self._failure = None, sentence
        self._take_facts(None)
        self.data_failed.emit(sentence)

    def _take_facts(self, facts: DataFacts | None) -> None:
        fitted, self.facts = self.fitted, facts
        self._derive()
        self.facts_changed.emit()
        self.recipe_changed.emit()
        if self.fitted != fitted:
            self.network_changed.emit()


MERGE_WITHIN = 1.5  # seconds between two steps of one gesture of the wheel or the keys


class _Change(Step):
    """From one project to the next.

    It knows the document weakly: a circle through Qt's stack would be taken apart in an order that ends the process.
    """

    def __init__(
        self,
        apply: Callable[[Project], None],
        before: Project,
        after: Project,
        text: str,
        merge_key: str | None,
        within: float,
    ) -> None:
        super().__init__(text)
        self._within = within
        self._apply = WeakMethod(apply)
        self._before, self._after, self._merge_key = before, after, merge_key
        self._at = monotonic()

    def redo(self) -> None:
        self._show(self._after)

    def undo(self) -> None:
        self._show(self._before)

    def _show(self, project: Project) -> None:
        apply = self._apply()
        if apply is not None:
            apply(project)

    def id(self) -> int:
        return 1 if self._merge_key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Change) or other._merge_key != self._merge_key:
            return False
        if other._at - self._at > self._within:
            return False
        self._after, self._at = other._after, other._at
        if self._within == inf:  # all of it may have led back to where it began
            self.setObsolete(self._after == self._before)
        return True
