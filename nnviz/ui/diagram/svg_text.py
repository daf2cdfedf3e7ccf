"""SVG texts as outlines: a picture that looks the same where our fonts are not installed.

Qt writes ``<text>`` with the names of our fonts, which a reader replaces by fonts of other widths. Each becomes a
``<path>`` here, with its words as ``aria-label``, so that they can still be searched and read aloud.
"""

from __future__ import annotations

from xml.etree import ElementTree

from PySide6.QtGui import QPainterPath

from nnviz.ui import theme

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_SEMIBOLD = 600
_KEPT = ("fill", "fill-opacity")
_STOPS = {
    QPainterPath.ElementType.MoveToElement: "M",
    QPainterPath.ElementType.LineToElement: "L",
    QPainterPath.ElementType.CurveToElement: "C",
    QPainterPath.ElementType.CurveToDataElement: "",
}


def outlined(svg: bytes) -> bytes:
    """*svg*, as Qt writes it, with outlines for its texts and without its empty groups."""
    ElementTree.register_namespace("", SVG)
    ElementTree.register_namespace("xlink", XLINK)
    root = ElementTree.fromstring(svg)
    for parent in list(root.iter()):
        for place, child in enumerate(parent):
            if child.tag == f"{{{SVG}}}text":
                parent[place] = _outline(child)
    _prune(root)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))


def _outline(text: ElementTree.Element) -> ElementTree.Element:
    words = "".join(text.itertext())
    size, weight = round(float(text.get("font-size", "12"))), int(text.get("font-weight", "400"))
    font = theme.font(size, semibold=weight >= _SEMIBOLD)
    path = QPainterPath()
    path.addText(float(text.get("x", "0")), float(text.get("y", "0")), font, words)
    kept = {name: value for name in _KEPT if (value := text.get(name)) is not None}
    return ElementTree.Element(
        f"{{{SVG}}}path", {"d": _data(path), "aria-label": words, "stroke": "none", "fill-rule": "nonzero", **kept}
    )


def _data(path: QPainterPath) -> str:
    """The ``d`` of *path*; hundredths of a unit are finer than any eye."""
    stops = (path.elementAt(i) for i in range(path.elementCount()))
    return " ".join(f"{_STOPS[stop.type]}{stop.x:.2f} {stop.y:.2f}" for stop in stops)


def _prune(parent: ElementTree.Element) -> None:
    """Take out groups in which nothing is left."""
    for child in list(parent):
        _prune(child)
        if child.tag == f"{{{SVG}}}g" and not len(child):
            parent.remove(child)
