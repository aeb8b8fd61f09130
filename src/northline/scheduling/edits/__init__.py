"""The edits that a plan knows: of items, of the links between them, and of who is on them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from northline.core.schemas import In, Text
from northline.scheduling.edits.rows import (
    Add,
    Assign,
    LinkEdit,
    Move,
    Reassign,
    Relink,
    Remove,
    Set,
    Unassign,
    Unlink,
)
from northline.scheduling.edits.shapes import Clone, Insert, Merge, Merged, Promote, Repeat, Split
from northline.scheduling.edits.values import (
    ConstraintIn,
    EstimateIn,
    ItemFields,
    Kind,
    LagMinutes,
    LagUnit,
)

__all__ = [
    "MOST_EDITS",
    "PROGRESS",
    "Add",
    "Assign",
    "Clone",
    "ConstraintIn",
    "Edit",
    "EstimateIn",
    "Insert",
    "ItemFields",
    "Kind",
    "LagMinutes",
    "LagUnit",
    "LinkEdit",
    "Merge",
    "Merged",
    "Move",
    "PlanEdits",
    "Promote",
    "Reassign",
    "Relink",
    "Remove",
    "Repeat",
    "Set",
    "Split",
    "Unassign",
    "Unlink",
    "takes_planning",
]

MOST_EDITS = 2_000
# What a contributor may say of the work; everything else takes the right to plan.
PROGRESS = frozenset(
    {
        "percent_complete",
        "actual_start",
        "actual_finish",
        "remaining_minutes",
        "remaining_work_minutes",
        "state",
        "owner_id",
        "checklist",
    }
)


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
    | Repeat
    | Insert,
    Field(discriminator="op"),
]


class PlanEdits(In):
    edits: Annotated[list[Edit], Field(min_length=1, max_length=MOST_EDITS)]
    reason: Text = ""


def takes_planning(edits: list[Edit]) -> bool:
    """Is there more in these edits than progress of the work?"""
    return any(not isinstance(edit, Set) or not edit.fields.model_fields_set <= PROGRESS for edit in edits)
