"""Script lines that read arrays and pictures from files: they define ``x`` and ``target``, and those of other parts."""

from __future__ import annotations

from pathlib import Path

from nnviz.data.dataset import Raw, existing_file
from nnviz.data.pictures.images import ENDINGS, MODES, resolved
from nnviz.data.pictures.picture import DEEP, MOST_PIXELS
from nnviz.data.sources.archive import array_header, headers, is_array
from nnviz.data.sources.npz import TEST, TRAINING, VALIDATION
from nnviz.data.spec import Idx, Images, Npz

_PICTURES = '''Image.MAX_IMAGE_PIXELS = {most}  # larger ones than twice that are refused


def plain(picture):
    """The picture upright, in 8 bits, as if on white paper where it is transparent."""
    picture = ImageOps.exif_transpose(picture)
    if picture.mode == "F":
        raise ValueError("what is black and white in fractions is not known")
    if picture.mode.startswith("I"):
        picture = Image.fromarray((np.asarray(picture) // {deep}).clip(0, 255).astype(np.uint8))
    if picture.has_transparency_data:
        paper = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(paper, picture.convert("RGBA"))
    return picture.convert("{mode}")


def files(folder):
    """The pictures below a folder, by name, without what is hidden."""
    found = [path.relative_to(folder).parts for path in folder.rglob("*") if path.suffix.lower() in ENDINGS]
    shown = [parts for parts in found if not any(part.startswith(".") for part in parts)]
    return [path for path in (folder.joinpath(*parts) for parts in sorted(shown)) if path.is_file()]


def pictures(folder):
    """All pictures of the classes, and for each the number of its class, whose subfolder it is in."""
    found, labels = [], []
    for label, name in enumerate(NAMES):
        for path in files(Path(folder) / name):
            try:
                with Image.open(path) as opened:
                    picture = plain(opened).resize({size}, Image.Resampling.BILINEAR)
            except (OSError, ValueError, SyntaxError, OverflowError, Image.DecompressionBombError):
                print(path, "is not a readable picture and was skipped")
                continue
            found.append(np.asarray(picture){channel})
            labels.append(label)
    return np.stack(found), [np.array(labels)]
'''


def idx_lines(spec: Idx, base: Path, raw: Raw) -> list[str]:
    """A function that reads IDX files, and its calls."""
    result = [
        "import gzip",
        "from pathlib import Path",
        "",
        'TYPES = {8: ">u1", 9: ">i1", 11: ">i2", 12: ">i4", 13: ">f4", 14: ">f8"}',
        "",
        "",
        "def read_idx(path):",
        '    """An IDX file: two zeros, the type, the number of dimensions, their sizes, the numbers."""',
        "    data = Path(path).read_bytes()",
        '    data = gzip.decompress(data) if data[:2] == b"\\x1f\\x8b" else data',
        '    shape = np.frombuffer(data, ">u4", data[3], 4).astype(int)',
        "    return np.frombuffer(data, TYPES[data[2]], offset=4 + 4 * data[3]).reshape(shape)",
        "",
        "",
        *_idx_pair("", spec.images, spec.labels, base, raw.x.ndim),
    ]
    if spec.validation_images and spec.validation_labels:
        result += _idx_pair("_val", spec.validation_images, spec.validation_labels, base, raw.x.ndim)
    if spec.test_images and spec.test_labels:
        result += _idx_pair("_test", spec.test_images, spec.test_labels, base, raw.x.ndim)
    return result


def _idx_pair(part: str, images: str, labels: str, base: Path, dimensions: int) -> list[str]:
    channel = "[..., np.newaxis]" if dimensions == 4 else ""
    return [
        f"x{part} = read_idx({_path(base, images)}){channel}",
        f"target{part} = [read_idx({_path(base, labels)})]",
    ]


def npz_lines(spec: Npz, base: Path, raw: Raw) -> list[str]:
    """The arrays of an archive, or of files of one array each."""
    result = []
    files = {"": (spec.path, spec.labels, TRAINING)}
    files |= {"_val": (spec.validation_path, spec.validation_labels, VALIDATION)} if spec.validation_path else {}
    files |= {"_test": (spec.test_path, spec.test_labels, TEST)} if spec.test_path else {}
    for part, (path, labels, names) in files.items():
        if is_array(existing_file(base, path)):
            result += _single_array(part, path, labels, base, raw)
            continue
        arrays = headers(existing_file(base, path))
        wanted = {part: next(pair for pair in names if pair[0] in arrays)}
        if not part:  # the archive to learn from may bring the others itself
            own = {"_val": VALIDATION[0], "_test": TEST[0]}
            wanted |= {other: pair for other, pair in own.items() if pair[0] in arrays and other not in files}
        result += [f"with np.load({_path(base, path)}) as file:", "    archive = dict(file)"]
        for other, (x, y) in wanted.items():
            channel = _channel(len(arrays[x].shape), raw)
            columns = "list(archive[{0!r}].T)" if len(arrays[y].shape) == 2 else "[archive[{0!r}]]"
            result += [f"x{other} = archive[{x!r}]{channel}", f"target{other} = {columns.format(y)}"]
    return result


def _single_array(part: str, path: str, labels: str | None, base: Path, raw: Raw) -> list[str]:
    shape = array_header(existing_file(base, path)).shape
    result = [f"x{part} = np.load({_path(base, path)}){_channel(len(shape), raw)}"]
    if labels is not None:
        answers = array_header(existing_file(base, labels)).shape
        loaded = f"np.load({_path(base, labels)})"
        return [*result, f"target{part} = {f'list({loaded}.T)' if len(answers) == 2 else f'[{loaded}]'}"]
    whole = '.astype("int64")' if raw.target.columns[0].dtype.kind in "iu" else ""
    return [*result, f"x{part}, target{part} = x{part}[:, :-1], [x{part}[:, -1]{whole}]"]


def _channel(dimensions: int, raw: Raw) -> str:
    """The axis that samples without one are given for their only channel."""
    return "[..., np.newaxis]" if dimensions + 1 == raw.x.ndim else ""


def images_lines(spec: Images, base: Path, raw: Raw) -> list[str]:
    """A function that reads folders of pictures, and its calls."""
    spec = resolved(spec, base)
    channel = "[..., np.newaxis]" if spec.color == "grey" else ""
    height, width = spec.size
    folders = {"": spec.folder, "_val": spec.validation_folder, "_test": spec.test_folder}
    found = _PICTURES.format(
        mode=MODES[spec.color], size=f"({width}, {height})", channel=channel, deep=DEEP, most=MOST_PIXELS // 2
    )
    return [
        "from pathlib import Path",
        "",
        "from PIL import Image, ImageOps",
        "",
        f"NAMES = {list(raw.target.class_names)!r}",
        f"ENDINGS = {ENDINGS!r}",
        *found.rstrip().split("\n"),
        "",
        "",
        *(f"x{part}, target{part} = pictures({_path(base, name)})" for part, name in folders.items() if name),
    ]


def _path(base: Path, name: str) -> str:
    return repr(str((base / Path(name).expanduser()).resolve()))
