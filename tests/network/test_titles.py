"""What layers are called in sentences: by id for programs, by title for whoever reads them in a window."""

from __future__ import annotations

import copy
import pickle

import pytest

from nnviz.network.edits import new_id
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.network.titles import called
from nnviz.sentences import Sentence
from nnviz.training.growing.report import sentence_of, told


@pytest.mark.parametrize(
    ("layer_id", "kind", "title"),
    [("hidden_1", "Dense", ("Hidden", "1")), ("dense_2", "Dense", ("Hidden", "2")), ("input", "Input", ("Input", "")),
     ("encoder", "Dense", ("", "")), ("hidden_1", "Conv2D", ("", ""))],
)  # fmt: skip
def test_an_id_that_the_app_gave_has_a_title_and_another_is_one(
    layer_id: str, kind: str, title: tuple[str, str]
) -> None:
    name = called(LayerSpec(layer_id, kind))
    assert (name, name.kind, name.number) == (layer_id, *title)
    for again in (copy.copy(name), pickle.loads(pickle.dumps(name))):
        assert (again, again.kind, again.number) == (layer_id, *title)


def test_new_ids_have_titles() -> None:
    network = NetworkSpec((LayerSpec("hidden_1", "Dense"),))
    for kind in ("Dense", "BatchNormalization", "Conv2D"):
        assert called(LayerSpec(new_id(network, kind), kind)).kind


def test_titles_travel_with_their_sentence() -> None:
    sentence = sentence_of(told(Sentence("{0} of {1}", "units", called(LayerSpec("hidden_1", "Dense")))))
    assert sentence is not None
    assert sentence == "units of hidden_1"
    assert getattr(sentence.figures[1], "kind", None) == "Hidden"
