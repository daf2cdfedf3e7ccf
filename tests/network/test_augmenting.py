"""The layers that vary pictures, read from a network and put into one."""

from __future__ import annotations

from nnviz.network import edits
from nnviz.network.augmenting import augmentation, picture_input, with_augmentation
from nnviz.network.spec import LayerSpec, NetworkSpec

FLIP, TURN = LayerSpec("a", "RandomFlip", {"mode": "vertical"}), LayerSpec("b", "RandomRotation", {"factor": 0.2})


def drawn(*kinds: str) -> NetworkSpec:
    network, last = NetworkSpec(), None
    for kind in kinds:
        network, last = edits.add_layer(network, kind, after=last)
    return network


def chain(network: NetworkSpec) -> list[str]:
    ordered = network.ordered()
    assert ordered is not None
    return [layer.kind for layer in ordered]


def test_layers_come_behind_the_input_and_go_again():
    network = drawn("Input", "Flatten", "Output")
    varied = with_augmentation(network, (FLIP, TURN))
    assert chain(varied) == ["Input", "RandomFlip", "RandomRotation", "Flatten", "Output"]
    assert [(x.kind, dict(x.args)) for x in augmentation(varied)] == [
        ("RandomFlip", {"mode": "vertical"}),
        ("RandomRotation", {"factor": 0.2}),
    ]
    assert chain(with_augmentation(varied, (TURN,))) == ["Input", "RandomRotation", "Flatten", "Output"]
    plain = with_augmentation(varied, ())
    assert chain(plain) == chain(network)
    assert set(plain.links) == set(network.links)


def test_what_varies_further_on_is_left_alone():
    network = drawn("Input", "Rescaling", "RandomFlip", "Flatten", "Output")
    assert augmentation(network) == ()
    assert chain(with_augmentation(network, (TURN,)))[:4] == ["Input", "RandomRotation", "Rescaling", "RandomFlip"]


def test_two_inputs_leave_no_one_place():
    network = drawn("Input", "Flatten", "Output")
    network, _ = edits.add_layer(network, "Input")
    assert picture_input(network) is None
    assert with_augmentation(network, (FLIP,)) == network
