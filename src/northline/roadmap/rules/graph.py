"""Ways through a directed graph of initiatives. Plain values in, plain values out."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterable
from typing import TypeVar

N = TypeVar("N", bound=Hashable)


def way(edges: Iterable[tuple[N, N]], start: N, goal: N) -> list[N]:
    """The shortest way along the edges from `start` to `goal`, both named; empty where none leads there.

    >>> way([("a", "b"), ("b", "c")], "a", "c")
    ['a', 'b', 'c']
    >>> way([("a", "b")], "b", "a")
    []
    """
    following: dict[N, list[N]] = {}
    for before, after in edges:
        following.setdefault(before, []).append(after)
    came_from: dict[N, N | None] = {start: None}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        if here == goal:
            return _back(came_from, goal)
        for after in following.get(here, ()):
            if after not in came_from:
                came_from[after] = here
                waiting.append(after)
    return []


def _back(came_from: dict[N, N | None], goal: N) -> list[N]:
    steps: list[N] = []
    here: N | None = goal
    while here is not None:
        steps.append(here)
        here = came_from[here]
    return steps[::-1]
