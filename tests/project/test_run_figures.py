"""Of which figure of a run more is better."""

from __future__ import annotations

import pytest

from nnviz.project.run_figures import rises, score_key
from nnviz.training.suggest import METRICS


@pytest.mark.parametrize("name", METRICS)
@pytest.mark.parametrize("before", ["", "val_", "previous_", "accuracy_", "val_saucer_"])
def test_more_is_better_where_keras_has_it_so_whatever_an_output_is_called(name: str, before: str) -> None:
    from nnviz.engine.keras_setup import keras

    made = keras.metrics.BinaryAccuracy() if name == "accuracy" else keras.metrics.get(name)
    # Keras has mean squared and other plain errors as functions, which know nothing of a direction.
    rising = getattr(made, "_direction", "up" if name.endswith(("accuracy", "similarity")) else "down") == "up"
    assert rises(before + name) == rising


@pytest.mark.parametrize("key", ["loss", "val_loss", "previous_loss", "precision_loss", "mae_2"])
def test_less_is_better_of_every_loss(key: str) -> None:
    assert not rises(key)
    assert rises("precision_2"), "as Keras numbers what it has twice"


def test_the_score_is_no_part_of_the_loss_whatever_an_output_is_called() -> None:
    columns = ("loss", "gloss_loss", "two_loss", "gloss_mae", "two_mae", "val_loss", "learning_rate")
    assert score_key(dict.fromkeys(columns)) == "gloss_mae"
    assert score_key(dict.fromkeys(("loss", "val_loss", "learning_rate"))) is None
