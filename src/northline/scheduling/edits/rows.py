"""The edits of single rows of a plan: items, the links between them, and who is on them."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from pydantic import model_validator

from northline.core.schemas import In, Title
from northline.scheduling.edits.values import (
    Booking,
    ItemFields,
    Kind,
    LagMinutes,
    LagUnit,
    Minutes,
    Reference,
    Type,
    Units,
)


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
    item_type_id: UUID | None = None


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
    """Put a resource of the project or of the workspace on an item; without `work_minutes` for as long as it takes.
    `overtime_minutes` are taken from that; given both, each is as it says."""

    op: Literal["assign"]
    item: Reference
    resource_id: UUID
    units: Units = 1.0
    work_minutes: Minutes | None = None
    overtime_minutes: Minutes | None = None
    booking: Booking = "hard"


class Reassign(In):
    """Change an assignment: somebody else, other units, other work. What follows is told by the type of the task.

    `work_minutes` is regular work. `overtime_minutes` are taken from it, so that the work stays and takes less time; given
    both, each is as it says. It begins `delay_minutes` of working time after the item does."""

    op: Literal["reassign"]
    id: UUID
    resource_id: UUID | None = None
    units: Units | None = None
    work_minutes: Minutes | None = None
    overtime_minutes: Minutes | None = None
    delay_minutes: Minutes | None = None
    booking: Booking | None = None

    @model_validator(mode="after")
    def _needed(self) -> Reassign:
        for name in ("resource_id", "units", "overtime_minutes", "delay_minutes", "booking"):
            if name in self.model_fields_set and getattr(self, name) is None:
                raise ValueError(f"{name} cannot be empty.")
        return self


class Unassign(In):
    op: Literal["unassign"]
    id: UUID
