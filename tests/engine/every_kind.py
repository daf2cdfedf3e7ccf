"""Networks in which every kind of layer of the catalogue stands, each on a branch of its own.

Of the larger ones of them there is a second, with further values of the arguments.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from nnviz.data.dataset import Dataset
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project.project import Project
from nnviz.training.recipe import OptimizerSpec, Recipe
from tests.engine.projects import XOR, made_of

ROWS, BATCH = 10, 4
Branches = Mapping[str, tuple[str, dict[str, Any]]]


def _plain(*kinds: str) -> Branches:
    return {kind: (kind, {}) for kind in kinds}


def _dense(**values: Any) -> Branches:
    """A Dense with each of several values of an argument, called by it."""
    return {
        f"{name} {number}": ("Dense", {"units": 3, name: value})
        for name, choices in values.items()
        for number, value in enumerate(choices)
    }


ROW: Branches = {
    **_plain(
        "Dense",
        "Maxout",
        "Activation",
        "ReLU",
        "LeakyReLU",
        "PReLU",
        "ELU",
        "Softmax",
        "BatchNormalization",
        "LayerNormalization",
        "RMSNormalization",
        "UnitNormalization",
        "Dropout",
        "GaussianNoise",
        "GaussianDropout",
        "AlphaDropout",
        "RepeatVector",
        "Rescaling",
        "Normalization",
    ),
    "GroupNormalization": ("GroupNormalization", {"groups": 3}),
    "Reshape": ("Reshape", {"target_shape": (2, 3)}),
}
ROW_VALUES: Branches = {
    "Maxout of three": ("Maxout", {"units": 4, "pieces": 3, "use_bias": False, "kernel_regularizer": "l1"}),
    "step": ("Activation", {"activation": "step"}),
    "learned": ("Activation", {"activation": "prelu"}),
    **_dense(
        activation=("step", "prelu", "sparsemax", {"kind": "relu", "max_value": 1.0, "negative_slope": 0.1},
                    {"kind": "leaky_relu", "negative_slope": 0.3}, {"kind": "elu", "alpha": 0.5},
                    {"kind": "celu", "alpha": 0.5}, {"kind": "gelu", "approximate": True},
                    {"kind": "squareplus", "b": 2.0}, {"kind": "soft_shrink", "threshold": 0.1},
                    {"kind": "hard_shrink", "threshold": 0.1},
                    {"kind": "threshold", "threshold": 0.1, "default_value": -0.1}),
        kernel_initializer=("constant", {"kind": "constant", "value": 0.1}, {"kind": "random_normal", "stddev": 0.2},
                            {"kind": "random_uniform", "maxval": 0.2}, {"kind": "orthogonal", "gain": 0.5},
                            {"kind": "truncated_normal", "mean": 0.1}, {"kind": "identity", "gain": 2.0},
                            {"kind": "variance_scaling", "scale": 2.0, "distribution": "uniform"}),
        kernel_regularizer=("l1", {"kind": "l2", "l2": 0.1}, {"kind": "l1_l2", "l1": 0.1}, "orthogonal_regularizer"),
        kernel_constraint=("max_norm", {"kind": "min_max_norm", "rate": 0.5}, {"kind": "unit_norm", "axis": 1},
                           "non_neg"),
    ),
}  # fmt: skip
SEQUENCE: Branches = {
    **_plain(
        "SimpleRNN",
        "LSTM",
        "GRU",
        "Bidirectional",
        "TimeDistributed",
        "MultiHeadAttention",
        "Conv1D",
        "SeparableConv1D",
        "DepthwiseConv1D",
        "Conv1DTranspose",
        "MaxPooling1D",
        "AveragePooling1D",
        "GlobalMaxPooling1D",
        "GlobalAveragePooling1D",
        "SpatialDropout1D",
        "Permute",
        "UpSampling1D",
        "ZeroPadding1D",
        "Cropping1D",
        "Flatten",
    ),
}
SEQUENCE_VALUES: Branches = {
    "LSTM of all": ("LSTM", {"units": 3, "return_sequences": True, "go_backwards": True, "dropout": 0.3,
                             "recurrent_dropout": 0.2, "unit_forget_bias": False, "use_bias": False,
                             "activation": {"kind": "celu", "alpha": 0.4}, "recurrent_activation": "hard_sigmoid",
                             "recurrent_initializer": "glorot_normal", "recurrent_regularizer": "l2"}),
    "GRU before": ("GRU", {"units": 3, "reset_after": False, "recurrent_constraint": "max_norm"}),
    "GRU both ways": ("Bidirectional", {"layer": {"kind": "GRU", "units": 3, "return_sequences": True},
                                        "merge_mode": "mul"}),
    "RNN both ways": ("Bidirectional", {"layer": {"kind": "SimpleRNN", "units": 3, "dropout": 0.2},
                                        "merge_mode": "ave"}),
    "slopes of steps": ("TimeDistributed", {"layer": {"kind": "Dense", "units": 3, "activation": "prelu"}}),
    "gated": ("MultiHeadAttention", {"key_dim": 3, "use_gate": True, "output_shape": (2, 3), "sliding_window": 2}),
    "laid out": ("LSTM", {"units": 3, "unroll": True, "dropout": 0.2}),
    "two layers": ("Bidirectional", {"layer": {"kind": "LSTM", "units": 3}, "merge_mode": "sum",
                                     "backward_layer": {"kind": "GRU", "units": 3, "go_backwards": True}}),
    "whole steps": ("Dropout", {"noise_shape": (None, None, 1)}),
    "selu steps": ("AlphaDropout", {"noise_shape": (None, 1, 4)}),
    "each factor": ("Rescaling", {"scale": (1.0, 2.0, 3.0, 4.0), "offset": (0.1, 0.2, 0.3, 0.4)}),
    "each mean": ("Normalization", {"mean": (0.0, 1.0, 2.0, 3.0), "variance": (1.0, 1.0, 2.0, 2.0)}),
    "over all": ("LayerNormalization", {"axis": (1, 2)}),
    "shares of all": ("Softmax", {"axis": (1, 2)}),
    "causal": ("MultiHeadAttention", {"key_dim": 3, "value_dim": 2, "use_causal_mask": True, "dropout": 0.2}),
}  # fmt: skip
PICTURE: Branches = {
    **_plain(
        "Conv2D",
        "SeparableConv2D",
        "DepthwiseConv2D",
        "Conv2DTranspose",
        "MaxPooling2D",
        "AveragePooling2D",
        "GlobalMaxPooling2D",
        "GlobalAveragePooling2D",
        "SpatialDropout2D",
        "UpSampling2D",
        "ZeroPadding2D",
        "Cropping2D",
        "RandomFlip",
        "RandomRotation",
        "RandomZoom",
        "RandomTranslation",
        "RandomContrast",
        "RandomBrightness",
    ),
    "Resizing": ("Resizing", {"height": 4, "width": 5}),
    "CenterCrop": ("CenterCrop", {"height": 3, "width": 4}),
}
PICTURE_VALUES: Branches = {
    "slopes of channels": ("Conv2D", {"activation": {"kind": "prelu", "shared_axes": (1, 2)}, "strides": (2, 1)}),
    "rows": ("TimeDistributed", {"layer": {"kind": "LSTM", "units": 2}}),
    "along rows": ("MultiHeadAttention", {"key_dim": 3, "attention_axes": 1}),
    "columns": ("TimeDistributed", {"layer": {"kind": "GlobalAveragePooling1D"}}),
}  # fmt: skip
VOLUME: Branches = _plain(
    "Conv3D", "Conv3DTranspose", "MaxPooling3D", "AveragePooling3D", "GlobalMaxPooling3D", "GlobalAveragePooling3D",
    "SpatialDropout3D", "UpSampling3D", "ZeroPadding3D", "Cropping3D",
)  # fmt: skip
PAIR: Branches = {
    **_plain("Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum", "Concatenate", "Dot"),
    "across": ("MultiHeadAttention", {"num_heads": 1, "key_dim": 2}),
}
WORDS: Branches = {"Embedding": ("Embedding", {"input_dim": 5, "output_dim": 3})}


def branched(branches: Branches, shape: tuple[int, ...], ways: int = 1) -> NetworkSpec:
    """An Input of *shape*, all *branches* side by side, and an Output that sees them all.

    With several *ways* each branch joins as many Dense layers over the Input.
    """
    first = [LayerSpec(f"way {i}", "Dense", {"units": 3}) for i in range(ways)] if ways > 1 else []
    before = [layer.id for layer in first] or ["in"]
    middle = [LayerSpec(name, kind, args) for name, (kind, args) in branches.items()]
    flat = [LayerSpec(f"flat {layer.id}", "Flatten") for layer in middle]
    ends = [LayerSpec("all", "Concatenate"), LayerSpec("out", "Output", {"units": 2, "activation": "linear"})]
    ends = ends if len(middle) > 1 else ends[1:]
    links = [("in", layer.id) for layer in first]
    links += [(source, layer.id) for layer in middle for source in before]
    links += [(a.id, b.id) for a, b in zip(middle, flat, strict=True)]
    links += [(layer.id, ends[0].id) for layer in flat] + [("all", "out")] * (len(ends) > 1)
    return NetworkSpec((LayerSpec("in", "Input", {"shape": shape}), *first, *middle, *flat, *ends), tuple(links))


EVERY_KIND = {
    "row": branched(ROW, (6,)),
    "sequence": branched(SEQUENCE, (4, 4)),
    "picture": branched(PICTURE, (6, 7, 2)),
    "volume": branched(VOLUME, (4, 5, 4, 2)),
    "pair": branched(PAIR, (5, 4), ways=2),
    "words": branched(WORDS, (6,)),
}
MORE_VALUES = {
    "row values": branched(ROW_VALUES, (6,)),
    "sequence values": branched(SEQUENCE_VALUES, (4, 4)),
    "picture values": branched(PICTURE_VALUES, (6, 7, 2)),
}
NETWORKS = {**EVERY_KIND, **MORE_VALUES}


def project_of(name: str, **recipe: Any) -> Project:
    """The network called *name* with a recipe for numbers."""
    adam = OptimizerSpec("Adam", {"learning_rate": 0.01})
    return Project(NETWORKS[name], XOR, Recipe(**{"loss": "mse", "metrics": (), "optimizer": adam, "batch_size": BATCH,
                                                  "epochs": 1, "seed": 3, **recipe}))  # fmt: skip


def dataset_of(name: str) -> Dataset:
    """Rows for the network called *name*: whole numbers for words."""
    shape = NETWORKS[name].layer("in").args["shape"]
    rng = np.random.default_rng(5)
    x = rng.integers(0, 5, (ROWS, *shape)) if name == "words" else rng.normal(2.0, 3.0, (ROWS, *shape))
    return made_of(x.astype("f4"), rng.normal(size=(ROWS, 2)).astype("f4"), "regression", 2)
