"""A roadmap over time, as pages: lanes of bars under months and quarters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from northline.formats.roadmap.frame import Room, framed
from northline.formats.roadmap.paper import INK, SLIDE, Box, Diamond, Label, Page, Shape, Size, Stroke
from northline.formats.roadmap.scale import Scale, months_between, scale_of
from northline.formats.roadmap.tint import over_white, shade
from northline.formats.roadmap.type import fitted, width
from northline.formats.roadmap.values import Bar, Lane, Mark, Roadmap

NAMES = 120.0
HEAD = 34.0
ROW, BAR, WHISKER = 38.0, 28.0, 6.0
MARKS = 22.0
PAD = 6.0
PARKED = 18.0
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Strip:
    """A part of a lane that stands on one page: bars by row, each with the rows' marks above."""

    lane: Lane
    colour: str
    rows: tuple[tuple[Bar, ...], ...]
    marks: tuple[Mark, ...]

    @property
    def height(self) -> float:
        """Points from the lane's upper rule to its lower one."""
        return 2 * PAD + max(len(self.rows), 1) * ROW + (MARKS if self.marks else 0)


def timeline_pages(roadmap: Roadmap, *, size: Size = SLIDE) -> tuple[Page, ...]:
    """Pages of lanes under one scale; a lane that is too tall for what is left goes on over the page."""
    inner = size.width - 2 * size.margin
    scale = scale_of(roadmap, x=size.margin + NAMES, width=inner - NAMES)
    room = framed(roadmap, size=size)
    parked = tuple(_parked(roadmap, room))
    height = room.height - (PARKED if parked else 0)
    strips = [strip for lane in _coloured(roadmap) for strip in _strips(*lane, scale, height - HEAD)]
    sheets = _sheets(strips, height - HEAD)
    return tuple(
        Page(
            size,
            (
                *room.shapes(number, len(sheets)),
                *_legend(roadmap, room),
                *_head(roadmap, scale, room.top, height),
                *_today(roadmap, scale, room.top, height),
                *_body(sheet, scale, size, room.top + HEAD),
                *parked,
            ),
        )
        for number, sheet in enumerate(sheets, 1)
    )


def _parked(roadmap: Roadmap, room: Room) -> Iterator[Shape]:
    """One line of those without a window."""
    names = [bar.title for lane in roadmap.lanes for bar in lane.bars if not (bar.start and bar.finish)]
    if not names:
        return
    left, wide = room.size.margin, room.size.width - 2 * room.size.margin
    y = room.top + room.height - PARKED + 5
    yield Label(left, y, NAMES, roadmap.words.parked, 8, INK.soft, bold=True)
    text = fitted(" · ".join(names), room=wide - NAMES, size=8)
    yield Label(left + NAMES, y, wide - NAMES, text, 8, INK.soft)


def _legend(roadmap: Roadmap, room: Room) -> Iterator[Shape]:
    """What the whisker means, where there is one."""
    if not any(bar.likely for lane in roadmap.lanes for bar in lane.bars):
        return
    x, y = room.size.width * 0.55, room.foot + 5
    yield from _span(x, x + 16, y)
    yield Label(x + 22, room.foot, room.size.width * 0.3, roadmap.words.likely, 8, INK.soft)


def _coloured(roadmap: Roadmap) -> Iterator[tuple[Lane, str]]:
    for at, lane in enumerate(roadmap.lanes):
        yield lane, shade(lane.colour, at)


def _strips(lane: Lane, colour: str, scale: Scale, room: float) -> Iterator[Strip]:
    """The lane in parts that fit on a page; its marks stand on the first."""
    marks = tuple(m for m in sorted(lane.marks, key=lambda m: m.on) if scale.shows(m.on, m.on))
    rows = _rows(lane, scale)
    if lane.bars and not rows and not marks:
        return  # all of them are named below, in the line of those without a window
    most = max(1, int((room - 2 * PAD - MARKS) // ROW))
    yield Strip(lane, colour, rows[:most], marks)
    for at in range(most, len(rows), most):
        yield Strip(lane, colour, rows[at : at + most], ())


def _rows(lane: Lane, scale: Scale) -> tuple[tuple[Bar, ...], ...]:
    """Bars that do not overlap share a row; the earliest first, each in the highest row that has room."""
    dated = [b for b in lane.bars if b.start and b.finish and scale.shows(b.start, b.finish)]
    rows: list[list[Bar]] = []
    for bar in sorted(dated, key=lambda b: (b.start, b.finish, b.title)):
        row = next((r for r in rows if _ends(r[-1]) < (bar.start or date.max)), None)
        if row is None:
            rows.append([bar])
        else:
            row.append(bar)
    return tuple(tuple(row) for row in rows)


def _ends(bar: Bar) -> date:
    """The last day that the bar or its likely window covers."""
    return max(day for day in (bar.finish, bar.likely and bar.likely[1]) if day)


def _sheets(strips: list[Strip], room: float) -> list[list[Strip]]:
    sheets: list[list[Strip]] = [[]]
    left = room
    for strip in strips:
        if strip.height > left and sheets[-1]:
            sheets.append([])
            left = room
        sheets[-1].append(strip)
        left -= strip.height
    return sheets


def _head(roadmap: Roadmap, scale: Scale, top: float, height: float) -> Iterator[Shape]:
    """Quarters, months and their rules; months without names where there are many."""
    words = roadmap.words
    named = scale.width / max(1, months_between(scale.first, scale.end)) >= 22
    for month, after in scale.months():
        x = scale.at(month)
        begins = month.month % 3 == 1
        if begins or month == scale.first:
            text = words.quarter.format(number=(month.month - 1) // 3 + 1, year=month.year)
            # A quarter that the scale cuts short is named only where its name fits.
            room = scale.at(min(_quarter_after(month), scale.end)) - x - 8
            if width(text, size=9, bold=True) <= room:
                yield Label(x + 4, top + 2, room, text, 9, bold=True)
        yield Stroke(x, top + (0 if begins else 16), x, top + height, INK.rule, 0.75 if begins else 0.4)
        if named:
            room = scale.at(after) - x - 4
            yield Label(x + 4, top + 18, room, words.months[month.month - 1], 8, INK.soft)
    yield Stroke(scale.x - NAMES, top + HEAD, scale.x + scale.width, top + HEAD, INK.rule)


def _quarter_after(month: date) -> date:
    at = month.year * 12 + (month.month - 1) // 3 * 3 + 3
    return date(at // 12, at % 12 + 1, 1)


def _body(sheet: list[Strip], scale: Scale, size: Size, top: float) -> Iterator[Shape]:
    for strip in sheet:
        yield Box(size.margin, top + PAD + 4, 3, 14, strip.colour, radius=1.5)
        name = fitted(strip.lane.title, room=NAMES - 20, size=10, bold=True)
        yield Label(size.margin + 9, top + PAD + 4, NAMES - 20, name, 10, bold=True)
        y = top + PAD
        if strip.marks:
            yield from _marks(strip, scale, y)
            y += MARKS
        for row in strip.rows:
            for bar in row:
                yield from _bar(bar, scale, y, bar.colour or strip.colour)
            y += ROW
        top += strip.height
        yield Stroke(size.margin, top, size.width - size.margin, top, INK.rule)


def _marks(strip: Strip, scale: Scale, y: float) -> Iterator[Shape]:
    """Diamonds with their names to the right, as far as the next one."""
    ends = [scale.at(mark.on) for mark in strip.marks[1:]] + [scale.x + scale.width]
    for mark, end in zip(strip.marks, ends, strict=True):
        x = scale.at(mark.on)
        yield Diamond(x, y + 8, 5, strip.colour)
        name = fitted(mark.title, room=end - x - 16, size=8)
        if name:
            yield Label(x + 9, y + 3, end - x - 16, name, 8)


def _bar(bar: Bar, scale: Scale, y: float, colour: str) -> Iterator[Shape]:
    assert bar.start is not None
    assert bar.finish is not None
    x = scale.at(bar.start)
    wide = max(scale.at(bar.finish + DAY) - x - 1, 3.0)
    yield Box(x, y, wide, BAR, over_white(colour, 0.16), colour, 3)
    yield Box(x, y, wide, 2.5, colour, radius=1.2)
    room = wide - 12
    chance = bar.chance if width(bar.chance, size=8, bold=True) < room * 0.4 else ""
    if chance:
        yield Label(x + 6, y + 5, room, chance, 8, INK.likely, bold=True, align="right")
    title_room = room - (width(chance, size=8, bold=True) + 6 if chance else 0)
    title = fitted(bar.title, room=title_room, size=9, bold=True)
    if title:
        yield Label(x + 6, y + 4.5, title_room, title, 9, bold=True)
    note = fitted(" · ".join(part for part in (bar.status, bar.note) if part), room=room, size=7.5)
    if note:
        yield Label(x + 6, y + 16, room, note, 7.5, INK.soft)
    if bar.likely:
        yield from _whisker(bar.likely, scale, y + BAR + WHISKER / 2 + 0.5)


def _whisker(likely: tuple[date, date], scale: Scale, y: float) -> Iterator[Shape]:
    """From the day reached with even chances to the one reached with 85 %."""
    if not scale.shows(*likely):
        return
    yield from _span(scale.at(likely[0] + DAY), scale.at(likely[1] + DAY), y)


def _span(start: float, finish: float, y: float) -> Iterator[Shape]:
    yield Stroke(start, y, finish, y, INK.likely, 1.25)
    yield Box(start - 2, y - 2, 4, 4, INK.likely, radius=2)
    yield Stroke(finish, y - 2.5, finish, y + 2.5, INK.likely, 1.25)


def _today(roadmap: Roadmap, scale: Scale, top: float, height: float) -> Iterator[Shape]:
    if not scale.shows(roadmap.today, roadmap.today):
        return
    x = scale.at(roadmap.today)
    text = roadmap.words.today
    wide = width(text, size=7.5, bold=True) + 8
    yield Stroke(x, top + 12, x, top + height, INK.accent, 1)
    left = min(x - wide / 2, scale.x + scale.width - wide)
    yield Box(left, top + 3, wide, 12, INK.accent, radius=2)
    yield Label(left, top + 4.5, wide, text, 7.5, INK.paper, bold=True, align="centre")
