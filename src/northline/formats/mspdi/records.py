"""Hardened XML in, plain records out: no document type, no entities, no network, bounded size and depth."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from northline.formats import FormatError, HasDoctype, NotXml, TooDeep, TooLarge, Truncated, WrongSchema

NAMESPACE = "http://schemas.microsoft.com/project"
MAX_DEPTH = 64
CHUNK = 1 << 16
MEBIBYTE = 1 << 20


@dataclass(slots=True)
class Record:
    """An element without its XML: `text` of childless children by tag (the first wins), others in
    `groups`."""

    text: dict[str, str] = field(default_factory=dict)
    groups: dict[str, list["Record"]] = field(default_factory=dict)

    def all(self, *path: str) -> "list[Record]":
        """Records at the end of a path of tags: `calendar.all("WeekDays", "WeekDay")`."""
        found = [self]
        for tag in path:
            found = [child for record in found for child in record.groups.get(tag, ())]
        return found


def read_sections(content: bytes, take: Callable[[str, Record], None], *, max_bytes: int) -> dict[str, str]:
    """Hand every record two levels down (`Tasks/Task`, …) to `take` by its tag; return the plan's own fields.

    Raises TooLarge, HasDoctype, WrongSchema, TooDeep, Truncated and NotXml.
    """
    if len(content) > max_bytes:
        size, limit = len(content) // MEBIBYTE, max_bytes // MEBIBYTE
        raise TooLarge(f"The file has {size} MiB; the limit is {limit} MiB.")
    plan: dict[str, str] = {}
    depth = 0
    for event, element in _events(content):
        if event == "start":
            depth += 1
            if depth == 1:
                _refuse_other_documents(element)
            if depth > MAX_DEPTH:
                raise TooDeep(f"Elements lie more than {MAX_DEPTH} deep; no plan does that.")
            continue
        depth -= 1
        if depth == 2:
            take(_tag(element), _record(element))
            element.clear()
        elif depth == 1:
            _refuse_entities(element)
            if not len(element) and element.text and element.text.strip():
                plan.setdefault(_tag(element), element.text.strip())
            element.clear()
    return plan


def _events(content: bytes) -> Iterator[tuple[str, Any]]:
    parser = etree.XMLPullParser(
        events=("start", "end"),
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    whole = False
    try:
        for low in range(0, len(content), CHUNK):
            parser.feed(content[low : low + CHUNK])
            yield from parser.read_events()
        whole = True
        parser.close()
    except etree.XMLSyntaxError as error:
        yield from parser.read_events()
        raise _reason(error, content, whole=whole) from None
    yield from parser.read_events()


def _reason(error: etree.XMLSyntaxError, content: bytes, *, whole: bool) -> FormatError:
    """What is wrong, in our words; a file is cut short if the parser took all of it and wanted more."""
    text = str(error)
    if "depth" in text.lower():
        return TooDeep("Elements are nested too deeply for any plan.")
    # libxml2 gives up without a word at an entity that nobody declared.
    undeclared = "no element" in text and b"&" in content
    if undeclared or ("entity" in text.lower() and not whole):
        return _entities()
    if not content.lstrip(b"\xef\xbb\xbf \r\n\t\x00\xff\xfe").startswith(b"<"):
        return NotXml("This is not XML. Save the plan as XML from the planning tool.")
    if whole:
        return Truncated("The file ends in the middle. Copy or save it again.")
    return NotXml(f"The XML is damaged: {text}.")


def _entities() -> HasDoctype:
    return HasDoctype("The file uses entities, which are not read. Save it again from the planning tool.")


def _refuse_other_documents(root: Any) -> None:
    if root.getroottree().docinfo.internalDTD is not None:
        raise HasDoctype("The file declares a document type, which is not read. Save it again without one.")
    name = etree.QName(root)
    if name.localname != "Project" or name.namespace != NAMESPACE:
        raise WrongSchema(f"The file is XML, but its root is {root.tag}, not a Microsoft Project plan.")


def _refuse_entities(element: Any) -> None:
    if any(child.tag is etree.Entity for child in element):
        raise _entities()


def _record(element: Any) -> Record:
    record = Record()
    _refuse_entities(element)
    for child in element:
        if len(child):
            record.groups.setdefault(_tag(child), []).append(_record(child))
        else:
            record.text.setdefault(_tag(child), (child.text or "").strip())
    return record


def _tag(element: Any) -> str:
    tag: str = element.tag
    return tag.rpartition("}")[2]
