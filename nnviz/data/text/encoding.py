"""The bytes of a text table: what they are not, their encoding and line ends, and the same as plain UTF-8."""

from __future__ import annotations

import codecs
import gzip
import io
import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from nnviz.data.dataset import Cancelled, never
from nnviz.data.text.text_scan import scan
from nnviz.errors import BadInput
from nnviz.sentences import Sentence

BLOCK = 1 << 20
MOST_PACKED = 10  # a .gz of a table has about a tenth of its bytes at the least
FOREIGN = (
    (b"\x89PNG", Sentence("a PNG picture")),
    (b"\xff\xd8\xff", Sentence("a JPEG picture")),
    (b"GIF8", Sentence("a GIF picture")),
    (b"PK\x03\x04", Sentence("a ZIP archive, or an Excel workbook that is damaged")),
    (b"\xd0\xcf\x11\xe0", Sentence("an old Excel workbook: save it as .xlsx or as CSV")),
    (b"II*\x00", Sentence("a TIFF picture")),
    (b"MM\x00*", Sentence("a TIFF picture")),
    (b"%PDF", Sentence("a PDF document")),
    (b"\x89HDF", Sentence("an HDF5 file")),
    (b"SQLite format 3", Sentence("an SQLite database")),
    (b"\x93NUMPY", Sentence("a NumPy array: choose NPZ for it")),
)
UTF_16 = ("utf-16-le", "utf-16-be")
LEAST_ASCII = 0.05  # a table has at least so many digits, delimiters and line ends among its characters
_ON_ASCII = ("utf-8", "cp949", "cp1252")
MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def refuse_foreign(path: Path) -> None:
    """BadInput where *path* is empty or known by its first bytes to be no table."""
    with path.open("rb") as file:
        start = file.read(16)
    if not start:
        raise BadInput(Sentence("{0} is empty.", path.name))
    for magic, what in FOREIGN:
        if start.startswith(magic):
            raise BadInput(Sentence("{0} is not a table but {1}.", path.name, what))


def find_encoding(path: Path, asked: str = "auto", cancelled: Callable[[], bool] = never) -> str:
    """The encoding of the whole file: as its mark says, else UTF-16 by its looks, UTF-8, Korean cp949 or cp1252."""
    if asked != "auto":
        return _checked_encoding(path, asked, cancelled)
    start = _beginning(path)
    for mark, name in MARKS:
        if start.startswith(mark):
            return _checked_encoding(path, name, cancelled)
    if 0 in start and (wide := _utf_16(start)):
        return _checked_encoding(path, wide, cancelled)
    for name in ("utf-8", "cp949", "cp1252"):
        if _undecodable(path, name, cancelled) is None:
            return name
    raise BadInput(Sentence("{0} is in no encoding that is known here: save it as UTF-8.", path.name))


def _beginning(path: Path) -> bytes:
    with _unpackable(path), open_bytes(path) as file:
        return file.read(4096)


@contextmanager
def _unpackable(path: Path) -> Iterator[None]:
    try:
        yield
    except (EOFError, gzip.BadGzipFile, zlib.error):
        raise BadInput(Sentence("{0} is a broken or cut-off .gz file.", path.name)) from None


def _utf_16(start: bytes) -> str | None:
    """In which of both byte orders *start* is text; None where it is in none.

    Digits and delimiters have a NUL as their other byte; read in the wrong order they become rare ideographs.
    """
    shares = {}
    for name in UTF_16:
        text = start[: len(start) // 2 * 2].decode(name, "replace")
        shares[name] = sum(" " <= c <= "~" or c in "\t\r\n" for c in text) / max(1, len(text))
        if "\0" in text:
            shares[name] = 0.0
    best = max(shares, key=shares.__getitem__)
    return best if shares[best] >= LEAST_ASCII else None


@contextmanager
def as_utf8(
    path: Path, encoding: str, delimiter: str, cancelled: Callable[[], bool] = never, place: Path | None = None
) -> Iterator[Path]:
    """The file as UTF-8 with plain line ends: *path* itself where it is so already, else a temporary copy.

    The copy is made in the folder *place*, None for the usual one of temporary files.
    """
    if encoding in ("utf-8", "utf-8-sig") and delimiter != " " and not _packed(path) and _plain_lines(path, cancelled):
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="nnviz-", dir=place) as folder:
        copy = Path(folder) / "table.csv"
        with open_text(path, encoding) as source, copy.open("w", encoding="utf-8", newline="\n") as target:
            if delimiter == " ":
                for line in source:
                    target.write(" ".join(line.split()) + "\n")
            else:
                while block := source.read(BLOCK):
                    _stop_if(cancelled)
                    target.write(block)
        yield copy


def open_bytes(path: Path) -> IO[bytes]:
    """The file's bytes, unpacked where it is a ``.gz``."""
    return gzip.open(path, "rb") if _packed(path) else path.open("rb")  # type: ignore[return-value]


def open_text(path: Path, encoding: str) -> io.TextIOWrapper:
    """The file's text with every line end as ``\\n``."""
    return io.TextIOWrapper(open_bytes(path), encoding="utf-8-sig" if encoding == "utf-8" else encoding)


def text_bytes(path: Path) -> int:
    """About how many bytes the text has, unpacked."""
    return path.stat().st_size * (MOST_PACKED if _packed(path) else 1)


def _packed(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(2) == b"\x1f\x8b"


def _plain_lines(path: Path, cancelled: Callable[[], bool]) -> bool:
    """Whether lines end in one way alone, \\n or \\r\\n; duckdb refuses a mixture."""
    found = scan(path, cancelled)
    return found.returns == found.pairs and found.pairs in (0, found.feeds)


def _checked_encoding(path: Path, name: str, cancelled: Callable[[], bool]) -> str:
    if not _is_encoding(name):
        raise BadInput(Sentence("{0!r} is not the name of an encoding.", name))
    place = _undecodable(path, name, cancelled)
    if place is not None:
        raise BadInput(Sentence("{0} is not in {1}: it cannot be read from byte {2} on.", path.name, name, place))
    return name


def _is_encoding(name: str) -> bool:
    """Whether Python knows *name*, and as one that text is written in: it has others, as ``base64``."""
    try:
        b"a".decode(name)
    except UnicodeError:  # one byte need not be a letter
        return True
    except (LookupError, ValueError):
        return False
    return True


def _undecodable(path: Path, name: str, cancelled: Callable[[], bool]) -> int | None:
    """About where *path* stops being text in *name*; None where all of it is. BadInput for a NUL."""
    if name in _ON_ASCII and not _packed(path):
        found = scan(path, cancelled)
        if found.binary:
            raise _binary(path)
        if found.ascii:
            return None  # no need to decode what is the same in all of them
    decoder = codecs.getincrementaldecoder(name)()
    done = 0
    try:
        with _unpackable(path), open_bytes(path) as file:
            while block := file.read(BLOCK):
                _stop_if(cancelled)
                if name in _ON_ASCII and block.isascii() and not decoder.getstate()[0]:
                    held = b"\0" in block
                else:
                    held = "\0" in decoder.decode(block)
                if held:
                    raise _binary(path)
                done += len(block)
            decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        return done + error.start
    except UnicodeError:  # of all of it, as UTF-16 without its mark
        return done
    return None


def _binary(path: Path) -> BadInput:
    return BadInput(Sentence("{0} is not text: it holds a NUL, the mark of a binary file.", path.name))


def _stop_if(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise Cancelled
