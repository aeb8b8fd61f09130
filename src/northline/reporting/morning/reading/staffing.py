"""Who has too much to do in the projects in the next two weeks, over all projects that the member may read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from northline.core.scope import Scope
from northline.delivery.models import Assignment
from northline.reporting.morning.facts import Named, Overload
from northline.reporting.morning.findings import AHEAD
from northline.scheduling.load import overloads
from northline.scheduling.load.heat import Asked, heat_of


def overloads_of(scope: Scope, named: Mapping[UUID, Named], *, today: date) -> list[Overload]:
    """The stretches in which somebody has too much to do, where one of the projects is part of it."""
    on_it = Assignment.objects.filter(project__in=named).order_by().values_list("resource_id", flat=True)
    people = tuple(on_it.distinct())
    if not people:
        return []
    found = []
    for one in overloads.overloads_of(heat_of(scope, Asked(today, today + AHEAD, resource_ids=people))):
        mine = [item for item in one["items"] if item["project"]["id"] in named]
        if mine:
            found.append(
                Overload(
                    person=Named(**one["resource"]),
                    project=named[mine[0]["project"]["id"]],
                    first=one["first"],
                    over=one["over"],
                    later=one["finish_later_hours"],
                    items=tuple(f"“{item['item']['title']}”" for item in one["items"]),
                )
            )
    return found
