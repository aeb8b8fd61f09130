"""What was forecast of the demo's projects and milestones day by day, and the guard of a deadline.

To simulate every one of those days takes minutes; only today is, and the days before lead up to it, or to the day on which
the work was finished.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils import timezone

from northline.delivery.models import Project, WorkItem
from northline.demo.making import Making
from northline.demo.what_if import RAISED
from northline.engine.forecast import DateDistribution
from northline.tracking.forecasts.guard.actions import guard_deadline
from northline.tracking.forecasts.guard.guarded import Guarded
from northline.tracking.forecasts.guard.watching import watch_all
from northline.tracking.forecasts.models import RecordedForecast
from northline.tracking.forecasts.recording import forecasts_on
from northline.tracking.forecasts.scoring import LEVELS, finishes_of

MOST_DAYS = 60
GUARDED = 0.6
# A milestone that a customer waits for is guarded more closely.
MILESTONE, MILESTONE_GUARDED = "Nordlicht signs off", 0.8
# How far the dates lie about the middle, as shares of the time that is left, and how much they stray from the end.
SPREAD = (-0.16, 0.0, 0.12, 0.2)
STRAY = 0.1
# The plan is a little too hopeful, the pace a little too doubtful.
BY_NETWORK, BY_FLOW = -0.06, 0.08
# By how many days the finish of what runs slipped when the estimates were raised and a risk was noted.
SLIPPED = 5


@dataclass(frozen=True, slots=True)
class Course:
    """What is forecast from one day to before another, with the dates that it leads up to, one a level."""

    project: Project
    item_id: UUID | None
    first: date
    until: date
    ends: Sequence[datetime]
    finished: bool


def remember(making: Making) -> None:
    making.past.ago(20, lambda: _guard(making))
    making.past.ago(0.1, lambda: _record(making))


def _guard(making: Making) -> None:
    project = making.project()
    said = {"chance": GUARDED, "days": 3, "deputy_id": making.members["lena"].pk}
    guard_deadline(Guarded(project), said=said, expected=project.version, by=making.by("marek"))
    project.refresh_from_db()
    milestone = WorkItem.objects.get(project=project, title=MILESTONE)
    said = {"chance": MILESTONE_GUARDED, "days": 2, "deputy_id": making.members["tomas"].pk}
    guard_deadline(Guarded(project, milestone), said=said, expected=project.version, by=making.by("marek"))


def _record(making: Making) -> None:
    rows: list[RecordedForecast] = []
    for handle in ("cold", "assist", "late"):
        project, now = making.project(handle), timezone.localtime(making.past.now)
        # The others are forecast by the first round of the workers.
        today = forecasts_on(project, now).rows if handle == "cold" else []
        for course in _courses(project, today, making.today):
            rows += _days(course)
        rows += today
        if handle == "cold":
            watch_all(project, {row.item_id: row.chance for row in today}, now=now)
    RecordedForecast.objects.bulk_create(rows, batch_size=500)


def _courses(project: Project, today: Sequence[RecordedForecast], until: date) -> Iterator[Course]:
    first = max(date.fromisoformat(project.start[:10]), until - timedelta(days=2 * MOST_DAYS))
    for row in today:
        ends = [datetime.fromisoformat(at) for at in (row.p10, row.p50, row.p80, row.p90)]
        yield Course(project, row.item_id, max(first, until - timedelta(days=MOST_DAYS)), until, ends, False)
    done = WorkItem.objects.filter(project=project, type="milestone", actual_finish__isnull=False)
    reached = dict(done.values_list("pk", "actual_finish"))
    whole = finishes_of(Project.objects.filter(pk=project.pk)).get(project.pk)
    for item_id, finish in [*reached.items(), *([(None, whole)] if whole else [])]:
        end = datetime.fromisoformat(finish or "")
        yield Course(project, item_id, first, min(until, end.date()), [end] * len(LEVELS), True)


def _days(course: Course) -> Iterator[RecordedForecast]:
    lasts = max(1, (course.until - course.first).days)
    for number in range(lasts):
        on = course.first + timedelta(days=number)
        yield _row(course, on, number / lasts)


def _row(course: Course, on: date, share: float) -> RecordedForecast:
    """The forecast of a day that lies so far on the way."""
    made = timezone.make_aware(datetime(on.year, on.month, on.day, 6))
    left = (course.ends[1].date() - on).days
    stray = STRAY * left * math.sin(on.toordinal() / 6)
    raised = course.until - timedelta(days=RAISED)
    slip = 0.0 if course.finished or on >= raised else -SLIPPED
    wide = left if course.finished else left * (1 - share) / 3

    def dates(by: float) -> list[str]:
        pairs = zip(course.ends, SPREAD, strict=True)
        away = [stray * (1 - share) + slip + wide * part + left * by * (1 - share) for _, part in pairs]
        made = [end + timedelta(days=days) for end, days in zip(course.ends, away, strict=True)]
        return [f"{max(at, datetime.combine(on, at.time())):%Y-%m-%dT%H:%M}" for at in made]

    told, whole = dates(0), course.item_id is None
    target = course.project.deadline if whole else None
    return RecordedForecast(
        project=course.project,
        item_id=course.item_id,
        on=on,
        made_at=made,
        method="blended" if whole else "network",
        weight=0.5 if whole else 1.0,
        **dict(zip(("p10", "p50", "p80", "p90"), told, strict=True)),
        target=target,
        chance=_chance(told, target) if target else None,
        network=dates(BY_NETWORK) if whole else told,
        flow=dates(BY_FLOW) if whole else None,
    )


def _chance(told: Sequence[str], target: str) -> float:
    points = {datetime.fromisoformat(at): level for at, level in zip(told, LEVELS, strict=True)}
    first, last = min(points), max(points)
    points |= {first - timedelta(days=10): 0.01, last + timedelta(days=20): 0.99}
    at = datetime.fromisoformat(target)
    return round(
        min(0.99, max(0.01, DateDistribution(tuple(sorted(points)), tuple(sorted(points.values()))).by(at))),
        3,
    )
