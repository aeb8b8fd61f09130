"""Hardened XML in, plain records out: no document type, no entities, no network, bounded size and depth.

The file is parsed in pieces; a record is handed on and its XML forgotten as soon as it is complete.
"""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from lxml import etree

from northline.formats import FormatError, HasDoctype, NotXml, TooDeep, TooLarge, Truncated, WrongSchema
from northline.formats.mspdi.plain import PlainRecords, is_utf8
from northline.formats.mspdi.records import Record
from northline.formats.sources import MEBIBYTE

NAMESPACE = "http://schemas.microsoft.com/project"
SECTIONS = {"Calendar": "Calendars", "Task": "Tasks", "Resource": "Resources", "Assignment": "Assignments"}
DEFINITIONS = {"ExtendedAttributes": "ExtendedAttribute", "OutlineCodes": "OutlineCode"}
MAX_DEPTH = 64
CHUNK = 1 << 18
_TOO_DEEP = etree.XPath("boolean(/*" + "/*" * MAX_DEPTH + ")")
_OPTIONS: dict[str, Any] = {
    "resolve_entities": False,
    "load_dtd": False,
    "no_network": True,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}


class _Names(dict[Any, str]):
    """Tags without their namespace; each is worked out once."""

    def __missing__(self, tag: Any) -> str:
        if not isinstance(tag, str):
            raise _entities()
        name = tag.rpartition("}")[2]
        if len(self) < 10_000:
            self[tag] = name
        return name


_names = _Names()


class Misread(Exception):
    """Something shaped like a plain record is none, or the file is broken: all of it is for the parser."""


def read_sections(
    source: bytes | Path, take: Callable[[str, Record], None], *, max_bytes: int, quickly: bool = False
) -> dict[str, str]:
    """Hand every task, calendar, resource, assignment and definition to `take` by its tag; return the plan's own
    fields.

    Raises TooLarge, HasDoctype, WrongSchema, TooDeep, Truncated and NotXml. `quickly` keeps plain records from the
    parser, and raises Misread where only a parser that sees everything can tell.
    """
    size = source.stat().st_size if isinstance(source, Path) else len(source)
    if size > max_bytes:
        raise TooLarge(f"The file has {size // MEBIBYTE} MiB; the limit is {max_bytes // MEBIBYTE} MiB.")
    with source.open("rb") if isinstance(source, Path) else BytesIO(source) as opened:
        _refuse_other_documents(opened)
        opened.seek(0)
        if not quickly:
            return _parsed(opened, take, None)
        plain = PlainRecords() if is_utf8(opened.read(1024)) else None
        opened.seek(0)
        try:
            header = _parsed(opened, take, plain)
        except FormatError as error:
            raise Misread from error
        if plain is not None and not plain.are_all_found():
            raise Misread
        return header


def _parsed(
    opened: BinaryIO, take: Callable[[str, Record], None], plain: PlainRecords | None
) -> dict[str, str]:
    # Only these ends come up into Python: a call for every element would take ten times as long.
    tags = [f"{{{NAMESPACE}}}{name}" for name in (*SECTIONS, *DEFINITIONS)]
    parser = etree.XMLPullParser(events=("end",), tag=tags, **_OPTIONS)
    known: Any = None
    for element in _elements(parser, opened, plain):
        tag, section = _names[element.tag], element.getparent()
        if section is not None and section is known:
            if _names[section.tag] == SECTIONS.get(tag):
                for record in (plain and plain.at(element)) or (_record(element, 3),):
                    take(tag, record)
                _forget(element, section)
            continue
        plan = section.getparent() if section is not None else None
        if tag in DEFINITIONS and section is not None and plan is None:
            for definition in element:
                take(DEFINITIONS[tag], _record(definition, 3))
            element.clear()
        elif tag in SECTIONS and plan is not None and plan.getparent() is None:
            known = section
            if _names[section.tag] == SECTIONS[tag]:
                for record in (plain and plain.at(element)) or (_record(element, 3),):
                    take(tag, record)
            _forget(element, section)
    root = _closed(parser, opened)
    if _TOO_DEEP(root):
        raise _too_deep()
    return _header(root)


def _forget(element: Any, section: Any) -> None:
    """Let go of an element's children, and of the elements before it."""
    while (before := element.getprevious()) is not None:
        section.remove(before)
    element.clear()


def _header(root: Any) -> dict[str, str]:
    plan: dict[str, str] = {}
    for child in root:
        tag = _names[child.tag]
        if any(inner.tag is etree.Entity for inner in child):
            raise _entities()
        if not len(child) and child.text and child.text.strip():
            plan.setdefault(tag, child.text.strip())
    return plan


def _elements(parser: Any, opened: BinaryIO, plain: PlainRecords | None = None) -> Iterator[Any]:
    """The elements that a parser reports of a file, piece by piece, without what stands in plain records."""
    chunk = None
    while chunk != b"":
        chunk = opened.read(CHUNK)
        piece = plain.cut(chunk) if plain else chunk
        try:
            if piece:
                parser.feed(piece)
        except etree.XMLSyntaxError as error:
            raise _reason(error, opened, whole=False) from None
        for _, element in parser.read_events():
            yield element


def _closed(parser: Any, opened: BinaryIO) -> Any:
    try:
        return parser.close()
    except etree.XMLSyntaxError as error:
        raise _reason(error, opened, whole=True) from None


def _refuse_other_documents(opened: BinaryIO) -> None:
    """Look at no more than the document type and the root element."""
    parser = etree.XMLPullParser(events=("start",), **_OPTIONS)
    root = next(_elements(parser, opened), None)
    if root is None:
        root = _closed(parser, opened)
    if root.getroottree().docinfo.internalDTD is not None:
        raise HasDoctype("The file declares a document type, which is not read. Save it again without one.")
    if root.tag != f"{{{NAMESPACE}}}Project":
        raise WrongSchema(f"The file is XML, but its root is {root.tag}, not a Microsoft Project plan.")


def _reason(error: etree.XMLSyntaxError, opened: BinaryIO, *, whole: bool) -> FormatError:
    """What is wrong, in our words; a file is cut short if the parser took all of it and wanted more."""
    text = str(error)
    if "depth" in text.lower():
        return _too_deep()
    opened.seek(max(0, opened.tell() - CHUNK))
    # libxml2 gives up without a word at an entity that nobody declared.
    undeclared = "no element" in text and b"&" in opened.read(CHUNK)
    if undeclared or ("entity" in text.lower() and not whole):
        return _entities()
    opened.seek(0)
    if not opened.read(64).lstrip(b"\xef\xbb\xbf \r\n\t\x00\xff\xfe").startswith(b"<"):
        return NotXml("This is not XML. Save the plan as XML from the planning tool.")
    if whole:
        return Truncated("The file ends in the middle. Copy or save it again.")
    return NotXml(f"The XML is damaged: {text[:200]}.")


def _entities() -> HasDoctype:
    return HasDoctype("The file uses entities, which are not read. Save it again from the planning tool.")


def _too_deep() -> TooDeep:
    return TooDeep(f"Elements lie more than {MAX_DEPTH} deep; no plan does that.")


def _record(element: Any, depth: int) -> Record:
    if depth > MAX_DEPTH:
        raise _too_deep()
    text: dict[str, str] = {}
    groups: dict[str, list[Record]] = {}
    names = _names
    for child in element:
        name = names[child.tag]
        if len(child):
            groups.setdefault(name, []).append(_record(child, depth + 1))
        elif name not in text:
            text[name] = child.text or ""
    return Record(text, groups)
