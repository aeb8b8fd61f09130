"""WBS codes, which stay readable however deep a breakdown goes."""

from __future__ import annotations

LONGEST = 255
_KEPT = LONGEST // 2


def code_below(above: str, number: int) -> str:
    """The code of the item that is the `number`th below the one of this code; `above` is empty for the top.

    A code of more than 255 characters, the most that other planning programs hold, loses its middle: so a plan of any
    depth has codes that together grow with its items, not with their square.

    >>> code_below("", 3), code_below("3", 1)
    ('3', '3.1')
    >>> deep = "1"
    >>> for _ in range(5_000):
    ...     deep = code_below(deep, 1)
    >>> len(deep), deep[:4], deep[-4:], deep.count("…")
    (254, '1.1.', '.1.1', 1)
    """
    code = f"{above}.{number}" if above else str(number)
    if len(code) <= LONGEST:
        return code
    first, cut, _ = code.partition("…")
    if not cut:
        first = code[:_KEPT].rpartition(".")[0]
    return f"{first}…{code[-_KEPT:].partition('.')[2]}"


def is_cut(code: str) -> bool:
    """Has a code lost its middle?"""
    return "…" in code
