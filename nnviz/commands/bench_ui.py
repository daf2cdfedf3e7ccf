"""``nnviz bench ui``: the real window while data of the size of MNIST are trained, in processes of its own."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from nnviz.backend.process import own_command, own_environment
from nnviz.commands.parsing import Parser
from nnviz.errors import BadInput

SECONDS, ROUNDS, OPENED = 25.0, 2, 3
ROWS, INPUTS, CLASSES = 42_000, 784, 10
LAYERS, BLOCK = 1_000, 5  # of the large diagram, and from one residual link to the next
FEW_UNITS, MANY_UNITS = 100, 100_000
LIMIT_S = 300


@dataclass(frozen=True)
class Figures:
    """What the window has shown; times of the window are as a person at the screen would take them.

    Attributes:
        shown_first_s, shown_s: from the start of the process to a painted window: the first one, and the median of
            those that followed it.
        gap_p50_ms, gap_p99_ms, gap_max_ms: between two ticks of a timer of 16 ms, from the painted window to the end
            of training.
        gap_max_start_ms, gap_max_training_ms: the largest one before Train and after it.
        slowdown: how much longer an epoch takes with the window than without one, as a share.
        pause_ms, pause_max_ms: from Pause to the run at rest, the median and the longest.
        epoch_ms, epoch_alone_ms: milliseconds an epoch with the window and without.
        first_epoch_ms: from Train to the first epoch of XOR, which was opened a moment ago, with a warm engine.
        first_epoch_traced_ms: the same where the engine has built and traced what is drawn.
        large_shown_s: from opening a project of 1,000 layers to its painted diagram.
        large_gap_p50_ms, large_gap_p99_ms, large_gap_max_ms: between two ticks while that diagram is moved and zoomed,
            seen as a whole and at its own size.
        units_ratio: how many times as long a layer of 100,000 units takes to be painted as one of 100.
        scrub_hz: how many epochs a second are shown while the slider is dragged over a run, wherever it is dragged.
        scrub_gap_p99_ms: between two ticks meanwhile.
        rss_mb, uss_mb: memory of the window's process after training, all of it, and what no other process shares;
            None where the system does not tell.
        tensorflow: whether the window's process has imported TensorFlow.
    """

    shown_first_s: float
    shown_s: float
    gap_p50_ms: float
    gap_p99_ms: float
    gap_max_ms: float
    gap_max_start_ms: float
    gap_max_training_ms: float
    slowdown: float
    pause_ms: float
    pause_max_ms: float
    epoch_ms: float
    epoch_alone_ms: float
    first_epoch_ms: float
    first_epoch_traced_ms: float
    large_shown_s: float
    large_gap_p50_ms: float
    large_gap_p99_ms: float
    large_gap_max_ms: float
    units_ratio: float
    scrub_hz: float
    scrub_gap_p99_ms: float
    rss_mb: float | None
    uss_mb: float | None
    tensorflow: bool


# What is printed: the words, the figure, its unit, what is to be reached.
_ROWS = (
    ("process start to painted window, first time", "shown_first_s", "s", None),
    ("the same, warm", "shown_s", "s", 0.8),
    ("gap between two frames, median", "gap_p50_ms", "ms", None),
    ("gap, 99th percentile", "gap_p99_ms", "ms", 25.0),
    ("gap, largest", "gap_max_ms", "ms", 60.0),
    ("gap, largest before Train", "gap_max_start_ms", "ms", 60.0),
    ("gap, largest while training", "gap_max_training_ms", "ms", 60.0),
    ("Pause to the run at rest, median", "pause_ms", "ms", 50.0),
    ("Pause to the run at rest, longest", "pause_max_ms", "ms", 50.0),
    ("epoch beside the window", "epoch_ms", "ms", None),
    ("epoch of the engine alone", "epoch_alone_ms", "ms", None),
    ("slowdown by the window", "slowdown", "%", 5.0),
    ("Train to first epoch, XOR just opened", "first_epoch_ms", "ms", 400.0),
    ("Train to first epoch, XOR built and traced", "first_epoch_traced_ms", "ms", 150.0),
    ("1,000 layers: opened to painted", "large_shown_s", "s", 1.0),
    ("1,000 layers moved and zoomed: gap, median", "large_gap_p50_ms", "ms", None),
    ("1,000 layers: gap, 99th percentile", "large_gap_p99_ms", "ms", 25.0),
    ("1,000 layers: gap, largest", "large_gap_max_ms", "ms", None),
    ("100,000 units painted against 100", "units_ratio", "x", 1.1),
    ("epochs shown while the slider is dragged", "scrub_hz", "/s", 30.0),
    ("the same: gap, 99th percentile", "scrub_gap_p99_ms", "ms", 25.0),
    ("memory of the window, all", "rss_mb", "MB", 250.0),
    ("memory of the window, unshared", "uss_mb", "MB", None),
)


def main(argv: Sequence[str]) -> int:
    """Measure the window and print a table, or a JSON line."""
    words = list(argv)
    if words[:1] == ["window"]:
        from nnviz.commands import bench_window

        return bench_window.main(words[1:])
    if words[:1] == ["alone"]:
        from nnviz.commands import bench_alone

        return bench_alone.main(words[1:])
    parser = Parser("bench ui", "The real window while data of the size of MNIST are trained.")
    parser.add_argument("--seconds", type=float, default=SECONDS, help="of each training; default: %(default)s")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="with the window and without; default: %(default)s")
    parser.add_argument("--json", action="store_true", help="one JSON line")
    options = parser.parse_args(words)
    if options.seconds < 1 or options.rounds < 1:
        raise BadInput("expected at least 1 second and 1 round")
    figures = measure(options.seconds, options.rounds)
    print(json.dumps(asdict(figures)) if options.json else table(figures))
    return 0


def measure(seconds: float, rounds: int) -> Figures:
    """All figures: *rounds* trainings of *seconds* each with the window and without one, in turn."""
    with tempfile.TemporaryDirectory(prefix="nnviz-bench-") as folder:
        large, small = _write_large(Path(folder)), [_write_xor(Path(folder), seed) for seed in range(OPENED)]
        looked = [_write_deep(Path(folder)), *(_write_wide(Path(folder), n) for n in (FEW_UNITS, MANY_UNITS))]
        first = _window("show", seconds)
        beside, alone = [], []
        for _ in range(rounds):
            beside.append(_window("train", seconds, large))
            alone.append(_run("alone", str(seconds), str(large)))
        opened = _window("open", seconds, *small)
        seen = _window("look", seconds, *looked)
        scrubbed = _window("scrub", seconds, large)
    return _figures(first, beside, alone, opened, seen, scrubbed)


def _figures(first: Any, beside: Sequence[Any], alone: Sequence[Any], opened: Any, seen: Any, scrubbed: Any) -> Figures:
    start = [gap for run in beside for gap in run["gaps"]["start-up"]]
    training = [gap for run in beside for gap in run["gaps"]["training"]]
    gaps, large = sorted(start + training), sorted(seen["gaps"]["whole"] + seen["gaps"]["near"])
    epoch, epoch_alone = (statistics.median(epoch_ms(run["arrivals"]) for run in runs) for runs in (beside, alone))
    memory = {key: statistics.median(run["memory"][key] for run in beside) for key in beside[0]["memory"]}
    pauses = [pause for run in beside for pause in run["pauses"]]
    firsts = {stands: statistics.median(found) * 1e3 for stands, found in opened["first_epochs"].items()}
    return Figures(
        shown_first_s=first["shown"],
        shown_s=statistics.median(run["shown"] for run in (*beside, opened)),
        gap_p50_ms=statistics.median(gaps),
        gap_p99_ms=gaps[len(gaps) * 99 // 100],
        gap_max_ms=gaps[-1],
        gap_max_start_ms=max(start),
        gap_max_training_ms=max(training),
        slowdown=epoch / epoch_alone - 1,
        pause_ms=statistics.median(pauses),
        pause_max_ms=max(pauses),
        epoch_ms=epoch,
        epoch_alone_ms=epoch_alone,
        first_epoch_ms=firsts["opened"],
        first_epoch_traced_ms=firsts["traced"],
        large_shown_s=seen["opened"],
        large_gap_p50_ms=statistics.median(large),
        large_gap_p99_ms=large[len(large) * 99 // 100],
        large_gap_max_ms=large[-1],
        units_ratio=seen["repaints"][1] / seen["repaints"][0],
        scrub_hz=(len(scrubbed["looks"]) - 1) / (scrubbed["looks"][-1] - scrubbed["looks"][0]),
        scrub_gap_p99_ms=sorted(scrubbed["gaps"]["scrubbing"])[len(scrubbed["gaps"]["scrubbing"]) * 99 // 100],
        rss_mb=memory.get("rss"),
        uss_mb=memory.get("uss"),
        tensorflow=any(run["tensorflow"] for run in (first, *beside, opened, seen)),
    )


def epoch_ms(arrivals: Sequence[Sequence[float]]) -> float:
    """Milliseconds an epoch in the second half of a run, in which the engine has settled.

    *arrivals* are two or more times in seconds, each with the number of the last epoch done by then.
    """
    half = (arrivals[0][0] + arrivals[-1][0]) / 2
    first, last = next(arrival for arrival in arrivals if arrival[0] >= half), arrivals[-1]
    if last is first:
        first = arrivals[-2]
    return (last[0] - first[0]) / (last[1] - first[1]) * 1e3


# ------------------------------------------------------------------ the processes


def _window(story: str, seconds: float, *projects: Path) -> Any:
    began = time.monotonic()
    told = _run("window", story, str(seconds), *(str(path) for path in projects))
    return {**told, "shown": told["shown"] - began}


def _run(*words: str) -> Any:
    """What a process of the bench tells in its last line."""
    environment = own_environment()
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    command = own_command("bench", "ui", *words)
    ran = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, timeout=LIMIT_S, check=False)
    if ran.returncode:
        raise BadInput(f"the bench of the window ended with exit code {ran.returncode}")
    told = json.loads(ran.stdout.splitlines()[-1])
    if told["failure"]:
        raise BadInput(f"the bench of the window did not succeed: {told['failure']}")
    return told


# ------------------------------------------------------------------ the projects


def _write_large(folder: Path) -> Path:
    """A project with random data of the size of MNIST, and a network of 64-32-10."""
    import numpy as np

    rng = np.random.default_rng(1)
    x = rng.integers(0, 256, (ROWS, INPUTS), dtype=np.uint8)
    np.savez(folder / "large.npz", x=x, y=rng.integers(0, CLASSES, ROWS))
    data = {"source": "npz", "path": "large.npz", "task": "classes"}
    return _write(folder / "large.json", data, (64, 32), epochs=100_000, batch_size=128)


def _write_xor(folder: Path, seed: int) -> Path:
    return _write(folder / f"xor-{seed}.json", {"source": "builtin", "name": "xor"}, (32,), epochs=100_000, seed=seed)


def _write_deep(folder: Path) -> Path:
    """A chain of 1,000 layers with a residual link past every few of them."""
    layers: list[dict[str, Any]] = [{"id": "in", "kind": "Input"}]
    links, last = [], "in"
    for i in range(LAYERS - 2):
        adds = i % BLOCK == BLOCK - 1
        name = f"add{i}" if adds else f"h{i}"
        layers.append({"id": name, "kind": "Add"} if adds else _dense(name, 2))
        links.append([last, name])
        if adds:
            links.append([f"add{i - BLOCK}" if i >= BLOCK else "in", name])
        last = name
    form = {"layers": [*layers, {"id": "out", "kind": "Output"}], "links": [*links, [last, "out"]]}
    return _save(folder / "deep.json", form, {"source": "builtin", "name": "xor"}, epochs=1)


def _write_wide(folder: Path, units: int) -> Path:
    return _write(folder / f"wide-{units}.json", {"source": "builtin", "name": "xor"}, (units,), epochs=1)


def _dense(name: str, units: int) -> dict[str, Any]:
    return {"id": name, "kind": "Dense", "units": units, "activation": "relu"}


def _write(path: Path, data: dict[str, Any], units: Sequence[int], **training: Any) -> Path:
    hidden = [_dense(f"h{i}", n) for i, n in enumerate(units)]
    network = {"layers": [{"id": "in", "kind": "Input"}, *hidden, {"id": "out", "kind": "Output"}]}
    return _save(path, network, data, **training)


def _save(path: Path, network: dict[str, Any], data: dict[str, Any], **training: Any) -> Path:
    form = {"nnviz": 1, "network": network, "data": data, "training": training}
    path.write_text(json.dumps(form), encoding="utf-8")
    return path


# ------------------------------------------------------------------ the table


def table(figures: Figures) -> str:
    """The figures for a person, what is to be reached beside them."""
    lines = [f"{'':<46}{'':>10}{'to reach':>12}"]
    for words, name, unit, target in _ROWS:
        value = getattr(figures, name)
        shown = "-" if value is None else _shown(value * 100 if unit == "%" else value, unit)
        lines.append(f"{words:<46}{shown:>10}{_shown(target, unit) if target is not None else '':>12}")
    lines.append(
        f"{'TensorFlow in the process of the window':<46}{'yes' if figures.tensorflow else 'no':>10}{'no':>12}"
    )
    return "\n".join(line.rstrip() for line in lines)


def _shown(value: float, unit: str) -> str:
    return f"{value:.{2 if unit in ('s', 'x') else 1 if unit == '%' or value < 100 else 0}f} {unit}"
