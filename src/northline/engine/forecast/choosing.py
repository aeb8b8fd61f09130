"""Who takes up a task that more than one could, and in which way: the first way that can be filled at once.

A way has slots (a person it names, a demand that any of several can fill, a stock that it eats from), a slot has
candidates in order of preference. Slots are filled in order, each by its first free candidate; where a later slot
finds nobody, those before it give way to it along an augmenting path (Kuhn, 1955), so that whoever can be found is
found, and nobody fills two slots. Written for numba, like crew.py, whose arrays it reads.
"""

# ruff: noqa: PLR0912  loops within loops that numba inlines, as in crew.py

from typing import Any

from northline.engine import kernels as k
from northline.engine.forecast.codes import decode, encode
from northline.engine.forecast.events import SLACK

MINUTES, FIRST, LAST = 0, 1, 2
WHO, HOURS, LENGTH = 0, 1, 2
STOCK = -1

Row = Any


def choose(
    v: int, now: int, free: Row, way_ptr: Row, way: Row, slot: Row, slot_units: Row, cand: Row,
    picked: Row, holder: Row, seen: Row, from_slot: Row, from_cand: Row, line: Row, wish: Row,
    c: int, begin: Row, end: Row, before: Row, offset: Row, index: Row, flag: Row,
) -> int:  # fmt: skip
    """The first way of task v that those free now can fill, with its slots' candidates in `picked`; -1 for none.

    At least one of them must be at work; `wish[0]` is then the code at which the next of those free begins work.
    """
    wish[0] = k.FAR
    t = decode(now, c, begin, end, before, offset, index, flag)
    for w in range(way_ptr[v], way_ptr[v + 1]):
        first, last = way[w, FIRST], way[w, LAST]
        for i in range(first, last):
            picked[i] = -1
            for x in range(slot[i], slot[i + 1]):
                holder[cand[x, WHO]] = -1
        filled = True
        for i in range(first, last):
            found = False
            for any_hour in range(2):
                if not found:
                    found = fill(
                        i, any_hour, t, free, slot, slot_units, cand, picked, holder, seen, from_slot, from_cand,
                        line, first, c, begin, end, before, offset, index, flag,
                    )  # fmt: skip
            filled = filled and found
        awake = True
        for i in range(first, last):
            x = picked[i]
            if filled and cand[x, HOURS] != STOCK:
                awake = begins_at(x, t, cand, c, begin, end, before, offset, index, flag) == t
                if awake:
                    break
        if filled and awake:
            return int(w)
    for w in range(way_ptr[v], way_ptr[v + 1]):
        for i in range(way[w, FIRST], way[w, LAST]):
            for x in range(slot[i], slot[i + 1]):
                if cand[x, HOURS] != STOCK and free[cand[x, WHO]] >= slot_units[i] - SLACK:
                    u = begins_at(x, t, cand, c, begin, end, before, offset, index, flag)
                    if u > t:
                        wish[0] = min(wish[0], encode(u, c, begin, end, before, offset, index, flag))
    return -1


def fill(
    i: int, any_hour: int, t: int, free: Row, slot: Row, slot_units: Row, cand: Row, picked: Row, holder: Row,
    seen: Row, from_slot: Row, from_cand: Row, line: Row, first: int,
    c: int, begin: Row, end: Row, before: Row, offset: Row, index: Row, flag: Row,
) -> bool:  # fmt: skip
    """Find slot i a candidate, by moving others on where need be; only of those at work, unless at `any_hour`."""
    seen[0] += 1
    stamp = seen[0]
    line[0] = i
    head = 0
    tail = 1
    while head < tail:
        j = line[head]
        head += 1
        for x in range(slot[j], slot[j + 1]):
            r = cand[x, WHO]
            if seen[r + 1] == stamp or free[r] < slot_units[j] - SLACK:
                continue
            mute = any_hour or cand[x, HOURS] == STOCK
            if not mute and begins_at(x, t, cand, c, begin, end, before, offset, index, flag) > t:
                continue
            seen[r + 1] = stamp
            from_slot[r] = j
            from_cand[r] = x
            if holder[r] >= 0:
                line[tail] = holder[r]
                tail += 1
                continue
            while True:
                j = from_slot[r]
                held = picked[j]
                picked[j] = from_cand[r]
                holder[r] = j
                if j == i:
                    return True
                r = cand[held, WHO]
    return False


def begins_at(
    x: int, t: int, cand: Row, c: int, begin: Row, end: Row, before: Row, offset: Row, index: Row, flag: Row
) -> int:  # fmt: skip
    """When a candidate who is free at date t begins: at once, too, where the plan's main calendar only pauses."""
    if cand[x, HOURS] == c:
        return t
    return int(k.shift(t, 0, cand[x, HOURS], True, begin, end, before, offset, index, flag))


def fit(
    v: int, w: int, drawn: int, base: int, home: int, own_ptr: Row, own_cal: Row, minutes: Row, rest: Row,
    way: Row, slot: Row, cand: Row, picked: Row,
) -> None:  # fmt: skip
    """Lay the drawn minutes of task v out as stretches of those who do it in way w (-1: of the task alone)."""
    g = own_ptr[v]
    if w >= 0:
        for i in range(way[w, FIRST], way[w, LAST]):
            x = picked[i]
            if cand[x, HOURS] != STOCK and cand[x, LENGTH] > 0:
                own_cal[g] = cand[x, HOURS]
                minutes[g] = scaled(drawn, cand[x, LENGTH], base)
                g += 1
    if g == own_ptr[v]:
        own_cal[g] = home
        minutes[g] = drawn if w < 0 else scaled(drawn, way[w, MINUTES], base)
        g += 1
    for h in range(g, own_ptr[v + 1]):
        own_cal[h] = own_cal[g - 1]
        minutes[h] = minutes[g - 1]
    for h in range(own_ptr[v], own_ptr[v + 1]):
        rest[h] = minutes[h]


def scaled(drawn: int, length: int, base: int) -> int:
    """Drawn minutes of something that is planned to last `base`, for what is planned to last `length`."""
    if length == base:
        return drawn
    least = 1 if drawn > 0 and length > 0 else 0
    return max(least, (2 * drawn * length + base) // (2 * base))
