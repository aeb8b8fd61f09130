"""What a plan waits for outside of it, as the engine takes it: a date of another plan, which nothing here can move."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from northline import engine
from northline.engine.feasible.hours import Hours, minute_of, moment_of
from northline.scheduling.plan import Values

# The engine's name of something outside begins so; no key of an item has a blank in it.
OUTSIDE = "outside "


def is_outside(task_id: str) -> bool:
    """Does the engine's name stand for something of another plan?"""
    return task_id.startswith(OUTSIDE)


def binding(rows: Sequence[Values], items: Mapping[UUID, Values], *, start: str) -> list[Values]:
    """Those of a plan's links from outside that can hold anything: not before its start without a lag, nor what is done or pinned."""
    return [
        row
        for row in rows
        if row["bound_at"]
        and (row["bound_at"] > start or row["lag_minutes"] > 0)
        and (item := items.get(row["after_id"])) is not None
        and item["archived_at"] is None
        and not (item["manual"] or item["actual_finish"] or not item["active"])
    ]


def outside_of(
    rows: Sequence[Values], keys: Mapping[UUID | None, str], calendar: engine.Calendar, *, start: str
) -> tuple[list[engine.Task], list[engine.Link]]:
    """A finished milestone for every link from outside, and the link from it.

    A lead is taken off the date itself: what is outside must not end after the plan that waits for it; and where that lies
    before its `start`, a lag is added to it, and what then still does is left out.
    """
    tasks, links = [], []
    for row in rows:
        name, at, lag = f"{OUTSIDE}{row['id']}", datetime.fromisoformat(row["bound_at"]), _lag(row)
        if lag.amount < 0:
            at, lag = _ahead(at, lag, calendar), engine.Lag()
        elif row["bound_at"] <= start:
            at, lag = _after(at, lag, calendar), engine.Lag()
            if at <= datetime.fromisoformat(start):
                continue
        tasks.append(
            engine.Task(
                id=name,
                name=row["before__key"],
                milestone=True,
                actual_start=at,
                actual_finish=at,
                percent_complete=100,
            )
        )
        links.append(engine.Link(name, keys[row["after_id"]], engine.LinkKind(row["kind"]), lag))
    return tasks, links


def _lag(row: Values) -> engine.Lag:
    amount, unit = row["lag_minutes"], engine.LagUnit(row["lag_unit"])
    if unit is engine.LagUnit.PERCENT:
        # Of the duration of what is outside, which stands here as a moment.
        return engine.Lag(round(row["before__duration_minutes"] * amount / 100))
    return engine.Lag(amount, unit)


def _ahead(at: datetime, lag: engine.Lag, calendar: engine.Calendar) -> datetime:
    if lag.unit is engine.LagUnit.ELAPSED:
        return at + timedelta(minutes=lag.amount)
    return moment_of(Hours(calendar).ahead(minute_of(at), -lag.amount))


def _after(at: datetime, lag: engine.Lag, calendar: engine.Calendar) -> datetime:
    if lag.unit is engine.LagUnit.ELAPSED:
        return at + timedelta(minutes=lag.amount)
    return moment_of(Hours(calendar).after(minute_of(at), lag.amount))
