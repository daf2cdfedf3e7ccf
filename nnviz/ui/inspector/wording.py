"""Keras's names in a person's words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

from nnviz.network.catalogue import Weight, name_of
from nnviz.network.inference import Inference, describe
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.ui.figures import count_text
from nnviz.ui.language import translate, worded

_RECIPE = {
    "momentum": "Momentum", "epsilon": "Epsilon",
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
_LAYER = {
    # what most layers have
    "units": "Units", "activation": "Activation", "kernel_initializer": "Initial weights",
    "kernel_regularizer": "Regularizer", "kernel_constraint": "Weight limit", "use_bias": "Bias",
    "bias_initializer": "Initial biases", "bias_regularizer": "Bias penalty", "bias_constraint": "Bias limit",
    "activity_regularizer": "Output penalty", "layer": "Layer", "kind": "Layer", "axis": "Axis", "axes": "Axes",
    # in and out
    "shape": "Shape", "columns": "Columns", "targets": "Targets", "loss_weight": "Loss weight",
    # activations
    "negative_slope": "Slope below 0", "max_value": "Largest", "alpha": "Alpha", "shared_axes": "Shared axes",
    "alpha_initializer": "Initial slopes", "alpha_regularizer": "Slope penalty", "alpha_constraint": "Slope limit",
    # convolution and pooling
    "kernel_size": "Kernel", "dilation_rate": "Dilation", "depth_multiplier": "Per channel",
    "depthwise_initializer": "Initial depth weights", "depthwise_regularizer": "Depth penalty",
    "depthwise_constraint": "Depth limit", "pointwise_initializer": "Initial point weights",
    "pointwise_regularizer": "Point penalty", "pointwise_constraint": "Point limit", "pool_size": "Pool",
    "keepdims": "Keep axes",
    # recurrence, attention, embedding
    "return_sequences": "Every step", "go_backwards": "Backwards", "recurrent_activation": "Gates",
    "recurrent_dropout": "Recurrent dropout", "recurrent_initializer": "Initial recurrent",
    "recurrent_regularizer": "Recurrent penalty", "recurrent_constraint": "Recurrent limit",
    "unit_forget_bias": "Forget bias", "merge_mode": "Merge", "num_heads": "Heads", "key_dim": "Key size",
    "value_dim": "Value size", "use_causal_mask": "Only the past", "output_shape": "Answer sizes",
    "attention_axes": "Along axes", "sliding_window": "Window", "use_gate": "Gate", "unroll": "Lay out",
    "backward_layer": "From the end", "input_dim": "Vocabulary",
    "output_dim": "Vector size", "embeddings_initializer": "Initial vectors",
    "embeddings_regularizer": "Vector penalty", "embeddings_constraint": "Vector limit",
    # normalization, dropout, noise
    "rate": "Drop share", "stddev": "Noise", "noise_shape": "Together", "center": "Add beta",
    "beta_initializer": "Initial beta",
    "gamma_initializer": "Initial gamma", "moving_mean_initializer": "Initial mean",
    "moving_variance_initializer": "Initial variance", "beta_regularizer": "Beta penalty",
    "gamma_regularizer": "Gamma penalty", "beta_constraint": "Beta limit", "gamma_constraint": "Gamma limit",
    # shapes and pictures
    "target_shape": "New shape", "dims": "Order", "n": "Times", "crop_to_aspect_ratio": "Crop to ratio",
    "pad_to_aspect_ratio": "Pad to ratio", "antialias": "Smooth", "fill_mode": "At the edge", "height_factor": "Height",
    "width_factor": "Width", "value_range": "Value range",
}  # fmt: skip
_OBJECT = {
    "negative_slope": "Slope below 0", "max_value": "Largest", "min_value": "Least", "maxval": "Largest",
    "minval": "Least", "stddev": "Spread", "rate": "Strictness", "l1": "L1", "l2": "L2", "b": "Roundness",
    "default_value": "Otherwise", "alpha": "Alpha", "axis": "Axis", "shared_axes": "Shared axes",
}  # fmt: skip
_LABELS = {"recipe": _RECIPE, "layer": _LAYER, "object": _OBJECT}
Owner = Literal["recipe", "layer", "object"]  # a name can mean different things to each
# Function names that people know in this spelling stay as they are; the others are words.
_INITIALIZERS = ("glorot", "he", "lecun", "random", "truncated", "orthogonal", "zeros", "ones")


def english_label(name: str, of: Owner = "recipe") -> str:
    """What the argument *name* of a rule of the recipe, a layer or an object is called beside its field, in English."""
    return _LABELS[of].get(name) or _RECIPE.get(name) or name.replace("_", " ").capitalize()


def label_of(name: str, of: Owner = "layer") -> str:
    """The same in the window's language."""
    return translate("Inspector", english_label(name, of))


def label_words(name: str, of: Owner = "layer") -> str:
    """The same for the name of a step of undo."""
    return worded("Inspector", english_label(name, of))


def path_words(path: Sequence[str]) -> str:
    """What the argument is called that *path* leads to, for the name of a step of undo."""
    return label_words(path[-1], "object" if len(path) > 1 and path[-2] != "layer" else "layer")


def choice_text(choice: str) -> str:
    """What a choice is called: ``Glorot uniform``, ``tanh``, ``leaky relu``."""
    if choice == "none":
        return translate("Inspector", "none")
    words = choice.replace("_", " ")
    return words[:1].upper() + words[1:] if choice.split("_")[0] in _INITIALIZERS else words


def value_text(value: Any) -> str:
    """An argument's value in a field that follows the data: ``28, 28, 1``, ``softmax``."""
    if isinstance(value, list | tuple):
        return ", ".join("?" if size is None else str(size) for size in value)
    return choice_text(value) if isinstance(value, str) else str(value)


def layer_line(layer: LayerSpec, args: Mapping[str, Any]) -> str:
    """A layer in a few words: ``Dense 6, tanh``."""
    parts = [layer.kind]
    if args.get("units") is not None:
        parts[0] += f" {args['units']}"
    activation = name_of(args.get("activation"))
    if activation is not None:
        parts.append(choice_text(activation))
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


def cost_line(weights: Iterable[Weight], multiply_adds: int) -> str:
    """``18 parameters, 12 multiply-adds``: what layers with *weights* cost; the latter of one sample."""
    count = kept = 0
    for weight in weights:
        count += weight.count
        kept += 0 if weight.trainable else weight.count
    one, many = translate("Inspector", "1 parameter"), translate("Inspector", "{0} parameters")
    parts = [one if count == 1 else many.format(count_text(count))]
    if kept:
        parts.append(translate("Inspector", "{0} of them not trained").format(count_text(kept)))
    if multiply_adds:
        parts.append(translate("Inspector", "{0} multiply-adds").format(count_text(multiply_adds)))
    return ", ".join(parts)


def weight_lines(weights: Iterable[Weight]) -> str:
    """A line for each array of weights: ``kernel: 3 × 3 × 1 × 8``."""
    return "\n".join(f"{weight.name}: {' × '.join(str(size) for size in weight.shape)}" for weight in weights)


def words(name: str) -> str:
    """A Keras name in words: ``binary crossentropy``, ``MSE``."""
    return translate("Recipe", english_words(name))


def english_words(name: str) -> str:
    """The same in English."""
    if name == "f1_score":
        return "F1 score"
    return name.upper() if name in ("mse", "mae", "mape", "msle", "auc") else name.replace("_", " ")
