"""The columns beside the bars."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from northline.formats.gantt.values import Chart, Row, Words
from northline.formats.roadmap.paper import INK, Align, Label, Shape, Stroke
from northline.formats.roadmap.type import fitted, width

TEXT = 7.0
INDENT = 7.0
MOST_WBS, MOST_NAME, LEAST_NAME = 56.0, 190.0, 90.0
# What the widest name is looked for in: a plan may have thousands.
LOOKED_AT = 400


@dataclass(frozen=True, slots=True)
class Column:
    """Where a column stands, from the table's left edge, and what of a row it shows."""

    x: float
    width: float
    heading: str
    shown: Callable[[Row], str]
    align: Align = "left"
    indented: bool = False


def columns(chart: Chart, *, narrow: bool = False) -> tuple[Column, ...]:
    """All columns, or with `narrow` only number and name, for the pages that go on in time."""
    words, rows = chart.words, chart.rows[:LOOKED_AT]
    wbs = min(max((width(row.wbs, size=TEXT) for row in rows), default=0.0) + 8, MOST_WBS)
    wbs = max(wbs, width(words.wbs, size=TEXT, bold=True) + 8)
    name = max(
        (width(row.title, size=TEXT, bold=row.kind == "summary") + _indent(row) for row in rows), default=0.0
    )
    parts: list[tuple[float, str, Callable[[Row], str], Align, bool]] = [
        (wbs, words.wbs, lambda row: row.wbs, "left", False),
        (min(max(name + 10, LEAST_NAME), MOST_NAME), words.title, lambda row: row.title, "left", True),
    ]
    if not narrow:
        parts += [
            (36, words.duration, lambda row: row.duration, "right", False),
            (46, words.start, lambda row: day_text(row.start, words), "right", False),
            (46, words.finish, lambda row: day_text(row.finish, words), "right", False),
            (24, words.percent, lambda row: f"{row.percent:.0f}", "right", False),
        ]
    made, x = [], 0.0
    for wide, heading, shown, align, indented in parts:
        made.append(Column(x, wide, heading, shown, align, indented))
        x += wide
    return tuple(made)


def total(some: tuple[Column, ...]) -> float:
    """How wide the table is, with the gap to the bars."""
    return some[-1].x + some[-1].width + 6


def heads(some: tuple[Column, ...], x: float, y: float) -> Iterator[Shape]:
    for column in some:
        text = fitted(column.heading, room=column.width - 4, size=TEXT, bold=True)
        yield Label(x + column.x, y, column.width - 4, text, TEXT, INK.soft, bold=True, align=column.align)


def cells(some: tuple[Column, ...], row: Row, x: float, y: float) -> Iterator[Shape]:
    bold = row.kind == "summary"
    for column in some:
        text = column.shown(row)
        if not text:
            continue
        shift = _indent(row) if column.indented else 0.0
        room = column.width - 4 - shift
        said = fitted(text, room=room, size=TEXT, bold=bold)
        colour = INK.soft if row.inactive else INK.text
        yield Label(x + column.x + shift, y, room, said, TEXT, colour, bold=bold, align=column.align)
        if row.inactive:
            left = x + column.x + shift
            long = width(said, size=TEXT, bold=bold)
            begin = left + room - long if column.align == "right" else left
            yield Stroke(begin, y + TEXT * 0.6, begin + long, y + TEXT * 0.6, INK.soft, 0.5)


def day_text(at: datetime | None, words: Words) -> str:
    """A day as 2 Mar 2026; empty where there is none."""
    return f"{at.day} {words.page.months[at.month - 1]} {at.year}" if at else ""


def _indent(row: Row) -> float:
    return min(row.level - 1, 8) * INDENT
