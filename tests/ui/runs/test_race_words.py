"""What a race and its variants are called follows the language of the window; what a person wrote stays."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings, QTranslator
from PySide6.QtWidgets import QApplication

from nnviz.data.spec import Builtin
from nnviz.project.project import Project
from nnviz.project.race import things
from nnviz.project.run_label import Label
from nnviz.project.runs import Run
from nnviz.ui import language
from nnviz.ui.runs import race_words
from nnviz.ui.runs.rows import RunRow, columns_for
from nnviz.ui.runs.verdict_text import win_title
from tests.network.test_edits import chain

PROJECT = Project(chain("Input", "Dense", "Output"), Builtin(name="xor"))


@pytest.fixture
def korean(qapp: QApplication) -> Iterator[None]:
    language.choose("ko")
    language.install(qapp)
    yield
    QSettings().remove("language")
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


def run(name: str, race: str) -> Run:
    return Run(2, "2026-01-01T00:00:00+00:00", PROJECT, label=Label(name=name, race=race))


def test_every_race_the_program_names_is_said_in_korean(korean: None) -> None:
    for thing in things(PROJECT):
        kept = race_words.title_of(3, thing)
        assert kept.isascii()
        said = race_words.title_words(kept)
        assert said.startswith("경주 3: ")
        assert not any(letter.isascii() and letter.isalpha() for letter in said)
        assert race_words.thing_word(kept) == language.said(thing.title)


def test_a_row_says_the_variant_s_words_and_a_person_s_own(korean: None) -> None:
    row = RunRow(run("wider", "Race 1: width and depth"))
    assert row.name == "더 넓게"
    column = next(column for column in columns_for([row]) if column.key == "race")
    assert column.text(row) == "경주 1: 너비와 깊이"
    assert "경주 1" in row.words
    assert RunRow(run("Adam", "Race 1: optimizer")).name == "Adam"
    assert RunRow(run("wider", "")).name == "wider", "a name that a person gave to a run of no race"
    assert race_words.title_words("Race of my own: ours") == "Race of my own: ours"


def test_how_a_run_ended_is_said_in_korean_too(korean: None) -> None:
    told = "Finished after epoch 3."
    ended = Run(1, "2026-01-01T00:00:00+00:00", PROJECT, ending="finished", sentence=told, seconds=2.0)
    assert RunRow(ended).rest.startswith("학습을 마쳤습니다")
    failed = Run(2, "2026-01-01T00:00:00+00:00", PROJECT, ending="failed", sentence="The loss ran away.")
    assert (RunRow(failed).rest, RunRow(run("", "")).rest) == ("The loss ran away.", "")


def test_in_english_it_is_what_is_kept() -> None:
    assert race_words.title_words("Race 1: learning rate") == "Race 1: learning rate"
    assert win_title("loss") == "Best loss"
