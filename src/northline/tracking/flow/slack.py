"""How the room before a deadline is used up: pure decisions over plain values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

Zone = Literal["green", "amber", "red"]
# A fever chart's lines (Leach, Critical Chain Project Management, 2014): the share of the room that may be used where
# nothing is done, and by how much more where everything is.
AMBER, RED = (0.15, 0.60), (0.30, 0.60)


@dataclass(frozen=True, slots=True)
class Recorded:
    """A forecast as it was on a day, the deadline of that day, and the share of the work that was done then."""

    on: date
    p50: date
    p80: date
    deadline: date
    done: float


@dataclass(frozen=True, slots=True)
class Burnt:
    """`slack_days` from the middle forecast to the deadline, `safe_days` from that of eight in ten; `used` is the
    share of the room there was at first, None where there was none."""

    on: date
    slack_days: int
    safe_days: int
    done: float
    used: float | None
    zone: Zone


def burnt(recorded: Iterable[Recorded]) -> list[Burnt]:
    """The room before the deadline day by day. Where the deadline moves, the room moves with it.

    >>> day = date(2026, 3, 2)
    >>> one = Recorded(day, p50=date(2026, 3, 20), p80=date(2026, 3, 25), deadline=date(2026, 3, 30), done=0.0)
    >>> late = Recorded(date(2026, 3, 9), date(2026, 3, 26), date(2026, 4, 2), date(2026, 3, 30), done=0.5)
    >>> [(each.slack_days, each.safe_days, each.used, each.zone) for each in burnt([one, late])]
    [(10, 5, 0.0, 'green'), (4, -3, 0.6, 'amber')]
    """
    found: list[Burnt] = []
    first: Recorded | None = None
    for row in recorded:
        first = first or row
        room = (row.deadline - first.p50).days
        slack = (row.deadline - row.p50).days
        used = round(1 - slack / room, 3) if room > 0 else None
        zone = zone_of(used, row.done, slack)
        found.append(Burnt(row.on, slack, (row.deadline - row.p80).days, row.done, used, zone))
    return found


def zone_of(used: float | None, done: float, slack: int) -> Zone:
    """Is more of the room used than work is done? Without room, only what ends in time is green.

    >>> zone_of(0.2, 0.5, 8), zone_of(0.5, 0.5, 5), zone_of(0.9, 0.5, 1), zone_of(None, 0.5, -1)
    ('green', 'amber', 'red', 'red')
    """
    if used is None:
        return "green" if slack >= 0 else "red"
    if slack < 0 or used > limit(RED, done):
        return "red"
    return "amber" if used > limit(AMBER, done) else "green"


def limit(line: tuple[float, float], done: float) -> float:
    """The share of the room that a line allows at a share of the work."""
    at_first, more = line
    return at_first + more * done
