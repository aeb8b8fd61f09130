"""Pages as a PowerPoint file of native shapes, which whoever gets it can move and edit."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from northline.formats.roadmap.paper import Box, Diamond, Label, Page, Stroke
from northline.formats.roadmap.type import fitted

# Rooms for text are measured in Roboto; this face is on every office machine, and up to so much wider.
FACE, WIDER = "Arial", 1.14
_BLANK = 6
_SIDES = {"left": PP_ALIGN.LEFT, "centre": PP_ALIGN.CENTER, "right": PP_ALIGN.RIGHT}


def pptx(pages: Sequence[Page], *, title: str = "") -> bytes:
    """All pages as slides of one presentation."""
    deck = Presentation()
    deck.core_properties.title = title
    deck.slide_width, deck.slide_height = Pt(pages[0].size.width), Pt(pages[0].size.height)
    for page in pages:
        shapes = deck.slides.add_slide(deck.slide_layouts[_BLANK]).shapes
        for shape in page.shapes:
            match shape:
                case Box():
                    _box(shapes, shape)
                case Stroke():
                    _stroke(shapes, shape)
                case Diamond():
                    _diamond(shapes, shape)
                case Label():
                    _label(shapes, shape)
    made = io.BytesIO()
    deck.save(made)
    return made.getvalue()


def _box(shapes: Any, box: Box) -> None:
    round_enough = box.radius >= 1.5
    kind = MSO_SHAPE.ROUNDED_RECTANGLE if round_enough else MSO_SHAPE.RECTANGLE
    made = shapes.add_shape(kind, Pt(box.x), Pt(box.y), Pt(box.width), Pt(box.height))
    if round_enough:
        made.adjustments[0] = min(0.5, box.radius / min(box.width, box.height))
    _paint(made, box.fill, box.line)


def _diamond(shapes: Any, mark: Diamond) -> None:
    side = Pt(2 * mark.half)
    made = shapes.add_shape(MSO_SHAPE.DIAMOND, Pt(mark.x - mark.half), Pt(mark.y - mark.half), side, side)
    _paint(made, mark.fill, "")


def _paint(made: Any, fill: str, line: str) -> None:
    _plain(made)
    made.fill.solid()
    made.fill.fore_color.rgb = _rgb(fill)
    if line:
        made.line.color.rgb = _rgb(line)
        made.line.width = Pt(0.75)
    else:
        made.line.fill.background()


def _plain(made: Any) -> None:
    """Without what a theme would add: shadows and bevels."""
    style = made._element.find(qn("p:style"))
    if style is not None:
        made._element.remove(style)


def _stroke(shapes: Any, stroke: Stroke) -> None:
    made = shapes.add_connector(
        MSO_CONNECTOR.STRAIGHT, Pt(stroke.x), Pt(stroke.y), Pt(stroke.to_x), Pt(stroke.to_y)
    )
    _plain(made)
    made.line.color.rgb = _rgb(stroke.colour)
    made.line.width = Pt(stroke.width)


def _label(shapes: Any, label: Label) -> None:
    made = shapes.add_textbox(Pt(label.x), Pt(label.y), Pt(label.width), Pt(label.size * 1.2))
    frame = made.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    # A line that does not wrap is centred by some programs, whatever its alignment.
    frame.word_wrap = True
    # Where a wider face stands in, the line shrinks; it would go on below, over the next.
    frame.auto_size = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE
    frame.vertical_anchor = MSO_ANCHOR.TOP
    line = frame.paragraphs[0]
    line.alignment = _SIDES[label.align]
    run = line.add_run()
    run.text = fitted(label.text, room=label.width / WIDER, size=label.size, bold=label.bold)
    run.font.size, run.font.bold, run.font.name = Pt(label.size), label.bold, FACE
    run.font.color.rgb = _rgb(label.colour)


def _rgb(colour: str) -> RGBColor:
    return RGBColor(*bytes.fromhex(colour[1:]))  # type: ignore[no-untyped-call]
