"""Reminders of one's own: of two people one each that was told, and one that is to come."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time, timedelta

from northline.core import changes
from northline.core.scope import nameless
from northline.delivery.models import Project, WorkItem
from northline.demo.making import Making
from northline.reporting.reminders.actions import remind
from northline.reporting.reminders.models import Reminder
from northline.reporting.reminders.sending import REMINDED

HOUR = time(9)
# Who, of what of the large project (the project itself where nothing is named), in how many days, and the note.
COMING = (
    ("greta", "", 4, "Ask Marek what the spring tender needs before I meet the board."),
    ("marek", "Agreement with the works council", 2, "Call the works council if nothing came back."),
)
# The same, told so many days ago.
TOLD = (
    ("greta", "Decision: enough for the spring tender?", 1, "Bring the figures of the pilot."),
    ("marek", "Nordlicht signs off", 1, "Ask Nordlicht who signs."),
)


def remember(making: Making) -> None:
    for handle, title, days, note in TOLD:
        making.past.ago(days, _told(making, handle, title, days, note))
    for handle, title, days, note in COMING:
        making.past.ago(0.4, _coming(making, handle, title, days, note))


def _coming(making: Making, handle: str, title: str, days: int, note: str) -> Callable[[], None]:
    def deed() -> None:
        _asked(making, handle, title, days, note)

    return deed


def _told(making: Making, handle: str, title: str, days: int, note: str) -> Callable[[], None]:
    def deed() -> None:
        row = _asked(making, handle, title, 1, note)
        at = making.past.now - timedelta(days=days)
        Reminder.objects.filter(pk=row.pk).update(at=at, told_at=at, created_at=at - timedelta(days=7))
        changes.record(nameless(making.workspace.pk), REMINDED, row, after={"to": str(row.member_id)})

    return deed


def _asked(making: Making, handle: str, title: str, days: int, note: str) -> Reminder:
    project = making.project()
    about = WorkItem.objects.get(project=project, title=title) if title else project
    kind = WorkItem.KIND if title else Project.KIND
    return remind(kind, about.pk, day=making.day(days), hour=HOUR, note=note, by=making.by(handle))
