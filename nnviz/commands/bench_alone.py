"""An engine without a window, trained for some seconds by one story of ``nnviz bench ui``."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from pathlib import Path

LEAST_EPOCHS = 6  # arrivals from which the length of an epoch can be told
FAR = 1 << 30  # epochs: a run that is stopped by the clock


def main(argv: Sequence[str]) -> int:
    """``SECONDS PROJECT``: when each epoch arrived, as a JSON line; only ``nnviz bench ui`` starts this."""
    seconds, path = float(argv[0]), Path(argv[1])

    from PySide6.QtCore import QCoreApplication

    from nnviz.backend.session import TrainingSession
    from nnviz.project.files import open_project
    from nnviz.project.json_form import project_to_json
    from nnviz.training.messages import Ending, Epochs, Refused

    app = QCoreApplication([])
    session = TrainingSession()
    asked = project_to_json(open_project(path).project), str(path.parent)
    arrivals: list[tuple[float, int]] = []
    end = float("inf")
    failures: list[str] = []

    def on_epochs(epochs: Epochs) -> None:
        arrivals.append((time.monotonic(), epochs.first + len(epochs.rows) - 1))
        if time.monotonic() >= end and len(arrivals) >= LEAST_EPOCHS:
            session.stop()

    def on_started() -> None:
        nonlocal end
        end = time.monotonic() + seconds

    def on_ended(ending: Ending) -> None:
        if ending.kind != "stopped":
            failures.append(ending.sentence)
        app.quit()

    def on_refused(refused: Refused) -> None:
        failures.append(refused.sentence)
        app.quit()

    session.epochs_finished.connect(on_epochs)
    session.run_ended.connect(on_ended)
    session.refused.connect(on_refused)
    session.run_started.connect(on_started)
    session.train(*asked, FAR)
    app.exec()
    session.shutdown()
    print(json.dumps({"arrivals": arrivals, "failure": " ".join(failures)}))
    return 0
