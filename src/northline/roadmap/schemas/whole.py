"""What a whole roadmap looks like, and several edits of it at once."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from northline.core.schemas import In, Line, Out
from northline.roadmap.models import Promise
from northline.roadmap.schemas.items import (
    InitiativeDependencyOut,
    InitiativeOut,
    InitiativePatch,
    LaneOut,
    MilestoneOut,
)


class RollupOut(Out):
    """From the first to the last day of everything that a container holds."""

    initiative_id: UUID
    start: date
    finish: date


class OpenPromiseOut(Out):
    """What a drag has to know of a promise: by when which initiative was promised to whom."""

    id: UUID
    key: str
    initiative_id: UUID
    promised_to: str
    due: date


class RoadmapOut(Out):
    """`seq` is the change that this is the state after."""

    lanes: list[LaneOut]
    initiatives: list[InitiativeOut]
    dependencies: list[InitiativeDependencyOut]
    milestones: list[MilestoneOut]
    rollups: list[RollupOut]
    promises: list[OpenPromiseOut]
    seq: int


class MatchingOut(Out):
    ids: list[UUID]


class RoadmapEdit(In):
    """One of several initiatives: its version and the fields of InitiativePatch that change."""

    id: UUID
    version: int
    fields: InitiativePatch


class RoadmapEdits(In):
    """Several edits, all or none, recorded as one deed that is undone as one."""

    edits: Annotated[list[RoadmapEdit], Field(min_length=1, max_length=1_000)]
    reason: Line = ""
    acknowledge: Annotated[list[UUID], Field(max_length=1_000)] = []


def show_open_promise(row: Promise) -> dict[str, Any]:
    return {
        "id": row.pk,
        "key": row.key,
        "initiative_id": row.initiative_id,
        "promised_to": row.promised_to,
        "due": row.due,
    }
