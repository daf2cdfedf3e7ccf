"""Small pictures of rows: made off the window's thread, once, and only of pictures."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from nnviz.data.dataset import Dataset, Part
from nnviz.data.preparation.preparation import Preparation
from nnviz.network.facts import DataFacts
from nnviz.ui.diagram.figures import picture_image
from nnviz.ui.panes.thumbnails import Thumbnails


def dataset(shape, rows=5):
    x = np.random.default_rng(1).random((rows, *shape), dtype=np.float32)
    facts = DataFacts(shape, "classes", 3, rows=(rows, 0, 0))
    return Dataset(Part(x, np.zeros(rows, int)), None, None, facts, Preparation(shape, task="classes"))


@pytest.fixture
def made_in():
    return []


@pytest.fixture
def thumbnails(qapp, made_in):
    def image_of(sample):
        made_in.append(threading.get_ident())
        return picture_image(sample)

    thumbnails = Thumbnails(8, image_of)
    yield thumbnails
    thumbnails.shutdown()


def test_a_picture_comes_a_moment_later_and_stays(thumbnails, made_in, qtbot):
    assert thumbnails.set_data(dataset((16, 16, 1)))
    with qtbot.waitSignal(thumbnails.arrived):
        assert thumbnails.of("train", 0) is None
        assert thumbnails.of("train", 3) is None
    first, other = thumbnails.of("train", 0), thumbnails.of("train", 3)
    assert (first.width(), first.height()) == (8, 8)
    assert first != other
    assert len(made_in) == 2
    assert threading.get_ident() not in made_in


def test_a_row_that_is_not_there_has_no_picture(thumbnails, qtbot):
    thumbnails.set_data(dataset((4, 4, 3)))
    with qtbot.waitSignal(thumbnails.arrived):
        thumbnails.of("train", 99)
    with qtbot.assertNotEmitted(thumbnails.arrived, wait=50):
        assert thumbnails.of("train", 99) is None


def test_other_data_have_other_pictures(thumbnails, qtbot):
    thumbnails.set_data(dataset((4, 4, 1)))
    with qtbot.waitSignal(thumbnails.arrived):
        thumbnails.of("train", 0)
    assert thumbnails.of("train", 0) is not None
    thumbnails.set_data(dataset((6, 6, 1)))
    assert thumbnails.of("train", 0) is None


@pytest.mark.parametrize("shape", [(7,), (5, 3), (4, 4, 2)])
def test_what_is_no_picture(thumbnails, shape):
    assert not thumbnails.set_data(dataset(shape))
    assert thumbnails.of("train", 0) is None
