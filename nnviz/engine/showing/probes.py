"""What the network answers, seen from inside: over the plane of two inputs, and over fixed samples of the rows.

Each is a function of its own, called once a picture: in the loop they would slow down every epoch.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.data.dataset import Dataset, Part
from nnviz.engine.build import Built
from nnviz.engine.feed import Feed
from nnviz.engine.inside.forward import Forward
from nnviz.engine.keras_setup import tf
from nnviz.engine.showing.pictures import sampled

SAMPLE_ROWS = 256
# A layer with more units has no little surfaces: nothing could draw them, and they would not fit a frame.
MOST_UNITS = 1024
PADDING = 0.1
MOST_MEASURED = 1 << 16  # rows on the disk that are read to find where the data lie
Floats = NDArray[np.float32]
Extent = tuple[float, float, float, float]


class Probes:
    """Functions over a network that is being trained.

    Args:
        built: the network.
        dataset: its data.
        feed: lays samples out as the network's Inputs want them, and joins what its Outputs answer.
        forward: the way through it, where that is not the plain one.

    Attributes:
        ids: the layers, in the order of the network.
    """

    def __init__(self, built: Built, dataset: Dataset, feed: Feed, forward: Forward | None = None) -> None:
        self._built, self._dataset, self._feed = built, dataset, feed
        self.ids = tuple(built.layers)
        outputs = [built.tensors[layer_id] for layer_id in self.ids]
        self._forward = forward or Forward(built)
        self._flat = tuple(i for i, output in zip(self.ids, outputs, strict=True) if len(output.shape) == 2)
        self._points: dict[int, Any] = {}
        self._samples: dict[tuple[int, int], Any] = {}
        self._extent: Extent | None = None
        self._ways: dict[tuple[str, bool], Any] = {}
        self._behind: dict[str, Any] = {}
        self._answer = self._traced(lambda x: feed.joined(self._forward.outputs(x)))
        self._answers = self._traced(self._of_flat_layers, entered=True)
        self._means = self._traced(self._unit_means)
        self._figures = self._traced(self._of_all_units)
        self._whole = self._traced(self._everything)

    @property
    def plane(self) -> bool:
        """Whether there is a surface: one Input of two numbers."""
        return self._dataset.facts.features == 2 and len(self._built.inputs) == 1

    @property
    def line(self) -> bool:
        """Whether there is a line in place of it: one Input of one number."""
        return self._dataset.facts.features == 1 and len(self._built.inputs) == 1

    def extent(self) -> Extent:
        """x0, x1, y0, y1 of the training data in their own units, with a tenth more on each side.

        Of data of one number y0 and y1 are 0.
        """
        if self._extent is None:
            x = self._dataset.train.x
            some = x if isinstance(x, np.ndarray) else x[sampled(len(x), MOST_MEASURED)]
            raw = self._dataset.preparation.unscale(some).reshape(len(some), -1).astype(np.float64)
            low, high = raw.min(axis=0), raw.max(axis=0)
            margin = np.where(high > low, (high - low) * PADDING, 1.0)
            low, high = low - margin, high + margin
            ends = [(float(a), float(b)) for a, b in zip(low, high, strict=True)]
            self._extent = (*ends[0], *(ends[1] if self.plane else (0.0, 0.0)))
        return self._extent

    def answer(self, x: Floats) -> Floats:
        """What the network answers to the samples *x* ``(n, *input_shape)``: ``(n, outputs)``.

        A network that begins with noise answers what its discriminator does.
        """
        return self._answered(self._entered(x))

    def generated(self, most: int) -> Floats | None:
        """At most *most* samples of the generator, of the noise of training rows: ``(n, features)``; None without."""
        if self._feed.generated is None:
            return None
        train = self._dataset.train
        made = self.layer(self._feed.generated, train.x[sampled(train.rows, most)])
        return made.reshape(len(made), -1)

    def everything(self, x: Floats) -> dict[str, Floats]:
        """Layer id -> what it answers to the prepared samples *x*, ``(n, ...)``; Inputs first."""
        taken = self._taken(x)
        answers = zip(self.ids, self._whole(taken), strict=True)
        given = zip(self._built.inputs, tf.nest.flatten(taken), strict=True)
        return {layer_id: np.asarray(answer, np.float32) for layer_id, answer in (*given, *answers)}

    def surface(self, size: int) -> Floats:
        """The network's answer over the plane, ``(size, size, outputs)``, row 0 at y0."""
        return self._answered(self._grid(size)).reshape(size, size, -1)

    def along(self, size: int) -> Floats:
        """The network's answer along the line of its one input, ``(size, outputs)``, from x0 to x1."""
        x0, x1, _, _ = self.extent()
        raw = np.linspace(x0, x1, size, dtype=np.float32)
        scaled = self._dataset.preparation.rescale(raw.reshape(-1, *self._dataset.facts.input_shape))
        return self.answer(scaled).reshape(size, -1)

    def layer(self, layer_id: str, x: Floats) -> Floats:
        """What one layer answers to the prepared samples *x*, ``(n, ...)``; nothing behind it is computed.

        One of a discriminator answers to the samples themselves, one of a generator to their noise.
        """
        if self._feed.generated is not None and self._follows_samples(layer_id):
            return np.asarray(self._to(layer_id, entered=True)(self._entered(x)), np.float32)
        return np.asarray(self._to(layer_id)(self._taken(x)), np.float32)

    def behind(self, layer_id: str, answer: Floats) -> Floats:
        """What the network answers, ``(n, outputs)``, where *layer_id*, which all passes, answers *answer*."""
        if layer_id not in self._behind:
            spec = tf.TensorSpec([None, *self._built.tensors[layer_id].shape[1:]], tf.float32)
            body = tf.function(
                lambda code: self._feed.joined(self._forward.behind(layer_id, code)),
                autograph=False,
                input_signature=[spec],
            )
            self._behind = {layer_id: body}
        return np.asarray(self._behind[layer_id](tf.constant(answer, tf.float32)), np.float32)

    def unit_surface(self, layer_id: str, unit: int, size: int) -> Floats | None:
        """The activation of one unit over the plane, ``(size, size)``, row 0 at y0; None of a layer with places."""
        if len(self._built.tensors[layer_id].shape) != 2 or not self._follows_samples(layer_id):
            return None
        answer = np.asarray(self._to(layer_id, entered=True)(self._grid(size)), np.float32)
        return answer[:, unit].reshape(size, size)

    def unit_surfaces(self, size: int) -> dict[str, Floats]:
        """Layer id -> the activation of each unit over the plane, ``(units, size, size)``, row 0 at y0."""
        answers = self._answers(self._grid(size))
        wanted = zip(self._drawn(), answers, strict=True)
        return {layer_id: np.asarray(a, np.float32).T.reshape(-1, size, size) for layer_id, a in wanted}

    def activity(self) -> dict[str, Floats]:
        """Layer id -> the mean activation of each unit over a fixed sample of training rows, ``(units,)``.

        Where a layer answers with more than one number a unit (a picture, a sequence), these are averaged as well.
        """
        means = self._means(self.sample(self._dataset.train, SAMPLE_ROWS))
        return {layer_id: np.asarray(mean, np.float32) for layer_id, mean in zip(self.ids, means, strict=True)}

    def activations(self) -> Floats:
        """Mean, spread and share of dead units of each layer over a fixed sample of training rows, ``(layers, 3)``.

        A unit is one place of the last axis, a channel of a picture; dead is one that answers 0 all over the sample.
        """
        return np.asarray(self._figures(self.sample(self._dataset.train, SAMPLE_ROWS)), np.float32)

    def answers(self, part: Part, most: int) -> Floats:
        """What the network answers to at most *most* rows of *part*, always the same ones: ``(rows, outputs)``."""
        answer = np.asarray(self._answer(self.sample(part, most)), np.float32)
        return answer.reshape(len(answer), -1)

    def sample(self, part: Part, most: int) -> Any:
        """At most *most* rows of *part*, evenly spread, as the network takes them; made once."""
        key = (id(part), most)
        if key not in self._samples:
            self._samples[key] = self._taken(part.x[sampled(part.rows, most)])
        return self._samples[key]

    def _drawn(self) -> tuple[str, ...]:
        tensors = self._built.tensors
        return tuple(i for i in self._flat if tensors[i].shape[-1] <= MOST_UNITS and self._follows_samples(i))

    def _follows_samples(self, layer_id: str) -> bool:
        """Whether what *layer_id* answers follows from a sample of the data, and from nothing else."""
        return self._feed.generated is None or layer_id in self._forward.ids_behind(self._feed.generated)

    def _everything(self, x: Any) -> list[Any]:
        return [tf.cast(answer, tf.float32) for answer in self._forward.everything(x)]

    def _of_flat_layers(self, x: Any) -> list[Any]:
        drawn, answers = set(self._drawn()), self._of_entered(x)
        return [answer for layer_id, answer in zip(self.ids, answers, strict=True) if layer_id in drawn]

    def _of_entered(self, x: Any) -> list[Any]:
        """What each layer answers to samples as they enter; None for those before."""
        if self._feed.generated is None:
            return self._forward.everything(x)
        return self._forward.everything_behind(self._feed.generated, x)

    def _unit_means(self, x: Any) -> list[Any]:
        answers = self._forward.everything(x)
        return [tf.reduce_mean(tf.reshape(answer, [-1, answer.shape[-1]]), axis=0) for answer in answers]

    def _of_all_units(self, x: Any) -> Any:
        answers = self._forward.everything(x)
        return tf.stack([_figures(tf.cast(answer, tf.float32)) for answer in answers])

    def _to(self, layer_id: str, entered: bool = False) -> Any:
        """The way to *layer_id*, from samples as they enter where *entered*, traced once; the last few are kept."""
        way = (layer_id, entered)
        if way not in self._ways:
            place = self.ids.index(layer_id) if layer_id in self.ids else -1
            inputs = self._built.inputs

            def body(x: Any) -> Any:
                if place < 0:
                    return tf.nest.flatten(x)[inputs.index(layer_id)]
                answers = self._of_entered(x) if entered else self._forward.everything(x)
                return tf.cast(answers[place], tf.float32)

            self._ways = {**dict(list(self._ways.items())[-3:]), way: self._traced(body, entered)}
        return self._ways[way]

    def _traced(self, body: Callable[[Any], Any], entered: bool = False) -> Any:
        """*body* as a graph, traced once for any number of samples, as they enter where *entered*."""
        between = self._feed.generated if entered else None
        taken = self._built.model.inputs if between is None else [self._built.tensors[between]]
        specs = [tf.TensorSpec([None, *x.shape[1:]], tf.float32) for x in taken]
        return tf.function(body, autograph=False, input_signature=specs if len(specs) == 1 else [specs])

    def _entered(self, x: Any) -> Any:
        """Prepared samples as tensors where they enter: in the middle of a network that begins with noise."""
        return self._taken(x) if self._feed.generated is None else tf.constant(self._feed.samples(x))

    def _answered(self, entered: Any) -> Floats:
        """What the network answers, ``(n, outputs)``, to samples as they enter."""
        if self._feed.generated is not None:
            return self.behind(self._feed.generated, entered)
        return np.asarray(self._answer(entered), np.float32)

    def _taken(self, x: Any) -> Any:
        """Prepared samples as tensors, one for each Input."""
        return tf.nest.map_structure(tf.constant, self._feed.shaped(x))

    def _grid(self, size: int) -> Any:
        if size not in self._points:
            x0, x1, y0, y1 = self.extent()
            x, y = np.meshgrid(np.linspace(x0, x1, size), np.linspace(y0, y1, size))
            raw = np.stack([x.reshape(-1), y.reshape(-1)], axis=1).astype(np.float32)
            scaled = self._dataset.preparation.rescale(raw.reshape(-1, *self._dataset.facts.input_shape))
            self._points = {**dict(list(self._points.items())[-3:]), size: self._entered(scaled)}
        return self._points[size]


def _figures(answer: Any) -> Any:
    units = tf.reshape(answer, [-1, answer.shape[-1]])
    dead = tf.reduce_all(tf.equal(units, 0.0), axis=0)
    return tf.stack([tf.reduce_mean(units), tf.math.reduce_std(units), tf.reduce_mean(tf.cast(dead, tf.float32))])
