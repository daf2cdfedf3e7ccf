"""How the bundle appears on systems that these tests do not run on, as far as it can be known here."""

from __future__ import annotations

import importlib.util
import plistlib
import re
import sys
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest
from PIL import Image

import nnviz

ROOT = Path(__file__).resolve().parents[2]
MIME = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}


@pytest.fixture(scope="module")
def appearance() -> ModuleType:
    spec = importlib.util.spec_from_file_location("appearance", ROOT / "packaging" / "appearance.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def drawn(appearance: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(appearance.icon(str(tmp_path_factory.mktemp("icon"))))


@pytest.mark.parametrize(("ending", "largest"), [("ico", 256), ("icns", 512)])
def test_the_icon_becomes_what_the_system_wants(drawn: Path, ending: str, largest: int, tmp_path: Path) -> None:
    path = tmp_path / f"nnviz.{ending}"
    Image.open(drawn).save(path)
    with Image.open(path) as icon:
        assert max(size[0] for size in icon.info["sizes"]) == largest
        assert icon.convert("RGBA").getextrema()[3] == (0, 255)  # it has a form, and it is not empty


def test_macos_shows_a_program_with_windows_that_opens_projects(
    appearance: ModuleType, drawn: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(appearance, "icon", lambda work: str(drawn))
    arguments = appearance.of_mac_bundle("")
    plist = plistlib.loads(plistlib.dumps(arguments["info_plist"]))
    assert plist["LSBackgroundOnly"] is False
    (document,), (kind,) = plist["CFBundleDocumentTypes"], plist["UTExportedTypeDeclarations"]
    assert document["LSItemContentTypes"] == [kind["UTTypeIdentifier"]]
    tags = kind["UTTypeTagSpecification"]
    assert tags["public.filename-extension"] == document["CFBundleTypeExtensions"] == ["nnviz"]
    mime = ElementTree.parse(ROOT / "resources" / "desktop" / "org.nnviz.nnviz.mime.xml").getroot()
    assert tags["public.mime-type"] == [mime.find("m:mime-type", MIME).get("type")]
    assert (arguments["version"], arguments["icon"]) == (nnviz.__version__, str(drawn))


@pytest.mark.parametrize(("platform", "keys"), [("linux", set()), ("win32", {"icon", "version"}), ("darwin", {"icon"})])
def test_each_system_is_given_what_it_shows(
    appearance: ModuleType, monkeypatch: pytest.MonkeyPatch, platform: str, keys: set[str]
) -> None:
    monkeypatch.setattr(appearance.sys, "platform", platform)
    monkeypatch.setattr(appearance, "icon", lambda work: "icon")
    monkeypatch.setattr(appearance, "windows_version", lambda version: version)
    assert set(appearance.of_program("")) == keys


def test_the_version_is_one_that_windows_can_show() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+.*", nnviz.__version__)


def test_what_stands_in_for_a_library_is_a_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    stand_ins = importlib.import_module("stand_ins")
    try:
        entries = stand_ins.written(str(tmp_path))
    finally:
        del sys.modules["stand_ins"]
    for (name, path, kind), module in zip(entries, stand_ins.STAND_INS, strict=True):
        assert (name, kind) == (f"{module.replace('.', '/')}.py", "DATA")
        exec(compile(Path(path).read_text(encoding="utf-8"), path, "exec"), {"__name__": module})
