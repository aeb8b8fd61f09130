"""What is asked and answered about who is what of work items."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from northline.core.schemas import In, Out, Who
from northline.core.scope import Scope
from northline.delivery.models import WorkItem
from northline.delivery.raci.queries import Line, Person, circle_of
from northline.delivery.raci.rules import Said


class CircleIn(In):
    """Who is asked before and told after of an item; `version` is that of the last answer, 0 where nobody was named ever."""

    item_id: UUID
    version: Annotated[int, Field(ge=0)]
    consulted: tuple[UUID, ...] = Field(default=(), max_length=50)
    informed: tuple[UUID, ...] = Field(default=(), max_length=50)

    def said(self) -> Said:
        return Said(self.consulted, self.informed)


class CirclesIn(In):
    items: list[CircleIn] = Field(min_length=1, max_length=500)


class RaciPersonOut(Out):
    """Somebody who is something of an item; no `member` where it is a resource that stands for none."""

    id: UUID
    name: str
    member: bool


class RaciLineOut(Out):
    """An item in the order of the breakdown: who owns it, who works on it, who is asked before and told after, by ids.

    `version` is what an edit names.
    """

    id: UUID
    key: str
    title: str
    depth: int
    summary: bool
    done: bool
    version: int
    accountable: UUID | None
    responsible: list[UUID]
    consulted: list[UUID]
    informed: list[UUID]
    gaps: list[Literal["accountable", "responsible"]]


class ProjectRaciOut(Out):
    """`total` counts the lines of all pages; `people` are those of all lines of the project."""

    people: list[RaciPersonOut]
    items: list[RaciLineOut]
    total: int
    next: str | None
    can: dict[str, bool]


class CircleOut(Out):
    """Who is asked before and told after of one item; `version` is what an edit names."""

    version: int
    consulted: list[Who]
    informed: list[Who]
    can: dict[str, bool]


def show_circle(item: WorkItem, scope: Scope) -> dict[str, Any]:
    """The circle of an item that is already allowed. Two queries."""
    version, named = circle_of(item)
    people = {role: [{"id": one.id, "name": one.name} for one in those] for role, those in named.items()}
    may = item.archived_at is None and item.project.archived_at is None
    return people | {"version": version, "can": {"edit": may and scope.may("plan", item.place())}}


def show_line(line: Line) -> dict[str, Any]:
    standing = line.standing
    return {
        "id": line.id,
        "key": line.key,
        "title": line.title,
        "depth": line.depth,
        "summary": line.summary,
        "done": line.done,
        "version": line.version,
        "accountable": standing.owner,
        "responsible": standing.works,
        "consulted": standing.said.consulted,
        "informed": standing.said.informed,
        "gaps": line.gaps,
    }


def show_people(people: Sequence[Person]) -> list[dict[str, Any]]:
    return [person._asdict() for person in people]
