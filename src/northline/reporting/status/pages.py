"""A report on slides: head, health, figures, then its sentences in two columns, as many slides as it takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from northline.formats.roadmap.paper import INK, SLIDE, Box, Label, Page, Shape, Stroke
from northline.formats.roadmap.type import fitted, width, wrapped

# As on the screen: green, amber, red and grey that white is read on.
TINT = {"on_track": "#2f6b1f", "at_risk": "#8a5a00", "off_track": "#a32b2b", "unknown": INK.soft}
GUTTER, COLUMNS = 28.0, 2
HEAD, LINE, AFTER, SIZE = 22.0, 14.0, 5.0, 10.5
# Room for text is kept where the file's face is wider than the one it is measured in.
SPARE = 1.15
FOOT = SLIDE.height - 34.0
# Where sentences begin on the first slide and on those after it.
FIRST_TOP, TOP = 178.0, 84.0
WIDE = SLIDE.width - 2 * SLIDE.margin
COLUMN = (WIDE - GUTTER * (COLUMNS - 1)) / COLUMNS


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that stay together; a heading stays with the sentence below it."""

    heading: str
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        return (HEAD if self.heading else 0.0) + len(self.lines) * LINE + AFTER


def status_pages(told: dict[str, Any]) -> tuple[Page, ...]:
    """The slides of a report as its readers get it."""
    columns: list[list[Block]] = [[]]
    left = FOOT - FIRST_TOP
    for block in _blocks(told):
        if columns[-1] and block.height > left:
            columns.append([])
            left = FOOT - (FIRST_TOP if len(columns) <= COLUMNS else TOP)
        columns[-1].append(block)
        left -= block.height
    sheets = [columns[at : at + COLUMNS] for at in range(0, len(columns), COLUMNS)]
    return tuple(
        Page(SLIDE, tuple(_sheet(told, sheet, number, len(sheets)))) for number, sheet in enumerate(sheets, 1)
    )


def _blocks(told: dict[str, Any]) -> Iterator[Block]:
    for section in told["sections"]:
        for at, sentence in enumerate(section["sentences"]):
            lines = wrapped(sentence["text"], room=(COLUMN - 12) / SPARE, size=SIZE)
            yield Block(section["heading"] if at == 0 else "", lines)


def _sheet(told: dict[str, Any], columns: list[list[Block]], number: int, count: int) -> Iterator[Shape]:
    yield from _head(told)
    if number == 1:
        yield from _health(told)
        yield from _figures(told)
    top = FIRST_TOP if number == 1 else TOP
    for at, blocks in enumerate(columns):
        yield from _column(blocks, SLIDE.margin + at * (COLUMN + GUTTER), top)
    yield Stroke(SLIDE.margin, FOOT + 4, SLIDE.width - SLIDE.margin, FOOT + 4, INK.rule, 0.5)
    by = f"Published by {told['published_by']}" if told["published_by"] else ""
    yield Label(SLIDE.margin, FOOT + 9, WIDE / 2, fitted(by, room=WIDE / 2, size=8), 8, INK.soft)
    if count > 1:
        yield Label(SLIDE.margin, FOOT + 9, WIDE, f"Page {number} of {count}", 8, INK.soft, align="right")


def _head(told: dict[str, Any]) -> Iterator[Shape]:
    yield Label(
        SLIDE.margin, 28.0, WIDE, fitted(told["title"], room=WIDE / SPARE, size=20, bold=True), 20, bold=True
    )
    yield Label(SLIDE.margin, 55.0, WIDE, fitted(told["project"], room=WIDE, size=10), 10, INK.soft)


def _health(told: dict[str, Any]) -> Iterator[Shape]:
    word = told["health_word"]
    wide = width(word, size=11, bold=True) * SPARE + 20
    yield Box(SLIDE.margin, 76.0, wide, 20.0, TINT[told["health"]], radius=4)
    yield Label(SLIDE.margin + 10, 79.0, wide - 10, word, 11, INK.paper, bold=True)
    room = WIDE - wide - 12
    for at, line in enumerate(wrapped(" ".join(told["why"]), room=room / SPARE, size=9)[:2]):
        yield Label(SLIDE.margin + wide + 12, 75.0 + 12 * at, room, line, 9, INK.soft)


def _figures(told: dict[str, Any]) -> Iterator[Shape]:
    each = WIDE / len(told["figures"])
    for at, figure in enumerate(told["figures"]):
        x = SLIDE.margin + at * each
        yield Label(x, 108.0, each - 12, figure["name"], 8, INK.soft)
        yield Label(x, 119.0, each - 12, figure["value"], 16, bold=True)
        yield Label(x, 141.0, each - 12, figure["moved"], 8, INK.soft)
    yield Stroke(SLIDE.margin, 160.0, SLIDE.width - SLIDE.margin, 160.0, INK.rule, 0.5)


def _column(blocks: list[Block], x: float, top: float) -> Iterator[Shape]:
    y = top
    for block in blocks:
        if block.heading:
            yield Label(x, y + 3, COLUMN, block.heading, 11, INK.accent, bold=True)
            y += HEAD
        yield Box(x, y + 4.5, 3.5, 3.5, INK.soft)
        for line in block.lines:
            yield Label(x + 12, y, COLUMN - 12, line, SIZE)
            y += LINE
        y += AFTER
