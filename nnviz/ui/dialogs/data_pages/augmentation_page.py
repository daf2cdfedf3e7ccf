"""Varying the pictures while training: which ways, how strongly, and what comes of it, drawn by Keras itself."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.backend.session import TrainingSession
from nnviz.data.dataset import Dataset
from nnviz.data.spec import DataSpec
from nnviz.network.json_form import network_to_json
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.training.varying import Varied, Vary
from nnviz.ui import theme
from nnviz.ui.controls import ScrollPanel, quiet_button, text_label
from nnviz.ui.dialogs.data_pages.page import DataPage
from nnviz.ui.dialogs.data_pages.variant_grid import COUNT, VariantGrid
from nnviz.ui.dialogs.data_pages.variation_row import VariationRow
from nnviz.ui.dialogs.data_pages.variation_words import variations

WIDTH, REST_MS = 280, 60
UNIT, BYTE = (0.0, 1.0), (0.0, 255.0)


class AugmentationPage(DataPage):
    """Switches on the left, one picture many times on the right.

    Attributes:
        rows: the ways to vary a picture, by the kind of their layer.

    Signals:
        layers_changed: the layers that vary pictures are others now; carries them.
    """

    layers_changed = Signal(tuple)

    def __init__(self, session: TrainingSession | None, parent: QWidget | None = None) -> None:
        """The pictures come from the engine of *session*; without one there are none."""
        super().__init__(parent)
        self._session = session
        self._dataset: Dataset | None = None
        self._layers: tuple[LayerSpec, ...] = ()
        self._asked, self._sample, self._seed = 0, 0, 0
        self.rows = {variation.kind: VariationRow(variation) for variation in variations()}
        self.grid = VariantGrid()
        self.other = quiet_button(self.tr("Another picture"), small=True)
        self.again = quiet_button(self.tr("Draw again"), small=True)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._ask)
        for row in self.rows.values():
            row.changed.connect(self._take)
        self.other.clicked.connect(self._next_sample)
        self.again.clicked.connect(self._draw_again)
        if session is not None:
            session.varied.connect(self._show)
            session.engine_ready.connect(self._ask_soon)
        self._lay_out()

    def show_layers(self, layers: tuple[LayerSpec, ...]) -> None:
        """Show the *layers* that vary pictures."""
        self._layers = layers
        args = {layer.kind: layer.args for layer in layers}
        for kind, row in self.rows.items():
            row.show_args(args.get(kind))
        self._rest.start()

    def show_spec(self, spec: DataSpec, base: Path) -> None:
        """Nothing is known of the pictures before they are loaded."""

    def show_dataset(self, spec: DataSpec, dataset: Dataset | None) -> None:
        self._dataset = dataset
        self._rest.start()

    def cancel(self) -> None:
        self._rest.stop()

    @property
    def limits(self) -> tuple[float, float]:
        """The least and the largest number of a picture, as prepared."""
        if self._dataset is None:
            return UNIT
        kind = self._dataset.preparation.scale_kind
        if kind in ("255", "minmax"):
            return UNIT
        x = np.asarray(self._dataset.sample.x)
        low, high = float(x.min()), float(x.max())
        return BYTE if kind == "none" and low >= 0 and high > 1 else (round(low, 3), round(max(high, low + 1e-3), 3))

    def _lay_out(self) -> None:
        panel = ScrollPanel(0, theme.GAP)
        panel.setFixedWidth(WIDTH)
        panel.column.setSpacing(theme.GROUP)
        for variation in self.rows.values():
            panel.column.addWidget(variation)
        panel.column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.GAP)
        buttons.addStretch(1)
        buttons.addWidget(self.other)
        buttons.addWidget(self.again)
        right = QVBoxLayout()
        right.setSpacing(theme.GAP)
        hint = self.tr(
            "In training each picture is varied anew in every epoch, so that the network sees no picture twice. "
            "Validation and test are left alone."
        )
        right.addWidget(text_label(hint, 11, quiet=True, wrap=True))
        right.addWidget(self.grid, 1)
        right.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.GAP, 0, 0)
        row.setSpacing(24)
        row.addWidget(panel)
        row.addLayout(right, 1)

    def _take(self) -> None:
        limits = self.limits
        chosen = [(kind, row.args(limits)) for kind, row in self.rows.items()]
        layers = tuple(LayerSpec(f"vary_{kind}", kind, args) for kind, args in chosen if args is not None)
        self.layers_changed.emit(layers)

    def _ask_soon(self) -> None:
        """Another engine is there, which has not shown anything yet."""
        self._rest.start()

    def _next_sample(self) -> None:
        self._sample += 1
        self._rest.start()

    def _draw_again(self) -> None:
        self._seed += len(self.rows)
        self._rest.start()

    def _picture(self) -> np.ndarray | None:
        if self._dataset is None or len(self._dataset.facts.input_shape) != 3:
            return None
        x = self._dataset.sample.x
        return np.asarray(x[self._sample % len(x)], np.float32)

    def _ask(self) -> None:
        picture = self._picture()
        if picture is None:
            self.grid.say("")
            return
        layers = tuple(LayerSpec(f"vary_{place}", layer.kind, layer.args) for place, layer in enumerate(self._layers))
        form = network_to_json(NetworkSpec(layers))
        form.pop("links", None)
        self._asked += 1
        height, width, channels = picture.shape
        wanted = Vary(
            self._asked, json.dumps(form).encode(), picture.astype("<f4").tobytes(), (height, width, channels), COUNT,
            self._seed,
        )  # fmt: skip
        if self._session is None or not self._session.vary(wanted):
            self.grid.say(self.tr("The pictures come as soon as the engine is ready."))
        elif not self.grid.variants:
            self.grid.say(self.tr("The pictures are being drawn…"))

    def _show(self, answer: Varied) -> None:
        picture = self._picture()
        if answer.number == self._asked and picture is not None:
            variants = np.frombuffer(answer.pictures, "<f4").reshape(answer.shape)
            self.grid.set_pictures(picture, variants, self.limits)
