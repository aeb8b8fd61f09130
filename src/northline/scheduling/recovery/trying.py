"""Ways back tried as the scenarios that they would be: what is shown of one is what its scenario says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from math import sqrt
from typing import Any

from django.db import transaction
from pydantic import TypeAdapter

from northline import engine
from northline.core.scope import Scope
from northline.engine.calendars import to_minute
from northline.engine.forecast import Forecast, simulate
from northline.scheduling.compile import compiled
from northline.scheduling.compute import Dates, dates_of, samples_for, seed_of
from northline.scheduling.editor import Editor
from northline.scheduling.edits import Edit
from northline.scheduling.plan import Plan, Values
from northline.scheduling.programme.doubting import doubted
from northline.scheduling.recovery.asking import Asked

EDITS: TypeAdapter[list[Edit]] = TypeAdapter(list[Edit])
# Of a normal distribution, 95 % lie within so many deviations.
NINETY_FIVE = 1.96


@dataclass(frozen=True)
class Tried:
    """A plan with a way back in it, and the chances of the deadline that is meant."""

    plan: Plan
    project: engine.Project
    forecast: Forecast

    @cached_property
    def dates(self) -> dict[str, Dates]:
        return dates_of(self.plan, self.plan.outline())[2]


@dataclass(frozen=True, slots=True)
class Gain:
    """How much the chance (0 to 1) rises, and between what the rise lies with 95 % by the luck of the draw."""

    gain: float
    low: float
    high: float


def tried(asked: Asked, edits: Sequence[Values], *, by: Scope, criticality: bool = False) -> Tried:
    """The plan with these edits, simulated as the project's forecast is. Raises Refusal, engine.PlanError."""
    plan = asked.plan.copy()
    if edits:
        with transaction.atomic():
            Editor(plan, dates=asked.kept.dates, by=by).apply(EDITS.validate_python(list(edits)))
            # New items took keys, which the scenario shall take.
            transaction.set_rollback(True)
    project = asked.narrowed(compiled(plan, plan.outline(), plan.live_links()))
    return Tried(plan, project, _simulated(asked, project, criticality=criticality))


def _simulated(asked: Asked, project: engine.Project, *, criticality: bool) -> Forecast:
    project, durations = doubted(project, asked.plan)
    return simulate(
        project,
        durations=durations,
        # Of one plan all are played as often, whatever was added or dropped: they are compared sample by sample.
        samples=samples_for(asked.plan),
        seed=seed_of(asked.plan.project["id"]),
        deadline=asked.deadline,
        risks=asked.risks_in(project),
        criticality=criticality,
        milestones=False,
    )


def gain_of(before: Forecast, after: Forecast, *, deadline: datetime, then: datetime | None = None) -> Gain:
    """What is gained towards a deadline, sample by sample: both drew the same luck. `then` is the deadline afterwards.

    The interval is that of a mean of paired differences (normal approximation).
    """
    was = before.finishes <= to_minute(deadline)
    now = after.finishes <= to_minute(then or deadline)
    return interval(was, now)


def interval(was: Any, now: Any) -> Gain:
    """The mean of paired differences, and its interval.

    >>> import numpy as np
    >>> found = interval(np.array([False] * 8 + [True] * 2), np.array([False] * 4 + [True] * 6))
    >>> round(found.gain, 2), round(found.low, 2), round(found.high, 2)
    (0.4, 0.1, 0.7)
    """
    differences = now.astype(float) - was.astype(float)
    gain, error = float(differences.mean()), float(differences.std()) / sqrt(len(differences))
    return Gain(gain, max(-1.0, gain - NINETY_FIVE * error), min(1.0, gain + NINETY_FIVE * error))
