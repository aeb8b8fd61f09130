"""Notes: P6 keeps them as HTML, Northline as plain text."""

import re
from collections.abc import Iterable
from html import escape, unescape

from northline.formats.xer.tables import Record

_BREAK = re.compile(r"(?i)<br\s*/?>|</(?:p|div|li|h\d|tr)\s*>")
_TAG = re.compile(r"<[/!a-zA-Z][^<>]*>")


def plain_text(html: str) -> str:
    """The text of a note without its markup; line breaks stay.

    >>> plain_text("<HTML><BODY><P>Ask Ann.<br>Then &lt;go&gt;.</P></BODY></HTML>")
    'Ask Ann.\\nThen <go>.'
    """
    text = _BREAK.sub("\n", html.replace("\x7f\x7f", "\n").replace("\x7f", "\n"))
    return unescape(_TAG.sub("", text)).replace("\xa0", " ").strip("\n")


def html_text(text: str) -> str:
    """The inverse of `plain_text`.

    >>> html_text("Ask Ann." + chr(10) + "Then <go>.")
    '<HTML><BODY>Ask Ann.<br/>Then &lt;go&gt;.</BODY></HTML>'
    """
    lines = "<br/>".join(escape(line, quote=False).replace("\t", "&#9;") for line in text.split("\n"))
    return f"<HTML><BODY>{lines}</BODY></HTML>"


def notes_by(records: Iterable[Record], *, key: str, text: str) -> dict[str, str]:
    """Notes by the record that they are about; several notes on one follow each other."""
    found: dict[str, list[str]] = {}
    for record in records:
        note = plain_text(record.get(text, "").replace('""', '"'))
        if note.strip():
            found.setdefault(record.get(key, "").strip(), []).append(note)
    return {uid: "\n\n".join(notes) for uid, notes in found.items()}
