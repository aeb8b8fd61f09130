"""A roadmap as a file to download."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any, Literal

import orjson
from django.http import HttpResponse
from django.utils import timezone

from northline.core.exports.making import Made
from northline.formats.ical import ical
from northline.formats.roadmap import PICTURES, Page, bundled, horizon_pages, pdf, pptx, timeline_pages
from northline.products.models import Product
from northline.reporting.exports.pages import dated, drawn
from northline.reporting.exports.tables import csv_of

Format = Literal["pdf", "png", "svg", "pptx", "ics", "csv", "json"]
Pages = tuple[Page, ...]

_DRAWN: Mapping[str, tuple[str, Callable[..., bytes]]] = {
    "pdf": ("application/pdf", pdf),
    "pptx": ("application/vnd.openxmlformats-officedocument.presentationml.presentation", pptx),
}


def file_of(
    shown: Mapping[str, Any],
    *,
    product: Product,
    format: Format,
    layout: str,
    fields: frozenset[str],
    reader: str,
) -> HttpResponse:
    """The answer that downloads the file of what is shown."""
    made = made_of(shown, product=product, format=format, layout=layout, fields=fields, reader=reader)
    return made.sent(inline=False)


def made_of(
    shown: Mapping[str, Any],
    *,
    product: Product,
    format: Format,
    layout: str,
    fields: frozenset[str],
    reader: str,
) -> Made:
    """The file of what is shown; a roadmap of several pages makes several pictures, in a ZIP."""
    made, kind, ending = _made(
        shown, product=product, format=format, layout=layout, fields=fields, reader=reader
    )
    return Made(made, kind, f"{file_name('roadmap', product.title, reader)}.{ending}")


def sent_as(made: bytes, *, name: str, ending: str, kind: str = "application/pdf") -> HttpResponse:
    """The answer that downloads the file."""
    response = HttpResponse(made, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}.{ending}"'
    return response


def _made(
    shown: Mapping[str, Any],
    *,
    product: Product,
    format: Format,
    layout: str,
    fields: frozenset[str],
    reader: str,
) -> tuple[bytes, str, str]:
    now = timezone.localtime()
    if format == "json":
        return orjson.dumps(shown, default=str, option=orjson.OPT_NON_STR_KEYS), "application/json", "json"
    if format == "csv":
        return csv_of(shown, fields), "text/csv; charset=utf-8", "csv"
    if format == "ics":
        events = dated(shown, host="northline")
        return ical(product.title, events, stamped=now), "text/calendar; charset=utf-8", "ics"
    title = f"Roadmap of {product.title}"
    footer = f"As of {now:%d %b %Y, %H:%M}"
    roadmap = drawn(shown, title=title, subtitle=reader, footer=footer, today=now.date())
    pages = (horizon_pages if layout == "horizons" else timeline_pages)(roadmap)
    if format in _DRAWN:
        kind, write = _DRAWN[format]
        return write(pages, title=title), kind, format
    return bundled(pages, PICTURES[format], format)


def file_name(*words: str) -> str:
    """Letters, digits and hyphens only: the name stands in a header.

    >>> file_name("roadmap", "Hafen & Kai", "Führung")
    'roadmap-hafen-kai-fuhrung'
    """
    plain = unicodedata.normalize("NFKD", " ".join(words)).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower()))[:80]
