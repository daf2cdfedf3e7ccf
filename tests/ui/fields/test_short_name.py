"""Names that are shortened can still be told apart."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF

from nnviz.ui import theme
from nnviz.ui.fields.short_name import short_name

TREES = [f"Species number {letter} of the collection" for letter in "ABCDEFGH"]

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def metrics() -> QFontMetricsF:
    return QFontMetricsF(theme.font(11))


def test_names_that_begin_alike_are_told_apart_and_fit(metrics: QFontMetricsF):
    shown = [short_name(name, TREES, metrics, 90.0) for name in TREES]
    assert len(set(shown)) == len(TREES)
    assert all(metrics.horizontalAdvance(text) <= 90.0 for text in shown)
    assert shown[0].startswith("…A of")


def test_a_name_that_is_told_by_its_beginning_keeps_it(metrics: QFontMetricsF):
    names = ["Acer palmatum var. dissectum", "Betula pendula (silver birch)"]
    assert short_name(names[0], names, metrics, 70.0).startswith("Acer")
    assert short_name("Acer", names, metrics, 70.0) == "Acer"


def test_a_number_is_told_whole(metrics: QFontMetricsF):
    names = ["temperature_of_sensor_21_in_the_hall", "temperature_of_sensor_22_in_the_hall"]
    assert short_name(names[1], names, metrics, 80.0).startswith("…22_in")


def test_a_name_that_is_there_once_needs_no_other(metrics: QFontMetricsF):
    assert short_name(TREES[0], TREES[:1], metrics, 60.0).startswith("Spec")
