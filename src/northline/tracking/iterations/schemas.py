"""What iterations look like over the API."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, ClassVar, Literal
from uuid import UUID

from django.utils import timezone
from pydantic import Field

from northline.core.schemas import Custom, In, ObjectOut, Out, Patch, Ref, Text, Title, object_fields
from northline.core.scope import Scope
from northline.scheduling.edits import MOST_EDITS, Edit
from northline.scheduling.edits.values import Reference
from northline.tracking.iterations import rules
from northline.tracking.iterations.models import Iteration

Minutes = Annotated[int, Field(ge=0, le=1_000_000_000)]
MOST_ITEMS = 2_000
MOST_ITERATIONS = 200


class IterationIn(In):
    title: Title
    start: date
    finish: date
    goal: Text = ""
    capacity_minutes: Minutes | None = None
    custom: Custom = {}


class IterationPatch(Patch):
    NULLABLE: ClassVar = frozenset({"capacity_minutes"})

    title: Title | None = None
    start: date | None = None
    finish: date | None = None
    goal: Text | None = None
    capacity_minutes: Minutes | None = None
    custom: Custom | None = None


class CommitmentsIn(In):
    """`iteration_id` null takes the items out of the iterations that they are in."""

    item_ids: Annotated[list[UUID], Field(min_length=1, max_length=MOST_ITEMS)]
    iteration_id: UUID | None


class CardPromiseIn(In):
    """Tasks for an iteration, or for none: `item_ids` may name what the edits beside it add by its `temp_id`."""

    item_ids: Annotated[list[Reference], Field(min_length=1, max_length=MOST_ITEMS)]
    iteration_id: UUID | None


class CardMovesIn(In):
    """Edits of a plan, and what is promised with them."""

    edits: Annotated[list[Edit], Field(min_length=1, max_length=MOST_EDITS)]
    promises: Annotated[list[CardPromiseIn], Field(min_length=1, max_length=MOST_ITERATIONS)]


class Closing(In):
    """Where the open items go; null: in no iteration."""

    into_id: UUID | None


class Totals(Out):
    """What is in an iteration: `added` came after its first day, `carried` left it open when it was closed."""

    items: int = 0
    done: int = 0
    minutes: int = 0
    done_minutes: int = 0
    added: int = 0
    carried: int = 0


class IterationOut(ObjectOut):
    project_id: UUID
    goal: str
    start: date
    finish: date
    capacity_minutes: int | None
    closed_at: datetime | None
    phase: Literal["ahead", "running", "over", "closed"]


class ListedIteration(IterationOut):
    """`item_ids` are those of what is in it now."""

    totals: Totals
    item_ids: list[UUID]


class DayOut(Out):
    on: date
    items: int
    minutes: int
    done_items: int
    done_minutes: int


class PromisedOut(Ref):
    """An item of an iteration; `added` after its first day, `carried` out of it, still open, when it was closed."""

    percent_complete: float
    duration_minutes: int
    done: bool
    added: bool
    carried: bool


class IterationPage(ListedIteration):
    items: list[PromisedOut]
    days: list[DayOut]


class ClosedOut(IterationOut):
    """How many open items went on."""

    carried: int


class Moved(Out):
    moved: int


def show_iteration(row: Iteration, scope: Scope) -> dict[str, Any]:
    rights = scope.rights_at(row.place())
    is_open = row.closed_at is None
    can = {"edit": "plan" in rights and is_open, "contribute": "contribute" in rights and is_open}
    names = ("project_id", "goal", "start", "finish", "capacity_minutes", "closed_at")
    phase = rules.phase(row.start, row.finish, closed=not is_open, today=timezone.localdate())
    return object_fields(row, can=can) | {name: getattr(row, name) for name in names} | {"phase": phase}
