"""Which reader takes a file, found by its content and never by its name; which writer makes one, by its suffix."""

from collections.abc import Callable
from pathlib import Path

from northline.engine.result import Schedule
from northline.formats import FormatError, ImportedPlan, Unknown
from northline.formats.sources import MEBIBYTE

HEAD = 1 << 16
MOST_BYTES = 1024 * MEBIBYTE
KNOWN = (
    "Microsoft Project XML, Primavera XER, Northline JSON, CSV, XLSX, PSPLIB, and through MPXJ MPP and others"
)
_MARKS = (
    (b"ERMHDR", "xer"),
    (b"{", "northline"),
    (b"PK\x03\x04", "xlsx"),
    # Text that MPXJ reads: Microsoft's old exchange format, the standard data exchange format.
    (b"MPX", "mpxj"),
    (b"VOLM", "mpxj"),
)
SUFFIXES = {".xml": "mspdi", ".xer": "xer", ".json": "northline", ".csv": "csv", ".xlsx": "xlsx"}


def kind_of(head: bytes) -> str:
    """The kind of a file by its first bytes; `mpxj` is all that only MPXJ may know, `unknown` text that nobody does.

    >>> kind_of(b"ERMHDR\\t20.12"), kind_of(b'{"format": "northline.plan"'), kind_of(b"\\xd0\\xcf\\x11\\xe0")
    ('xer', 'northline', 'mpxj')
    """
    from northline.formats import psplib, tables  # noqa: PLC0415  each command loads only what it reads

    text = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00")
    if text.startswith(b"<"):
        return _kind_of_xml(head)
    for mark, kind in _MARKS:
        if text.startswith(mark):
            return kind
    if psplib.recognised(head):
        return "psplib"
    if tables.recognised(head):
        return "table"
    return "mpxj" if _is_binary(head) else "unknown"


def _is_binary(head: bytes) -> bool:
    """Bytes that no text has: what holds them may be a plan of a kind that MPXJ knows."""
    return any(byte < 9 or 13 < byte < 32 for byte in head[:512])


def _kind_of_xml(head: bytes) -> str:
    """Microsoft's namespace makes it MSPDI; other roots may be plans of other tools, and MPXJ knows them."""
    plain = head.replace(b"\x00", b"")
    foreign = (
        b"APIBusinessObjects",
        b"<project ",
        b"<Project xmlns:xsi",
        b"<Document",
        b"phoenix",
        b"<Synchro",
    )
    known = b"schemas.microsoft.com/project" in plain
    return "mpxj" if not known and any(word in plain for word in foreign) else "mspdi"


def read_plan(source: bytes | Path, *, max_bytes: int = MOST_BYTES) -> ImportedPlan:
    """A plan from a file of any known kind. Raises FormatError, and PlanError where its values make no plan."""
    head = source[:HEAD] if isinstance(source, bytes) else _head(source)
    if not head.strip():
        raise Unknown("The file is empty.")
    kind = kind_of(head)
    if kind == "unknown":
        raise Unknown(f"This is no plan of a known kind. Known are {KNOWN}.")
    try:
        return _reader(kind)(source, max_bytes=max_bytes)
    except FormatError as error:
        if kind == "mpxj" and error.code in ("format.missing_tool", "format.tool_failed"):
            raise type(error)(f"{error.message} Known kinds of file: {KNOWN}.") from None
        raise


def _reader(kind: str) -> Callable[..., ImportedPlan]:
    if kind == "xer":
        from northline.formats import xer  # noqa: PLC0415

        return xer.read
    if kind == "northline":
        from northline.formats import native  # noqa: PLC0415

        return native.read
    if kind in ("xlsx", "table"):
        from northline.formats import tables  # noqa: PLC0415

        return tables.read
    if kind == "psplib":
        from northline.formats import psplib_plan  # noqa: PLC0415

        return psplib_plan.read
    if kind == "mpxj":
        from northline.formats import mpxj  # noqa: PLC0415

        return mpxj.read
    from northline.formats import mspdi  # noqa: PLC0415

    return mspdi.read


def write_plan(plan: ImportedPlan, kind: str, *, schedule: Schedule | None = None) -> bytes:
    """A plan in a kind named in SUFFIXES; `schedule` gives the dates where the format holds computed ones."""
    if kind == "northline":
        from northline.formats import native  # noqa: PLC0415

        return native.write(plan)
    if kind in ("csv", "xlsx"):
        from northline.formats import tables  # noqa: PLC0415

        return (tables.write_csv if kind == "csv" else tables.write_xlsx)(plan, schedule)
    if kind == "xer":
        from northline.formats import xer  # noqa: PLC0415

        return xer.write(plan, schedule)
    from northline.formats import mspdi  # noqa: PLC0415

    return mspdi.write(plan, schedule)


def _head(source: Path) -> bytes:
    with source.open("rb") as opened:
        return opened.read(HEAD)
