"""A plan on pages: the table beside the bars, broken over rows and over time with its headings again on each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from northline.formats.gantt.bars import DUE, ROW, TASK_DONE, bar
from northline.formats.gantt.legend import legend, legend_width
from northline.formats.gantt.links import Frame, lines
from northline.formats.gantt.scale import DAY, PITCH, Scale, Unit, extent, tiers
from northline.formats.gantt.table import Column, cells, columns, day_text, heads, total
from northline.formats.gantt.values import Chart, Tie
from northline.formats.roadmap.frame import TITLE, Room, framed
from northline.formats.roadmap.paper import A4, INK, Box, Label, Page, Shape, Size, Stroke
from northline.formats.roadmap.type import fitted, width
from northline.formats.roadmap.values import Roadmap

HEAD = 28.0
# A picture is one sheet; beyond this many rows, or this many points, it becomes several.
MOST_ROWS, MOST_WIDE, LEAST_WIDE = 400, 8000.0, 1120.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows from `first` on that one page shows, over its part of the time, beside these columns."""

    first: int
    count: int
    scale: Scale
    columns: tuple[Column, ...]


def gantt_pages(chart: Chart, *, size: Size = A4, unit: Unit = "fit") -> tuple[Page, ...]:
    """Pages of that size; with `fit` all the time lies on each, else the unit can be read and time goes on over the page."""
    room = framed(_framing(chart, size), size=size)
    per_page = max(1, int((room.height - HEAD) // ROW))
    across = _windows(chart, size, unit)
    down = range(0, max(len(chart.rows), 1), per_page)
    sheets = [Sheet(first, per_page, scale, some) for first in down for scale, some in across]
    return tuple(
        Page(size, tuple(_shapes(chart, sheet, room, number, len(sheets))))
        for number, sheet in enumerate(sheets, 1)
    )


def gantt_picture(chart: Chart, *, unit: Unit = "fit") -> tuple[Page, ...]:
    """The same on one sheet as large as it needs to be; on several only where that would be beyond measure."""
    first, end = extent(chart)
    wide = LEAST_WIDE
    if unit != "fit":
        wide = total(columns(chart)) + (end - first).days * PITCH[unit] + 2 * A4.margin
    tall = min(max(len(chart.rows), 4), MOST_ROWS) * ROW + HEAD
    frame = A4.height - framed(_framing(chart, A4), size=A4).height
    return gantt_pages(chart, size=Size(min(max(wide, LEAST_WIDE), MOST_WIDE), tall + frame + 1), unit=unit)


def _framing(chart: Chart, size: Size) -> Roadmap:
    """Title, subtitle, footer and number are those of every page that we draw; the legend stands beside the subtitle."""
    room = size.width - 2 * size.margin - legend_width(chart) - 16
    subtitle = fitted(chart.subtitle, room=room, size=10) or " "
    return Roadmap(chart.title, chart.today, subtitle=subtitle, footer=chart.footer, words=chart.words.page)


def _windows(chart: Chart, size: Size, unit: Unit) -> list[tuple[Scale, tuple[Column, ...]]]:
    """The stretches of time that stand on pages side by side; from the second on the table is short."""
    first, end = extent(chart)
    inner = size.width - 2 * size.margin
    some = columns(chart)
    room = inner - total(some)
    if unit == "fit":
        return [(Scale(first, end, size.margin + total(some), room / (end - first).days), some)]
    pitch = PITCH[unit]
    if (end - first).days * pitch < room:
        pitch = room / (end - first).days
    made = []
    while first < end:
        until = min(first + max(1, int(room / pitch)) * DAY, end)
        made.append((Scale(first, until, size.margin + total(some), pitch), some))
        first, some = until, columns(chart, narrow=True)
        room = inner - total(some)
    return made


def _shapes(chart: Chart, sheet: Sheet, room: Room, number: int, count: int) -> Iterator[Shape]:
    scale, top = sheet.scale, room.top + HEAD
    rows = chart.rows[sheet.first : sheet.first + sheet.count]
    bottom = top + len(rows) * ROW
    yield from room.shapes(number, count)
    yield from legend(chart, right=room.size.width - room.size.margin, y=room.size.margin + TITLE - 1)
    yield from _free(chart, scale, top, bottom)
    yield from _head(chart, sheet, room, bottom)
    if not rows:
        yield Label(room.size.margin, top + 8, scale.width, chart.words.empty, 9, INK.soft)
    for at, row in enumerate(rows):
        y = top + at * ROW
        yield from cells(sheet.columns, row, room.size.margin, y + 3)
        yield Stroke(room.size.margin, y + ROW, scale.x + scale.width, y + ROW, INK.rule, 0.4)
    frame = Frame(scale.x, top, scale.x + scale.width, bottom, sheet.first)
    yield from lines(chart, _near(chart.ties, sheet), scale, frame)
    for at, row in enumerate(rows):
        yield from bar(row, scale, top + at * ROW)
    yield from _moments(chart, scale, room.top, bottom)


def _near(ties: tuple[Tie, ...], sheet: Sheet) -> tuple[Tie, ...]:
    """Those that begin, end or pass on the page."""
    last = sheet.first + sheet.count
    return tuple(
        tie for tie in ties if min(tie.before, tie.after) < last and max(tie.before, tie.after) >= sheet.first
    )


def _free(chart: Chart, scale: Scale, top: float, bottom: float) -> Iterator[Shape]:
    """Days without work, where a day is wide enough to be seen."""
    if scale.pitch < 2:
        return
    day = scale.first
    while day < scale.end:
        if day.weekday() in chart.free:
            yield Box(scale.on(day), top, scale.pitch, bottom - top, INK.panel)
        day += DAY


def _head(chart: Chart, sheet: Sheet, room: Room, bottom: float) -> Iterator[Shape]:
    scale, left, top = sheet.scale, room.size.margin, room.top
    yield Box(left, top, scale.x + scale.width - left, HEAD, INK.panel)
    yield from heads(sheet.columns, left, top + 16)
    upper, lower = tiers(scale, chart.words.page)
    for spans, y, size in ((upper, top + 2.5, 7.5), (lower, top + 16, 6.5)):
        for start, end, text in spans:
            x, to = scale.held(scale.on(start)), scale.held(scale.on(end))
            if to <= x:
                continue
            yield Stroke(x, y - 2.5, x, bottom if spans is upper or not upper else top + HEAD, INK.rule, 0.5)
            if width(text, size=size) <= to - x - 3:
                yield Label(x + 2, y, to - x - 2, text, size, INK.soft, bold=spans is upper)
    yield Stroke(left, top + HEAD, scale.x + scale.width, top + HEAD, INK.rule)


def _moments(chart: Chart, scale: Scale, top: float, bottom: float) -> Iterator[Shape]:
    """Upright lines through all rows: today, the status date, the project's deadline."""
    words = chart.words
    if chart.deadline:
        label = f"{words.deadline} {day_text(chart.deadline, words)}"
        yield from _line(chart.deadline.date() + DAY, label, DUE, scale, top, bottom)
    if chart.status:
        label = f"{words.status} {day_text(chart.status, words)}"
        yield from _line(chart.status.date() + DAY, label, TASK_DONE, scale, top, bottom)
    if chart.status is None or chart.status.date() != chart.today:
        yield from _line(chart.today, words.page.today, INK.likely, scale, top, bottom)


def _line(day: date, text: str, colour: str, scale: Scale, top: float, bottom: float) -> Iterator[Shape]:
    if not scale.first <= day <= scale.end:
        return
    x = scale.on(day)
    yield Stroke(x, top + HEAD - 12, x, bottom, colour, 0.9)
    said = fitted(text, room=scale.width, size=6.5, bold=True)
    wide = width(said, size=6.5, bold=True) + 6
    left = max(min(x - wide / 2, scale.x + scale.width - wide), scale.x)
    yield Box(left, top + HEAD - 12, wide, 10, colour, radius=2)
    yield Label(left, top + HEAD - 11, wide, said, 6.5, INK.paper, bold=True, align="centre")
