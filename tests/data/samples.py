"""Files the tests of this room read."""

import gzip
import struct
import zlib
from pathlib import Path
from typing import Any

import numpy as np

from nnviz.data import scratch

HEADER = "age,income,city,rooms,member,stays"
CITIES = ("Ulm", "Seoul, KR", "Oslo")


def people_rows(gaps: bool = False) -> list[list[str]]:
    """60 rows of numbers, words, whole numbers and a yes-or-no target; with *gaps* some cells are missing."""
    rng = np.random.default_rng(7)
    rows = []
    for i in range(60):
        age, income, rooms = 20 + i, round(float(rng.normal(3000, 500)), 2), int(rng.integers(1, 6))
        row = [str(age), str(income), CITIES[i % 3], str(rooms), str(i % 2), "yes" if rng.random() < 0.6 else "no"]
        if gaps and i % 11 == 3:
            row[1] = ("NA", "", "nan", "?")[i % 4]
        if gaps and i % 17 == 5:
            row[5] = ""
        rows.append(row)
    return rows


def people_csv(folder: Path, style: str) -> tuple[Path, bool | str]:
    """Write the people in one of many ways; gives the path and what to say of the header."""
    rows = [HEADER.split(","), *people_rows(gaps=style == "gaps")]
    delimiter = {"semicolon": ";", "tab": "\t", "spaces": " "}.get(style, ",")
    if style == "semicolon":
        rows = [[c.replace(".", ",") if i == 1 else c for i, c in enumerate(row)] for row in rows]
    if style == "spaces":
        rows = [[cell.replace(", ", "") for cell in row] for row in rows]
    if style == "cp949":
        rows[0][2] = "도시"
    if style == "no header":
        rows = rows[1:]
    lines = [delimiter.join(f'"{c}"' if delimiter in c else c for c in row) for row in rows]
    if style == "spaces":
        lines = [line.replace(" ", "   ", 1) for line in lines]
    text = ("\r" if style == "cr" else "\n").join(lines)
    encoding = style if style in ("utf-16", "cp949") else "utf-8"
    path = folder / f"{style.replace(' ', '_')}.csv{'.gz' if style == 'gz' else ''}"
    data = text.encode(encoding)
    path.write_bytes(gzip.compress(data) if style == "gz" else data)
    return path, "auto"


def write_idx(path: Path, array: np.ndarray) -> None:
    """An IDX file of bytes; packed where the name ends with .gz."""
    header = struct.pack(">BBBB", 0, 0, 8, array.ndim) + struct.pack(f">{array.ndim}I", *array.shape)
    data = header + array.tobytes()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)


def arrays(rows: int = 90, *shape: int, dtype: Any = np.float64, seed: int = 0) -> np.ndarray:
    """Random numbers: floats far from 0, or whole ones below 255."""
    rng = np.random.default_rng(seed)
    if np.dtype(dtype).kind == "f":
        return (rng.normal(size=(rows, *shape)) * 7 + 1000).astype(dtype)
    return rng.integers(0, 255, (rows, *shape)).astype(dtype)


def left_behind() -> list[Path]:
    """What stands in the folder of working copies."""
    return list(scratch.folder().glob("*")) if scratch.folder().is_dir() else []


def png_header(width: int, height: int) -> bytes:
    """The start of a PNG that says how large it is, and next to nothing of its pixels."""
    sizes = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _png_chunk(b"IHDR", sizes) + _png_chunk(b"IDAT", zlib.compress(bytes(100)))


def _png_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
