"""Rich text is the editor's JSON. Only what this module names passes, on write and again on read."""

from __future__ import annotations

import re
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BeforeValidator

Doc = dict[str, Any]

EMPTY: Doc = {"type": "doc", "content": []}
MAX_DEPTH = 20
MAX_NODES = 5_000
MAX_TEXT = 100_000
# What a browser counts exactly; beyond 64 bits no answer could be written.
LARGEST = 2**53 - 1

_NODES: dict[str, frozenset[str]] = {
    "doc": frozenset(),
    "paragraph": frozenset(),
    "text": frozenset(),
    "heading": frozenset({"level"}),
    "bulletList": frozenset(),
    "orderedList": frozenset({"start"}),
    "listItem": frozenset(),
    "taskList": frozenset(),
    "taskItem": frozenset({"checked"}),
    "blockquote": frozenset(),
    "codeBlock": frozenset({"language"}),
    "hardBreak": frozenset(),
    "horizontalRule": frozenset(),
    # A member, by id; the label is their name as it was, for whoever cannot look it up.
    "mention": frozenset({"id", "label"}),
}
_MARKS: dict[str, frozenset[str]] = {
    "bold": frozenset(),
    "italic": frozenset(),
    "strike": frozenset(),
    "code": frozenset(),
    "underline": frozenset(),
    "link": frozenset({"href"}),
}
_SCHEMES = frozenset({"http", "https", "mailto"})
_UNWRITABLE = re.compile("[\0\ud800-\udfff]")


def cleaned(value: Any) -> Doc:
    """The document with everything unknown left out. Plain text becomes paragraphs.

    Raises ValueError when it is no document or larger than the limits.

    >>> cleaned("Hi")["content"][0]["content"][0]["text"]
    'Hi'
    >>> cleaned({"type": "doc", "content": [{"type": "script"}]})
    {'type': 'doc', 'content': []}
    """
    if not value:
        return EMPTY
    if isinstance(value, str):
        return of_text(value)
    return _counted(value)


def _counted(value: Any) -> Doc:
    if not isinstance(value, dict) or value.get("type") != "doc":
        raise ValueError("Rich text must be a document of the editor.")
    node = _node(value, 0, _Budget())
    return node if node is not None else EMPTY


def of_text(text: str) -> Doc:
    """A document with a paragraph for each block of the text."""
    if len(text) > MAX_TEXT:
        raise ValueError(f"Text is limited to {MAX_TEXT:,} characters.")
    blocks = [block.strip() for block in text.split("\n\n") if block.strip()]
    paragraphs = [{"type": "paragraph", "content": [{"type": "text", "text": block}]} for block in blocks]
    return _counted({"type": "doc", "content": paragraphs})


def plain_text(doc: Doc) -> str:
    """The words of a document, blocks on lines of their own: for search and for short forms."""
    parts: list[str] = []

    def walk(node: Doc) -> None:
        if node.get("type") == "text":
            parts.append(str(node.get("text", "")))
        if node.get("type") == "mention":
            parts.append(f"@{node.get('attrs', {}).get('label') or ''}")
        for child in node.get("content", ()):
            walk(child)
        if node.get("type") in {"paragraph", "heading", "listItem", "codeBlock"}:
            parts.append("\n")

    walk(doc)
    return "".join(parts).strip()


class _Budget:
    """Counts nodes and characters of one document."""

    def __init__(self) -> None:
        self.nodes = 0
        self.characters = 0

    def spend(self, characters: int) -> None:
        self.nodes += 1
        self.characters += characters
        if self.nodes > MAX_NODES or self.characters > MAX_TEXT:
            raise ValueError(f"Rich text is limited to {MAX_NODES:,} blocks and {MAX_TEXT:,} characters.")


def _node(value: Any, depth: int, budget: _Budget) -> Doc | None:
    if depth > MAX_DEPTH:
        raise ValueError(f"Rich text is limited to {MAX_DEPTH} levels.")
    kind = value.get("type") if isinstance(value, dict) else None
    if not isinstance(kind, str) or kind not in _NODES or (kind == "doc") != (depth == 0):
        return None
    text = value.get("text", "") if kind == "text" else ""
    if not isinstance(text, str) or (kind == "text" and not text):
        return None
    refuse_unwritable(text)
    budget.spend(len(text))
    node: Doc = {"type": kind}
    if text:
        node["text"] = text
    if attributes := _attributes(value.get("attrs"), _NODES[kind]):
        node["attrs"] = attributes
    if marks := [mark for mark in map(_mark, _list(value.get("marks"))) if mark]:
        node["marks"] = marks
    children = [child for item in _list(value.get("content")) if (child := _node(item, depth + 1, budget))]
    if children or kind == "doc":
        node["content"] = children
    return node


def refuse_unwritable(text: str) -> str:
    """The text, unless it holds what no database column takes: NUL, or half of a surrogate pair."""
    if _UNWRITABLE.search(text):
        raise ValueError("Text may hold no NUL and no half characters.")
    return text


def _mark(value: Any) -> Doc | None:
    kind = value.get("type") if isinstance(value, dict) else None
    if not isinstance(kind, str) or kind not in _MARKS:
        return None
    attributes = _attributes(value.get("attrs"), _MARKS[kind])
    if kind == "link" and not _is_safe(attributes.get("href")):
        return None
    return {"type": kind, "attrs": attributes} if attributes else {"type": kind}


def _attributes(given: Any, allowed: frozenset[str]) -> Doc:
    if not isinstance(given, dict):
        return {}
    return {name: value for name, value in given.items() if name in allowed and _is_plain(value)}


def _is_plain(value: Any) -> bool:
    if isinstance(value, str):
        return len(value) <= 2_000 and refuse_unwritable(value) == value
    return value is None or (isinstance(value, int) and abs(value) <= LARGEST)


def _is_safe(address: Any) -> bool:
    if not isinstance(address, str):
        return False
    try:
        return urlsplit(address.strip()).scheme.lower() in _SCHEMES
    except ValueError:
        return False


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


RichText = Annotated[Doc, BeforeValidator(cleaned)]
# Of an answer, whose `show_…` has cleaned it already.
ShownText = Doc
