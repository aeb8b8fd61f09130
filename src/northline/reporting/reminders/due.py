"""Once a day, in the morning of their own time zone, owners are told what of theirs is due soon: one message for all of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from northline.accounts.models import Member
from northline.core import changes, jobs
from northline.core.models import Counter
from northline.core.scope import nameless
from northline.reporting.notifications.models import DUE_DAYS_AHEAD, MOST_DAYS_AHEAD, NotificationSettings
from northline.reporting.reminders.models import DueNotice
from northline.reporting.reminders.owned import due_of
from northline.reporting.reminders.rules import Due, Told, morning, to_tell

JOB = "tell_what_is_due"
DUE = "tells_what_is_due"
_COUNTER = "due "


def enqueue_due() -> int:
    """Put in the queue what is due; answers how much. Any number of workers may do so at once. Two queries if nothing is."""
    now = timezone.now()
    active = Member.objects.filter(suspended_at=None, person__is_active=True)
    places = active.values_list("workspace_id", "time_zone").distinct().order_by("workspace_id", "time_zone")
    known = Counter.objects.filter(name__startswith=_COUNTER).values_list("workspace_id", "name", "value")
    told = {(workspace, name): value for workspace, name, value in known}
    count = 0
    for workspace, zone in places:
        day = morning(now.astimezone(ZoneInfo(zone or settings.TIME_ZONE)))
        if told.get((workspace, _COUNTER + zone), 0) < day.toordinal():
            count += _enqueue(workspace, zone, day)
    return count


@transaction.atomic
def _enqueue(workspace_id: UUID, zone: str, day: date) -> bool:
    mine: dict[str, Any] = {"workspace_id": workspace_id, "name": _COUNTER + zone}
    Counter.objects.get_or_create(**mine)
    if not Counter.objects.filter(**mine, value__lt=day.toordinal()).update(value=day.toordinal()):
        return False  # another worker was faster
    jobs.enqueue(JOB, by=nameless(workspace_id), zone=zone, day=day.isoformat())
    return True


@jobs.handles(JOB)
def tell_what_is_due(run: jobs.Run) -> dict[str, Any]:
    """Tell every member of one time zone what of theirs is due as many days ahead as they chose; nothing is told twice."""
    day, workspace_id = date.fromisoformat(run.job.arguments["day"]), run.job.workspace_id
    ahead = _days_ahead(workspace_id, run.job.arguments["zone"])
    last = day + timedelta(days=max(ahead.values(), default=0))
    found: dict[UUID, list[Due]] = defaultdict(list)
    for one in due_of(list(ahead), first=day, last=last):
        found[one.owner].append(one)
    told = _told(found, day)
    with transaction.atomic():
        run.hold()
        count = 0
        for member, due in found.items():
            lines = to_tell(due, today=day, ahead=ahead[member], told=told[member])
            count += bool(lines) and _tell(workspace_id, member, day, lines)
    return {"told": count}


def _days_ahead(workspace_id: UUID, zone: str) -> dict[UUID, int]:
    """How many days ahead each member of the time zone wants to be told; those who do not are left out. Two queries."""
    members = Member.objects.filter(
        workspace_id=workspace_id, time_zone=zone, suspended_at=None, person__is_active=True
    )
    ids = list(members.values_list("pk", flat=True))
    chosen = dict(
        NotificationSettings.objects.filter(member__in=ids).values_list("member_id", "due_days_ahead")
    )
    wanted = {pk: chosen.get(pk, DUE_DAYS_AHEAD) for pk in ids}
    return {pk: days for pk, days in wanted.items() if days is not None}


def _told(members: Iterable[UUID], day: date) -> dict[UUID, set[Told]]:
    """What each was told lately, by its id and the day on which it was due. One query."""
    since = day - timedelta(days=MOST_DAYS_AHEAD + 1)
    rows = DueNotice.objects.filter(member__in=list(members), on__gte=since)
    found: dict[UUID, set[Told]] = defaultdict(set)
    for member, lines in rows.values_list("member_id", "lines"):
        found[member] |= {(line["id"], line["on"]) for line in lines}
    return found


def _tell(workspace_id: UUID, member: UUID, day: date, lines: list[Due]) -> bool:
    row, made = DueNotice.objects.get_or_create(
        member_id=member,
        on=day,
        defaults={"workspace_id": workspace_id, "lines": [one.line() for one in lines]},
    )
    if made:
        changes.record(nameless(workspace_id), DUE, row, after={"to": str(member)})
    return made
