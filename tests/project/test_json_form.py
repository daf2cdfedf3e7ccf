"""The JSON form: exact round trips, defaults, and refusals that name the place."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from nnviz.errors import BadInput
from nnviz.network.spec import NetworkSpec
from nnviz.project.json_form import project_from_json, project_to_json
from nnviz.project.project import Project
from nnviz.training.recipe import OptimizerSpec, Recipe, StopEarly

from .examples import projects

DESIGN = """{"nnviz": 1,
 "network": {
   "layers": [
     {"id": "in",  "kind": "Input", "shape": [784]},
     {"id": "h1",  "kind": "Dense", "units": 64, "activation": "relu"},
     {"id": "out", "kind": "Output"}],
   "links": [["in", "h1"], ["h1", "out"]]},
 "data": {"source": "idx", "images": "train-images-idx3-ubyte", "labels": "train-labels-idx1-ubyte",
          "test_images": "t10k-images-idx3-ubyte", "test_labels": "t10k-labels-idx1-ubyte",
          "scale": "255", "split": {"validation": 0.3, "seed": 777}},
 "training": {"loss": "categorical_crossentropy", "optimizer": {"kind": "Adam", "learning_rate": 0.001},
              "metrics": ["accuracy"], "epochs": 30, "batch_size": 128, "seed": 1}}"""


def training(text: str) -> Recipe:
    return project_from_json(f'{{"training": {text}}}').training


@given(projects)
def test_what_is_written_is_read_back_equal(project: Project):
    text = project_to_json(project)
    assert project_from_json(text) == project
    assert project_to_json(project_from_json(text)) == text


@given(projects)
def test_the_text_is_plain_json_in_utf_8_of_bounded_width(project: Project):
    text = project_to_json(project).decode()
    assert json.loads(text)["nnviz"] == 1
    assert text.endswith("}\n")


def test_the_form_of_the_manual_is_read_and_written_as_people_write_it():
    project = project_from_json(DESIGN)
    assert project.network.layer("in").args == {"shape": (784,)}
    assert project.training.optimizer == OptimizerSpec("Adam", {"learning_rate": 0.001})
    lines = project_to_json(project).decode().splitlines()
    assert '      {"id": "h1", "kind": "Dense", "units": 64, "activation": "relu"},' in lines
    assert '    "links": [["in", "h1"], ["h1", "out"]]' in lines
    assert json.loads(DESIGN) == json.loads(project_to_json(project))


def test_what_is_left_out_takes_its_default():
    assert project_from_json("{}") == Project(NetworkSpec(), None, Recipe())
    assert project_from_json('{"nnviz": 1, "data": null, "training": {}}') == Project()


def test_links_that_are_left_out_form_a_chain():
    text = '{"network": {"layers": [{"id": "a", "kind": "Input"}, {"id": "b", "kind": "Output"}]}}'
    assert project_from_json(text).network.links == (("a", "b"),)


def test_a_byte_order_mark_is_no_part_of_the_text():
    assert project_from_json(b"\xef\xbb\xbf{}") == project_from_json("\ufeff{}") == Project()


def test_an_optimizer_may_be_a_name_in_any_capitals():
    assert training('{"optimizer": "rmsprop"}').optimizer == OptimizerSpec("RMSprop")
    assert training('{"optimizer": {"kind": "sgd", "momentum": 0.9}}').optimizer.args == {"momentum": 0.9}
    assert training('{"optimizer": {"learning_rate": 1}}').optimizer == OptimizerSpec("Adam", {"learning_rate": 1.0})


def test_long_names_of_losses_and_metrics_become_the_usual_ones():
    recipe = training('{"loss": "mean_squared_error", "metrics": ["acc", "mean_absolute_error"]}')
    assert (recipe.loss, recipe.metrics) == ("mse", ("accuracy", "mae"))


def test_null_stands_for_not_given():
    recipe = training('{"loss": null, "stop_early": null, "optimizer": {"clipnorm": null}}')
    assert recipe == Recipe(optimizer=OptimizerSpec("Adam", {}))


def test_whole_numbers_may_be_written_with_a_point():
    assert training('{"epochs": 3.0, "stop_early": {"patience": 2}}').stop_early == StopEarly(patience=2)


REFUSED = {
    '{"foo": 1}': 'foo: unknown key "foo"',
    '{"network": {"layer": []}}': "'layer'",
    '{"network": {"layers": [{"id": "a", "kind": "Dens"}]}}': "did you mean 'Dense'",
    '{"network": {"layers": [{"id": "a", "kind": "Dense", "unit": 3}]}}': "'unit'",
    '{"network": {"layers": [{"id": "a", "kind": "Dense", "units": "many"}]}}': "network.layers[0].units",
    '{"network": 3}': "network: expected an object, got 3",
    '{"data": {"source": "tabel"}}': 'data.source: unknown source "tabel"; did you mean "table"?',
    '{"data": {}}': "data: source is missing",
    '{"data": {"source": "table"}}': "data: path is missing",
    '{"data": {"source": "builtin", "name": "irish"}}': "data.name: expected one of",
    '{"data": {"source": "table", "path": "a", "targt": 1}}': 'data.targt: unknown key "targt"; did you mean "target"?',
    '{"data": {"source": "table", "path": "a", "target": [1.5]}}': "data.target[0]: expected a whole number or a text",
    '{"data": {"source": "table", "path": "a", "split": {"test": "x"}}}': 'data.split.test: expected a number',
    '{"data": {"source": "images", "folder": "a", "size": [1]}}': "data.size: expected a list of 2, got [1]",
    '{"training": {"epoch": 3}}': 'training.epoch: unknown key "epoch"; did you mean "epochs"?',
    '{"training": {"epochs": 0}}': "training.epochs: expected a whole number from 1 to 10,000,000, got 0",
    '{"training": {"epochs": true}}': "training.epochs: expected a whole number",
    '{"training": {"batch_size": 1e300}}': "training.batch_size: expected a whole number of 64 bits at most",
    '{"training": {"batch_size": 0}}': "training.batch_size: expected a whole number of at least 1, got 0",
    '{"training": {"seed": -1}}': "training.seed: expected a whole number from 0",
    '{"training": {"loss": "hubber"}}': 'training.loss: unknown loss "hubber"; did you mean "huber"?',
    '{"training": {"metrics": ["acuracy"]}}': "training.metrics[0]: unknown metric",
    '{"training": {"metrics": "accuracy"}}': "training.metrics: expected a list of names",
    '{"training": {"optimizer": "adm"}}': 'training.optimizer: unknown optimizer "adm"; did you mean "Adam"?',
    '{"training": {"optimizer": {"kind": "SGD", "beta_1": 0}}}': "training.optimizer.beta_1: unknown key",
    '{"training": {"optimizer": {"learning_rate": "fast"}}}': (
        'training.optimizer.learning_rate: expected a number above 0, got "fast"'
    ),
    '{"training": {"optimizer": {"learning_rate": 0}}}': "expected a number above 0, got 0",
    '{"training": {"optimizer": {"learning_rate": NaN}}}': "holds NaN",
    '{"training": {"optimizer": {"learning_rate": 1e999}}}': "holds 1e999",
    '{"training": {"optimizer": {"learning_rate": {"kind": "Cosine"}}}}': "learning_rate.kind: unknown schedule",
    '{"training": {"optimizer": {"learning_rate": {"initial_learning_rate": 1}}}}': "learning_rate: kind is missing",
    '{"training": {"optimizer": {"learning_rate": {"kind": "CosineDecay"}}}}': "needs initial_learning_rate",
    '{"training": {"optimizer": {"clipnorm": 1, "clipvalue": 1}}}': "got clipnorm and clipvalue",
    '{"training": {"stop_early": {"patiense": 1}}}': 'training.stop_early.patiense: unknown key "patiense"',
    '{"training": {"stop_early": {"patience": -1}}}': "training.stop_early.patience: expected",
    '{"training": {"reduce_on_plateau": {"factor": 1}}}': "training.reduce_on_plateau.factor: expected",
    '{"training": {"class_weight": {"0": "a"}}}': "training.class_weight.0: expected a number",
    '{"training": {"epochs": 1, "epochs": 2}}': '"epochs" stands twice',
    '{"nnviz": 2}': "newer nnviz",
    '{"nnviz": "1"}': "nnviz: expected the number of the format",
    f'{{"network": {{"layers": [{{"id": "in", "kind": "Input", "at": [1{"0" * 400}, 0]}}]}}}}': "too large",
    "[]": "expected a JSON object, got []",
    "": "line 1, column 1",
    '{"network": {}\n "data": 1}': "line 2, column 2",
    "[" * 100_000: "nested too deeply",
}  # fmt: skip


@pytest.mark.parametrize(("text", "said"), REFUSED.items(), ids=range(len(REFUSED)))
def test_what_cannot_be_used_is_refused_in_a_sentence_that_names_its_place(text: str, said: str):
    with pytest.raises(BadInput) as refusal:
        project_from_json(text)
    assert said in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(BadInput, match="UTF-8"):
        project_from_json(b"\xff\xfe\x00")


def test_half_a_letter_is_refused_and_a_whole_one_of_two_halves_is_read():
    form = '{{"network": {{"layers": [{{"id": "{}", "kind": "Input"}}]}}}}'
    assert project_from_json(form.format(r"\ud83d\ude00")).network.layers[0].id == "\N{GRINNING FACE}"
    for half in (r"\ud800", r"\uDFFF", r"a\ude00\ud83d"):
        with pytest.raises(BadInput, match="half of a letter"):
            project_from_json(form.format(half))
