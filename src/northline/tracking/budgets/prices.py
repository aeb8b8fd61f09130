"""What whom and what costs on which day, and who did the work that a member reported."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

import numpy as np
from django.db.models import Q

from northline import engine
from northline.delivery.models import Resource, ResourceRate
from northline.engine.calendars import Ints
from northline.engine.costs import overtime_rate
from northline.scheduling.compile import kind_of
from northline.scheduling.load.building import Floats
from northline.scheduling.load.entries import day_number
from northline.scheduling.rates import priced

_BEGINNING = 0
_ANYBODY = engine.Resource("")


@dataclass(frozen=True, slots=True)
class Prices:
    """The rates of resources by the day from which each holds, in order. `shared` where one of them is the workspace's,
    which not everybody who plans may know."""

    steps: Mapping[UUID, tuple[Ints, list[ResourceRate]]]
    shared: bool

    def per_hour(self, resource_id: UUID | None, days: Ints, *, overtime: bool = False) -> Floats:
        """What an hour, or one of overtime, costs on each of the days since 0001-01-01; nothing where that is not known."""
        if resource_id is None or resource_id not in self.steps:
            return np.zeros(len(days))
        since, rates = self.steps[resource_id]
        at = np.searchsorted(since, days, "right") - 1
        price = np.array([_price(rate, overtime=overtime) for rate in rates])
        return np.where(at < 0, 0.0, price[np.maximum(at, 0)])

    def on(self, resource_id: UUID, day: int, *, type: str = Resource.Type.PERSON) -> engine.Resource:
        """The engine's resource with what it costs on a day since 0001-01-01."""
        bare = engine.Resource(str(resource_id), kind=kind_of(type))
        since, rates = self.steps.get(resource_id, (np.zeros(0, np.int64), []))
        at = int(np.searchsorted(since, day, "right")) - 1
        return priced(bare, rates[at] if at >= 0 else None)


def prices_of(resource_ids: Iterable[UUID]) -> Prices:
    """The rates of these resources, with the day from which each holds. One query."""
    found: dict[UUID, list[ResourceRate]] = defaultdict(list)
    shared = False
    for row in ResourceRate.objects.filter(resource__in=set(resource_ids)).select_related("resource"):
        found[row.resource_id].append(row)
        shared = shared or row.resource.project_id is None
    return Prices({pk: _steps(rows) for pk, rows in found.items()}, shared)


def _price(rate: ResourceRate, *, overtime: bool) -> float:
    return overtime_rate(priced(_ANYBODY, rate)) if overtime else rate.per_hour


def _steps(rows: list[ResourceRate]) -> tuple[Ints, list[ResourceRate]]:
    rows.sort(key=_begins)
    return np.array([_begins(row) for row in rows], np.int64), rows


def _begins(row: ResourceRate) -> int:
    return day_number(row.since) if row.since else _BEGINNING


def resources_of(member_ids: set[UUID], project_id: UUID) -> dict[UUID, list[Resource]]:
    """By member what they are in the plan and in the workspace, the plan's own first. One query."""
    here = Q(project_id=project_id) | Q(project=None)
    rows = Resource.objects.filter(here, member__in=member_ids).select_related("project")
    found: dict[UUID, list[Resource]] = defaultdict(list)
    for row in rows.order_by("archived_at", "pk"):
        found[row.member_id].append(row)
    return {pk: sorted(every, key=lambda row: row.project_id is None) for pk, every in found.items()}
