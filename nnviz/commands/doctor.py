"""``nnviz doctor``: what this machine has and lacks, each with the line that fixes it."""

from __future__ import annotations

import dataclasses
import json
import platform
import time
from collections.abc import Iterator

from nnviz import __version__
from nnviz.commands import checks
from nnviz.commands.checks import Check
from nnviz.commands.parsing import Parser

MARKS = {"ok": "ok", "note": "note", "bad": "BAD"}


def main(argv: list[str]) -> int:
    """Print every answer; 0 when all is well, else 1."""
    parser = Parser("doctor", "What this machine has and lacks for nnviz, with the line that fixes it.")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    parser.add_argument("--try", dest="attempt", choices=sorted(ATTEMPTS), help="load one library and say its version")
    args = parser.parse_args(argv)
    if args.attempt:
        print(json.dumps(ATTEMPTS[args.attempt]()))
        return 0
    found: list[Check] = []
    if not args.json:
        print(f"nnviz {__version__} on {platform.platform()}")
    for check in answers():
        found.append(check)
        if not args.json:
            print(line(check), flush=True)
    well = all(check.state != "bad" for check in found)
    if args.json:
        answer = {"nnviz": __version__, "system": platform.platform(), "ok": well}
        print(json.dumps(answer | {"checks": [dataclasses.asdict(check) for check in found]}, indent=2))
    else:
        print("All is well." if well else "nnviz needs what is marked BAD.")
    return 0 if well else 1


def answers() -> Iterator[Check]:
    """Every check, as soon as its answer is known."""
    for ask in checks.CHECKS:
        answer = ask()
        yield from answer if isinstance(answer, list) else [answer]


def line(check: Check) -> str:
    """*check* as it is printed, with its fix on a line of its own where something is wrong."""
    text = f"  {MARKS[check.state]:<5} {check.name:<16} {check.said}"
    return text if check.fix is None else f"{text}\n{'':25}{check.fix}"


def _load_qt() -> dict[str, object]:
    from PySide6.QtCore import qVersion
    from PySide6.QtGui import QGuiApplication

    app = QGuiApplication(["nnviz"])
    return {"version": qVersion(), "platform": app.platformName()}


def _load_tensorflow() -> dict[str, object]:
    started = time.monotonic()
    import keras
    import tensorflow as tf

    gpus = [tf.config.experimental.get_device_details(gpu) for gpu in tf.config.list_physical_devices("GPU")]
    return {
        "tensorflow": tf.__version__,
        "keras": keras.__version__,
        "gpus": [str(gpu.get("device_name", "GPU")) for gpu in gpus],
        "seconds": time.monotonic() - started,
    }


ATTEMPTS = {"qt": _load_qt, "tensorflow": _load_tensorflow}
