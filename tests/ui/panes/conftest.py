from __future__ import annotations

from collections.abc import Iterator

import pytest

from nnviz.ui import theme


@pytest.fixture(autouse=True)
def _dark_again(qapp: object) -> Iterator[None]:
    theme.choose("dark")
    yield
    theme.choose("dark")
