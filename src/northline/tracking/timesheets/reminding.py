"""Whoever did not hand in a week is asked for it once, after it ended, in projects in which hours are reported."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from northline.accounts.models import Member, Workspace
from northline.core import changes, jobs
from northline.core.models import Change, Counter
from northline.core.scope import Scope, nameless
from northline.delivery.models import Project
from northline.delivery.rules import monday_of
from northline.tracking.timesheets.managing import REMINDED, missing_of
from northline.tracking.timesheets.models import TimeEntry
from northline.tracking.timesheets.writing import sheet_of

# On Mondays, so that the week before could be finished.
HOUR = time(7)
# A project in which nobody reported hours for so long is asked for none.
USED = timedelta(weeks=4)
_COUNTER = "week of timesheets asked for"


def ended(now: datetime) -> date:
    """The Monday of the last week that is asked for by now.

    >>> ended(datetime(2026, 3, 9, 6, 59)), ended(datetime(2026, 3, 9, 7))
    (datetime.date(2026, 2, 23), datetime.date(2026, 3, 2))
    """
    return monday_of((now - timedelta(hours=HOUR.hour)).date()) - timedelta(weeks=1)


def enqueue_due() -> int:
    """Put in the queue what is due; answers how much. Any number of workers may do so at once. One query if nothing is."""
    week = ended(timezone.localtime())
    asked = Counter.objects.filter(name=_COUNTER, value__gte=week.toordinal()).values("workspace_id")
    return sum(
        _enqueue(pk, week) for pk in Workspace.objects.exclude(pk__in=asked).values_list("pk", flat=True)
    )


@transaction.atomic
def _enqueue(workspace_id: UUID, week: date) -> bool:
    """A workspace that was never asked begins with the week that runs now."""
    number = week.toordinal()
    mine = {"workspace_id": workspace_id, "name": _COUNTER}
    if Counter.objects.get_or_create(**mine, defaults={"value": number})[1]:
        return False
    if not Counter.objects.filter(**mine, value__lt=number).update(value=number):
        return False  # another worker was faster
    jobs.enqueue("remind_of_timesheets", by=nameless(workspace_id), week=week.isoformat())
    return True


@jobs.handles("remind_of_timesheets")
def remind_of_timesheets(run: jobs.Run) -> dict[str, Any]:
    """Ask everybody for a week who was to work in it and has not handed it in, and was not asked yet."""
    week, by = date.fromisoformat(run.job.arguments["week"]), nameless(run.job.workspace_id)
    reported = TimeEntry.objects.filter(on__gte=week - USED, archived_at=None, minutes__gt=0)
    projects = Project.objects.filter(
        workspace_id=by.workspace_id, archived_at=None, pk__in=reported.values("project_id")
    )
    missing = missing_of(projects, [week])
    with transaction.atomic():
        run.hold()
        return {"asked": sum(_remind(member, week, planned, by) for member, _, planned, _ in missing)}


def _remind(member: Member, week: date, planned: int, by: Scope) -> bool:
    sheet = sheet_of(member, week)
    if Change.objects.filter(object_id=sheet.pk, verb=REMINDED).exists():
        return False
    changes.record(by, REMINDED, sheet, after={"to": str(member.pk), "planned_minutes": planned})
    return True
