"""Pages as pictures: one page is one file, several are a ZIP of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from northline.formats.roadmap.paper import Page
from northline.formats.roadmap.svg import svg
from northline.formats.roadmap.typeset import png


@dataclass(frozen=True, slots=True)
class PictureKind:
    """How pages become pictures of a kind, and its media type."""

    media_type: str
    draw: Callable[[Sequence[Page]], list[bytes]]


PICTURES: Mapping[str, PictureKind] = {
    "png": PictureKind("image/png", png),
    "svg": PictureKind("image/svg+xml", lambda pages: [svg(page) for page in pages]),
}


def bundled(pages: Sequence[Page], kind: PictureKind, ending: str) -> tuple[bytes, str, str]:
    """The file, its media type and its ending: the picture, or a ZIP of several."""
    made = kind.draw(pages)
    if len(made) == 1:
        return made[0], kind.media_type, ending
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, picture in enumerate(made, 1):
            archive.writestr(f"page-{number}.{ending}", picture)
    return into.getvalue(), "application/zip", "zip"
