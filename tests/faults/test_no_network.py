"""Nothing of nnviz opens a way to the net but what a person asked for: downloads, and a cluster named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nnviz.data.tables.database import connect

SOURCES = Path(__file__).parents[2] / "nnviz"
DOWNLOADS = SOURCES / "data" / "sources" / "download.py"
# What this writes is a script for whoever runs it.
SCRIPTS = SOURCES / "data" / "script" / "sources.py"
# This asks whether the cluster that a person named on the command line is there.
CLUSTER = SOURCES / "commands" / "sweep_ray.py"
MODULES = (
    r"socket\w*|ssl|http\b\S*|urllib\.(?:request|error)|urllib3|requests|httpx|aiohttp|ftplib|smtplib|imaplib|poplib|"
    r"telnetlib|xmlrpc\S*|asyncio|webbrowser|multiprocessing\.connection|PySide6\.Qt(?:Network|Web|DBus)\w*"
)
CALLS = "urlopen|urlretrieve|get_file|fetch_openml|from_hub|install_extension|create_connection|QtNetwork|QtWeb"
WAY_OUT = re.compile(rf"^\s*(?:import|from)\s+(?:{MODULES})\b.*|\b(?:{CALLS})\w*", re.MULTILINE)


def ways_out(path: Path) -> list[str]:
    """What in the module *path* could reach the net."""
    return WAY_OUT.findall(path.read_text("utf-8"))


@pytest.mark.parametrize("room", sorted(path.name for path in SOURCES.iterdir() if path.is_dir()))
def test_only_the_downloads_reach_the_net(room: str) -> None:
    asked_for = (DOWNLOADS, SCRIPTS, CLUSTER)
    found = {path: ways_out(path) for path in (SOURCES / room).rglob("*.py") if path not in asked_for}
    assert {path: ways for path, ways in found.items() if ways} == {}


def test_the_downloads_are_found_by_this_test() -> None:
    found = " ".join(ways_out(DOWNLOADS))
    assert "import urllib.request" in found
    assert "urlopen" in found


def test_the_readme_says_so() -> None:
    readme = " ".join((SOURCES.parent / "README.md").read_text("utf-8").split())
    assert "no listening sockets, no telemetry, and no network access except the data sets" in readme


def test_the_database_brings_nothing_from_the_net() -> None:
    with connect() as database:
        (allowed,) = database.execute("SELECT current_setting('autoinstall_known_extensions')").fetchone()
    assert allowed is False
