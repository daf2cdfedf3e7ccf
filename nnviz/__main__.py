"""The command line: ``nnviz [FILE]`` opens the window, ``nnviz WORD ...`` does one thing without it.

Each command is a module of ``nnviz.commands`` with ``main(argv) -> int``, imported only when it runs: the help and
the engine come up without waiting for what they do not use.
"""

from __future__ import annotations

import difflib
import importlib
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from nnviz import __version__
from nnviz.errors import BadInput

BAD_INPUT, INTERRUPTED, PIPE_CLOSED = 2, 130, 141

COMMANDS = {
    "demo": "build a network, train XOR, and leave window.png and the weights in a folder",
    "train": "train a project; a progress bar for people, JSON lines for programs",
    "sweep": "train a project with every combination of some values, and compare the runs",
    "evaluate": "loss and metrics on the rows that were held out, or on a file",
    "predict": "what the network answers for the rows of a file",
    "import": "a model that Keras saved as a project: .keras, .h5 or to_json",
    "export": "weights, model or script: keras, savedmodel, tflite, onnx, npz, csv, python",
    "show": "the network with shapes and parameters, its data, recipe and runs",
    "bench": "this engine against model.fit and others on the same work; with ui: the window",
    "doctor": "what this machine lacks, with the line that fixes it",
    "desktop": "nnviz in the menu of your desktop, opening .nnviz files (Linux)",
    "engine": "the process that runs Keras; the window starts it",
    "reader": "the process that reads somebody else's model; import and the window start it",
}

# Where a command's module cannot have its name.
_MODULES = {"import": "import_model"}

HELP = """\
nnviz {version}: build neural networks by drawing them, train them, watch them learn, take the weights home.

  nnviz [FILE]            open the window, with a project, a model or data
  nnviz COMMAND ...       work without the window

Commands:
{commands}

  nnviz COMMAND --help    what a command takes
  nnviz --version

Exit: 0 done, 2 bad input (one sentence says what), 130 interrupted.
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line *argv* (default: this process's) and return the exit code.

    What a person got wrong ends in one sentence on stderr and code 2.
    """
    _never_fail_on_a_letter()
    try:
        code = _run(list(sys.argv[1:] if argv is None else argv))
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except BadInput as error:
        return _say(str(error))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader has gone. Python flushes stdout once more at its end, which must not complain either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except OSError as error:
        return _say(f"{error.filename}: {error.strerror}" if error.filename else error.strerror or str(error))
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else int(stop.code is not None)


def _run(words: list[str]) -> int:
    first = words[0] if words else ""
    if first in ("-h", "--help", "help"):
        print(help_text(), end="")
        return 0
    if first in ("-V", "--version"):
        print(f"nnviz {__version__}")
        return 0
    if first in COMMANDS:
        module, rest = first, words[1:]
    else:
        _check_file(first)
        module, rest = "window", words
    code: int = importlib.import_module(f"nnviz.commands.{_MODULES.get(module, module)}").main(rest)
    return code


def help_text() -> str:
    """The overview of the commands, on one screen."""
    lines = [f"  {word:<10}{does}" for word, does in COMMANDS.items()]
    return HELP.format(version=__version__, commands="\n".join(lines))


def _check_file(name: str) -> None:
    """BadInput where *name*, if it is one, is neither a file nor near enough to a command."""
    if not name or name.startswith("-") or Path(name).exists():
        return
    near = difflib.get_close_matches(name, COMMANDS, 1)
    hint = f"did you mean 'nnviz {near[0]}'?" if near else "'nnviz --help' lists the commands"
    raise BadInput(f"there is no file or command {name!r}; {hint}")


def _say(sentence: str) -> int:
    print(f"nnviz: {' '.join(sentence.split())}", file=sys.stderr)
    return BAD_INPUT


def _never_fail_on_a_letter() -> None:
    """Print what the terminal's encoding lacks as "?": a file's name must not end the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


if __name__ == "__main__":
    sys.exit(main())
