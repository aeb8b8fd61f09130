"""What members own that has a day on which it is due: a fixed number of queries, whatever there is of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from northline.delivery.models import WorkItem
from northline.delivery.rules import day_of
from northline.reporting.overseeing.queries import awaiting
from northline.reporting.overseeing.rules import next_due
from northline.reporting.reminders.rules import Due
from northline.research.discovery.models import Experiment
from northline.roadmap.models import Initiative
from northline.scheduling.compute import FINISH
from northline.scheduling.kept import dates_in
from northline.strategy.models import KeyResult
from northline.strategy.rules import span_of
from northline.tracking.raid.models import Decision, Issue, OutsideDependency, ProjectAssumption, Risk

# The day of each kind of line of a register, and in which states it is still to be seen to.
REGISTER: tuple[tuple[type[Any], str, Q], ...] = (
    (Risk, "proximity", Q(status="open", response_in_place=False)),
    (Issue, "due", ~Q(status="resolved")),
    (ProjectAssumption, "validate_by", Q(status="open")),
    (OutsideDependency, "needed_by", Q(status__in=["asked", "promised"])),
    (Decision, "revisit_on", Q(status="decided")),
)


def due_of(members: Collection[UUID], *, first: date, last: date) -> Iterator[Due]:
    """What these members own that is due from the first to the last day. At most ten queries."""
    yield from _registered(members, first, last)
    yield from _work(members, first, last)
    yield from _key_results(members, first, last)
    ends = Experiment.objects.filter(archived_at=None, state__in=["planned", "running"])
    yield from _between(ends, "experiment", "ends_on", members, first, last)
    yield from _updates(members, first, last)


def _registered(members: Collection[UUID], first: date, last: date) -> Iterator[Due]:
    for model, field, is_open in REGISTER:
        rows = model.objects.filter(is_open, archived_at=None, project__archived_at=None)
        yield from _between(rows, model.KIND, field, members, first, last)


def _between(
    rows: Any, kind: str, field: str, members: Collection[UUID], first: date, last: date
) -> Iterator[Due]:
    found = rows.filter(owner__in=members, **{f"{field}__gte": first, f"{field}__lte": last})
    for owner, pk, on in found.values_list("owner_id", "pk", field):
        yield Due(owner, kind, pk, on)


def _work(members: Collection[UUID], first: date, last: date) -> Iterator[Due]:
    """By its deadline where it has one, else by the finish that the plan computed."""
    rows = WorkItem.objects.filter(
        owner__in=members, archived_at=None, active=True, project__archived_at=None, percent_complete__lt=100
    )
    found = list(rows.values_list("owner_id", "pk", "deadline", "project_id"))
    dates = dates_in({project for *_, deadline, project in found if not deadline})
    for owner, pk, deadline, _ in found:
        known = dates.get(str(pk))
        on = day_of(deadline or (known[FINISH] if known else None))
        if on and first <= on <= last:
            yield Due(owner, "work_item", pk, on)


def _key_results(members: Collection[UUID], first: date, last: date) -> Iterator[Due]:
    """At the end of their objective's period, where they are not reached; whoever has no owner is the objective's."""
    reached = Q(direction="up", current__gte=F("target")) | Q(direction="down", current__lte=F("target"))
    rows = KeyResult.objects.filter(archived_at=None, objective__archived_at=None).exclude(
        reached, current__isnull=False
    )
    whose = rows.annotate(whose=Coalesce("owner_id", "objective__owner_id")).filter(whose__in=members)
    for owner, pk, period in whose.values_list("whose", "pk", "objective__period"):
        span = span_of(period)
        if span and first <= span[1] <= last:
            yield Due(owner, "key_result", pk, span[1])


def _updates(members: Collection[UUID], first: date, last: date) -> Iterator[Due]:
    """A word on how their initiatives go, when it is due, and every fortnight again while none comes."""
    rows = awaiting(Initiative.objects.filter(owner__in=members))
    for owner, pk, since in rows.values_list("owner_id", "pk", "since"):
        said = timezone.localdate(since)
        on = next_due(said, first=first)
        if on <= last:
            yield Due(owner, "initiative", pk, on, since=said)
