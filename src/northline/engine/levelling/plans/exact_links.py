"""Which links of a plan the model for CP-SAT has to hold."""

from typing import TypeAlias

# Node, side, node, side, shift: the second is no earlier than the first and the shift.
Edge: TypeAlias = tuple[int, int, int, int, int]


def that_bear(links: list[Edge], counted: list[int]) -> list[Edge]:
    """Those links that lead, over others or by themselves, to a node that counts towards the finish.

    Where the others lead may lie off the axis, which ends with the finish.

    >>> that_bear([(0, 1, 1, 0, 5), (0, 1, 2, 0, 0), (2, 0, 3, 0, 0)], counted=[0, 3])
    [(0, 1, 2, 0, 0), (2, 0, 3, 0, 0)]
    """
    into: dict[int, set[int]] = {}
    for before, _, after, _, _ in links:
        into.setdefault(after, set()).add(before)
    bearing, fresh = set(counted), list(counted)
    while fresh:
        waited = into.get(fresh.pop(), set()) - bearing
        bearing |= waited
        fresh += waited
    return [link for link in links if link[2] in bearing]
