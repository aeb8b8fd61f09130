"""Colours of lanes: those of the web client, and what is left of one when it is thinned."""

from __future__ import annotations

import re

# As web/src/features/core/laneColours.ts names them.
LANES = {
    "blue": "#327cb0",
    "teal": "#2b8a7e",
    "green": "#4d8b31",
    "amber": "#b07d1b",
    "orange": "#c0632c",
    "rose": "#b34a78",
    "violet": "#7a5bb5",
    "slate": "#69737e",
}
_WEB = re.compile(r"#[0-9a-fA-F]{6}")


def shade(colour: str, at: int) -> str:
    """The web colour of a lane: its own, else one by its place.

    >>> shade("teal", 0), shade("#123456", 0), shade("", 1)
    ('#2b8a7e', '#123456', '#2b8a7e')
    """
    if _WEB.fullmatch(colour):
        return colour
    return LANES.get(colour) or list(LANES.values())[at % len(LANES)]


def over_white(colour: str, share: float) -> str:
    """The colour laid over white with so much of itself: files differ in how they draw what shines through.

    >>> over_white("#000000", 0.2)
    '#cccccc'
    """
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * share):02x}" for part in parts)
