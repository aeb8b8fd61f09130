"""A project's whole plan in memory, as plain dicts: at most eleven queries whatever its size, no model instances."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from northline.core.refusal import Refusal
from northline.delivery.item_types.queries import workflows_of_types
from northline.delivery.models import Assignment, Dependency, PlanCalendar, Project, Resource, WorkItem
from northline.delivery.workflow import Workflow, workflow_of
from northline.formats.wbs import code_below
from northline.scheduling.programme.models import CrossLink
from northline.scheduling.remembered import AsRead, Remembered, remembered, rows_again, rows_of

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
    "checklist", "item_type_id",
)  # fmt: skip
CALENDAR = ("id", "title", "week", "exceptions", "weeks", "country", "region")
RESOURCE = (
    "id", "title", "type", "capacity", "calendar_id", "skills", "skill_levels", "time_off", "capacity_steps",
    "archived_at",
)  # fmt: skip
ASSIGNMENT = (
    "id", "item_id", "resource_id", "units", "work_minutes", "overtime_minutes", "delay_minutes", "booking",
)  # fmt: skip
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
    ("title", "notes", "priority", "owner_id", "state", "custom", "task_type", "effort_driven", "checklist", "item_type_id")
)  # fmt: skip


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
    memory: Remembered = field(default_factory=Remembered)
    _workflows: dict[UUID, Workflow] | None = None

    @property
    def workflow(self) -> Workflow:
        return workflow_of(self.project["workflow"])

    def workflow_of(self, item: Values) -> Workflow:
        """The states that the item goes through: those of its type, else those of the project."""
        own = item["item_type_id"] and self._typed_workflows().get(item["item_type_id"])
        return own or self.workflow

    def workflows(self) -> dict[UUID, Workflow]:
        """The states of each type of work that has its own; nothing while no item has a type."""
        return self._typed_workflows() if self.is_typed() else {}

    def is_typed(self) -> bool:
        """Has any of its items a type of work?"""
        return any(item["item_type_id"] for item in self.items.values())

    def _typed_workflows(self) -> dict[UUID, Workflow]:
        if self._workflows is None:
            self._workflows = workflows_of_types(self.project["workspace_id"])
        return self._workflows

    def copy(self) -> Plan:
        """A plan to be edited beside this one, which stays as it is."""
        return replace(
            self,
            items={pk: dict(row) for pk, row in self.items.items()},
            links={pk: dict(row) for pk, row in self.links.items()},
            resources=list(self.resources),
            assignments={pk: dict(row) for pk, row in self.assignments.items()},
            children=copied(self.children),
        )

    def changeable(self, item_id: UUID) -> Values:
        """The item's row, to be changed."""
        row = self.items[item_id]
        if isinstance(row, AsRead):
            row = self.items[item_id] = dict(row)
        return row

    def alive(self, item_id: UUID | None) -> bool:
        return item_id in self.items and self.items[item_id]["archived_at"] is None

    def index_children(self) -> None:
        """Sort the items of the plan under their parents."""
        self.children = self.by_parent()

    def by_parent(self) -> dict[UUID | None, list[UUID]]:
        """The items of the plan below each of them, in their order; below None those at the top."""
        children: dict[UUID | None, list[tuple[int, UUID]]] = defaultdict(list)
        for item in self.items.values():
            if item["archived_at"] is None:
                children[item["parent_id"]].append((item["position"], item["id"]))
        return {above: [item_id for _, item_id in sorted(below)] for above, below in children.items()}

    def outline(self) -> list[Placed]:
        """The items from top to bottom: the same list as long as all stand where they stood.

        Raises Refusal `item.no_parent` where an item hangs on nothing.
        """
        below = {above: tuple(items) for above, items in self.children.items()}
        return self.memory.equal("outline", below, make=self._outline)

    def _outline(self) -> list[Placed]:
        placed: list[Placed] = []
        stack = [(item_id, 1, code_below("", n)) for n, item_id in enumerate(self.children.get(None, ()), 1)][
            ::-1
        ]
        while stack:
            item_id, level, wbs = stack.pop()
            below = self.children.get(item_id, ())
            placed.append(Placed(item_id, level, wbs, bool(below)))
            stack += [(child, level + 1, code_below(wbs, n)) for n, child in enumerate(below, 1)][::-1]
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
        """The links whose both ends are in the plan: the same list as long as nothing of that changed."""
        gone = [item_id for item_id, item in self.items.items() if item["archived_at"] is not None]
        return self.memory.equal(
            "live links", list(self.links.values()), gone, len(self.items), make=self._live_links
        )

    def _live_links(self) -> list[Values]:
        alive = {item_id for item_id, item in self.items.items() if item["archived_at"] is None}
        return [
            link for link in self.links.values() if link["before_id"] in alive and link["after_id"] in alive
        ]

    def from_outside(self) -> list[Values]:
        """The links by which items of this plan wait for items of others."""
        return [row for row in self.crossing if row["before_id"] not in self.items]

    def live_assignments(self) -> list[Values]:
        return [row for row in self.assignments.values() if self.alive(row["item_id"])]


def copied(children: Mapping[UUID | None, list[UUID]]) -> dict[UUID | None, list[UUID]]:
    return {above: list(below) for above, below in children.items()}


def load(project_id: UUID, *, also: Iterable[UUID] = ()) -> Plan:
    """Read a plan; `also` names archived items to bring along. The caller has passed the project's door."""
    return _load([project_id], also, remembered(project_id))[project_id]


def load_many(project_ids: Iterable[UUID]) -> dict[UUID, Plan]:
    """Read several plans with as many queries as one."""
    return _load(list(project_ids), (), Remembered(lasts=False))


def _load(project_ids: Collection[UUID], also: Iterable[UUID], memory: Remembered) -> dict[UUID, Plan]:
    projects = {row["id"]: row for row in Project.objects.filter(pk__in=project_ids).values(*PROJECT)}
    of = {"project__in": list(projects)}
    items = _by_project(WorkItem.objects.filter(**of, archived_at=None), "items", ITEM, memory)
    if wanted := set(also):
        missing = wanted - {row["id"] for rows in items.values() for row in rows}
        archived = _by_project(WorkItem.objects.filter(**of, pk__in=missing), "archived", ITEM, memory)
        items = {pk: [*items.get(pk, ()), *archived.get(pk, ())] for pk in projects}
    assigned = _by_project(Assignment.objects.filter(**of), "assignments", ASSIGNMENT, memory)
    links = _by_project(Dependency.objects.filter(**of), "links", LINK, memory)
    on_it = {row["resource_id"] for rows in assigned.values() for row in rows}
    resources = _rows_of(Resource, on_it, {**of, "archived_at": None}, RESOURCE)
    used = {row["calendar_id"] for rows in (projects.values(), *items.values(), resources) for row in rows}
    calendars = _rows_of(PlanCalendar, used - {None}, {**of, "archived_at": None}, CALENDAR)
    crossing = _crossing(projects)
    plans = {}
    for pk, project in projects.items():
        own = items.get(pk, [])
        on_mine = {row["resource_id"] for row in assigned.get(pk, ())}
        mine = _on(resources, pk, on_mine, RESOURCE)
        mine_used = {row["calendar_id"] for row in (project, *own, *mine)}
        plans[pk] = Plan(
            project=project,
            items=memory.whole("items by id", own, make=partial(_by_id, own)).copy(),
            links=memory.whole("links by id", links.get(pk), make=partial(_by_id, links.get(pk, ()))).copy(),
            calendars=_on(calendars, pk, mine_used, CALENDAR),
            resources=mine,
            assignments=_by_id(assigned.get(pk, ())),
            crossing=[row for row in crossing if pk in (row["before__project_id"], row["after__project_id"])],
            memory=memory,
        )
        places = memory.made("places").of(own, lambda rows: map(_place, rows))
        plans[pk].children = copied(memory.equal("children", places, make=plans[pk].by_parent))
    return plans


_place = itemgetter("parent_id", "position", "id", "archived_at")


def _by_id(rows: Iterable[Values]) -> dict[UUID, Values]:
    return {row["id"]: row for row in rows}


def _by_project(
    asked: QuerySet[Any], table: str, names: tuple[str, ...], memory: Remembered
) -> dict[UUID, list[Values]]:
    """The rows of each project, in the order of their ids: the same lists as long as no row is another."""
    of = "project_id"
    read = rows_again(asked, names, of, memory.made(table)) if memory.lasts else rows_of(asked, names, of)

    def grouped() -> dict[UUID, list[Values]]:
        found: dict[UUID, list[Values]] = {}
        for project_id, rows in groupby(read, key=itemgetter(0)):
            found.setdefault(project_id, []).extend(row for _, row in rows)
        return found

    return memory.whole(f"{table} by project", read, make=grouped)


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
