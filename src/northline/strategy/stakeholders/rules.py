"""Who is asked to sign what, and how far they agree. Plain values in, plain values out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

Word = Literal["agree", "reservation", "objection"]
AGREES: Collection[str] = ("agree", "reservation")


def content_hash(boxes: Mapping[str, object]) -> str:
    """The SHA-256 of a document's boxes, the same whatever their order: what somebody signs is told by it.

    >>> content_hash({"a": "x", "b": "y"}) == content_hash({"b": "y", "a": "x"})
    True
    """
    told = json.dumps(dict(boxes), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(told.encode()).hexdigest()


def changed_boxes(before: Mapping[str, object], after: Mapping[str, object]) -> set[str]:
    """The boxes that two versions hold differently; a missing one is like an empty one."""
    return {name for name in {*before, *after} if (before.get(name) or "") != (after.get(name) or "")}


@dataclass(frozen=True, slots=True)
class Party:
    """A stakeholder as a request sees them: the boxes that concern them (none named: all), and whether they have
    answered an earlier version, and what has changed since that one."""

    concern: frozenset[str]
    answered: bool
    changed: frozenset[str]


def is_asked(party: Party, *, material: Collection[str]) -> bool:
    """Is a new version put before them: did they never answer, or did something material to them change since?

    Material is a changed box of their concern, and any changed box that is marked so.

    >>> is_asked(Party(frozenset({"needs"}), True, frozenset({"product"})), material=())
    False
    """
    if not party.answered:
        return True
    own = party.changed & party.concern if party.concern else party.changed
    return bool(own or party.changed & frozenset(material))


def alignment(words: Iterable[str | None]) -> float | None:
    """The share of those who agree, with a reservation or without, among all who were asked; None where nobody was.

    >>> alignment(["agree", "reservation", "objection", None])
    0.5
    """
    told = list(words)
    return sum(word in AGREES for word in told) / len(told) if told else None
