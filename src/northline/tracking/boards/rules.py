"""How long work stands where it stands, and when that is long: decisions over plain values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from northline.delivery.workflow import Category
from northline.engine.forecast import CycleTimes

# Of fewer finished items nobody knows what is usual.
LEAST = 5
LONG = 85


@dataclass(frozen=True, slots=True)
class Step:
    """An item came into a state on a day."""

    on: date
    state: str
    category: Category


@dataclass(frozen=True, slots=True)
class Usual:
    """Within how many days 85 % of what is finished left each state, and was finished after its start."""

    by_state: Mapping[str, int]
    whole: int | None


def stays(steps: Sequence[Step], *, until: date) -> Mapping[str, int]:
    """How many days an item stood in each state, the last one up to `until`.

    >>> monday, friday = date(2026, 3, 2), date(2026, 3, 6)
    >>> stays([Step(monday, "review", "doing"), Step(friday, "done", "done")], until=friday)
    {'review': 4, 'done': 0}
    """
    found: dict[str, int] = defaultdict(int)
    ends = [step.on for step in steps[1:]] + [until]
    for step, end in zip(steps, ends, strict=True):
        found[step.state] += max(0, (end - step.on).days)
    return dict(found)


def usual(finished: Iterable[Sequence[Step]], cycle_times: CycleTimes) -> Usual:
    """What is usual by the steps of finished items and by how long they took."""
    days: dict[str, list[int]] = defaultdict(list)
    for steps in finished:
        for state, spent in stays(steps, until=steps[-1].on).items():
            if state != steps[-1].state:
                days[state].append(spent)
    return Usual(
        by_state={state: found for state, spent in days.items() if (found := long(spent)) is not None},
        whole=long(cycle_times.days),
    )


def long(days: Iterable[int]) -> int | None:
    """The 85th percentile (nearest rank); None of fewer than five.

    >>> long([1, 2, 3, 4, 20]), long([1, 2])
    (20, None)
    """
    sorted_days = tuple(sorted(days))
    return CycleTimes(sorted_days).percentile(LONG) if len(sorted_days) >= LEAST else None


def is_old(usual: Usual, *, state: str, in_state: int, age: int | None) -> bool:
    """Does it stand there longer than 85 % of what is finished did?

    Where nobody knows that of the state, its age since its start is compared with how long finished work took.

    >>> usual = Usual({"review": 3}, whole=10)
    >>> is_old(usual, state="review", in_state=4, age=5), is_old(usual, state="doing", in_state=4, age=5)
    (True, False)
    """
    if state in usual.by_state:
        return in_state > usual.by_state[state]
    return age is not None and usual.whole is not None and age > usual.whole


def over_limit(limit: int | None, count: int) -> bool:
    return limit is not None and count > limit
