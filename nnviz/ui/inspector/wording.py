"""Keras's names in a person's words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nnviz.network.inference import Inference, describe
from nnviz.network.shapes.base import Shape
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.ui.figures import count_text
from nnviz.ui.language import translate

_LABELS = {
    "units": "Units", "activation": "Activation", "kernel_initializer": "Initial weights",
    "kernel_regularizer": "Regularizer", "use_bias": "Bias", "shape": "Shape", "target_shape": "New shape",
    "rate": "Drop share", "stddev": "Noise", "momentum": "Momentum", "epsilon": "Epsilon", "axis": "Axis",
    "learning_rate": "Learning rate", "beta_1": "Beta 1", "beta_2": "Beta 2", "weight_decay": "Weight decay",
    "amsgrad": "AMSGrad", "rho": "Rho", "nesterov": "Nesterov", "centered": "Centred",
    "initial_accumulator_value": "First sum", "clipnorm": "Clip norm", "clipvalue": "Clip value",
    "global_clipnorm": "Clip all", "use_ema": "Average", "ema_momentum": "Its memory",
    "ema_overwrite_frequency": "Overwrite", "loss_scale_factor": "Loss scale", "gradient_accumulation_steps": "Gather",
    "clip_threshold": "Step limit", "relative_step": "Relative", "learning_rate_power": "Rate power",
    "l1_regularization_strength": "L1 strength", "l2_regularization_strength": "L2 strength",
    "l2_shrinkage_regularization_strength": "L2 shrinkage", "exclude_embeddings": "Embeddings apart",
    "adam_beta_1": "Adam beta 1", "adam_beta_2": "Adam beta 2", "adam_weight_decay": "Adam decay",
    "adam_lr_ratio": "Adam rate", "ns_steps": "Rounds", "rms_rate": "RMS rate", "alpha": "End share",
    "warmup_target": "Warm up to", "warmup_steps": "Warm-up", "t_mul": "Longer by", "m_mul": "Higher by",
    "first_decay_steps": "First fall", "end_learning_rate": "End rate",
}  # fmt: skip
# Function names that people know in this spelling stay as they are; the others are words.
_INITIALIZERS = ("glorot", "he", "lecun", "random", "truncated", "orthogonal", "zeros", "ones")


def english_label(name: str) -> str:
    """What the argument *name* is called beside its field, in English."""
    return _LABELS.get(name, name.replace("_", " ").capitalize())


def label_of(name: str) -> str:
    """What the argument *name* is called beside its field."""
    return translate("Inspector", english_label(name))


def choice_text(choice: str) -> str:
    """What a choice is called: ``Glorot uniform``, ``tanh``, ``leaky relu``."""
    if choice == "none":
        return translate("Inspector", "none")
    words = choice.replace("_", " ")
    return words[:1].upper() + words[1:] if choice.split("_")[0] in _INITIALIZERS else words


def value_text(value: Any) -> str:
    """An argument's value in a field that follows the data: ``28, 28, 1``, ``softmax``."""
    if isinstance(value, list | tuple):
        return ", ".join(str(size) for size in value)
    return choice_text(value) if isinstance(value, str) else str(value)


def layer_line(layer: LayerSpec, args: Mapping[str, Any]) -> str:
    """A layer in a few words: ``Dense 6, tanh``."""
    parts = [layer.kind]
    if args.get("units") is not None:
        parts[0] += f" {args['units']}"
    if isinstance(args.get("activation"), str):
        parts.append(choice_text(args["activation"]))
    if args.get("rate") is not None:
        parts.append(f"{args['rate']:g}")
    if layer.kind == "Input" and args.get("shape"):
        parts[0] += " " + " × ".join(str(size) for size in args["shape"])
    return ", ".join(parts)


def shape_line(network: NetworkSpec, inference: Inference, layer: LayerSpec) -> str:
    """``(batch, 2) → (batch, 6)``; an Input has no left side."""
    after = describe(inference.shapes.get(layer.id))
    sources = [describe(inference.shapes.get(source)) for source in network.sources(layer.id)]
    return f"{', '.join(sources)} → {after}" if sources else after


def cost_line(network: NetworkSpec, inference: Inference, layer: LayerSpec) -> str:
    """``18 parameters, 12 multiply-adds``: what one sample costs."""
    count = inference.parameters.get(layer.id, 0)
    one, many = translate("Inspector", "1 parameter"), translate("Inspector", "{0} parameters")
    text = one if count == 1 else many.format(count_text(count))
    sources = network.sources(layer.id)
    into = inference.shapes.get(sources[0]) if sources else None
    work = multiply_adds(layer.kind, into, inference.shapes.get(layer.id))
    return f"{text}, " + translate("Inspector", "{0} multiply-adds").format(count_text(work)) if work else text


def multiply_adds(kind: str, into: Shape | None, after: Shape | None) -> int:
    """Multiplications (each with its addition) of a dense layer for one sample; 0 for what has no kernel."""
    if kind not in ("Dense", "Output") or into is None or after is None:
        return 0
    work = into[-1] or 0
    for size in after[1:]:
        work *= size or 0
    return work


def words(name: str) -> str:
    """A Keras name in words: ``binary crossentropy``, ``MSE``."""
    return translate("Recipe", english_words(name))


def english_words(name: str) -> str:
    """The same in English."""
    return name.upper() if name in ("mse", "mae", "mape", "msle", "auc") else name.replace("_", " ")
