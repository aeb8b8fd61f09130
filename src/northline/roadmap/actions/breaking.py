"""Promises that an edit would break: told before, acknowledged by name, recorded on each."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from northline.core import changes
from northline.core.models import Change
from northline.core.refusal import Conflict
from northline.core.scope import Scope
from northline.roadmap.models import Initiative, Promise
from northline.roadmap.rules.promising import breaks


def broken_by(row: Initiative, *, finish: date | None) -> list[Promise]:
    """The open promises about the initiative that hold now and would not with a window until `finish`."""
    held = Promise.objects.filter(initiative=row, state=Promise.State.OPEN, archived_at=None)
    return [
        promise
        for promise in held.order_by("due", "pk")
        if breaks(due=promise.due, finish=finish) and not _broken_already(promise, row)
    ]


def _broken_already(promise: Promise, row: Initiative) -> bool:
    # What never had a window breaks nothing by having none.
    return row.parked or breaks(due=promise.due, finish=row.window_finish)


def check(row: Initiative, broken: Sequence[Promise], *, acknowledge: Collection[UUID]) -> None:
    """Raises Conflict `promise.would_break` unless every one of `broken` is acknowledged."""
    silent = [promise for promise in broken if promise.pk not in acknowledge]
    if not silent:
        return
    told = "; ".join(f"{one.key} to {one.promised_to} by {one.due}" for one in silent[:3])
    raise Conflict(
        "promise.would_break",
        f"{row.key} was promised: {told}. Talk to them first, or acknowledge that it breaks. Nothing was changed.",
        promises=[
            {"id": one.pk, "key": one.key, "promised_to": one.promised_to, "due": one.due, "words": one.words}
            for one in silent
        ],
    )


def record(row: Initiative, broken: Sequence[Promise], *, by: Scope, reason: str) -> None:
    """Write on every broken promise that the initiative moved past it, as an effect of that change."""
    if not broken:
        return
    cause = Change.objects.filter(object_id=row.pk).order_by("-seq").first()
    for promise in broken:
        after = {"window_finish": row.window_finish.isoformat() if row.window_finish else None}
        changes.record(by, "endangered", promise, after=after, reason=reason, cause=cause)
