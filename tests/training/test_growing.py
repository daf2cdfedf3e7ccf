"""A trained network changed: what it goes on with, weight by weight, and whether it answers as before."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.network import edits, placing
from nnviz.network.facts import DataFacts
from nnviz.network.inference import infer
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.sentences import Sentence
from nnviz.training.growing import Carried, Counts, Growth, Side, grow, maps
from nnviz.training.growing.deepen import fitted_in
from nnviz.training.growing.report import sentence_of, told

FUNCTIONS = {
    "linear": lambda x: x,
    "relu": lambda x: np.maximum(x, 0),
    "tanh": np.tanh,
    "sigmoid": lambda x: 1 / (1 + np.exp(-x)),
}


def dense(name: str, units: int, activation: str = "relu", **args: Any) -> LayerSpec:
    return LayerSpec(name, "Dense", {"units": units, "activation": activation, **args})


def chain(*layers: LayerSpec) -> NetworkSpec:
    """Three inputs, *layers*, and an Output of two."""
    ends = LayerSpec("in", "Input", {"shape": (3,)}), LayerSpec("out", "Output", {"units": 2, "activation": "sigmoid"})
    every = (ends[0], *layers, ends[1])
    return NetworkSpec(every, tuple(itertools.pairwise(layer.id for layer in every)))


def side(network: NetworkSpec, seed: int) -> Side:
    """*network* with random weights."""
    rng, inference = np.random.default_rng(seed), infer(network)
    assert not [p for p in inference.problems if not p.caution]
    arrays = {
        f"{layer}/{weight.name}": rng.normal(size=weight.shape).astype("f4")
        for layer, weights in inference.weights.items()
        for weight in weights
    }
    return Side(network, arrays)


def answers(network: NetworkSpec, arrays: dict[str, Any], x: Any) -> Any:
    """What *network* answers to *x*, in plain numpy: Dense, Dropout, Add and Concatenate."""
    found = {}
    for layer in network.ordered() or ():
        ins = [found[source] for source in network.sources(layer.id)]
        if layer.kind == "Input":
            found[layer.id] = x
        elif layer.kind in ("Dense", "Output"):
            bias = arrays.get(f"{layer.id}/bias", 0)
            found[layer.id] = FUNCTIONS[layer.args["activation"]](ins[0] @ arrays[f"{layer.id}/kernel"] + bias)
        else:
            found[layer.id] = {"Add": sum, "Concatenate": lambda a: np.concatenate(a, -1)}.get(
                layer.kind, lambda a: a[0]
            )(ins)
    return found[network.layers[-1].id]


def grown(old: NetworkSpec, new: NetworkSpec, preserving: bool = True, **options: Any) -> tuple[Growth, float, Side]:
    """What *new* starts with, the largest difference of its answers, and the trained side."""
    before, after = side(old, 1), side(new, 2)
    growth = grow(before, after, preserving=preserving, **options)
    x = np.random.default_rng(3).normal(size=(20, 3)).astype("f4")
    ours, theirs = answers(new, growth.arrays, x), answers(old, before.arrays, x)
    return growth, float(np.abs(ours - theirs).max()) if ours.shape == theirs.shape else np.nan, before


def of(growth: Growth, layer: str) -> Carried:
    return next(found for found in growth.layers if found.id == layer)


BASE = chain(dense("h1", 4), dense("h2", 5, "tanh"))
BRANCHES = NetworkSpec(
    (*BASE.layers[:1], dense("a", 4), dense("b", 4, "tanh"), LayerSpec("add", "Add"), dense("c", 3),
     LayerSpec("cat", "Concatenate"), BASE.layers[-1]),
    (("in", "a"), ("a", "b"), ("a", "add"), ("b", "add"), ("add", "c"), ("c", "cat"), ("a", "cat"), ("cat", "out")),
)  # fmt: skip


class TestMaps:
    """Maps of an axis."""

    @given(st.integers(1, 9), st.integers(0, 30), st.integers(0, 99))
    def test_copies_keep_all_and_take_turns(self, old, more, seed):
        found = maps.copies(old, old + more, seed)
        assert found[:old].tolist() == list(range(old))
        times = np.bincount(found, minlength=old)
        assert times.max() - times.min() <= 1
        assert maps.covers(found, old)
        assert maps.counts(found).tolist() == times[found].tolist()

    def test_the_strongest_stay_in_their_order(self):
        assert maps.strongest(np.array([1.0, 9, 0, 5]), 3).tolist() == [0, 1, 3]

    @given(st.integers(1, 4), st.integers(1, 4), st.integers(1, 4))
    def test_axes_laid_out_as_one_are_found_again(self, height, width, channels):
        axes = [maps.same(height), maps.same(width), maps.copies(channels, channels + 2, 0)]
        numbers = np.arange(height * width * channels).reshape(height, width, channels)
        flat = maps.flattened(axes, (height, width, channels))
        np.testing.assert_array_equal(numbers.reshape(-1)[flat], numbers[:, :, axes[2]].reshape(-1))

    def test_a_larger_kernel_has_the_smaller_one_in_its_middle(self):
        assert maps.centred(3, 5).tolist() == [-1, 0, 1, 2, -1]
        assert maps.centred(5, 3).tolist() == [1, 2, 3]

    def test_what_tells_copies_apart_changes_no_sum(self):
        taking = maps.Taking("k", (maps.Along(maps.copies(3, 8, 1), shared=True), maps.Along(maps.same(2))))
        old, fresh = np.random.default_rng(0).normal(size=(3, 2)), np.zeros((8, 2))
        even, apart = taking.weights(old, fresh), taking.weights(old, fresh, noise=0.5)
        for place in range(3):
            here = maps.copies(3, 8, 1) == place
            np.testing.assert_allclose(even[here].sum(axis=0), old[place])
            np.testing.assert_allclose(apart[here].sum(axis=0), old[place])
            assert np.ptp(even[here], axis=0).max() == 0 < np.ptp(apart[here], axis=0).min()

    def test_an_optimizer_remembers_a_copy_with_its_share_of_the_gradient(self):
        copies = maps.Along(maps.copies(2, 4, 0))
        taking = maps.Taking("k", (maps.Along(maps.same(1)), copies), preserving=True)
        old, fresh = np.array([[2.0, 4.0]]), np.zeros((1, 4))
        assert sorted(taking.memory(old, fresh, 1)[0].tolist()) == [1, 1, 2, 2]
        assert sorted(taking.memory(old, fresh, 2)[0].tolist()) == [0.5, 0.5, 1, 1]
        assert sorted(taking.memory(old, fresh, 0)[0].tolist()) == [2, 2, 4, 4]


class TestPreserving:
    """Net2Net."""

    @given(st.data())
    def test_wider_networks_answer_as_before(self, data):
        count = data.draw(st.integers(1, 4))
        functions = st.sampled_from(sorted(FUNCTIONS))
        widths = [data.draw(st.integers(1, 6)) for _ in range(count)]
        old = chain(*(dense(f"h{i}", n, data.draw(functions), use_bias=data.draw(st.booleans()))
                      for i, n in enumerate(widths)))  # fmt: skip
        new = old
        for i, n in enumerate(widths):
            new = edits.set_args(new, f"h{i}", units=n + data.draw(st.integers(0, 7)))
        growth, difference, _ = grown(old, new, noise=data.draw(st.sampled_from([0.0, 0.5])), seed=count)
        assert growth.preserves
        assert growth.why is None
        assert difference < 1e-5

    @given(st.integers(0, 6), st.integers(0, 6))
    def test_branches_stay_in_step(self, more, on_top):
        new = BRANCHES
        for layer, units in (("a", 4 + more), ("b", 4 + more), ("c", 3 + on_top)):
            new = edits.set_args(new, layer, units=units)
        growth, difference, _ = grown(BRANCHES, new)
        assert growth.preserves
        assert difference < 1e-5

    def test_a_new_branch_counts_for_nothing_at_first(self):
        new = replace(BRANCHES, layers=(*BRANCHES.layers[:-1], dense("n", 3), BRANCHES.layers[-1]),
                      links=(("a", "n"), ("n", "cat"), *BRANCHES.links))  # fmt: skip
        growth, difference, _ = grown(BRANCHES, new)
        assert growth.preserves
        assert difference < 1e-5
        assert of(growth, "n").what == "new"
        assert of(growth, "out").inputs == Counts(kept=7, new=3)

    def test_inputs_joined_in_another_order_keep_their_weights(self):
        links = tuple(link for link in BRANCHES.links if link != ("c", "cat"))
        growth, difference, _ = grown(BRANCHES, replace(BRANCHES, links=(*links, ("c", "cat"))))
        assert growth.preserves
        assert difference < 1e-6

    @pytest.mark.parametrize("units", [4, 7])
    def test_a_layer_behind_relu_starts_as_the_identity(self, units):
        new = chain(dense("h1", 4), dense("x", units), dense("h2", 5, "tanh"))
        growth, difference, _ = grown(BASE, new)
        assert of(growth, "x").what == "identity"
        assert growth.preserves
        assert difference < 1e-5

    def test_and_without_training_it_can_be_taken_out_again(self):
        new = chain(dense("h1", 4), dense("x", 4), dense("h2", 5, "tanh"))
        before = side(BASE, 1)
        between = grow(before, side(new, 2), preserving=True)
        again = grow(Side(new, between.arrays), side(BASE, 3), preserving=True)
        assert again.preserves
        for name, array in before.arrays.items():
            np.testing.assert_array_equal(again.arrays[name], array)

    @pytest.mark.parametrize(
        ("layer", "reason"),
        [
            (dense("x", 3), "x is new and too narrow to pass on what comes in: 3 of 4"),
            (dense("x", 4, "tanh"), "x is new, and tanh changes what comes in"),
        ],
    )
    def test_where_a_layer_cannot_pass_all_on_it_says_why(self, layer, reason):
        growth, _, _ = grown(BASE, chain(dense("h1", 4), layer, dense("h2", 5, "tanh")))
        assert not growth.preserves
        assert growth.why == reason
        assert sentence_of(of(growth, "x").why) == reason

    def test_a_dropout_changes_no_answer(self):
        new = chain(dense("h1", 4), LayerSpec("d", "Dropout"), dense("h2", 5, "tanh"))
        growth, difference, _ = grown(BASE, new)
        assert growth.preserves
        assert difference == 0
        back, difference, _ = grown(new, BASE)
        assert back.preserves
        assert difference == 0

    def test_softmax_over_units_cannot_be_widened(self):
        old = chain(dense("h1", 4, "softmax"))
        growth = grow(side(old, 1), side(edits.set_args(old, "h1", units=6), 2), preserving=True)
        assert "softmax of h1 shares 1 out" in str(growth.why)

    def test_of_fewer_units_those_with_the_strongest_weights_stay(self):
        growth, _, before = grown(BASE, edits.set_args(BASE, "h1", units=2))
        strength = np.square(before.arrays["h2/kernel"]).sum(axis=1)
        stay = np.sort(np.argsort(-strength)[:2])
        np.testing.assert_array_equal(growth.arrays["h1/kernel"], before.arrays["h1/kernel"][:, stay])
        np.testing.assert_array_equal(growth.arrays["h2/kernel"], before.arrays["h2/kernel"][stay])
        assert of(growth, "h1").units == Counts(kept=2, gone=2)
        assert growth.why == "inputs of h2: 2 of 4 gone"

    def test_units_that_are_added_up_leave_together(self):
        new = edits.set_args(edits.set_args(BRANCHES, "a", units=2), "b", units=2)
        growth, _, before = grown(BRANCHES, new)
        columns = [before.arrays[f"{layer}/bias"].tolist() for layer in "ab"]
        stay = [
            [column.index(x) for x in growth.arrays[f"{layer}/bias"]]
            for layer, column in zip("ab", columns, strict=True)
        ]
        assert stay[0] == stay[1]


class TestPlain:
    """Only the weights are kept."""

    def test_what_overlaps_is_copied_and_the_rest_is_as_it_was_drawn(self):
        new = edits.set_args(BASE, "h1", units=6)
        growth, _, before = grown(BASE, new, preserving=False)
        fresh = side(new, 2).arrays
        kernel = growth.arrays["h1/kernel"]
        np.testing.assert_array_equal(kernel[:, :4], before.arrays["h1/kernel"])
        np.testing.assert_array_equal(kernel[:, 4:], fresh["h1/kernel"][:, 4:])
        np.testing.assert_array_equal(growth.arrays["h2/kernel"][4:], fresh["h2/kernel"][4:])
        assert of(growth, "h1") == Carried("h1", "changed", Counts(4, 0, 2), Counts(3), 24, 8)
        assert of(growth, "h2").inputs == Counts(kept=4, new=2)
        assert of(growth, "out").what == "kept"
        assert growth.why == "inputs of h2: 2 of 6 new"

    def test_of_fewer_units_the_first_stay(self):
        growth, _, before = grown(BASE, edits.set_args(BASE, "h1", units=2), preserving=False)
        np.testing.assert_array_equal(growth.arrays["h1/kernel"], before.arrays["h1/kernel"][:, :2])

    def test_a_layer_that_sees_others_of_another_number_is_new(self):
        growth, _, _ = grown(BASE, chain(dense("h1", 4), dense("x", 7, "tanh"), dense("h2", 5, "tanh")), False)
        assert [layer.what for layer in growth.layers] == ["kept", "new", "new", "kept"]
        assert growth.carried == ("h1", "out")

    def test_a_layer_that_sees_as_many_others_keeps_its_weights(self):
        growth, _, before = grown(BASE, chain(dense("x", 4, "tanh"), dense("h2", 5, "tanh")), False)
        np.testing.assert_array_equal(growth.arrays["h2/kernel"], before.arrays["h2/kernel"])

    def test_an_output_of_another_size_keeps_what_it_has(self):
        growth, _, before = grown(BASE, edits.set_args(BASE, "out", units=3))
        np.testing.assert_array_equal(growth.arrays["out/kernel"][:, :2], before.arrays["out/kernel"])
        assert growth.why == "out gives 3 answers, and it gave 2"


def test_a_renamed_layer_is_the_same():
    growth, difference, _ = grown(BASE, edits.rename(BASE, "h1", "features"))
    assert growth.same["features"] == "h1"
    assert difference == 0


def test_a_layer_that_was_gone_is_the_same_only_where_it_stands_again_as_it_did():
    before = side(BASE, 1)
    back = grow(before, side(BASE, 2), gone=frozenset({"h2"}))
    np.testing.assert_array_equal(back.arrays["h2/kernel"], before.arrays["h2/kernel"])
    other = edits.set_args(BASE, "h2", units=6)
    assert of(grow(before, side(other, 2), gone=frozenset({"h2"})), "h2").what == "new"


def test_a_sentence_arrives_as_it_was():
    sentence = Sentence("inputs of {0}: {1} of {2} new", "out", 2, 6)
    arrived = sentence_of(told(sentence))
    assert arrived == sentence
    assert arrived is not None
    assert arrived.pattern == sentence.pattern


class TestDeepen:
    """A layer dropped into a trained network."""

    FACTS = DataFacts((3,), "binary", 1)

    def inserted(self, network: NetworkSpec, link: tuple[str, str]) -> LayerSpec:
        new, layer_id = placing.insert_on_link(network, link, "Dense")
        return fitted_in(new, layer_id, self.FACTS).layer(layer_id)

    def test_is_as_wide_as_what_comes_in(self):
        layer = self.inserted(chain(dense("h1", 7), dense("h2", 5)), ("h1", "h2"))
        assert (layer.args["units"], layer.args["activation"]) == (7, "relu")

    def test_and_has_relu_where_its_own_would_not_pass_all_on(self):
        layer = self.inserted(chain(dense("h1", 7, "sigmoid"), dense("h2", 5, "sigmoid")), ("h1", "h2"))
        assert (layer.args["units"], layer.args["activation"]) == (7, "relu")

    def test_but_stays_as_it_is_where_nothing_helps(self):
        layer = self.inserted(chain(dense("h1", 7, "tanh"), dense("h2", 5, "tanh")), ("h1", "h2"))
        assert (layer.args["units"], layer.args["activation"]) == (4, "tanh")

    def test_and_behind_one_that_cannot_stand(self):
        layer = self.inserted(chain(LayerSpec("conv", "Conv2D", {"filters": 2}), dense("h2", 5)), ("conv", "h2"))
        assert layer.args["units"] == 4
