"""An engine that may not have more memory: refused before the start where that is known, and survived where not."""

from __future__ import annotations

import json
import sys

import psutil
import pytest

from nnviz.backend.process import engine_command
from nnviz.backend.session import State, TrainingSession
from nnviz.backend.thread import TrainingThread
from nnviz.training.messages import Refused

PATIENCE = 120_000
GB = 1 << 30
# Limits its own address space and becomes the engine, so that no code runs between fork and exec.
LAUNCHER = """
import os, resource, sys
limit = int(sys.argv[1])
resource.setrlimit(resource.RLIMIT_AS, (limit, resource.RLIM_INFINITY))
os.execv(sys.argv[2], sys.argv[2:])
"""

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux alone limits an address space")


def project(units: int) -> bytes:
    layers = [{"id": "in", "kind": "Input"}]
    layers += [{"id": f"h{i}", "kind": "Dense", "units": units, "activation": "tanh"} for i in (1, 2)]
    return json.dumps(
        {
            "nnviz": 1,
            "network": {"layers": [*layers, {"id": "out", "kind": "Output"}]},
            "data": {"source": "builtin", "name": "xor"},
            "training": {"batch_size": 4, "seed": 3},
        }
    ).encode()


@pytest.fixture
def limited(qapp, qtbot, tmp_path):
    """A session over the real engine, which may have 6 GB of address space."""
    command = [sys.executable, "-c", LAUNCHER, str(6 * GB), *engine_command()]
    session = TrainingSession(TrainingThread(command, log=tmp_path / "engine.log"))
    with qtbot.waitSignal(session.engine_ready, timeout=PATIENCE):
        session.start_engine()
    yield session
    session.shutdown()


def test_a_network_larger_than_the_limit_is_refused_and_a_smaller_one_trains(limited, qtbot):
    with qtbot.waitSignal(limited.refused, timeout=PATIENCE) as refused:
        limited.train(project(9000), ".", 10)
    assert isinstance(refused.args[0], Refused)
    sentence, layer = refused.args[0].sentence, refused.args[0].layer
    assert sentence.startswith("Training needs about ")
    assert "most of it for the weights of h2, so give it fewer units" in sentence
    assert layer == "h2"
    with qtbot.waitSignal(limited.run_ended, timeout=PATIENCE) as ended:
        limited.train(project(8), ".", 10)
    assert (ended.args[0].kind, limited.state) == ("finished", State.ENDED), ended.args[0].sentence


@pytest.mark.nightly
@pytest.mark.logs_warnings
def test_memory_that_runs_out_in_a_run_ends_it_with_a_sentence_and_the_next_train_works(limited, qtbot):
    with qtbot.waitSignal(limited.epochs_finished, timeout=PATIENCE):
        limited.train(project(3500), ".", 10**7)
    engine, ended = psutil.Process(limited.engine_pid), []
    limited.run_ended.connect(ended.append)
    limited.engine_hangs.connect(limited.stop)  # TensorFlow's own last words may hang where there is no memory
    # What it asks for from now on it does not get, as where other programs took the rest.
    engine.rlimit(psutil.RLIMIT_AS, (engine.memory_info().rss, psutil.RLIM_INFINITY))
    qtbot.waitUntil(lambda: bool(ended), timeout=PATIENCE)
    assert ended[0].kind in ("failed", "killed", "hung")
    assert "memory" in ended[0].sentence or ended[0].kind == "hung"
    assert limited.history.epochs == ended[0].epoch > 0
    if limited.engine_pid == engine.pid:
        engine.rlimit(psutil.RLIMIT_AS, (6 * GB, psutil.RLIM_INFINITY))
    with qtbot.waitSignal(limited.run_ended, timeout=PATIENCE) as again:
        limited.train(project(8), ".", 10, keep=False)
    assert again.args[0].kind == "finished"
