"""What stands around every page: title, subtitle, footer, number; and the room that it leaves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from northline.formats.roadmap.paper import INK, Box, Label, Shape, Size, Stroke
from northline.formats.roadmap.type import fitted, width
from northline.formats.roadmap.values import Roadmap, Tint

TITLE, SUBTITLE, FOOT = 30.0, 16.0, 18.0
LEGEND = 110.0


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
            room = wide * 0.26 if plan.legend else wide
            text = fitted(plan.subtitle, room=room, size=10)
            yield Label(size.margin, size.margin + TITLE - 2, room, text, 10, INK.soft)
        yield from self._legend()
        yield Stroke(size.margin, self.foot - 4, size.width - size.margin, self.foot - 4, INK.rule, 0.5)
        footer = fitted(plan.footer, room=wide * 0.5, size=8)
        yield Label(size.margin, self.foot, wide * 0.5, footer, 8, INK.soft)
        if count > 1:
            page = plan.words.page.format(number=number, count=count)
            yield Label(size.margin, self.foot, wide, page, 8, INK.soft, align="right")

    def _legend(self) -> Iterator[Shape]:
        """What the colours mean, from the right beside the subtitle; what has no room is left out from the end."""
        size, kept, room = self.size, list[Tint](), (self.size.width - 2 * self.size.margin) * 0.72
        for tint in self.roadmap.legend:
            room -= _wide(tint)
            if room < 0:
                break
            kept.append(tint)
        x = size.width - size.margin - sum(_wide(tint) for tint in kept)
        y = size.margin + TITLE - 1
        for tint in kept:
            yield Box(x, y + 1, 8, 8, tint.colour, radius=2)
            yield Label(x + 12, y, LEGEND, fitted(tint.label, room=LEGEND, size=8), 8, INK.soft)
            x += _wide(tint)

    @property
    def foot(self) -> float:
        """Where the footer begins."""
        return self.size.height - self.size.margin - FOOT + 6


def _wide(tint: Tint) -> float:
    return 12 + min(LEGEND, width(tint.label, size=8)) + 12


def framed(roadmap: Roadmap, *, size: Size) -> Room:
    """The room between title and footer."""
    top = size.margin + TITLE + (SUBTITLE if roadmap.subtitle or roadmap.legend else 4)
    return Room(roadmap, size, top, size.height - size.margin - FOOT - top - 4)
