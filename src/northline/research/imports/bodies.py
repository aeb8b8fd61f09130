"""The body of what an item becomes: its own words, then everything of it that has no field here."""

from __future__ import annotations

from typing import Any

from northline.core.richtext import MAX_TEXT, Doc, cleaned
from northline.formats.feedback import Checklist, Item, Said

MOST_LINES = 1_500
LONGEST_TITLE = 300


def body_of(item: Item, *, source: str, also: list[tuple[str, str]]) -> Doc:
    """The document; raises ValueError where it is longer than one may be."""
    content = paragraphs(item.text)
    for checklist in item.checklists:
        content += _tasks(checklist)
    facts = _facts(item, also)
    content.append(_heading(f"Imported from {source}"))
    content.append({"type": "bulletList", "content": [_fact(name, value) for name, value in facts]})
    return cleaned({"type": "doc", "content": content})


def _facts(item: Item, also: list[tuple[str, str]]) -> list[tuple[str, str]]:
    title = item.title if len(item.title) > LONGEST_TITLE else ""
    pairs = [
        ("Id", item.id), ("Address", item.url), ("Full title", title), *also, ("Type", item.type),
        ("List", item.group), ("State", item.state if item.state != item.group else ""),
        ("By", item.author), ("Created", item.created), ("Closed", item.closed), ("Votes", item.votes),
        *item.extra, *item.links,
    ]  # fmt: skip
    return [(name, value) for name, value in pairs if value]


def paragraphs(text: str) -> list[Doc]:
    """Text as paragraphs that keep its line breaks; very many lines stand together as they are."""
    if not text.strip():
        return []
    if text.count("\n") > MOST_LINES:
        return [{"type": "codeBlock", "content": [{"type": "text", "text": text}]}]
    return [_lines(block) for block in text.split("\n\n") if block.strip()]


def comment_of(said: Said, *, source: str) -> Doc:
    """A comment that names who said it where, since that person is no member here."""
    who = said.author or "Somebody"
    head = f"{who} in {source}" + (f", {said.at}" if said.at else "")
    first = {"type": "paragraph", "content": [{"type": "text", "text": head, "marks": [{"type": "italic"}]}]}
    return cleaned({"type": "doc", "content": [first, *paragraphs(said.text)]})


def too_long(item: Item) -> bool:
    """Whether no document holds the item's words."""
    return len(item.text) > MAX_TEXT or any(len(said.text) > MAX_TEXT - 1_000 for said in item.comments)


def _lines(block: str) -> Doc:
    content: list[Doc] = []
    for line in block.strip("\n").split("\n"):
        if content:
            content.append({"type": "hardBreak"})
        if line:
            content.append({"type": "text", "text": line})
    return {"type": "paragraph", "content": content}


def _heading(text: str) -> Doc:
    return {"type": "heading", "attrs": {"level": 3}, "content": [{"type": "text", "text": text}]}


def _tasks(checklist: Checklist) -> list[Doc]:
    things = [
        {"type": "taskItem", "attrs": {"checked": done}, "content": [_lines(words)]}
        for words, done in checklist.things
        if words
    ]
    made: list[Doc] = [_heading(checklist.name or "Checklist")]
    return [*made, {"type": "taskList", "content": things}] if things else made


def _fact(name: str, value: str) -> dict[str, Any]:
    text: Doc = {"type": "text", "text": value}
    if value.startswith(("https://", "http://")) and len(value) <= 2_000 and " " not in value:
        text["marks"] = [{"type": "link", "attrs": {"href": value}}]
    said = [text] if name == value else [{"type": "text", "text": f"{name}: "}, text]
    return {"type": "listItem", "content": [{"type": "paragraph", "content": said}]}
