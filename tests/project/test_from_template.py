"""Templates as projects: which data they are put on, and that nothing keeps them from being trained."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from nnviz.data.load import load
from nnviz.data.spec import Builtin
from nnviz.network.facts import DataFacts
from nnviz.network.templates import TEMPLATES
from nnviz.project.from_template import own_data, template_project
from nnviz.project.json_form import project_from_json, project_to_json
from nnviz.training.check import problems
from nnviz.training.methods.kinds import Adversarial

PICTURES = DataFacts((32, 32, 3), "classes", 10, rows=(40_000, 10_000, 0))
PHOTOS = Builtin(name="digits")  # stands for any reference


@pytest.mark.parametrize("name", TEMPLATES)
def test_its_own_data_are_such_as_it_was_drawn_for(name: str, tmp_path: Path) -> None:
    template = TEMPLATES[name]
    project = template_project(template)
    assert project.data is not None
    facts = load(project.data, tmp_path).facts
    assert template.fits(facts)
    assert facts.input_shape == template.own.input_shape
    assert template.network(facts) == project.network
    assert not problems(project.network, facts, project.training)
    assert project_from_json(project_to_json(project)) == project


@pytest.mark.parametrize("name", TEMPLATES)
def test_it_is_put_on_data_that_fit_and_on_no_others(name: str) -> None:
    template = TEMPLATES[name]
    project = template_project(template, PHOTOS, PICTURES)
    if template.fits(PICTURES):
        assert msgspec.structs.replace(project.data, task="auto") == PHOTOS
        assert project.network == template.network(PICTURES)
        assert project.training.batch_size == 128
        assert project.training.method is None
    else:
        assert project.data == own_data(template)
        assert project.network == template.network()


def test_the_question_is_the_template_s() -> None:
    asks = Builtin(name="digits", task="reconstruction")
    facts = DataFacts((8, 8, 1), "regression", 64, target_shape=(8, 8, 1))
    assert template_project(TEMPLATES["lenet"], asks, facts).data == Builtin(name="digits")
    own = template_project(TEMPLATES["unet"], Builtin(name="digits"), facts).data
    assert own == asks
    kept = Builtin(name="iris", task="classes")
    assert template_project(TEMPLATES["mlp"], kept, DataFacts((4,), "classes", 3)).data == kept


def test_a_generator_is_trained_against_its_discriminator_on_whatever_rows_there_are() -> None:
    own = template_project(TEMPLATES["gan"])
    assert own.training.method == Adversarial()
    assert own.training.optimizer.args["beta_1"] == 0.5
    wine = DataFacts((13,), "classes", 3, rows=(142, 36, 0))
    project = template_project(TEMPLATES["gan"], Builtin(name="wine"), wine)
    assert (project.data, project.training.method) == (Builtin(name="wine"), Adversarial())
    assert project.network.layer("sample").args["units"] == 13
    assert not problems(project.network, wine, project.training)
    assert not TEMPLATES["gan"].fits(DataFacts((50,), "classes", 3, game="catch"))
