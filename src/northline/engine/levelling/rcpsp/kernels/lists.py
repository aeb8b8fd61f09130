"""A schedule turned back into a list of activities, by counting."""

from typing import Any


def sort_falling(finish: Any, makespan: int, bins: Any, order: Any) -> None:
    """Fill `order` with the activities by falling finish; of equals, those later in the topology first."""
    n = len(order)
    count(finish, makespan, bins)
    for k in range(n):
        i = n - 1 - k
        key = makespan - finish[i]
        order[bins[key]] = i
        bins[key] += 1


def sort_mirrored(back: Any, makespan: int, bins: Any, order: Any) -> None:
    """The same by falling finish backwards, which is rising start; of equals, the earlier first."""
    count(back, makespan, bins)
    for i in range(len(order)):
        key = makespan - back[i]
        order[bins[key]] = i
        bins[key] += 1


def sort_rising(finish: Any, duration: Any, makespan: int, bins: Any, order: Any) -> None:
    """Fill `order` with the activities by rising start; of equals, those earlier in the topology first."""
    for t in range(makespan + 2):
        bins[t] = 0
    for i in range(len(order)):
        bins[finish[i] - duration[i] + 1] += 1
    for t in range(makespan + 1):
        bins[t + 1] += bins[t]
    for i in range(len(order)):
        key = finish[i] - duration[i]
        order[bins[key]] = i
        bins[key] += 1


def count(finish: Any, makespan: int, bins: Any) -> None:
    """Set `bins` to the places from which on each falling finish is filed."""
    for t in range(makespan + 2):
        bins[t] = 0
    for i in range(len(finish)):
        bins[makespan - finish[i] + 1] += 1
    for t in range(makespan + 1):
        bins[t + 1] += bins[t]
