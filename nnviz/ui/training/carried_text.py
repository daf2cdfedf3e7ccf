"""What became of a layer when the network was changed, in words: short for the diagram, in full for the inspector."""

from __future__ import annotations

from nnviz.training.growing import Carried
from nnviz.training.growing.report import sentence_of
from nnviz.training.messages import Grown
from nnviz.ui.language import said, translate

AS_BEFORE = 1e-3  # a larger difference is no rounding


def what_keeping_does() -> str:
    """What it means that edits keep the answers, in words (Chen et al. 2016, "Net2Net")."""
    return translate(
        "Carried",
        "On: new units start as copies that share their weights with the original, and new layers pass on what comes "
        "in (Net2Net), so that a trained network goes on answering as before. Off: what is new starts afresh.",
    )


def note(layer: Carried) -> str:
    """A few words for the foot of the layer; empty where nothing of its weights has changed."""
    units, inputs = layer.units, layer.inputs
    if layer.what == "identity":
        return translate("Carried", "new, answers kept")
    if layer.what == "new":
        return translate("Carried", "new")
    if units.copied:
        return translate("Carried", "{0} kept, {1} copied").format(units.kept, units.copied)
    if units.new:
        return translate("Carried", "{0} kept, {1} new").format(units.kept, units.new)
    if units.gone:
        return translate("Carried", "{0} of {1} kept").format(units.kept, units.kept + units.gone)
    if inputs.copied:
        return translate("Carried", "weights split")
    if inputs.new:
        return translate("Carried", "inputs: {0} new").format(inputs.new)
    if inputs.gone:
        return translate("Carried", "inputs: {0} gone").format(inputs.gone)
    return translate("Carried", "kept in part") if layer.new else ""


def in_full(layer: Carried, grown: Grown) -> str:
    """Everything that is known of it, a sentence each."""
    said_of = [*_of_units(layer, grown), *_of_inputs(layer, grown)]
    why = sentence_of(layer.why)
    if why is not None and not grown.preserves:
        said_of.append(translate("Carried", "The answers change: {0}.").format(said(why)))
    return " ".join(said_of)


def _of_units(layer: Carried, grown: Grown) -> list[str]:
    units = layer.units
    if layer.what == "identity":
        return [translate("Carried", "New: it starts by passing on what comes in, so the answers stay as they were.")]
    if layer.what == "new":
        return [translate("Carried", "New: its weights start afresh.")]
    if units.copied:
        pattern = translate("Carried", "{0} units: {1} kept, {2} copied.")
        return [pattern.format(units.total, units.kept, units.copied)]
    if units.new:
        return [translate("Carried", "{0} units: {1} kept, {2} new.").format(units.total, units.kept, units.new)]
    if units.gone:
        strongest = translate("Carried", "{0} of {1} units kept: those with the strongest weights going out.")
        first = translate("Carried", "{0} of {1} units kept: the first ones.")
        return [(strongest if grown.preserving else first).format(units.kept, units.kept + units.gone)]
    return []


def _of_inputs(layer: Carried, grown: Grown) -> list[str]:
    inputs, found = layer.inputs, []
    if layer.what in ("identity", "new"):
        return []
    if inputs.copied:
        text = translate("Carried", "{0} inputs: {1} kept, {2} copied. Copies share the weights of the original.")
        found.append(text.format(inputs.total, inputs.kept, inputs.copied))
    if inputs.new:
        afresh = translate("Carried", "{0} inputs: {1} kept, {2} new. The weights of new ones start afresh.")
        zero = translate("Carried", "{0} inputs: {1} kept, {2} new. The weights of new ones start at 0.")
        found.append((zero if grown.preserving else afresh).format(inputs.total, inputs.kept, inputs.new))
    if inputs.gone:
        found.append(translate("Carried", "Inputs gone, and their weights with them: {0}.").format(inputs.gone))
    return found


def answers_text(grown: Grown) -> str:
    """How the answers of the whole network have changed."""
    difference, why = grown.difference, sentence_of(grown.why)
    kept = grown.preserves and (difference is None or difference < AS_BEFORE)
    if difference is None:
        return translate("Carried", "The network answers as before") if kept else _changed(said(why) if why else "")
    if kept:
        return translate("Carried", "The network answers as before (largest difference {0})").format(small(difference))
    if grown.preserving and why is not None:
        pattern = translate("Carried", "The answers change by up to {0}: {1}")
        return pattern.format(small(difference), said(why))
    return translate("Carried", "What fits was kept; the answers change by up to {0}").format(small(difference))


def _changed(why: str) -> str:
    if not why:
        return translate("Carried", "What fits was kept")
    return translate("Carried", "What fits was kept: {0}").format(why)


def small(difference: float) -> str:
    """One significant figure below a thousandth, three above: ``2e-7``, ``0.131``."""
    if difference == 0:
        return "0"
    if difference >= 1e-3:
        return f"{difference:.3g}"
    digits, _, exponent = f"{difference:.0e}".partition("e")
    return f"{digits}e{int(exponent)}"
