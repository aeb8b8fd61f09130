"""Reading scenarios: their plans, and what merging them would do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from northline.core.models import Change
from northline.core.refusal import NotFound
from northline.core.scope import Scope
from northline.delivery.models import Project, WorkItem
from northline.scheduling.kept import Kept
from northline.scheduling.models import Scenario
from northline.scheduling.moments import compared, standings, totals
from northline.scheduling.plan import ITEM, Plan, Values
from northline.scheduling.queries import item_page, shown_plan
from northline.scheduling.scenarios.computing import Both, both_of
from northline.scheduling.scenarios.differences import item_differences, row_differences
from northline.scheduling.scenarios.overlay import whole
from northline.scheduling.scenarios.rows import ASSIGNMENTS, LINKS
from northline.scheduling.scenarios.schemas import show_scenario
from northline.scheduling.working import WorkingTime


def scenarios_of(project: Project, *, closed: bool = False) -> QuerySet[Scenario]:
    """The scenarios of a project that is already allowed, newest first; also those merged or thrown away if asked."""
    rows = Scenario.objects.filter(project=project)
    if not closed:
        rows = rows.filter(state="open", archived_at=None)
    people = rows.select_related("project", "opened_by", "merged_by")
    return people.defer("changes", "computed").order_by("-created_at")


def plan_of_scenario(row: Scenario, scope: Scope) -> dict[str, Any]:
    """The plan as the scenario has it, of a row that is already allowed. Twelve queries."""
    both = both_of(row)
    shown = show_scenario(row, scope)
    can = {"edit": shown["can"]["edit"], "contribute": shown["can"]["edit"]}
    answer = shown_plan(both.plan, both.after, row.project, scope)
    answer["project"]["plan_version"] = both.plan.project["plan_version"]
    return answer | {"scenario": shown, "can": can}


def item_of_scenario(row: Scenario, item_id: UUID, scope: Scope) -> dict[str, Any]:
    """A work item as the scenario has it, saved in the plan or not, of a row that is already allowed. Raises NotFound."""
    both = both_of(row)
    if not both.plan.alive(item_id):
        raise NotFound("work_item")
    values = both.plan.items[item_id]
    item = WorkItem(
        **{name: values[name] for name in ITEM if name in values},
        project=row.project,
        workspace_id=row.workspace_id,
    )
    can = {"edit": show_scenario(row, scope)["can"]["edit"], "contribute": False}
    return item_page(item, both.plan, both.after, scope) | {"can": can}


def review_of(row: Scenario, scope: Scope) -> dict[str, Any]:
    """What the scenario would change, of a row that is already allowed. Thirteen queries."""
    both = both_of(row)
    kept = whole(row.changes)
    items = item_differences(both.live, kept)
    links, assignments = (row_differences(both.live, kept, part) for part in (LINKS, ASSIGNMENTS))
    contested = [one for item in items for one in item["fields"] if one["conflict"]]
    contested += [row for row in (*links, *assignments) if row["conflict"]]
    moved, named = _moved(both), _Assignments(both.plan)
    refusal = both.refusal
    return {
        "scenario": show_scenario(row, scope),
        "plan": _outcome(both.before),
        "outcome": _outcome(both.after),
        "deadline": both.live.project["deadline"],
        "finish_variance": _variance(both.live, both.before.finish, both.after.finish),
        "minutes_per_day": both.live.project["minutes_per_day"],
        "items": items,
        "links": [_shown(link, _link) for link in links],
        "assignments": [_shown(row, named) for row in assignments],
        "conflicts": len(contested),
        "moved": moved,
        "totals": totals(moved),
        "edits_since": _edits_since(row),
        "refusal": {"code": refusal.code, "detail": refusal.message} if refusal else None,
    }


def _moved(both: Both) -> list[Values]:
    if both.refusal is not None:
        return []
    was = standings(both.live, both.live.outline(), both.before.dates)
    now = standings(both.plan, both.plan.outline(), both.after.dates)
    return [row for row in compared(was, now, both.live) if row["state"] != "same"]


def _outcome(kept: Kept) -> Values:
    forecast = kept.forecast or {}
    shown = {"finish": kept.finish, "probability": kept.probability}
    return shown | {name: forecast.get(name) for name in ("p50", "p80")}


def _variance(plan: Plan, was: str, now: str) -> int:
    ends = [datetime.fromisoformat(at) for at in (was, now)]
    return WorkingTime(plan, ends).between(*ends)


def _edits_since(row: Scenario) -> int:
    since = Change.objects.filter(object_id=row.project_id, created_at__gt=row.created_at)
    return since.exclude(undo={}).count()


def _shown(row: Values, of: Callable[[Values], Values]) -> Values:
    sides = ("was", "mine", "theirs")
    return row | {name: of(row[name]) if row[name] else None for name in sides}


def _link(link: Values) -> Values:
    shown = {name: link[name] for name in ("kind", "lag_minutes", "lag_unit")}
    return shown | {"before": link["before_id"], "after": link["after_id"]}


class _Assignments:
    """Assignments with their resources by name."""

    def __init__(self, plan: Plan) -> None:
        self.names = {str(row["id"]): row["title"] for row in plan.resources}

    def __call__(self, row: Values) -> Values:
        shown = {name: row[name] for name in ("item_id", "units", "work_minutes")}
        shown["overtime_minutes"] = row.get("overtime_minutes", 0)
        return shown | {"resource": self.names.get(row["resource_id"], "")}
