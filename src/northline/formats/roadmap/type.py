"""The typeface of pages, and how long a line in it is."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PIL import ImageFont

FAMILY = "Roboto"
# Widths are measured at a size at which rounding to whole units of the raster does not show.
MEASURED_AT = 100
DOTS = "…"


def fonts() -> Path:
    """The folder of the typeface's files."""
    found = find_spec("font_roboto")
    assert found is not None, "font-roboto is among our requirements"
    assert found.submodule_search_locations is not None
    return Path(found.submodule_search_locations[0]) / "files"


def width(text: str, *, size: float, bold: bool = False) -> float:
    """The length of a line in points.

    >>> 20 < width("Harbour", size=8) < 40
    True
    """
    return _face(bold).getlength(text) * size / MEASURED_AT


def fitted(text: str, *, room: float, size: float, bold: bool = False) -> str:
    """As much of one line as fits into `room` points, with dots where something is missing; empty if nothing fits.

    >>> fitted("Consequences while dragging", room=60, size=8)
    'Consequences…'
    """
    line = " ".join(text.split())
    if width(line, size=size, bold=bold) <= room:
        return line
    low, high = 0, len(line)
    while low < high:
        middle = (low + high + 1) // 2
        if width(line[:middle].rstrip() + DOTS, size=size, bold=bold) <= room:
            low = middle
        else:
            high = middle - 1
    return line[:low].rstrip() + DOTS if low else ""


def wrapped(text: str, *, room: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """The lines of a text of that width in points; a word that is longer than a line is cut.

    >>> wrapped("Consequences while dragging", room=80, size=8)
    ('Consequences while', 'dragging')
    """
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size=size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines.append(fitted(word, room=room, size=size, bold=bold))
    return tuple(lines)


@cache
def _face(bold: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(fonts() / f"Roboto-{'Bold' if bold else 'Regular'}.ttf", MEASURED_AT)
