"""Who is on an item, and what follows for its work and duration by the type of the task."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from northline import engine
from northline.core.ids import uuid7
from northline.core.refusal import Conflict, NotFound, Refusal
from northline.delivery.models import PlanCalendar, Resource
from northline.engine import task_types
from northline.scheduling import edits as kinds
from northline.scheduling.compile import kind_of
from northline.scheduling.fields import resized
from northline.scheduling.plan import CALENDAR, RESOURCE, Plan, Values

# Those whose hours are said; what equipment works follows from them.
PEOPLE = ("person", "team", "role")


@dataclass(frozen=True, slots=True)
class Staffed:
    """How long an item takes after a change, and the units and the work (None: follows the duration) of each
    assignment, by its id."""

    duration: int
    people: dict[str, tuple[float, int | None]]


def staffed(item: Values, people: Sequence[Values], **change: Any) -> Staffed:
    """What one change of `engine.task_types` makes of an item and its work assignments, told by their ids.

    Raises the engine's refusals of units and work that do not fit.

    >>> item = {"key": "A-1", "duration_minutes": 480, "task_type": "fixed_work", "effort_driven": False}
    >>> ann = {"id": "ann", "units": 1.0, "work_minutes": None, "overtime_minutes": 0}
    >>> staffed(item, [ann], added=engine.Assignment("A-1", "bob"))
    Staffed(duration=240, people={'ann': (1.0, None), 'bob': (1.0, None)})
    """
    task = engine.Task(
        id=item["key"],
        duration=item["duration_minutes"],
        type=engine.TaskType(item["task_type"]),
        effort_driven=item["effort_driven"],
    )
    before = tuple(
        engine.Assignment(
            task.id, str(row["id"]), row["units"], row["work_minutes"], overtime=row["overtime_minutes"]
        )
        for row in people
    )
    try:
        after, assigned = task_types.changed(task, before, **change)
    except engine.PlanError as error:
        raise Refusal(error.code, f"{error.message} Nothing was changed.", keys=[item["key"]]) from error
    return Staffed(after.duration, {found.resource: _kept(found, after.duration) for found in assigned})


def _kept(found: engine.Assignment, duration: int) -> tuple[float, int | None]:
    """Work that is just the units over the whole duration is not kept: it follows the duration."""
    work = found.work_minutes
    flat = work is None or abs(work - duration * found.units) <= 1
    return found.units, None if flat else work


class Staffing(ABC):
    """The part of the plan's editor that assigns. `was_assignments` holds the rows as they stood, None for new ones."""

    plan: Plan

    def __init__(self) -> None:
        self.was_assignments: dict[UUID, Values | None] = {}

    @abstractmethod
    def _item(self, reference: str, *, version: int | None = None) -> Values:
        """The live item of that id. Raises NotFound, and Stale where it is of another version."""

    @abstractmethod
    def touch(self, item_id: UUID) -> Values:
        """The item's row, to be changed."""

    def _assign(self, edit: kinds.Assign) -> None:
        item = self._item(edit.item)
        resource = self._assignable(edit.resource_id)
        if self.plan.children.get(item["id"]):
            raise Refusal(
                "assignment.on_summary",
                f"{item['key']} is a summary: nobody works on it. Assign people to the items below it.",
            )
        on_it = self._on(item["id"])
        if any(row["resource_id"] == resource["id"] for row in on_it):
            raise Conflict(
                "assignment.exists",
                f"{resource['title']} is on {item['key']} already. Change the units instead.",
            )
        row: Values = {
            "id": uuid7(),
            "item_id": item["id"],
            "resource_id": resource["id"],
            "units": edit.units,
        }
        row |= {"work_minutes": edit.work_minutes, "overtime_minutes": 0, "delay_minutes": 0}
        row["booking"] = edit.booking
        people = self._people(on_it)
        self._put_assignment(row)
        if does_work(resource):
            added = engine.Assignment(item["key"], str(row["id"]), edit.units, _minutes(edit.work_minutes))
            self._follow(item, people, added=added)
        if edit.overtime_minutes:
            self._put_overtime(row["id"], edit.overtime_minutes, within_work=edit.work_minutes is None)

    def _reassign(self, edit: kinds.Reassign) -> None:
        row = self._assignment(edit.id)
        given = edit.model_fields_set
        item = self.plan.changeable(row["item_id"])
        if "resource_id" in given and edit.resource_id != row["resource_id"]:
            assert edit.resource_id is not None
            resource = self._assignable(edit.resource_id)
            if any(found["resource_id"] == resource["id"] for found in self._on(item["id"])):
                raise Conflict(
                    "assignment.exists",
                    f"{resource['title']} is on {item['key']} already. Take one off first.",
                )
            overtime = row["overtime_minutes"] if does_work(resource) else 0
            row = self._put_assignment(row | {"resource_id": resource["id"], "overtime_minutes": overtime})
        for name in {"booking", "delay_minutes"} & given:
            row = self._put_assignment(row | {name: getattr(edit, name)})
        works = does_work(self._resource(row["resource_id"]))
        if "units" in given and edit.units != row["units"]:
            if works:
                people = self._people(self._on(item["id"]))
                self._follow(item, people, units={str(row["id"]): edit.units})
            else:
                self._put_assignment(row | {"units": edit.units})
        if edit.overtime_minutes is not None:
            self._put_overtime(row["id"], edit.overtime_minutes, within_work="work_minutes" not in given)
        if "work_minutes" in given:
            self._rework(item, row["id"], edit.work_minutes)

    def _put_overtime(self, assignment_id: UUID, overtime: int, *, within_work: bool) -> None:
        """Have so much done in overtime; `within_work` takes it from the regular work, of which some must be left."""
        row = self.plan.assignments[assignment_id]
        item, resource = self.plan.items[row["item_id"]], self._resource(row["resource_id"])
        if overtime and not does_work(resource):
            raise Refusal(
                "assignment.no_overtime",
                f"{resource['title']} is {resource['type']}, which works no hours. Nothing was changed.",
            )
        left = _regular(row, item) + row["overtime_minutes"] - overtime
        self._put_assignment(row | {"overtime_minutes": overtime})
        if not within_work or overtime == row["overtime_minutes"]:
            return
        if left <= 0:
            raise Refusal(
                "assignment.all_overtime",
                f"{resource['title']} has {(left + overtime) / 60:g} hours of work on {item['key']}, and overtime is a part of "
                "them. Leave some of it regular, or give more work first. Nothing was changed.",
                keys=[item["key"]],
            )
        self._rework(item, assignment_id, left)

    def _rework(self, item: Values, assignment_id: UUID, work: int | None) -> None:
        """Set the work of one assignment; the item's work is then the sum, as the type of the task has it."""
        row = self._put_assignment(self.plan.assignments[assignment_id] | {"work_minutes": work})
        if work is not None and does_work(self._resource(row["resource_id"])):
            people = self._people(self._on(item["id"]))
            self._follow(item, people, work=sum(_regular(one, item) for one in people))

    def _unassign(self, edit: kinds.Unassign) -> None:
        row = self._assignment(edit.id)
        item = self.plan.changeable(row["item_id"])
        people = self._people(self._on(item["id"]))
        self.was_assignments.setdefault(row["id"], dict(row))
        del self.plan.assignments[row["id"]]
        if any(found["id"] == row["id"] for found in people):
            self._follow(item, people, removed=str(row["id"]))

    def follow_duration(self, item: Values, duration: int) -> None:
        """Let what people do on the item follow a new duration, by the type of the task."""
        people = self._people(self._on(item["id"]))
        if people and not item["elapsed"]:
            self._follow(item, people, duration=duration)

    def with_remaining_work(self, item: Values, fields: kinds.ItemFields) -> kinds.ItemFields:
        """Work that is left says how long the rest takes; where the duration is fixed, with which units it is done."""
        left = fields.remaining_work_minutes
        if left is None:
            return fields
        on_it = self._people(self._on(item["id"]))
        people = [row for row in on_it if self._resource(row["resource_id"])["type"] in PEOPLE]
        units = sum(row["units"] for row in people) or 1.0
        given = {name: getattr(fields, name) for name in fields.model_fields_set - {"remaining_work_minutes"}}
        rest = item["duration_minutes"] * (100 - (item | given)["percent_complete"]) / 100
        fixed = item["task_type"] == "fixed_duration" and not item["elapsed"]
        if fixed and people and left and rest:
            more = {str(row["id"]): row["units"] * left / (rest * units) for row in people}
            self._follow(item, on_it, units=more)
        else:
            given["remaining_minutes"] = max(1, round(left / units)) if left else 0
        return kinds.ItemFields(**given)

    def _follow(self, item: Values, people: Sequence[Values], **change: Any) -> None:
        """Put what the engine makes of the change where it differs."""
        if item["elapsed"]:
            if "units" in change:
                for row in people:
                    units = change["units"].get(str(row["id"]), row["units"])
                    self._put_assignment(row | {"units": units})
            return
        after = staffed(item, people, **change)
        for name, (units, work) in after.people.items():
            row = self.plan.assignments[UUID(name)]
            if (row["units"], row["work_minutes"]) != (units, work):
                self._put_assignment(row | {"units": units, "work_minutes": work})
        if after.duration != item["duration_minutes"] and "duration" not in change:
            self.touch(item["id"]).update(resized(item, after.duration))

    def _put_assignment(self, row: Values) -> Values:
        was = self.plan.assignments.get(row["id"])
        self.was_assignments.setdefault(row["id"], dict(was) if was else None)
        self.plan.assignments[row["id"]] = row
        return row

    def _on(self, item_id: UUID) -> list[Values]:
        return [row for row in self.plan.assignments.values() if row["item_id"] == item_id]

    def _people(self, rows: Sequence[Values]) -> list[Values]:
        """Those of the assignments whose resources do work."""
        return [row for row in rows if does_work(self._resource(row["resource_id"]))]

    def _assignment(self, assignment_id: UUID) -> Values:
        row = self.plan.assignments.get(assignment_id)
        if row is None or not self.plan.alive(row["item_id"]):
            raise NotFound("assignment")
        return row

    def _assignable(self, resource_id: UUID) -> Values:
        resource = self._resource(resource_id)
        if resource["archived_at"] is not None:
            raise Conflict(
                "resource.archived", f"{resource['title']} is archived. Restore it, or choose somebody else."
            )
        return resource

    def _resource(self, resource_id: UUID) -> Values:
        return brought(self.plan, resource_id, Resource.objects.filter(archived_at=None))


def brought(plan: Plan, resource_id: UUID, among: QuerySet[Resource]) -> Values:
    """A resource of the plan, or one of the workspace that comes to the plan by this. Raises NotFound."""
    for row in plan.resources:
        if row["id"] == resource_id:
            return row
    found = among.filter(
        Q(project=None) | Q(project_id=plan.project["id"]),
        pk=resource_id,
        workspace_id=plan.project["workspace_id"],
    )
    coming: Values | None = found.values(*RESOURCE).first()
    if coming is None:
        raise NotFound("resource")
    plan.resources.append(coming)
    calendar_id = coming["calendar_id"]
    if calendar_id and all(one["id"] != calendar_id for one in plan.calendars):
        plan.calendars += PlanCalendar.objects.filter(pk=calendar_id).values(*CALENDAR)
    return coming


def does_work(resource: Values) -> bool:
    return kind_of(resource["type"]) is engine.ResourceKind.WORK


def _regular(row: Values, item: Values) -> int:
    """The minutes of regular work of an assignment."""
    work: int | None = row["work_minutes"]
    return round(row["units"] * item["duration_minutes"]) if work is None else work


def _minutes(work: int | None) -> engine.Minutes | None:
    return None if work is None else engine.Minutes(work)
