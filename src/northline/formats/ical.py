"""Dates as an iCalendar file (RFC 5545), for calendars that subscribe to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import icalendar

PRODUCT = "-//Northline//Northline//EN"
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Event:
    """Whole days from `start` to `finish`, both included; the same `uid` names the same event in later files."""

    uid: str
    title: str
    start: date
    finish: date
    note: str = ""
    address: str = ""


def ical(name: str, events: Iterable[Event], *, stamped: datetime) -> bytes:
    """A calendar of that name; `stamped` (with its time zone) says when it was made.

    >>> from datetime import UTC
    >>> fair = Event("INI-1@example", "Trade fair", date(2027, 3, 9), date(2027, 3, 10))
    >>> lines = ical("Harbour", [fair], stamped=datetime(2026, 11, 28, 12, tzinfo=UTC)).split(b"\\r\\n")
    >>> b"DTEND;VALUE=DATE:20270311" in lines
    True
    """
    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for event in events:
        calendar.add_component(_component(event, stamped))
    return bytes(calendar.to_ical())


def _component(event: Event, stamped: datetime) -> icalendar.Event:
    made = icalendar.Event()
    made.add("uid", event.uid)
    made.add("dtstamp", stamped)
    made.add("summary", event.title)
    made.add("dtstart", event.start)
    # The end of whole days is the first day after them.
    made.add("dtend", event.finish + DAY)
    made.add("transp", "TRANSPARENT")
    if event.note:
        made.add("description", event.note)
    if event.address:
        made.add("url", event.address)
    return made
