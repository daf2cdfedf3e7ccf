"""``nnviz bench data``: a large table opened, loaded and trained on, and a folder of many pictures."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from nnviz.backend.process import own_command, own_environment
from nnviz.commands.parsing import Parser
from nnviz.errors import BadInput

INPUTS, CLASSES = 20, 3
PICTURES, SIDE = 100_000, 16
BYTES_A_ROW = 9 * INPUTS + 2  # "0.123456," and the class
ROOM = 5  # times the size of the table that the disk needs: itself, a database, a working copy
FEW, LEAST = 0.001, 100  # of what a process learns first, so that what TensorFlow itself takes is left aside
TABLE, FOLDER = "table.csv", "pictures"
LOOK = {"size": [SIDE, SIDE], "color": "grey"}
ROUNDS = 2  # of what is compared, in turn; the faster one counts, which others on the machine disturbed less
LIMIT_S = 3600
Tell = Callable[[str], None]


@dataclass(frozen=True)
class Figures:
    """What was measured; each in a process of its own that did nothing before.

    Attributes:
        table_mb: size of the CSV.
        rows: how many it has.
        preview_s: the first look at it.
        look_s: until any row, any column's figures and all problems are there.
        load_s, loadtxt_s: until it can be trained on, and ``numpy.loadtxt`` on the same file, in turn.
        load_ratio: the first through the second.
        float32_mb: its inputs as float32.
        memory_mb: what the process that loads it and trains an epoch took at its peak, beyond what it took to train
            the same network on a few rows.
        memory_ratio: that through the inputs as float32.
        epoch_s: an epoch of it, in memory.
        streamed_mb: as *memory_mb*, where it may take a tenth of its float32 form, so that it is read while training.
        streamed_load_s, streamed_epoch_s: until it can be trained on, and an epoch, then.
        pictures: files in the folder.
        listed_s: until it is known which there are.
        decoded_s: until they can be trained on, read from the disk while training.
        pictures_mb: what the process took for that at its peak.
        pictures_epoch_s: an epoch of them.
    """

    table_mb: float
    rows: int
    preview_s: float
    look_s: float
    load_s: float
    loadtxt_s: float
    load_ratio: float
    float32_mb: float
    memory_mb: float
    memory_ratio: float
    epoch_s: float
    streamed_mb: float
    streamed_load_s: float
    streamed_epoch_s: float
    pictures: int
    listed_s: float
    decoded_s: float
    pictures_mb: float
    pictures_epoch_s: float


# What is printed: the words, the figure, its unit, what is to be reached.
_ROWS = (
    ("table", "table_mb", "MB", None),
    ("first look at it (preview)", "preview_s", "s", 2.0),
    ("all columns described, problems found", "look_s", "s", None),
    ("loaded", "load_s", "s", None),
    ("numpy.loadtxt", "loadtxt_s", "s", None),
    ("loaded against numpy.loadtxt", "load_ratio", "x", 2.0),
    ("its inputs as float32", "float32_mb", "MB", None),
    ("loaded and trained: peak memory", "memory_mb", "MB", None),
    ("the same against float32", "memory_ratio", "x", 2.0),
    ("an epoch in memory", "epoch_s", "s", None),
    ("streamed: peak memory", "streamed_mb", "MB", None),
    ("streamed: loaded", "streamed_load_s", "s", None),
    ("streamed: an epoch", "streamed_epoch_s", "s", None),
    ("pictures in a folder", "pictures", "", None),
    ("folder listed", "listed_s", "s", 5.0),
    ("pictures decoded", "decoded_s", "s", None),
    ("pictures streamed: peak memory", "pictures_mb", "MB", None),
    ("pictures streamed: an epoch", "pictures_epoch_s", "s", None),
)


def main(argv: Sequence[str]) -> int:
    """Measure reading and print a table, or a JSON line."""
    words = list(argv)
    if words[:1] == ["alone"]:
        from nnviz.commands import bench_data_alone

        return bench_data_alone.main(words[1:])
    parser = Parser("bench data", "A large table and a folder of many pictures: opened, loaded and trained on.")
    parser.add_argument("--size", type=float, default=1.0, help="GB of the table; the pictures follow; default: 1")
    parser.add_argument("--json", action="store_true", help="one JSON line")
    options = parser.parse_args(words)
    if not 0 < options.size <= 100:
        raise BadInput(f"expected a size above 0 and up to 100 GB, got {options.size:g}")
    figures = measure(options.size, lambda text: print(text, file=sys.stderr))
    print(json.dumps(asdict(figures)) if options.json else table(figures))
    return 0


def measure(size: float, tell: Tell) -> Figures:
    """All figures for a table of *size* GB, or of as much as the disk has room for; *tell* says what is done."""
    with tempfile.TemporaryDirectory(prefix="nnviz-bench-") as name:
        folder = Path(name)
        room = shutil.disk_usage(folder).free / 1e9 / ROOM
        if size > room:
            tell(f"The disk has room for a table of {room:.2f} GB, so that is taken instead of {size:g} GB.")
            size = room
        rows, pictures = max(100, int(size * 1e9 / BYTES_A_ROW)), max(100, int(size * PICTURES))
        tell(f"writing a table of {rows:,} rows and {pictures:,} pictures")
        for part, share in ((folder / "few", FEW), (folder / "many", 1.0)):
            part.mkdir()
            write_table(part / TABLE, max(LEAST, int(rows * share)))
            write_pictures(part / FOLDER, max(LEAST, int(pictures * share)))
            write_project(part / "table.json", {"source": "table", "path": TABLE, "task": "classes", "target": "y"})
            write_project(part / "pictures.json", {"source": "images", "folder": FOLDER, **LOOK})
        return _measured(folder, rows, pictures, tell)


def _measured(folder: Path, rows: int, pictures: int, tell: Tell) -> Figures:
    path = folder / "many" / TABLE

    def run(story: str, *words: object) -> Any:
        tell(story)
        return _told(story, *map(str, words))

    def train(name: str, most_bytes: int) -> Any:
        return run("train", folder / "many" / name, most_bytes, folder / "few" / name)

    float32 = 4 * INPUTS * rows
    look = run("look", path)
    turns = [{story: run(story, path) for story in ("preview", "load", "loadtxt")} for _ in range(ROUNDS)]
    preview, load, loadtxt = (min(turn[story]["seconds"] for turn in turns) for story in turns[0])
    whole, streamed = train("table.json", 1 << 40), train("table.json", float32 // 10)
    listed, looked = run("list", folder / "many" / FOLDER), train("pictures.json", 4 * SIDE * SIDE * pictures // 10)
    return Figures(
        table_mb=path.stat().st_size / 1e6,
        rows=rows,
        preview_s=preview,
        look_s=look["seconds"],
        load_s=load,
        loadtxt_s=loadtxt,
        load_ratio=load / loadtxt,
        float32_mb=float32 / 1e6,
        memory_mb=whole["peak"] / 1e6,
        memory_ratio=whole["peak"] / float32,
        epoch_s=whole["epoch"],
        streamed_mb=streamed["peak"] / 1e6,
        streamed_load_s=streamed["load"],
        streamed_epoch_s=streamed["epoch"],
        pictures=pictures,
        listed_s=listed["seconds"],
        decoded_s=looked["load"],
        pictures_mb=looked["peak"] / 1e6,
        pictures_epoch_s=looked["epoch"],
    )


def _told(*words: str) -> Any:
    """What a process of the bench tells in its last line."""
    command = own_command("bench", "data", "alone", *words)
    ran = subprocess.run(
        command, env=own_environment(), stdout=subprocess.PIPE, text=True, timeout=LIMIT_S, check=False
    )
    if ran.returncode:
        raise BadInput(f"the bench of the data ended with exit code {ran.returncode} at {words[0]!r}")
    return json.loads(ran.stdout.splitlines()[-1])


# ------------------------------------------------------------------ what is read


def write_table(path: Path, rows: int) -> None:
    """A CSV of random numbers and a class that hangs on them."""
    from nnviz.data.tables.database import connect, quoted_name

    numbers = ", ".join(f"printf('%.6f', random()) AS x{i}" for i in range(INPUTS))
    made = f"SELECT {numbers}, CAST(floor(random() * {CLASSES}) AS INTEGER) AS y FROM range({rows})"
    with connect() as database:
        database.execute(f"SELECT setseed(0.5); COPY ({made}) TO {quoted_name(path)} (HEADER, DELIMITER ',')")


def write_pictures(folder: Path, count: int) -> None:
    """A folder of *count* grey PNGs in as many classes as the table has."""
    import numpy as np
    from PIL import Image

    rng = np.random.default_rng(1)
    for k in range(CLASSES):
        (folder / f"class{k}").mkdir(parents=True)
    for i in range(count):
        pixels = rng.integers(0, 256, (SIDE, SIDE), dtype=np.uint8)
        Image.fromarray(pixels).save(folder / f"class{i % CLASSES}" / f"{i:06d}.png", compress_level=1)


def write_project(path: Path, data: dict[str, Any]) -> None:
    """A project with a small network on these data."""
    layers: list[dict[str, Any]] = [{"id": "in", "kind": "Input"}]
    layers += [{"id": "flat", "kind": "Flatten"}] if data["source"] == "images" else []
    layers += [{"id": "h", "kind": "Dense", "units": 16, "activation": "relu"}, {"id": "out", "kind": "Output"}]
    form = {"nnviz": 1, "network": {"layers": layers}, "data": data, "training": {"epochs": 1, "batch_size": 1024}}
    path.write_text(json.dumps(form), encoding="utf-8")


# ------------------------------------------------------------------ the table


def table(figures: Figures) -> str:
    """The figures for a person, what is to be reached beside them."""
    lines = [f"{'':<46}{'':>12}{'to reach':>12}"]
    for words, name, unit, target in _ROWS:
        shown = _shown(getattr(figures, name), unit)
        lines.append(f"{words:<46}{shown:>12}{_shown(target, unit) if target is not None else '':>12}".rstrip())
    return "\n".join(lines)


def _shown(value: float, unit: str) -> str:
    return f"{value:,.{2 if unit in ('s', 'x') else 0}f} {unit}".rstrip()
