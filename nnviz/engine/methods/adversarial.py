"""A generator against a discriminator, both in one Keras model: what one answers is what the other is asked about."""

from __future__ import annotations

import math
from typing import Any

from nnviz.engine.keras_setup import keras, tf

COMPARED = 256  # samples of a batch whose distances are measured


class Adversarial:
    """Trains the layers up to one to generate samples, and those behind it to tell them from samples of the data.

    Every batch is a round of the game (Goodfellow et al. 2014, "Generative adversarial nets"): the discriminator goes
    down its loss over the samples of the batch, which are to be answered with 1, and as many generated ones, which are
    to be answered with 0; the generator goes down the loss of the latter answered with 1. Both step at once.
    """

    def __init__(self, model: Any, generated: str, seed: int) -> None:
        sample = model.get_layer(generated).output
        self.model = model
        self.generator = keras.Model(model.input, sample)
        self.discriminator = keras.Model(sample, model.output)
        self.random = keras.random.SeedGenerator(seed)
        self.variables = [self.random.state]
        # Measures of the model are in its logs, one number an epoch each.
        model.distance = keras.metrics.Mean("distance")
        model.generator_loss = keras.metrics.Mean("generator_loss")
        model.real_accuracy = keras.metrics.Mean("real_accuracy")
        model.fake_accuracy = keras.metrics.Mean("fake_accuracy")
        # Keras makes the loss for the shapes that it sees first.
        model.compute_loss(None, keras.ops.ones((2, 1)), keras.ops.ones((2, 1)))

    def train_step(self, data: Any) -> dict[str, Any]:
        """One step of both, each by its own loss."""
        _, samples, _ = keras.utils.unpack_x_y_sample_weight(data)
        self.model.optimizer.apply(self.gradients(None, samples), self.model.trainable_variables)
        return dict(self.model.get_metrics_result())

    def test_step(self, data: Any) -> dict[str, Any]:
        """The losses over samples, and over those made of the noise that stands beside them."""
        noise, samples, _ = keras.utils.unpack_x_y_sample_weight(data)
        self.contest(noise, samples, training=False)
        return dict(self.model.get_metrics_result())

    def gradients(self, _: Any, samples: Any) -> list[Any]:
        """What the weights go down on *samples* and as many made of fresh noise: those of each by its own loss."""
        shape = (keras.ops.shape(samples)[0], *self.model.input_shape[1:])
        noise = keras.random.normal(shape, seed=self.random)
        scaled = self.model.optimizer.scale_loss
        with tf.GradientTape(persistent=True) as tape:
            loss, generator_loss = self.contest(noise, samples, training=True)
            loss, generator_loss = scaled(loss), scaled(generator_loss)
        found: dict[int, Any] = {}
        for goal, part in ((loss, self.discriminator), (generator_loss, self.generator)):
            variables = part.trainable_variables
            found |= {id(v): g for v, g in zip(variables, tape.gradient(goal, variables), strict=True)}
        return [found[id(variable)] for variable in self.model.trainable_variables]

    def contest(self, noise: Any, samples: Any, training: bool) -> tuple[Any, Any]:
        """The loss of the discriminator over *samples* and those made of *noise*, and that of the generator."""
        rows = keras.ops.shape(samples)[0]
        fakes = self.generator(noise, training=training)
        answers = self.discriminator(keras.ops.concatenate([samples, fakes]), training=training)
        real, fake = answers[:rows], answers[rows:]
        yes, no = keras.ops.ones_like(real), keras.ops.zeros_like(fake)
        loss = self.model.compute_loss(None, keras.ops.concatenate([yes, no]), answers, training=training)
        generator_loss = self.model.compute_loss(None, yes, fake, training=training)
        measures = self.model
        measures._loss_tracker.update_state(loss, sample_weight=rows)
        measures.generator_loss.update_state(generator_loss, sample_weight=rows)
        measures.real_accuracy.update_state(keras.ops.cast(real > 0.5, "float32"))
        measures.fake_accuracy.update_state(keras.ops.cast(fake <= 0.5, "float32"))
        measures.distance.update_state(nearest_distance(samples[:COMPARED], fakes[:COMPARED]), sample_weight=rows)
        return loss, generator_loss


def nearest_distance(some: Any, others: Any) -> Any:
    """How far it is to the nearest of *others* from each of *some*, and back, on average; 0 for the same samples.

    The Chamfer distance (Fan, Su and Guibas 2017, https://arxiv.org/abs/1612.00603), without squares. Samples that are
    like none of the data make it large, and so do those of the data that none is like.
    """
    ops, numbers = keras.ops, math.prod(some.shape[1:])
    a, b = ops.reshape(some, (-1, numbers)), ops.reshape(others, (-1, numbers))
    squares = ops.sum(a * a, axis=1)[:, None] + ops.sum(b * b, axis=1)[None, :] - 2 * ops.matmul(a, ops.transpose(b))
    lengths = ops.sqrt(ops.maximum(squares, 0.0))
    return (ops.mean(ops.min(lengths, axis=0)) + ops.mean(ops.min(lengths, axis=1))) / 2
