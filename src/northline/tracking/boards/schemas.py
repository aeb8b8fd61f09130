"""What boards look like over the API."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from northline.core.schemas import In, Out
from northline.delivery.schemas import StateIn, StateOut
from northline.delivery.workflow import MOST_STATES


class WorkflowIn(In):
    states: Annotated[list[StateIn], Field(min_length=3, max_length=MOST_STATES)]


class BoardColumnOut(StateOut):
    """A state with what stands in it; `usual_days` is within how many days 85 % of finished work left it."""

    count: int
    minutes: int
    over_limit: bool
    usual_days: int | None


class CardOut(Out):
    """A task or milestone. `state` is the column that it stands in, `own_state` the name of the state that its type calls
    otherwise. `days` it stands there, `age` days have passed since its start, it being counted."""

    id: UUID
    key: str
    title: str
    version: int
    state: str
    own_state: str | None
    item_type_id: UUID | None
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
