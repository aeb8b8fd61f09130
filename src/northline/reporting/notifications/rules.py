"""When somebody is not to be disturbed, and when the next mail may leave. Plain values in, plain values out."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

MIDNIGHT = time(0)
# Mails about what just happened are so far apart at least.
APART = timedelta(minutes=10)
# The hour at which the mail of the day leaves.
DAILY = time(7)


@dataclass(frozen=True, slots=True)
class Quiet:
    """The hours of every day, over midnight where they end before they begin, and whole days; Monday is 0."""

    zone: str = "UTC"
    begins: time | None = None
    ends: time | None = None
    days: Set[int] = frozenset()

    def covers(self, at: datetime) -> bool:
        """Is this moment quiet?

        >>> night = Quiet("Europe/Berlin", time(18), time(8), days=frozenset({5, 6}))
        >>> night.covers(datetime.fromisoformat("2026-03-02T17:30+00:00"))
        True
        >>> night.covers(datetime.fromisoformat("2026-03-02T16:30+00:00"))
        False
        """
        here = at.astimezone(ZoneInfo(self.zone))
        return here.weekday() in self.days or self._in_hours(here.time())

    def _in_hours(self, clock: time) -> bool:
        if self.begins is None or self.ends is None:
            return False
        if self.begins < self.ends:
            return self.begins <= clock < self.ends
        return clock >= self.begins or clock < self.ends

    def until(self, at: datetime) -> datetime | None:
        """When the quiet time ends that `at` lies in; None where it lies in none, or none ever ends.

        >>> night = Quiet("Europe/Berlin", time(18), time(8), days=frozenset({5, 6}))
        >>> friday = datetime.fromisoformat("2026-03-06T19:00+01:00")
        >>> night.until(friday).isoformat()
        '2026-03-09T08:00:00+01:00'
        """
        if not self.covers(at):
            return None
        zone = ZoneInfo(self.zone)
        day = at.astimezone(zone).date()
        edges = (
            datetime.combine(day + timedelta(days=n), clock, zone)
            for n in range(9)
            for clock in sorted({MIDNIGHT, self.ends or MIDNIGHT})
        )
        return next((edge for edge in edges if edge > at and not self.covers(edge)), None)

    def never_ends(self) -> bool:
        """Is there no moment of the week that is not quiet?"""
        return len(self.days) == 7 or (self.begins is not None and self.begins == self.ends)


def next_due(now: datetime, *, daily: bool, quiet: Quiet) -> datetime:
    """From when on the next mail may leave after one left now.

    >>> night = Quiet("UTC", time(18), time(8))
    >>> next_due(datetime.fromisoformat("2026-03-02T17:55+00:00"), daily=False, quiet=night).isoformat()
    '2026-03-03T08:00:00+00:00'
    >>> next_due(datetime.fromisoformat("2026-03-02T17:55+00:00"), daily=True, quiet=Quiet()).isoformat()
    '2026-03-03T07:00:00+00:00'
    """
    at = _next_morning(now, quiet.zone) if daily else now + APART
    return quiet.until(at) or at


def _next_morning(now: datetime, zone: str) -> datetime:
    here = now.astimezone(ZoneInfo(zone))
    at = datetime.combine(here.date(), DAILY, here.tzinfo)
    return at if at > here else datetime.combine(here.date() + timedelta(days=1), DAILY, here.tzinfo)
