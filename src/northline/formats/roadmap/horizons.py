"""A roadmap as now, next and later: columns of cards, over as many pages as they need."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from northline.formats.roadmap.frame import framed
from northline.formats.roadmap.paper import INK, SLIDE, Box, Label, Page, Shape, Size
from northline.formats.roadmap.tint import shade
from northline.formats.roadmap.type import fitted
from northline.formats.roadmap.values import Bar, Roadmap

HORIZONS = ("now", "next", "later")
GAP, HEAD = 14.0, 26.0
CARD, CARD_GAP = 40.0, 8.0

Card = tuple[Bar, str, str]


def horizon_pages(roadmap: Roadmap, *, size: Size = SLIDE) -> tuple[Page, ...]:
    """Columns side by side, the last for what lies in no horizon, if anything does; a column longer than the page goes on
    over it, beside the others."""
    room = framed(roadmap, size=size)
    most = max(1, int((room.height - HEAD) // (CARD + CARD_GAP)))
    columns = [_cards(roadmap, name) for name in HORIZONS]
    if rest := _cards(roadmap, ""):
        columns.append(rest)
    parts = [[column[at : at + most] for at in range(0, len(column), most)] for column in columns]
    sheets = list(zip_longest(*parts, fillvalue=[])) or [([],) * len(columns)]
    return tuple(
        Page(
            size,
            (
                *room.shapes(number, len(sheets)),
                *_columns(roadmap, columns, sheet, size, room.top, room.height),
            ),
        )
        for number, sheet in enumerate(sheets, 1)
    )


def _cards(roadmap: Roadmap, horizon: str) -> list[Card]:
    return [
        (bar, lane.title, bar.colour or shade(lane.colour, at))
        for at, lane in enumerate(roadmap.lanes)
        for bar in lane.bars
        if bar.horizon == horizon
    ]


def _columns(
    roadmap: Roadmap,
    columns: list[list[Card]],
    sheet: tuple[list[Card], ...],
    size: Size,
    top: float,
    height: float,
) -> Iterator[Shape]:
    words = roadmap.words
    wide = (size.width - 2 * size.margin - (len(columns) - 1) * GAP) / len(columns)
    names = (words.now, words.next, words.later, words.no_horizon)[: len(columns)]
    for at, (name, whole, cards) in enumerate(zip(names, columns, sheet, strict=True)):
        x = size.margin + at * (wide + GAP)
        yield Box(x, top, wide, height, INK.panel, radius=6)
        yield Label(x + 12, top + 7, wide - 24, name, 12, bold=True)
        yield Label(x + 12, top + 8.5, wide - 24, str(len(whole)), 9, INK.soft, align="right")
        y = top + HEAD
        for card in cards:
            yield from _card(card, x + 8, y, wide - 16)
            y += CARD + CARD_GAP


def _card(card: Card, x: float, y: float, wide: float) -> Iterator[Shape]:
    bar, lane, colour = card
    yield Box(x, y, wide, CARD, INK.paper, INK.rule, 4)
    yield Box(x, y, 3, CARD, colour, radius=1.5)
    room = wide - 22
    yield Label(x + 12, y + 8, room, fitted(bar.title, room=room, size=10, bold=True), 10, bold=True)
    note = " · ".join(part for part in (lane, bar.status, bar.note) if part)
    left = room - (60 if bar.chance else 0)
    yield Label(x + 12, y + 23, left, fitted(note, room=left, size=8), 8, INK.soft)
    if bar.chance:
        yield Label(
            x + 12, y + 23, room, fitted(bar.chance, room=58, size=8, bold=True), 8, INK.likely, True, "right"
        )
