"""What of all that is due somebody is to be told today: pure decisions over plain values."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

# In the morning of each member's own time zone.
HOUR = time(7)


@dataclass(frozen=True, slots=True)
class Due:
    """Something that is somebody's, and the day on which it is due.

    Where that is a word on how it goes, `since` is the day since which nobody said one.
    """

    owner: UUID
    kind: str
    id: UUID
    on: date
    since: date | None = None

    def line(self) -> dict[str, str]:
        """As JSON holds it."""
        said = {"since": self.since.isoformat()} if self.since else {}
        return {"kind": self.kind, "id": str(self.id), "on": self.on.isoformat(), **said}


Told = tuple[str, str]


def to_tell(due: Iterable[Due], *, today: date, ahead: int, told: Collection[Told]) -> list[Due]:
    """What is due from today up to `ahead` days on and was not told for that day before, what is due first first.

    >>> ann, monday = UUID(int=1), date(2026, 3, 2)
    >>> soon, late = (Due(ann, "issue", UUID(int=n), monday + timedelta(n)) for n in (2, 3))
    >>> to_tell([late, soon], today=monday, ahead=2, told=[]) == [soon]
    True
    >>> to_tell([soon], today=monday, ahead=2, told=[(str(soon.id), "2026-03-04")])
    []
    """
    last = today + timedelta(days=ahead)
    found = [one for one in due if today <= one.on <= last and (str(one.id), one.on.isoformat()) not in told]
    return sorted(found, key=lambda one: (one.on, one.kind, one.id))


def morning(now: datetime) -> date:
    """The last day whose hour of telling has come, by the clock of `now`.

    >>> morning(datetime(2026, 3, 2, 6, 59)), morning(datetime(2026, 3, 2, 7))
    (datetime.date(2026, 3, 1), datetime.date(2026, 3, 2))
    """
    return now.date() if now.time() >= HOUR else now.date() - timedelta(days=1)
