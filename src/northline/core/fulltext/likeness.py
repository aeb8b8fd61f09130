"""How alike two texts are. Values in, values out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log

from northline.core.fulltext.words import tokens

# A word in the title says more of what a text is about than one below it.
TITLE = 3
MOST_WORDS = 1_500


def told(title: str, words: str) -> Counter[str]:
    """How often each word that could tell two texts apart stands in one: no figures, none under three letters.

    >>> told("Export to PDF", "the export")
    Counter({'export': 4, 'pdf': 3, 'the': 1})
    """
    found: Counter[str] = Counter()
    for text, weight in ((title, TITLE), (words, 1)):
        for token in tokens(text)[:MOST_WORDS]:
            if not token.isdecimal() and (len(token) > 2 or not token.isascii()):
                found[token] += weight
    return found


def weights(counts: Mapping[str, int], *, documents: Mapping[str, int], of: int) -> dict[str, float]:
    """tf-idf of each word: (1 + ln tf) · idf², with BM25's idf = ln(1 + (N - df + ½) / (df + ½)) (Robertson, Spärck
    Jones 1976), squared so that what stands in every other text weighs next to nothing in a small workspace too."""

    def idf(word: str) -> float:
        df = min(documents.get(word, 0), of)
        return log(1 + (of - df + 0.5) / (df + 0.5))

    return {word: (1 + log(count)) * idf(word) ** 2 for word, count in counts.items()}


def shared(mine: Mapping[str, float], theirs: Iterable[str]) -> float:
    """How much of what is said here, by weight, is said there too: 0 to 1."""
    whole = sum(mine.values())
    other = set(theirs)
    return sum(weight for word, weight in mine.items() if word in other) / whole if whole else 0.0


def alike(mine: Mapping[str, float], theirs: Sequence[str]) -> float:
    """Both ways, as a harmonic mean: 1 for texts of the same words, however often each stands there."""
    other = set(theirs)
    here = shared(mine, other)
    there = sum(word in mine for word in other) / len(other) if other else 0.0
    return 2 * here * there / (here + there) if here and there else 0.0


def titles_alike(one: str, other: str) -> float:
    """Jaccard's likeness of the letter triples of two titles, as PostgreSQL's pg_trgm takes them: 0 to 1.

    >>> titles_alike("Export to PDF", "export to pdf!")
    1.0
    >>> titles_alike("Export fails", "Exprot fails") > 0.5
    True
    """
    mine, theirs = _triples(one), _triples(other)
    union = len(mine | theirs)
    return len(mine & theirs) / union if union else 0.0


def _triples(title: str) -> set[str]:
    found: set[str] = set()
    for word in tokens(title):
        padded = f"  {word} "
        found |= {padded[at : at + 3] for at in range(len(padded) - 2)}
    return found
