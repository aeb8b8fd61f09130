"""Work that no person or role is on at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from northline.delivery.models import Assignment
from northline.delivery.queries import leaves
from northline.scheduling.compute import FINISH, START
from northline.scheduling.kept import dates_in
from northline.scheduling.load.entries import WORKERS, day_number
from northline.scheduling.load.heat import Heat
from northline.scheduling.load.kept import ByPlan
from northline.scheduling.load.overloads import items_told

MOST_TOLD = 20
# Of one plan: first and last day since 0001-01-01, and the item.
Lonely = list[tuple[int, int, UUID]]

_kept: ByPlan[Lonely] = ByPlan()


def nobody_on(heat: Heat) -> dict[str, Any]:
    """Work of these days that nobody is on: how much there is, and the first of it. Three queries, two more where some
    plans are not as they were."""
    low, high = heat.asked.low, heat.asked.high
    waiting = sorted(
        (start, project_id, item_id)
        for project_id, found in _kept.of(heat.entries, _made).items()
        for start, finish, item_id in found
        if start < high and finish >= low
    )
    shown = {(project_id, item_id) for _, project_id, item_id in waiting[:MOST_TOLD]}
    told = items_told(heat, shown) if shown else {}
    rows = sorted(told.values(), key=lambda one: (one["start"], one["item"]["key"]))
    return {"count": len(waiting), "items": rows}


def _made(projects: Collection[UUID]) -> dict[UUID, Lonely]:
    """The tasks of these plans that somebody has yet to do and nobody is on."""
    on_it = Assignment.objects.filter(item=OuterRef("pk"), resource__type__in=WORKERS)
    lonely = leaves().filter(
        ~Exists(on_it),
        project__in=projects, archived_at=None, active=True, type="task",
        duration_minutes__gt=0, percent_complete__lt=100, hammock=False,
    )  # fmt: skip
    rows = list(lonely.values_list("pk", "project_id"))
    dates = dates_in({project_id for _, project_id in rows})
    found: dict[UUID, Lonely] = defaultdict(list, {pk: [] for pk in projects})
    for item_id, project_id in rows:
        # What has no dates yet falls on no day.
        if own := dates.get(str(item_id)):
            found[project_id].append((_day(own[START]), _day(own[FINISH]), item_id))
    return found


def _day(moment: str) -> int:
    return day_number(date.fromisoformat(moment[:10]))
