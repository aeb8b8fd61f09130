"""What requests and answers of overseeing look like."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from northline.core.schemas import In, Out, Page, Ref, Text, Who
from northline.reporting.overseeing.models import InitiativeUpdate

Said = Literal["on_track", "at_risk", "off_track"]


class UpdateIn(In):
    """`words` may be left out only where all is on track."""

    health: Said
    words: Text = ""


class UpdateOut(Out):
    """`chance`, 0 to 1, is that of being finished by `window_finish`, as the plan had it `at` that moment."""

    id: UUID
    health: Said
    words: str
    by: Who | None
    at: datetime
    window_finish: date | None
    chance: float | None
    p50: date | None
    p85: date | None


class UpdatesOut(Page[UpdateOut]):
    can: dict[str, bool]


class DeliveryHealthOut(Out):
    """`reason` says what decided: the calendar, the plan, its people, or nobody's word."""

    state: Literal["on_track", "at_risk", "off_track", "unknown"]
    reason: Literal["done", "late", "unlikely", "unsure", "said", "silent", "likely", "unplanned"]


class DoneOut(Out):
    """`percent` is by planned time, 0 to 100; nothing where the plan takes no time."""

    items: int
    items_done: int
    percent: int | None


class ProjectDoneOut(Ref, DoneOut):
    minutes_per_day: int


class ScopeOut(Out):
    """What a plan held when its charter was accepted, and holds now, in work items and working days; nothing where it
    was accepted before that was kept."""

    charter: Ref
    accepted_at: datetime
    items_then: int | None
    items_now: int
    days_then: float | None
    days_now: float


class MeasuredOut(Out):
    """What an outcome review measured, so many days after the launch; progress in per cents."""

    after_days: int
    due: date
    reading: float | None
    progress: int | None
    verdict: Literal["keep", "iterate", "stop"] | None
    decided_on: date | None


class BenefitOut(Ref):
    """A key result that the initiative serves: from `start` it is expected at `target`; `at_launch` is where it stood
    then, `current` now, `measured` what reviews found since. Progress and confidence in per cents."""

    unit: str
    start: float
    target: float
    at_launch: float | None
    current: float | None
    progress: int
    progress_at_launch: int | None
    confidence: int | None
    measured: list[MeasuredOut]


class DeliveryOut(DoneOut):
    """`chance`, 0 to 1, is that of being finished by `window_finish`."""

    projects: list[ProjectDoneOut]
    p50: date | None
    p85: date | None
    chance: float | None
    window_finish: date | None
    health: DeliveryHealthOut
    scope: list[ScopeOut]
    launched_on: date | None
    benefit: list[BenefitOut]


def show_update(row: InitiativeUpdate) -> dict[str, Any]:
    names = ("id", "health", "words", "by", "window_finish", "chance", "p50", "p85")
    return {name: getattr(row, name) for name in names} | {"at": row.created_at}
