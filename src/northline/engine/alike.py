"""Where two states of a list differ: what they begin and end with alike is left out."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from northline.engine import kernels as k
from northline.engine.calendars import Ints

BLOCK = 4096


def middles(old: Sequence[Any], new: Sequence[Any]) -> tuple[range, range]:
    """The numbers between the common beginning and the common end.

    >>> middles("abcd", "axd")
    (range(1, 3), range(1, 2))
    """
    head = _alike(old, new)
    tail = _alike(old[: head - 1 if head else None : -1], new[: head - 1 if head else None : -1])
    return range(head, len(old) - tail), range(head, len(new) - tail)


def renumbered(count: int, parts: tuple[range, range]) -> Ints:
    """The new number of each of `count` old ones, NONE in the middle."""
    before, after = parts
    number = np.full(count, k.NONE, np.int64)
    number[: before.start] = np.arange(before.start)
    number[before.stop :] = np.arange(after.stop, after.stop + count - before.stop)
    return number


def _alike(old: Sequence[Any], new: Sequence[Any]) -> int:
    """How many the two begin with alike."""
    shared = min(len(old), len(new))
    for first in range(0, shared, BLOCK):
        a, b = old[first : first + BLOCK], new[first : first + BLOCK]
        if a != b:
            return first + next(
                (n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
            )
    return shared
