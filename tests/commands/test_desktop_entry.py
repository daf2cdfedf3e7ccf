"""``nnviz desktop``: the menu of a person's desktop, and what it starts."""

from __future__ import annotations

import configparser
import shutil
import subprocess
from pathlib import Path

import pytest

from nnviz.commands import desktop


def test_it_is_put_into_the_menu_and_taken_out(nnviz, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr(desktop, "program", lambda: ["/opt/my nnviz/nnviz"])
    assert nnviz("desktop").code == 0
    entry = tmp_path / "applications" / "org.nnviz.nnviz.desktop"
    parsed = configparser.ConfigParser(interpolation=None)
    parsed.read(entry, encoding="utf-8")
    assert parsed["Desktop Entry"]["Exec"] == '"/opt/my nnviz/nnviz" %f'
    assert (tmp_path / "icons" / "hicolor" / "scalable" / "apps" / "org.nnviz.nnviz.svg").exists()
    if shutil.which("update-mime-database"):
        assert "*.nnviz" in (tmp_path / "mime" / "globs").read_text(encoding="utf-8")
    if shutil.which("desktop-file-validate"):
        assert subprocess.run(["desktop-file-validate", str(entry)], check=False).returncode == 0
    assert nnviz("desktop", "--remove").code == 0
    assert not list(tmp_path.rglob("org.nnviz.nnviz.*"))
    assert nnviz("desktop", "--remove").code == 0


def test_what_it_starts_is_there() -> None:
    assert Path(desktop.program()[0]).is_file()


@pytest.mark.parametrize("path", ["/usr/bin/nnviz", "/opt/a b/nnviz", '/o"d`d$/\\100%/nnviz'])
def test_any_path_survives_the_two_quotings(path: str) -> None:
    value = desktop.exec_line([path])
    unescaped = value.replace("%%", "%").replace("\\\\", "\\")  # what a desktop reads of the key
    read = subprocess.run(["sh", "-c", f"printf %s {unescaped}"], capture_output=True, text=True, check=True)
    assert read.stdout == path


def test_other_systems_say_so(nnviz, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desktop.sys, "platform", "darwin")
    assert nnviz("desktop").code == 2
