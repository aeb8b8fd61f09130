"""What is left of work, said with the hours: an edit of its progress, as any other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Sum

from northline.core.models import Change
from northline.core.refusal import NotFound
from northline.core.scope import Scope
from northline.delivery.models import Assignment, WorkItem
from northline.scheduling.actions import edit_plan
from northline.scheduling.edits import Edit, Set
from northline.scheduling.staffing import PEOPLE
from northline.tracking.timesheets import access, rules
from northline.tracking.timesheets.models import TimeEntry


@dataclass(frozen=True, slots=True)
class Left:
    """Minutes of work that are left of an item, seen at this version of it."""

    item_id: UUID
    version: int
    minutes: int


def say(left: Sequence[Left], *, by: Scope, cause: Change) -> None:
    """Say what is left of items, whose dates follow. Raises what refuses edits of progress."""
    wanted = {one.item_id: one for one in left}
    items = access.workable(by, set(wanted))
    if len(wanted) != len(left):
        raise NotFound("work_item")
    staff, spent = _staff_of(wanted), spent_on(wanted)
    edits: dict[UUID, list[Edit]] = defaultdict(list)
    for pk, one in wanted.items():
        fields = _fields(items[pk], one.minutes, staff.get(pk), spent.get(pk, 0))
        told = {"op": "set", "id": str(pk), "version": one.version, "fields": fields}
        edits[items[pk].project_id].append(Set.model_validate(told))
    for project_id in sorted(edits):
        edit_plan(project_id, edits=edits[project_id], by=by, cause=cause)


def _fields(item: WorkItem, left: int, units: float | None, spent: int) -> dict[str, float]:
    """The progress that the hours stand for; what somebody said of it beyond the hours stays.

    Where the duration is fixed and lasts, what is left is done in it with other units.
    """
    if not left:
        return {"percent_complete": 100.0}
    whole = item.duration_minutes
    done = max(spent / (units or 1.0), whole * min(item.percent_complete, rules.NEARLY) / 100)
    if units and item.task_type == "fixed_duration" and 100 * done < rules.NEARLY * whole:
        percent = rules.percent_of(done=done, left=whole - done)
        return {"percent_complete": percent, "remaining_work_minutes": left}
    remains = round(left / (units or 1.0))
    return {
        "percent_complete": rules.percent_of(done=done, left=remains),
        "remaining_minutes": max(1, remains),
    }


def units_of(item_ids: Mapping[UUID, object]) -> dict[UUID, float]:
    """How many people, in full-time equivalents, work on each item; one where nobody is named. One query."""
    return dict.fromkeys(item_ids, 1.0) | {pk: units for pk, units in _staff_of(item_ids).items() if units}


def _staff_of(item_ids: Mapping[UUID, object]) -> dict[UUID, float]:
    rows = Assignment.objects.filter(item__in=item_ids, resource__type__in=PEOPLE)
    return dict(rows.order_by().values_list("item").annotate(sum=Sum("units")))


def spent_on(item_ids: Collection[UUID]) -> dict[UUID, int]:
    """The minutes that everybody reported on each item. One query."""
    return _spent(item__in=item_ids)


def spent_in(project_ids: Collection[UUID]) -> dict[UUID, int]:
    """The minutes that everybody reported on each item of these projects. One query."""
    return _spent(project__in=project_ids)


def _spent(**wanted: Collection[UUID]) -> dict[UUID, int]:
    rows = TimeEntry.objects.filter(archived_at=None, **wanted)
    return dict(rows.order_by().values_list("item").annotate(sum=Sum("minutes")))
