"""Serial schedule generation: every activity of a list as early as links and resources allow."""

from typing import Any


def place(net: Any, order: Any, duration: Any, need: Any, ptr: Any, pred: Any, free: Any, finish: Any) -> int:
    """A whole schedule: fills `finish`, returns the makespan; `free` is full before and after."""
    makespan = lay(net, order, duration, need, ptr, pred, free, finish)
    words = net.words
    for t in range(makespan):
        for w in range(words):
            free[t * words + w] = net.full[w]
    return makespan


def lay(net: Any, order: Any, duration: Any, need: Any, ptr: Any, pred: Any, free: Any, finish: Any) -> int:
    """Serial schedule generation: each of `order` as early as those waited for and the resources allow.

    Fills `finish`, takes what they need from `free`, returns the last finish. Kelley (1963).
    """
    makespan = 0
    words = net.words
    lid = net.guard[0]
    for i in order:
        start = 0
        for p in range(ptr[i], ptr[i + 1]):
            start = max(start, finish[pred[p]])
        length = duration[i]
        if length > 0:
            if words == 1:
                wanted = need[i]
                at = start + length - 1
                low = start
                while at >= low:
                    if (free[at] - wanted) & lid != lid:
                        # What was looked at after `at` fits: only the units that the window gains are left.
                        low = start + length
                        start = at + 1
                        at = start + length - 1
                    else:
                        at -= 1
                for t in range(start, start + length):
                    free[t] -= wanted
            else:
                start = gap(net, start, length, need, i * words, free)
                for t in range(start, start + length):
                    for w in range(words):
                        free[t * words + w] -= need[i * words + w]
        finish[i] = start + length
        makespan = max(makespan, finish[i])
    return makespan


def gap(net: Any, start: int, length: int, need: Any, row: int, free: Any) -> int:
    """The earliest start from `start` on at which `length` units have room for the need at `row`."""
    words = net.words
    at = start
    while at < start + length:
        for w in range(words):
            if (free[at * words + w] - need[row + w]) & net.guard[w] != net.guard[w]:
                start = at + 1
                break
        at += 1
    return start
