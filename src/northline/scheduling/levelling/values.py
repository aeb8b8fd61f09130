"""What each of several projects is worth to its product, and how much a day late of each counts by that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from northline.delivery.models import Project
from northline.scheduling.kept import kept_of
from northline.scheduling.models import SavedSchedule
from northline.scheduling.plan import Values, load
from northline.scheduling.recovery.worth import realised_by, value_of

# A project that nobody has valued counts this much of the least valuable one.
UNVALUED = 0.1


def weights(values: Sequence[float | None]) -> list[float]:
    """How much a day late of each counts: its value, or a tenth of the least value; all the same where none has one.

    >>> weights([40.0, None, 8.0]), weights([None, None])
    ([40.0, 0.8, 8.0], [1.0, 1.0])
    """
    known = [value for value in values if value]
    least = round(min(known) * UNVALUED, 4) if known else 1.0
    return [value or least for value in values]


def worths_of(projects: Sequence[Values], finishes: Mapping[UUID, str]) -> list[dict[str, Any]]:
    """The worth of each project, as it is shown and kept: five queries for a product, however many projects."""
    found = realised_by(projects[0]["workspace_id"], [one["id"] for one in projects])
    values = [value_of(found[one["id"]]) for one in projects]
    return [
        {
            "project": {"kind": "project", "id": str(one["id"]), "key": one["key"], "title": one["title"]},
            "value": value,
            "initiatives": found[one["id"]],
            "weight": weight,
            "due": one["deadline"] or finishes[one["id"]],
        }
        for one, value, weight in zip(projects, values, weights(values), strict=True)
    ]


def worths_of_rows(projects: Sequence[Project]) -> list[dict[str, Any]]:
    """The same of projects that nobody has loaded."""
    ids = [one.pk for one in projects]
    saved = dict(SavedSchedule.objects.filter(pk__in=ids).values_list("pk", "finish"))
    finishes = {pk: saved[pk] if pk in saved else kept_of(load(pk)).finish for pk in ids}
    told = ("key", "title", "workspace_id", "deadline")
    rows = [{"id": one.pk, **{name: getattr(one, name) for name in told}} for one in projects]
    return worths_of(rows, finishes)
