"""Tasks and assignments that are written plainly, read without the XML parser, which takes three times as long.

A record is plain if it is nothing but elements of text and elements of these: no attribute, entity, comment or control
character. Plain records are cut out of what the parser gets, and a mark stands in the place of each: a record counts
only where the parser finds its mark. What is not plain in every letter stays for the parser.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import count
from secrets import token_hex
from typing import Any

from northline.formats.mspdi.records import Record

NOUNS = (b"Task", b"Assignment")
BLANKS = b" \t\r\n"
LONGEST = 1 << 20
DEEPEST = 8
# From how many records on an expression of their own pays, for how many kinds, with how many texts each.
OFTEN, MOST_KINDS, MOST_TEXTS = 10, 64, 200
_NAME = r"[A-Za-z_][\w.-]*+"
_VALUE = r"[^<>&\x00-\x1f\ufffe\uffff]*+"
_GAP = r"[ \t\r\n]*+"
_LEAF = re.compile(rf"<({_NAME})(?:/>|>({_VALUE})</\1>){_GAP}", re.ASCII)
_STEP = re.compile(rf"<(/?)({_NAME})>{_GAP}", re.ASCII)
_ENCODING = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)", re.DOTALL)


class PlainRecords:
    """The plain records of one file, from the pieces in which it is read."""

    def __init__(self) -> None:
        # Nobody who writes a file can know this name, and so put a mark into it.
        self._mark = f"m{token_hex(16)}"
        self._numbers = count()
        self._found: dict[str, list[Record]] = {}
        self._rest = b""
        self._kinds = RecordKinds()

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
            record = self._kinds.record(body) if opened else None
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


class _Places:
    """Of a record of some kind: which of all texts in it are its own, by tag; `groups` as in Record."""

    __slots__ = ("groups", "text")

    def __init__(self) -> None:
        self.text: dict[str, int] = {}
        self.groups: dict[str, list[_Places]] = {}


class RecordKinds:
    """The plain records of a file; those of a kind, with the same tags, are taken apart by an expression of their own."""

    def __init__(self) -> None:
        self._seen: Counter[int] = Counter()
        self._known: dict[int, list[tuple[re.Pattern[str], _Places]]] = {}

    def record(self, body: bytes) -> Record | None:
        """What stands between the tags of a record, None if that is not plain.

        >>> RecordKinds().record(b"<UID>1</UID><Link><Type>0</Type></Link>").groups["Link"][0].text
        {'Type': '0'}
        >>> RecordKinds().record(b"<UID>&amp;</UID>") is None
        True
        """
        if len(body) > LONGEST:
            return None
        try:
            text = body.strip(BLANKS).decode()
        except UnicodeDecodeError:
            return None
        elements = text.count("</") + text.count("/>")
        for expression, known in self._known.get(elements, ()):
            if match := expression.fullmatch(text):
                return _filled(known, match.groups(""))
        parts = _LEAF.split(text)
        between, names = parts[::3], parts[1::3]
        places = _places(between, names)
        if places is None:
            return None
        self._learn(elements, between, names, places)
        return _filled(places, [value or "" for value in parts[2::3]])

    def _learn(self, elements: int, between: list[str], names: list[str], places: _Places) -> None:
        """Make an expression of the tags of this record once others like it have come often."""
        kind = hash((*between, *names))
        self._seen[kind] += 1
        known = sum(map(len, self._known.values()))
        if self._seen[kind] != OFTEN or len(names) > MOST_TEXTS or known >= MOST_KINDS:
            return
        leaves = [f"<{name}(?:/>|>({_VALUE})</{name}>){_GAP}" for name in map(re.escape, names)]
        expression = "".join(
            f"{re.escape(gap)}{leaf}" for gap, leaf in zip(between, [*leaves, ""], strict=True)
        )
        self._known.setdefault(elements, []).append((re.compile(expression), places))


def _filled(places: _Places, values: Sequence[str]) -> Record:
    """A record with the values that stand in these places."""
    groups = {tag: [_filled(inner, values) for inner in group] for tag, group in places.groups.items()}
    return Record({tag: values[at] for tag, at in places.text.items()}, groups)


def _places(between: list[str], names: list[str]) -> _Places | None:
    """Which of a record's texts is which, by their names and the tags between them; None if these are not plain."""
    record = _Places()
    around: list[tuple[str, _Places]] = []
    for at, gap in enumerate(between):
        steps = _steps(gap) if gap else ()
        if steps is None:
            return None
        for closes, name in steps:
            if not closes:
                around.append((name, record))
                record = _Places()
                continue
            opened, outer = around.pop() if around else ("", record)
            if opened != name or not (record.text or record.groups):
                return None
            outer.groups.setdefault(name, []).append(record)
            record = outer
        if len(around) > DEEPEST:
            return None
        if at < len(names):
            record.text.setdefault(names[at], at)  # of one name the first counts
    return None if around else record


# The tags between two texts are the same in one task as in the next.
@lru_cache(maxsize=1 << 10)
def _steps(tags: str) -> tuple[tuple[bool, str], ...] | None:
    """Opening (False) and closing (True) tags in order; None if there is anything else."""
    parts = _STEP.split(tags)
    if any(parts[::3]):
        return None
    return tuple((bool(slash), name) for slash, name in zip(parts[1::3], parts[2::3], strict=True))
