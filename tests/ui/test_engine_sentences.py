"""What the engine and the reader of models refuse reaches a Korean window in Korean."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnviz.backend import causes
from nnviz.errors import BadInput
from nnviz.network.facts import DataFacts
from nnviz.project.keras_files import reply
from nnviz.project.keras_files.reading import read_model
from nnviz.sentences import Sentence
from nnviz.training.evaluating.messages import Evaluate, Evaluation
from nnviz.training.framing import encode, event_reader
from nnviz.training.messages import Ending, Refused
from nnviz.ui import language
from nnviz.ui.panes.evaluation_pane import EvaluationPane
from nnviz.ui.training.endings import ending_text

ROOT = Path(__file__).parents[2] / "nnviz"
# What is raised there is met at the command line alone.
AT_THE_COMMAND_LINE = ("bench", "peers", "spread")


@pytest.fixture
def korean(qapp: QApplication) -> Iterator[None]:
    """The application speaks Korean."""
    qapp.setOrganizationName("nnviz")
    qapp.setApplicationName("nnviz-test-sentences")
    language.choose("ko")
    language.install(qapp)
    yield
    QSettings().remove("language")
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


def test_a_refusal_of_the_engine(korean: None) -> None:
    sentence = Sentence("{0} holds no weights that fit this network.", "a.h5")
    (arrived,) = event_reader().feed(encode(Refused("LoadWeights", sentence)))
    assert isinstance(arrived, Refused)
    assert language.said(arrived.sentence) == "a.h5에 이 네트워크에 맞는 가중치가 없습니다."


def test_a_run_that_failed_and_an_engine_that_is_gone(korean: None) -> None:
    broke = Sentence(
        "Training failed in {0}: {1} became infinite or not a number; {2} are back. Try a smaller learning rate, "
        "or scale the inputs.",
        Sentence("epoch {0}", 4), Sentence("numbers in {0}", "hidden_1"), Sentence("the initial weights"),
    )  # fmt: skip
    (arrived,) = event_reader().feed(encode(Ending("failed", broke, 3)))
    assert isinstance(arrived, Ending)
    text = ending_text(arrived)
    assert text.startswith("에포크 4에서 학습이 실패했습니다: hidden_1의 값이(가) 무한대가")
    killed = ending_text(causes.of_exit(-9, 12, ready=True, inside_frame=False, last_words=""))
    assert killed.startswith("에포크 12 뒤에 시스템이 엔진을 강제로 끝냈습니다")
    assert not [c for c in killed if c.isascii() and c.isalpha()]


def test_a_model_that_cannot_be_read_in_the_process_of_its_own(korean: None, tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    path.write_text('{"class_name": "Sequential", "config": {"layers": [{"class_name": "Foo", "config": {}}]}}')
    with pytest.raises(BadInput) as there:
        read_model(path)
    with pytest.raises(BadInput) as here:
        reply.heard(reply.refused(there.value.args[0]))
    assert str(here.value) == str(there.value)
    assert "불러올 수 없습니다" in language.said(here.value.args[0])
    assert "1번째 층" in language.said(here.value.args[0])


def test_what_a_file_to_be_judged_held_that_was_never_learned_is_told_beside_the_figures(
    korean: None, qtbot: QtBot
) -> None:
    pane = EvaluationPane()
    qtbot.addWidget(pane)
    pane.set_data(DataFacts((2,), 2, "binary", ("a", "b"), (10, 4, 0)), ("validation",), takes_files=True)
    pane.choose_part("file", "new.csv")
    note = Sentence("There is no file {0}", "never")
    pane.show_evaluation(Evaluation(Evaluate("file", "new.csv"), rows=4, total=4, note=note))
    pane.refresh()
    assert pane._notice.text() == "never 파일이 없습니다"
    pane.show_evaluation(Evaluation(Evaluate("file", "new.csv"), rows=2, total=4, note=note))
    pane.refresh()
    assert pane._notice.text().endswith("never 파일이 없습니다")
    assert pane._notice.text() != "never 파일이 없습니다"
    pane.show_evaluation(Evaluation(Evaluate("file", "new.csv"), refusal=Sentence("There is no file {0}", "x")))
    pane.refresh()
    assert pane._notice.text() == "x 파일이 없습니다"


def test_nobody_there_refuses_in_english_alone() -> None:
    """A refusal of a plain string would stay English in every window."""
    found = []
    for folder in ("engine", "backend", "project/keras_files"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            if any(word in str(path.relative_to(ROOT)) for word in AT_THE_COMMAND_LINE):
                continue
            for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                name = getattr(getattr(call, "func", None), "id", "")
                if not isinstance(call, ast.Call) or name not in ("BadInput", "LayerFault") or not call.args:
                    continue
                if isinstance(call.args[0], ast.JoinedStr | ast.Constant):
                    found.append(f"{path.name}:{call.lineno}")
    assert found == []
