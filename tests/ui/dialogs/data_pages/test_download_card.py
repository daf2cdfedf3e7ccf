"""Sets that are to be downloaded: asked about first, with progress, stopped, offline; nothing comes from the net."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

import numpy as np
import pytest

from nnviz.data.dataset import Cancelled
from nnviz.data.sources import keras_sets
from nnviz.errors import BadInput
from nnviz.ui.dialogs.gallery_tiles import DownloadTile
from tests.ui.dialogs.choosing import Hand


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KERAS_HOME", str(tmp_path))
    keras_sets.cache_folder().mkdir()
    return keras_sets.cache_folder()


def put_mnist(path: Path) -> None:
    x, y = np.zeros((50, 28, 28), np.uint8), np.arange(50, dtype=np.uint8) % 10
    np.savez(path, x_train=x, y_train=y, x_test=x[:20], y_test=y[:20])


def test_mnist_is_downloaded_once_it_is_asked_for(hand: Hand, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    half, go_on = Event(), Event()

    def fetched(address: str, path: Path, cancelled: object, sha: object, *, told: Callable[[int], None]) -> None:
        told(keras_sets.FILES["mnist"]["mnist.npz"] // 2)
        half.set()
        assert go_on.wait(20)
        put_mnist(path)

    monkeypatch.setattr(keras_sets, "fetched", fetched)
    hand.tile("mnist")
    card = hand.picture.download
    assert card is not None
    assert card.start.text() == "Download 11 MB"
    assert not hand.chooser.use.isEnabled()
    assert not half.is_set()
    hand.click(card.start)
    hand.wait(half.is_set)
    hand.wait(lambda: card.progress.bar.share == 0.5 or (card.progress.bar.share or 0) >= 0.49)
    assert card.words.text() == "Downloading: 6 MB of 11 MB"
    go_on.set()
    assert hand.ready().startswith("70 pictures, 28 × 28, 10 classes: 40 train, 10 validation, 20 test.")
    assert hand.picture.thumbnail.isVisible()
    tile = hand.chooser.gallery.tiles["mnist"]
    assert isinstance(tile, DownloadTile)
    assert tile.state.text() == "on this computer"


def test_a_download_is_stopped(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    started, stopped = Event(), Event()

    def fetched(address: str, path: Path, cancelled: Callable[[], bool], sha: object, *, told: object) -> None:
        started.set()
        while not cancelled():
            stopped.wait(0.005)
        stopped.set()
        raise Cancelled

    monkeypatch.setattr(keras_sets, "fetched", fetched)
    hand.tile("imdb")
    card = hand.picture.download
    assert card is not None
    hand.click(card.start)
    assert card.progress.isVisible()
    hand.wait(started.is_set)
    hand.click(card.progress.stop)
    hand.wait(stopped.is_set)
    assert card.start.isVisible()
    assert not hand.chooser.use.isEnabled()


def test_offline_is_a_sentence(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    def fetched(address: str, path: Path, *rest: object, **more: object) -> None:
        raise BadInput(f"{path.name} could not be downloaded; bring {address} by other means.")

    monkeypatch.setattr(keras_sets, "fetched", fetched)
    hand.tile("cifar10")
    card = hand.picture.download
    assert card is not None
    hand.click(card.start)
    hand.wait(lambda: card.words.property("role") == "bad")
    assert "by other means" in card.words.text()
    assert card.start.text() == "Try again"
    hand.tile("xor")
    hand.ready()
