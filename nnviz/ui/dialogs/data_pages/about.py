"""What a source is, in a sentence."""

from __future__ import annotations

from pathlib import Path

from nnviz.data.spec import GATES, Builtin, DataSpec, Idx, Images, KerasSet, Npz
from nnviz.ui.language import translate


def about(spec: DataSpec, base: Path) -> str:
    """A sentence on *spec*: what a ready set is about, or where a person's own data lie (from *base*)."""
    if isinstance(spec, Builtin):
        return _ready(spec.name)
    if isinstance(spec, KerasSet):
        return _downloaded(spec.name)
    if isinstance(spec, Images):
        text = translate("DataAbout", "Pictures in {0}: each subfolder is a class.")
        return text.format(base / Path(spec.folder).expanduser())
    if isinstance(spec, Idx):
        text = translate("DataAbout", "Pictures as MNIST has them, in {0}.")
        return text.format((base / Path(spec.images).expanduser()).parent)
    assert isinstance(spec, Npz)  # a table shows itself
    text = translate("DataAbout", "Arrays of NumPy, in {0}.")
    return text.format((base / Path(spec.path).expanduser()).parent)


def _ready(name: str) -> str:
    if name in GATES and name != "xor":
        return translate("PicturePage", "A logic gate: four rows. One straight line parts its answers.")
    return {
        "xor": translate("PicturePage", "The gate that needs a hidden layer: no straight line parts its answers."),
        "circles": translate("PicturePage", "A ring around a disc: the inner class has to be fenced in."),
        "moons": translate(
            "PicturePage", "Two half moons that reach into each other: the line between them has to bend."
        ),
        "spirals": translate("PicturePage", "Two arms wound around each other: the hardest of the four."),
        "blobs": translate("PicturePage", "Three clouds of points: several classes in their simplest form."),
        "waves": translate(
            "PicturePage", "A series of two waves and some noise; to be forecast: the step after the last 24."
        ),
        "iris": translate("PicturePage", "Sepals and petals of 150 irises of three species, measured in 1935."),
        "wine": translate("PicturePage", "Thirteen chemical figures of wines from three growers of one region."),
        "breast_cancer": translate(
            "PicturePage", "Thirty figures of cell nuclei: is the tumour malignant or benign?"
        ),
        "diabetes": translate(
            "PicturePage", "Ten figures of 442 patients; to be predicted: how far the disease went in a year."
        ),
        "digits": translate("PicturePage", "Handwritten digits, 8 × 8 pixels: which of ten is it?"),
        "catch": translate(
            "PicturePage", "A game: a ball falls on a board of 8 × 8, to be caught. It is learned by playing."
        ),
        "linnerud": translate(
            "PicturePage", "Exercises of 20 men in a club; to be predicted: weight, waist and pulse at once."
        ),
    }[name]  # fmt: skip


def _downloaded(name: str) -> str:
    return {
        "mnist": translate("DataAbout", "70,000 handwritten digits, 28 × 28 pixels: which of ten is it?"),
        "fashion_mnist": translate("DataAbout", "70,000 pieces of clothing, 28 × 28 pixels, of ten kinds."),
        "cifar10": translate("DataAbout", "60,000 colour photographs, 32 × 32 pixels, of ten kinds of things."),
        "imdb": translate("DataAbout", "50,000 film reviews as the words they use: does the reviewer like the film?"),
    }[name]
