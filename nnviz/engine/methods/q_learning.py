"""Deep Q-learning on the game of catch: a network that learns what a move is worth by playing."""

from __future__ import annotations

from typing import Any

from nnviz.engine.keras_setup import keras, tf

SIDE = 8  # rows and columns of the board
MOVES = SIDE - 1  # of a game
ACTIONS = 3  # left, stay, right
WON, LOST = 1.0, -1.0


class QLearning:
    """Trains *model*, which answers a board with a value for each action, by playing (Mnih et al. 2015).

    A batch plays the games that begin at its samples side by side, a move at a time. The best known move, or with the
    chance *exploration* any, goes into a memory of *memory* moves, and after each move the model learns from
    *batch_size* moves drawn from the memory. What a move was worth is its reward and, unless the game is over, what
    the best move that follows is worth (Bellman's equation)::

        Q(s, a)  is to be  r + discount * max over a' of Q'(s', a')

    where Q' is the model as it was when the batch began: a judge that moved with every step would chase itself.
    A position is three whole numbers: the row of the ball, its column, the column of the paddle.
    """

    def __init__(
        self, model: Any, discount: float, exploration: float, memory: int, batch_size: int, seed: int
    ) -> None:
        self.model, self.discount, self.exploration = model, discount, exploration
        self.size, self.batch_size = memory, batch_size
        self.random = keras.random.SeedGenerator(seed)
        # Of each move the position, the action and the position after it.
        self.memory = keras.Variable(tf.zeros((memory, 7), "int32"), trainable=False, dtype="int32", name="memory")
        self.known = keras.Variable(0, trainable=False, dtype="int32", name="known")
        self.variables = [self.random.state, self.memory, self.known]
        self.mean_return = model.mean_return = keras.metrics.Mean("return")

    def train_step(self, data: Any) -> dict[str, Any]:
        """Play the games that begin at the samples of *data*, and learn after each move; the logs so far."""
        start = positions_on(keras.utils.unpack_x_y_sample_weight(data)[0])
        judge = [tf.identity(variable.value) for variable in self.model.trainable_variables]

        def move(number: Any, position: Any) -> Any:
            action = self.explored(best_action(self.values(position)))
            after = moved(position, action)
            self.remember(tf.concat([position, action[:, tf.newaxis], after], axis=1))
            self.learn(judge)
            return number + 1, after

        _, end = tf.while_loop(lambda number, _: number < MOVES, move, [0, start], parallel_iterations=1)
        self.mean_return.update_state(reward(end))
        return dict(self.model.get_metrics_result())

    def test_step(self, data: Any) -> dict[str, Any]:
        """Play the games as well as it can, without learning; the logs so far."""
        position, action, after = self.games(keras.utils.unpack_x_y_sample_weight(data)[0])
        values, weights = self.values(position), [variable.value for variable in self.model.trainable_variables]
        self.loss(values, self.wanted(values, action, after, weights), training=False)
        self.mean_return.update_state(tf.reduce_sum(tf.reshape(reward(after), (MOVES, -1)), axis=0))
        return dict(self.model.get_metrics_result())

    def gradients(self, x: Any, y: Any) -> list[Any]:
        """What the weights go down after the games that begin at *x*, played as well as it can."""
        position, action, after = self.games(x)
        return self.downhill(position, action, after, [variable.value for variable in self.model.trainable_variables])

    def games(self, x: Any) -> tuple[Any, Any, Any]:
        """The moves of the games that begin at the boards *x*, without random ones: position, action, position after.

        Of n games they are ``(7 n, 3)``, ``(7 n,)`` and ``(7 n, 3)``, the first moves of all games first.
        """
        start = positions_on(x)
        moves = tf.TensorArray(tf.int32, MOVES)

        def move(number: Any, position: Any, moves: Any) -> Any:
            action = best_action(self.values(position))
            after = moved(position, action)
            return number + 1, after, moves.write(number, tf.concat([position, action[:, tf.newaxis], after], axis=1))

        state = [0, start, moves]
        _, _, moves = tf.while_loop(lambda number, *_: number < MOVES, move, state, parallel_iterations=1)
        return parts(tf.reshape(moves.stack(), (-1, 7)))

    def values(self, position: Any, training: bool = False) -> Any:
        """What each action is worth in the positions ``(n, 3)``: ``(n, 3)``."""
        return self.model(self.seen(position), training=training)

    def seen(self, position: Any) -> Any:
        """The boards of positions ``(n, 3)`` in the shape that the model takes."""
        return tf.reshape(boards(position), (-1, *self.model.inputs[0].shape[1:]))

    def explored(self, action: Any) -> Any:
        """The actions ``(n,)``, some of them replaced by any."""
        count = tf.shape(action)
        anything = self.drawn(count, ACTIONS)
        at_random = keras.random.uniform(count, seed=self.random) < self.exploration
        return tf.where(at_random, anything, action)

    def drawn(self, shape: Any, below: Any) -> Any:
        """Whole numbers from 0 up to, and without, *below*."""
        share = keras.random.uniform(shape, seed=self.random)
        return tf.minimum(tf.cast(share * tf.cast(below, tf.float32), tf.int32), below - 1)

    def remember(self, moves: Any) -> None:
        """Write *moves* ``(n, 7)`` over the oldest ones of the memory."""
        known, count = self.known.value, tf.shape(moves)[0]
        places = (known + tf.range(count)) % self.size
        self.memory.value.scatter_nd_update(places[:, tf.newaxis], moves)
        # Once the memory is full, it is the place alone that counts: the number stays small.
        self.known.assign(tf.where(known + count < 2 * self.size, known + count, known + count - self.size))

    def learn(self, judge: Any) -> None:
        """One step of the optimizer, on moves drawn from the memory."""
        known = tf.minimum(self.known.value, self.size)
        moves = tf.gather(self.memory.value, self.drawn((self.batch_size,), known))
        self.model.optimizer.apply(self.downhill(*parts(moves), judge), self.model.trainable_variables)

    def downhill(self, position: Any, action: Any, after: Any, judge: Any) -> list[Any]:
        """The gradients of the loss of these moves, for each weight that is trained."""
        with tf.GradientTape() as tape:
            values = self.values(position, training=True)
            loss = self.loss(values, self.wanted(tf.stop_gradient(values), action, after, judge), training=True)
            loss = self.model.optimizer.scale_loss(loss)
        return list(tape.gradient(loss, self.model.trainable_variables))

    def wanted(self, values: Any, action: Any, after: Any, judge: Any) -> Any:
        """The answers *values* ``(n, 3)`` with what Bellman's equation says in the place of each action."""
        others = [variable.value for variable in self.model.non_trainable_variables]
        following, _ = self.model.stateless_call(judge, others, self.seen(after), training=False)
        best = tf.where(is_over(after), 0.0, tf.reduce_max(following, axis=1))
        worth = reward(after) + self.discount * best
        return tf.where(tf.one_hot(action, ACTIONS, True, False), worth[:, tf.newaxis], values)

    def loss(self, values: Any, wanted: Any, training: bool) -> Any:
        """The recipe's loss of *values*, which is counted in the logs."""
        loss = self.model.compute_loss(None, wanted, values, None, training=training)
        self.model._loss_tracker.update_state(loss, sample_weight=tf.shape(values)[0])
        return loss


def positions_on(boards: Any) -> Any:
    """The positions ``(n, 3)`` on *boards* whose ball is in the top row."""
    board = tf.reshape(boards, (-1, SIDE, SIDE))
    ball, paddle = (tf.argmax(board[:, row], axis=1, output_type=tf.int32) for row in (0, SIDE - 1))
    return tf.stack([tf.zeros_like(ball), ball, paddle], axis=1)


def boards(position: Any) -> Any:
    """Positions ``(n, 3)`` as boards ``(n, 8, 8)``: 1 where the ball or the paddle is."""
    row, ball, paddle = (tf.one_hot(position[:, part], SIDE) for part in range(3))
    bottom = tf.one_hot(SIDE - 1, SIDE)[:, tf.newaxis]
    return tf.maximum(row[:, :, tf.newaxis] * ball[:, tf.newaxis], bottom * paddle[:, tf.newaxis])


def parts(moves: Any) -> tuple[Any, Any, Any]:
    """The positions, the actions and the positions after them of *moves* ``(n, 7)``."""
    return moves[:, :3], moves[:, 3], moves[:, 4:]


def best_action(values: Any) -> Any:
    """The action of the largest of the *values* ``(n, 3)``, the first of equals."""
    return tf.argmax(values, axis=1, output_type=tf.int32)


def moved(position: Any, action: Any) -> Any:
    """The positions ``(n, 3)`` after the moves: the ball a row lower, the paddle a cell further, up to the walls."""
    paddle = tf.clip_by_value(position[:, 2] + action - 1, 0, SIDE - 1)
    return tf.stack([position[:, 0] + 1, position[:, 1], paddle], axis=1)


def is_over(position: Any) -> Any:
    """Whether the ball is down, ``(n,)``."""
    return tf.equal(position[:, 0], SIDE - 1)


def reward(position: Any) -> Any:
    """What it brings to have come to the positions ``(n, 3)``: won or lost where the ball is down, else nothing."""
    caught = tf.where(tf.equal(position[:, 1], position[:, 2]), WON, LOST)
    return tf.where(is_over(position), caught, 0.0)
