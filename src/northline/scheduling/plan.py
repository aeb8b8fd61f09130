"""A project's whole plan in memory, as plain dicts: seven queries whatever its size, no model instances."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from django.db.models import Q

from northline.core.refusal import Refusal
from northline.delivery.models import Assignment, Dependency, PlanCalendar, Project, Resource, WorkItem
from northline.delivery.rules import DEEPEST
from northline.delivery.workflow import Workflow, workflow_of

Values = dict[str, Any]
GAP = 1 << 20

PROJECT = (
    "id", "key", "title", "code", "version", "workspace_id", "product_id", "start", "laid_from_finish", "deadline",
    "status_date", "minutes_per_day", "minutes_per_week", "honour_constraints", "critical_slack_minutes",
    "calendar_id", "plan_version", "archived_at", "workflow",
)  # fmt: skip
ITEM = (
    "id", "key", "title", "version", "archived_at", "parent_id", "position", "type", "notes", "duration_minutes",
    "elapsed", "percent_complete", "remaining_minutes", "constraint_kind", "constraint_at", "deadline", "manual",
    "manual_start", "manual_finish", "calendar_id", "ignores_resource_calendar", "optimistic_minutes",
    "likely_minutes", "pessimistic_minutes", "actual_start", "actual_finish", "resume_at", "priority", "active",
    "levelling_delay_minutes", "splits", "hammock", "owner_id", "state", "custom", "task_type", "effort_driven",
    "checklist",
)  # fmt: skip
CALENDAR = ("id", "title", "week", "exceptions", "weeks", "country", "region")
RESOURCE = (
    "id", "title", "type", "capacity", "calendar_id", "skills", "skill_levels", "time_off", "capacity_steps",
    "archived_at",
)  # fmt: skip
ASSIGNMENT = ("id", "item_id", "resource_id", "units", "work_minutes", "delay_minutes", "booking")
LINK = ("id", "before_id", "after_id", "kind", "lag_minutes", "lag_unit")
# What an edit of an item may change.
COLUMNS = tuple(name for name in ITEM if name not in ("id", "key", "version"))
# What no date and no chance depends on.
QUIET = frozenset(
    {"title", "notes", "priority", "owner_id", "state", "custom", "task_type", "effort_driven", "checklist"}
)


@dataclass(frozen=True, slots=True)
class Placed:
    """Where an item stands in the outline; `level` counts from 1."""

    id: UUID
    level: int
    wbs: str
    summary: bool


@dataclass(slots=True)
class Plan:
    """The rows of one project's plan. `items` may hold archived ones beside those of the plan."""

    project: Values
    items: dict[UUID, Values]
    links: dict[UUID, Values]
    calendars: list[Values]
    resources: list[Values]
    assignments: dict[UUID, Values]
    children: dict[UUID | None, list[UUID]] = field(default_factory=dict)

    @property
    def workflow(self) -> Workflow:
        return workflow_of(self.project["workflow"])

    def copy(self) -> Plan:
        """A plan to be edited beside this one, which stays as it is."""
        return replace(
            self,
            items={pk: dict(row) for pk, row in self.items.items()},
            links={pk: dict(row) for pk, row in self.links.items()},
            resources=list(self.resources),
            assignments={pk: dict(row) for pk, row in self.assignments.items()},
            children={pk: list(below) for pk, below in self.children.items()},
        )

    def alive(self, item_id: UUID | None) -> bool:
        return item_id in self.items and self.items[item_id]["archived_at"] is None

    def index_children(self) -> None:
        """Sort the items of the plan under their parents."""
        children: dict[UUID | None, list[UUID]] = defaultdict(list)
        for item in self.items.values():
            if item["archived_at"] is None:
                children[item["parent_id"]].append(item["id"])
        for siblings in children.values():
            siblings.sort(key=lambda item_id: (self.items[item_id]["position"], item_id))
        self.children = children

    def outline(self) -> list[Placed]:
        """The items from top to bottom.

        Raises Refusal `item.no_parent` where an item hangs on nothing, `item.too_deep`.
        """
        placed: list[Placed] = []
        stack = [(item_id, 1, str(n)) for n, item_id in enumerate(self.children.get(None, ()), 1)][::-1]
        while stack:
            item_id, level, wbs = stack.pop()
            below = self.children.get(item_id, ())
            placed.append(Placed(item_id, level, wbs, bool(below)))
            if level > DEEPEST:
                key = self.items[item_id]["key"]
                raise Refusal(
                    "item.too_deep", f"{key} would stand {level} levels deep; a plan may have {DEEPEST}."
                )
            stack += [(child, level + 1, f"{wbs}.{n}") for n, child in enumerate(below, 1)][::-1]
        if len(placed) != sum(map(len, self.children.values())):
            raise Refusal(
                "item.no_parent", "An item would hang on one that is not in the plan. Nothing was changed."
            )
        return placed

    def below(self, item_id: UUID) -> list[UUID]:
        """The item and everything under it."""
        found, waiting = [], [item_id]
        while waiting:
            found.append(waiting.pop())
            waiting += self.children.get(found[-1], ())
        return found

    def live_links(self) -> list[Values]:
        """The links whose both ends are in the plan."""
        alive = {item_id for item_id, item in self.items.items() if item["archived_at"] is None}
        return [
            link for link in self.links.values() if link["before_id"] in alive and link["after_id"] in alive
        ]

    def live_assignments(self) -> list[Values]:
        return [row for row in self.assignments.values() if self.alive(row["item_id"])]


def load(project_id: UUID, *, also: Iterable[UUID] = ()) -> Plan:
    """Read a plan; `also` names archived items to bring along. The caller has passed the project's door."""
    of = {"project_id": project_id}
    rows = WorkItem.objects.filter(**of, archived_at=None).values(*ITEM)
    items = {row["id"]: row for row in rows}
    if missing := [item_id for item_id in also if item_id not in items]:
        items |= {row["id"]: row for row in WorkItem.objects.filter(**of, pk__in=missing).values(*ITEM)}
    project = Project.objects.filter(pk=project_id).values(*PROJECT).get()
    assigned = Assignment.objects.filter(**of).order_by("pk").values(*ASSIGNMENT)
    assignments = {row["id"]: row for row in assigned}
    resources = _resources(project_id, assignments.values())
    calendars = {row["calendar_id"] for row in (project, *items.values(), *resources)} - {None}
    plan = Plan(
        project=project,
        items=items,
        links={row["id"]: row for row in Dependency.objects.filter(**of).order_by("pk").values(*LINK)},
        calendars=list(
            PlanCalendar.objects.filter(Q(**of, archived_at=None) | Q(pk__in=calendars))
            .order_by("pk")
            .values(*CALENDAR)
        ),
        resources=resources,
        assignments=assignments,
    )
    plan.index_children()
    return plan


def _resources(project_id: UUID, assignments: Iterable[Values]) -> list[Values]:
    """Those of the project, and those of the workspace that are on it."""
    on_it = {row["resource_id"] for row in assignments}
    rows = Resource.objects.filter(Q(project_id=project_id, archived_at=None) | Q(pk__in=on_it))
    return list(rows.order_by("pk").values(*RESOURCE))
