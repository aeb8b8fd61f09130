"""Tasks and assignments that are written plainly, read without the XML parser, which takes three times as long.

A record is plain if it is nothing but elements of text and elements of these: no attribute, entity, comment or control
character. Plain records are cut out of what the parser gets, and a mark stands in the place of each: a record counts
only where the parser finds its mark. What is not plain in every letter stays for the parser.
"""

import re
from functools import lru_cache
from itertools import compress, count
from secrets import token_hex
from typing import Any

from northline.formats.mspdi.records import Record

NOUNS = (b"Task", b"Assignment")
BLANKS = b" \t\r\n"
LONGEST = 1 << 20
DEEPEST = 8
_NAME = r"[A-Za-z_][\w.-]*+"
_LEAF = re.compile(rf"<({_NAME})(?:/>|>([^<>&\x00-\x1f\ufffe\uffff]*+)</\1>)[ \t\r\n]*+", re.ASCII)
_STEP = re.compile(rf"<(/?)({_NAME})>[ \t\r\n]*+", re.ASCII)
_ENCODING = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)", re.DOTALL)


class PlainRecords:
    """The plain records of one file, from the pieces in which it is read."""

    def __init__(self) -> None:
        # Nobody who writes a file can know this name, and so put a mark into it.
        self._mark = f"m{token_hex(16)}"
        self._numbers = count()
        self._found: dict[str, list[Record]] = {}
        self._rest = b""

    def cut(self, chunk: bytes) -> bytes:
        """What the parser gets of all that came so far; an unfinished record waits, but not for an empty chunk."""
        text = self._rest + chunk
        ends = [at + len(noun) + 3 for noun in NOUNS if (at := text.rfind(b"</%b>" % noun)) >= 0]
        end = max(ends, default=0)
        if not chunk or len(text) - end > LONGEST:
            end = len(text)
        text, self._rest = text[:end], text[end:]
        for noun in NOUNS:
            text = self._without(text, noun)
        return text

    def at(self, element: Any) -> list[Record] | None:
        """The records that stand one after another where an element is their mark; None if it is none."""
        mark = element.get(self._mark)
        return None if mark is None else self._found.pop(mark)

    def are_all_found(self) -> bool:
        """Whether every mark was where records are; others were in comments, texts or elsewhere."""
        return not self._found

    def _without(self, text: bytes, noun: bytes) -> bytes:
        opening, closing = b"<%b>" % noun, b"</%b>" % noun
        kept: list[bytes] = []
        run: list[Record] | None = None
        pieces = text.split(closing)
        for piece in pieces[:-1]:
            before, opened, body = piece.partition(opening)
            record = plain_record(body) if opened else None
            if record is None:
                kept += (piece, closing)
                run = None
            elif run is not None and not before.strip(BLANKS):
                run.append(record)
            else:
                run = [record]
                kept += (before, self._marked(noun, run))
        kept.append(pieces[-1])
        return b"".join(kept)

    def _marked(self, noun: bytes, run: list[Record]) -> bytes:
        number = str(next(self._numbers))
        self._found[number] = run
        return f'<{noun.decode()} {self._mark}="{number}"/>'.encode()


def is_utf8(head: bytes) -> bool:
    """Whether a file that begins so is in UTF-8, which alone is looked at here."""
    declared = _ENCODING.match(head)
    return b"\0" not in head and (declared is None or declared[1].lower() == b"utf-8")


def plain_record(body: bytes) -> Record | None:
    """What stands between the tags of a record, None if that is not plain.

    >>> plain_record(b"<UID>1</UID><Link><Type>0</Type></Link>").groups["Link"][0].text
    {'Type': '0'}
    >>> plain_record(b"<UID>&amp;</UID>") is None
    True
    """
    if len(body) > LONGEST:
        return None
    try:
        parts = _LEAF.split(body.lstrip(BLANKS).decode())
    except UnicodeDecodeError:
        return None
    between, names, values = parts[::3], parts[1::3], parts[2::3]
    if None in values:
        values = [value or "" for value in values]
    if not any(between):
        return Record(_text(names, values))
    return _nested(between, names, values)


def _text(names: list[str], values: list[str]) -> dict[str, str]:
    """Texts by name; of one name the first counts."""
    text = dict(zip(names, values, strict=True))
    return text if len(text) == len(names) else dict(zip(reversed(names), reversed(values), strict=True))


def _nested(between: list[str], names: list[str], values: list[str]) -> Record | None:
    """The same with elements inside elements, whose tags stand between those of text."""
    record = Record({})
    around: list[tuple[str, Record]] = []
    done = 0
    for at in compress(count(), between):
        if at > done:
            _enter(record, _text(names[done:at], values[done:at]))
            done = at
        steps = _steps(between[at])
        if steps is None:
            return None
        for closes, name in steps:
            if not closes:
                around.append((name, record))
                record = Record({})
                continue
            opened, outer = around.pop() if around else ("", record)
            if opened != name or not (record.text or record.groups):
                return None
            outer.groups.setdefault(name, []).append(record)
            record = outer
        if len(around) > DEEPEST:
            return None
    _enter(record, _text(names[done:], values[done:]))
    return None if around else record


def _enter(record: Record, text: dict[str, str]) -> None:
    record.text = {**text, **record.text} if record.text else text


# The tags between two texts are the same in one task as in the next.
@lru_cache(maxsize=1 << 10)
def _steps(tags: str) -> tuple[tuple[bool, str], ...] | None:
    """Opening (False) and closing (True) tags in order; None if there is anything else."""
    parts = _STEP.split(tags)
    if any(parts[::3]):
        return None
    return tuple((bool(slash), name) for slash, name in zip(parts[1::3], parts[2::3], strict=True))
