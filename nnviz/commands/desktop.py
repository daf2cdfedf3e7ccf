"""``nnviz desktop``: make this nnviz known to a person's desktop, with its icon and the files that it opens."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from nnviz.assets import asset
from nnviz.backend.process import own_command
from nnviz.commands.parsing import Parser
from nnviz.errors import BadInput

NAME = "org.nnviz.nnviz"
# The file among ours, and where it belongs below the folder of a person's data.
FILES = {
    f"desktop/{NAME}.desktop": f"applications/{NAME}.desktop",
    f"desktop/{NAME}.mime.xml": f"mime/packages/{NAME}.xml",
    "icons/nnviz.svg": f"icons/hicolor/scalable/apps/{NAME}.svg",
}
# Some desktops look into the files themselves, others into what these gather from them.
GATHER = (("update-mime-database", "mime"), ("update-desktop-database", "applications"))
EXEC = re.compile(r"^Exec=\S+", re.MULTILINE)
# What has a meaning inside quotes (Desktop Entry Specification, "The Exec key").
SPECIAL, ESCAPED = re.compile(r'(["`$\\])'), r"\\\1"


def main(argv: list[str]) -> int:
    """Write the files, or remove them; BadInput on other systems than Linux and its like."""
    parser = Parser("desktop", "Puts nnviz into the menu of your desktop, and lets it open .nnviz files.")
    parser.add_argument("--remove", action="store_true", help="take it out again")
    args = parser.parse_args(argv)
    if sys.platform in ("win32", "darwin"):
        raise BadInput("The menu of this system is not for nnviz to write to: expected Linux or another free desktop")
    home = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share")
    targets = {source: home / target for source, target in FILES.items()}
    if args.remove:
        for path in targets.values():
            path.unlink(missing_ok=True)
    else:
        for source, path in targets.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_text(source), encoding="utf-8")
    for tool, folder in GATHER:
        if shutil.which(tool) and (home / folder).is_dir():
            subprocess.run([tool, str(home / folder)], check=False, capture_output=True)
    print("\n".join(f"{'removed' if args.remove else 'written'}: {path}" for path in targets.values()))
    return 0


def _text(source: str) -> str:
    """The file *source* of ours; a desktop entry starts this very program, which may be on no path."""
    text = Path(asset(source)).read_text(encoding="utf-8")
    return EXEC.sub(lambda _: f"Exec={exec_line(program())}", text) if source.endswith(".desktop") else text


def program() -> list[str]:
    """The words that start this nnviz without a command: the program that was installed, where there is one."""
    words = own_command()
    beside = Path(sys.executable).with_name("nnviz")
    return [str(beside)] if len(words) > 1 and os.access(beside, os.X_OK) else words


def exec_line(words: list[str]) -> str:
    """*words* as the value of ``Exec``: what is not plain is quoted, and quoted once more as the value of a key."""
    plain = (word if shlex.quote(word) == word else f'"{SPECIAL.sub(ESCAPED, word)}"' for word in words)
    return " ".join(plain).replace("\\", "\\\\").replace("%", "%%")
