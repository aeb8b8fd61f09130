"""What decides the end of projects that are linked: computed over all of their items together, by the engine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from northline import engine
from northline.delivery.rules import plan_time
from northline.scheduling.plan import Plan
from northline.scheduling.programme.combining import Combined, combined


@dataclass(frozen=True, slots=True)
class Programme:
    """Linked projects as one plan.

    `path` are the keys of the items that drive the latest end, first to last, `last` the project whose end that is, and
    `drives` the projects on the path. Slack is in working minutes against that end: of an item the total slack, of a
    project the least that any of its open items has, None where nothing is open.
    """

    projects: tuple[UUID, ...]
    made: Combined
    schedule: engine.Schedule
    finish: str
    last: UUID | None
    path: tuple[str, ...]
    drives: frozenset[UUID]
    slack: dict[UUID, int | None]

    def dates_of(self, key: str) -> dict[str, Any]:
        """When an item is done, and its slack, in the plan of all."""
        found = self.schedule[key]
        return {
            "start": plan_time(found.start),
            "finish": plan_time(found.finish),
            "slack_minutes": int(found.total_slack),
        }


def programme_of(plans: Sequence[Plan]) -> Programme | None:
    """The linked plans as one; None where they cannot be computed together, of which each plan then tells itself."""
    made = combined(plans)
    try:
        schedule = engine.schedule(made.project)
    except engine.PlanError:
        return None
    path = tuple(key for key in engine.critical_path(made.project, schedule) if key in made.items)
    return Programme(
        projects=tuple(plan.project["id"] for plan in plans),
        made=made,
        schedule=schedule,
        finish=plan_time(schedule.finish),
        last=made.project_of(path[-1]) if path else None,
        path=path,
        drives=frozenset(made.items[key][0] for key in path),
        slack={plan.project["id"]: _least_slack(plan, schedule) for plan in plans},
    )


def _least_slack(plan: Plan, schedule: engine.Schedule) -> int | None:
    open_keys = [
        row["key"]
        for row in plan.items.values()
        if row["archived_at"] is None and row["active"] and row["percent_complete"] < 100
        and not row["actual_finish"] and not plan.children.get(row["id"])
    ]  # fmt: skip
    return min((int(schedule[key].total_slack) for key in open_keys), default=None)
