"""A matrix on pages: lines down, people across, a letter where they meet; its headings stand again on each page.

>>> from datetime import date
>>> roles = {"A": Tint("Accountable", "#1f6597")}
>>> dig = Line("Dig", note="GA-1", letters=("A", ""))
>>> made = matrix_pages(Matrix("Who does what", date(2026, 3, 2), columns=("Ann", "Ben"), lines=(dig,), roles=roles))
>>> len(made), [shape.text for shape in made[0].shapes if isinstance(shape, Label)][-3:]
(1, ['Dig', 'GA-1', 'A'])
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from northline.formats.roadmap.frame import Room, framed
from northline.formats.roadmap.paper import A4, INK, Box, Label, Page, Shape, Size, Stroke
from northline.formats.roadmap.type import fitted, wrapped
from northline.formats.roadmap.values import Roadmap, Tint

ROW, HEAD, TEXT = 15.0, 40.0, 8.0
TITLES, NARROW, WIDE = 264.0, 46.0, 84.0
NOTE, INDENT, MOST_INDENT = 64.0, 9.0, 8
LETTER = (15.0, 11.0)


@dataclass(frozen=True, slots=True)
class Line:
    """A line with a letter for each of the columns, empty where there is none; `note` stands at its right, `level` counts
    from 0."""

    title: str
    note: str = ""
    level: int = 0
    bold: bool = False
    letters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Matrix:
    """What is drawn; `roles` says what each letter means and its colour. `today` and `footer` are given: nothing here asks
    a clock."""

    title: str
    today: date
    columns: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    roles: Mapping[str, Tint] = field(default_factory=dict)
    subtitle: str = ""
    footer: str = ""
    empty: str = "Nobody is named here yet."


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The lines from `first` on and the columns from `left` on that one page shows."""

    first: int
    count: int
    left: int
    columns: int
    width: float


def matrix_pages(matrix: Matrix, *, size: Size = A4) -> tuple[Page, ...]:
    """As many pages as it takes: people who find no room stand on further ones, beside the same lines."""
    named = tuple(Tint(f"{letter}  {role.label}", role.colour) for letter, role in matrix.roles.items())
    frame = Roadmap(
        matrix.title, matrix.today, subtitle=matrix.subtitle or " ", footer=matrix.footer, legend=named
    )
    room = framed(frame, size=size)
    down = max(1, int((room.height - HEAD) // ROW))
    across = size.width - 2 * size.margin - TITLES
    most = int(across // NARROW)
    width = min(WIDE, across / max(1, min(most, len(matrix.columns))))
    sheets = [
        _Sheet(first, down, left, most, width)
        for first in range(0, max(len(matrix.lines), 1), down)
        for left in range(0, max(len(matrix.columns), 1), most)
    ]
    return tuple(
        Page(size, tuple(_shapes(matrix, sheet, room, number, len(sheets))))
        for number, sheet in enumerate(sheets, 1)
    )


def _shapes(matrix: Matrix, sheet: _Sheet, room: Room, number: int, count: int) -> Iterator[Shape]:
    yield from room.shapes(number, count)
    left, right = room.size.margin, room.size.width - room.size.margin
    if not matrix.columns:
        yield Label(left, room.top + 8, right - left, matrix.empty, 10, INK.soft)
    names = matrix.columns[sheet.left : sheet.left + sheet.columns]
    for at, name in enumerate(names):
        yield from _head(name, left + TITLES + at * sheet.width, room.top, sheet.width)
    y = room.top + HEAD
    yield Stroke(left, y, right, y, INK.soft, 0.75)
    for line in matrix.lines[sheet.first : sheet.first + sheet.count]:
        if line.bold:
            yield Box(left, y, right - left, ROW, INK.panel)
        yield from _title(line, left, y)
        for at, letter in enumerate(line.letters[sheet.left : sheet.left + sheet.columns]):
            if letter:
                middle = left + TITLES + (at + 0.5) * sheet.width
                yield from _letter(letter, matrix.roles[letter].colour, middle, y)
        y += ROW
        yield Stroke(left, y, right, y, INK.rule, 0.5)


def _head(name: str, x: float, top: float, width: float) -> Iterator[Shape]:
    """A name above its column, on up to three lines that end at the same height."""
    lines = wrapped(name, room=width - 4, size=TEXT, bold=True)[:3]
    y = top + HEAD - 4 - len(lines) * 11
    for text in lines:
        yield Label(x + 2, y, width - 4, text, TEXT, INK.soft, bold=True, align="centre")
        y += 11


def _title(line: Line, left: float, y: float) -> Iterator[Shape]:
    shift = 4 + min(line.level, MOST_INDENT) * INDENT
    room = TITLES - shift - (NOTE if line.note else 0) - 8
    text = fitted(line.title, room=room, size=TEXT, bold=line.bold)
    yield Label(left + shift, y + 3, room, text, TEXT, bold=line.bold)
    if line.note:
        note = fitted(line.note, room=NOTE, size=TEXT - 1)
        yield Label(left + TITLES - NOTE - 8, y + 3.5, NOTE, note, TEXT - 1, INK.soft, align="right")


def _letter(letter: str, colour: str, middle: float, y: float) -> Iterator[Shape]:
    width, height = LETTER
    yield Box(middle - width / 2, y + (ROW - height) / 2, width, height, colour, radius=2)
    yield Label(middle - width / 2, y + 3, width, letter, TEXT, INK.paper, bold=True, align="centre")
