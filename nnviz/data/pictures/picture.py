"""One picture file as numbers: upright, on white where it is transparent, in grey or in colour, of one size."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from nnviz.data.lazy import Array
from nnviz.data.spec import Images
from nnviz.errors import BadInput
from nnviz.sentences import Sentence

if TYPE_CHECKING:
    from PIL import Image

ENDINGS = (".bmp", ".gif", ".jpeg", ".jpg", ".pgm", ".png", ".ppm", ".tif", ".tiff", ".webp")
MOST_PIXELS = 100_000_000  # a picture beyond this is taken for a decompression bomb
MODES = {"grey": "L", "rgb": "RGB"}
DEEP = 257  # 65535 / 255: from 16 bits to 8


@contextmanager
def quiet() -> Iterator[None]:
    """Silence what Pillow says of odd but readable files; of pictures that are too large we say it ourselves."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def read_picture(path: Path, spec: Images) -> Array:
    """One picture as uint8 ``(height, width, channels)``; BadInput says why it cannot be read.

    Of an animation it is the first frame. Call it within ``quiet()``.
    """
    from PIL import Image

    height, width = spec.size
    try:
        with Image.open(path) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise BadInput(
                    Sentence(
                        "{0} is {1} x {2} pixels, too large to open.", with_folder(path), opened.width, opened.height
                    )
                )
            small = plain(opened, MODES[spec.color]).resize((width, height), Image.Resampling.BILINEAR)
    except Image.DecompressionBombError:  # at twice Pillow's own limit, before its size is told
        raise BadInput(
            Sentence("{0} has more than {1:,} pixels, too many to open.", with_folder(path), MOST_PIXELS)
        ) from None
    except (OSError, ValueError, SyntaxError, OverflowError) as error:
        raise BadInput(Sentence("{0} is {1}.", with_folder(path), _fault(path, error))) from None
    pixels = np.asarray(small)
    return pixels[..., np.newaxis] if spec.color == "grey" else pixels


def plain(picture: Image.Image, mode: str) -> Image.Image:
    """The picture upright, in 8 bits of *mode* ``L`` or ``RGB``, transparent pixels as if on white paper."""
    from PIL import Image, ImageOps

    picture = ImageOps.exif_transpose(picture)
    if picture.mode.startswith("I"):  # Pillow would cut 16 bits off at 255, which leaves next to nothing but white
        picture = Image.fromarray((np.asarray(picture) // DEEP).clip(0, 255).astype(np.uint8))
    elif picture.mode == "F":
        raise ValueError(Sentence("it holds fractions, whose black and white are not known"))
    if picture.has_transparency_data:
        paper = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(paper, picture.convert("RGBA"))
    return picture.convert(mode)


def with_folder(path: Path) -> str:
    """The file with its folder: every class may have a 1.png."""
    return "/".join(path.parts[-2:])


def _fault(path: Path, error: Exception) -> str:
    if path.stat().st_size == 0:
        return Sentence("empty")
    reason = Sentence("it holds something else") if "cannot identify" in str(error) else error.args[0]
    return Sentence("not a readable picture ({0})", reason)
