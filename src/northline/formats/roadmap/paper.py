"""Pages made of a few plain shapes, in points from the top left corner: what every kind of file can draw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Align = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of a page, as web colours."""

    text: str = "#1c2733"
    soft: str = "#5b6875"
    rule: str = "#dde3e8"
    panel: str = "#f5f7f9"
    accent: str = "#1f6597"
    likely: str = "#5a4a8f"
    paper: str = "#ffffff"


INK = Ink()


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    line: str = ""
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line."""

    x: float
    y: float
    to_x: float
    to_y: float
    colour: str
    width: float = 0.75


@dataclass(frozen=True, slots=True)
class Diamond:
    """A mark around its middle; `half` is half of its width."""

    x: float
    y: float
    half: float
    fill: str


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text; `y` is the top of its line, `width` the room it must fit."""

    x: float
    y: float
    width: float
    text: str
    size: float
    colour: str = INK.text
    bold: bool = False
    align: Align = "left"


Shape = Box | Stroke | Diamond | Label


@dataclass(frozen=True, slots=True)
class Size:
    """Width, height and margin of a page in points."""

    width: float
    height: float
    margin: float = 32.0


SLIDE = Size(960.0, 540.0)
A4 = Size(841.89, 595.28)
A3 = Size(1190.55, 841.89)
LETTER = Size(792.0, 612.0)
TABLOID = Size(1224.0, 792.0)


@dataclass(frozen=True, slots=True)
class Page:
    """Shapes in the order in which they are drawn."""

    size: Size
    shapes: tuple[Shape, ...]
