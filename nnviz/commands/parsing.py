"""What the commands' argument parsers share."""

from __future__ import annotations

import argparse
from typing import NoReturn

from nnviz.errors import BadInput


class Parser(argparse.ArgumentParser):
    """An argument parser of ``nnviz WORD`` whose complaints are one sentence, like every other bad input."""

    def __init__(self, word: str, description: str) -> None:
        super().__init__(prog=f"nnviz {word}".strip(), description=description, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        """BadInput with *message* and where to read more."""
        raise BadInput(f"{message.rstrip('.')}; '{self.prog} --help' says what it takes")
