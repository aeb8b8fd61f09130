"""What an hour of whom costs on which day, and who did the work that a member reported."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

import numpy as np
from django.db.models import Q

from northline.delivery.models import Resource, ResourceRate
from northline.engine.calendars import Ints
from northline.scheduling.load.entries import day_number
from northline.scheduling.load.heat import Floats

_BEGINNING = 0


@dataclass(frozen=True, slots=True)
class Prices:
    """The rates of resources. `shared` where one of them is the workspace's, which not everybody who plans may know."""

    steps: Mapping[UUID, tuple[Ints, Floats]]
    uses: Mapping[UUID, float]
    shared: bool

    def per_hour(self, resource_id: UUID | None, days: Ints) -> Floats:
        """What an hour costs on each of the days since 0001-01-01; nothing where that is not known."""
        if resource_id is None or resource_id not in self.steps:
            return np.zeros(len(days))
        since, price = self.steps[resource_id]
        at = np.searchsorted(since, days, "right") - 1
        return np.where(at < 0, 0.0, price[np.maximum(at, 0)])


def prices_of(resource_ids: Iterable[UUID]) -> Prices:
    """The rates of these resources, with the day from which each holds. One query."""
    rates: dict[UUID, list[tuple[int, float]]] = defaultdict(list)
    uses, shared = {}, False
    rows = ResourceRate.objects.filter(resource__in=set(resource_ids)).select_related("resource")
    for row in rows.order_by("since"):
        begin = day_number(row.since) if row.since else _BEGINNING
        rates[row.resource_id].append((begin, row.per_hour))
        shared = shared or row.resource.project_id is None
        uses[row.resource_id] = row.per_use
    return Prices({pk: _steps(found) for pk, found in rates.items()}, uses, shared)


def _steps(found: list[tuple[int, float]]) -> tuple[Ints, Floats]:
    found.sort()
    return np.array([since for since, _ in found], np.int64), np.array([price for _, price in found])


def resources_of(member_ids: set[UUID], project_id: UUID) -> dict[UUID, list[Resource]]:
    """By member what they are in the plan and in the workspace, the plan's own first. One query."""
    here = Q(project_id=project_id) | Q(project=None)
    rows = Resource.objects.filter(here, member__in=member_ids)
    found: dict[UUID, list[Resource]] = defaultdict(list)
    for row in rows.order_by("archived_at", "pk"):
        found[row.member_id].append(row)
    return {pk: sorted(every, key=lambda row: row.project_id is None) for pk, every in found.items()}
