"""English and Korean: nothing the window says is missing from the translation, and the window speaks it."""

from __future__ import annotations

import ast
import importlib.util
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QSettings, QTranslator
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from nnviz.network.catalogue import CATALOGUE
from nnviz.sentences import Sentence
from nnviz.training.messages import Ending
from nnviz.ui import language
from nnviz.ui.dialogs.export_panel import ExportPanel
from nnviz.ui.training.endings import ending_text

ROOT = Path(__file__).parents[2]
PLACEHOLDER = re.compile(r"\{\w*\}")


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """The script that extracts and compiles."""
    spec = importlib.util.spec_from_file_location("translate_script", ROOT / "packaging/translate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application with a choice of language that is forgotten again."""
    qapp.setOrganizationName("nnviz")
    qapp.setApplicationName("nnviz-test-language")
    yield qapp
    QSettings().remove("language")
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


def spoken_in(app: QApplication, value: str) -> str:
    """What Train is called once *value* was chosen."""
    language.choose(value)
    language.install(app)
    return QCoreApplication.translate("TrainButton", "Train")


def literals() -> Iterator[tuple[str, str, str]]:
    """(file, context, text) of every self.tr("...") and translate("...", "...") of the window, and of worded."""
    for path in sorted((ROOT / "nnviz/ui").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        calls = [(owner, call) for owner in (*_classes(tree), tree) for call in ast.walk(owner)]
        seen = set()
        for owner, call in calls:
            if not isinstance(call, ast.Call) or id(call) in seen:
                continue
            seen.add(id(call))
            name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            texts = [arg.value if isinstance(arg, ast.Constant) else None for arg in call.args]
            if name == "tr":
                assert isinstance(owner, ast.ClassDef), f"{path}:{call.lineno}: tr outside a class has no context"
                assert texts[0] is not None, f"{path}:{call.lineno}: tr of a variable is not extracted"
                yield path.name, owner.name, str(texts[0])
            elif name in ("translate", "worded") and len(texts) == 2 and texts[1] is not None:
                yield path.name, str(texts[0]), str(texts[1])


def _classes(tree: ast.Module) -> list[ast.ClassDef]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]


def test_everything_is_translated(script: ModuleType) -> None:
    assert script.unfinished(script.TS) == []


def test_the_sources_hold_what_the_ts_holds(script: ModuleType, tmp_path: Path) -> None:
    """Both ways: no string is missing from the .ts, and none has stayed in it that the window no longer says."""
    fresh = tmp_path / "nnviz_ko.ts"
    script.extract(fresh)
    kept, wanted = set(script.messages(script.TS)), set(script.messages(fresh))
    assert wanted - kept == set(), "run `make translations` and translate these"
    assert kept - wanted == set(), "run `make translations`: these are gone"


def test_lupdate_sees_every_string_in_the_context_it_is_asked_for_in(script: ModuleType) -> None:
    found = script.messages(script.TS)
    missing = [(file, context, text) for file, context, text in literals() if (context, text) not in found]
    assert missing == []
    assert len(found) > 500


def test_the_qm_is_compiled_from_this_ts(script: ModuleType, tmp_path: Path) -> None:
    fresh = tmp_path / "nnviz_ko.qm"
    script.compile_to(fresh, script.TS)
    committed, compiled = QTranslator(), QTranslator()
    assert committed.load(str(script.QM))
    assert compiled.load(str(fresh))
    for (context, text), translation in script.messages(script.TS).items():
        assert committed.translate(context, text) == translation == compiled.translate(context, text)


def test_compiling_leaves_the_file_that_a_running_window_reads_as_it_is(script: ModuleType, tmp_path: Path) -> None:
    kept, read = tmp_path / "nnviz_ko.qm", QTranslator()
    kept.write_bytes(script.QM.read_bytes())
    assert read.load(str(kept))
    with kept.open("rb") as held:
        before = held.read()
        script.compile_to(kept, script.TS)
        held.seek(0)
        assert held.read() == before
        assert kept.stat().st_ino != os.fstat(held.fileno()).st_ino
    assert list(tmp_path.iterdir()) == [kept]


def test_placeholders_survive(script: ModuleType) -> None:
    for (context, text), translation in script.messages(script.TS).items():
        assert sorted(PLACEHOLDER.findall(text)) == sorted(PLACEHOLDER.findall(translation)), (context, text)


def test_file_filters_keep_their_patterns(script: ModuleType) -> None:
    patterns = re.compile(r"\*[.\w]*|;;")
    filters = [(text, ko) for (_, text), ko in script.messages(script.TS).items() if "(*" in text]
    assert len(filters) >= 3
    for text, translation in filters:
        assert patterns.findall(text) == patterns.findall(translation)


def test_an_unfinished_string_is_found(script: ModuleType, tmp_path: Path) -> None:
    ts = tmp_path / "one.ts"
    text = script.TS.read_text(encoding="utf-8")
    ts.write_text(text.replace("<translation>학습<", '<translation type="unfinished"><', 1), encoding="utf-8")
    assert len(script.unfinished(ts)) == 1


def test_the_choice_is_followed(app: QApplication) -> None:
    assert spoken_in(app, "ko") == "학습"
    assert spoken_in(app, "en") == "Train"
    system = QLocale.system().language() == QLocale.Language.Korean
    assert spoken_in(app, "system") == ("학습" if system else "Train")


def test_what_was_written_into_the_settings_by_hand_does_no_harm(app: QApplication) -> None:
    QSettings().setValue("language", "klingon")
    assert language.chosen() == "system"


def test_each_language_has_its_own_name_for_itself(app: QApplication) -> None:
    spoken_in(app, "ko")
    assert language.choices() == (("system", "시스템 설정"), ("en", "English"), ("ko", "한국어"))


def test_qts_own_dialogs_speak_korean_too(app: QApplication) -> None:
    spoken_in(app, "ko")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "취소"


def test_layers_and_numbers_are_called_in_korean(app: QApplication) -> None:
    from nnviz.network.spec import LayerSpec
    from nnviz.ui.diagram.layer_look import title_of
    from nnviz.ui.figures import seconds_text
    from nnviz.ui.inspector.wording import choice_text, label_of, words

    spoken_in(app, "ko")
    assert title_of(LayerSpec("hidden_2", "Dense")) == "은닉층 2"
    assert title_of(LayerSpec("mine", "Dense")) == "mine"
    assert language.translate("Catalogue", CATALOGUE["Input"].title) == "입력층"
    assert label_of("kernel_initializer") == "초기 가중치"
    assert words("categorical_crossentropy") == "범주형 교차 엔트로피"
    assert (choice_text("none"), choice_text("tanh")) == ("없음", "tanh")
    assert [seconds_text(s) for s in (4.2, 185, 7800)] == ["4.2초", "3분 05초", "2시간 10분"]


def test_problems_are_said_in_korean_with_their_figures(app: QApplication) -> None:
    from nnviz.network.inference import infer
    from nnviz.network.spec import LayerSpec, NetworkSpec

    lonely = NetworkSpec((LayerSpec("input", "Input", {"shape": (2,)}), LayerSpec("mine", "Output", {"units": 1})))
    found = [problem.text for problem in infer(lonely).problems]
    spoken_in(app, "en")
    assert [language.said(text) for text in found] == [found[0].replace("input", "Input", 1), *found[1:]]
    spoken_in(app, "ko")
    assert [language.said(text) for text in found] == [
        "입력층: 이어지는 층이 없습니다. 다음 층에 연결하거나 삭제하세요",
        "mine: 입력이 없습니다. 앞 층에서 연결해 주세요",
    ]
    assert language.said("as it is") == "as it is"


def test_a_sentence_within_a_sentence_is_translated_too(app: QApplication) -> None:
    inner = Sentence("{0} numbers", 3)
    outer = Sentence("{0} expects {1} a sample, but the data have {2}", "{odd}", inner, 5)
    assert outer == "{odd} expects 3 numbers a sample, but the data have 5"
    spoken_in(app, "ko")
    assert language.said(outer) == "{odd}: 샘플마다 필요한 값은 숫자 3개, 데이터는 5개입니다"


@pytest.mark.parametrize("value", ["en", "ko"])
def test_the_export_panel_is_as_high_as_its_sentences(app: QApplication, qtbot: QtBot, value: str) -> None:
    spoken_in(app, value)
    button = QPushButton()
    panel = ExportPanel(button)
    qtbot.addWidget(button)
    panel.show_below(button)
    cards = [(card, card.layout()) for card in panel.cards]
    assert all(layout is not None and card.height() >= layout.heightForWidth(card.width()) for card, layout in cards)
    assert panel.height() == panel.layout().totalHeightForWidth(panel.width())
    panel.hide()


def test_endings(app: QApplication) -> None:
    """In English the engine's own words; in Korean the calm endings in short, and what went wrong in full."""
    done = Ending("finished", "Finished 500 epochs in 1.8 s: loss 0.01.", 500, 1.8)
    failed = Ending("failed", "Training failed in epoch 3: ...", 2)
    spoken_in(app, "en")
    assert ending_text(done) == done.sentence
    spoken_in(app, "ko")
    assert ending_text(done) == "학습을 마쳤습니다: 에포크 500, 1.8초"
    assert ending_text(failed) == failed.sentence


def test_every_sentence_of_the_rooms_without_qt_is_a_pattern(script: ModuleType) -> None:
    """A problem built from a bare string would stay English."""
    shapes = sorted((ROOT / "nnviz/network/shapes").glob("*.py"))
    for path in (*shapes, ROOT / "nnviz/network/inference.py", ROOT / "nnviz/training/check.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Problem", "Fix", "ShapeError"):
                assert not isinstance(node.args[0], ast.Constant | ast.JoinedStr), f"{path.name}:{node.lineno}"


def test_the_script_runs_by_itself(script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a fresh .ts everything is unfinished: it says so, and writes a .qm all the same."""
    monkeypatch.setattr(script, "TS", tmp_path / "nnviz_ko.ts")
    monkeypatch.setattr(script, "QM", tmp_path / "nnviz_ko.qm")
    assert script.main() == 1
    assert (tmp_path / "nnviz_ko.qm").exists()
    assert str(ROOT) not in (tmp_path / "nnviz_ko.ts").read_text(encoding="utf-8")
    assert "translate_script" not in sys.modules
