"""Where a passage stands in a text that may have been edited since. Plain values in and out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from northline.core.richtext import Doc

# So many characters on either side tell passages apart that read the same.
CONTEXT = 40
_BLOCKS = frozenset({"paragraph", "heading", "codeBlock"})


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote with what stands before and after it."""

    quote: str
    before: str
    after: str


def text_of(doc: Doc) -> str:
    """The text of a document as passages are counted in it: every block and every break ends a line.

    >>> text_of({"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "Hi"}]}]})
    'Hi\\n'
    """
    return "".join(_pieces(doc))


def _pieces(node: Doc) -> Iterator[str]:
    kind = node.get("type")
    if kind == "text":
        yield str(node.get("text", ""))
    elif kind == "mention":
        yield f"@{node.get('attrs', {}).get('label') or ''}"
    elif kind == "hardBreak":
        yield "\n"
    for child in node.get("content", ()):
        yield from _pieces(child)
    if kind in _BLOCKS:
        yield "\n"


def find(text: str, passage: Passage) -> tuple[int, int] | None:
    """Where the passage begins and ends; where its words stand more than once, where most around them is as it was.

    Spaces and line ends are all alike. None when its words are not in the text any more.

    >>> find("Slow on Monday. Slow  on Friday.", Passage("slow on", before="Monday.", after="Friday"))
    >>> find("Slow on Monday. Slow  on Friday.", Passage("Slow on", before="Monday. ", after=" Friday"))
    (16, 24)
    """
    words = passage.quote.split()
    if not words:
        return None
    pattern = r"\s+".join(map(re.escape, words))
    spans = [match.span() for match in re.finditer(pattern, text)]
    return max(spans, key=lambda span: (_likeness(text, span, passage), -span[0])) if spans else None


def passage_at(text: str, span: tuple[int, int]) -> Passage:
    """The passage that stands there, its spaces and line ends as single spaces."""
    start, end = span
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return Passage(" ".join(text[start:end].split()), before=before, after=after)


def units(text: str) -> int:
    """The length of a text as browsers count it: in UTF-16 units.

    >>> units("aä🙂")
    4
    """
    return len(text.encode("utf-16-le")) // 2


def _likeness(text: str, span: tuple[int, int], passage: Passage) -> int:
    """How many characters on both sides are as they were, spaces left out."""
    start, end = span
    before = zip(
        reversed(_bare(text[max(0, start - 2 * CONTEXT) : start])),
        reversed(_bare(passage.before)),
        strict=False,
    )
    after = zip(_bare(text[end : end + 2 * CONTEXT]), _bare(passage.after), strict=False)
    return _alike(before) + _alike(after)


def _alike(pairs: Iterator[tuple[str, str]]) -> int:
    count = 0
    for one, other in pairs:
        if one != other:
            break
        count += 1
    return count


def _bare(text: str) -> str:
    return "".join(text.split())
