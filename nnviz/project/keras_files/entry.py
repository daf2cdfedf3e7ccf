"""One entry of a model's description: a class by its name, from Keras and from nowhere else, with its config."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from nnviz.errors import BadInput
from nnviz.sentences import Sentence

_KERAS = ("keras", "tf_keras")
# Where Keras has its layers and models; its operations have some of their names, and are something else.
_LAYERS = ("layers", "models", "engine")
LONGEST_NAME = 200


@dataclass(frozen=True)
class Entry:
    """A layer, model, initializer, ... as Keras describes it.

    Attributes:
        class_name: its class.
        config: its arguments.
        name: what it is called in its model; empty where it has no name.
        inbound: its calls, as they stand there; None where the model says nothing of them.
        operation: whether it is one of Keras's operations rather than a layer.
        query_rank: of how many dimensions what an attention layer asks with is, the batch included; None where that
            is not said.
    """

    class_name: str
    config: dict[str, Any]
    name: str = ""
    inbound: Any = None
    operation: bool = False
    query_rank: int | None = None


def entry_of(value: Any) -> Entry:
    """The entry that *value* is; BadInput where it is none, or is of a class that is not Keras's own."""
    if not isinstance(value, dict) or not isinstance(value.get("class_name"), str):
        raise BadInput(Sentence("it has no class name"))
    class_name, module, registered = (value.get(key) for key in ("class_name", "module", "registered_name"))
    if module is not None and not (isinstance(module, str) and module.split(".")[0] in _KERAS):
        raise BadInput(Sentence("{0} comes from {1}, not from Keras", cut(class_name), cut(module)))
    if registered not in (None, class_name):
        raise BadInput(Sentence("{0} stands for {1}, which is not Keras's own", cut(class_name), cut(registered)))
    config = value.get("config")
    if isinstance(config, list):  # a Sequential of the first versions of Keras
        config = {"layers": config}
    if not isinstance(config, dict):
        raise BadInput(Sentence("{0} has no config", cut(class_name)))
    name = value.get("name", config.get("name", ""))
    operation = isinstance(module, str) and "ops" in module.split(".")
    rank = _query_rank(value.get("build_config"))
    return Entry(str(class_name), config, _checked_name(name), value.get("inbound_nodes"), operation, rank)


def _query_rank(build: Any) -> int | None:
    shapes = build.get("shapes_dict") if isinstance(build, dict) else None
    query = shapes.get("query_shape") if isinstance(shapes, dict) else None
    return len(query) if isinstance(query, list) else None


def is_model(entry: Entry) -> bool:
    """Whether it is made of layers itself."""
    return entry.class_name in ("Sequential", "Functional", "Model") and "layers" in entry.config


def cut(value: Any) -> str:
    """*value* in a sentence, cut short and on one line."""
    text = " ".join(str(value)[:200].split())
    return text if len(text) <= 60 else text[:57] + "..."


def _checked_name(name: Any) -> str:
    if not isinstance(name, str):
        raise BadInput(Sentence("its name is no text, but {0}", cut(name)))
    if len(name) > LONGEST_NAME or not name.isprintable() or ".." in name.replace("\\", "/").split("/"):
        raise BadInput(Sentence("{0!r} cannot name a layer", cut(name)))
    return name
