"""The load of each project as arrays: who works how long on which item on which day.

Kept in the process by the state of the plan that it was read from, so that a heat map of many projects reads only those
that changed since.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

import orjson
from django.db.models import Q

from northline.core.ids import as_text, text_of, texts_of
from northline.delivery.models import Assignment, PlanCalendar, Resource, WorkItem
from northline.scheduling.load.building import ASSIGNED, Assigned, Builder, Entries
from northline.scheduling.load.clock import PLAIN
from northline.scheduling.load.kept import ByPlan
from northline.scheduling.models import SavedSchedule
from northline.scheduling.plan import CALENDAR, Plan, Values

WORKERS = ("person", "role", "team", "equipment")
OF_RESOURCE = ("id", "type", "project_id", "calendar_id", "time_off", "capacity", "capacity_steps")
_OF = "project_id"
_SPECIAL = ("id", "splits", "resume_at", "manual", "elapsed", "calendar_id", "ignores_resource_calendar",
            "percent_complete", "duration_minutes", "actual_start")  # fmt: skip
_ODD = ("splits", "resume_at", "manual", "elapsed", "calendar_id")

_kept: ByPlan[Entries] = ByPlan()


def entries_of(projects: Sequence[Values]) -> dict[UUID, Entries]:
    """The load of projects (`id`, `plan_version`, `calendar_id`). One query, six more where some are not kept."""
    rows = {row["id"]: row for row in projects}
    return _kept.of(rows, lambda missing: _made([rows[pk] for pk in missing]))


def _made(projects: Sequence[Values]) -> dict[UUID, Entries]:
    ids = [row["id"] for row in projects]
    resources = {text_of(row["id"]): row for row in resources_of(projects=ids)}
    special = {text_of(pk): row for pk, row in _special(ids).items()}
    idle = set(WorkItem.objects.filter(project__in=ids, active=False).values_list(as_text("pk"), flat=True))
    assigned: dict[str, list[Assigned]] = defaultdict(list)
    texts = (as_text(name) for name in (*ASSIGNED[:3], _OF))
    rows = Assignment.objects.filter(project__in=ids).order_by()
    for pk, item_id, resource_id, project_id, *rest in rows.values_list(*texts, *ASSIGNED[3:]):
        if resource_id in resources and item_id not in idle:
            assigned[project_id].append((pk, item_id, resource_id, *rest))
    calendars = calendars_of([*projects, *resources.values(), *special.values()])
    usual = {row["id"]: row["calendar_id"] for row in projects}
    made = {}
    for pk, payload in SavedSchedule.objects.filter(pk__in=ids).values_list("pk", "payload"):
        dates = dict(zip(texts_of(found := orjson.loads(payload)), found.values(), strict=True))
        made[pk] = Builder(usual[pk], resources, special, calendars).entries(assigned[text_of(pk)], dates)
    return made


def entries_in(plan: Plan, dates: Mapping[str, Sequence[Any]]) -> Entries:
    """The load of a plan in memory by these dates; no query."""
    resources = {str(row["id"]): row for row in plan.resources if row["type"] in WORKERS}
    assigned = [
        (str(row["id"]), str(row["item_id"]), str(row["resource_id"]), *(row[name] for name in ASSIGNED[3:]))
        for row in plan.live_assignments()
        if str(row["resource_id"]) in resources and plan.items[row["item_id"]]["active"]
    ]
    special = {str(pk): item for pk, item in plan.items.items() if any(item[name] for name in _ODD)}
    calendars: dict[UUID | None, bytes] = {row["id"]: orjson.dumps(row) for row in plan.calendars}
    calendars[None] = orjson.dumps(PLAIN)
    return Builder(plan.project["calendar_id"], resources, special, calendars).entries(assigned, dates)


def resources_of(*, projects: Iterable[UUID]) -> list[Values]:
    """Who works on these projects, with what their load hangs on."""
    on_it = Assignment.objects.filter(project__in=projects).values("resource_id")
    return list(Resource.objects.filter(pk__in=on_it, type__in=WORKERS).values(*OF_RESOURCE))


def _special(ids: Sequence[UUID]) -> dict[UUID, Values]:
    """The items whose work is not one stretch of their people's time."""
    odd = ~Q(splits=[]) | Q(resume_at__isnull=False) | Q(manual=True) | Q(elapsed=True)
    odd |= Q(calendar__isnull=False)
    rows = WorkItem.objects.filter(odd, project__in=ids, archived_at=None)
    return {row["id"]: row for row in rows.values(*_SPECIAL)}


def calendars_of(rows: Iterable[Values]) -> dict[UUID | None, bytes]:
    """The stored calendars that these rows name, as JSON; under None a plain week."""
    wanted = {row["calendar_id"] for row in rows} - {None}
    found: dict[UUID | None, bytes] = {None: orjson.dumps(PLAIN)}
    for row in PlanCalendar.objects.filter(pk__in=wanted).values(*CALENDAR):
        found[row["id"]] = orjson.dumps(row)
    return found


def day_number(day: date) -> int:
    """Days since 0001-01-01, as the entries count them."""
    return day.toordinal() - 1


def projects_in(rows: Any) -> list[Values]:
    """What `entries_of` takes of projects."""
    return list(rows.values("id", "key", "title", "plan_version", "calendar_id", "product_id"))


def day_at(number: int) -> date:
    """The inverse of `day_number`."""
    return date.fromordinal(number + 1)
