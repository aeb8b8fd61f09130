"""What a container's parts add up to. Plain values in, plain values out."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from datetime import date
from typing import TypeVar

N = TypeVar("N", bound=Hashable)
Span = tuple[date, date]


def rolled_up(items: Iterable[tuple[N, N | None, Span | None]]) -> dict[N, Span]:
    """From the first to the last day of everything inside, for each container that has dated parts.

    `items` are (id, the id of its container, its own span). A container's own span is no part of its sum.

    >>> rolled_up([("a", None, None), ("b", "a", (date(2026, 1, 5), date(2026, 2, 1)))])["a"]
    (datetime.date(2026, 1, 5), datetime.date(2026, 2, 1))
    """
    rows = list(items)
    parent_of = {key: parent for key, parent, _ in rows}
    found: dict[N, Span] = {}
    for key, _, span in rows:
        seen, above = {key}, parent_of[key]
        while span is not None and above is not None and above not in seen:
            seen.add(above)
            start, finish = found.get(above, span)
            found[above] = (min(start, span[0]), max(finish, span[1]))
            above = parent_of.get(above)
    return found
