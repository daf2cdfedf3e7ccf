"""What is said of units in words."""

from __future__ import annotations

from nnviz.ui.inside.state import Mark
from nnviz.ui.language import translate


def mark_text(mark: Mark) -> str:
    """Why a unit does little, with the figure that shows it."""
    if mark.kind == "dead":
        return translate("Inside", "dead: 0 for every row")
    if mark.kind == "saturated":
        share = f"{100 * mark.figure:.0f} %"
        return translate("Inside", "saturated: {0} of its answers at an end").format(share)
    text = translate("Inside", "repeats unit {0} (cosine {1})")
    return text.format(mark.other + 1, f"{mark.figure:.4f}".replace("-", "−"))


def mark_sentence(mark: Mark) -> str:
    """The same with what can be done about it."""
    if mark.kind == "dead":
        advice = translate("Inside", "It no longer learns; a smaller learning rate or a leaky ReLU may prevent that.")
    elif mark.kind == "saturated":
        advice = translate("Inside", "Hardly any gradient passes it; smaller weights or scaled inputs may help.")
    else:
        advice = translate("Inside", "Up to a factor both say the same: the layer could do with fewer units.")
    text = mark_text(mark)
    return f"{text[:1].upper()}{text[1:]}. {advice}"
