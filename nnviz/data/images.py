"""A folder of pictures, one subfolder a class."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from nnviz.data import memory
from nnviz.data.dataset import Cancelled, Raw, Target
from nnviz.data.lazy import Array
from nnviz.data.scratch import Scratch
from nnviz.data.spec import Images
from nnviz.errors import BadInput

ENDINGS = (".bmp", ".gif", ".jpeg", ".jpg", ".pgm", ".png", ".ppm", ".tif", ".tiff", ".webp")
MOST_PIXELS = 100_000_000  # a picture beyond this is taken for a decompression bomb
NAMED_IN_NOTE = 5
MODES = {"grey": "L", "rgb": "RGB"}


def read(spec: Images, base: Path, cancelled: Callable[[], bool], most_bytes: int) -> Raw:
    """Every readable picture below *spec.folder*, brought to one size; the others are named in a note.

    Where they would take more than *most_bytes*, once prepared, they become a working copy on the disk.
    """
    folder = base / Path(spec.folder).expanduser()
    check_size(spec)
    classes = class_folders(folder)
    files = [(label, path) for label, subfolder in enumerate(classes) for path in picture_files(subfolder)]
    sample = (*spec.size, len(MODES[spec.color]))
    large = memory.prepared_bytes((len(files), *sample)) > most_bytes
    x: list[Array] | Scratch = Scratch(sample, np.uint8, len(files), folder.name) if large else []
    labels, skipped = [], []
    for label, path in files:
        if cancelled():
            raise Cancelled
        try:
            picture = read_picture(path, spec)
        except BadInput as error:
            skipped.append(str(error))
            continue
        x.append(picture[np.newaxis] if large else picture)
        labels.append(label)
    if not labels:
        raise BadInput(f"{folder} has no readable picture in its {len(classes)} subfolders.")
    kept = sorted(set(labels))  # a class without any readable picture is no class
    names = tuple(classes[label].name for label in kept)
    target = np.searchsorted(kept, labels)
    notes = [*skip_notes(skipped)]
    notes += [f"{c.name!r} has no readable picture and is left out." for i, c in enumerate(classes) if i not in kept]
    if len(names) < 2:
        raise BadInput(f"{folder} has pictures of {names[0]!r} alone: at least 2 classes are needed.")
    pictures = x.rows() if isinstance(x, Scratch) else np.stack(x)
    return Raw(pictures, Target((target,), ("class",), names), scale="255", notes=tuple(notes))


def class_folders(folder: Path) -> list[Path]:
    """The subfolders of *folder* by name; BadInput where there are none."""
    if not folder.is_dir():
        raise BadInput(f"There is no folder {folder}.")
    found = sorted(p for p in folder.iterdir() if p.is_dir() and not p.name.startswith("."))
    if not found:
        raise BadInput(f"{folder} has no subfolders: expected one for the pictures of each class.")
    return found


def picture_files(folder: Path) -> list[Path]:
    """The files below *folder* whose names end like a picture's, by name."""
    return sorted(p for p in folder.rglob("*") if p.suffix.lower() in ENDINGS and p.is_file())


def read_picture(path: Path, spec: Images) -> Array:
    """One picture as uint8 ``(height, width, channels)``; BadInput says why it cannot be read."""
    from PIL import Image, ImageOps

    height, width = spec.size
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our own limit is below
            with Image.open(path) as opened:
                if opened.width * opened.height > MOST_PIXELS:
                    raise BadInput(f"{path.name} is {opened.width} x {opened.height} pixels, too large to open.")
                upright = ImageOps.exif_transpose(opened)
                small = upright.convert(MODES[spec.color]).resize((width, height), Image.Resampling.BILINEAR)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        empty = path.stat().st_size == 0
        raise BadInput(
            f"{path.name} is {'empty' if empty else f'not a readable picture ({_reason(error)})'}."
        ) from None
    pixels = np.asarray(small)
    return pixels[..., np.newaxis] if spec.color == "grey" else pixels


def check_size(spec: Images) -> None:
    """BadInput where the size is none."""
    if any(not 1 <= side <= 4096 for side in spec.size):
        raise BadInput(f"A picture's height and width are from 1 to 4096 pixels, not {list(spec.size)}.")


def skip_notes(skipped: Sequence[str]) -> tuple[str, ...]:
    """One sentence on all the pictures that could not be read; none where all could."""
    if not skipped:
        return ()
    shown = " ".join(skipped[:NAMED_IN_NOTE]) + (" ..." if len(skipped) > NAMED_IN_NOTE else "")
    return (f"{len(skipped)} pictures were skipped: {shown}",)


def _reason(error: Exception) -> str:
    return type(error).__name__ if "cannot identify" in str(error) else str(error)
