"""``nnviz doctor`` on this machine, and on machines that lack something."""

from __future__ import annotations

import importlib.metadata
import json
import subprocess
import sys
from pathlib import Path

import pytest

from nnviz.commands import checks, doctor, qt_libraries
from nnviz.commands.checks import Check


def test_all_is_well_here() -> None:
    command = [sys.executable, "-m", "nnviz", "doctor", "--json"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=200)
    told = json.loads(ran.stdout)
    assert ran.returncode == 0, told
    assert told["ok"] is True
    by_name = {check["name"]: check for check in told["checks"]}
    assert by_name["PySide6"]["said"] == importlib.metadata.version("PySide6-Essentials")
    assert importlib.metadata.version("tensorflow") in by_name["TensorFlow"]["said"]
    assert importlib.metadata.version("keras") in by_name["TensorFlow"]["said"]
    assert {"Python", "Qt libraries", "Qt", "Screen", "Fonts and icons", "Processor", "Memory", "Disk"} <= set(by_name)


def test_something_bad_is_marked_with_its_fix_and_ends_in_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = (lambda: Check("Python", "ok", "3.11"), lambda: [Check("Qt", "bad", "missing: x", "apt-get install x")])
    monkeypatch.setattr(checks, "CHECKS", answers)
    assert doctor.main([]) == 1
    out = capsys.readouterr().out.splitlines()
    assert out[1].split() == ["ok", "Python", "3.11"]
    assert out[2].split(maxsplit=1)[0] == "BAD"
    assert out[3].strip() == "apt-get install x"


def test_the_release_that_crashes_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "_version", lambda package: "6.12.0")
    monkeypatch.setattr(checks.sys, "version_info", (3, 11, 9))
    check = checks.pyside()
    assert check.state == "bad"
    assert check.fix == 'pip install "PySide6-Essentials>=6.11,<6.12"'
    monkeypatch.setattr(checks.sys, "version_info", (3, 13, 0))
    assert checks.pyside().state == "ok"


def test_requirements_that_are_not_met(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = ["numpy>=999", "nosuch-package>=1", "msgspec>=0.1", 'pytest>=999; extra == "test"']
    monkeypatch.setattr(importlib.metadata, "requires", lambda name: wanted)
    check = checks.packages()
    assert check.state == "bad"
    assert "nosuch-package>=1 is needed, none is here" in check.said
    assert check.fix == 'pip install "numpy>=999" "nosuch-package>=1"'


def test_both_tensorflows_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "_version", lambda package: "2.21.0")
    (check,) = checks.tensorflow()
    assert check.state == "bad"


def test_qt_that_does_not_start_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    found = checks.try_out("qt", {"QT_QPA_PLATFORM": "nosuch"})
    assert set(found) == {"error"}
    assert "nosuch" in found["error"]
    assert "\n" not in found["error"]


def test_python_that_fails_says_why(tmp_path: Path) -> None:
    (tmp_path / "tensorflow.py").write_text("raise ImportError('no AVX here')", encoding="utf-8")
    (tmp_path / "keras.py").write_text("", encoding="utf-8")
    found = checks.try_out("tensorflow", {"PYTHONPATH": str(tmp_path)})
    assert found == {"error": "ImportError: no AVX here"}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the dynamic linker of Linux")
def test_missing_libraries_and_the_line_that_brings_them(monkeypatch: pytest.MonkeyPatch) -> None:
    listed = "\tlibxcb-cursor.so.0 => not found\n\tlibc.so.6 => /lib/libc.so.6\n\tlibEGL.so.1 => not found\n"
    answer = subprocess.CompletedProcess([], 0, stdout=listed * 2)
    monkeypatch.setattr(qt_libraries.subprocess, "run", lambda *args, **kwargs: answer)
    check = checks.qt_system_libraries()
    assert check.state == "bad"
    assert check.said == "missing: libEGL.so.1, libxcb-cursor.so.0"
    assert check.fix == "sudo apt-get install libegl1 libxcb-cursor0"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the dynamic linker of Linux")
def test_what_qt_is_linked_against_directly_has_a_known_package() -> None:
    listed = subprocess.run(
        ["ldd", *map(str, qt_libraries._qt_files())], capture_output=True, text=True, check=True
    ).stdout
    names = {line.split()[0] for line in listed.splitlines() if "=> /" in line}
    graphics = {name for name in names if name.startswith(("libxcb", "libX11", "libxkb", "libEGL", "libGL", "libdbus"))}
    assert "libxcb-cursor.so.0" in graphics
    assert graphics <= set(qt_libraries.PACKAGES)
    assert checks.qt_system_libraries().state == "ok"


def test_little_memory_and_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "_free_memory", lambda: 0.3)
    assert checks.memory().state == "bad"
    monkeypatch.setattr(checks, "LEAST_DISK", 10**9)
    assert checks.disk().state == "bad"


def test_a_home_that_cannot_be_written_to(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def exists(path: Path) -> bool:
        if path.name == "locked":
            raise PermissionError
        return path == tmp_path

    monkeypatch.setattr("platformdirs.user_data_path", lambda *words, **more: tmp_path / "locked" / "nnviz")
    monkeypatch.setattr(checks.Path, "exists", exists)
    monkeypatch.setattr(checks.os, "access", lambda folder, mode: False)
    check = checks.disk()
    assert check.state == "bad"
    assert check.said.startswith(f"{tmp_path} cannot be written to")


def test_resources_that_were_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "RESOURCES", ("icons/play.svg", "icons/nosuch.svg"))
    check = checks.resources()
    assert check.state == "bad"
    assert check.said == "missing: icons/nosuch.svg"


def test_a_processor_without_avx(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    info = tmp_path / "cpuinfo"
    info.write_text("flags : sse sse2", encoding="ascii")
    monkeypatch.setattr(checks, "Path", lambda name: info)
    monkeypatch.setattr(checks.platform, "machine", lambda: "x86_64")
    assert checks.processor().state == "bad"
