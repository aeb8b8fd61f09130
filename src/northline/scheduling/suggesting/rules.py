"""Which finished work is like an item, and what it says of the item's estimate: pure decisions over plain values."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any, TypeVar

from northline.core.fulltext.likeness import shared, told

# Of fewer cases nobody should read a range.
LEAST = 5
MOST = 20
# The share of an item's words, by weight, and of its own fields that a case must have.
ALIKE = 0.35
# How much of the likeness own fields are, where the item has some.
OF_FIELDS = 0.25

Told = TypeVar("Told", bound="Described")


@dataclass(frozen=True, slots=True)
class Described:
    """An item by its title and its own fields."""

    id: Any
    title: str
    custom: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """Working minutes that a finished task was estimated at, and took."""

    estimated: int
    actual: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Working minutes that so many of a hundred cases took at most, and the median of actual over estimated."""

    p10: int
    p50: int
    p80: int
    p90: int
    overrun: float | None


def most_alike(item: Described, finished: Sequence[Told]) -> list[tuple[float, Told]]:
    """The finished items that are like it, the most alike first, each with a likeness from 0 to 1.

    Words that stand in few titles weigh more.

    >>> ask = Described(1, "Order windows", {"room": "Hall"})
    >>> others = [Described(2, "Order doors and windows", {"room": "Hall"}), Described(3, "Paint doors", {})]
    >>> [(score, one.id) for score, one in most_alike(ask, others)]
    [(1.0, 2)]
    """
    words = [frozenset(told(one.title, "")) for one in finished]
    documents = Counter(word for titles in words for word in titles)
    # As if it stood once: a word that finished work never had makes the item less like any of it, not unlike all.
    mine = {word: math.log(1 + len(finished) / max(1, documents[word])) for word in told(item.title, "")}
    scored = [
        (_likeness(item, one, shared(mine, theirs)), one) for one, theirs in zip(finished, words, strict=True)
    ]
    found = [(round(score, 3), one) for score, one in scored if score >= ALIKE]
    return sorted(found, key=lambda pair: -pair[0])[:MOST]


def _likeness(item: Described, other: Described, of_words: float) -> float:
    said = {name: value for name, value in item.custom.items() if value not in (None, "", [])}
    if not said or not of_words:
        return of_words
    same = sum(1 for name, value in said.items() if other.custom.get(name) == value)
    return (1 - OF_FIELDS) * of_words + OF_FIELDS * same / len(said)


def suggested(cases: Iterable[Case]) -> Suggestion | None:
    """What the cases say; None of fewer than five.

    >>> suggested([Case(480, 480 * days) for days in (1, 1, 2, 2, 4)])
    Suggestion(p10=480, p50=960, p80=960, p90=1920, overrun=2.0)
    """
    known = list(cases)
    if len(known) < LEAST:
        return None
    took = sorted(case.actual for case in known)
    over = [case.actual / case.estimated for case in known if case.estimated]
    p10, p50, p80, p90 = (nearest_rank(took, percent) for percent in (10, 50, 80, 90))
    return Suggestion(p10, p50, p80, p90, round(median(over), 3) if over else None)


def nearest_rank(ordered: Sequence[int], percent: int) -> int:
    """The smallest of the values that so many of a hundred do not exceed.

    >>> nearest_rank([1, 2, 3, 4], 50), nearest_rank([1, 2, 3, 4], 80)
    (2, 4)
    """
    return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]
