"""Bringing one file from the net: whole and checked, or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from nnviz.data.dataset import Cancelled
from nnviz.errors import BadInput
from nnviz.sentences import Sentence

BLOCK = 1 << 18
TIMEOUT_SECONDS = 15


def fetched(
    address: str,
    path: Path,
    cancelled: Callable[[], bool],
    sha256: str | None = None,
    *,
    told: Callable[[int], None] = lambda count: None,
) -> None:
    """Download *address* to *path*; *told* is given the number of bytes that came so far.

    The file appears only once all of it is there and its SHA-256 is the one expected. BadInput says how to put
    it there by hand where the net cannot be reached.
    """
    # Half of all that a window would load before it is shown, for what few runs need.
    import http.client
    import urllib.error
    import urllib.request

    part = path.with_name(path.name + ".part")
    digest = hashlib.sha256()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with urllib.request.urlopen(address, timeout=TIMEOUT_SECONDS) as answer, part.open("wb") as file:
            while block := answer.read(BLOCK):
                if cancelled():
                    raise Cancelled
                file.write(block)
                digest.update(block)
                told(file.tell())
        if sha256 is not None and digest.hexdigest() != sha256:
            raise BadInput(Sentence("What {0} sent is not the file it should be; nothing was kept.", address))
        part.replace(path)
    except (OSError, http.client.HTTPException) as error:  # urllib's own errors are OSErrors
        reason = error.reason if isinstance(error, urllib.error.URLError) else error
        raise BadInput(
            Sentence(
                "{0} is not here yet and could not be downloaded ({1}); bring {2} by other means and save it as {3}.",
                path.name,
                reason,
                address,
                path,
            )
        ) from None
    finally:
        part.unlink(missing_ok=True)
