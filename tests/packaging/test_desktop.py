"""The files by which a desktop knows the program agree with each other and with the program."""

from __future__ import annotations

import configparser
import sqlite3
from pathlib import Path
from xml.etree import ElementTree

import nnviz

SHARE = Path(__file__).resolve().parents[2] / "packaging" / "share"
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
