"""The set-up script where something is missing; that it sets up is what every run of these tests shows."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def set_up() -> ModuleType:
    spec = importlib.util.spec_from_file_location("set_up", ROOT / "packaging" / "set_up.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def commands(set_up: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[list[str]]]:
    """Record the commands instead of running them; those in *failing* fail the first time."""

    def record(*failing: str) -> list[list[str]]:
        said: list[list[str]] = []
        left = list(failing)

        def run(command, **options) -> subprocess.CompletedProcess[str]:
            said.append(list(command))
            fails = [word for word in left if word in command]
            left[:] = [word for word in left if word not in fails]
            return subprocess.CompletedProcess(command, int(bool(fails)), "", "")

        monkeypatch.setattr(set_up.subprocess, "run", run)
        monkeypatch.setattr(set_up.shutil, "which", lambda tool: f"/usr/bin/{tool}")
        return said

    return record


def test_root_installs_and_fetches_the_list_of_packages_where_there_is_none(set_up, commands, monkeypatch) -> None:
    said = commands("install")
    monkeypatch.setattr(set_up, "how_to_be_root", list)
    set_up.need_packages(["libegl1", "libgl1"], "Qt needs them")
    install = ["apt-get", "install", "-y", "--no-install-recommends", "libegl1", "libgl1"]
    assert said == [install, ["apt-get", "update"], install]


def test_sudo_without_a_password_is_used(set_up, commands, monkeypatch) -> None:
    said = commands()
    monkeypatch.setattr(set_up.os, "geteuid", lambda: 1000)
    set_up.need_packages(["libegl1"], "Qt needs it")
    assert said[0] == ["sudo", "-n", "true"]
    assert said[1][:3] == ["sudo", "-n", "apt-get"]


def test_others_are_told_the_exact_line(set_up, commands, monkeypatch) -> None:
    said = commands("true")
    monkeypatch.setattr(set_up.os, "geteuid", lambda: 1000)
    with pytest.raises(set_up.SetUpError) as stopped:
        set_up.need_packages(["libegl1", "libgl1"], "Qt needs these")
    line = "sudo apt-get install -y --no-install-recommends libegl1 libgl1"
    assert str(stopped.value) == f"Qt needs these; install them with: {line}"
    assert said == [["sudo", "-n", "true"]]


def test_nothing_missing_asks_for_nothing(set_up, commands) -> None:
    said = commands()
    set_up.need_packages([], "nothing")
    assert said == []


def test_an_old_python_is_refused(set_up, monkeypatch, capsys) -> None:
    monkeypatch.setattr(set_up.sys, "version_info", (3, 9, 2))
    assert set_up.main(["nowhere"]) == 1
    assert "Python 3.11 or newer is needed, this is 3.9" in capsys.readouterr().err


def test_a_python_without_ensurepip_names_debians_package(set_up, commands, monkeypatch, tmp_path) -> None:
    said = commands()
    monkeypatch.setattr(set_up.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(set_up, "how_to_be_root", list)
    set_up.make_venv(tmp_path / "venv")
    version = ".".join(map(str, sys.version_info[:2]))
    assert said[0][-1] == f"python{version}-venv"
    assert said[1] == [sys.executable, "-m", "venv", "--clear", str(tmp_path / "venv")]


@pytest.mark.parametrize(("platform", "constrained"), [("linux", True), ("darwin", False), ("win32", False)])
def test_the_exact_versions_are_for_linux(set_up, commands, monkeypatch, platform: str, constrained: bool) -> None:
    said = commands()
    monkeypatch.setattr(set_up.sys, "platform", platform)
    set_up.install(Path("venv"), "test")
    assert said[0][1:7] == ["-m", "pip", "install", "--no-compile", "-e", f"{ROOT}[test]"]
    assert ("-c" in said[0]) is constrained


def test_a_command_that_fails_is_named(set_up) -> None:
    with pytest.raises(set_up.SetUpError, match="this failed, and said why above"):
        set_up.run(sys.executable, "-c", "raise SystemExit(3)")
