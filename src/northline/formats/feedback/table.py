"""Tables of feedback: CSV and XLSX, one row an item, read by what their columns are said to hold."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from typing import Any

from northline.formats import BadField, TooLarge, Truncated
from northline.formats.feedback.profiles import FIELDS, SEVERAL, guessed
from northline.formats.feedback.values import MOST_ITEMS, Export, Item, Loss, NothingHere, Said, Table
from northline.formats.feedback.words import text
from northline.formats.tables.files import ends_within_quotes, rows_in

_SPLIT = re.compile(r"\s*[,;|\n]\s*")
# Jira writes a comment as date;author;text.
_DATED = re.compile(r"(\d[^;]{5,30});([^;]{0,200});(.*)", re.DOTALL)
# Before the name of a field that people added.
OWN = "custom."
_PLAIN = (
    "text",
    "type",
    "group",
    "state",
    "author",
    "customer",
    "created",
    "closed",
    "votes",
    "parent",
    "url",
)


def read(content: bytes) -> Export:
    """The table, and what its columns seem to hold. Raises FormatError."""
    if ends_within_quotes(content):
        raise Truncated("The table ends in the middle of a cell. Export it again.")
    rows = [tuple(text(cell) for cell in row) for row in rows_in(content)]
    rows = [row for row in rows if any(row)]
    if len(rows) < 2:
        raise NothingHere("The table has no row below its headings.")
    if len(rows) - 1 > MOST_ITEMS:
        raise TooLarge(f"The table has {len(rows) - 1:,} rows; one import takes {MOST_ITEMS:,}. Split it.")
    width = max(len(row) for row in rows)
    headings = tuple(_padded(rows[0], width)[at] or f"Column {at + 1}" for at in range(width))
    system, columns = guessed(headings)
    table = Table(headings=headings, columns=columns, rows=tuple(_padded(row, width) for row in rows[1:]))
    return Export(system=system, table=table)


def _padded(row: Sequence[str], width: int) -> tuple[str, ...]:
    return (*row, *("",) * (width - len(row)))


def items_of(table: Table, columns: Sequence[str]) -> tuple[tuple[Item, ...], tuple[Loss, ...]]:
    """The items of a table, read as `columns` says, and what was left out by it.

    A row without an id is known by its title, and of several with the same title by their order.
    Raises BadField where `columns` does not fit the table.
    """
    _check(table, columns)
    seen: dict[str, int] = {}
    items = tuple(
        _item(row, cells, table.headings, columns, seen) for row, cells in enumerate(table.rows, start=2)
    )
    losses = tuple(
        Loss(what=f"column “{heading}”", count=count, why="It was left out by choice.")
        for at, (heading, column) in enumerate(zip(table.headings, columns, strict=True))
        if column == "skip" and (count := sum(bool(cells[at]) for cells in table.rows))
    )
    return items, losses


def _check(table: Table, columns: Sequence[str]) -> None:
    if len(columns) != len(table.headings):
        raise BadField(f"The table has {len(table.headings)} columns; {len(columns)} were described.")
    for column in columns:
        if column not in FIELDS and not column.startswith(OWN):
            raise BadField(f"A column cannot hold “{column[:40]}”. It may hold: {', '.join(FIELDS)}.")
        if column not in SEVERAL and columns.count(column) > 1:
            raise BadField(
                f"Two columns are said to hold “{column}”. Choose one, and keep the other as text."
            )


def _item(
    row: int, cells: Sequence[str], headings: Sequence[str], columns: Sequence[str], seen: dict[str, int]
) -> Item:
    held: dict[str, list[tuple[str, str]]] = {}
    for heading, column, cell in zip(headings, columns, cells, strict=True):
        if cell:
            held.setdefault(column, []).append((heading, cell))
    one: dict[str, Any] = {
        name: held[name][0][1] if name in held else "" for name in ("id", "title", *_PLAIN)
    }
    own = one.pop("id") or _by_title(one["title"], seen)
    title = one.pop("title") or own
    labels = [label for _, cell in held.get("labels", ()) for label in _SPLIT.split(cell) if label]
    return Item(
        row=row,
        id=own,
        title=title,
        labels=tuple(dict.fromkeys(labels)),
        comments=tuple(_said(own, cell) for _, cell in held.get("comment", ())),
        extra=tuple(held.get("keep", ())),
        own=tuple(
            (column.removeprefix(OWN), heading, cell)
            for column, some in held.items()
            if column.startswith(OWN)
            for heading, cell in some
        ),
        **one,
    )


def _by_title(title: str, seen: dict[str, int]) -> str:
    if not title:
        return ""
    seen[title] = seen.get(title, 0) + 1
    return f"{title[:200]}" + (f" ({seen[title]})" if seen[title] > 1 else "")


def _said(item: str, cell: str) -> Said:
    """A comment has no id in a table: what it says is what it is known by."""
    own = hashlib.sha256(f"{item}\0{cell}".encode()).hexdigest()[:32]
    found = _DATED.fullmatch(cell)
    if found is None:
        return Said(id=own, text=cell)
    return Said(id=own, text=found[3].strip(), author=found[2].strip(), at=found[1].strip())
