"""What is told of an error: where in the program it was, and nothing of a person's."""

from __future__ import annotations

from pathlib import Path

import pytest

from nnviz.training.fault_text import MOST_FRAMES, message_of, place, shortened, told, without_values


def caught(raise_it):
    try:
        raise_it()
    except Exception as error:
        return error
    raise AssertionError


def read_cell(cell):
    raise ValueError(f"could not convert string to float: '{cell}'")


def deep(depth):
    return deep(depth - 1) if depth else read_cell("x")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ValueError("bad cell 'Kim' in \"Seoul\"\nrow: Kim, 42"), "ValueError: bad cell '…' in '…'"),
        (KeyError("Kim"), "KeyError: '…'"),
        (AttributeError("'NoneType' object has no attribute 'rows'"),
         "AttributeError: 'NoneType' object has no attribute 'rows'"),
        (OSError(2, "No such file", "/data/kim.csv"), "FileNotFoundError: [Errno 2] No such file: '…'"),
        (ValueError("it can't be and isn't 'Kim'"), "ValueError: it can't be and isn't '…'"),
        (RuntimeError(), "RuntimeError"),
        (ValueError("x" * 10_000), "ValueError: " + "x" * 300),
    ],
)  # fmt: skip
def test_a_message_tells_no_values(error, said):
    assert message_of(error) == said


def test_a_traceback_has_its_causes_and_no_values():
    def outer():
        try:
            read_cell("Kim")
        except ValueError as error:
            raise RuntimeError("while reading 'kim.csv'") from error

    text = told(caught(outer))
    assert text.index("ValueError: could not") < text.index("RuntimeError: while reading '…'")
    assert text.count("Traceback (most recent call last):") == 2
    assert 'test_fault_text.py", line' in text
    assert "Kim" not in text.replace('read_cell("Kim")', "")  # a line of the program is the program's
    assert "kim.csv'\n" not in text


def test_a_deep_recursion_is_cut():
    text = told(caught(lambda: deep(300)))
    assert text.count("File ") <= MOST_FRAMES
    assert "in read_cell" in text


def test_a_place_is_the_same_whatever_the_message_says():
    first, second = (caught(lambda cell=cell: read_cell(cell)) for cell in ("a", "b"))
    assert place(first) == place(second) != place(caught(lambda: deep(1)))


def test_the_home_folder_is_shortened(monkeypatch):
    monkeypatch.setattr(Path, "home", lambda: Path("/opt/kim"))
    assert shortened('File "/opt/kim/nnviz/x.py", line 3') == 'File "~/nnviz/x.py", line 3'


def test_a_frame_keeps_its_file():
    line = '  File "/opt/nnviz/data/load.py", line 3 in load'
    assert without_values(line) == line
