"""A window that lives through one story of ``nnviz bench ui`` and says in a JSON line what it measured."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nnviz.ui.program.window_bench import WindowBench
    from nnviz.ui.window import MainWindow

MEMORY = Path("/proc/self/smaps_rollup")


def main(argv: Sequence[str]) -> int:
    """``STORY SECONDS [PROJECT ...]``: show, train, scrub, open or look; only ``nnviz bench ui`` starts this."""
    story, seconds, paths = argv[0], float(argv[1]), [Path(name) for name in argv[2:]]

    from nnviz.commands.window import open_window

    benches: list[WindowBench] = []

    def watch(window: MainWindow) -> None:
        from nnviz.ui.program.window_bench import (
            WindowBench,  # not before the window itself, which starts as any other does
        )

        benches.append(WindowBench(window))

    app, window = open_window(paths[0] if story in ("train", "scrub") else None, before_show=watch)
    bench = benches[0]
    bench.finished.connect(lambda: app.exit(0))  # quit would ask whether to save
    stories = {
        "show": bench.show_only(),
        "train": bench.train_for(seconds),
        "open": bench.open_and_train(paths),
        "scrub": bench.scrub(seconds),
        "look": bench.look_around(paths),
    }
    bench.live(stories[story])
    app.exec()
    used = _memory()
    window.shutdown()
    print(json.dumps({**_told(bench), "memory": used, "tensorflow": "tensorflow" in sys.modules}))
    return 0


def _told(bench: WindowBench) -> dict[str, Any]:
    names = ("shown", "gaps", "arrivals", "first_epochs", "opened", "looks", "repaints", "pauses", "failure")
    return {name: getattr(bench, name) for name in names}


def _memory() -> dict[str, float]:
    """MB of this process: all pages it has (``rss``), and those that no other process shares (``uss``); Linux only."""
    if not MEMORY.exists():
        return {}
    lines = (line.split() for line in MEMORY.read_text().splitlines()[1:])
    kilobytes = {words[0].rstrip(":"): int(words[1]) for words in lines}
    own = kilobytes["Private_Clean"] + kilobytes["Private_Dirty"]
    return {"rss": kilobytes["Rss"] / 1024, "uss": own / 1024}
