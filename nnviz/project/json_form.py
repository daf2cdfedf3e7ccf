"""A project as JSON text: stable, strict about names, written by people as well as by programs."""

from __future__ import annotations

import json
import re
from typing import Any, get_args

import msgspec

from nnviz.data.spec import DataSpec
from nnviz.errors import BadInput
from nnviz.network.json_form import network_from_json, network_to_json
from nnviz.network.spec import NetworkSpec
from nnviz.project.pretty import pretty
from nnviz.project.project import Project
from nnviz.training.json_form import recipe_from_json, recipe_to_json
from nnviz.training.reading import LARGEST_INT, nearest, read_object, read_struct, refuse_unknown, shown
from nnviz.training.recipe import Recipe

VERSION = 1
_HALF = re.compile(r"\\u[dD][89a-fA-F]")
_COMMON = ("task", "scale", "split", "balance", "shuffle")
_SOURCES = {kind.__struct_config__.tag: kind for kind in get_args(DataSpec)}


def project_from_json(text: bytes | str) -> Project:
    """The project that *text* describes; BadInput in one sentence, with the place, where it cannot be one."""
    document = _parsed(text)
    if not isinstance(document, dict):
        raise BadInput(f"The project is not an nnviz project: expected a JSON object, got {shown(document)}")
    _check_version(document)
    refuse_unknown(document, ("nnviz", "network", "data", "training"), "")
    network, data, training = (document.get(key) for key in ("network", "data", "training"))
    return Project(
        network=NetworkSpec() if network is None else network_from_json(read_object(network, "network")),
        data=None if data is None else data_from_json(data),
        training=Recipe() if training is None else recipe_from_json(training),
    )


def project_to_json(project: Project) -> bytes:
    """The project as UTF-8 text that ``project_from_json`` reads back to an equal project."""
    form: dict[str, Any] = {"nnviz": VERSION, "network": network_to_json(project.network)}
    if project.data is not None:
        form["data"] = data_to_json(project.data)
    form["training"] = recipe_to_json(project.training)
    return (pretty(form) + "\n").encode()


def data_from_json(value: Any) -> DataSpec:
    """The reference to the data that the object *value* describes."""
    given = read_object(value, "data")
    if "source" not in given:
        raise BadInput(f"data: source is missing; expected one of {', '.join(_SOURCES)}")
    source = given["source"]
    kind = _SOURCES.get(source) if isinstance(source, str) else None
    if kind is None:
        raise BadInput(f"data.source: unknown source {shown(source)}; {nearest(str(source), list(_SOURCES))}")
    spec: DataSpec = read_struct(given, kind, "data")
    return spec


def data_to_json(spec: DataSpec) -> dict[str, Any]:
    """The reference to the data as the object that ``data_from_json`` reads: what it is first, then what all have."""
    form: dict[str, Any] = msgspec.to_builtins(spec)
    common = [key for key in _COMMON if key in form]
    return {key: form[key] for key in [*(key for key in form if key not in common), *common]}


def _check_version(document: dict[str, Any]) -> None:
    version = document.get("nnviz", VERSION)
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise BadInput(f"nnviz: expected the number of the format, {VERSION}, got {shown(version)}")
    if version > VERSION:
        raise BadInput(
            f"The project was written by a newer nnviz: expected format {VERSION} at most, got {version}; "
            "update nnviz to open it"
        )


def _parsed(text: bytes | str) -> Any:
    try:
        decoded = text.decode("utf-8-sig") if isinstance(text, bytes) else text.removeprefix("\ufeff")
        found = json.loads(
            decoded, object_pairs_hook=_object, parse_constant=_refuse_constant, parse_float=_float, parse_int=_int
        )
        if _HALF.search(decoded):  # perhaps of a letter that is whole
            json.dumps(found, ensure_ascii=False).encode()
        return found
    except UnicodeEncodeError:
        raise BadInput("The project holds half of a letter, as \\ud800; expected whole ones only") from None
    except UnicodeDecodeError:
        raise BadInput("The project is not a text: expected JSON in UTF-8") from None
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise BadInput(f"The project is not valid JSON at {where}: {error.msg.lower()}") from None
    except (RecursionError, ValueError):
        raise BadInput("The project is not valid JSON: it is nested too deeply or a number is too long") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise BadInput(f'The project is not valid JSON: the key "{key}" stands twice in one object')
        found[key] = value
    return found


def _refuse_constant(name: str) -> Any:
    raise BadInput(f"The project holds {name}, which is not a number; expected finite numbers only")


def _float(text: str) -> float:
    number = float(text)
    if abs(number) == float("inf"):
        raise BadInput(f"The project holds {text[:30]}, which is too large; expected finite numbers only")
    return number


def _int(text: str) -> int:
    number = int(text)
    if abs(number) > LARGEST_INT:
        raise BadInput(f"The project holds {text[:30]}, which is too large; expected 64-bit numbers only")
    return number
