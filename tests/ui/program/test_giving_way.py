"""A window gives way to one that speaks the other language, over an engine without Keras: nothing else changes."""

from __future__ import annotations

import gc
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from pathlib import Path
from weakref import ref

import pytest
from PySide6.QtCore import QMetaMethod, QObject, QSettings, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from nnviz.assets import asset
from nnviz.backend.session import TrainingSession
from nnviz.backend.state import State
from nnviz.backend.thread import TrainingThread
from nnviz.data.spec import Builtin
from nnviz.network import edits
from nnviz.network.problems import Fix, Problem
from nnviz.project.project import Project
from nnviz.sentences import Sentence
from nnviz.training.recipe import Recipe
from nnviz.ui import language, style, theme
from nnviz.ui.diagram import commands
from nnviz.ui.inspector import inspector
from nnviz.ui.inspector.recipe_edits import RecipeEdits
from nnviz.ui.program import giving_way
from nnviz.ui.training.endings import ending_text
from nnviz.ui.window import MainWindow
from nnviz.ui.workspace import Workspace
from tests.network.test_edits import chain

FAKE = Path(__file__).parents[2] / "backend" / "fake_engine.py"
SHORT = Project(chain("Input", "Dense", "Output"), Builtin(name="xor"), Recipe(epochs=6))
DENSE = SHORT.network.layers[1].id
LONG = 20_000


class Desk:
    """The workspace, whichever window shows it."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.space, self._qtbot = window.space, qtbot
        giving_way.keep(window)

    @property
    def window(self) -> MainWindow:
        found = self.space.parent()
        assert isinstance(found, MainWindow)
        return found

    def wait(self, condition: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(condition()), timeout=LONG)

    def speak(self, value: str) -> None:
        """Choose a language in the menu, and wait for the window that speaks it."""
        before = id(self.window)
        action = next(a for a in language_menu(self.window) if a.text() == dict(language.choices())[value])
        with self._qtbot.waitSignal(self.space.window_changed, timeout=LONG):
            action.trigger()
            del action
        assert id(self.window) != before


def language_menu(window: MainWindow) -> list[QAction]:
    found = next(action for action in window.menu.actions() if action.text() == language.TITLE)
    return found.menu().actions()  # type: ignore[attr-defined]


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    style.install(qapp)
    QSettings().clear()
    language.choose("en")
    session = TrainingSession(TrainingThread([sys.executable, str(FAKE), "good"], log=tmp_path / "engine.log"))
    made = Desk(MainWindow(session), qtbot)
    made.window.resize(1280, 800)
    made.window.show()
    made.space.document.open(SHORT, None)
    made.window.start_engine()
    made.wait(lambda: not made.space.document.blocked and session.state is State.IDLE)
    yield made
    made.space.document.undo_stack.setClean()
    made.window.shutdown()
    made.window.hide()
    made.window.deleteLater()
    giving_way.keep(None)
    QSettings().clear()
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QApplication.processEvents()


def trained(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.space.session.run_ended, timeout=LONG):
        desk.space.running.train()
    rested: list[bool] = []
    desk.space.running.when_kept(lambda: rested.append(True))
    desk.wait(lambda: rested)


def texts(window: MainWindow) -> Iterator[str]:
    """Every text of every part of *window*, seen or not, but for what a person types."""
    for widget in (window, *window.findChildren(QWidget)):
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        if isinstance(widget, QLineEdit):
            yield widget.placeholderText()
    yield from (action.text() for action in window.findChildren(QAction))


def english() -> set[str]:
    """What the window says in English and says otherwise in Korean, wherever it says it."""
    messages = ElementTree.parse(asset("translations") / "nnviz_ko.ts").getroot().iter("message")
    found: dict[str, set[str]] = {}
    for message in messages:
        found.setdefault(message.findtext("source", ""), set()).add(message.findtext("translation", ""))
    return {source for source, spoken in found.items() if not spoken & {"", source}}


def receivers(space: Workspace) -> dict[str, int]:
    """How many follow each signal of what goes on when a window goes."""
    running, files = space.running, space.files
    parts: dict[str, QObject] = {
        "document": space.document, "undo": space.document.undo_stack, "session": space.session, "live": space.live,
        "inside": space.live.inside, "running": running, "keeper": running._keeper, "files": files,
        "work": files.work, "saving": files.saving, "recent": files.recent, "hand": space.hand_edits,
        "theme": theme.notifier(),
    }  # fmt: skip
    counts = {}
    for name, part in parts.items():
        kind = part.metaObject()
        for method in (kind.method(i) for i in range(kind.methodCount())):
            if method.methodType() is QMetaMethod.MethodType.Signal:
                signature = method.methodSignature().toStdString()
                counts[f"{name}.{signature}"] = part.receivers(f"2{signature}")
    return counts


def test_the_choice_is_found_by_who_reads_only_the_other_language(desk: Desk) -> None:
    for value in ("ko", "en"):
        names = [action.text() for action in language_menu(desk.window)]
        assert {"English", "한국어"} <= set(names)
        desk.speak(value)
    assert "English" not in desk.window.menu.actions()[0].text()


def test_a_trained_run_its_diagram_and_its_places_are_as_they_were_and_every_word_is_korean(
    desk: Desk, qtbot: QtBot
) -> None:
    trained(desk, qtbot)
    window, document = desk.window, desk.space.document
    document.edit_network(edits.set_args(document.network, DENSE, units=5), "Change units")
    desk.wait(lambda: desk.space.session.state is not State.BUILDING)
    document.select((DENSE,))
    window.inspector.show_tab(inspector.RECIPE)
    window.panes.bring(window.panes.layers)
    window.panes.loss._log.setChecked(True)
    window.diagram.zoom_to(0.8)
    seen, size = window.diagram.seen.center(), window.size()
    assert "학습" not in window.topbar.train.text()
    del window
    desk.speak("ko")
    window = desk.window
    assert window.isVisible()
    assert (window.size(), document.selection) == (size, (DENSE,))
    assert window.inspector.tabs.currentIndex() == inspector.RECIPE
    desk.wait(lambda: window.panes.can_be_seen(window.panes.layers))
    assert window.panes.loss.curves.epochs == desk.space.session.history.epochs == 6
    assert window.panes.loss.view.log
    assert window.diagram.zoom == pytest.approx(0.8)
    assert (window.diagram.seen.center() - seen).manhattanLength() < 3
    assert [row.run.id for row in window.panes.runs.rows] == [1]
    assert window.topbar.reset.isEnabled()
    assert set(texts(window)) & english() == set()


def test_a_step_can_be_undone_in_the_window_that_came_after_it(desk: Desk, qtbot: QtBot) -> None:
    trained(desk, qtbot)
    document = desk.space.document
    units = document.network.layer(DENSE).args["units"]
    commands.change_units(document, (DENSE,), 3)
    desk.wait(lambda: desk.space.session.state is not State.BUILDING)
    desk.window.runs.rename(1, "Once")
    desk.speak("ko")
    document.undo_stack.undo()
    assert desk.space.running.runs[0].label.name == ""
    document.undo_stack.undo()
    assert document.network.layer(DENSE).args["units"] == units
    assert desk.window.scene.layer_items[DENSE].look.parameters == 3 * units  # of two inputs and the bias
    document.undo_stack.redo()
    document.undo_stack.redo()
    assert desk.space.running.runs[0].label.name == "Once"
    assert document.dirty
    assert desk.window.isWindowModified()


def test_how_a_run_ended_is_said_in_the_new_language(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.space.session.run_ended, timeout=LONG) as ended:
        desk.space.running.train()
    (ending,) = ended.args
    before = ending_text(ending)
    assert desk.window.display._came_to == ending
    desk.speak("ko")
    assert ending_text(ending) not in ("", before)
    desk.wait(lambda: desk.window.status.engine.text() == ending_text(ending))


def test_the_steps_of_undo_are_named_in_the_new_language(desk: Desk) -> None:
    """Each way to name one: what the diagram, the recipe, the data, a fix and the runs call their steps."""
    document, window = desk.space.document, desk.window
    stack = document.undo_stack
    commands.append(document, "Dropout")
    commands.change_units(document, (DENSE,), 2)
    RecipeEdits(document).set("batch_size", 3)
    RecipeEdits(document).set_argument("beta_1", 0.8)
    window.files.use_data(Builtin(name="circles"))
    document.apply_fix(Problem("", fix=Fix(Sentence("Use {0}", "mae"), "set_recipe", ("metrics", ("mae",)))))
    document.edit_network(edits.remove_layers(document.network, (DENSE,)), "My own words")
    said = ["Add Dropout", "Change units of Hidden 1", "Change batch size", "Change beta 1", "Use Circles", "Use mae"]
    assert [stack.text(i) for i in range(stack.count())] == [*said, "My own words"]
    stack.undo()
    stack.undo()
    del window
    desk.speak("ko")
    korean = [stack.text(i) for i in range(stack.count())]
    assert korean[-1] == "My own words"
    assert all(any("가" <= letter <= "힣" for letter in text) for text in korean[:-1]), korean
    undo, redo = desk.window.menu.edit._steps
    assert (undo.text(), redo.text()) == (f"실행 취소: {korean[4]}", f"다시 실행: {korean[5]}")
    desk.speak("en")
    assert [stack.text(i) for i in range(stack.count())] == [*said, "My own words"]


def test_a_run_goes_on_while_the_window_changes(desk: Desk) -> None:
    session, document = desk.space.session, desk.space.document
    document.edit_recipe(Recipe(epochs=1_000_000), "long")
    desk.space.running.train()
    desk.wait(lambda: session.epoch > 2)
    engine, ended = session.engine_pid, []
    session.run_ended.connect(ended.append)
    desk.speak("ko")
    epoch = session.epoch
    assert (session.state, session.engine_pid, ended) == (State.TRAINING, engine, [])
    desk.wait(lambda: session.epoch > epoch and desk.window.panes.loss.curves.epochs > epoch)
    assert desk.window.panes.loss.curves.epochs <= session.history.epochs
    assert [run.id for run in desk.space.running.runs] == [1]
    desk.window.topbar.stop.click()
    desk.wait(lambda: ended)
    rested: list[bool] = []
    desk.space.running.when_kept(lambda: rested.append(True))
    desk.wait(lambda: rested)


def test_nothing_of_the_old_window_is_left(desk: Desk, qtbot: QtBot) -> None:
    trained(desk, qtbot)
    desk.speak("ko")  # the first one connects what a window that is made with a run connects
    before, windows = receivers(desk.space), len(QApplication.topLevelWidgets())
    window = desk.window
    parts = (window, window.scene, window.runs, window.racing, *window.findChildren(QWidget))
    old = [ref(part) for part in parts]
    del window, parts
    for value in ("en", "ko"):
        desk.speak(value)
    QApplication.processEvents()
    gc.collect()
    assert [part() for part in old if part() is not None] == []
    assert receivers(desk.space) == before
    assert len(QApplication.topLevelWidgets()) == windows


def test_the_window_waits_for_what_was_asked_for_in_it(desk: Desk) -> None:
    space, done = desk.space, []
    space.document.edit_recipe(Recipe(epochs=1_000_000), "long")
    space.running.train()
    desk.wait(lambda: space.session.epoch > 0)
    first, told = id(desk.window), []
    space.window_changed.connect(lambda _: told.append(bool(done)))
    space.running.at_rest(lambda: done.append(id(desk.window)))
    assert desk.window.giving_way.busy
    desk.window.take_language("ko")
    desk.wait(lambda: told)
    assert (done, told) == ([first], [True])


def test_to_choose_what_is_spoken_already_changes_nothing(desk: Desk) -> None:
    window = desk.window
    window.take_language("en")
    QApplication.processEvents()
    QApplication.processEvents()
    assert desk.window is window


def test_a_window_that_closes_is_followed_by_none(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    window = desk.window
    with monkeypatch.context() as held:  # until it closes, something keeps it
        held.setattr(giving_way.GivingWay, "busy", True)
        window.take_language("ko")
    window.document.undo_stack.setClean()
    window.close()
    window.giving_way.ask()
    giving_way._give_way(window)
    assert desk.window is window
    assert not window.isVisible()


def test_a_dialog_that_is_open_is_not_taken_away(desk: Desk, qtbot: QtBot) -> None:
    window = desk.window
    window.choose_data()
    chooser = QApplication.activeModalWidget()
    assert chooser is not None
    language.choose("ko")
    window.giving_way.ask()  # as when something that was waited for is done only now
    window.giving_way.ask()
    assert window.giving_way.busy
    with qtbot.waitSignal(window.giving_way._again.timeout, timeout=LONG):
        pass
    assert desk.window is window
    changed: list[object] = []
    desk.space.window_changed.connect(changed.append)
    chooser.close()
    window.giving_way.ask()
    window.giving_way.ask()
    desk.wait(lambda: changed)
    QApplication.processEvents()  # what was asked for twice is due by now
    assert len(changed) == 1
