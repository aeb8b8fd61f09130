"""Reading iterations: two queries for all of a project."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID

from django.utils import timezone

from northline.core.schemas import ref
from northline.core.scope import Scope
from northline.delivery.models import Project, WorkItem
from northline.tracking.iterations import rules
from northline.tracking.iterations.models import Commitment, Iteration
from northline.tracking.iterations.schemas import show_iteration


def iterations_of(project: Project, scope: Scope) -> list[dict[str, Any]]:
    """The iterations of a project that is already allowed, the latest first, with what is in each."""
    rows = list(Iteration.objects.filter(project=project, archived_at=None).order_by("-start", "-pk"))
    promised = _promised([row.pk for row in rows])
    return [_listed(row, promised[row.pk], scope) for row in rows]


def iteration_page(row: Iteration, scope: Scope) -> dict[str, Any]:
    """One iteration with its items and its burn-up."""
    found = _promised([row.pk])[row.pk]
    days = rules.burn_up(
        (_told(one, row.start) for one in found),
        start=row.start,
        finish=row.finish,
        today=timezone.localdate(),
    )
    return _listed(row, found, scope) | {
        "items": [_item(one, row) for one in found if _counts(one)],
        "days": [asdict(day) for day in days],
    }


def _listed(row: Iteration, promised: Sequence[Commitment], scope: Scope) -> dict[str, Any]:
    inside = [one.item_id for one in promised if one.until is None]
    return show_iteration(row, scope) | {"totals": _totals(row, promised), "item_ids": inside}


def _promised(ids: Collection[UUID]) -> dict[UUID, list[Commitment]]:
    """Every commitment of these iterations, past ones too. One query."""
    found: dict[UUID, list[Commitment]] = defaultdict(list)
    rows = Commitment.objects.filter(iteration__in=ids, item__archived_at=None)
    for row in rows.select_related("item").order_by("item__position", "pk"):
        found[row.iteration_id].append(row)
    return found


def _counts(one: Commitment) -> bool:
    """Is it in the iteration, or was it until that was closed?"""
    return one.until is None or one.carried


def _totals(row: Iteration, promised: Sequence[Commitment]) -> dict[str, int]:
    inside = [one for one in promised if _counts(one)]
    done = [one for one in inside if is_done(one.item) and not one.carried]
    return {
        "items": len(inside),
        "done": len(done),
        "minutes": sum(one.item.duration_minutes for one in inside),
        "done_minutes": sum(one.item.duration_minutes for one in done),
        "added": sum(_added(one, row) for one in inside),
        "carried": sum(one.carried for one in inside),
    }


def _item(one: Commitment, row: Iteration) -> dict[str, Any]:
    item = one.item
    return ref(item) | {
        "percent_complete": item.percent_complete,
        "duration_minutes": item.duration_minutes,
        "done": is_done(item) and not one.carried,
        "added": _added(one, row),
        "carried": one.carried,
    }


def _added(one: Commitment, row: Iteration) -> bool:
    return timezone.localdate(one.since) > row.start


def _told(one: Commitment, start: date) -> rules.Promised:
    item = one.item
    finished = item.actual_finish if is_done(item) else None
    return rules.Promised(
        minutes=item.duration_minutes,
        since=max(start, timezone.localdate(one.since)),
        until=timezone.localdate(one.until) if one.until and not one.carried else None,
        done=date.fromisoformat(finished[:10]) if finished else None,
    )


def is_done(item: WorkItem) -> bool:
    return item.percent_complete >= 100
