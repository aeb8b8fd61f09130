"""Pages as vector PDF and as PNG, through Typst. Text goes in as data: none of it is read as markup."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import typst

from northline.formats.roadmap.paper import Page
from northline.formats.roadmap.type import FAMILY, fonts

DOTS_PER_INCH = 144.0
# Draws what `sys.inputs.pages` holds. The only words in it are the shapes' names.
_SHEET = """
#let pages = json(bytes(sys.inputs.pages))
#set text(font: sys.inputs.family, fallback: true, hyphenate: false)
#set par(leading: 0pt, spacing: 0pt)
#set document(title: sys.inputs.title)
#let ink(colour) = if colour == "" { none } else { rgb(colour) }
#let drawn(s) = {
  if s.kind == "Box" {
    let edge = if s.line == "" { none } else { 0.75pt + rgb(s.line) }
    place(dx: s.x * 1pt, dy: s.y * 1pt, rect(width: s.width * 1pt, height: s.height * 1pt, fill: ink(s.fill),
      stroke: edge, radius: s.radius * 1pt))
  } else if s.kind == "Stroke" {
    place(line(start: (s.x * 1pt, s.y * 1pt), end: (s.to_x * 1pt, s.to_y * 1pt),
      stroke: s.width * 1pt + rgb(s.colour)))
  } else if s.kind == "Diamond" {
    place(dx: (s.x - s.half) * 1pt, dy: (s.y - s.half) * 1pt, polygon(fill: rgb(s.fill),
      (s.half * 1pt, 0pt), (2 * s.half * 1pt, s.half * 1pt), (s.half * 1pt, 2 * s.half * 1pt),
      (0pt, s.half * 1pt)))
  } else {
    let side = if s.align == "right" { right } else if s.align == "centre" { center } else { left }
    place(dx: s.x * 1pt, dy: s.y * 1pt, box(width: s.width * 1pt, align(side, text(size: s.size * 1pt,
      fill: rgb(s.colour), weight: if s.bold { 700 } else { 400 }, top-edge: 0.93em, s.text))))
  }
}
#for (at, sheet) in pages.enumerate() {
  page(width: sheet.width * 1pt, height: sheet.height * 1pt, margin: 0pt, fill: white,
    for s in sheet.shapes { drawn(s) })
}
"""


def pdf(pages: Sequence[Page], *, title: str = "") -> bytes:
    """All pages as one PDF, drawn as vectors."""
    made = _typeset(pages, title, format="pdf")
    assert isinstance(made, bytes)
    return made


def png(pages: Sequence[Page], *, title: str = "") -> list[bytes]:
    """Every page as a picture, at DOTS_PER_INCH."""
    made = _typeset(pages, title, format="png", ppi=DOTS_PER_INCH)
    return list(made) if isinstance(made, list) else [made]


def _typeset(pages: Sequence[Page], title: str, **how: Any) -> Any:
    sheets = [
        {
            "width": page.size.width,
            "height": page.size.height,
            "shapes": [{"kind": type(shape).__name__, **asdict(shape)} for shape in page.shapes],
        }
        for page in pages
    ]
    inputs = {"pages": json.dumps(sheets), "family": FAMILY, "title": title}
    return typst.compile(
        _SHEET.encode(),
        font_paths=[str(fonts())],
        ignore_system_fonts=True,
        sys_inputs=inputs,
        **how,
    )
