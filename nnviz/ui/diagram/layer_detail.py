"""The one line that says what a block does: its key arguments, as short as they can be told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from nnviz.network.catalogue import full_args, name_of
from nnviz.network.spec import LayerSpec
from nnviz.ui.diagram.families import Family, family_of
from nnviz.ui.language import translate

Args = Mapping[str, Any]


def detail_of(layer: LayerSpec) -> str:
    """The key arguments of *layer*: ``3 x 3, relu`` of a convolution; empty where its title says it all."""
    tell = _TELL.get(family_of(layer.kind))
    return tell(layer.kind, full_args(layer)) if tell is not None else ""


def sizes_text(sizes: Any) -> str:
    """One number or several: ``3``, ``3 x 3``; borders that differ by side as ``1:2``."""
    if isinstance(sizes, tuple | list):
        return " x ".join(
            ":".join(str(side) for side in size) if isinstance(size, tuple | list) else _number(size) for size in sizes
        )
    return _number(sizes)


def _number(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _spread(sizes: Any, kind: str) -> str:
    """Sizes written out for each dimension of *kind*."""
    rank = next((rank for rank in (1, 2, 3) if f"{rank}D" in kind), 1)
    return sizes_text((sizes,) * rank if isinstance(sizes, int) and rank > 1 else sizes)


def _activation(args: Args) -> list[str]:
    name = name_of(args.get("activation"))
    return [name] if name not in (None, "linear") else []


def _convolution(kind: str, args: Args) -> str:
    strides = args.get("strides", 1)
    steps = strides if isinstance(strides, tuple | list) else (strides,)
    step = f" /{steps[0] if len(set(steps)) == 1 else sizes_text(steps)}" if any(size != 1 for size in steps) else ""
    return ", ".join([_spread(args["kernel_size"], kind) + step, *_activation(args)])


def _pooling(kind: str, args: Args) -> str:
    return _spread(args["pool_size"], kind) if "pool_size" in args else ""


def _recurrent(kind: str, args: Args) -> str:
    wrapped = args.get("layer")
    if isinstance(wrapped, Mapping):
        inner = LayerSpec("", str(wrapped["kind"]), {key: value for key, value in wrapped.items() if key != "kind"})
        full = full_args(inner)
        count = full.get("units", full.get("filters"))
        return inner.kind if count is None else f"{inner.kind} {count}"
    return translate("Diagram", "{0} units").format(args["units"]) if "units" in args else ""


def _attention(kind: str, args: Args) -> str:
    return translate("Diagram", "{0} heads").format(args["num_heads"]) if "num_heads" in args else ""


def _embedding(kind: str, args: Args) -> str:
    return f"{args['input_dim']:,} → {args['output_dim']}" if "input_dim" in args else ""


def _dropout(kind: str, args: Args) -> str:
    value = args.get("rate", args.get("stddev"))
    return "" if value is None else _number(value)


def _merge(kind: str, args: Args) -> str:
    axis = args.get("axis", -1)
    return "" if axis == -1 else translate("Diagram", "axis {0}").format(axis)


def _activating(kind: str, args: Args) -> str:
    slope = args.get("negative_slope") or args.get("alpha")
    return name_of(args.get("activation")) or (_number(slope) if slope else "")


def _size(kind: str, args: Args) -> str:
    value = next((args[name] for name in ("size", "padding", "cropping") if name in args), None)
    return "" if value is None else _spread(value, kind)


def _image(kind: str, args: Args) -> str:
    if "factor" in args or "height_factor" in args:
        return sizes_text(args.get("factor", args.get("height_factor")))
    if kind == "RandomFlip":
        return str(args["mode"]).replace("_and_", " + ").replace("horizontal + vertical", "↔ ↕")
    scale = args.get("scale", "")
    if isinstance(scale, tuple | list):
        return translate("Diagram", "{0} factors").format(len(scale))
    return _number(scale)


def _shape(kind: str, args: Args) -> str:
    return sizes_text(args["dims"]) if "dims" in args else ""


def _dense(kind: str, args: Args) -> str:
    return translate("Diagram", "{0} units").format(args["units"])


def _normalization(kind: str, args: Args) -> str:
    return translate("Diagram", "{0} groups").format(args["groups"]) if "groups" in args else ""


_TELL: dict[Family, Callable[[str, Args], str]] = {
    "convolution": _convolution, "pooling": _pooling, "recurrent": _recurrent, "attention": _attention,
    "embedding": _embedding, "dropout": _dropout, "merge": _merge, "activation": _activating, "size": _size,
    "image": _image, "shape": _shape, "dense": _dense, "normalization": _normalization,
}  # fmt: skip
