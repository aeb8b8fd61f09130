"""What boards look like over the API."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from northline.core.schemas import In, Out, Writable
from northline.delivery.workflow import MOST_STATES
from northline.scheduling.schemas import StateOut

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60), Writable]


class StateIn(In):
    """A state without an `id` is new."""

    id: Annotated[str, StringConstraints(pattern="^[a-z0-9_]{1,40}$")] | None = None
    name: Name
    category: Literal["to_do", "doing", "done"]
    limit: Annotated[int, Field(ge=1, le=10_000)] | None = None


class WorkflowIn(In):
    states: Annotated[list[StateIn], Field(min_length=3, max_length=MOST_STATES)]


class BoardColumnOut(StateOut):
    """A state with what stands in it; `usual_days` is within how many days 85 % of finished work left it."""

    count: int
    minutes: int
    over_limit: bool
    usual_days: int | None


class CardOut(Out):
    """A task or milestone. `days` it stands in its state, `age` days have passed since its start, it being counted."""

    id: UUID
    key: str
    title: str
    version: int
    state: str
    owner_id: UUID | None
    percent_complete: float
    since: datetime
    days: int
    age: int | None
    is_old: bool


class BoardOut(Out):
    """`version` is the project's, by which its workflow is edited; `usual_days` those from start to finish."""

    project_id: UUID
    version: int
    columns: list[BoardColumnOut]
    cards: list[CardOut]
    usual_days: int | None
    can: dict[str, bool]
