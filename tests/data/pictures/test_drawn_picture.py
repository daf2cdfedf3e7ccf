"""A drawing becomes a picture like those that were learned from."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.data.load import load
from nnviz.data.pictures.drawn_picture import Habit, as_learned, resized
from nnviz.data.spec import Builtin


def like_mnist(random, dark_on_light=False):
    """Pictures of 28 by 28 pixels, a blob of at most 20 pixels in each, its mass in the middle."""
    pictures = np.zeros((60, 28, 28, 1))
    for picture in pictures:
        ink = np.zeros((20, 10))
        ink[:] = 255 * (random.random((20, 1)) < 0.7) * np.linspace(1, 0.3, 20)[:, None]
        ink[[0, -1]] = 255
        mass = (np.arange(20) + 0.5) @ ink.sum(1) / ink.sum()
        top = round(14 - mass)
        picture[top : top + 20, 9:19, 0] = ink
    return 255 - pictures if dark_on_light else pictures


@pytest.mark.parametrize("dark_on_light", [False, True])
def test_the_habit_of_mnist_is_found(dark_on_light):
    habit = Habit.of(like_mnist(np.random.default_rng(0), dark_on_light))
    assert habit.box == pytest.approx(20)
    assert habit.by_mass
    assert (habit.low, habit.high) == ((255, 0) if dark_on_light else (0, 255))
    assert habit.light_on_dark is not dark_on_light


def test_a_drawing_is_scaled_to_the_box_and_centred_by_its_mass():
    habit = Habit((28, 28), 0.0, 255.0, 20.0, by_mass=True)
    ink = np.zeros((168, 168))
    ink[10:70, 20:30] = 1.0  # a stroke in the upper left corner, thick at its foot
    ink[60:70, 20:50] = 1.0
    picture = as_learned(ink, habit)[0, :, :, 0]
    rows, columns = np.flatnonzero(picture.any(1)), np.flatnonzero(picture.any(0))
    assert 20 <= rows[-1] - rows[0] + 1 <= 21
    assert 10 <= columns[-1] - columns[0] + 1 <= 11
    mass = [(np.arange(28) + 0.5) @ picture.sum(axis) / picture.sum() for axis in (1, 0)]
    assert mass == pytest.approx([14, 14], abs=0.05)
    assert picture.max() == pytest.approx(255)


def test_ink_is_kept_and_paper_is_that_of_the_data():
    habit = Habit((8, 8), 16.0, 0.0, 8.0, by_mass=False)
    ink = np.zeros((160, 160))
    ink[40:120, 40:120] = 1.0
    assert as_learned(ink, habit)[0, :, :, 0] == pytest.approx(np.zeros((8, 8)))
    assert as_learned(np.zeros((160, 160)), habit) == pytest.approx(np.full((1, 8, 8, 1), 16.0))


@given(st.integers(1, 40), st.integers(1, 40), st.integers(1, 40), st.integers(1, 40))
def test_resizing_keeps_the_mean(rows, columns, height, width):
    picture = np.random.default_rng(0).random((rows, columns))
    small = resized(picture, (height, width))
    assert small.shape == (height, width)
    assert small.mean() == pytest.approx(picture.mean())


@given(st.integers(0, 100), st.booleans())
def test_any_scribble_gives_a_picture_in_range(seed, by_mass):
    random = np.random.default_rng(seed)
    ink = (random.random((42, 42)) < random.random() ** 4).astype(float)
    picture = as_learned(ink, Habit((14, 14), 0.0, 1.0, 10.0, by_mass))
    assert picture.shape == (1, 14, 14, 1)
    assert picture.min() >= 0
    assert picture.max() <= 1


def test_digits_fill_their_field():
    dataset = load(Builtin(name="digits"), Path())
    habit = Habit.of(dataset.preparation.unscale(dataset.sample.x))
    assert (habit.shape, habit.box, habit.low, habit.high) == ((8, 8), 8.0, 0.0, 16.0)
