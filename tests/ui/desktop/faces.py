"""Everything of the window that a person can be shown without a run, one face after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget

from nnviz.data.spec import Builtin
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project import lessons
from nnviz.project.project import Project
from nnviz.ui import language
from nnviz.ui.by_hand.weight_popover import WeightPopover
from nnviz.ui.dialogs.data_chooser import DataChooser
from nnviz.ui.dialogs.diagram_export import DiagramExport
from nnviz.ui.dialogs.shortcuts import ShortcutSheet
from nnviz.ui.dialogs.template_gallery import TemplateGallery
from nnviz.ui.faults.dialog import FaultDialog
from nnviz.ui.inspector import inspector
from nnviz.ui.inspector.recipe_tab import RecipeTab
from nnviz.ui.manual.manual import Manual
from nnviz.ui.program.in_pieces import InPieces
from nnviz.ui.runs.ensemble_dialog import EnsembleDialog
from nnviz.ui.runs.race_dialog import RaceDialog
from nnviz.ui.window import MainWindow

MOST_TURNS = 200
Face = tuple[str, QWidget]
PICTURES = NetworkSpec(
    (
        LayerSpec("input", "Input", {"shape": (28, 28, 1)}),
        LayerSpec("conv", "Conv2D", {"filters": 4, "kernel_size": (3, 3)}),
        LayerSpec("drop", "Dropout", {"rate": 0.2}),
        LayerSpec("lonely", "LSTM", {"units": 3}),
        LayerSpec("flat", "Flatten"),
        LayerSpec("output", "Output", {"units": 10}),
    ),
    (("input", "conv"), ("conv", "drop"), ("drop", "flat"), ("flat", "output")),
)


@contextmanager
def shown_window(speaks: str) -> Iterator[MainWindow]:
    """The window at 1280 by 800 in the language *speaks*, without an engine, its data loaded."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = language.chosen()
    language.choose(speaks)
    language.install(app)
    window = MainWindow()
    window.session._thread.send = lambda _command: None  # it would start an engine
    window.resize(1280, 800)
    window.restore_panes()
    window.show()
    try:
        yield window
    finally:
        window.document.undo_stack.setClean()
        if window.isVisible():  # or it was closed by a test
            window.shutdown()
            window.hide()
        window.deleteLater()
        QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
        language.choose(before)
        language.install(app)


def all_of(window: MainWindow, folder: Path) -> Iterator[Face]:
    """Window, then dialogs; *folder* is one to write to."""
    yield from dialogs(window, folder)
    yield from of_the_window(window)


def of_the_window(window: MainWindow) -> Iterator[Face]:
    """The window itself, each pane in front, each tab of the inspector, each kind of layer selected."""
    yield "window", _settled(window)
    for dock in window.panes.docks:
        dock.show()
        dock.raise_()
        yield f"pane {dock.objectName()}", _settled(dock)
    for index, name in enumerate(("layer", "recipe", "script", "lessons")):
        window.inspector.show_tab(index)
        yield f"inspector {name}", _settled(window.inspector)
    window.lessons._show(lessons.chapters()[0].lessons[0])
    yield "a lesson", _settled(window.inspector)
    window.inspector.show_tab(inspector.LAYER)
    for layer in window.document.network.layers[:3]:
        window.document.select((layer.id,))
        yield f"layer {layer.id}", _settled(window.inspector)
    yield from _over_the_diagram(window)
    window.document.open(Project(PICTURES, Builtin(name="moons")), None)
    window.inspector.show_tab(inspector.LAYER)
    yield "a network with problems", _settled(window)
    for layer in PICTURES.layers[1:4]:
        window.document.select((layer.id,))
        yield f"layer {layer.kind}", _settled(window.inspector)


def _over_the_diagram(window: MainWindow) -> Iterator[Face]:
    editing = window.diagram.editing
    opened = (("search", editing.search, editing.search.open), ("picker", editing.picker, editing.picking.add),
              ("problems", editing.problems, editing.problems.toggle))  # fmt: skip
    for name, sheet, opens in opened:
        opens()
        yield name, _settled(sheet)
        sheet.hide()
    sheet = window.diagram.groups.repeat_sheet
    sheet.show()
    yield "repeat", _settled(sheet)
    sheet.hide()
    panel = window.topbar.panel
    panel.show_below(window.topbar.export)
    yield "exports", _settled(panel)
    panel.hide()


def dialogs(window: MainWindow, folder: Path) -> Iterator[Face]:
    """What opens in windows of its own."""
    document = window.document
    made: tuple[tuple[str, Callable[[], QWidget]], ...] = (
        ("data chooser", lambda: DataChooser(document, window)),
        ("keys", lambda: ShortcutSheet(window.menu, window)),
        ("manual", lambda: _manual(window)),
        ("templates", lambda: TemplateGallery(document, window)),
        ("diagram export", lambda: DiagramExport(document, window.live, "moons", window)),
        ("race", lambda: RaceDialog(document.project, 200, window)),
        ("ensemble", lambda: EnsembleDialog(("Run 1", "Run 2"), "", window)),
        ("fault", lambda: FaultDialog(folder, parent=window)),
        ("weight", lambda: _popover(window)),
    )
    for name, make in made:
        dialog = make()
        dialog.show()
        yield name, _settled(dialog)
        dialog.close()
        dialog.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _manual(window: MainWindow) -> Manual:
    manual = Manual(window)
    manual.list.setCurrentRow(0)
    return manual


def _popover(window: MainWindow) -> WeightPopover:
    popover = WeightPopover(window)
    popover.open_fill("hidden_1", "Hidden 1", QPoint(400, 300))
    return popover


def _settled(widget: QWidget) -> QWidget:
    """*widget* after the turns of the loop that layouts and posted work need."""
    for made in widget.findChildren(InPieces):
        made.finish()
    for tab in widget.findChildren(RecipeTab):
        tab.build()
    before: list[QRect] = []
    for _ in range(MOST_TURNS):
        QApplication.processEvents()
        now = [part.geometry() for part in widget.findChildren(QWidget)]
        if now == before:
            return widget
        before = now
    raise AssertionError(f"{widget} finds no rest")
