"""Every template trains for an epoch, and has the shapes and the weights that it was said to have."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec
import numpy as np
import pytest

from nnviz.data.spec import Split
from nnviz.engine.session import Session
from nnviz.network.fit import fit_to_data
from nnviz.network.inference import infer
from nnviz.network.templates import TEMPLATES
from nnviz.project.from_template import template_project
from nnviz.project.summary import summary_of

# A single batch: most of the time goes into tracing, once for each size of a batch.
FEW, ALL = Split(validation=0.0, test=0.97), Split(validation=0.0)


@pytest.mark.parametrize("name", TEMPLATES)
def test_it_trains_and_is_what_was_said(name: str, tmp_path: Path) -> None:
    project = template_project(TEMPLATES[name])
    assert project.data is not None
    large = name not in ("perceptron", "mlp", "two_inputs", "gan")
    data = msgspec.structs.replace(project.data, split=FEW if large else ALL)
    recipe = msgspec.structs.replace(project.training, epochs=1, batch_size=512)
    session = Session(replace(project, data=data, training=recipe), tmp_path)
    before = [np.array(weights) for weights in session.model.get_weights()]
    ending = None
    while ending is None:
        ending = session.advance(1).ending
    assert ending == "finished"
    after = session.model.get_weights()
    assert all(np.isfinite(weights).all() for weights in after)
    assert any((one != other).any() for one, other in zip(before, after, strict=True))

    fitted = fit_to_data(project.network, session.dataset.facts)
    inference = infer(fitted)
    summary = summary_of(fitted, inference, 32)
    count = sum(int(np.prod(weight.shape)) for weight in session.model.trainable_weights)
    assert summary.total.trainable == count
    assert summary.total.parameters == session.model.count_params()
    for row in summary.rows:
        assert session.model.get_layer(row.layer).count_params() == row.parameters
    assert [tuple(output.shape) for output in session.model.outputs] == [
        inference.shapes[layer.id] for layer in fitted.of_kind("Output")
    ]
