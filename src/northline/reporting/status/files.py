"""A report as a file to download: slides, as PDF or as PPTX."""

from __future__ import annotations

from typing import Any, Literal

from django.http import HttpResponse

from northline.formats.roadmap import pdf, pptx
from northline.reporting.exports.files import file_name, sent_as
from northline.reporting.status.pages import status_pages

Format = Literal["pdf", "pptx"]
_KINDS = {
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}


def status_file(told: dict[str, Any], *, format: Format) -> HttpResponse:
    """The file of a report as its readers get it."""
    write = pdf if format == "pdf" else pptx
    made = write(status_pages(told), title=told["title"])
    name = file_name("status", told["project"], told["published_on"])
    return sent_as(made, name=name, ending=format, kind=_KINDS[format])
