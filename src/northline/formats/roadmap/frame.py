"""What stands around every page: title, subtitle, footer, number; and the room that it leaves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from northline.formats.roadmap.paper import INK, Label, Shape, Size, Stroke
from northline.formats.roadmap.type import fitted
from northline.formats.roadmap.values import Roadmap

TITLE, SUBTITLE, FOOT = 30.0, 16.0, 18.0


@dataclass(frozen=True, slots=True)
class Room:
    """The height left for the roadmap, from `top` on, in points."""

    roadmap: Roadmap
    size: Size
    top: float
    height: float

    def shapes(self, number: int, count: int) -> Iterator[Shape]:
        """The frame of page `number` of `count`."""
        plan, size = self.roadmap, self.size
        wide = size.width - 2 * size.margin
        title = fitted(plan.title, room=wide, size=20, bold=True)
        yield Label(size.margin, size.margin, wide, title, 20, bold=True)
        if plan.subtitle:
            text = fitted(plan.subtitle, room=wide, size=10)
            yield Label(size.margin, size.margin + TITLE - 2, wide, text, 10, INK.soft)
        yield Stroke(size.margin, self.foot - 4, size.width - size.margin, self.foot - 4, INK.rule, 0.5)
        footer = fitted(plan.footer, room=wide * 0.5, size=8)
        yield Label(size.margin, self.foot, wide * 0.5, footer, 8, INK.soft)
        if count > 1:
            page = plan.words.page.format(number=number, count=count)
            yield Label(size.margin, self.foot, wide, page, 8, INK.soft, align="right")

    @property
    def foot(self) -> float:
        """Where the footer begins."""
        return self.size.height - self.size.margin - FOOT + 6


def framed(roadmap: Roadmap, *, size: Size) -> Room:
    """The room between title and footer."""
    top = size.margin + TITLE + (SUBTITLE if roadmap.subtitle else 4)
    return Room(roadmap, size, top, size.height - size.margin - FOOT - top - 4)
