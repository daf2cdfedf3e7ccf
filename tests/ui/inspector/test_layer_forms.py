"""The form of every kind of layer: every argument can be changed by hand, in one step, to a value that is right."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nnviz.network import edits
from nnviz.network.catalogue import CATALOGUE
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.network.values import checked, checked_args
from nnviz.project.project import Project
from nnviz.ui.controls import LABEL_WIDTH, ChoiceField, TextField, ToggleField
from nnviz.ui.document import Document
from nnviz.ui.fields.step_field import StepField
from nnviz.ui.inspector.arg_form import ArgForm, WrappedRow
from nnviz.ui.inspector.arg_row import ArgRow
from nnviz.ui.inspector.indented import INDENT
from nnviz.ui.inspector.layer_tab import LayerForm, LayerTab
from nnviz.ui.inspector.object_row import ObjectRow

Open = Callable[..., LayerForm]
GROUPS: dict[str, list[str]] = {}
for _kind in CATALOGUE.values():
    GROUPS.setdefault(_kind.group, []).append(_kind.kind)


@pytest.fixture
def document() -> Iterator[Document]:
    document = Document(Project(NetworkSpec()))
    yield document
    document.shutdown()


@pytest.fixture
def tab(qtbot: QtBot, document: Document) -> LayerTab:
    tab = LayerTab(document)
    tab.resize(300, 900)
    qtbot.addWidget(tab)
    tab.show()
    tab.activateWindow()
    qtbot.waitUntil(tab.isActiveWindow)
    return tab


@pytest.fixture
def opened(qtbot: QtBot, document: Document, tab: LayerTab) -> Open:
    """Opens the form on layers of a kind, each with the arguments given."""

    def show(kind: str, *args: dict[str, object]) -> LayerForm:
        layers = tuple(LayerSpec(f"layer_{i}", kind, given) for i, given in enumerate(args or ({},)))
        document.edit_network(NetworkSpec(layers), "Start")
        document.undo_stack.clear()
        document.select(tuple(layer.id for layer in layers))
        form = tab.form
        assert form is not None
        rows = list(form.rows.values())
        qtbot.waitUntil(lambda: all(row.isVisible() for row in rows))
        return form

    return show


def change(qtbot: QtBot, row: ArgRow) -> None:
    """Give the argument of *row* another value with the mouse or the keys."""
    field = row.field
    field.setFocus()
    if isinstance(field, StepField):
        at_top = field.value is not None and field.bounded(field.stepped(field.value, 1)) == field.value
        qtbot.keyClick(field, Qt.Key.Key_Down if at_top else Qt.Key.Key_Up)
    elif isinstance(field, ChoiceField):
        last = field.currentIndex() == field.count() - 1
        qtbot.keyClick(field, Qt.Key.Key_Up if last else Qt.Key.Key_Down)
    elif isinstance(field, ToggleField):
        qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    else:
        write(qtbot, field, "2, 3")


def write(qtbot: QtBot, field: QWidget, text: str) -> None:
    assert isinstance(field, StepField | TextField)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def inner_rows(form: ArgForm) -> list[ArgRow]:
    """All rows of *form*, those of objects and wrapped layers too."""
    rows = list(form.rows.values())
    for row in form.rows.values():
        if isinstance(row, ObjectRow):
            rows += row.rows.values()
        elif isinstance(row, WrappedRow) and row.form is not None:
            rows += inner_rows(row.form)
    return rows


def unfold(form: ArgForm) -> None:
    if not form.more.is_open:
        form.more.header.click()
    for row in form.rows.values():
        if isinstance(row, WrappedRow) and row.form is not None:
            unfold(row.form)


@pytest.mark.parametrize("group", GROUPS)
def test_every_argument_is_changed_in_one_step(qtbot: QtBot, document: Document, opened: Open, group: str) -> None:
    for kind in GROUPS[group]:
        form = opened(kind)
        unfold(form.args)
        assert set(form.rows) == {arg.name for arg in CATALOGUE[kind].args}
        before = document.network
        for arg in CATALOGUE[kind].args:
            row = form.rows[arg.name]
            change(qtbot, row)
            args = document.network.layer("layer_0").args
            assert list(args) == [arg.name]
            assert checked(arg, args[arg.name], arg.name) == args[arg.name] != arg.default
            assert row.refusal.isHidden()
            assert document.undo_stack.index() == 1
            document.undo_stack.undo()
            assert document.network == before


@pytest.mark.parametrize("group", GROUPS)
def test_every_field_says_what_it_is_and_can_be_left_alone(
    qtbot: QtBot, document: Document, opened: Open, group: str
) -> None:
    for kind in GROUPS[group]:
        form = opened(kind)
        unfold(form.args)
        for row in inner_rows(form.args):
            assert row.field.accessibleName()
            assert row.field.toolTip()
            label = row.row.label
            widest = max(QFontMetrics(label.font()).horizontalAdvance(word) for word in label.text().split())
            assert widest <= LABEL_WIDTH - INDENT * row.level, label.text()
            row.field.setFocus()
            if isinstance(row.field, StepField | TextField):
                qtbot.keyClick(row.field, Qt.Key.Key_Return)
        form.name.setFocus()
        assert document.undo_stack.count() == 0


def test_sizes_are_typed_and_stepped(qtbot: QtBot, document: Document, opened: Open) -> None:
    form = opened("Conv2D")
    field = form.rows["kernel_size"].field
    assert isinstance(field, StepField)
    assert field.lineEdit().text() == "3 × 3"
    for text, value in (("5", 5), ("3, 5", (3, 5)), ("4x4", 4), ("1 × 2", (1, 2))):
        write(qtbot, field, text)
        assert document.network.layer("layer_0").args["kernel_size"] == value
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert document.network.layer("layer_0").args["kernel_size"] == (2, 3)
    assert field.lineEdit().text() == "2 × 3"


def test_borders_are_typed(qtbot: QtBot, document: Document, opened: Open) -> None:
    form = opened("ZeroPadding2D")
    field = form.rows["padding"].field
    for text, value in (("2", 2), ("1, 2", (1, 2)), ("(1, 2), (0, 3)", ((1, 2), (0, 3)))):
        write(qtbot, field, text)
        assert document.network.layer("layer_0").args["padding"] == value
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert document.network.layer("layer_0").args["padding"] == ((0, 1), (0, 2))


def test_an_empty_optional_field_is_none(qtbot: QtBot, document: Document, opened: Open) -> None:
    form = opened("MaxPooling2D", {"strides": 3})
    field = form.rows["strides"].field
    assert isinstance(field, StepField)
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "strides" not in document.network.layer("layer_0").args
    assert field.lineEdit().placeholderText() == "none"


@pytest.mark.parametrize(
    ("kind", "name", "text", "said"),
    [
        ("Dense", "units", "0", "got 0"),
        ("Dense", "units", "2.5", "a whole number"),
        ("Dense", "units", "many", "a whole number"),
        ("Dropout", "rate", "2", "got 2"),
        ("Conv2D", "kernel_size", "3, 3, 3", "or 2 of them"),
        ("Conv2D", "kernel_size", "three", "whole number"),
        ("ZeroPadding2D", "padding", "(1, 2), 3", "expected"),
        ("Reshape", "target_shape", "two", "sizes"),
    ],
)
def test_a_wrong_value_is_refused_in_place(
    qtbot: QtBot, document: Document, opened: Open, kind: str, name: str, text: str, said: str
) -> None:
    row = opened(kind).rows[name]
    write(qtbot, row.field, text)
    assert row.refusal.isVisible()
    assert said in row.refusal.text()
    assert row.refusal.text().startswith(row.row.label.text())
    assert row.field.property("wrong") == "true"
    assert document.undo_stack.count() == 0
    good = {"Dropout": "0.25", "Reshape": "4, 2"}.get(kind, "2")
    write(qtbot, row.field, good)
    assert not row.refusal.isVisible()
    assert document.undo_stack.count() == 1


def test_an_object_shows_its_own_arguments(qtbot: QtBot, document: Document, opened: Open) -> None:
    form = opened("Dense", {"activation": "leaky_relu"})
    row = form.rows["activation"]
    assert isinstance(row, ObjectRow)
    slope = row.rows["negative_slope"]
    qtbot.waitUntil(slope.isVisible)
    write(qtbot, slope.field, "0.4")
    assert document.network.layer("layer_0").args["activation"] == {"kind": "leaky_relu", "negative_slope": 0.4}
    write(qtbot, row.rows["negative_slope"].field, "0.2")  # its default
    assert document.network.layer("layer_0").args["activation"] == "leaky_relu"
    qtbot.keyClick(row.field, Qt.Key.Key_Home)
    assert document.network.layer("layer_0").args["activation"] == "linear"
    assert row.rows == {}
    qtbot.waitUntil(lambda: not slope.isVisible())


def test_what_few_need_of_an_object_is_folded_away(qtbot: QtBot, document: Document, opened: Open) -> None:
    form = opened("Dense", {"activation": "relu"})
    row = form.rows["activation"]
    assert isinstance(row, ObjectRow)
    assert row.rows == {}
    qtbot.mouseClick(form.args.more.header, Qt.MouseButton.LeftButton)
    assert "max_value" in row.rows
    write(qtbot, row.rows["max_value"].field, "6")
    assert document.network.layer("layer_0").args["activation"] == {"kind": "relu", "max_value": 6.0}
    qtbot.mouseClick(form.args.more.header, Qt.MouseButton.LeftButton)
    assert set(row.rows) == {"max_value"}  # what is set stays in sight


def test_the_fold_is_made_late_and_opens_where_something_is_set(
    qtbot: QtBot, document: Document, tab: LayerTab, opened: Open
) -> None:
    assert "bias_initializer" not in opened("Dense").rows
    form = opened("Dense", {}, {"bias_initializer": "ones"})
    document.select(("layer_1",))
    assert form.args.more.is_open
    qtbot.waitUntil(form.rows["bias_initializer"].isVisible)
    document.select(("layer_0",))
    assert not form.args.more.is_open
    qtbot.mouseClick(form.args.more.header, Qt.MouseButton.LeftButton)
    document.select(())
    document.select(("layer_0",))
    assert form.args.more.is_open  # a person opened it


def test_a_wrapped_layer_is_chosen_and_set(qtbot: QtBot, document: Document, opened: Open) -> None:
    row = opened("Bidirectional").rows["layer"]
    assert isinstance(row, WrappedRow)
    assert row.form is not None
    write(qtbot, row.form.rows["units"].field, "5")
    assert document.network.layer("layer_0").args["layer"] == {"kind": "LSTM", "units": 5}
    row.field.setFocus()
    qtbot.keyClick(row.field, Qt.Key.Key_End)
    value = document.network.layer("layer_0").args["layer"]
    assert value == {"kind": "GRU", "units": 5}  # both have units
    qtbot.keyClick(row.form.rows["activation"].field, Qt.Key.Key_Home)
    value = document.network.layer("layer_0").args["layer"]
    assert value["activation"] == "linear"
    assert checked_args(CATALOGUE["Bidirectional"], {"layer": value}, "x") == {"layer": value}


def test_several_layers_are_set_at_once(qtbot: QtBot, document: Document, tab: LayerTab, opened: Open) -> None:
    form = opened("Dense", {"units": 3, "use_bias": False}, {"units": 5, "activation": "tanh"}, {"units": 5})
    assert form.several.text() == "3 layers: Hidden"
    assert not form.name.isVisible()
    units, activation, bias = (form.rows[name] for name in ("units", "activation", "use_bias"))
    assert isinstance(units.field, StepField)
    assert units.field.value is None
    assert units.field.lineEdit().placeholderText() == "mixed"
    assert isinstance(activation.field, ChoiceField)
    assert activation.field.currentIndex() == -1
    assert bias.mixed.isVisible()
    write(qtbot, units.field, "7")
    assert [layer.args["units"] for layer in document.network.layers] == [7, 7, 7]
    assert units.field.value == 7
    assert document.network.layer("layer_1").args["activation"] == "tanh"  # nothing else was touched
    qtbot.mouseClick(bias.field, Qt.MouseButton.LeftButton)
    assert all(layer.args["use_bias"] for layer in document.network.layers if "use_bias" in layer.args)
    assert not bias.mixed.isVisible()
    assert document.undo_stack.count() == 2
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert [layer.args["units"] for layer in document.network.layers] == [3, 5, 5]


def test_an_argument_of_objects_that_differ_otherwise(qtbot: QtBot, document: Document, opened: Open) -> None:
    one = {"kind": "random_uniform", "minval": -1.0}
    other = {"kind": "random_uniform", "minval": -2.0, "maxval": 2.0}
    form = opened("Dense", {"kernel_initializer": one}, {"kernel_initializer": other})
    row = form.rows["kernel_initializer"]
    assert isinstance(row, ObjectRow)
    low = row.rows["minval"].field
    assert isinstance(low, StepField)
    assert low.lineEdit().placeholderText() == "mixed"
    write(qtbot, row.rows["maxval"].field, "3")
    found = [layer.args["kernel_initializer"] for layer in document.network.layers]
    assert found == [{**one, "maxval": 3.0}, {**other, "maxval": 3.0}]


def test_layers_of_different_kinds_show_the_network(document: Document, tab: LayerTab) -> None:
    network, a = edits.add_layer(NetworkSpec(), "Dense")
    network, b = edits.add_layer(network, "Dropout")
    document.edit_network(network, "Start")
    document.select((a, b))
    assert tab.form is None
    assert tab.summary.title.text() == "2 of 2 layers selected"


def test_shapes_and_costs_are_those_of_the_network(document: Document, tab: LayerTab) -> None:
    layers = (
        LayerSpec("in", "Input", {"shape": (8, 8, 3)}), LayerSpec("conv", "Conv2D", {"filters": 4}),
        LayerSpec("norm", "BatchNormalization"),
    )  # fmt: skip
    document.edit_network(NetworkSpec(layers, (("in", "conv"), ("conv", "norm"))), "Start")
    document.select(("conv",))
    assert tab.form is not None
    section = tab.form.shape_section
    assert section.shape.text() == "(batch, 8, 8, 3) → (batch, 6, 6, 4)"
    assert section.cost.text() == f"112 parameters, {6 * 6 * 4 * 27:,} multiply-adds"
    assert section.cost.toolTip() == "kernel: 3 × 3 × 3 × 4\nbias: 4"
    document.select(("norm",))
    section = tab.form.shape_section
    assert section.cost.text().startswith("16 parameters, 8 of them not trained")


def test_nothing_of_a_form_is_squeezed(qtbot: QtBot, opened: Open, tab: LayerTab) -> None:
    form = opened("LSTM")
    tab.resize(300, 600)
    form.args.more.header.click()
    rows = list(form.rows.values())
    qtbot.waitUntil(lambda: all(row.isVisible() for row in rows))

    def needed(row: ArgRow) -> int:
        return max(row.heightForWidth(row.width()), row.minimumSizeHint().height())

    qtbot.waitUntil(lambda: all(row.height() >= needed(row) for row in rows))
