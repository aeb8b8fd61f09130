"""What waits for managers: weeks to approve, and those that nobody handed in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import numpy as np
from django.db.models import QuerySet
from django.utils import timezone

from northline.accounts.models import Member
from northline.core.models import Change
from northline.core.schemas import ref, who
from northline.core.scope import Scope
from northline.delivery.models import Project, Resource
from northline.delivery.rules import monday_of
from northline.scheduling.load.entries import day_number, entries_of, projects_in
from northline.tracking.timesheets import access, queries, rules
from northline.tracking.timesheets.models import TimeEntry, Timesheet, Verdict

MOST_WAITING = 200
WEEKS = 4
# The verb of the change that asks somebody for a week.
REMINDED = "asked for"


def waiting(scope: Scope) -> list[dict[str, Any]]:
    """The hours that wait for the member's approval, the oldest week first. Two queries."""
    rows = Verdict.objects.filter(
        access.managed(scope, project="project__"),
        state=Timesheet.State.SUBMITTED,
        sheet__workspace_id=scope.workspace_id,
    )
    told = rows.select_related("sheet__member", "project", "by")
    chosen = list(told.order_by("sheet__week", "sheet__member__name", "pk")[:MOST_WAITING])
    lines = _lines({one.sheet_id for one in chosen})
    return [
        queries.part(scope, one)
        | {
            "timesheet_id": one.sheet_id,
            "version": one.sheet.version,
            "week": one.sheet.week,
            "member": who(one.sheet.member),
            "lines": lines[one.sheet_id, one.project_id],
            "minutes": sum(sum(line["minutes"]) for line in lines[one.sheet_id, one.project_id]),
        }
        for one in chosen
    ]


def _lines(sheets: set[UUID]) -> dict[tuple[UUID, UUID], list[dict[str, Any]]]:
    """The hours of each item by day, by week and project."""
    rows = TimeEntry.objects.filter(sheet__in=sheets, archived_at=None).order_by("item__key", "on")
    found: dict[tuple[UUID, UUID], dict[UUID, dict[str, Any]]] = defaultdict(dict)
    for one in rows:
        blank = ref(one.item) | {"minutes": [0] * rules.DAYS, "notes": []}
        line = found[one.sheet_id, one.project_id].setdefault(one.item_id, blank)
        line["minutes"][(one.on - one.sheet.week).days] = one.minutes
        line["notes"] += [one.note] if one.note else []
    return defaultdict(list, {at: list(lines.values()) for at, lines in found.items()})


def missing(scope: Scope, *, today: date | None = None) -> list[dict[str, Any]]:
    """Who was to work on the projects that the member plans and has not handed in that week, of the last four.

    Seven queries, five more where the load of some project is not kept.
    """
    last = monday_of(today or timezone.localdate())
    weeks = [last - timedelta(weeks=number) for number in range(WEEKS, 0, -1)]
    rows = Project.objects.filter(access.managed(scope), archived_at=None, workspace_id=scope.workspace_id)
    found = missing_of(rows, weeks)
    sheets = [sheet.pk for *_, sheet in found if sheet]
    asked = dict(
        Change.objects.filter(object_id__in=sheets, verb=REMINDED).values_list("object_id", "created_at")
    )
    told = [
        {
            "week": week,
            "member": who(member),
            "planned_minutes": minutes,
            "state": sheet.state if sheet else "open",
            "reminded_at": asked.get(sheet.pk) if sheet else None,
        }
        for member, week, minutes, sheet in found
    ]
    return sorted(told, key=lambda one: (one["week"], one["member"]["name"]))


def missing_of(
    projects: QuerySet[Project], weeks: Sequence[date]
) -> list[tuple[Member, date, int, Timesheet | None]]:
    """Who was to work so many minutes on these projects in one of the weeks, and has not handed it in."""
    planned = _planned(projects, weeks)
    sheets = {
        (one.member_id, one.week): one
        for one in Timesheet.objects.filter(week__in=weeks, member__in={pk for pk, _ in planned})
    }
    found = []
    for (member, week), minutes in planned.items():
        sheet = sheets.get((member, week))
        if sheet is None or sheet.state in ("open", "returned"):
            found.append((member, week, minutes, sheet))
    people = {row.pk: row for row in access.people_of({member for member, *_ in found})}
    return [
        (people[member], week, minutes, sheet) for member, week, minutes, sheet in found if member in people
    ]


def _planned(projects: QuerySet[Project], weeks: Sequence[date]) -> dict[tuple[UUID, date], int]:
    """Minutes that members were to work on these projects, by member and week."""
    every = entries_of(projects_in(projects))
    on_it = {pk for entries in every.values() for pk in entries.resources}
    members = dict(Resource.objects.filter(pk__in=on_it, member__isnull=False).values_list("pk", "member_id"))
    low = day_number(weeks[0])
    found: dict[tuple[UUID, date], float] = defaultdict(float)
    for entries in every.values():
        who_of = [members.get(pk) for pk in entries.resources]
        inside = (entries.day >= low) & (entries.day < low + rules.DAYS * len(weeks)) & ~entries.soft
        places = entries.resource[inside] * len(weeks) + (entries.day[inside] - low) // rules.DAYS
        sums = np.bincount(places, weights=entries.minutes[inside], minlength=0)
        for place in np.flatnonzero(sums).tolist():
            if member := who_of[place // len(weeks)]:
                found[member, weeks[place % len(weeks)]] += sums[place]
    return {at: round(minutes) for at, minutes in found.items() if minutes >= 1}
