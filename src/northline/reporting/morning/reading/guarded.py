"""The deadlines of items that are guarded and whose chance fell, while nobody has answered. One query."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.utils import timezone

from northline.delivery.rules import day_of
from northline.reporting.morning.facts import Fall, Named
from northline.tracking.forecasts.models import DeadlineAlert


def falls_of(named: Mapping[UUID, Named]) -> list[Fall]:
    """Of the project's own deadline its chance speaks already."""
    rows = DeadlineAlert.objects.filter(
        project__in=named, item__archived_at=None, item__isnull=False, over_at=None, answered_at=None
    )
    return [
        Fall(
            item=Named.of(row.item),
            project=named[row.project_id],
            since=timezone.localdate(row.fell_at),
            chance=row.chance,
            guarded=row.guarded,
            deadline=day_of(row.item.deadline),
            deputy=row.deputy.name if row.deputy else "",
        )
        for row in rows.select_related("item", "deputy").order_by("fell_at", "pk")
        if row.item
    ]
