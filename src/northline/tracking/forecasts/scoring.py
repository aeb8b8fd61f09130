"""How recorded forecasts fared, once what they were of is finished.

Forecasts of one outcome are alike from day to day, so of each outcome one a week is scored, the first; those of every
week, for a choice by how long before the finish would favour some. What is said of the true rate is as sure as the
number of outcomes makes it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Min, Q, QuerySet
from django.db.models.functions import TruncMonth, TruncWeek
from django.utils import timezone

from northline.delivery.models import Project, WorkItem
from northline.delivery.queries import leaves
from northline.engine.forecast import PastForecast, past_dates, weight_of
from northline.tracking.forecasts.models import RecordedForecast

# Of the pool, of the network and of the flow.
LEVELS = (0.1, 0.5, 0.8, 0.9)
# Both count alike while nobody knows which of them was right more often.
EQUAL = 0.5
LEAST_PAIRS = 10
MOST_PAIRS = 120
MOST_SCORED = 2_000

Rows = QuerySet[RecordedForecast]


@dataclass(frozen=True, slots=True)
class Scored:
    """A recorded forecast with what happened, local time."""

    row: RecordedForecast
    happened: datetime

    @property
    def subject(self) -> tuple[UUID, UUID | None]:
        return self.row.project_id, self.row.item_id

    @property
    def told(self) -> PastForecast:
        return self._past([self.row.p10, self.row.p50, self.row.p80, self.row.p90])

    @property
    def network(self) -> PastForecast:
        return self._past(self.row.network)

    @property
    def flow(self) -> PastForecast:
        assert self.row.flow is not None
        return self._past(self.row.flow)

    def _past(self, dates: Sequence[str]) -> PastForecast:
        made = timezone.localtime(self.row.made_at).replace(tzinfo=None)
        days = [datetime.fromisoformat(at) for at in dates]
        return past_dates(made, levels=LEVELS, dates=days, happened=self.happened)


def finishes_of(projects: QuerySet[Project]) -> dict[UUID, str]:
    """When each of those projects was finished of which all work is done. One query."""
    live = leaves().filter(project__in=projects, archived_at=None, active=True).order_by()
    still_open = Count("pk", filter=Q(actual_finish=None, percent_complete__lt=100))
    ended = live.values("project").annotate(left=still_open, last=Max("actual_finish"))
    return dict(ended.filter(left=0, last__isnull=False).values_list("project", "last"))


def scored_of(projects: QuerySet[Project]) -> list[Scored]:
    """The forecasts of those projects that are finished and of the milestones that are reached, one a week of each, the
    newest first. Three queries.
    """
    recorded = RecordedForecast.objects.filter(project__in=projects)
    finishes = finishes_of(Project.objects.filter(pk__in=recorded.values("project")))
    reached = Q(item__in=WorkItem.objects.filter(archived_at=None, actual_finish__isnull=False))
    rows = recorded.filter(Q(item=None, project__in=list(finishes)) | reached)
    return _scored(_first_of(rows, TruncWeek)[:MOST_SCORED], finishes)


def weight_for(workspace_id: UUID) -> float:
    """What the network's share in the pool should have been in projects that are finished; half without enough of them.

    One forecast a month of each is asked. At most three queries.
    """
    projects = Project.objects.filter(workspace_id=workspace_id)
    pooled = RecordedForecast.objects.filter(project__in=projects, item=None, flow__isnull=False)
    finishes = finishes_of(Project.objects.filter(pk__in=pooled.values("project")))
    if not finishes:
        return EQUAL
    rows = _first_of(pooled.filter(project__in=list(finishes)), TruncMonth)[:MOST_PAIRS]
    pairs = _scored(rows, finishes)
    if len(pairs) < LEAST_PAIRS:
        return EQUAL
    made = weight_of([one.network for one in pairs], [one.flow for one in pairs], prior=EQUAL)
    return round(made, 2)


def _first_of(rows: Rows, cut: Callable[[str], Any]) -> Rows:
    """The first forecast of each stretch of time of each project and milestone, the newest first."""
    stretches = rows.order_by().annotate(stretch=cut("on")).values("project", "item", "stretch")
    first = stretches.annotate(first=Min("pk")).values("first")
    return RecordedForecast.objects.filter(pk__in=first).select_related("item").order_by("-on", "-pk")


def _scored(rows: Rows, finishes: dict[UUID, str]) -> list[Scored]:
    """Without those that were made when it had happened already, which somebody said only later."""
    made = []
    for row in rows:
        said = row.item.actual_finish if row.item else finishes[row.project_id]
        assert said is not None
        happened = datetime.fromisoformat(said)
        if timezone.localtime(row.made_at).replace(tzinfo=None) < happened:
            made.append(Scored(row, happened))
    return made
