"""A list as CSV, XLSX or JSON: every row, a few thousand at a time, so that memory hardly grows with their number."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import UTC, date, datetime
from typing import IO, Any
from uuid import UUID

import orjson
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.utils import get_column_letter

from northline.core.listing import cells
from northline.core.listing.conditions import field_named
from northline.core.listing.listings import Field
from northline.core.listing.ordering import order_of
from northline.core.listing.queries import Asked, Found, find
from northline.core.listing.referred import named
from northline.core.refusal import Refusal
from northline.core.scope import Scope
from northline.formats.sheets import heading, print_whole_width

Values = Mapping[str, Any]
KINDS_OF_FILE = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
CHUNK = 2_000
# Below this a file stays in memory, beyond it on disk.
KEPT_IN_MEMORY = 2_000_000
LONGEST_CELL = 32_767
# A spreadsheet takes text that begins so for a formula, which can read files and call addresses.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def export(
    scope: Scope,
    kind: str,
    asked: Asked,
    *,
    sort: str,
    columns: Sequence[str],
    format: str,
    told: Callable[[int], object] = lambda _: None,
) -> IO[bytes]:
    """The file, to be read from its start. Without `columns`, every field. `told` hears how many rows are written, now and
    then.

    Raises Refusal `list.unknown_format`, `list.unknown_field` and those of `find` and `order_of`.
    """
    found = find(scope, kind, asked)
    fields = [field_named(name, found.fields) for name in columns] or list(found.fields.values())
    order = order_of(sort, found.listing, found.fields)
    meant = order.of(found.computing(order.names))
    # Read to the end at once: SQLite refuses to write, as `told` may, while rows that others changed since are being read.
    ids = list(meant.values_list("pk", flat=True))
    return written(fields, _rows(found, ids, fields, told), format=format)


def written(fields: Sequence[Field], rows: Iterable[Values], *, format: str) -> IO[bytes]:
    """A table with the fields as its columns, to be read from its start.

    Raises Refusal `list.unknown_format`.
    """
    refuse_unknown_format(format)
    file: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=KEPT_IN_MEMORY)  # noqa: SIM115 - whoever sends it closes it
    _WRITE[format](file, fields, rows)
    file.seek(0)
    return file


def refuse_unknown_format(format: str) -> None:
    """Raises Refusal `list.unknown_format`."""
    if format not in KINDS_OF_FILE:
        raise Refusal(
            "list.unknown_format",
            f"A list is exported as: {', '.join(KINDS_OF_FILE)}.",
            possible=list(KINDS_OF_FILE),
        )


def _rows(
    found: Found, ids: Sequence[UUID], fields: Sequence[Field], told: Callable[[int], object]
) -> Iterator[Values]:
    names = list(dict.fromkeys(["pk", *cells.columns_for(fields)]))
    for start in range(0, len(ids), CHUNK):
        chunk = ids[start : start + CHUNK]
        read = {row["pk"]: row for row in found.read_with_values(found.at(chunk)).values(*names)}
        rows = [read[pk] for pk in chunk if pk in read]
        known = named(found.scope, fields, (row.get("custom") for row in rows))
        for row in rows:
            yield {"id": row["pk"], **cells.of_columns(fields, row, known)}
        told(start + len(chunk))


def _csv(file: IO[bytes], fields: Sequence[Field], rows: Iterable[Values]) -> None:
    # The mark tells spreadsheets that this is UTF-8.
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow([harmless(field.named) for field in fields])
    for row in rows:
        writer.writerow([_csv_cell(field, row.get(field.name)) for field in fields])
    text.detach()


def _csv_cell(field: Field, value: Any) -> str:
    said = cells.words_of(field, value)
    return said if field.type == "number" else harmless(said)


def harmless(text: str) -> str:
    """The text so that no spreadsheet calculates it.

    >>> harmless("=cmd|' /c calc'!A1")
    "'=cmd|' /c calc'!A1"
    """
    return f"'{text}" if text.startswith(_FORMULA) else text


def _xlsx(file: IO[bytes], fields: Sequence[Field], rows: Iterable[Values]) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("List")
    sheet.freeze_panes = "A2"
    print_whole_width(sheet)
    for number, field in enumerate(fields, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = 48 if field.name == "title" else 18
    # Closed also where whoever reads the rows gives up: what is open then complains in the log.
    with closing(sheet):
        sheet.append([heading(sheet, harmless(field.named)) for field in fields])
        for row in rows:
            sheet.append([_xlsx_cell(sheet, field, row.get(field.name)) for field in fields])
    book.save(file)


def _xlsx_cell(sheet: Any, field: Field, value: Any) -> Any:
    if value is None:
        return None
    if field.type in ("date", "datetime"):
        return _dated(sheet, value)
    if field.type in ("number", "yes_no"):
        return value
    text = ILLEGAL_CHARACTERS_RE.sub("", cells.words_of(field, value))
    return harmless(text)[:LONGEST_CELL]


def _dated(sheet: Any, value: date | datetime | str) -> Any:
    """A real date; a spreadsheet knows no zones, so a moment is told in UTC."""
    if isinstance(value, str):
        value = date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)
    if isinstance(value, datetime) and value.tzinfo:
        value = value.astimezone(UTC).replace(tzinfo=None)
    cell: Any = WriteOnlyCell(sheet)
    cell.value = value
    cell.number_format = "yyyy-mm-dd hh:mm" if isinstance(value, datetime) else "yyyy-mm-dd"
    return cell


def _json(file: IO[bytes], fields: Sequence[Field], rows: Iterable[Values]) -> None:
    start = b"["
    for row in rows:
        file.write(start + b"\n" + orjson.dumps(row, option=orjson.OPT_UTC_Z))
        start = b","
    file.write(b"[]\n" if start == b"[" else b"\n]\n")


_WRITE: dict[str, Callable[[IO[bytes], Sequence[Field], Iterable[Values]], None]] = {
    "csv": _csv,
    "xlsx": _xlsx,
    "json": _json,
}
