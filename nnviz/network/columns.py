"""Which columns of the data each Input takes, and which of the target's columns each Output answers."""

from __future__ import annotations

from dataclasses import dataclass

from nnviz.network.facts import DataFacts
from nnviz.network.spec import LayerSpec, NetworkSpec


@dataclass(frozen=True)
class Answered:
    """Where an answer of the network comes from: number *unit* of Output number *output*, both from 0."""

    output: int
    unit: int


def input_columns(layer: LayerSpec, facts: DataFacts) -> tuple[int, ...] | None:
    """The numbers (from 0) of the features that the Input *layer* takes, in its own order; None for all of a sample.

    A name stands for the feature of that name, or for all that were made of the column of words of that name
    (``city`` for ``city=Seoul`` and ``city=Busan``). KeyError names the first that is not there.
    """
    names = layer.args.get("columns") or ()
    if not names:
        return None
    return tuple(index for name in names for index in _features(name, facts.feature_names))


def _features(name: str, features: tuple[str, ...]) -> tuple[int, ...]:
    exact = tuple(i for i, feature in enumerate(features) if feature == name)
    found = exact or tuple(i for i, feature in enumerate(features) if feature.startswith(f"{name}="))
    if not found:
        raise KeyError(name)
    return found


def column_names(facts: DataFacts) -> tuple[str, ...]:
    """What an Input can name: the features, those made of one column of words under the name of that column."""
    names = (name.split("=", 1)[0] if _of_words(name, facts.feature_names) else name for name in facts.feature_names)
    return tuple(dict.fromkeys(names)) if len(facts.input_shape) == 1 else ()


def _of_words(name: str, features: tuple[str, ...]) -> bool:
    stem, equals, _ = name.partition("=")
    return bool(equals) and sum(other.startswith(f"{stem}=") for other in features) > 1


def target_names(facts: DataFacts) -> tuple[str, ...]:
    """What the numbers of the target are called that can be answered apart: columns or labels; empty for classes."""
    if facts.task == "labels":
        return facts.class_names
    return facts.target_names if facts.task == "regression" and not facts.target_shape else ()


def target_columns(layer: LayerSpec, facts: DataFacts) -> tuple[int, ...] | None:
    """The numbers (from 0) of the target's columns that the Output *layer* answers; None for the whole target.

    KeyError names the first that is not there.
    """
    names = layer.args.get("targets") or ()
    if not names:
        return None
    known = target_names(facts)
    missing = next((name for name in names if name not in known), None)
    if missing is not None:
        raise KeyError(missing)
    return tuple(known.index(name) for name in names)


def answers(network: NetworkSpec, facts: DataFacts) -> tuple[Answered, ...] | None:
    """Where each number of the target is answered, by the first Output that does; None where one Output has them all.

    One Output may name them, too, in an order of its own. Where every Output answers the whole target, the first one
    speaks for the network. KeyError names a target that no Output answers.
    """
    outputs = network.of_kind("Output")
    if len(outputs) < 2 and all(target_columns(layer, facts) is None for layer in outputs):
        return None
    found: dict[int, Answered] = {}
    for number, layer in enumerate(outputs):
        columns = target_columns(layer, facts)
        if columns is None:
            units = int(layer.args.get("units") or facts.outputs)
            return (
                tuple(Answered(number, unit) for unit in range(units)) if not found else _filled(found, number, facts)
            )
        for unit, column in enumerate(columns):
            found.setdefault(column, Answered(number, unit))
    names = target_names(facts)
    missing = next((i for i in range(facts.outputs) if i not in found), None)
    if missing is not None:
        raise KeyError(names[missing])
    return tuple(found[i] for i in range(facts.outputs))


def _filled(found: dict[int, Answered], number: int, facts: DataFacts) -> tuple[Answered, ...]:
    return tuple(found.get(i, Answered(number, i)) for i in range(facts.outputs))
