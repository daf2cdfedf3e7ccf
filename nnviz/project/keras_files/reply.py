"""What the process that reads somebody else's model tells the one that asked: JSON, all but the weights."""

from __future__ import annotations

import json
from typing import Any

from nnviz.errors import BadInput
from nnviz.project.json_form import project_from_json, project_to_json
from nnviz.project.keras_files.reading import Imported
from nnviz.sentences import from_plain, to_plain


def told(imported: Imported | None) -> bytes:
    """The reply that *imported* was read; None: the file holds weights without their model."""
    if imported is None:
        return json.dumps({"weights_only": True}).encode()
    form = {
        "project": json.loads(project_to_json(imported.project)),
        "parameters": imported.parameters,
        "notes": [to_plain(note) for note in imported.notes],
    }
    return json.dumps(form).encode()


def refused(sentence: str) -> bytes:
    """The reply that the file was not read, and why."""
    return json.dumps({"refused": to_plain(sentence)}).encode()


def heard(reply: bytes) -> Imported | None:
    """What ``told`` was given, without the arrays; BadInput where the file was refused, ValueError for no reply."""
    try:
        form = json.loads(reply)
        sentence, whole = from_plain(form.get("refused")), not form.get("weights_only")
        imported = _imported(form) if whole and sentence is None else None
    except (BadInput, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("not a reply") from error
    if sentence is not None:
        raise BadInput(sentence if isinstance(sentence, str) else str(sentence))
    return imported


def _imported(form: Any) -> Imported:
    project = project_from_json(json.dumps(form["project"]).encode())
    notes = tuple(from_plain(note) for note in form["notes"])
    return Imported(project.network, project.training, {}, int(form["parameters"]), notes)
