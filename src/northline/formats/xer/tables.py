"""The bytes of an XER file as tables of text: one record a line, fields apart by tabs.

A line begins with `%T` (a table's name), `%F` (its fields), `%R` (a record) or `%E` (the end of the file); any other
line goes on with the record before it, whose text holds a line break.
"""

import codecs
from collections.abc import Callable
from dataclasses import dataclass, field

from northline.formats import Truncated, WrongSchema

Warn = Callable[[str], None]
Record = dict[str, str]
MARKS = ("%T", "%F", "%R", "%E")
HEADER = "ERMHDR"


@dataclass(slots=True)
class Tables:
    """All records by table; `header` is what the first line says of the file."""

    header: list[str] = field(default_factory=list)
    records: dict[str, list[Record]] = field(default_factory=dict)

    def of(self, name: str) -> list[Record]:
        """The records of a table; none if the file does not have it."""
        return self.records.get(name, [])


def tables_of(content: bytes, *, encoding: str | None, warn: Warn) -> Tables:
    """The tables of a file; raises WrongSchema for anything else and Truncated where its end is missing."""
    text = _decoded(content, encoding, warn)
    head, _, body = text.lstrip("\ufeff\r\n ").partition("\n")
    if not head.startswith(HEADER):
        short = HEADER.startswith(head.strip())
        raise (Truncated if short else WrongSchema)(
            "The file is empty or ends in its first line. Export it again."
            if short
            else "This is no XER file: it does not begin with ERMHDR."
        )
    found = Tables(header=head.rstrip("\r").split("\t"))
    if not _Lines(found, warn).read(body):
        raise Truncated("The file has no end mark (%E): a part of it is missing. Export or copy it again.")
    return found


def _decoded(content: bytes, encoding: str | None, warn: Warn) -> str:
    """Text in UTF-8 or UTF-16 where that is marked, else UTF-8 if it is such, else Windows-1252."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = content.decode("utf-16", "replace")
    elif encoding is not None:
        text = content.decode(encoding, "replace")
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("cp1252", "replace")
    if "\0" in text:
        raise WrongSchema("This is no XER file: it holds binary data.")
    if "\ufffd" in text:
        warn("Some letters could not be read; name the file's encoding if it is not Windows-1252 or UTF-8.")
    return text


class _Lines:
    """Enters line after line into the tables."""

    def __init__(self, into: Tables, warn: Warn) -> None:
        self._into, self._warn = into, warn
        self._name = ""
        self._fields: list[str] = []
        self._pending: str | None = None

    def read(self, body: str) -> bool:
        """Enter all lines; whether the end mark came."""
        for raw in body.split("\n"):
            line = raw[:-1] if raw.endswith("\r") else raw
            mark = line[:2]
            if mark in MARKS and line[2:3] in ("", "\t"):
                self._finish_record()
                if mark == "%E":
                    return True
                self._enter(mark, line[3:])
            elif self._pending is not None:
                self._pending += "\n" + line
            elif line.strip():
                self._warn(f"A line that belongs to no record was left out: {line.strip()[:40]}")
        self._finish_record()
        return False

    def _enter(self, mark: str, rest: str) -> None:
        if mark == "%T":
            self._name, self._fields = rest.strip(), []
            self._into.records.setdefault(self._name, [])
        elif mark == "%F":
            self._fields = [name.strip() for name in rest.split("\t")] if self._name else []
        elif self._fields:
            self._pending = rest
        else:
            self._warn(f"Table {self._name or '?'}: a record before the names of its fields was left out.")

    def _finish_record(self) -> None:
        if self._pending is None:
            return
        values = self._pending.rstrip("\n").split("\t")
        self._pending = None
        if len(values) > len(self._fields) and any(v.strip() for v in values[len(self._fields) :]):
            self._warn(f"Table {self._name}: a record has more values than fields; the rest was left out.")
        self._into.records[self._name].append(dict(zip(self._fields, values, strict=False)))
