"""What of reported hours was overtime: beyond what a calendar and a capacity let somebody work on a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Sum

from northline.delivery.models import Resource
from northline.scheduling.load.building import Floats
from northline.scheduling.load.entries import day_number
from northline.scheduling.load.heat import Asked, capacity_of
from northline.tracking.timesheets.models import TimeEntry
from northline.tracking.timesheets.reported import Reported


def overtime_of(reported: Sequence[Reported], workers: Mapping[UUID, Sequence[Resource]]) -> list[float]:
    """Of each entry the minutes that are overtime. What a member reported on a day, in every project, beyond what they
    can work on it is shared over the entries of the day by their length. Of whom no resource is known, none is.

    A fixed number of queries for each year in which something was reported.
    """
    whole = _whole_days(reported)
    found = [0.0] * len(reported)
    for year in {one.on.year for one in reported}:
        places = [at for at, one in enumerate(reported) if one.on.year == year and workers.get(one.member_id)]
        chosen = {reported[at].member_id: capable(workers[reported[at].member_id]) for at in places}
        members, first = list(chosen), date(year, 1, 1)
        capacity = capacity_between(list(chosen.values()), first, date(year, 12, 31))
        for at in places:
            one = reported[at]
            can = float(capacity[members.index(one.member_id), day_number(one.on) - day_number(first)])
            day = whole[one.member_id, one.on]
            found[at] = one.minutes * max(0.0, day - can) / day
    return found


def _whole_days(reported: Sequence[Reported]) -> dict[tuple[UUID, date], int]:
    """What these members reported on these days in all projects."""
    members, days = {one.member_id for one in reported}, {one.on for one in reported}
    if not days:
        return {}
    rows = TimeEntry.objects.filter(sheet__member__in=members, archived_at=None, minutes__gt=0)
    rows = rows.filter(on__gte=min(days), on__lte=max(days)).order_by()
    told = rows.values("sheet__member_id", "on").annotate(sum=Sum("minutes"))
    return {(one["sheet__member_id"], one["on"]): one["sum"] for one in told}


def capable(resources: Sequence[Resource]) -> Resource:
    """Whose calendar says what a member can work: the workspace's resource, else that of a project."""
    return min(resources, key=lambda row: (row.archived_at is not None, row.project_id is not None, row.pk))


def capacity_between(resources: Sequence[Resource], first: date, last: date) -> Floats:
    """The minutes that each can work on each of the days, by row and day."""
    homes: dict[UUID, dict[str, Any]] = {
        row.project.pk: {"calendar_id": row.project.calendar_id} for row in resources if row.project
    }
    return capacity_of(resources, Asked(first, last), homes)
