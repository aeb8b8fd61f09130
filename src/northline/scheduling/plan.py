"""A project's whole plan in memory, as plain dicts: eight queries whatever its size, no model instances."""

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
from northline.scheduling.programme.models import CrossLink

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
CROSSING = (
    *LINK, "bound_at", "spread", "version", "before__key", "before__title", "before__duration_minutes",
    "before__actual_finish", "before__project_id",
    "before__project__key", "before__project__title", "before__project__product_id", "after__key", "after__title",
    "after__project_id", "after__project__key", "after__project__title", "after__project__product_id",
)  # fmt: skip
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
    # The links with items of other projects, in both directions.
    crossing: list[Values] = field(default_factory=list)
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

    def from_outside(self) -> list[Values]:
        """The links by which items of this plan wait for items of others."""
        return [row for row in self.crossing if row["before_id"] not in self.items]

    def live_assignments(self) -> list[Values]:
        return [row for row in self.assignments.values() if self.alive(row["item_id"])]


def load(project_id: UUID, *, also: Iterable[UUID] = ()) -> Plan:
    """Read a plan; `also` names archived items to bring along. The caller has passed the project's door."""
    return load_many([project_id], also=also)[project_id]


def load_many(project_ids: Iterable[UUID], *, also: Iterable[UUID] = ()) -> dict[UUID, Plan]:
    """Read several plans with as many queries as one."""
    projects = {row["id"]: row for row in Project.objects.filter(pk__in=list(project_ids)).values(*PROJECT)}
    of = {"project__in": list(projects)}
    items = _by_project(WorkItem.objects.filter(**of, archived_at=None).values("project_id", *ITEM))
    known = {row["id"] for rows in items.values() for row in rows}
    if missing := [item_id for item_id in also if item_id not in known]:
        archived = WorkItem.objects.filter(**of, pk__in=missing).values("project_id", *ITEM)
        for project_id, rows in _by_project(archived).items():
            items[project_id] += rows
    assigned = _by_project(Assignment.objects.filter(**of).order_by("pk").values("project_id", *ASSIGNMENT))
    links = _by_project(Dependency.objects.filter(**of).order_by("pk").values("project_id", *LINK))
    on_it = {row["resource_id"] for rows in assigned.values() for row in rows}
    resources = _rows_of(Resource, on_it, {**of, "archived_at": None}, RESOURCE)
    used = {row["calendar_id"] for rows in (projects.values(), *items.values(), resources) for row in rows}
    calendars = _rows_of(PlanCalendar, used - {None}, {**of, "archived_at": None}, CALENDAR)
    crossing = _crossing(projects)
    plans = {}
    for pk, project in projects.items():
        mine = _on(resources, pk, {row["resource_id"] for row in assigned[pk]}, RESOURCE)
        mine_used = {row["calendar_id"] for row in (project, *items[pk], *mine)}
        plans[pk] = Plan(
            project=project,
            items={row["id"]: row for row in items[pk]},
            links={row["id"]: row for row in links[pk]},
            calendars=_on(calendars, pk, mine_used, CALENDAR),
            resources=mine,
            assignments={row["id"]: row for row in assigned[pk]},
            crossing=[row for row in crossing if pk in (row["before__project_id"], row["after__project_id"])],
        )
        plans[pk].index_children()
    return plans


def _by_project(rows: Iterable[Values]) -> defaultdict[UUID, list[Values]]:
    found: defaultdict[UUID, list[Values]] = defaultdict(list)
    for row in rows:
        found[row.pop("project_id")].append(row)
    return found


def _rows_of(
    model: type[Resource] | type[PlanCalendar], ids: set[UUID], own: Values, columns: tuple[str, ...]
) -> list[Values]:
    """Those of the projects, and those of the workspace that they use."""
    rows = model.objects.filter(Q(**own) | Q(pk__in=ids))
    return list(rows.order_by("pk").values(*{"project_id", "archived_at", *columns}))


def _on(rows: Iterable[Values], project_id: UUID, used: set[UUID], columns: tuple[str, ...]) -> list[Values]:
    """Of these rows those of one project."""
    return [
        {name: row[name] for name in columns}
        for row in rows
        if row["id"] in used or (row["project_id"] == project_id and row["archived_at"] is None)
    ]


def _crossing(project_ids: Iterable[UUID]) -> list[Values]:
    within = list(project_ids)
    rows = CrossLink.objects.filter(Q(before__project__in=within) | Q(after__project__in=within))
    live = rows.filter(before__archived_at=None, after__archived_at=None)
    return list(live.order_by("pk").values(*CROSSING))
