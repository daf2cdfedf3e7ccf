"""What a person tries, on its way to the engine and back: one sample at a time, and always the newest."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal

from nnviz.data.dataset import Dataset
from nnviz.data.pictures.drawn_picture import Habit, as_learned
from nnviz.data.tables.typed import typed_cells, typed_fields, typed_inputs
from nnviz.network.facts import DataFacts
from nnviz.training.evaluating.messages import Tried
from nnviz.training.suggest import has_margin
from nnviz.ui.diagram.figures import picture_image
from nnviz.ui.panes.try_pane import Way, sample_numbers
from nnviz.ui.program.background import Background

if TYPE_CHECKING:
    from nnviz.ui.window import MainWindow

FRAME_MS = 30
AGAIN_MS = 250  # while the network learns, what was tried is tried again so often
MOST_NUMBERS = 4096  # of a sample that can be typed
Floats = NDArray[Any]


class Trying(QObject):
    """Carries between the pane and the session: one question is under way, the newest one follows it.

    Signals:
        person_tried: the prepared numbers of another sample that a person gave, float32.
    """

    person_tried = Signal(bytes)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._document, self._session = window, window.document, window.session
        self._pane = window.panes.trying
        self._dataset: Dataset | None = None
        self._habit: Habit | None = None
        self._given: Floats | None = None  # a sample that is neither drawn nor typed
        self._number = self._asked = 0  # of the newest sample, and of the one that is under way; 0 for none
        self._row = -1
        self._by_person = False  # the newest sample is one that nobody was told of yet
        self._pictures = Background(self)
        self._pictures.done.connect(self._take_picture)
        self._pictures.failed.connect(window.display.warn)
        self._soon = QTimer(self, singleShot=True, interval=FRAME_MS)
        self._soon.timeout.connect(self._ask)
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._ask_anew)
        self._connect()
        self._follow_data()

    def _connect(self) -> None:
        session, pane = self._session, self._pane
        session.tried.connect(self._on_tried)
        session.engine_lost.connect(self._give_up)
        session.built.connect(self._begin_anew)
        session.weights_changed.connect(self._on_weights)
        self._window.panes.seen_changed.connect(self._ask_anew)
        self._document.facts_changed.connect(self._follow_data)
        self._document.data_changed.connect(self._forget)
        pane.sample_changed.connect(self._on_changed)
        pane.sample_requested.connect(self._next_sample)
        pane.picture_dropped.connect(self._read_picture)

    def take_over(self, other: Trying) -> None:
        """Have on the pane what *other* had there."""
        self._number, self._row = other._number, other._row
        if self._dataset is not None and self._dataset is other._dataset:
            self._pane.take_sample(other._pane)
            self._given = other._given

    def shutdown(self) -> None:
        """Give up what is on other threads."""
        self._soon.stop()
        self._again.stop()
        self._pictures.shutdown()

    # ------------------------------------------------------------ the data

    def _follow_data(self) -> None:
        dataset, facts = self._document.dataset, self._document.facts
        if dataset is None or facts is None or dataset is self._dataset:
            return
        self._dataset, self._habit, self._given, self._row = dataset, None, None, -1
        way = self._way(dataset, facts)
        hint = self._take_form(dataset, facts) if way == "draw" else ""
        if way == "row":
            x = np.asarray(dataset.sample.x[:1], np.float32)[0]
            self._pane.set_fields(typed_fields(dataset.preparation), typed_cells(dataset.preparation, x))
        self._pane.set_data(facts, way, hint)
        if way == "numbers":
            self._next_sample()
        self._on_changed()
        self._by_person = False

    def _way(self, dataset: Dataset, facts: DataFacts) -> Way:
        """How a sample can be given."""
        if len(facts.input_shape) == 3 and facts.input_shape[2] in (1, 3):
            return "draw"
        if typed_fields(dataset.preparation):
            return "row"
        return "numbers" if facts.features <= MOST_NUMBERS else ""

    def _take_form(self, dataset: Dataset, facts: DataFacts) -> str:
        """Give the canvas the form of the pictures; what is done to a drawing, in words."""
        height, width, channels = facts.input_shape
        light = True
        if channels == 1:
            self._habit = Habit.of(dataset.preparation.unscale(np.asarray(dataset.sample.x)))
            light = self._habit.light_on_dark
        self._pane.canvas.set_form((height, width), light_on_dark=light, drawable=channels == 1)
        if self._habit is None:
            return ""
        box, side = round(self._habit.box), max(height, width)
        if box >= side:
            return self.tr("Enlarged to fill the picture, as the pictures it has learned from.")
        if self._habit.by_mass:
            text = self.tr("Scaled to {box} of the {side} pixels and centred by its mass, as the training pictures.")
        else:
            text = self.tr("Scaled to {box} of the {side} pixels and centred, as the training pictures.")
        return text.format(box=box, side=side)

    def _forget(self) -> None:
        self._dataset = self._habit = self._given = None
        self._pane.set_data(None)

    def _next_sample(self) -> None:
        """Put another sample of the data on the pane."""
        dataset, facts = self._dataset, self._document.facts
        if dataset is None or facts is None:
            return
        part = dataset.sample
        self._row = (self._row + 1) % max(1, part.rows)
        x = np.asarray(part.x[self._row : self._row + 1], np.float32)[0]
        if self._pane.way == "row":
            self._pane.fields.set_cells(typed_cells(dataset.preparation, x))
        elif self._pane.way == "numbers":
            self._pane.numbers.set_numbers(dataset.preparation.unscale(x[None]).reshape(-1).tolist())
        self._given = x
        if self._pane.way == "draw":
            self._pane.canvas.show_dropped(picture_image(x))
        self._newer()

    def _read_picture(self, path: str) -> None:
        facts = self._document.facts
        if facts is not None and self._pane.way == "draw":
            shape, habit = facts.input_shape, self._habit
            self._pictures.run(lambda _: _picture(Path(path), shape, habit))

    def _take_picture(self, raw: Floats) -> None:
        if self._dataset is None or raw.shape[1:] != self._dataset.facts.input_shape:
            return
        self._given = self._dataset.preparation.scale(raw)[0]
        self._pane.canvas.show_dropped(picture_image(raw[0]))
        self._newer()

    # ------------------------------------------------------------ asking

    def _on_changed(self) -> None:
        self._given = None
        self._newer()

    def _newer(self) -> None:
        self._by_person = True
        self._ask_again()

    def _ask_again(self) -> None:
        self._number += 1
        self._soon_asked()

    def _soon_asked(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _ask_anew(self) -> None:
        """The same sample, which the network may answer otherwise by now."""
        if self._window.panes.can_be_seen(self._pane):
            self._ask_again()

    def _ask(self) -> None:
        if self._asked or not self._window.panes.can_be_seen(self._pane):
            return
        sample = self._sample()
        if sample is None:
            self._pane.show_answer(())
        else:
            self._give(np.ascontiguousarray(sample, "<f4").tobytes())

    def _give(self, x: bytes) -> None:
        """Ask for the answer to *x*, and tell of it where a person has just given it."""
        if self._session.try_sample(self._number, x):
            self._asked = self._number
        if self._by_person:
            self._by_person = False
            self.person_tried.emit(x)

    def _sample(self) -> Floats | None:
        """The prepared sample that is on the pane; None where there is none."""
        if self._given is not None or self._dataset is None:
            return self._given
        preparation, way = self._dataset.preparation, self._pane.way
        if way == "row":
            return typed_inputs(preparation, self._pane.fields.cells)
        if way == "numbers":
            numbers = sample_numbers(self._pane.numbers, self._dataset.facts.features)
            return None if numbers is None else preparation.rescale(numbers.reshape(1, *preparation.input_shape))
        return self._drawn(preparation.scale)

    def _drawn(self, scale: Callable[[Floats], Floats]) -> Floats | None:
        if self._habit is None or self._pane.canvas.empty:
            return None
        raw = as_learned(self._pane.canvas.ink, self._habit)
        self._pane.show_seen(picture_image(raw[0]))
        return scale(raw)

    def _on_tried(self, tried: Tried) -> None:
        if tried.number != self._asked:
            return
        self._asked = 0
        if self._window.running.shows_drawn_data and not (self._given is None and self._sample() is None):
            self._pane.show_answer(tried.answer, self._margin())
        if tried.number != self._number:
            self._soon_asked()

    def _on_weights(self) -> None:
        if not self._again.isActive():
            self._again.start()

    def _give_up(self) -> None:
        self._asked = 0

    def _begin_anew(self) -> None:
        """Another network stands; what the one before was asked may have been lost with it."""
        self._give_up()
        self._ask_anew()

    def _margin(self) -> bool:
        """Whether a yes-or-no answer lies in [-1, 1]."""
        return has_margin(self._document.fitted_recipe.loss)


def _picture(path: Path, shape: tuple[int, ...], habit: Habit | None) -> Floats:
    """The picture in *path* in the units of the data ``(1, *shape)``.

    Grey pictures get the range of those that were learned from, and dark paper where theirs is dark.
    """
    from nnviz.data.pictures.picture import quiet, read_picture
    from nnviz.data.spec import Images

    wanted = Images(folder="", size=(shape[0], shape[1]), color="grey" if shape[2] == 1 else "rgb")
    with quiet():
        pixels = read_picture(path, wanted).astype(np.float64)[None]
    if habit is None:
        return pixels
    own = Habit.of(pixels)
    ink = (pixels - own.low) / (own.high - own.low)
    return habit.low + ink * (habit.high - habit.low)
