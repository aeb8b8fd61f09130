"""Reading finished work that is like an item: four queries, however much there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from northline.core.doors import visible
from northline.core.refusal import Refusal
from northline.core.schemas import ref_of
from northline.core.scope import Scope
from northline.delivery.models import PlanCalendar, Project, WorkItem
from northline.delivery.queries import leaves
from northline.scheduling.plan import CALENDAR, PROJECT, Plan, Values
from northline.scheduling.suggesting import rules
from northline.scheduling.working import WorkingTime

# The newest finished tasks that are looked through.
MOST_LOOKED_AT = 3_000
_COLUMNS = (
    "id", "key", "title", "custom", "project_id", "elapsed", "duration_minutes", "likely_minutes", "actual_start",
    "actual_finish",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finished(rules.Described):
    row: Values


def suggestion_for(item: WorkItem, scope: Scope) -> dict[str, Any]:
    """What the finished work that one may read says of an item that is already allowed.

    Raises Refusal `item.is_summary`, `item.is_milestone`.
    """
    _refuse(item)
    rows = leaves().filter(
        type="task",
        archived_at=None,
        elapsed=item.elapsed,
        actual_start__isnull=False,
        percent_complete__gte=100,
    )
    rows = rows.filter(actual_finish__isnull=False).exclude(pk=item.pk)
    mine = visible(scope, rows, product="project__product_id", project="project_id")
    found = mine.order_by("-actual_finish", "-pk").values(*_COLUMNS)[:MOST_LOOKED_AT]
    finished = [Finished(row["id"], row["title"], row["custom"], row) for row in found]
    alike = rules.most_alike(rules.Described(item.pk, item.title, item.custom), finished)
    times = _times([one.row for _, one in alike])
    cases = [_case(score, one.row, times) for score, one in alike]
    said = rules.suggested(rules.Case(case["estimated_minutes"], case["actual_minutes"]) for case in cases)
    return {
        "needed": rules.LEAST,
        "cases": cases,
        "p50_minutes": said and said.p50,
        "p80_minutes": said and said.p80,
        "overrun": said and said.overrun,
        "estimate": said and {"optimistic": said.p10, "likely": said.p50, "pessimistic": said.p90},
    }


def _refuse(item: WorkItem) -> None:
    if item.type == "milestone":
        raise Refusal("item.is_milestone", f"{item.key} is a milestone: it takes no time to be estimated.")
    if WorkItem.objects.filter(parent=item, archived_at=None).exists():
        raise Refusal("item.is_summary", f"{item.key} is a summary. Ask for the items below it.")


def _times(rows: Sequence[Values]) -> dict[UUID, tuple[Values, WorkingTime]]:
    """The project of each row, and how it counts working time."""
    ids = {row["project_id"] for row in rows}
    projects = {row["id"]: row for row in Project.objects.filter(pk__in=ids).values(*PROJECT)}
    used = {row["calendar_id"] for row in projects.values()}
    calendars = list(PlanCalendar.objects.filter(pk__in=used).values(*CALENDAR))
    made = {}
    for pk, project in projects.items():
        own = [row for row in calendars if row["id"] == project["calendar_id"]]
        plan = Plan(project=project, items={}, links={}, calendars=own, resources=[], assignments={})
        dates = [_at(row[end]) for row in rows if row["project_id"] == pk for end in _ENDS]
        made[pk] = (project, WorkingTime(plan, dates))
    return made


_ENDS = ("actual_start", "actual_finish")


def _case(score: float, row: Values, times: dict[UUID, tuple[Values, WorkingTime]]) -> dict[str, Any]:
    project, time = times[row["project_id"]]
    first, last = (_at(row[end]) for end in _ENDS)
    took = round((last - first).total_seconds() / 60) if row["elapsed"] else time.between(first, last)
    estimated = row["duration_minutes"] if row["likely_minutes"] is None else row["likely_minutes"]
    return {
        "item": ref_of("work_item", row),
        "project": ref_of("project", project),
        "likeness": score,
        "estimated_minutes": estimated,
        "actual_minutes": took,
        "finished": row["actual_finish"],
    }


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text)
