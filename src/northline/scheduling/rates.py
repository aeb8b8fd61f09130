"""What people cost on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from northline.delivery.models import ResourceRate


def rates_on(day: date, rows: Iterable[ResourceRate]) -> dict[str, ResourceRate]:
    """The rate of each resource on a day, by the resource's id: the last that has begun."""
    begun = [row for row in rows if row.since is None or row.since <= day]
    begun.sort(key=lambda row: row.since or date.min)
    return {str(row.resource_id): row for row in begun}
