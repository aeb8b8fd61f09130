"""What a way back does to others: the people on it, the projects that want them on the same days, and later items."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import numpy as np

from northline.core.schemas import ref_of
from northline.delivery.models import Project, Resource
from northline.scheduling.load.building import Entries, Floats
from northline.scheduling.load.entries import WORKERS, entries_in, entries_of, projects_in
from northline.scheduling.load.heat import SLACK, Asked, add, beyond, capacity_of
from northline.scheduling.plan import Values
from northline.scheduling.recovery.asking import Asked as Question
from northline.scheduling.recovery.trying import Tried

AFTER = timedelta(days=90)
MOST_DAYS = timedelta(days=1_000)
MOST_LATER = 5
# Hours of work that are rounding.
LEAST = 0.5


@dataclass(slots=True)
class Others:
    """What everybody on the plan has to do elsewhere, read once for all ways back."""

    question: Question
    span: Asked
    resources: list[Resource]
    there: Floats
    elsewhere: dict[UUID, Floats]
    before: Floats

    def told(self, after: Tried) -> dict[str, Any]:
        """The people whose work changes, and the items that end later."""
        now = self._load(entries_in(after.plan, after.dates))
        people = [found for n, row in enumerate(self.resources) if (found := self._person(n, row, now))]
        later = self._later(after)
        return {"people": people, "later": later[:MOST_LATER], "later_count": len(later)}

    def _load(self, entries: Entries) -> Floats:
        found = np.zeros_like(self.there)
        rows = {row.pk: number for number, row in enumerate(self.resources)}
        add(entries, rows, self.span, found, np.zeros_like(found))
        return found

    def _person(self, number: int, row: Resource, now: Floats) -> dict[str, Any] | None:
        """Somebody who gets more or less to do, or too much; None for those whom it leaves alone."""
        others = sum((load[number] for load in self.elsewhere.values()), np.zeros(now.shape[1]))
        was, then = self.before[number], now[number]
        over_was, over = (beyond(load + others, self.there[number]) for load in (was, then))
        more, worse = float(then.sum() - was.sum()) / 60, float(over.sum() - over_was.sum()) / 60
        if abs(more) < LEAST and worse < LEAST:
            return None
        days = np.flatnonzero(over > over_was + SLACK)
        wanting = [str(pk) for pk, load in self.elsewhere.items() if load[number][days].any()]
        return {
            "id": str(row.pk),
            "title": row.title,
            "hours": round(more, 1),
            "overload_hours": round(max(0.0, worse), 1),
            "projects": wanting if worse >= LEAST else [],
        }

    def _later(self, after: Tried) -> list[Values]:
        """The tasks that end later than they would."""
        was, plan = self.question.kept.dates, after.plan
        found = []
        for placed in self.question.outline:
            dates, old = after.dates.get(str(placed.id)), was.get(str(placed.id))
            if dates and old and not placed.summary and dates[1] > old[1]:
                named = ref_of("work_item", plan.items[placed.id])
                found.append(named | {"id": str(placed.id)})
        return found


def others_of(question: Question) -> Others:
    """Six queries, whatever the number of projects."""
    plan = question.plan
    workspace, mine = plan.project["workspace_id"], plan.project["id"]
    on_it = [row["id"] for row in plan.resources if row["type"] in WORKERS]
    resources = list(Resource.objects.filter(pk__in=on_it).order_by("title", "pk"))
    first, last = (datetime.fromisoformat(at).date() for at in (question.kept.start, question.kept.finish))
    span = Asked(first, min(last + AFTER, first + MOST_DAYS))
    rows = projects_in(Project.objects.filter(workspace_id=workspace, archived_at=None))
    projects = {row["id"]: row for row in rows}
    there = capacity_of(resources, span, projects)
    found = Others(question, span, resources, there, {}, np.zeros_like(there))
    found.before = found._load(entries_in(plan, question.kept.dates))
    elsewhere = {pk: found._load(entries) for pk, entries in _entries(projects, mine).items()}
    found.elsewhere = {pk: load for pk, load in elsewhere.items() if load.any()}
    return found


def _entries(projects: Mapping[UUID, Values], mine: UUID) -> dict[UUID, Entries]:
    return entries_of([row for pk, row in projects.items() if pk != mine])
