"""The two files that hold tables: CSV and XLSX, both bounded before they are opened up."""

import csv
import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path

from northline.engine.result import Schedule
from northline.formats import FormatError, ImportedPlan, TooLarge, Truncated, WrongSchema
from northline.formats.sheets import heading, print_whole_width
from northline.formats.sources import MEBIBYTE, content_of
from northline.formats.tables.cells import is_whole_day, moment_text
from northline.formats.tables.columns import WRITTEN
from northline.formats.tables.reading import heading_row, plan_of
from northline.formats.tables.rows import headings, rows_of

MOST_ROWS, MOST_COLUMNS = 200_000, 500
LONGEST_CELL = 1 << 17
MOST_UNPACKED, MOST_RATIO = 512 * MEBIBYTE, 200
SAMPLE = 1 << 16
# Names that are moved in further would leave their column.
MOST_INDENT = 15
# Up to what is done: columns that come out of a printer.
PRINTED = WRITTEN.index("percent") + 1
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))

Rows = list[Sequence[object]]


def recognised(head: bytes) -> bool:
    """Whether the beginning of a text file is a table of tasks."""
    try:
        text = _decoded(head)
        return heading_row(list(islice(csv.reader(io.StringIO(text), _dialect(text)), 20))) is not None
    except (FormatError, csv.Error):
        return False


def read(
    source: bytes | Path, *, max_bytes: int = 64 * MEBIBYTE, start: datetime | None = None, name: str = ""
) -> ImportedPlan:
    """A plan from a CSV or XLSX table; `start` is the project's, by default the earliest in the table.

    Raises FormatError (TooLarge, Truncated, WrongSchema, NotAPlan, BadField with rows and columns), PlanError.
    """
    content = content_of(source, max_bytes=max_bytes)
    name = name or (source.stem if isinstance(source, Path) else "")
    return plan_of(rows_in(content), name=name, start=start)


def rows_in(content: bytes) -> Rows:
    """The cells of a table in either kind of file; raises FormatError."""
    return _sheet(content) if content[:4] == b"PK\x03\x04" else csv_rows(content)


def ends_within_quotes(content: bytes) -> bool:
    """Whether a table in text breaks off inside a quoted cell, which otherwise swallows all rows after its beginning."""
    if content[:4] == b"PK\x03\x04":
        return False
    text = _decoded(content)
    csv.field_size_limit(LONGEST_CELL)
    try:
        for _ in csv.reader(io.StringIO(text, newline=""), _dialect(text), strict=True):
            pass
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False


def write_csv(plan: ImportedPlan, schedule: Schedule | None = None) -> bytes:
    """A plan as CSV: UTF-8 with a mark that spreadsheets need, commas, dates as 2026-03-02 08:00."""
    made = io.StringIO(newline="")
    writer = csv.writer(made)
    writer.writerow(headings())
    for row in rows_of(plan, schedule):
        writer.writerow([moment_text(c) if isinstance(c, datetime) else "" if c is None else c for c in row])
    return made.getvalue().encode("utf-8-sig")


def write_xlsx(plan: ImportedPlan, schedule: Schedule | None = None) -> bytes:
    """A plan as a workbook with one sheet; names are indented as they stand in the outline."""
    from openpyxl import Workbook  # noqa: PLC0415  a third of a second that only workbooks pay
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
    from openpyxl.styles import Alignment  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Plan")
    sheet.freeze_panes = "E2"
    for number, text in enumerate(headings(), start=1):
        # As wide as a moment; the outline's own columns are narrower, names wider.
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = {"A": 6, "B": 9, "C": 7, "D": 48}.get(
            letter, max(17, len(text) + 2)
        )
    print_whole_width(sheet)
    sheet.append([heading(sheet, text) for text in headings()])
    rows = list(rows_of(plan, schedule))
    for row in rows:
        made = []
        for column, value in enumerate(row):
            if isinstance(value, datetime) and is_whole_day(value):
                value = moment_text(value)  # noqa: PLW2901  as a date it would come back without its midnight
            cell = WriteOnlyCell(sheet, value)
            if isinstance(value, str):
                cell.data_type = "s"  # never a formula, whatever it begins with
            if isinstance(value, datetime):
                cell.number_format = "yyyy-mm-dd hh:mm"
            if column == 3 and isinstance(row[2], int):
                cell.alignment = Alignment(indent=min(row[2] - 1, MOST_INDENT))
            made.append(cell)
        sheet.append(made)
    # What people read on paper; all 26 columns would be too small.
    sheet.print_area = f"A1:{get_column_letter(PRINTED)}{len(rows) + 1}"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def csv_rows(content: bytes) -> Rows:
    """The cells of a table in text, whatever separates them; raises FormatError."""
    text = _decoded(content)
    csv.field_size_limit(LONGEST_CELL)
    try:
        rows: Rows = []
        for row in csv.reader(io.StringIO(text, newline=""), _dialect(text)):
            rows.append(row)
            _refuse_large(rows, row)
        return rows
    except csv.Error as error:
        raise WrongSchema(f"This is no table in text: {error}.") from None


def _decoded(content: bytes) -> str:
    encoding = next((name for bom, name in _BOMS if content.startswith(bom)), "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8" and error.start >= len(content) - 3 and error.end >= len(content):
            text = content[: error.start].decode("utf-8")
        else:
            text = content.decode("cp1252", errors="replace")
    if "\x00" in text:
        raise WrongSchema("The file holds zero bytes; it is no text.")
    return text


def _dialect(text: str) -> type[csv.Dialect]:
    """By the first line that has separators: tab, semicolon or comma, whichever comes most often."""
    line = next((row for row in text.splitlines() if any(c in row for c in "\t;,")), "")
    best = max("\t;,", key=line.count)

    class Found(csv.excel):
        delimiter = best

    return Found


def _sheet(content: bytes) -> Rows:
    _refuse_bomb(content)
    from openpyxl import load_workbook  # noqa: PLC0415

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        best: Rows = []
        for sheet in book.worksheets:
            rows: Rows = []
            for row in sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS):
                rows.append([_cell(value) for value in row])
                _refuse_large(rows, row)
            if heading_row(rows) is not None:
                return rows
            best = best or rows
        return best
    except FormatError:
        raise
    except Exception as error:
        raise WrongSchema(f"The workbook cannot be opened: {type(error).__name__}.") from None


def _cell(value: object) -> object:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, datetime):
        # Spreadsheets have no dates without a time: midnight is how they say so.
        return value.date().isoformat() if is_whole_day(value) else moment_text(value)
    return value


def _refuse_bomb(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
    except zipfile.BadZipFile:
        raise Truncated("The workbook is damaged or ends in the middle. Save it again.") from None
    if not any(part.filename.startswith("xl/") for part in parts):
        raise WrongSchema("This is a packed file, but no workbook.")
    size = sum(part.file_size for part in parts)
    if size > MOST_UNPACKED or size > MOST_RATIO * max(len(content), MEBIBYTE // 16):
        raise TooLarge(f"The workbook unpacks to {size // MEBIBYTE:,} MiB, more than is read.")


def _refuse_large(rows: Rows, row: Sequence[object]) -> None:
    if len(rows) > MOST_ROWS or len(row) > MOST_COLUMNS:
        raise TooLarge(f"A table may have {MOST_ROWS:,} rows and {MOST_COLUMNS} columns.")
