"""What each piece of a step is called, and a sentence on what happens there."""

from __future__ import annotations

from nnviz.training.one_step.steps import Answers, Deltas, Gradients, LossStep, Sample, Step, Sums
from nnviz.ui.language import translate


def title_of(step: Step, name: str) -> str:
    """What *step* is called; *name* is that of its layer."""
    if isinstance(step, Sample):
        return translate("OneStep", "The sample")
    if isinstance(step, LossStep):
        return translate("OneStep", "The loss")
    if isinstance(step, Sums):
        text = translate("OneStep", "{layer}: weighted sums")
    elif isinstance(step, Answers):
        text = translate("OneStep", "{layer}: activations")
    elif isinstance(step, Deltas):
        text = translate("OneStep", "{layer}: back to the sums")
    elif isinstance(step, Gradients):
        text = translate("OneStep", "{layer}: gradients")
    else:
        text = translate("OneStep", "{layer}: new weights")
    return text.format(layer=name)


def sentence_of(step: Step) -> str:
    """What happens in *step*."""
    if isinstance(step, Sample):
        return translate("OneStep", "One sample of the training part, prepared as the network gets it.")
    if isinstance(step, LossStep):
        return translate("OneStep", "How far the answer a is from the target y. Training makes this number smaller.")
    if isinstance(step, Sums):
        return translate("OneStep", "Each unit multiplies what comes in by its weights, and adds its bias.")
    if isinstance(step, Answers):
        return translate("OneStep", "Each sum goes through the activation function: that is the unit's answer.")
    if isinstance(step, Deltas):
        return _deltas(step)
    if isinstance(step, Gradients):
        return translate("OneStep", "How the loss changes with a weight: what came in, times what came back.")
    text = translate(
        "OneStep", "{optimizer} moves each weight against its gradient. The network itself stays as it is."
    )
    return text.format(optimizer=step.rule.kind)


def _deltas(step: Deltas) -> str:
    if step.behind is None:
        return translate("OneStep", "How the loss changes with each answer and, by the chain rule, with each sum.")
    return translate("OneStep", "The change of the loss comes back through every weight that leads out of the unit.")
