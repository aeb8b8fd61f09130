"""Text as the index holds it, and a search as a person types it. Values in, values out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

# PostgreSQL counts positions up to 16,383 and refuses long lexemes; nobody searches for a word that long.
MOST_TOKENS, LONGEST = 15_000, 60
MOST_TERMS = 12
# Letters that are no other letter with a mark, but that are typed as one.
_ALIKE = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t"}
)
# Chinese and Japanese put no space between words: every sign is a token, and a word is a phrase of them.
_SIGN = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
TOKEN = re.compile(rf"[{_SIGN}]|[^\W_{_SIGN}]+")
_TERM = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')


def tokens(text: str) -> list[str]:
    """The words of a text in order, folded: lower case, without marks.

    >>> tokens("Crème brûlée, NL-142")
    ['creme', 'brulee', 'nl', '142']
    """
    return [token[:LONGEST] for token in TOKEN.findall(folded(text))]


def folded(text: str) -> str:
    """The text in lower case and without marks.

    >>> folded("Ångström Straße")
    'angstrom strasse'
    """
    if text.isascii():
        return text.lower()
    return "".join(_fold(character) for character in text)


@lru_cache(maxsize=4096)
def _fold(character: str) -> str:
    """One character, folded to none, one or several."""
    apart = unicodedata.normalize("NFKD", character.casefold().translate(_ALIKE))
    return "".join(part for part in apart.casefold() if unicodedata.category(part) != "Mn")


@dataclass(frozen=True, slots=True)
class Term:
    """Tokens that stand one after the other; with `prefix` the last may go on."""

    tokens: tuple[str, ...]
    prefix: bool


@dataclass(frozen=True, slots=True)
class Query:
    """What must all stand in an entry, and what must not stand there."""

    wanted: tuple[Term, ...] = ()
    unwanted: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.wanted or self.unwanted)


def said(q: str) -> list[tuple[str, bool]]:
    """The words and "phrases" of a search as they were typed, each with whether it must stand or be absent.

    >>> said('Über "per month" -pdf')
    [('Über', True), ('per month', True), ('pdf', False)]
    """
    return [(text, wanted) for text, _, wanted in _terms(q)]


def parsed(q: str) -> Query:
    """The search that a person typed: words (which may go on), "phrases" as they stand, -words that must be absent.

    >>> parsed('expo "per month" -pdf').wanted
    (Term(tokens=('expo',), prefix=True), Term(tokens=('per', 'month'), prefix=False))
    """
    terms: dict[bool, list[Term]] = {True: [], False: []}
    for text, phrase, wanted in _terms(q):
        terms[wanted].append(Term(tuple(tokens(text))[:MOST_TERMS], prefix=not phrase))
    return Query(tuple(terms[True]), tuple(terms[False]))


def _terms(q: str) -> Iterator[tuple[str, bool, bool]]:
    """What was typed, whether as a phrase, and whether it must stand: the first of those that hold a word."""
    found = (
        (
            match["word"] if match["phrase"] is None else match["phrase"],
            match["phrase"] is not None,
            not match["minus"],
        )
        for match in _TERM.finditer(q)
    )
    return islice((term for term in found if tokens(term[0])), MOST_TERMS)
