"""What decides the end of projects that are linked: computed over all of their items together, by the engine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from northline import engine
from northline.delivery.rules import plan_time
from northline.scheduling.plan import Plan, Values
from northline.scheduling.programme.combining import combined

OF_PROJECT = ("id", "key", "title", "product_id")


@dataclass(frozen=True, slots=True)
class Step:
    """An item that drives the latest end: of which project, and when it is done in the plan of all."""

    project_id: UUID
    id: UUID
    key: str
    title: str
    dates: dict[str, Any]


@dataclass(frozen=True)
class Programme:
    """Linked projects as one plan.

    `path` are the items that drive the latest end, first to last, `last` the project whose end that is, and `drives` the
    projects on the path. Slack is in working minutes against that end: of each item the total slack, of a project the
    least that any of its open items has, None where nothing is open.
    """

    projects: dict[UUID, Values]
    finish: str
    last: UUID | None
    path: tuple[Step, ...]
    drives: frozenset[UUID]
    slack: dict[UUID, int | None]
    slack_of_items: dict[str, int]

    @cached_property
    def driving(self) -> frozenset[str]:
        """The keys of the items on the path."""
        return frozenset(step.key for step in self.path)


def programme_of(plans: Sequence[Plan]) -> Programme | None:
    """The linked plans as one; None where they cannot be computed together, of which each plan then tells itself."""
    made = combined(plans)
    try:
        schedule = engine.schedule(made.project)
    except engine.PlanError:
        return None
    keys = [key for key in engine.critical_path(made.project, schedule) if key in made.items]
    slack = dict(
        zip((task.id for task in made.project.tasks), schedule.columns.total_slack.tolist(), strict=True)
    )
    return Programme(
        projects={plan.project["id"]: {name: plan.project[name] for name in OF_PROJECT} for plan in plans},
        finish=plan_time(schedule.finish),
        last=made.project_of(keys[-1]) if keys else None,
        path=tuple(_step(*made.items[key], schedule) for key in keys),
        drives=frozenset(made.items[key][0] for key in keys),
        slack={plan.project["id"]: _least_slack(plan, slack) for plan in plans},
        slack_of_items={key: slack[key] for key in made.items},
    )


def _step(project_id: UUID, item: Values, schedule: engine.Schedule) -> Step:
    found = schedule[item["key"]]
    dates = {
        "start": plan_time(found.start),
        "finish": plan_time(found.finish),
        "slack_minutes": int(found.total_slack),
    }
    return Step(project_id, item["id"], item["key"], item["title"], dates)


def _least_slack(plan: Plan, slack: dict[str, int]) -> int | None:
    open_keys = [
        row["key"]
        for row in plan.items.values()
        if row["archived_at"] is None and row["active"] and row["percent_complete"] < 100
        and not row["actual_finish"] and not plan.children.get(row["id"])
    ]  # fmt: skip
    return min((slack[key] for key in open_keys), default=None)
