"""A model's description as layers of ours and their links: Sequential and Functional, of Keras 2 and 3, also nested.

Nothing is looked up by the names that stand there but rows of our own catalogue.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from nnviz.errors import BadInput
from nnviz.project.keras_files import arguments, maxout
from nnviz.project.keras_files.calls import Call, Tensor, calls_of, tensors_of
from nnviz.project.keras_files.description import Answer, Complaints, Description, Placed, Scope
from nnviz.project.keras_files.entry import Entry, cut, entry_of, is_model
from nnviz.project.keras_files.layout import group_names
from nnviz.project.keras_files.maxout import maxout_args
from nnviz.sentences import Sentence

MOST_LAYERS, DEEPEST = 4_000, 8


@dataclass(frozen=True)
class _Where:
    """The model that is being read: its path of names, that of its groups, and whether Keras trains it."""

    scope: Scope = ()
    groups: tuple[str, ...] = ()
    frozen: bool = False


def described(config: Any, keras: int) -> Description:
    """What the model with the description *config* is made of; *keras* is the generation that wrote it.

    Raises:
        BadInput: where it is no Sequential or Functional model, or something in it cannot be had here, with its place.
    """
    entry = entry_of(config)
    if not is_model(entry):
        raise BadInput(Sentence("{0} is not a Sequential or Functional model of layers", cut(entry.class_name)))
    return _Reader(keras).read(entry)


class _Reader:
    def __init__(self, keras: int) -> None:
        self.keras = keras
        self.complaints = Complaints()
        self.description = Description()
        self._ids: set[str] = set()
        self._made: dict[tuple[Scope, str, int], str] = {}
        self._passed_on: dict[Answer, Answer] = {}  # what goes in or comes out of a model inside
        self._models: set[tuple[Scope, str]] = set()

    def read(self, entry: Entry) -> Description:
        outputs = self._model(entry, _Where(frozen=entry.config.get("trainable") is False), None)
        self.complaints.refuse()
        found = self.description
        found.sources = {x.id: _fed(x, [self._resolved(a, x.place) for a in x.sources]) for x in found.layers}
        found.outputs = list(dict.fromkeys(self._resolved(answer, "the model's outputs") for answer in outputs))
        self.complaints.refuse()
        return found

    # ------------------------------------------------------------------ models

    def _model(self, entry: Entry, where: _Where, outer: list[Answer] | None) -> list[Answer]:
        """Take over the layers of a model that is called with *outer*, or stands alone; its answers."""
        rows = entry.config.get("layers")
        if not isinstance(rows, list) or not rows:
            raise BadInput(
                Sentence("{0!r} has no layers", where.scope[-1]) if where.scope else Sentence("the model has no layers")
            )
        if len(where.scope) > DEEPEST or len(self.description.layers) + len(rows) > MOST_LAYERS:
            raise BadInput(
                Sentence("the model is too large: expected at most {0:,} layers, {1} models deep", MOST_LAYERS, DEEPEST)
            )
        entries, places = [], []
        for number, row in enumerate(rows, 1):
            place = _place(number, row, where)
            try:
                entries.append(entry_of(row))
                places.append(place)
            except BadInput as error:
                self.complaints.add(place, error)
        names = [e.name for e in entries]
        twice = next((name for name in names if names.count(name) > 1), None) if len(set(names)) < len(names) else None
        if twice is not None and (twice or entry.class_name != "Sequential"):
            raise BadInput(Sentence("two layers are called {0!r}", cut(twice)))
        whole = list(zip(entries, places, strict=True))
        read = self._sequential if entry.class_name == "Sequential" else self._functional
        return read(entry, whole, where, outer)

    def _sequential(
        self, model: Entry, whole: list[tuple[Entry, str]], where: _Where, outer: list[Answer] | None
    ) -> list[Answer]:
        answer: Answer | None = outer[0] if outer else None
        layers = [(entry, place) for entry, place in whole if entry.class_name != "InputLayer"]
        if answer is None:
            answer = self._beginning(model, whole, where)
        groups = group_names(entry.class_name for entry, _ in layers)
        for number, ((entry, place), group) in enumerate(zip(layers, groups, strict=True)):
            name = entry.name or f"{entry.class_name.lower()}_{number + 1}"
            answers = self._layer(entry, name, place, group, where, [Call([answer[1]])], answer[0])
            answer = answers[0] if answers else (where.scope, Tensor(name))
        return [answer]

    def _beginning(self, model: Entry, whole: list[tuple[Entry, str]], where: _Where) -> Answer:
        """The Input of a Sequential model that is not inside another one."""
        first, place = whole[0] if whole else (Entry("", {}), Sentence("layer {0}", 1))
        named = first.name if first.class_name == "InputLayer" else ""
        config: dict[str, Any] = first.config
        while is_model(Entry(first.class_name, config)) and isinstance(config["layers"], list) and config["layers"]:
            config = entry_of(config["layers"][0]).config  # the shape is said where the model inside begins
        built = {"batch_shape": model.config.get("build_input_shape")}
        self._input(Entry("InputLayer", config), named or "input", place, where, built)
        return (where.scope, Tensor(named or "input"))

    def _functional(
        self, model: Entry, whole: list[tuple[Entry, str]], where: _Where, outer: list[Answer] | None
    ) -> list[Answer]:
        begins = [tensor.layer for tensor in tensors_of(model.config.get("input_layers"))]
        if outer is not None and len(outer) != len(begins):
            raise BadInput(
                Sentence("{0!r} has {1} inputs, but {2} go in", cut(where.scope[-1]), len(begins), len(outer))
            )
        groups = group_names(entry.class_name for entry, _ in whole)
        for (entry, place), group in zip(whole, groups, strict=True):
            if entry.class_name != "InputLayer":
                try:
                    if not is_model(entry):
                        arguments.kind_of(entry)
                    calls = calls_of(entry)
                except BadInput as error:
                    self.complaints.add(place, error)
                    continue
                self._layer(entry, entry.name, place, group, where, calls, where.scope)
            elif outer is None:
                self._input(entry, entry.name, place, where, {})
            elif entry.name in begins:
                self._passed_on[where.scope, Tensor(entry.name)] = outer[begins.index(entry.name)]
        if outer is None:
            made = [self._made.get((where.scope, name, 0)) for name in begins]
            self.description.inputs = [x for x in made if x is not None]
        return [(where.scope, tensor) for tensor in tensors_of(model.config.get("output_layers"))]

    # ------------------------------------------------------------------ layers

    def _layer(
        self, entry: Entry, name: str, place: str, group: str, where: _Where, calls: list[Call], scope: Scope
    ) -> list[Answer]:
        """Take over one entry, called with answers of the model at *scope*; the answers of a model."""
        sources = [[(scope, tensor) for tensor in call.tensors] for call in calls]
        inside = _Where(
            (*where.scope, name), (*where.groups, "layers", group),
            where.frozen or entry.config.get("trainable") is False,
        )  # fmt: skip
        sums = maxout_args(entry, self.keras) if is_model(entry) else None
        if is_model(entry) and sums is None:
            return self._inner(entry, name, place, inside, sources)
        try:
            kind, args = ("Maxout", sums) if sums is not None else self._understood(entry, calls)
        except BadInput as error:
            self.complaints.add(place, error)
            return []
        if not calls:
            self.complaints.add(place, Sentence("nothing goes in"))
        for number, given in enumerate(sources):
            layer = Placed(
                self._new_id(inside.scope, kind), kind, args, place, given, inside.frozen,
                inside.groups if sums is None else (*inside.groups, *maxout.GROUPS), inside.scope[0],
                _classes(entry) if sums is None else maxout.CLASSES, self._made.get((where.scope, name, 0), ""),
            )  # fmt: skip
            self._add(layer, where.scope, name, number)
        return []

    def _inner(self, entry: Entry, name: str, place: str, inside: _Where, sources: list[list[Answer]]) -> list[Answer]:
        """Take over the layers of a model inside the one that is being read."""
        outer = inside.scope[:-1]
        if len(sources) != 1:
            self.complaints.add(place, Sentence("the model in it is used in {0} places: expected one", len(sources)))
            return []
        self._models.add((outer, name))
        answers = self._model(entry, inside, sources[0])
        for number, answer in enumerate(answers):
            self._passed_on[outer, Tensor(name, 0, number)] = answer
        return answers

    def _understood(self, entry: Entry, calls: list[Call]) -> tuple[str, dict[str, Any]]:
        """Kind and arguments of an entry."""
        kind = arguments.kind_of(entry)
        args = {} if entry.operation else arguments.args_of(kind, entry, self.keras)
        if any(call.causal for call in calls):
            args["use_causal_mask"] = True
        return kind.kind, args

    def _input(self, entry: Entry, name: str, place: str, where: _Where, otherwise: dict[str, Any]) -> None:
        try:
            shape = arguments.input_shape(entry.config) or arguments.input_shape(otherwise)
            if entry.config.get("sparse") or entry.config.get("ragged"):
                raise BadInput(Sentence("it takes sparse or ragged tensors"))
            typed = Entry("InputLayer", _typed(entry))
            arguments.args_of(arguments.kind_of(typed), typed, self.keras)
        except BadInput as error:
            self.complaints.add(place, error)
            return
        args: dict[str, Any] = {} if shape is None else {"shape": shape}
        layer = Placed(self._new_id((*where.scope, name), "Input"), "Input", args, place, [])
        self._add(layer, where.scope, name, 0)
        self.description.inputs.append(layer.id)

    def _add(self, layer: Placed, scope: Scope, name: str, call: int) -> None:
        self._made[scope, name, call] = layer.id
        self.description.layers.append(layer)
        if scope:
            self.description.groups.setdefault(scope[0], []).append(layer.id)

    def _new_id(self, scope: Scope, kind: str) -> str:
        """A free id after the names in *scope*, without what Keras does not take in one."""
        stem = ".".join(name.replace("/", "_").strip() for name in scope).lstrip("_.") or kind.lower()
        found, number = stem, 2
        while found in self._ids:
            found, number = f"{stem}_{number}", number + 1
        self._ids.add(found)
        return found

    # ------------------------------------------------------------------ links

    def _resolved(self, answer: Answer, place: str) -> str:
        """The id of the layer that gives *answer*, through the ends of models inside; empty after a complaint."""
        for _ in range(2 * DEEPEST * (len(self._passed_on) + 1)):
            scope, tensor = answer
            if (scope, tensor.layer) in self._models:
                answer = scope, Tensor(tensor.layer, 0, tensor.place)
            found = self._passed_on.get(answer)
            if found is None:
                made = self._made.get((scope, tensor.layer, tensor.call)) if tensor.place == 0 else None
                if made is None:
                    self.complaints.add(place, self._no_answer(scope, tensor))
                return made or ""
            answer = found
        self.complaints.add(place, Sentence("its inputs go in a circle"))
        return ""

    def _no_answer(self, scope: Scope, tensor: Tensor) -> str:
        name = cut(tensor.layer)
        if (scope, tensor.layer, tensor.call) in self._made:
            return Sentence("it takes a state of {0!r} (return_state), and a layer of nnviz gives one answer", name)
        return Sentence("there is no answer of {0!r} that could go in", name)


def _fed(layer: Placed, sources: list[str]) -> list[str]:
    """What is linked to *layer*; for attention no more than it has to be told."""
    if layer.kind != "MultiHeadAttention" or len(sources) < 2:
        return sources
    query, value, *key = sources
    if key and key[0] != value:
        return sources
    return [query] if query == value else [query, value]


def _place(number: int, row: Any, where: _Where) -> str:
    config = row.get("config") if isinstance(row, dict) else None
    name = row.get("name", config.get("name") if isinstance(config, dict) else None) if isinstance(row, dict) else None
    place: str = Sentence("layer {0}", number)
    if where.scope:
        place = Sentence("layer {0} of {1!r}", number, cut(".".join(where.scope)))
    return Sentence("{0}, {1!r}", place, cut(name)) if isinstance(name, str) else place


def _typed(entry: Entry) -> dict[str, Any]:
    return {"dtype": entry.config["dtype"]} if entry.class_name == "InputLayer" and "dtype" in entry.config else {}


def _classes(entry: Entry) -> tuple[str, ...]:
    inner = entry.config.get("layer")
    return (entry.class_name, *(_classes(entry_of(inner)) if isinstance(inner, dict) else ()))
