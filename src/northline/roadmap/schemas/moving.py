"""What requests and answers about moves to another product look like."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from northline.core.models import Change
from northline.core.schemas import In, Line, Out
from northline.roadmap.actions.moving import Step


class Mover(In):
    id: UUID
    version: int


class MovesIn(In):
    """`dry_run`: say what the move would do, and do nothing."""

    initiatives: Annotated[list[Mover], Field(min_length=1, max_length=500)]
    reason: Line = ""
    dry_run: bool = False


class LeftOut(Out):
    """What an initiative holds of its former product and the new one has none of."""

    what: Literal["lane", "theme", "container", "field"]
    name: str


class InitiativeMovedOut(Out):
    """`lane` and `theme` are those of the same name that it lies in then; `along`: as part of what was named."""

    id: UUID
    key: str
    title: str
    lane: str
    theme: str
    leaves: list[LeftOut]
    along: bool


class MovesOut(Out):
    """`change` takes all of it back; none for a look."""

    items: list[InitiativeMovedOut]
    change: UUID | None


def show_moves(steps: Sequence[Step], change: Change | None) -> dict[str, Any]:
    return {"items": [_show_step(step) for step in steps], "change": change and change.pk}


def _show_step(step: Step) -> dict[str, Any]:
    return {
        "id": step.row.pk,
        "key": step.row.key,
        "title": step.row.title,
        "lane": step.lane,
        "theme": step.theme,
        "leaves": [{"what": what, "name": name} for what, name in step.leaves],
        "along": step.along,
    }
