"""Lists of work items with the dates on which they were begun and finished: exports of Jira, Trello and the like as CSV."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from northline.formats import BadField, WrongSchema
from northline.formats.sources import MEBIBYTE, content_of
from northline.formats.tables.files import csv_rows

FINISHED = (
    "finished",
    "finisheddate",
    "done",
    "donedate",
    "completed",
    "completeddate",
    "resolved",
    "resolutiondate",
    "closed",
)
BEGUN = ("started", "starteddate", "begun", "start", "startdate", "created", "createddate")
FORMS = ("%d/%b/%y", "%d/%b/%Y", "%d.%m.%Y", "%Y/%m/%d", "%b %d, %Y")


@dataclass(frozen=True, slots=True)
class FinishedItems:
    """Begun (None: not told) and finished of each finished item in the file's order, and how many are not finished yet."""

    items: tuple[tuple[date | None, date], ...]
    left: int


def read(
    source: bytes | Path,
    *,
    finished: str | None = None,
    begun: str | None = None,
    where: Mapping[str, str] | None = None,
    max_bytes: int = 64 * MEBIBYTE,
) -> FinishedItems:
    """The items in a table; columns are found by their usual names unless told, `where` keeps rows with these cells.

    Raises FormatError (TooLarge, WrongSchema, BadField with the row).

    >>> read(b"key,created,resolved\\nA-1,2026-03-02,2026-03-04\\nA-2,2026-03-03,\\n").left
    1
    """
    rows = csv_rows(content_of(source, max_bytes=max_bytes))
    names = [str(cell).strip() for cell in rows[0]] if rows else []
    ends = _column(names, finished, FINISHED)
    begins = _column(names, begun, BEGUN) if begun or any(_plain(n) in BEGUN for n in names) else None
    kept = [(_place(names, name), value) for name, value in (where or {}).items()]
    items: list[tuple[date | None, date]] = []
    left = 0
    for number, row in enumerate(rows[1:], 2):
        if not any(str(c).strip() for c in row) or any(_cell(row, i) != value for i, value in kept):
            continue
        end = _day(_cell(row, ends), f"row {number}, {names[ends]}")
        if end is None:
            left += 1
        else:
            begin = None if begins is None else _day(_cell(row, begins), f"row {number}, {names[begins]}")
            items.append((begin, end))
    return FinishedItems(tuple(items), left)


def _column(names: Sequence[str], told: str | None, usual: Sequence[str]) -> int:
    if told is not None:
        return _place(names, told)
    plain = [_plain(n) for n in names]
    for name in usual:
        if name in plain:
            return plain.index(name)
    raise WrongSchema(
        f"No column tells when items were {'finished' if usual is FINISHED else 'begun'}. Name it; there are: "
        f"{', '.join(n[:40] for n in names[:20]) or 'none'}."
    )


def _place(names: Sequence[str], name: str) -> int:
    if name not in names:
        raise WrongSchema(
            f"There is no column {name[:40]!r}; there are: {', '.join(n[:40] for n in names[:20])}."
        )
    return names.index(name)


def _plain(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.lower())


def _cell(row: Sequence[object], place: int) -> str:
    return str(row[place]).strip() if place < len(row) else ""


def _day(text: str, where: str) -> date | None:
    """The day of a date or moment in ISO 8601, as Jira writes it, or as 02.03.2026; what could be two days is refused."""
    if not text:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        pass
    for form in FORMS:
        head = " ".join(text.split()[: form.count(" ") + 1])
        try:
            return datetime.strptime(head, form).date()
        except ValueError:
            continue
    raise BadField(f"{where} needs a day such as 2026-03-02, not {text[:40]!r}.")
