"""The real window in a process of its own: it trains, and tells what is safe, until it is killed."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from nnviz.commands.window import open_window
from nnviz.project.work_base import WorkBase
from nnviz.training.recipe import Recipe

app, window = open_window(None)
window.files.recent.remembers = False
window.document.edit_recipe(Recipe(epochs=10_000_000).with_optimizer("SGD", learning_rate=0.01), "endless")


def train() -> None:
    if window.topbar.train.isEnabled() and not window.session.in_run:
        window.topbar.train.click()


def tell() -> None:
    """Which epochs of which engine are on the disk now."""

    def safe(base: WorkBase | None) -> int:
        return 0 if base is None else base.counts()[1]

    window.files.work.do(safe, lambda epochs, _: print(window.session.engine_pid, epochs, flush=True))


timers = [QTimer(window), QTimer(window)]
for timer, slot in zip(timers, (train, tell), strict=True):
    timer.timeout.connect(slot)
    timer.start(200)
app.exec()
