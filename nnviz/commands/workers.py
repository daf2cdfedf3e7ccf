"""Who trains with whom: the ``TF_CONFIG`` of a process that trains with others on several machines."""

from __future__ import annotations

import json
import os

from nnviz.errors import BadInput

CONFIG = "TF_CONFIG"
_EXAMPLE = '{"cluster": {"worker": ["host:port", ...]}, "task": {"type": "worker", "index": 0}}'


def own_place() -> tuple[int, int]:
    """The number (0-based) of this worker, and how many there are; BadInput where ``TF_CONFIG`` does not say."""
    text = os.environ.get(CONFIG, "")
    try:
        config = json.loads(text)
        workers, task = config["cluster"]["worker"], config["task"]
        place = int(task["index"])
        fine = task["type"] == "worker" and isinstance(workers, list) and 0 <= place < len(workers)
    except (ValueError, KeyError, TypeError):
        fine = False
    if not fine:
        raise BadInput(
            f"--strategy multiworker: expected the workers in {CONFIG}, as {_EXAMPLE}, got {text[:200] or 'nothing'}"
        )
    return place, len(workers)
