"""A hand without a plan: seeded random gestures at the real window, each followed by what has to hold whatever was.

What it cannot foresee it answers at random: questions, file dialogs, menus. Faults are caught as pytest-qt does.
"""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QWidget,
)

from nnviz.data.spec import Builtin, DataSpec, Table
from nnviz.errors import BadInput
from nnviz.network import edits
from nnviz.network.catalogue import CATALOGUE
from nnviz.network.values import checked
from nnviz.project.race import entries, things
from nnviz.training.recipe import Recipe
from nnviz.ui.diagram import commands
from nnviz.ui.program import giving_way
from nnviz.ui.window import MainWindow

KEYS = (
    Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Space,
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Plus, Qt.Key.Key_Minus,
    Qt.Key.Key_A, Qt.Key.Key_L, Qt.Key.Key_U, Qt.Key.Key_M, Qt.Key.Key_F2, Qt.Key.Key_Home, Qt.Key.Key_End,
)  # fmt: skip
HELD = (Qt.KeyboardModifier.NoModifier,) * 4 + (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)
KINDS = ("Dense", "Dense", "Dropout", "BatchNormalization", "Activation", "Conv2D", "Flatten", "Add", "Output", "Input")
DATA: tuple[DataSpec | None, ...] = (
    Builtin(name="moons", samples=60), Builtin(name="xor"), Builtin(name="iris"), Builtin(name="digits"),
    Builtin(name="diabetes"), Table(path="nowhere.csv"), None,
)  # fmt: skip


class Monkey:
    """Does one thing after the other.

    Args:
        seed: the same gestures for the same seed, as far as the window answers alike.
        window: the one to begin with; the one that took its place after a change of the language is followed.
        folder: for its files.
        leaving: what it never does, by the names of ``WEIGHTS``.

    Attributes:
        done: what it has done so far, for the report of a fault.
    """

    def __init__(self, seed: int, window: MainWindow, folder: Path, *, leaving: Sequence[str] = ()) -> None:
        self.random, self.folder, self.leaving = Random(seed), folder, leaving
        self.done: list[str] = []
        self._window = window
        self._files = [folder / "one.nnviz", folder / "two.nnviz", folder / "three.json"]
        (folder / "table.csv").write_text("a,b,y\n" + "".join(f"{i},{i * i % 7},{i % 2}\n" for i in range(40)))
        (folder / "junk.nnviz").write_bytes(b"SQLite format 3\0 not really")
        (folder / "한글 이름.txt").write_text("what is this")

    @property
    def window(self) -> MainWindow:
        """The one that is open."""
        return giving_way._OPEN[0] if giving_way._OPEN else self._window

    def answer(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """From now on every question that would wait for a person is answered at random."""
        boxes = QMessageBox.StandardButton
        monkeypatch.setattr(
            QMessageBox, "exec", lambda _box: self.random.choice((boxes.Discard, boxes.Save, boxes.Cancel))
        )
        monkeypatch.setattr(QMessageBox, "question", lambda *_args: self.random.choice((boxes.Yes, boxes.No)))
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(self._some_file()), ""))
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(self._any_file()), ""))
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(self.folder))
        monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)

    def act(self, times: int = 1) -> None:
        """Do *times* things, and look after each whether the window holds together."""
        names = [name for name in WEIGHTS if name not in self.leaving]
        weights = [WEIGHTS[name] for name in names]
        for _ in range(times):
            name = self.random.choices(names, weights)[0]
            self.done.append(name)
            getattr(self, f"_{name}")()
            self._pass_time()
            self.check()

    def check(self) -> None:
        """What holds after whatever was done."""
        window, document = self.window, self.window.document
        ids = {layer.id for layer in document.network.layers}
        assert set(document.selection) <= ids
        assert set(window.scene.layer_items) == ids
        assert {layer for item in window.scene.selected_items() for layer in item.layers} >= set(document.selection)
        numbers = [run.id for run in window.running.runs]
        assert len(set(numbers)) == len(numbers)
        for run in window.running.runs:
            assert all(len(column) == run.epochs for column in run.columns.values())
        assert window.session.epoch >= 0
        assert QApplication.activeModalWidget() is None or QApplication.activeModalWidget().isVisible()

    def undo_all(self) -> None:
        """Back through the whole history and forth again: what is shown is what was shown, at every step."""
        document, stack = self.window.document, self.window.document.undo_stack
        self.done.append("undo all")
        seen = {stack.index(): document.project}
        while stack.canUndo():
            stack.undo()
            self.check()
            seen[stack.index()] = document.project
        while stack.index() < max(seen):
            stack.redo()
            assert document.project == seen[stack.index()]

    def close_all(self) -> None:
        """No menu and no dialog any more."""
        for _ in range(10):
            popup = QApplication.activePopupWidget()
            if popup is None:
                break
            popup.close()
        for dialog in self.window.findChildren(QDialog):
            if dialog.isVisible():
                dialog.close()

    def close_asking(self) -> None:
        """Close what keeps everything else waiting: the menu that is open, a question or a file dialog of Qt's own."""
        for open_one in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
            if isinstance(open_one, QMenu | QMessageBox | QFileDialog):
                open_one.close()

    def _pass_time(self) -> None:
        QTest.qWait(self.random.choice((0, 0, 0, 1, 5, 30)))

    # ------------------------------------------------------------------ files

    def _some_file(self) -> Path:
        return self.random.choice(self._files)

    def _any_file(self) -> Path:
        others = [self.folder / name for name in ("table.csv", "junk.nnviz", "한글 이름.txt", "not there.nnviz", "")]
        return self.random.choice([*self._files, *others])

    def _save(self) -> None:
        self.window.files.save_to(self._some_file())

    def _open(self) -> None:
        self.window.files.open_anything(self._any_file())

    def _new(self) -> None:
        self.random.choice((self.window.files.new, self.window.files.new_empty))()

    def _export(self) -> None:
        name, suffix = self.random.choice((("npz", "npz"), ("python", "py"), ("csv", "csv"), ("keras", "keras")))
        self.window.running.export(name, self.folder / f"export.{suffix}")

    def _drop(self) -> None:
        mime = QMimeData()
        urls = [QUrl("https://example.org/data.csv"), QUrl("trash:///"), QUrl.fromLocalFile(str(self._any_file()))]
        mime.setUrls(self.random.sample(urls, self.random.randint(0, 3)))
        onto = self.random.choice((self.window, self.window.diagram.viewport()))
        at, copy = onto.rect().center(), Qt.DropAction.CopyAction
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        entering = QDragEnterEvent(at, copy, mime, buttons, keys)
        entering.ignore()
        QApplication.sendEvent(onto, entering)
        if entering.isAccepted():
            QApplication.sendEvent(onto, QDropEvent(at.toPointF(), copy, mime, buttons, keys))

    # ------------------------------------------------------------------ the diagram

    def _some_layers(self) -> tuple[str, ...]:
        ids = [layer.id for layer in self.window.document.network.layers]
        return tuple(self.random.sample(ids, min(len(ids), self.random.randint(0, 3))))

    def _add(self) -> None:
        self.window.append_layer(self.random.choice(KINDS))

    def _select(self) -> None:
        self.window.document.select(self._some_layers())

    def _delete(self) -> None:
        commands.delete_selected(self.window.document, self.window.scene.chosen_link)

    def _units(self) -> None:
        commands.change_units(self.window.document, self.window.document.selection, self.random.choice((-1, 1, 5)))

    def _set_arg(self) -> None:
        document = self.window.document
        chosen = self._some_layers()[:1]
        args = [arg for layer in chosen for arg in CATALOGUE[document.network.layer(layer).kind].args]
        if args:
            arg, value = self.random.choice(args), self.random.choice((1, 3, 0.5, "relu", None, True))
            with contextlib.suppress(BadInput):  # what no form would let through
                changed = edits.set_args(document.network, chosen[0], **{arg.name: checked(arg, value, arg.name)})
                document.edit_network(changed, "by a monkey")

    def _undo(self) -> None:
        for _ in range(self.random.randint(1, 4)):
            self.window.document.undo_stack.undo()

    def _redo(self) -> None:
        for _ in range(self.random.randint(1, 4)):
            self.window.document.undo_stack.redo()

    def _mouse(self) -> None:
        """Press, drag and release somewhere, with a surprise in the middle."""
        port = self.window.diagram.viewport()
        keys = self.random.choice(HELD)
        start, end = self._spot(port), self._spot(port)
        QTest.mousePress(port, Qt.MouseButton.LeftButton, keys, start)
        for step in range(1, 4):
            QTest.mouseMove(port, start + (end - start) * step / 3)
        if self.random.random() < 0.3:
            self.random.choice((self._undo, self._key, self._delete, self._data, self._add))()
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, keys, end)

    def _double_click(self) -> None:
        port = self.window.diagram.viewport()
        QTest.mouseDClick(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, self._spot(port))

    def _spot(self, port: QWidget) -> QPoint:
        """Somewhere; more often where there is something."""
        items = list(self.window.scene.layer_items.values())
        if items and self.random.random() < 0.7:
            item = self.random.choice(items)
            near = QPoint(self.random.randint(-60, 60), self.random.randint(-60, 60))
            return self.window.diagram.mapFromScene(item.pos()) + near
        return QPoint(self.random.randrange(port.width()), self.random.randrange(port.height()))

    def _key(self) -> None:
        focus = QApplication.focusWidget() or self.window.diagram
        QTest.keyClick(focus, self.random.choice(KEYS), self.random.choice(HELD))

    # ------------------------------------------------------------------ what is trained, and how

    def _data(self) -> None:
        spec = self.random.choice((*DATA, Table(path=str(self.folder / "table.csv"))))
        if spec is not None:
            self.window.files.use_data(spec)

    def _recipe(self) -> None:
        recipe = Recipe(epochs=self.random.choice((1, 5, 200)), batch_size=self.random.choice((1, 8, 64)))
        self.window.document.edit_recipe(recipe.with_optimizer(self.random.choice(("Adam", "SGD"))), "by a monkey")

    def _run(self) -> None:
        bar = self.window.topbar
        bar.wake()
        for button in self.random.sample((bar.train, bar.train, bar.step, bar.reset, bar.stop), 2):
            button.click()

    def _travel(self) -> None:
        travel = self.window.travel
        look = lambda: travel.look(self.random.randint(0, 30))  # noqa: E731
        self.random.choice((look, look, look, travel.play, travel.leave, travel.fork))()

    def _by_hand(self) -> None:
        hand, layers = self.window.by_hand, self.window.by_hand.with_weights(self._some_layers())
        if hand._may():
            self.random.choice((hand.clear, hand.draw_again))(layers)

    def _inside(self) -> None:
        inside = self.window.inside
        self.random.choice((inside.open_chosen, inside.toggle_chosen, inside.unmute))()

    def _runs(self) -> None:
        runs, known = self.window.runs, [run.id for run in self.window.running.runs]
        if known:
            some = tuple(self.random.sample(known, self.random.randint(1, min(3, len(known)))))
            if self.random.random() < 0.3:
                self.random.choice((runs.rename, runs.note))(some[0], self.random.choice(("", "가나다", "x" * 300)))
            else:
                runs.act(self.random.choice(("show", "star", "away", "open", "delete")), some)

    def _race(self) -> None:
        window = self.window
        facts = window.document.facts
        if facts is None or window.document.blocked:
            return
        thing = things(window.document.project)[-1]  # seeds
        window.racing.begin(thing, entries(window.document.project, thing.key, ("1", "2", "3"), facts.rows[0]))

    def _race_buttons(self) -> None:
        self.window.racing._steer(self.random.choice(("pause", "go_on", "stop")))

    def _kill(self) -> None:
        pid = self.window.session.engine_pid
        if pid is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def _speak(self) -> None:
        self.window.take_language(self.random.choice(("ko", "en")))

    # ------------------------------------------------------------------ everything that can be clicked

    def _click(self) -> None:
        """Any button that is seen, or an entry of a menu or list that is open."""
        root = QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.window
        buttons = [b for b in root.findChildren(QAbstractButton) if b.isVisible() and b.isEnabled()]
        if buttons:
            button = self.random.choice(buttons)
            self.done[-1] += f" {button.text() or button.accessibleName()!r}"
            QTimer.singleShot(100, self.close_asking)  # a button with a menu turns the event loop until that is closed
            button.click()

    def _field(self) -> None:
        """Any field that is seen gets another value."""
        root = QApplication.activeModalWidget() or self.window
        fields = [f for f in root.findChildren(QWidget) if isinstance(f, QLineEdit | QComboBox)]
        fields = [f for f in fields if f.isVisible() and f.isEnabled()]
        if not fields:
            return
        field = self.random.choice(fields)
        self.done[-1] += f" {field.accessibleName()!r}"
        if isinstance(field, QComboBox):
            field.setCurrentIndex(self.random.randrange(max(1, field.count())))
            field.activated.emit(field.currentIndex())
        else:
            field.setFocus()
            field.selectAll()
            field.insert(self.random.choice(("", "0", "-1", "1e999", "relu", "7", "0.01", "가", "nan")))
            QTest.keyClick(field, Qt.Key.Key_Return)

    def _menu(self) -> None:
        """Any command, as its key would."""
        found = [action for action in self.window.actions() if action.isEnabled() and action.text()]
        found = [action for action in found if "Ctrl+Q" not in action.shortcut().toString()]
        action: QAction = self.random.choice(found)
        self.done[-1] += f" {action.text()!r}"
        action.trigger()

    def _resize(self) -> None:
        self.window.resize(self.random.choice((980, 1280, 1900)), self.random.choice((640, 800, 1200)))

    def _close_all(self) -> None:
        self.close_all()


WEIGHTS: dict[str, float] = {
    "add": 4, "select": 6, "delete": 3, "units": 2, "set_arg": 3, "undo": 6, "redo": 4, "mouse": 12, "double_click": 3,
    "key": 8, "data": 3, "recipe": 3, "run": 14, "travel": 8, "by_hand": 3, "inside": 3, "runs": 6, "race": 2,
    "race_buttons": 2, "kill": 1, "speak": 0.6, "click": 12, "field": 6, "menu": 6, "resize": 0.5, "close_all": 6,
    "save": 2, "open": 2, "new": 1, "export": 2, "drop": 2,
}  # fmt: skip
