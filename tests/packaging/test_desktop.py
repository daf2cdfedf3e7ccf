"""The files by which a desktop knows the program agree with each other and with the program."""

from __future__ import annotations

import configparser
import shutil
import sqlite3
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

import nnviz

SHARE = Path(__file__).resolve().parents[2] / "resources" / "desktop"
APP = "org.nnviz.nnviz"
MIME = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}


def test_the_three_files_speak_of_the_same_program() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(SHARE / f"{APP}.desktop", encoding="utf-8")
    desktop = entry["Desktop Entry"]
    info = ElementTree.parse(SHARE / f"{APP}.metainfo.xml").getroot()
    mime = ElementTree.parse(SHARE / f"{APP}.mime.xml").getroot()
    kind = mime.find("m:mime-type", MIME).get("type")
    assert desktop["MimeType"] == f"{kind};"
    assert info.findtext("provides/mediatype") == kind
    assert desktop["Exec"].split()[0] == info.findtext("provides/binary") == "nnviz"
    assert info.findtext("launchable") == f"{APP}.desktop"
    assert desktop["Icon"] == info.findtext("id") == APP
    assert desktop["Comment"] == info.findtext("summary")
    assert info.find("releases/release").get("version") == nnviz.__version__


@pytest.mark.parametrize(
    "command",
    [
        ["desktop-file-validate", "--warn-kde", f"{APP}.desktop"],
        ["appstreamcli", "validate", "--no-net", "--no-color", f"{APP}.metainfo.xml"],
    ],
)
def test_the_tools_of_the_desktop_find_nothing_wrong(command: list[str]) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"no {command[0]} here")
    ran = subprocess.run(command, cwd=SHARE, capture_output=True, text=True, check=False)
    said = ran.stdout + ran.stderr
    assert ran.returncode == 0, said
    assert not any(word in said for word in ("error", "warning", "hint")), said


def test_a_desktop_learns_the_kind_of_a_project(tmp_path: Path) -> None:
    """shared-mime-info takes the description, and knows it by the ending and by the first bytes."""
    if shutil.which("update-mime-database") is None:
        pytest.skip("no shared-mime-info here")
    (tmp_path / "packages").mkdir()
    shutil.copy(SHARE / f"{APP}.mime.xml", tmp_path / "packages" / f"{APP}.xml")
    ran = subprocess.run(["update-mime-database", str(tmp_path)], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert "50:application/x-nnviz:*.nnviz" in (tmp_path / "globs2").read_text(encoding="utf-8")
    assert b"application/x-nnviz" in (tmp_path / "magic").read_bytes()


def test_a_project_is_known_by_its_first_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.nnviz"
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA application_id = 0x6E6E767A")
        database.execute("CREATE TABLE t (x)")
    database.close()
    data = path.read_bytes()
    outer = ElementTree.parse(SHARE / f"{APP}.mime.xml").getroot().find("m:mime-type/m:magic/m:match", MIME)
    for match in (outer, outer.find("m:match", MIME)):
        value = match.get("value").replace(r"\0", "\0").encode()
        assert data[int(match.get("offset")) :].startswith(value)
