"""Values of strangers' JSON and cells as plain text; nothing in it is taken on trust."""

from __future__ import annotations

from datetime import datetime
from html.parser import HTMLParser
from typing import Any

_BLOCKS = frozenset({"p", "div", "br", "li", "ul", "ol", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "pre"})
_WAYS = ("%d/%b/%y %I:%M %p", "%d/%b/%Y %I:%M %p", "%Y-%m-%d %H:%M:%S UTC", "%Y-%m-%d %H:%M", "%m/%d/%Y")


def text(value: Any) -> str:
    """A word, number or flag as text; anything else is none. NUL and half characters become question marks.

    >>> text(12), text(None), text(True), text({"a": 1})
    ('12', '', 'yes', '')
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        made = value.replace("\r\n", "\n")
        if any(c == "\0" or "\ud800" <= c <= "\udfff" for c in made):
            made = "".join("\ufffd" if c == "\0" or "\ud800" <= c <= "\udfff" else c for c in made)
        return made.strip()
    return str(value) if isinstance(value, int | float) else ""


def of(value: Any, *names: str) -> str:
    """The text below `names`, or none where the way ends.

    >>> of({"user": {"name": "Ann"}}, "user", "name"), of({"user": None}, "user", "name")
    ('Ann', '')
    """
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return text(value)


def many(value: Any) -> list[dict[str, Any]]:
    """The objects of a list; what is none is left out."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def names(value: Any, *, key: str = "name") -> tuple[str, ...]:
    """The names of a list of words, or of objects that have one; each once.

    >>> names([{"name": "Bug"}, "Help", {"name": "Bug"}])
    ('Bug', 'Help')
    """
    found = [
        of(one, key) if isinstance(one, dict) else text(one)
        for one in (value if isinstance(value, list) else [])
    ]
    return tuple(dict.fromkeys(one for one in found if one))


def extras(**given: str) -> tuple[tuple[str, str], ...]:
    """What was said, by the names to show; underscores stand for spaces.

    >>> extras(Due="2026-03-02", Assigned_to="")
    (('Due', '2026-03-02'),)
    """
    return tuple((name.replace("_", " "), value) for name, value in given.items() if value)


def plain(markup: str) -> str:
    """The words of HTML, blocks on lines of their own; other text as it is.

    >>> plain("<p>Two &amp; <b>three</b></p><ul><li>four</li></ul>")
    'Two & three\\n\\n- four'
    """
    if "<" not in markup or ">" not in markup:
        return markup
    reader = _Words()
    reader.feed(markup)
    reader.close()
    lines = [line.strip() for line in "".join(reader.parts).split("\n")]
    made: list[str] = []
    for line in lines:
        if line or (made and made[-1]):
            made.append(line)
    return "\n".join(made).strip()


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.parts.append("\n")
        if tag == "li":
            self.parts.append("- ")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("p", "div") or tag[0] == "h":
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def moment(said: str) -> datetime | None:
    """A moment in one of the ways that these tools write one, or None.

    >>> moment("20/Mar/12 2:39 PM"), moment("soon")
    (datetime.datetime(2012, 3, 20, 14, 39), None)
    """
    try:
        return datetime.fromisoformat(said)
    except ValueError:
        pass
    for way in _WAYS:
        try:
            return datetime.strptime(said, way)
        except ValueError:
            continue
    return None
