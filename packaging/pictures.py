"""Take the pictures of the manual anew: the real window and the real engine, in the lessons. Needs no screen.

Run it when the window looks different: ``python packaging/pictures.py [NAME ...]``.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs/manual/pictures"
SIZE, PANE = (1280, 800), (640, 420)
PATIENCE, REST = 120.0, 4.0  # seconds
# picture -> the lesson it is taken in, epochs to train, the part of the window
SHOTS: dict[str, tuple[str, int, str]] = {
    "window": ("xor-backpropagation", 400, "window"),
    "diagram": ("convolution", 3, "diagram"),
    "recipe": ("learning-rate-decay", 0, "inspector"),
    "curves": ("overfitting", 60, "loss"),
    "weights": ("digits", 10, "weights"),
    "layers": ("vanishing-gradients", 10, "layers"),
    "surface": ("activations", 150, "surface"),
    "predictions": ("one-answer", 20, "predictions"),
    "evaluation": ("digits", 10, "evaluation"),
    "trying": ("one-answer", 20, "trying"),
    "one_step": ("one-step", 100, "one_step"),
    "inside": ("convolution", 5, "activations"),
    "runs": ("optimizers", 60, "runs"),
    "data": ("flowers", 0, "data"),
}


def main(names: list[str]) -> int:
    """Take the pictures called *names*, or all."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory(prefix="nnviz-pictures-") as home:
        os.environ.update(HOME=home, XDG_CONFIG_HOME=home, XDG_DATA_HOME=home, XDG_CACHE_HOME=home, XDG_STATE_HOME=home)
        PICTURES.mkdir(parents=True, exist_ok=True)
        Photographer().take(names or list(SHOTS))
    return 0


class Photographer:
    """One window, through all lessons."""

    def __init__(self) -> None:
        from nnviz.ui import theme
        from nnviz.ui.program.app import make_app
        from nnviz.ui.window import MainWindow

        self.app = make_app()
        theme.choose("dark")
        self.window = MainWindow()
        self.window.resize(*SIZE)
        self.window.show()
        self.window.restore_panes()  # as large as a person sees them first
        self.window.start_engine()

    def take(self, names: list[str]) -> None:
        """All pictures called *names*, one after another."""
        for name in names:
            lesson, epochs, part = SHOTS[name]
            self._open(lesson)
            if epochs:
                self._train(epochs)
            getattr(self, f"_before_{name}", lambda: None)()
            self._grab(part).save(str(PICTURES / f"{name}.png"))
            self.window.resize(*SIZE)
            print(name)
        self.window.shutdown()

    def _open(self, lesson: str) -> None:
        window = self.window
        window.session.pause()
        window.document.undo_stack.setClean()
        window.files.may_discard = lambda _then: True
        window.lessons.open(lesson)
        self._until(lambda: window.inspector.lessons.name == lesson and window.document.dataset is not None)
        self._until(lambda: bool(window.live.kernels))

    def _train(self, epochs: int) -> None:
        window = self.window
        self._until(window.topbar.train.isEnabled)
        window.running.train()
        self._until(lambda: window.session.epoch >= min(epochs, window.document.recipe.epochs))
        window.session.pause()
        self._until(lambda: window.session.state.value in ("paused", "ended"))

    def _grab(self, part: str) -> Any:
        from nnviz.ui.inspector import inspector

        window = self.window
        if part == "window":
            window.inspector.show_tab(inspector.LESSONS)
            self._rest(2.0)
            return window.grab()
        if part in ("diagram", "inspector"):
            window.inspector.show_tab(inspector.RECIPE if part == "inspector" else inspector.LAYER)
            self._rest(1.5)
            return getattr(window, part).grab()
        dock = self._show(part)
        if part == "evaluation":  # on a busy machine it takes its time
            self._until(lambda: not window.panes.evaluation.figure_button.isHidden())
        self._rest(REST)
        picture = dock.grab()
        dock.setFloating(False)
        return picture

    def _show(self, part: str) -> Any:
        """The pane *part* in a window of its own."""
        dock = next(dock for dock in self.window.panes.docks if dock.objectName() == part)
        dock.show()
        dock.raise_()
        dock.setFloating(True)
        dock.resize(*PANE)
        self._rest(0.5)
        return dock

    # What a person would have done before the picture is worth looking at.

    def _before_trying(self) -> None:
        """Draw a three."""
        from PySide6.QtCore import QPoint, Qt
        from PySide6.QtTest import QTest

        self._show("trying")
        canvas = self.window.panes.trying.canvas
        width, height = canvas.width(), canvas.height()
        path = [(0.35, 0.25), (0.5, 0.18), (0.64, 0.28), (0.5, 0.47), (0.66, 0.62), (0.52, 0.8), (0.34, 0.72)]
        points = [QPoint(round(x * width), round(y * height)) for x, y in path]
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=points[0])
        for point in points[1:]:
            QTest.mouseMove(canvas, point)
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=points[-1])

    def _before_data(self) -> None:
        """Choose a row."""
        from nnviz.ui.data_view.data_view import DataView

        self._show("data")
        self._until(lambda: bool(self.window.panes.data.findChildren(DataView)))
        self.window.panes.data.findChildren(DataView)[0].select_row(50)

    def _before_one_step(self) -> None:
        """Go on to the first weighted sums."""
        self._show("one_step")
        self._rest(REST)
        self.window.panes.one_step.go_to(1)

    def _before_recipe(self) -> None:
        """Room for more of the form."""
        self.window.resize(SIZE[0], 1100)

    def _before_runs(self) -> None:
        """A second run, with Adam."""
        window = self.window
        window.document.edit_recipe(window.document.recipe.with_optimizer("Adam", learning_rate=0.01), "Adam")
        window.running.reset()
        self._until(lambda: window.session.epoch == 0)
        self._train(SHOTS["runs"][1])

    def _rest(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        self._turn(lambda: time.monotonic() >= end)

    def _until(self, condition: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        self._turn(lambda: condition() or time.monotonic() > end)
        if not condition():
            raise SystemExit("the window did not come so far")

    def _turn(self, over: Callable[[], bool]) -> None:
        from PySide6.QtCore import QEventLoop

        while not over():
            self.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
