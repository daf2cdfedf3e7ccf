"""Two operations of TensorFlow that tf2onnx lacks, put together from those that ONNX has.

Importing this module tells tf2onnx of them. Without, it writes a file that no runtime opens, and says nothing.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from tf2onnx import utils
from tf2onnx.handler import tf_op


@tf_op("Expm1")
class ExpMinusOne:
    """exp(x) - 1, which CELU is made of; near 0 a few of the last digits are lost that TensorFlow keeps."""

    @classmethod
    def version_6(cls, graph: Any, node: Any, **_: Any) -> None:
        """Since ONNX's opset 6."""
        _replace(graph, node, "Sub", [_made(graph, "Exp", node), _one(graph)])


@tf_op("Erfc")
class ErrorComplement:
    """1 - erf(x), which the exact GELU is made of."""

    @classmethod
    def version_9(cls, graph: Any, node: Any, **_: Any) -> None:
        """Since ONNX's opset 9."""
        _replace(graph, node, "Sub", [_one(graph), _made(graph, "Erf", node)])


def _made(graph: Any, kind: str, node: Any) -> Any:
    """The output of a new operation *kind* on what goes into *node*."""
    return graph.make_node(kind, list(node.input)).output[0]


def _one(graph: Any) -> Any:
    return graph.make_const(utils.make_name("one"), np.array(1.0, np.float32)).output[0]


def _replace(graph: Any, node: Any, kind: str, inputs: list[Any]) -> None:
    """Put an operation *kind* in the place of *node*, under its name, with outputs of the same shapes and types."""
    shapes = [graph.get_shape(output) for output in node.output]
    types = [graph.get_dtype(output) for output in node.output]
    graph.remove_node(node.name)
    graph.make_node(kind, inputs, name=node.name, outputs=node.output, shapes=shapes, dtypes=types)
