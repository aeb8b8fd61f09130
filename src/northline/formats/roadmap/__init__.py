"""Roadmaps on pages: values in; PDF, PNG, SVG and PPTX out.

>>> from datetime import date
>>> bar = Bar("Late board", start=date(2026, 6, 1), finish=date(2026, 10, 31), status="Done")
>>> plan = Roadmap("Roadmap of Harbour", today=date(2026, 11, 28), lanes=(Lane("Live day", (bar,)),))
>>> pages = timeline_pages(plan)
>>> len(pages), svg(pages[0])[:5], pdf(pages)[:5], pptx(pages)[:2]
(1, b'<?xml', b'%PDF-', b'PK')
"""

from northline.formats.roadmap.horizons import horizon_pages
from northline.formats.roadmap.paper import A3, A4, LETTER, SLIDE, TABLOID, Page, Size
from northline.formats.roadmap.pictures import PICTURES, bundled
from northline.formats.roadmap.slides import pptx
from northline.formats.roadmap.svg import svg
from northline.formats.roadmap.timeline import timeline_pages
from northline.formats.roadmap.typeset import pdf, png
from northline.formats.roadmap.values import Bar, Lane, Mark, Roadmap, Tint, Words

__all__ = [
    "A3",
    "A4",
    "LETTER",
    "PICTURES",
    "SLIDE",
    "TABLOID",
    "Bar",
    "Lane",
    "Mark",
    "Page",
    "Roadmap",
    "Size",
    "Tint",
    "Words",
    "bundled",
    "horizon_pages",
    "pdf",
    "png",
    "pptx",
    "svg",
    "timeline_pages",
]
