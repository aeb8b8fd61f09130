"""Pages as SVG, with text that stays text."""

from __future__ import annotations

from lxml import etree

from northline.formats.roadmap.paper import Box, Diamond, Label, Page, Shape, Stroke
from northline.formats.roadmap.type import FAMILY

_SPACE = "http://www.w3.org/2000/svg"
_ANCHORS = {"left": "start", "centre": "middle", "right": "end"}
# From the top of a line to its baseline, in parts of the size.
ASCENT = 0.93


def svg(page: Page) -> bytes:
    """One page as an SVG document; every text is data, never markup."""
    root = etree.Element(
        f"{{{_SPACE}}}svg",
        {
            "viewBox": f"0 0 {page.size.width:g} {page.size.height:g}",
            "font-family": f"{FAMILY}, Arial, sans-serif",
        },
        nsmap={None: _SPACE},  # type: ignore[dict-item]
    )
    etree.SubElement(root, f"{{{_SPACE}}}rect", {"width": "100%", "height": "100%", "fill": "#ffffff"})
    for shape in page.shapes:
        name, attributes, text = _drawn(shape)
        etree.SubElement(root, f"{{{_SPACE}}}{name}", attributes).text = text or None
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _drawn(shape: Shape) -> tuple[str, dict[str, str], str]:
    match shape:
        case Box():
            attributes = {
                "x": _n(shape.x),
                "y": _n(shape.y),
                "width": _n(shape.width),
                "height": _n(shape.height),
            }
            attributes |= {"fill": shape.fill, "rx": _n(shape.radius)}
            return (
                "rect",
                attributes | ({"stroke": shape.line, "stroke-width": "0.75"} if shape.line else {}),
                "",
            )
        case Stroke():
            ends = {"x1": _n(shape.x), "y1": _n(shape.y), "x2": _n(shape.to_x), "y2": _n(shape.to_y)}
            return "line", ends | {"stroke": shape.colour, "stroke-width": _n(shape.width)}, ""
        case Diamond():
            x, y, half = shape.x, shape.y, shape.half
            corners = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
            return (
                "polygon",
                {"points": " ".join(f"{_n(a)},{_n(b)}" for a, b in corners), "fill": shape.fill},
                "",
            )
        case Label():
            return "text", _line(shape), shape.text


def _line(label: Label) -> dict[str, str]:
    x = {"left": label.x, "centre": label.x + label.width / 2, "right": label.x + label.width}[label.align]
    attributes = {"x": _n(x), "y": _n(label.y + ASCENT * label.size), "font-size": _n(label.size)}
    attributes |= {"fill": label.colour, "text-anchor": _ANCHORS[label.align]}
    return attributes | ({"font-weight": "700"} if label.bold else {})


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
