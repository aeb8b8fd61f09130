"""Reading a week: a fixed number of queries, however much work there is."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any
from uuid import UUID

import numpy as np

from northline.accounts.models import Member
from northline.core.schemas import ref, who
from northline.core.scope import Place, Scope
from northline.delivery.models import Assignment, Project, Resource, WorkItem
from northline.delivery.rules import monday_of
from northline.scheduling.load.entries import day_number, entries_of, projects_in
from northline.tracking.timesheets import access, remaining, rules
from northline.tracking.timesheets.models import TimeEntry, Timesheet, Verdict
from northline.tracking.timesheets.overtime import capable, capacity_between
from northline.tracking.timesheets.writing import title_of

MOST_ROWS = 200
PLAIN_WEEK = (480,) * 5 + (0, 0)

# Planned minutes of each day, by item.
Planned = dict[UUID, list[int]]


def week_of(scope: Scope, member: Member, week: date, *, also: Collection[UUID] = ()) -> dict[str, Any]:
    """A week of a member whose hours one may read: the work that is planned, running or reported, and that in `also`."""
    week = monday_of(week)
    sheet = Timesheet.objects.filter(member=member, week=week).first()
    verdicts = {one.project_id: one for one in _verdicts(sheet)}
    entries = _entries(scope, sheet)
    resources = list(Resource.objects.filter(member=member, archived_at=None))
    planned = _planned(resources, week)
    named = {*also, *(one.item_id for one in entries)}
    found = _items(scope, member, {*planned, *named})
    # Where there is more than anybody reports in a week: what was named, then what is planned in it, then what is overdue.
    found.sort(key=lambda item: (item.pk not in named, not any(planned.get(item.pk, ())), item.key))
    items = {item.pk: item for item in found[:MOST_ROWS]}
    own = member.pk == scope.member_id or scope.may("administer", Place())
    state = sheet.state if sheet else "open"
    units, spent = remaining.units_of(items), remaining.spent_on(items)
    rows = [
        _row(scope, item, week, state=state, verdict=verdicts.get(item.project_id), own=own)
        | _hours(week, [one for one in entries if one.item_id == item.pk])
        | {
            "planned": planned.get(item.pk, [0] * rules.DAYS),
            "remaining_minutes": _left(item, units[item.pk]),
            "spent_minutes": spent.get(item.pk, 0),
        }
        for item in items.values()
    ]
    rows.sort(key=lambda row: (row["project"]["title"], row["project"]["key"], row["key"]))
    shown = {row["project"]["id"] for row in rows}
    waiting = any(one.state == "submitted" for one in verdicts.values())
    return {
        "id": sheet.pk if sheet else None,
        "key": sheet.key if sheet else "",
        "title": title_of(week),
        "version": sheet.version if sheet else 0,
        "member": who(member),
        "week": week,
        "days": rules.days_of(week),
        "state": state,
        "submitted_at": sheet.submitted_at if sheet else None,
        "capacity": _capacity(resources, week),
        "rows": rows,
        "left_out": len(found) - len(items),
        "parts": [part(scope, one) for pk, one in verdicts.items() if own or pk in shown],
        "can": {
            "write": own and state in ("open", "returned"),
            "submit": own and state in ("open", "returned"),
            "withdraw": own
            and sheet is not None
            and sheet.submitted_at is not None
            and (waiting or not verdicts),
        },
    }


def part(scope: Scope, one: Verdict) -> dict[str, Any]:
    """What was said of a project's hours, and whether the reader may say more."""
    plans = scope.may("plan", one.project.place())
    return {
        "project": ref(one.project),
        "state": one.state,
        "note": one.note,
        "by": who(one.by),
        "at": one.at,
        "can": {
            "approve": plans and one.state == "submitted",
            "give_back": plans and one.state != "returned",
        },
    }


def _verdicts(sheet: Timesheet | None) -> list[Verdict]:
    if sheet is None:
        return []
    return list(sheet.verdicts.select_related("project", "by").order_by("project__title", "pk"))


def _entries(scope: Scope, sheet: Timesheet | None) -> list[TimeEntry]:
    if sheet is None:
        return []
    rows = TimeEntry.objects.filter(sheet=sheet, archived_at=None)
    return list(access.narrowed_entries(rows, scope).order_by("on", "pk"))


def _planned(resources: Sequence[Resource], week: date) -> Planned:
    """The work that resources are to do in the week, or should have done before it."""
    mine = {row.pk for row in resources}
    assigned = Assignment.objects.filter(resource__in=mine, item__archived_at=None, item__active=True)
    projects = projects_in(Project.objects.filter(pk__in=assigned.values("project_id"), archived_at=None))
    done = set(assigned.filter(item__percent_complete__gte=100).values_list("item_id", flat=True))
    low, found = day_number(week), {}
    for entries in entries_of(projects).values():
        numbers = [number for number, pk in enumerate(entries.resources) if pk in mine]
        own = np.isin(entries.resource, numbers)
        items, days, minutes = entries.item[own], entries.day[own], entries.minutes[own]
        for number in np.unique(items[days < low + rules.DAYS]).tolist():
            inside = (items == number) & (days >= low) & (days < low + rules.DAYS)
            pk = entries.items[number]
            if inside.any() or pk not in done:
                sums = np.bincount(days[inside] - low, weights=minutes[inside], minlength=rules.DAYS)
                found[pk] = np.round(sums).astype(int).tolist()
    return found


def _items(scope: Scope, member: Member, ids: set[UUID]) -> list[WorkItem]:
    rows = WorkItem.objects.filter(pk__in=ids, workspace_id=scope.workspace_id, archived_at=None)
    if member.pk != scope.member_id:
        rows = rows.filter(access.managed(scope, project="project__"))
    return [row for row in rows if scope.may("read", row.place())]


def _row(
    scope: Scope, item: WorkItem, week: date, *, state: str, verdict: Verdict | None, own: bool
) -> dict[str, Any]:
    said = verdict.state if verdict else "open"
    contributes = own and scope.may("contribute", item.place()) and item.project.archived_at is None
    return ref(item) | {
        "project": ref(item.project),
        "version": item.version,
        "percent_complete": item.percent_complete,
        "state": said,
        "can": {
            "write": contributes and rules.closed_by(state, said) is None,
            "report": contributes and item.type == WorkItem.Type.TASK,
        },
    }


def _hours(week: date, entries: Sequence[TimeEntry]) -> dict[str, Any]:
    minutes, notes = [0] * rules.DAYS, [""] * rules.DAYS
    for one in entries:
        day = (one.on - week).days
        minutes[day], notes[day] = one.minutes, one.note
    return {"minutes": minutes, "notes": notes}


def _left(item: WorkItem, units: float) -> int:
    """Minutes of work that are left of an item, of all that are on it together."""
    return round(item.duration_minutes * (1 - item.percent_complete / 100) * units)


def _capacity(resources: Sequence[Resource], week: date) -> list[int]:
    """What the member can work on each day, as the workspace's resource, else as one of a project's."""
    if not resources:
        return list(PLAIN_WEEK)
    found = capacity_between([capable(resources)], week, rules.days_of(week)[-1])
    return [round(minutes) for minutes in found[0]]
