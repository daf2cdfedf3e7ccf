"""The command line's own part: which words there are, and how everything ends."""

from __future__ import annotations

import subprocess
import sys
import types

import pytest

from nnviz import __main__ as program
from nnviz import __version__
from nnviz.errors import BadInput


def run_alone(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "nnviz", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


@pytest.fixture
def fake_show(monkeypatch: pytest.MonkeyPatch):
    """Puts a function in the place of the command ``show``."""

    def put(action) -> None:
        module = types.ModuleType("nnviz.commands.show")
        module.main = action
        monkeypatch.setitem(sys.modules, "nnviz.commands.show", module)

    return put


def test_help_names_every_command_on_one_screen(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["--help"]) == 0
    out = capsys.readouterr().out
    assert all(f"\n  {word} " in out for word in program.COMMANDS)
    lines = out.splitlines()
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 110


def test_version() -> None:
    ran = run_alone("--version")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, f"nnviz {__version__}\n", "")


def test_help_loads_neither_numpy_nor_qt_nor_keras() -> None:
    code = (
        "import sys; from nnviz.__main__ import main; main(['--help']);"
        "heavy = {'numpy', 'PySide6', 'keras', 'tensorflow', 'msgspec', 'duckdb', 'sklearn'} & set(sys.modules);"
        "sys.exit(f'loaded {heavy}' if heavy else 0)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


def test_a_command_gets_the_words_after_it(fake_show) -> None:
    given: list[list[str]] = []
    fake_show(lambda argv: given.append(argv) or 5)
    assert program.main(["show", "a.json", "--json"]) == 5
    assert given == [["a.json", "--json"]]


def test_bad_input_is_one_sentence_and_2(fake_show, capsys: pytest.CaptureFixture[str]) -> None:
    def refuse(argv: list[str]) -> int:
        raise BadInput("the file 'a.json' is\n empty")

    fake_show(refuse)
    assert program.main(["show", "a.json"]) == 2
    assert capsys.readouterr().err == "nnviz: the file 'a.json' is empty\n"


def test_a_file_the_system_refuses_is_named(fake_show, capsys: pytest.CaptureFixture[str]) -> None:
    fake_show(lambda argv: open(argv[0]).close())
    assert program.main(["show", "/nowhere/a.json"]) == 2
    assert capsys.readouterr().err == "nnviz: /nowhere/a.json: No such file or directory\n"


def test_a_disk_that_is_full_is_told_in_words(fake_show, capsys: pytest.CaptureFixture[str]) -> None:
    def write(argv: list[str]) -> int:
        raise OSError(28, "No space left on device")

    fake_show(write)
    assert program.main(["show", "a.json"]) == 2
    assert capsys.readouterr().err == "nnviz: No space left on device\n"


def test_interruption_is_130(fake_show) -> None:
    def interrupted(argv: list[str]) -> int:
        raise KeyboardInterrupt

    fake_show(interrupted)
    assert program.main(["show"]) == 130


@pytest.mark.parametrize(("code", "expected"), [(None, 0), (0, 0), (2, 2), ("a sentence", 1)])
def test_an_exit_inside_a_command_is_its_code(fake_show, code, expected: int) -> None:
    def leave(argv: list[str]) -> int:
        raise SystemExit(code)

    fake_show(leave)
    assert program.main(["show"]) == expected


def test_a_bug_is_not_hidden(fake_show) -> None:
    def broken(argv: list[str]) -> int:
        raise ZeroDivisionError

    fake_show(broken)
    with pytest.raises(ZeroDivisionError):
        program.main(["show"])


@pytest.mark.parametrize(
    ("word", "hint"),
    [("trian", "did you mean 'nnviz train'?"), ("no/such/file.json", "'nnviz --help' lists the commands")],
)
def test_neither_file_nor_command(word: str, hint: str) -> None:
    ran = run_alone(word)
    assert ran.returncode == 2
    assert ran.stdout == ""
    assert ran.stderr == f"nnviz: there is no file or command {word!r}; {hint}\n"


def test_an_option_a_command_does_not_have() -> None:
    ran = run_alone("doctor", "--colour")
    assert ran.returncode == 2
    assert ran.stderr.count("\n") == 1
    assert "--colour" in ran.stderr


def test_a_reader_that_goes_away_is_not_an_error() -> None:
    code = (
        "import sys, types; from nnviz.__main__ import main; show = types.ModuleType('nnviz.commands.show');"
        "show.main = lambda argv: [print('x' * 9999) for _ in range(1000)] and 0;"
        "sys.modules['nnviz.commands.show'] = show; sys.exit(main(['show']))"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        assert writer.stderr is not None
        writer.stdout.read(10)
        writer.stdout.close()
        assert writer.stderr.read() == b""
        assert writer.wait(30) == program.PIPE_CLOSED
