"""Text as the index holds it, and a search as a person types it. Values in, values out."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

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
    found = ((match["phrase"] or match["word"] or "", not match["minus"]) for match in _TERM.finditer(q))
    return [(text, wanted) for text, wanted in found if tokens(text)][:MOST_TERMS]


def parsed(q: str) -> Query:
    """The search that a person typed: words (which may go on), "phrases" as they stand, -words that must be absent.

    >>> parsed('expo "per month" -pdf').wanted
    (Term(tokens=('expo',), prefix=True), Term(tokens=('per', 'month'), prefix=False))
    """
    wanted: list[Term] = []
    unwanted: list[Term] = []
    for match in _TERM.finditer(q):
        phrase = match["phrase"] is not None
        found = tuple(tokens(match["phrase"] if phrase else match["word"]))[:MOST_TERMS]
        if not found or len(wanted) + len(unwanted) == MOST_TERMS:
            continue
        term = Term(found, prefix=not phrase)
        (unwanted if match["minus"] else wanted).append(term)
    return Query(tuple(wanted), tuple(unwanted))
