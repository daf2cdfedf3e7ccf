"""The bench does the same work on both sides; how fast either is, is not for a test to say."""

from __future__ import annotations

import json

import pytest

from nnviz.commands.bench import main
from nnviz.engine import bench
from nnviz.errors import BadInput


@pytest.fixture
def brief(monkeypatch):
    """One short round."""
    run = bench.run
    monkeypatch.setattr(bench, "run", lambda name: run(name, rounds=1, seconds=0.01))


def test_both_sides_come_to_the_same_result(brief, capsys):
    assert main(["xor", "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["agrees"] is True
    assert result["ratio"] == pytest.approx(result["fit_ms"] / result["engine_ms"])
    assert list(result)[:3] == ["case", "fit_ms", "engine_ms"]


@pytest.mark.nightly
@pytest.mark.parametrize("name", [name for name, case in bench.CASES.items() if case.brief and name != "xor"])
def test_every_brief_case(name, brief, capsys):
    assert main([name]) == 0
    head, line = capsys.readouterr().out.splitlines()
    assert head.startswith("case")
    assert line.startswith(name)
    assert line.endswith("yes")


def test_a_case_that_is_not_there():
    with pytest.raises(BadInput, match="no case 'chess'; there are xor, thoracic"):
        main(["chess"])
