"""What notification settings look like over the API."""

from __future__ import annotations

from datetime import datetime, time
from typing import Annotated, Literal
from zoneinfo import available_timezones

from pydantic import AfterValidator, Field

from northline.core.schemas import In, Out
from northline.reporting.notifications.models import DUE_DAYS_AHEAD, MOST_DAYS_AHEAD

Mail = Literal["off", "soon", "daily"]
Weekday = Annotated[int, Field(ge=0, le=6)]


def _known_zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError("is no time zone; take a name such as Europe/Berlin")
    return name


TimeZone = Annotated[str, AfterValidator(_known_zone)]


class NotificationsIn(In):
    """`quiet_from` and `quiet_to` are hours of every day in the time zone, over midnight where they end first;
    `quiet_days` are quiet from midnight to midnight, Monday is 0. `due_days_ahead` is null for never."""

    mail: Mail
    browser: bool
    time_zone: TimeZone
    quiet_from: time | None = None
    quiet_to: time | None = None
    quiet_days: list[Weekday] = []
    due_days_ahead: Annotated[int, Field(ge=0, le=MOST_DAYS_AHEAD)] | None = DUE_DAYS_AHEAD


class NotificationsOut(Out):
    """`quiet_until` is when the quiet time ends that it is now; `time_zone` is empty where none was chosen yet."""

    mail: Mail
    browser: bool
    time_zone: str
    quiet_from: time | None
    quiet_to: time | None
    quiet_days: list[int]
    due_days_ahead: int | None
    quiet_until: datetime | None
