"""When an update is due, and how an initiative goes. Plain values in, plain values out."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple, cast

State = Literal["on_track", "at_risk", "off_track", "unknown"]
Reason = Literal["done", "late", "unlikely", "unsure", "said", "silent", "likely", "unplanned"]

# Work that is under way is told of at least this often.
OFTEN = timedelta(days=14)
# Chances of the target day that count as good and as barely even.
LIKELY, EVEN = 0.8, 0.5
UNDER_WAY = frozenset({"committed", "in_progress"})
_ORDER = ("on_track", "at_risk", "off_track")


class Health(NamedTuple):
    """`reason` says what decided."""

    state: State
    reason: Reason


def is_due(said: datetime, *, now: datetime) -> bool:
    """Is it time to say again how it goes? `said` is the newest update, or when the initiative was written down.

    >>> is_due(datetime(2026, 3, 2), now=datetime(2026, 3, 17))
    True
    """
    return now - said > OFTEN


def next_due(said: date, *, first: date) -> date:
    """The day from `first` on by which the next update is asked for: every fortnight again while nobody says anything.

    >>> next_due(date(2026, 3, 2), first=date(2026, 3, 3)), next_due(date(2026, 3, 2), first=date(2026, 3, 17))
    (datetime.date(2026, 3, 16), datetime.date(2026, 3, 30))
    """
    fortnights = -((said - first) // OFTEN)
    return said + OFTEN * max(1, fortnights)


def health(
    *, status: str, finish: date | None, chance: float | None, said: str, due: bool, today: date
) -> Health:
    """The worst of what the calendar, the plan and its people say.

    `finish` is the last day of the target window, `chance`, 0 to 1, that of being finished by then, `said` the newest
    update's word or nothing, `due` whether that is too old to count.

    >>> health(status="in_progress", finish=None, chance=0.6, said="on_track", due=False, today=date(2026, 3, 2))
    Health(state='at_risk', reason='unsure')
    """
    if status == "done":
        return Health("on_track", "done")
    found: list[Health] = []
    if finish is not None and finish < today:
        found.append(Health("off_track", "late"))
    if chance is not None:
        found.append(_of_chance(chance))
    if said and not due:
        # An update's column allows only states.
        found.append(Health(cast(State, said), "said"))
    elif due and status in UNDER_WAY:
        found.append(Health("at_risk", "silent"))
    return max(found, key=lambda one: _ORDER.index(one.state), default=Health("unknown", "unplanned"))


def _of_chance(chance: float) -> Health:
    if chance < EVEN:
        return Health("off_track", "unlikely")
    return Health("at_risk", "unsure") if chance < LIKELY else Health("on_track", "likely")
