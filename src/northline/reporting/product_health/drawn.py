"""Product health on one upright page, in points from the top left corner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from northline.formats.roadmap.paper import INK, Label, Page, Shape, Size, Stroke
from northline.formats.roadmap.type import fitted, width
from northline.reporting.product_health import wording
from northline.reporting.product_health.figures import Figure, Named, Section

UPRIGHT = Size(595.28, 841.89, margin=36.0)
GUTTER = 24.0
HEAD, FIGURE, LINE, AFTER = 26.0, 43.0, 13.5, 14.0
TOP = 78.0
# Green, red and grey that are read on white.
TREND = {"better": "#2f6b1f", "worse": "#a32b2b"}


def health_page(title: str, lead: str, sections: Sequence[Section]) -> Page:
    """All sections in two columns, each in the shorter one; with at most five things named each, they fit."""
    column = (UPRIGHT.width - 2 * UPRIGHT.margin - GUTTER) / 2
    shapes: list[Shape] = [*_titled(title, lead)]
    filled = [TOP, TOP]
    for section in sections:
        at = filled.index(min(filled))
        x = UPRIGHT.margin + at * (column + GUTTER)
        shapes += _section(section, x, filled[at], column)
        filled[at] += _height(section)
    return Page(UPRIGHT, tuple(shapes))


def _titled(title: str, lead: str) -> Iterator[Shape]:
    room = UPRIGHT.width - 2 * UPRIGHT.margin
    yield Label(UPRIGHT.margin, 30.0, room, fitted(title, room=room, size=18, bold=True), 18, bold=True)
    yield Label(UPRIGHT.margin, 55.0, room, fitted(lead, room=room, size=8), 8, INK.soft)


def _height(section: Section) -> float:
    rows = (len(section.figures) + 1) // 2
    return HEAD + rows * FIGURE + len(section.named) * LINE + AFTER


def _section(section: Section, x: float, y: float, wide: float) -> Iterator[Shape]:
    as_of = f"newest row {_day(section.as_of.date())}" if section.as_of else "no rows yet"
    yield Label(x, y, wide, wording.SECTION[section.name], 11, INK.accent, bold=True)
    yield Label(x, y + 3, wide, as_of, 7, INK.soft, align="right")
    yield Stroke(x, y + 17, x + wide, y + 17, INK.rule)
    half = wide / 2
    for number, figure in enumerate(section.figures):
        yield from _figure(figure, x + number % 2 * half, y + HEAD + number // 2 * FIGURE, half - 6)
    below = y + HEAD + (len(section.figures) + 1) // 2 * FIGURE
    for number, named in enumerate(section.named):
        yield from _named(named, x, below + number * LINE, wide)


def _figure(figure: Figure, x: float, y: float, wide: float) -> Iterator[Shape]:
    number = wording.amount(figure.value, figure.unit)
    yield Label(x, y, wide, fitted(wording.FIGURE[figure.name], room=wide, size=8), 8, INK.soft)
    yield Label(x, y + 9, wide, number, 16, bold=True)
    if figure.of is not None and figure.unit == "count":
        beside = width(number, size=16, bold=True) + 4
        yield Label(x + beside, y + 16, wide - beside, f"of {figure.of:,}", 8, INK.soft)
    became = wording.trend(figure)
    colour = TREND.get(became, INK.soft)
    indent = 0.0
    if figure.value is not None and became not in ("", "same"):
        yield from _arrow(x, y + 31, colour, rises=figure.value > (figure.was or 0))
        indent = 10.0
    yield Label(x + indent, y + 29, wide - indent, wording.trend_said(figure), 7.5, colour)


def _arrow(x: float, y: float, colour: str, *, rises: bool) -> Iterator[Shape]:
    """A slanted arrow in a square of six points: the word beside it says the same."""
    tail, tip = (y + 6, y) if rises else (y, y + 6)
    turn = 3.5 if rises else -3.5
    yield Stroke(x, tail, x + 6, tip, colour, 1)
    yield Stroke(x + 6, tip, x + 2.5, tip, colour, 1)
    yield Stroke(x + 6, tip, x + 6, tip + turn, colour, 1)


def _named(named: Named, x: float, y: float, wide: float) -> Iterator[Shape]:
    said = " ".join([wording.WORD[named.word], *([_day(named.day)] if named.day else [])])
    key = named.row.key
    lead, tail = width(key, size=7.5) + 6, width(said, size=7.5) + 6
    title = fitted(named.title or named.row.title, room=wide - lead - tail, size=8.5)
    yield Label(x, y + 1, lead, key, 7.5, INK.soft)
    yield Label(x + lead, y, wide - lead - tail, title, 8.5)
    yield Label(x, y + 1, wide, said, 7.5, INK.soft, align="right")


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"
