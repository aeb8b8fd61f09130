"""Which projects hang together by links, and which of them could wait for each other in a circle. Plain values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

# The project waited for, and the project that waits.
Pair = tuple[UUID, UUID]


def programmes(pairs: Iterable[Pair]) -> list[frozenset[UUID]]:
    """The projects that are linked with each other, directly or by way of others, each set once."""
    beside: dict[UUID, set[UUID]] = defaultdict(set)
    for one, other in pairs:
        beside[one].add(other)
        beside[other].add(one)
    found: list[frozenset[UUID]] = []
    left = dict.fromkeys(beside)
    while left:
        group = _reached(next(iter(left)), beside)
        found.append(group)
        for one in group:
            left.pop(one, None)
    return found


def knot(pairs: Iterable[Pair], project_id: UUID) -> frozenset[UUID]:
    """The projects that a project both waits for and is waited for by, itself among them; none where no way leads back.

    >>> one, two, three = (UUID(int=n) for n in range(3))
    >>> sorted(knot([(one, two), (two, one), (two, three)], one)) == [one, two]
    True
    >>> knot([(one, two), (two, three)], one)
    frozenset()
    """
    onward: dict[UUID, set[UUID]] = defaultdict(set)
    back: dict[UUID, set[UUID]] = defaultdict(set)
    for before, after in pairs:
        onward[before].add(after)
        back[after].add(before)
    both = _reached(project_id, onward) & _reached(project_id, back)
    return both if len(both) > 1 else frozenset()


def _reached(first: UUID, steps: dict[UUID, set[UUID]]) -> frozenset[UUID]:
    found, waiting = {first}, [first]
    while waiting:
        for one in steps.get(waiting.pop(), ()):
            if one not in found:
                found.add(one)
                waiting.append(one)
    return frozenset(found)
