"""What a card of the wall says. Plain values in, plain values out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from northline.reporting.status.comparing import later, points
from northline.reporting.status.rules import ORDER
from northline.reporting.status.values import State, is_old

Way = Literal["better", "worse", "same", "unknown"]
# A chance that moved by fewer points says nothing.
POINTS = 5


@dataclass(frozen=True, slots=True)
class Trend:
    """Against the last report: points of progress and chance, calendar days that the finish is later."""

    way: Way
    share: int | None = None
    chance: int | None = None
    finish: int | None = None


def trend_of(
    was: Mapping[str, Any] | None, *, share: float, chance: float | None, finish: date | None
) -> Trend:
    """What became of a project since its last report; the chance decides, and where there is none the finish.

    >>> was = {"share": 0.2, "chance": 0.8, "finish": "2026-04-01"}
    >>> trend_of(was, share=0.3, chance=0.6, finish=date(2026, 4, 3))
    Trend(way='worse', share=10, chance=-20, finish=2)
    """
    if was is None:
        return Trend("unknown")
    gained, days = points(was["chance"], chance), later(was["finish"], finish.isoformat() if finish else None)
    moved = points(was["share"], share)
    if gained is not None:
        way: Way = "same" if abs(gained) < POINTS else "better" if gained > 0 else "worse"
    elif days is not None:
        way = "same" if not days else "worse" if days > 0 else "better"
    else:
        way = "unknown"
    return Trend(way, moved, gained, days)


def shown_health(live: State, said: State | None, *, published_at: datetime | None, now: datetime) -> State:
    """The health of a card: what the last report said while it is fresh, after that what the data say.

    >>> shown_health("off_track", "at_risk", published_at=datetime(2026, 3, 1), now=datetime(2026, 3, 9))
    'at_risk'
    """
    if said is None or published_at is None or is_old(published_at, now=now):
        return live
    return said


def urgency(health: State, chance: float | None, key: str) -> tuple[int, float, str]:
    """The worst first; of the same health the least likely."""
    return -ORDER.index(health), 1.0 if chance is None else chance, key
