"""What of a text to show for a search, with what was found marked. Runs of plain text: whoever shows them escapes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from northline.core.fulltext.words import TOKEN, Query, Term, folded

# Characters of an excerpt, and how many of them come before what was found.
LONG, BEFORE = 180, 50
Span = tuple[int, int]


def marked(text: str, query: Query) -> list[dict[str, Any]]:
    """The whole text in runs.

    >>> from northline.core.fulltext.words import parsed
    >>> marked("Export été", parsed("ete"))
    [{'text': 'Export ', 'hit': False}, {'text': 'été', 'hit': True}]
    """
    return _runs(text, _spans(text, query), 0, len(text))


def excerpt(text: str, query: Query) -> list[dict[str, Any]]:
    """About LONG characters of the text around the densest of what was found; the beginning where nothing was."""
    text = " ".join(text.split())
    spans = _spans(text, query)
    start, finish = _window(text, spans)
    runs = _runs(text, spans, start, finish)
    if start > 0 and runs:
        runs[0]["text"] = "…" + runs[0]["text"]
    if finish < len(text) and runs:
        runs[-1]["text"] += "…"
    return runs


def _window(text: str, spans: list[Span]) -> Span:
    if not spans:
        return 0, _word_end(text, LONG)
    reach = LONG - BEFORE
    densest = max(spans, key=lambda at: (sum(at[0] <= other[0] < at[0] + reach for other in spans), -at[0]))
    start = text.rfind(" ", 0, max(0, densest[0] - BEFORE)) + 1
    return start, max(densest[1], _word_end(text, start + LONG))


def _word_end(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    space = text.rfind(" ", 0, at)
    return space if space > at - 30 else at


def _runs(text: str, spans: list[Span], start: int, finish: int) -> list[dict[str, Any]]:
    cuts = sorted({start, finish, *(min(max(edge, start), finish) for span in spans for edge in span)})
    return [
        {"text": text[a:b], "hit": any(one <= a and b <= other for one, other in spans)}
        for a, b in pairwise(cuts)
    ]


def _spans(text: str, query: Query) -> list[Span]:
    """Where what was looked for stands, apart and in order."""
    places = list(_placed(text))
    found: list[Span] = []
    for term in query.wanted:
        size = len(term.tokens)
        found += [
            (places[at][1][0], places[at + size - 1][1][1])
            for at in range(len(places) - size + 1)
            if _stands(term, [token for token, _ in places[at : at + size]])
        ]
    apart: list[Span] = []
    for start, finish in sorted(found):
        if apart and start < apart[-1][1]:
            apart[-1] = apart[-1][0], max(apart[-1][1], finish)
        else:
            apart.append((start, finish))
    return apart


def _stands(term: Term, here: list[str]) -> bool:
    *first, last = term.tokens
    return here[:-1] == first and (here[-1].startswith(last) if term.prefix else here[-1] == last)


def _placed(text: str) -> Iterator[tuple[str, Span]]:
    """The tokens of a text and where each stands in it, unfolded."""
    if text.isascii():
        for match in TOKEN.finditer(text.lower()):
            yield match[0], match.span()
        return
    origin: list[int] = []
    parts: list[str] = []
    for at, character in enumerate(text):
        part = folded(character)
        parts.append(part)
        origin += [at] * len(part)
    for match in TOKEN.finditer("".join(parts)):
        yield match[0], (origin[match.start()], origin[match.end() - 1] + 1)
