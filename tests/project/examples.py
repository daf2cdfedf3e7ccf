"""Random projects for property tests, and small ones for the others."""

from __future__ import annotations

import itertools
import string

from hypothesis import strategies as st

from nnviz.data.spec import Builtin, Idx, Images, Npz, Series, Split, Table
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project.project import Project
from nnviz.training.optimizers import OPTIMIZERS, SCHEDULES
from nnviz.training.recipe import OptimizerSpec, Recipe, ReduceOnPlateau, StopEarly
from nnviz.training.suggest import LOSSES, METRICS

words = st.text(string.ascii_letters + string.digits + " _-äß가", min_size=1, max_size=12)
shares = st.floats(0, 0.99)
maybe_share = st.none() | shares


def numbers(arg):
    low = arg.minimum if arg.minimum is not None else (arg.above if arg.above is not None else -1e3)
    high = arg.maximum if arg.maximum is not None else 1e3
    return st.floats(low, high, exclude_min=arg.above is not None)


def values(arg):
    if arg.type == "bool":
        return st.booleans()
    if arg.type == "int":
        return st.integers(int(arg.minimum or 0), int(arg.maximum or 10_000))
    if arg.type == "rate":
        return numbers(arg) | schedules
    return numbers(arg)


@st.composite
def rule_args(draw, rule):
    args = {arg.name: draw(values(arg)) for arg in rule.args if arg.required or draw(st.booleans())}
    clips = [name for name in ("clipnorm", "clipvalue", "global_clipnorm") if name in args]
    return {name: value for name, value in args.items() if name not in clips[1:]}


@st.composite
def _schedules(draw):
    kind = draw(st.sampled_from(sorted(SCHEDULES)))
    if kind != "PiecewiseConstantDecay":
        return {"kind": kind, **draw(rule_args(SCHEDULES[kind]))}
    bounds = sorted(draw(st.sets(st.integers(0, 1000), min_size=1, max_size=4)))
    rates = st.lists(st.floats(0, 1, exclude_min=True), min_size=len(bounds) + 1, max_size=len(bounds) + 1)
    return {"kind": kind, "boundaries": bounds, "values": draw(rates)}


schedules = _schedules()


@st.composite
def optimizers(draw):
    kind = draw(st.sampled_from(sorted(OPTIMIZERS)))
    return OptimizerSpec(kind, draw(rule_args(OPTIMIZERS[kind])))


recipes = st.builds(
    Recipe,
    loss=st.none() | st.sampled_from(sorted(LOSSES)),
    optimizer=optimizers(),
    metrics=st.none() | st.lists(st.sampled_from(sorted(METRICS)), max_size=3).map(tuple),
    epochs=st.integers(1, 10_000),
    batch_size=st.integers(1, 10_000),
    shuffle=st.booleans(),
    seed=st.integers(0, 2**32 - 1),
    stop_early=st.none() | st.builds(StopEarly, words, st.integers(0, 99), st.floats(0, 1), st.booleans()),
    reduce_on_plateau=st.none() | st.builds(ReduceOnPlateau, words, st.floats(0.01, 0.99), st.integers(0, 99)),
    class_weight=st.none() | st.dictionaries(words, st.floats(0, 1e3), max_size=3),
)
splits = st.builds(Split, maybe_share, maybe_share, st.integers(0, 99), st.booleans())
columns = st.lists(words | st.integers(0, 99), max_size=3).map(tuple)
data_specs = st.one_of(
    st.builds(Builtin, name=st.sampled_from(["xor", "iris", "moons"]), noise=maybe_share, split=splits),
    st.builds(Table, path=words, target=columns, header=st.sampled_from(["auto", True, False]), inputs=columns),
    st.builds(Idx, images=words, labels=words, scale=st.sampled_from([None, "255", "standard"])),
    st.builds(Npz, path=words, balance=st.sampled_from(["none", "weights", "smote"])),
    st.builds(Images, folder=words, size=st.tuples(st.integers(1, 99), st.integers(1, 99))),
    st.builds(Series, path=words, columns=columns, window=st.integers(1, 99), shuffle=st.booleans()),
)


@st.composite
def networks(draw):
    ids = draw(st.lists(words.map(str.strip).filter(bool), min_size=2, max_size=5, unique=True))
    hidden = [LayerSpec(name, "Dense", {"units": draw(st.integers(1, 99)), "activation": "relu"}) for name in ids[1:-1]]
    places = st.none() | st.tuples(st.integers(-999, 999).map(float), st.integers(-999, 999).map(float))
    first = LayerSpec(ids[0], "Input", draw(st.sampled_from([{}, {"shape": (4,)}])), draw(places))
    layers = (first, *hidden, LayerSpec(ids[-1], "Output", {}, draw(places)))
    pairs = st.tuples(st.sampled_from(ids), st.sampled_from(ids)).filter(lambda pair: pair[0] != pair[1])
    return NetworkSpec(layers, tuple(draw(st.lists(pairs, max_size=6, unique=True))))


projects = st.builds(Project, networks(), st.none() | data_specs, recipes)


def chain(*layers: LayerSpec) -> NetworkSpec:
    """A network in which each layer feeds the next."""
    return NetworkSpec(layers, tuple((a.id, b.id) for a, b in itertools.pairwise(layers)))


def small_network(units: int = 8, activation: str = "tanh") -> NetworkSpec:
    """Input, one hidden layer, Output."""
    hidden = LayerSpec("hidden", "Dense", {"units": units, "activation": activation})
    return chain(LayerSpec("in", "Input"), hidden, LayerSpec("out", "Output"))


def xor(**training) -> Project:
    """XOR with a small network; *training* are parts of the recipe."""
    recipe = Recipe(**{"epochs": 30, "optimizer": OptimizerSpec("Adam", {"learning_rate": 0.05}), **training})
    return Project(small_network(), Builtin(name="xor"), recipe)
