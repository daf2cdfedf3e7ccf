"""The figures of the layers over a run, thinned to a bounded number of epochs."""

from __future__ import annotations

from math import nan

import numpy as np
from numpy.typing import NDArray

from nnviz.training.pictures import LayerFigures, Layers
from nnviz.training.thinning import superfluous

MOST_KEPT = 256  # measurements: about as many as a pane has pixels for
Floats = NDArray[np.float64]


class LayerHistory:
    """What ``Layers`` said, one measurement an epoch, in ascending order of the epochs.

    Where there are more than ``MOST_KEPT``, those go whose neighbours lie nearest (``thinning.superfluous``): the
    first ones and the last one stay.
    """

    def __init__(self) -> None:
        self._kept: dict[int, dict[str, LayerFigures]] = {}

    def __len__(self) -> int:
        return len(self._kept)

    @property
    def epochs(self) -> tuple[int, ...]:
        """How many epochs were done at each measurement."""
        return tuple(self._kept)

    @property
    def layers(self) -> tuple[str, ...]:
        """The ids of the layers that were measured last, in the order of the network."""
        return tuple(self._kept[next(reversed(self._kept))]) if self._kept else ()

    def append(self, message: Layers) -> None:
        """Take a measurement; those of the same epoch and of later ones are forgotten."""
        for epoch in [epoch for epoch in self._kept if epoch >= message.epoch]:
            del self._kept[epoch]
        self._kept[message.epoch] = {figures.id: figures for figures in message.layers}
        if len(self._kept) > MOST_KEPT:
            gone = superfluous(self.epochs)
            if gone is not None:
                del self._kept[gone]

    def forget(self) -> None:
        """Nothing was measured: another run begins."""
        self._kept = {}

    def column(self, layer: str, name: str) -> Floats:
        """The figure *name* of *layer* at every measurement, ``(len(self),)``; NaN where it was not there."""
        past = (figures.get(layer) for figures in self._kept.values())
        return np.array([nan if figures is None else getattr(figures, name) for figures in past], np.float64)

    def recent(self, layer: str, name: str, count: int = 5) -> float:
        """The median of the last *count* figures *name* of *layer*; NaN where none of them is a number.

        One measurement on one batch is noisy; of a median no single one decides.
        """
        values = self.column(layer, name)[-count:]
        values = values[~np.isnan(values)]
        return float(np.median(values)) if len(values) else nan
