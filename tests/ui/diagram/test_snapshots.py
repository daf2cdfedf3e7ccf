"""The diagram as it looks, compared with stored pictures of a pinned size.

The pictures are compared in tiles of 24 x 24 pixels: in none of them may the colours differ much on average. That lets
edges be smoothed otherwise, and still notices a glyph, a line or a word that is gone or elsewhere.

After a change that is meant to be seen, look at the new pictures, and store them with

    NNVIZ_RENEW_SNAPSHOTS=1 python -m pytest tests/ui/diagram/test_snapshots.py
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from nnviz.network import grouping
from nnviz.network.layout import arranged
from nnviz.network.spec import LayerSpec, Link, NetworkSpec
from nnviz.project.project import Project
from nnviz.training.recipe import Recipe
from nnviz.ui import theme
from nnviz.ui.diagram.scene import DiagramScene
from nnviz.ui.document import Document
from nnviz.ui.training.live import Kernel, LiveState

FOLDER = Path(__file__).parent / "snapshots"
RENEW = bool(os.environ.get("NNVIZ_RENEW_SNAPSHOTS"))
TILE, MOST = 24, 10.0  # pixels; of 255, on average over a tile
Pixels = NDArray[np.uint8]


def network_of(layers: dict[str, tuple[str, dict[str, object]]], *links: str) -> NetworkSpec:
    """Layers by id, with kind and arguments; each of *links* is a chain ``a b c``."""
    pairs: list[Link] = [pair for chain in links for pair in zip(chain.split(), chain.split()[1:], strict=False)]
    return NetworkSpec(tuple(LayerSpec(name, kind, args) for name, (kind, args) in layers.items()), tuple(pairs))


def small_unet() -> NetworkSpec:
    """Down, across and up again, with two links past the layers."""
    same = {"kernel_size": 3, "padding": "same", "activation": "relu"}
    return network_of(
        {
            "input": ("Input", {"shape": (32, 32, 3)}), "enc": ("Conv2D", {"filters": 16, **same}),
            "max_pooling2d_1": ("MaxPooling2D", {}), "middle": ("Conv2D", {"filters": 64, **same}),
            "up": ("Conv2DTranspose", {"filters": 16, "kernel_size": 2, "strides": 2}),
            "concatenate_1": ("Concatenate", {}),
            "flatten_1": ("Flatten", {}), "output": ("Output", {"units": 10, "activation": "softmax"}),
        },
        "input enc max_pooling2d_1 middle up concatenate_1 flatten_1 output", "enc concatenate_1", "input flatten_1",
    )  # fmt: skip


def families() -> NetworkSpec:
    """One layer of each family in rows, unlinked, with what the diagram knows of it alone."""
    kinds = (
        "Conv1D", "Conv2DTranspose", "MaxPooling2D", "GlobalAveragePooling2D", "LSTM", "Bidirectional",
        "MultiHeadAttention", "Embedding", "BatchNormalization", "Dropout", "GaussianNoise", "Flatten", "Permute",
        "UpSampling2D", "Cropping2D", "Add", "Multiply", "Maximum", "Concatenate", "RandomRotation", "Maxout",
        "LeakyReLU", "Softmax", "Activation",
    )  # fmt: skip
    layers = [
        LayerSpec(f"{kind.lower()}_1", kind, {}, ((i % 8) * 132.0, (i // 8) * 250.0)) for i, kind in enumerate(kinds)
    ]
    return NetworkSpec(tuple(layers))


def grouped(collapsed: bool) -> NetworkSpec:
    network, name = grouping.group(small_unet(), ("max_pooling2d_1", "middle", "up"), "Deep part")
    return grouping.set_collapsed(network, name, collapsed)


def dense() -> NetworkSpec:
    return network_of(
        {
            "input": ("Input", {"shape": (2,)}), "hidden_1": ("Dense", {"units": 6, "activation": "tanh"}),
            "hidden_2": ("Dense", {"units": 400, "activation": "relu"}), "output": ("Output", {"units": 1}),
        },
        "input hidden_1 hidden_2 output",
    )  # fmt: skip


def weights(network: NetworkSpec) -> LiveState:
    """Made-up weights for the first hidden layer, the same every time."""
    live, rng = LiveState(), np.random.default_rng(3)
    matrix = rng.normal(size=(2, 6)).astype(np.float32)
    live.kernels["hidden_1"] = Kernel(matrix, np.zeros(6, np.float32), (0, 1), tuple(range(6)), (2, 6))
    live.activity["hidden_2"] = np.linspace(-1, 1, 400, dtype=np.float32)
    return live


@pytest.fixture
def paint(qapp: object) -> Iterator[Callable[..., Pixels]]:
    documents: list[Document] = []

    def painted(network: NetworkSpec, scale: float = 1.0, live: LiveState | None = None) -> Pixels:
        """All of the diagram, without a window, *scale* pixels for a unit."""
        documents.append(Document(Project(network, None, Recipe())))
        scene = DiagramScene(documents[-1], live or LiveState())
        rect = scene.content_rect().adjusted(-12, -12, 12, 12)
        image = QImage(round(rect.width() * scale), round(rect.height() * scale), QImage.Format.Format_RGB32)
        image.fill(theme.current().background)
        painter = QPainter(image)
        scene.render(painter, QRectF(image.rect()), rect)
        painter.end()
        return pixels(image)

    yield painted
    theme.choose("dark")
    for document in documents:
        document.shutdown()


def pixels(image: QImage) -> Pixels:
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return raw[:, : image.width() * 3].reshape(image.height(), image.width(), 3).copy()


def compare(found: Pixels, name: str) -> None:
    path = FOLDER / f"{name}.png"
    if RENEW:
        height, width = found.shape[:2]
        QImage(found.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).save(str(path))
    stored = pixels(QImage(str(path)))
    assert found.shape == stored.shape
    worst, at = worst_tile(found, stored)
    assert worst <= MOST, f"{name} looks otherwise around {at}: {worst:.1f} of 255 on average there"


def worst_tile(a: Pixels, b: Pixels) -> tuple[float, tuple[int, int]]:
    """The largest mean difference of a tile, and its place as (x, y)."""
    difference = np.abs(a.astype(np.int16) - b).mean(axis=2)
    tiles = {
        (x, y): float(difference[y : y + TILE, x : x + TILE].mean())
        for y in range(0, a.shape[0], TILE)
        for x in range(0, a.shape[1], TILE)
    }
    at = max(tiles, key=lambda place: tiles[place])
    return tiles[at], at


@pytest.mark.parametrize("colours", ["dark", "light"])
@pytest.mark.parametrize("name", ["unet", "families", "group", "block", "dense"])
def test_the_diagram_looks_as_it_did(paint: Callable[..., Pixels], name: str, colours: theme.Mode) -> None:
    theme.choose(colours)
    network = {"unet": small_unet(), "families": families(), "group": grouped(False), "block": grouped(True)}
    found = paint(dense(), live=weights(dense())) if name == "dense" else paint(network[name])
    compare(found, f"{name}-{colours}")


@pytest.mark.parametrize(("name", "scale"), [("plain", 0.45), ("far", 0.2)])
def test_less_is_painted_from_afar(paint: Callable[..., Pixels], name: str, scale: float) -> None:
    compare(paint(grouped(False), scale), name)


def test_what_is_missing_or_elsewhere_is_noticed(paint: Callable[..., Pixels]) -> None:
    """The comparison itself: another glyph, another word and another place are all found."""
    network = families()
    stored = paint(network)
    for change in (
        {"add_1": LayerSpec("add_1", "Subtract", {}, (7 * 132.0, 250.0))},
        {"dropout_1": LayerSpec("dropout_1", "Dropout", {"rate": 0.25}, (132.0, 250.0))},
        {"flatten_1": LayerSpec("flatten_1", "Flatten", {}, (3 * 132.0, 262.0))},
    ):
        assert all(network.has(layer) for layer in change)
        changed = NetworkSpec(tuple(change.get(layer.id, layer) for layer in network.layers))
        assert arranged(changed).keys() == arranged(network).keys()
        found = paint(changed)
        assert found.shape == stored.shape
        assert worst_tile(found, stored)[0] > MOST
