"""What is kept of a plan's last computation; computed on the spot where nothing that fits is kept."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from django.utils import timezone

from northline.scheduling.compute import PERCENTILES, Answer, Dates, compute
from northline.scheduling.models import SavedForecast, SavedSchedule
from northline.scheduling.plan import Plan

FORECAST = (
    "samples", "seed", "deadline", "probability_on_time", *PERCENTILES, "histogram", "ends", "drivers", "default_spread",
    "risks",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kept:
    """Dates of a plan and the chances of its finish. `saved` is false where they were computed just now."""

    start: str
    finish: str
    dates: dict[str, Dates]
    warnings: list[str]
    forecast: dict[str, Any] | None
    computed_at: datetime
    saved: bool

    @classmethod
    def of(cls, answer: Answer) -> Kept:
        return cls(
            start=answer.start,
            finish=answer.finish,
            dates=answer.dates,
            warnings=answer.warnings,
            forecast=answer.forecast,
            computed_at=timezone.now(),
            saved=False,
        )

    @property
    def probability(self) -> float | None:
        return self.forecast["probability_on_time"] if self.forecast else None


def kept_of(plan: Plan) -> Kept:
    """What was computed of this state of the plan: at most three queries, no computation unless none fits."""
    project_id, version = plan.project["id"], plan.project["plan_version"]
    schedules = SavedSchedule.objects.filter(pk=project_id, plan_version=version)
    schedule = schedules.defer("payload").first()
    dates = plan.memory.dates_of(schedule.saving) if schedule else None
    if dates is None and (schedule := schedules.first()):
        dates = orjson.loads(schedule.payload)
        plan.memory.keep_dates(schedule.saving, dates)
    if schedule is None or dates is None:
        return Kept.of(compute(plan, plan.outline()))
    forecast = SavedForecast.objects.filter(pk=project_id, plan_version=version).values(*FORECAST).first()
    return Kept(
        start=schedule.start,
        finish=schedule.finish,
        dates=dates,
        warnings=schedule.warnings,
        forecast=forecast,
        computed_at=schedule.computed_at,
        saved=True,
    )


def dates_in(project_ids: Collection[UUID]) -> dict[str, Dates]:
    """The saved dates of every item of these projects, by the item's id. One query."""
    found: dict[str, Dates] = {}
    for payload in SavedSchedule.objects.filter(pk__in=project_ids).values_list("payload", flat=True):
        found |= orjson.loads(payload)
    return found


def dates_of_item(payload: str, item_id: UUID) -> Dates | None:
    """The dates of one item in a saved payload: of all that were saved of hundreds, no more than that is read."""
    _, named, after = payload.partition(f'"{item_id}":[')
    found: Dates | None = orjson.loads(f"[{after.partition(']')[0]}]") if named else None
    return found
