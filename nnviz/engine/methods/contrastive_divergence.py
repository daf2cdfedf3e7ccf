"""Contrastive divergence: restricted Boltzmann machines, one on top of the other, in a plain Keras model."""

from __future__ import annotations

from typing import Any

from nnviz.engine.keras_setup import keras


class ContrastiveDivergence:
    """Trains the Dense layers of *model* as restricted Boltzmann machines: the last half of them mirrors the first.

    The way up is p(h = 1 | v) = sigmoid(v W + b), the way down p(v = 1 | h) = sigmoid(h W' + c) with the same weights.
    Hidden units are drawn, what is visible stays a probability (Hinton 2010, "A practical guide to training
    restricted Boltzmann machines"). Every machine learns from what the one below makes of the batch.
    """

    def __init__(self, model: Any, steps: int, seed: int) -> None:
        dense = [layer for layer in model.layers if isinstance(layer, keras.layers.Dense)]
        half = len(dense) // 2
        self.model, self.steps = model, steps
        self.machines = list(zip(dense[:half], reversed(dense[half:]), strict=True))
        self.random = keras.random.SeedGenerator(seed)
        self.variables = [self.random.state]
        self.test_step = model.test_step  # which judges the reconstruction
        self.tie()

    def tie(self) -> None:
        """Give the way down the weights of the way up."""
        for up, down in self.machines:
            down.kernel.assign(keras.ops.transpose(up.kernel))

    def train_step(self, data: Any) -> dict[str, Any]:
        """Learn from a batch; its loss is that of the reconstruction before."""
        logs: dict[str, Any] = self.test_step(data)
        x, y, _ = keras.utils.unpack_x_y_sample_weight(data)
        self.model.optimizer.apply(self.gradients(x, y), self.model.trainable_variables)
        self.tie()
        return logs

    def gradients(self, x: Any, y: Any) -> list[Any]:
        """What the weights go down, one for each that is trained; *y* are the pictures, as *x* is."""
        found: dict[int, Any] = {}
        seen = keras.ops.reshape(x, (-1, self.machines[0][0].kernel.shape[0]))
        for up, down in self.machines:
            hidden = up(seen)
            kernel, hidden_bias, visible_bias = self.divergence(up, down, seen, hidden)
            found[id(up.kernel)], found[id(down.kernel)] = kernel, keras.ops.transpose(kernel)
            found[id(up.bias)], found[id(down.bias)] = hidden_bias, visible_bias
            seen = hidden
        return [found[id(variable)] for variable in self.model.trainable_variables]

    def divergence(self, up: Any, down: Any, seen: Any, hidden: Any) -> tuple[Any, Any, Any]:
        """CD-k of one machine, which makes the probabilities *hidden* of *seen*: of kernel, hidden and visible bias.

        They are the statistics of what it dreams less those of what it sees (Hinton 2002, "Training products of
        experts by minimizing contrastive divergence").
        """
        ops, dreamt = keras.ops, hidden
        for _ in range(self.steps):
            drawn = keras.random.uniform(ops.shape(dreamt), seed=self.random) < dreamt
            imagined = down(ops.cast(drawn, dreamt.dtype))
            dreamt = up(imagined)
        kernel = ops.matmul(ops.transpose(imagined), dreamt) - ops.matmul(ops.transpose(seen), hidden)
        return (
            kernel / ops.cast(ops.shape(seen)[0], seen.dtype),
            ops.mean(dreamt - hidden, axis=0),
            ops.mean(imagined - seen, axis=0),
        )
