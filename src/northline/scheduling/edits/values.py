"""What edits of a plan are made of: amounts, references, and the fields of an item."""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator

from northline.core.schemas import Custom, In, Text, Title
from northline.delivery.schemas import PlanTime
from northline.scheduling.checklists import ChecklistIn

A_CENTURY = 60 * 24 * 366 * 100
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
    "title", "notes", "type", "duration_minutes", "percent_complete", "remaining_minutes", "remaining_work_minutes", "state", "custom",
    "manual", "priority", "task_type", "effort_driven", "checklist", "active", "levelling_delay_minutes",
)  # fmt: skip


class ItemFields(In):
    """`start` and `finish` put a manual item there; any other gets a start-no-earlier or finish-no-earlier
    constraint, as when its bar is dragged. A `state` brings the progress that it stands for, and progress its state: one of the
    item's own workflow, or one of its project's, which stands for its counterpart there;
    `remaining_minutes` stretch the duration by what is left beside what is done; `remaining_work_minutes`, of everybody on
    the item together, do so by the units, or where the type of the task fixes its duration change the units."""

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
    remaining_work_minutes: Minutes | None = None
    state: Annotated[str, StringConstraints(max_length=40)] | None = None
    owner_id: UUID | None = None
    # None: a plain task.
    item_type_id: UUID | None = None
    custom: Custom | None = None
    manual: bool | None = None
    calendar_id: UUID | None = None
    priority: Annotated[int, Field(ge=0, le=1000)] | None = None
    start: PlanTime | None = None
    finish: PlanTime | None = None
    task_type: TaskType | None = None
    effort_driven: bool | None = None
    # An inactive task keeps its dates, and holds nobody.
    active: bool | None = None
    # Of the clock, not of working time; 0 takes back what levelling put in.
    levelling_delay_minutes: Minutes | None = None
    # The whole of it, in order.
    checklist: ChecklistIn | None = None

    @model_validator(mode="after")
    def _needed(self) -> ItemFields:
        for name in _NEEDED:
            if name in self.model_fields_set and getattr(self, name) is None:
                raise ValueError(f"{name} cannot be empty.")
        return self
