"""Between the panes of the inside, the diagram and the engine: which sample, which unit, which units are muted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from nnviz.data.dataset import Dataset
from nnviz.network.facts import DataFacts
from nnviz.network.spec import NetworkSpec
from nnviz.training.inside.messages import (
    CodePlane,
    Decoded,
    GameValues,
    Generated,
    InsideEvent,
    LookInside,
    Sample,
    SamplePart,
    Unit,
)
from nnviz.training.methods.terms import kind_of
from nnviz.ui.diagram.figures import picture_image
from nnviz.ui.diagram.layer_look import title_of, unit_names
from nnviz.ui.inside.chips import InsideChips
from nnviz.ui.inside.code import LookingAtCode
from nnviz.ui.inside.game import LookingAtGame
from nnviz.ui.inside.generated import LookingAtGenerated
from nnviz.ui.inside.marks import InsideMarks
from nnviz.ui.inside.suited import SuitedPanes
from nnviz.ui.panes.thumbnails import Thumbnails
from nnviz.ui.program.background import Background

if TYPE_CHECKING:
    from nnviz.ui.window import MainWindow

SURFACE = 48  # points along a side of the surface of the chosen unit
THUMBNAIL = 64
JUDGED: tuple[SamplePart, ...] = ("validation", "test", "train")  # the first that there is


class LookingInside(QObject):
    """Asks the engine for what is on screen of the inside, and for nothing else.

    Attributes:
        state: what is chosen and known.
        code: the code of an autoencoder.
        game: the game that is learned by playing.
        generated: what a generator makes.

    Signals:
        said: a sentence for the status line.
    """

    said = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._document, self._session = window, window.document, window.session
        self.state = window.live.inside
        self._sample_pane, self._unit_pane = window.panes.activations, window.panes.unit
        self._dataset: Dataset | None = None
        self._named = _Names(NetworkSpec(), None)
        self.marks = InsideMarks(window.scene, self.state, self)
        self.chips = InsideChips(self.state, window.diagram)
        self.code, self.game = LookingAtCode(window), LookingAtGame(window)
        self.generated, self.suited = LookingAtGenerated(window), SuitedPanes(window)
        self._over = False  # the window is closing: its panes go one by one, and nothing is asked for them
        self.code.wanted_changed.connect(self._ask)
        self.generated.wanted_changed.connect(self._ask)
        self.suited.changed.connect(self.offer)
        self.suited.offer()
        self.chips.unmute_requested.connect(self.unmute)
        self.chips.sample_left.connect(lambda: self._sample_pane.diagram.setChecked(False))
        self.thumbnails = Thumbnails(THUMBNAIL, picture_image, self)
        self.thumbnails.arrived.connect(self._unit_pane.show_pictures)
        self._finding = Background(self)
        self._finding.done.connect(lambda found: self.look_at(*found) if found is not None else None)
        self._connect_panes()
        self._connect_choices()
        self._connect_facts()
        self._follow_data()

    def _connect_panes(self) -> None:
        state, samples, units = self.state, self._sample_pane, self._unit_pane
        state.activations_changed.connect(self._show_sample)
        state.unit_changed.connect(self._show_unit)
        for signal in (state.verdicts_changed, state.muting_changed):
            signal.connect(self._show_sample)
            signal.connect(self._show_unit)
        samples.sample_requested.connect(self.look_at)
        samples.unit_chosen.connect(self.choose)
        samples.mute_requested.connect(self.toggle)
        samples.diagram_toggled.connect(self._ask)
        units.unit_requested.connect(self.choose)
        units.mute_requested.connect(self.toggle)
        units.unmute_requested.connect(self.unmute)
        units.hold_chosen.connect(lambda hold: self.state.mute(self.state.muted, hold))
        units.sample_requested.connect(self.look_at)

    def _connect_choices(self) -> None:
        """Wherever else a sample or a unit can be chosen."""
        window = self._window
        window.panes.data.row_selected.connect(self._take_data_row)
        window.panes.predictions.view.row_chosen.connect(self.look_at)
        window.panes.evaluation.samples.row_chosen.connect(self.look_at)
        window.trying.person_tried.connect(self._take_tried)
        window.scene.unit_clicked.connect(self._take_click)

    def _connect_facts(self) -> None:
        document, session = self._document, self._session
        session.inside_changed.connect(self._take)
        document.facts_changed.connect(self._follow_data)
        document.data_changed.connect(self._forget_data)
        document.network_changed.connect(self._follow_network)
        document.replaced.connect(self._forget_project)
        self._window.panes.seen_changed.connect(self._ask)
        for signal in (self.state.activations_changed, self.state.unit_changed, self.state.muting_changed):
            signal.connect(self._ask)

    def take_over(self, other: LookingInside) -> None:
        """Point where *other* pointed."""
        self.code.take_over(other.code)

    def offer(self) -> None:
        """Let the panes be there that suit the data."""
        self.suited.offer()
        self.code.offer()
        self.game.offer()
        self.generated.offer()

    def shutdown(self) -> None:
        """Ask nothing more, and give up what is on other threads."""
        self._over = True
        self._finding.shutdown()
        self.thumbnails.shutdown()

    # ------------------------------------------------------------ what a person does

    def look_at(self, part: SamplePart, row: int) -> None:
        """Look at the sample number *row* of *part*."""
        rows = self._sample_pane.counts.get(part, 0)
        if rows:
            self.state.choose_sample(Sample(part, row % rows))

    def choose(self, unit: Unit) -> None:
        """Look at *unit*."""
        self.state.choose_unit(unit)

    def toggle(self, unit: Unit) -> None:
        """Mute *unit*, or let it be heard again."""
        muted = self.state.muted
        self.state.mute(tuple(u for u in muted if u != unit) if unit in muted else (*muted, unit))

    def toggle_chosen(self) -> None:
        """The same with the unit that is looked at."""
        if self.state.unit is None:
            self.said.emit(self.tr("Choose a unit first: click one on the diagram"))
        else:
            self.toggle(self.state.unit)

    def open_chosen(self) -> None:
        """The pane of the unit that is looked at; the first of the selected layer where there is none."""
        selection = self._document.selection
        if self.state.unit is None and selection:
            self.choose(Unit(selection[0], 0))
        self._window.panes.bring(self._unit_pane)

    def unmute(self) -> None:
        """All units are heard again."""
        self.state.mute(())

    def _take_click(self, layer: str, number: int, mute: bool) -> None:
        unit = Unit(layer, number)
        self.choose(unit)
        if mute:
            self.toggle(unit)
        elif not self._window.panes.can_be_seen(self._unit_pane):
            name = f"{title_of(self._document.network.layer(layer))}[{number + 1}]"
            self.said.emit(self.tr("{0}: U looks into it, M mutes it").format(name))

    def _take_data_row(self, row: int | None) -> None:
        dataset = self._dataset
        if row is not None and dataset is not None and dataset.origins is not None:
            origins = dataset.origins
            self._finding.run(lambda _cancelled: origins.find(row))

    def _take_tried(self, x: bytes) -> None:
        self.state.choose_sample(Sample("given", 0, x))

    # ------------------------------------------------------------ what follows the document

    def _follow_data(self) -> None:
        dataset, facts = self._document.dataset, self._document.facts
        if dataset is None or facts is None or dataset is self._dataset:
            return
        self._dataset = dataset
        parts: tuple[SamplePart, ...] = ("train", "validation", "test")
        counts = {part: held.rows for part in parts if (held := getattr(dataset, part)) is not None and held.rows}
        pictures = self.thumbnails.set_data(dataset)
        of = self.thumbnails.of if pictures else None
        self._sample_pane.set_data(facts, counts)
        self._unit_pane.set_data(facts, of, None if dataset.streamed else self._describe)
        if self.state.sample is None and counts:
            self.state.choose_sample(Sample(next(iter(counts)), 0))
        self._ask()

    def _describe(self, row: int) -> tuple[str, ...]:
        """The numbers of a training row in their own units, as short texts."""
        dataset = self._dataset
        if dataset is None or dataset.facts.features > 4096:
            return ()
        raw = dataset.preparation.unscale(np.asarray(dataset.train.x[row : row + 1])).reshape(-1)
        return tuple(f"{value:.3g}" for value in raw[:6].tolist())

    def _forget_data(self) -> None:
        self._dataset = None
        self.thumbnails.set_data(None)
        self._sample_pane.set_data(None, {})
        self._unit_pane.set_data(None)
        self.state.forget()
        self.state.choose_sample(None)

    def _forget_project(self) -> None:
        self.state.mute(())
        self.state.choose_unit(None)

    def _follow_network(self) -> None:
        """Units that there are no more are neither muted nor looked at."""
        shape_of = self._document.inference.shapes.get
        self.state.mute(tuple(unit for unit in self.state.muted if unit.number < units_of(unit.layer, shape_of)))
        unit = self.state.unit
        if unit is not None and unit.number >= units_of(unit.layer, shape_of):
            self.state.choose_unit(None)
        self.state.forget_verdicts()
        self._show_sample()
        self._show_unit()

    # ------------------------------------------------------------ asking and showing

    def _ask(self) -> None:
        """Have what is on screen, and the muted network wherever something is muted."""
        if self._over:
            return
        panes, state = self._window.panes, self.state
        samples, units = panes.can_be_seen(self._sample_pane), panes.can_be_seen(self._unit_pane)
        state.show_on_diagram(samples and self._sample_pane.on_diagram)
        if not (samples or units):
            state.forget_verdicts()
        state.judges = "evaluation" not in kind_of(self._document.recipe.method).panes
        judged = next((part for part in JUDGED if part in self._sample_pane.counts and state.judges), "")
        plane = self._document.facts is not None and self._document.facts.features == 2
        code, point = self.code.wanted
        self._session.look_inside(
            LookInside(
                sample=state.sample if samples else None,
                cells=self._sample_pane.cells,
                unit=state.unit if units else None,
                surface=SURFACE if plane else 0,
                verdicts=samples or units,
                muted=state.muted,
                hold=state.hold,
                judged=judged if state.muted else "",  # type: ignore[arg-type]
                code=code,
                point=point,
                game=self.game.wanted,
                generated=self.generated.wanted,
            )
        )

    def _take(self, event: InsideEvent) -> None:
        if isinstance(event, CodePlane | Decoded):
            self.code.take(event)
        elif isinstance(event, GameValues):
            self.game.take(event)
        elif isinstance(event, Generated):
            self.generated.take(event)
        elif self._window.running.shows_drawn_data:
            self.state.show(event)

    def _names(self) -> _Names:
        """What is called how; worked out once for each edit."""
        fitted, facts = self._document.fitted, self._document.facts
        if self._named.network is not fitted or self._named.facts is not facts:
            self._named = _Names(fitted, facts)
        return self._named

    def _show_sample(self) -> None:
        names = self._names()
        self._sample_pane.show_state(self.state, names.layers, names.units, self._window.panes.feed.margin())

    def _show_unit(self) -> None:
        document, unit = self._document, self.state.unit
        sources = document.fitted.sources(unit.layer) if unit is not None and document.fitted.has(unit.layer) else ()
        names = self._names()
        inputs = names.units.get(sources[0], ()) if len(sources) == 1 else ()
        self._unit_pane.show_state(self.state, names.layers, names.units, inputs)


@dataclass(frozen=True)
class _Names:
    """What the layers and units of a network are called, with what is known of the data."""

    network: NetworkSpec
    facts: DataFacts | None

    @cached_property
    def layers(self) -> dict[str, str]:
        """Layer id -> its name."""
        return {layer.id: title_of(layer) for layer in self.network.layers}

    @cached_property
    def units(self) -> dict[str, tuple[str, ...]]:
        """Layer id -> the names of its units, where they have some."""
        return {layer.id: names for layer in self.network.layers if (names := unit_names(layer, self.facts))}


def units_of(layer: str, shape_of: Callable[[str], tuple[int | None, ...] | None]) -> int:
    """How many units *layer* has: places of the last axis of what it answers; 0 where that is not known."""
    shape = shape_of(layer)
    return int(shape[-1] or 0) if shape else 0
