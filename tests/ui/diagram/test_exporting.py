"""The diagram as SVG, PDF and PNG: what is in the files, and what the window adds is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from nnviz.errors import BadInput
from nnviz.network import edits
from nnviz.network.spec import NetworkSpec
from nnviz.project.project import Project
from nnviz.training.pictures import Weights
from nnviz.training.recipe import Recipe
from nnviz.ui import theme
from nnviz.ui.diagram.exporting import DPI, MARGIN, Drawing, draw, image, pdf, pixels, png, svg
from nnviz.ui.diagram.svg_text import SVG
from nnviz.ui.document import Document
from nnviz.ui.training.live import LiveState
from tests.network.test_edits import chain
from tests.ui.panes.helpers import layer_weights


@pytest.fixture
def document(qapp: object) -> Iterator[Document]:
    made = Document(Project(chain("Input", "Dense", "Dense", "Output"), None, Recipe()))
    yield made
    made.shutdown()


@pytest.fixture
def drawing(document: Document) -> Drawing:
    return draw(document, LiveState(), "moons").cropped()


def labels(made: bytes) -> list[str]:
    return [path.get("aria-label", "") for path in ElementTree.fromstring(made).iter() if "aria-label" in path.attrib]


def tags(made: bytes) -> set[str]:
    return {element.tag.removeprefix(f"{{{SVG}}}") for element in ElementTree.fromstring(made).iter()}


def alpha(made: QImage) -> np.ndarray:
    stored = np.frombuffer(made.constBits(), np.uint8).reshape(made.height(), made.bytesPerLine() // 4, 4)
    return stored[:, : made.width(), 3].copy()  # the image may be gone before it


# ---------------------------------------------------------------- what is drawn


def test_an_svg_holds_every_layer_as_outlines_with_its_words(document: Document, drawing: Drawing) -> None:
    made = svg(drawing, transparent=True)
    root = ElementTree.fromstring(made)
    assert QSvgRenderer(made).isValid()
    assert {"Input", "Hidden 1", "Hidden 2", "Output"} <= set(labels(made))
    assert not tags(made) & {"text", "image", "pattern", "rect"}
    assert all(path.get("d") for path in root.iter(f"{{{SVG}}}path") if path.get("aria-label", "").strip())
    assert root.findtext(f"{{{SVG}}}title") == "moons"
    assert "non-scaling-stroke" not in made.decode()
    width, height = (float(size) for size in root.get("viewBox", "").split()[2:])
    assert (width, height) == pytest.approx((drawing.rect.width(), drawing.rect.height()), abs=0.01)
    assert float(root.get("width", "").removesuffix("mm")) == pytest.approx(width / DPI * 25.4, abs=0.2)


def test_a_white_ground_is_asked_for(drawing: Drawing) -> None:
    assert "rect" in tags(svg(drawing, transparent=False))


def test_selection_problems_and_the_window_s_colours_leave_no_trace(document: Document) -> None:
    document.edit_network(edits.remove_link(document.network, "hidden_1", "hidden_2"), "a gap")
    assert any(problem.layer for problem in document.problems)
    plain = svg(draw(document, LiveState(), "moons").cropped(), transparent=False)
    document.select(("hidden_1",))
    theme.choose("light")
    try:
        again = svg(draw(document, LiveState(), "moons").cropped(), transparent=False)
        assert theme.current() is theme.LIGHT
    finally:
        theme.choose("dark")
    assert again == plain
    assert theme.current() is theme.DARK
    sentences = [problem.text for problem in document.problems]
    assert not [label for label in labels(plain) if any(label.strip() in sentence for sentence in sentences)]
    assert theme.PAPER.bad not in plain.decode()


def test_it_is_cropped_to_what_is_painted(drawing: Drawing) -> None:
    ink = alpha(image(drawing, 1, transparent=True)) > 0
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    height, width = ink.shape
    assert (rows[0], columns[0]) == (MARGIN, MARGIN)
    assert (height - 1 - rows[-1], width - 1 - columns[-1]) == (MARGIN, MARGIN)


def test_weights_are_drawn_where_they_are_wanted(document: Document, drawing: Drawing) -> None:
    rng, live = np.random.default_rng(0), LiveState()
    live.show_weights(Weights(1, (layer_weights("hidden_2", rng.normal(size=(4, 4)), rng.normal(size=4)),)))
    with_weights = svg(draw(document, live, "moons").cropped(), transparent=True).decode()
    for sign in ("positive", "negative"):
        assert getattr(theme.PAPER, sign) in with_weights
    widths = {float(width) for width in re.findall(r'stroke-width="([\d.]+)"', with_weights)}
    assert len(widths) > 3  # strong weights are wider, not drawn several times
    without = svg(drawing, transparent=True).decode()
    assert theme.PAPER.negative not in without


def test_nothing_cannot_be_drawn(document: Document) -> None:
    document.edit_network(NetworkSpec(), "all gone")
    with pytest.raises(BadInput, match="empty"):
        draw(document, LiveState(), "moons")


# ---------------------------------------------------------------- files


@pytest.mark.parametrize("scale", [1, 3])
def test_a_png_has_as_many_pixels_as_it_says(drawing: Drawing, scale: int) -> None:
    made = QImage.fromData(png(drawing, scale, transparent=True))
    assert made.size() == pixels(drawing, scale)
    assert abs(made.width() - scale * drawing.rect.width()) <= 1
    assert made.pixelColor(0, 0).alpha() == 0
    assert abs(made.width() / made.dotsPerMeterX() * 1000 - drawing.rect.width() / DPI * 25.4) < 0.1  # mm on paper
    white = QImage.fromData(png(drawing, scale, transparent=False))
    assert white.pixelColor(0, 0) == QColor("white")


def test_lines_grow_with_the_picture(drawing: Drawing) -> None:
    share = [float((alpha(image(drawing, scale, transparent=True)) > 127).mean()) for scale in (1, 4)]
    assert share[1] == pytest.approx(share[0], rel=0.25)


def test_too_many_pixels_are_refused_in_a_sentence(drawing: Drawing) -> None:
    long = Drawing(drawing.picture, QRectF(0, 0, 20_000, 300), "long")
    with pytest.raises(BadInput, match=r"40,000 × 600 pixels.*32,000"):
        image(long, 2, transparent=False)


def test_a_pdf_has_one_page_of_the_drawing_s_size(drawing: Drawing) -> None:
    made = pdf(drawing, transparent=False)
    assert made.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", made)) == 1
    box = re.search(rb"/MediaBox\s*\[([^\]]*)\]", made)
    assert box is not None
    size = [float(number) for number in box.group(1).split()][2:]
    assert size == pytest.approx([drawing.rect.width() * 0.75, drawing.rect.height() * 0.75], abs=1)
    assert b"/Subtype /Image" not in made
    assert b"Inter" in made  # the fonts are in the file


def test_a_pdf_is_never_longer_than_readers_show(drawing: Drawing) -> None:
    long = Drawing(drawing.picture, QRectF(0, 0, 200_000, 300), "long")
    box = re.search(rb"/MediaBox\s*\[([^\]]*)\]", pdf(long, transparent=True))
    assert box is not None
    assert float(box.group(1).split()[2]) == pytest.approx(14_400, abs=1)


def test_the_drawing_is_as_it_was_when_it_was_asked_for(document: Document, drawing: Drawing, qtbot: QtBot) -> None:
    before = svg(drawing, transparent=True)
    document.edit_network(chain("Input", "Output"), "another one")
    assert svg(drawing, transparent=True) == before
