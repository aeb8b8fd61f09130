"""What people cost on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from northline import engine
from northline.delivery.models import ResourceRate


def rates_on(day: date, rows: Iterable[ResourceRate]) -> dict[str, ResourceRate]:
    """The rate of each resource on a day, by the resource's id: the last that has begun."""
    begun = [row for row in rows if row.since is None or row.since <= day]
    begun.sort(key=lambda row: row.since or date.min)
    return {str(row.resource_id): row for row in begun}


def priced(resource: engine.Resource, rate: ResourceRate | None) -> engine.Resource:
    """The engine's resource with what it costs, where that is known."""
    if rate is None:
        return resource
    return replace(
        resource,
        cost_per_hour=rate.per_hour,
        overtime_per_hour=rate.overtime_per_hour,
        cost_per_use=rate.per_use,
    )
