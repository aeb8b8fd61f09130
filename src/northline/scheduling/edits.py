"""The edits that a plan knows: of items, of the links between them, and of who is on them."""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator

from northline.core.schemas import Custom, In, Text, Title
from northline.delivery.schemas import PlanTime
from northline.scheduling.checklists import ChecklistIn, EntryId

MOST_EDITS = 2_000
A_CENTURY = 60 * 24 * 366 * 100
# What a contributor may say of the work; everything else takes the right to plan.
PROGRESS = frozenset(
    {
        "percent_complete",
        "actual_start",
        "actual_finish",
        "remaining_minutes",
        "state",
        "owner_id",
        "checklist",
    }
)

Minutes = Annotated[int, Field(ge=0, le=A_CENTURY)]
LagMinutes = Annotated[int, Field(ge=-A_CENTURY, le=A_CENTURY)]
Percent = Annotated[float, Field(ge=0, le=100)]
Kind = Literal["FS", "SS", "FF", "SF"]
LagUnit = Literal["working", "elapsed", "percent"]
Type = Literal["task", "milestone"]
TaskType = Literal["fixed_units", "fixed_duration", "fixed_work"]
Booking = Literal["hard", "soft"]
# Full-time equivalents, or pieces of a material.
Units = Annotated[float, Field(ge=0, le=10_000, allow_inf_nan=False)]
# An id, or the `temp_id` of an item that an earlier edit of the same request adds.
Reference = Annotated[str, StringConstraints(min_length=1, max_length=60)]


class ConstraintIn(In):
    kind: Literal["ASAP", "ALAP", "SNET", "SNLT", "FNET", "FNLT", "MSO", "MFO"]
    at: PlanTime | None = None

    @model_validator(mode="after")
    def _whole(self) -> ConstraintIn:
        if (self.kind in ("ASAP", "ALAP")) != (self.at is None):
            raise ValueError(f"{self.kind} {'needs a' if self.at is None else 'takes no'} date.")
        return self


class EstimateIn(In):
    """Three points in working minutes."""

    optimistic: Minutes
    likely: Minutes
    pessimistic: Minutes

    @model_validator(mode="after")
    def _rising(self) -> EstimateIn:
        if not self.optimistic <= self.likely <= self.pessimistic:
            raise ValueError("An estimate must rise: optimistic, likely, pessimistic.")
        return self


_NEEDED = (
    "title", "notes", "type", "duration_minutes", "percent_complete", "remaining_minutes", "state", "custom",
    "manual", "priority", "task_type", "effort_driven", "checklist",
)  # fmt: skip


class ItemFields(In):
    """`start` and `finish` put a manual item there; any other gets a start-no-earlier or finish-no-earlier
    constraint, as when its bar is dragged. A `state` brings the progress that it stands for, and progress its state;
    `remaining_minutes` stretch the duration by what is left beside what is done."""

    title: Title | None = None
    notes: Text | None = None
    type: Type | None = None
    duration_minutes: Minutes | None = None
    percent_complete: Percent | None = None
    constraint: ConstraintIn | None = None
    deadline: PlanTime | None = None
    estimate: EstimateIn | None = None
    actual_start: PlanTime | None = None
    actual_finish: PlanTime | None = None
    remaining_minutes: Minutes | None = None
    state: Annotated[str, StringConstraints(max_length=40)] | None = None
    owner_id: UUID | None = None
    custom: Custom | None = None
    manual: bool | None = None
    calendar_id: UUID | None = None
    priority: Annotated[int, Field(ge=0, le=1000)] | None = None
    start: PlanTime | None = None
    finish: PlanTime | None = None
    task_type: TaskType | None = None
    effort_driven: bool | None = None
    # The whole of it, in order.
    checklist: ChecklistIn | None = None

    @model_validator(mode="after")
    def _needed(self) -> ItemFields:
        for name in _NEEDED:
            if name in self.model_fields_set and getattr(self, name) is None:
                raise ValueError(f"{name} cannot be empty.")
        return self


class Set(In):
    op: Literal["set"]
    id: Reference
    version: int
    fields: ItemFields


class Add(In):
    """A new item under `parent_id` (none: at the top), after `after_id` (none: first)."""

    op: Literal["add"]
    temp_id: Reference | None = None
    parent_id: Reference | None = None
    after_id: Reference | None = None
    title: Title
    duration_minutes: Minutes = 480
    type: Type = "task"


class Remove(In):
    """Take an item and all below it out of the plan."""

    op: Literal["remove"]
    id: Reference
    version: int


class Move(In):
    op: Literal["move"]
    id: Reference
    version: int
    parent_id: Reference | None
    after_id: Reference | None


class LinkEdit(In):
    op: Literal["link"]
    before: Reference
    after: Reference
    kind: Kind = "FS"
    lag_minutes: LagMinutes = 0
    lag_unit: LagUnit = "working"


class Relink(In):
    op: Literal["relink"]
    id: UUID
    kind: Kind
    lag_minutes: LagMinutes = 0
    lag_unit: LagUnit = "working"


class Unlink(In):
    op: Literal["unlink"]
    id: UUID


class Assign(In):
    """Put a resource of the project or of the workspace on an item; without `work_minutes` for as long as it takes."""

    op: Literal["assign"]
    item: Reference
    resource_id: UUID
    units: Units = 1.0
    work_minutes: Minutes | None = None
    booking: Booking = "hard"


class Reassign(In):
    """Change an assignment: somebody else, other units, other work. What follows is told by the type of the task."""

    op: Literal["reassign"]
    id: UUID
    resource_id: UUID | None = None
    units: Units | None = None
    work_minutes: Minutes | None = None
    booking: Booking | None = None

    @model_validator(mode="after")
    def _needed(self) -> Reassign:
        for name in ("resource_id", "units", "booking"):
            if name in self.model_fields_set and getattr(self, name) is None:
                raise ValueError(f"{name} cannot be empty.")
        return self


class Unassign(In):
    op: Literal["unassign"]
    id: UUID


class Split(In):
    """Make two items in sequence of one task: the second, after it, takes what is left of the duration, the work,
    the three points and the progress, and all that hangs on the finish."""

    op: Literal["split"]
    id: Reference
    version: int
    # How long the first part takes; without it, half.
    first_minutes: Annotated[int, Field(ge=1, le=A_CENTURY)] | None = None
    title: Title | None = None
    temp_id: Reference | None = None


class Promote(In):
    """Make an item of an entry of a checklist, which goes from there: whoever does the entry owns the item."""

    op: Literal["promote"]
    id: Reference
    version: int
    entry_id: EntryId
    # Below the item, which becomes a summary, or after it.
    place: Literal["below", "after"] = "after"
    temp_id: Reference | None = None


class Merged(In):
    id: Reference
    version: int


class Merge(In):
    """Make one task of siblings: `id` takes the duration, the work and the links of the others, which go."""

    op: Literal["merge"]
    id: Reference
    version: int
    others: Annotated[list[Merged], Field(min_length=1, max_length=200)]


class Clone(In):
    """Copy an item and all below it to stand after it, with the links inside and, if wanted, who is on it.

    What was done of it is not copied. `shift_days` puts it that many days of the calendar later.
    """

    op: Literal["clone"]
    id: Reference
    title: Title | None = None
    shift_days: Annotated[int, Field(ge=-36_500, le=36_500)] = 0
    people: bool = True
    temp_id: Reference | None = None


class Repeat(In):
    """A new summary with a task for each date of a rule (RFC 5545, such as FREQ=WEEKLY;BYDAY=MO), each of which
    starts no earlier than its date."""

    op: Literal["repeat"]
    parent_id: Reference | None = None
    after_id: Reference | None = None
    title: Title
    rule: Annotated[str, StringConstraints(min_length=1, max_length=500)]
    first: PlanTime
    last: PlanTime | None = None
    count: Annotated[int, Field(ge=1, le=1_000)] | None = None
    duration_minutes: Minutes = 60
    skip_days_off: bool = False
    temp_id: Reference | None = None


Edit = Annotated[
    Set
    | Add
    | Remove
    | Move
    | LinkEdit
    | Relink
    | Unlink
    | Assign
    | Reassign
    | Unassign
    | Split
    | Promote
    | Merge
    | Clone
    | Repeat,
    Field(discriminator="op"),
]


class PlanEdits(In):
    edits: Annotated[list[Edit], Field(min_length=1, max_length=MOST_EDITS)]
    reason: Text = ""


def takes_planning(edits: list[Edit]) -> bool:
    """Is there more in these edits than progress of the work?"""
    return any(not isinstance(edit, Set) or not edit.fields.model_fields_set <= PROGRESS for edit in edits)
