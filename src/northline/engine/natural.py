"""The natural order of ids: numbers in them by number, so that "a9" stands before "a10"."""

import re
from typing import TypeAlias

# Longer ones than Python reads at once are compared piece by piece.
NUMBERS = re.compile("([0-9]{1,18})")
Key: TypeAlias = tuple[list[str | int], str]


def natural(text: str) -> Key:
    """A key to sort by; no two texts share one.

    >>> sorted(["a10", "b1", "a9", "10", "9"], key=natural)
    ['9', '10', 'a9', 'a10', 'b1']
    >>> natural("7" * 5000) < natural("7" * 5001)
    True
    """
    parts = NUMBERS.split(text)
    return [int(part) if place % 2 else part for place, part in enumerate(parts)], text
