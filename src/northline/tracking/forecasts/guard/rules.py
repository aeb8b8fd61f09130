"""What a guard of a deadline does next: pure decisions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Step = Literal["nothing", "warn", "escalate", "end"]


@dataclass(frozen=True, slots=True)
class Fall:
    """A fall that is not over: the day of it, and whether somebody answered or was called after the first."""

    on: date
    answered: bool = False
    escalated: bool = False


def step(
    *, guarded: float | None, chance: float | None, fall: Fall | None, days: int, deputy: bool, today: date
) -> Step:
    """One warning a fall, one call to the deputy where nobody answers within `days`, and an end when it is over.

    >>> monday, fall = date(2026, 3, 2), Fall(date(2026, 2, 27))
    >>> step(guarded=0.6, chance=0.4, fall=fall, days=3, deputy=True, today=monday)
    'escalate'
    >>> step(guarded=0.6, chance=0.7, fall=fall, days=3, deputy=True, today=monday)
    'end'
    """
    if guarded is None or chance is None or chance >= guarded:
        return "nothing" if fall is None else "end"
    if fall is None:
        return "warn"
    waiting = not fall.answered and not fall.escalated
    return "escalate" if waiting and deputy and (today - fall.on).days >= days else "nothing"
