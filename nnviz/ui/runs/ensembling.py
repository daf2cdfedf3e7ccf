"""Ensembles of chosen runs: what the engine is asked for, the dialog that shows it, and all of them as one network."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from nnviz.backend.state import State
from nnviz.errors import BadInput
from nnviz.project.ensemble import as_one, weights_as_one
from nnviz.project.files import bytes_of
from nnviz.project.json_form import project_to_json
from nnviz.project.runs import Run
from nnviz.sentences import Sentence
from nnviz.training.ensembles import EnsembleJudged, Member
from nnviz.training.messages import Refused, WeightsLoaded
from nnviz.training.methods.terms import kind_of
from nnviz.ui.language import worded
from nnviz.ui.program.background import Background
from nnviz.ui.runs.extracting import newest
from nnviz.ui.runs.race_words import thing_word
from nnviz.ui.runs.rows import RunRow

if TYPE_CHECKING:
    from nnviz.network.facts import DataFacts
    from nnviz.network.spec import NetworkSpec
    from nnviz.ui.runs.ensemble_dialog import EnsembleDialog
    from nnviz.ui.window import MainWindow

MOST = 12  # members
FILE = "ensemble.safetensors"


class Ensembling(QObject):
    """Puts trained networks together.

    Attributes:
        dialog: what shows an ensemble; None until one is wanted.

    Signals:
        said: a sentence of what was done.
        failed: a sentence why it could not be.
    """

    said = Signal(str)
    failed = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._document = window, window.document
        self._running, self._session = window.running, window.session
        self.dialog: EnsembleDialog | None = None
        self._runs: tuple[Run, ...] = ()
        self._number = 0
        self._whole: tuple[NetworkSpec, Path] | None = None  # is on its way into the engine
        self._files, self._joiner = Background(self), Background(self)
        self._files.done.connect(self._judge)
        self._files.failed.connect(self._on_lost)
        self._joiner.done.connect(self._stand)
        self._joiner.failed.connect(self.failed)
        self._session.ensemble_judged.connect(self._on_judged)
        self._session.engine_lost.connect(self._on_lost)
        self._session.built.connect(self._on_built)
        self._session.weights_loaded.connect(self._on_loaded)
        self._session.refused.connect(self._on_refused)
        self._document.replaced.connect(self._forget)
        window.panes.runs.act_wished.connect(self._act)

    def take_over(self, other: Ensembling) -> None:
        """Go on with the numbers of *other*: what is still said of its ensembles is not for those of this one."""
        self._number, self._runs = other._number, other._runs

    @property
    def busy(self) -> bool:
        """Whether members are being joined to one network."""
        return self._joiner.busy or self._whole is not None

    def _act(self, what: str, ids: tuple[int, ...]) -> None:
        if what == "ensemble":
            self.ask(ids)

    def ask(self, ids: Sequence[int] = ()) -> None:
        """Judge the runs *ids*; without any, those that are chosen in the list, else those on the shared axes."""
        pane = self._window.panes.runs
        chosen = tuple(ids) or pane.table.chosen()
        if len(chosen) < 2:
            chosen = tuple(row.run.id for row in pane.rows if row.colour is not None)
        runs = tuple(run for run in self._running.runs if run.id in chosen)
        why_not = self._why_not(runs)
        if why_not:
            self.failed.emit(why_not)
            return
        self._show(runs)

    def _why_not(self, runs: Sequence[Run]) -> str:
        """Why these are no ensemble; empty where they are one."""
        if not 2 <= len(runs) <= MOST:
            return self.tr("An ensemble needs 2 to {0} runs: choose them in the list").format(MOST)
        without = next((run for run in runs if newest(run) is None), None)
        if without is not None:
            return self.tr("{0} kept no weights: an ensemble needs trained networks").format(RunRow(without).name)
        if len({run.project.data for run in runs}) > 1:
            return self.tr("The members of an ensemble have to learn from the same data, split in the same way")
        if any("evaluation" in kind_of(run.project.training.method).panes for run in runs):
            return self.tr("An ensemble needs networks that answer what the data ask for")
        return ""

    def _show(self, runs: tuple[Run, ...]) -> None:
        from nnviz.ui.runs.ensemble_dialog import EnsembleDialog

        self._runs, self._number = runs, self._number + 1
        if self.dialog is not None:
            self.dialog.close()
        same = runs[0].project.data == self._document.data_spec and self._document.facts is not None
        why_not = "" if same else self.tr("These runs learned from other data than those that are chosen now")
        dialog = self.dialog = EnsembleDialog([_named(run) for run in runs], why_not, self._window)
        dialog.as_one_wished.connect(self.open_as_one)
        dialog.finished.connect(partial(self._leave, self._number))
        dialog.open()
        folder = self._running.scratch_file(f"ensemble-{self._number}")
        self._files.run(lambda _cancelled: _extracted(runs, folder))

    def _leave(self, number: int, _result: int = 0) -> None:
        """The dialog is closed: nobody waits for the figures any more."""
        if number == self._number:
            self.dialog = None
            self._session.judge_ensemble(0, (), "")

    def _judge(self, files: Sequence[Path]) -> None:
        if self.dialog is not None and len(files) == len(self._runs):
            members = [Member(project_to_json(run.project), str(f)) for run, f in zip(self._runs, files, strict=True)]
            self._session.judge_ensemble(self._number, members, str(self._document.base))

    def _on_judged(self, judged: EnsembleJudged) -> None:
        if self.dialog is not None and judged.number == self._number:
            self.dialog.show_judged(judged)

    def _on_lost(self, sentence: str) -> None:
        """There will be no figures: a file cannot be read, or the engine is gone."""
        if self.dialog is not None:
            self.dialog.show_judged(EnsembleJudged(self._number, refused=sentence))

    # ------------------------------------------------------------------ as one network

    def open_as_one(self) -> None:
        """Draw the members as branches of one network; a run that goes on is stopped and kept first."""
        runs, facts = self._runs, self._document.facts
        if facts is None or not runs:
            return
        place = self._running.scratch_file(f"ensemble-{self._number}") / FILE
        if self.dialog is not None:
            self.dialog.accept()
        self._joiner.run(lambda _cancelled: _joined(runs, facts, place))

    def _stand(self, joined: tuple[NetworkSpec, Path]) -> None:
        self._running.at_rest(partial(self._running.when_kept, partial(self._draw, joined, self._number)))

    def _draw(self, joined: tuple[NetworkSpec, Path], number: int) -> None:
        if number != self._number:  # another project is open by now, or another ensemble was asked for
            return
        self._window.travel.leave()
        self._document.edit_network(joined[0], worded("Ensembling", "Open as one network"))
        if self._document.blocked:
            self.failed.emit(self.tr("These networks cannot stand as one on the data that are chosen now"))
            return
        self._whole = joined
        self._running.reset()

    def _on_built(self, _built: Any) -> None:
        if self._whole is None:
            return
        (network, place), self._whole = self._whole, None
        if self._document.network == network and self._session.state is not State.TRAINING:
            self._session.load_weights(str(place))

    def _on_refused(self, refused: Refused) -> None:
        if refused.command in ("Prepare", "Reset"):  # why is said; there is nothing to put the weights into
            self._whole = None

    def _forget(self) -> None:
        """Another project is open: nothing of this ensemble goes into it."""
        self._number += 1
        self._whole, self._runs = None, ()
        self._files.cancel()
        self._joiner.cancel()
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.close()
            self._session.judge_ensemble(0, (), "")

    def _on_loaded(self, loaded: WeightsLoaded) -> None:
        if Path(loaded.path).name == FILE:
            self.said.emit(self.tr("{0} networks stand as one: it answers with their average").format(len(self._runs)))

    def shutdown(self) -> None:
        """Nobody waits any more for what is being read."""
        self._files.shutdown()
        self._joiner.shutdown()


def _named(run: Run) -> str:
    """What *run* is called; of a race also what its variants differ in: their names alone may be numbers."""
    thing, name = thing_word(run.label.race), RunRow(run).name
    return f"{thing}: {name}" if thing and run.label.name else name


def _extracted(runs: Sequence[Run], folder: Path) -> list[Path]:
    """The newest weights of each of *runs* as a file that the engine reads."""
    folder.mkdir(parents=True, exist_ok=True)
    found = []
    for run in runs:
        snapshot = newest(run)
        assert snapshot is not None  # that was looked at
        path = folder / f"{run.id}.safetensors"
        path.write_bytes(bytes_of(run.id, snapshot))
        found.append(path)
    return found


def _joined(runs: Sequence[Run], facts: DataFacts, place: Path) -> tuple[NetworkSpec, Path]:
    """The runs as one network, and the file of its weights."""
    import safetensors.numpy

    whole = as_one([(_named(run), run.project.network) for run in runs], facts)
    arrays = []
    for run in runs:
        snapshot = newest(run)
        if snapshot is None:
            raise BadInput(Sentence("Run {0} kept no {1} weights", run.id, "last"))
        arrays.append(safetensors.numpy.load(bytes_of(run.id, snapshot)))
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(safetensors.numpy.save(weights_as_one(arrays, whole)))
    return whole, place
