"""How sure the dates are that a plan waits for in other projects: by their forecasts, as they were recorded last.

A link from the finish of an item keeps what was recorded of it (`CrossLink.spread`). In a forecast the item then stands not
as a date but as work of an uncertain length that ends there; in the schedule it stays the date.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import numpy as np

from northline import engine
from northline.core.scope import Scope
from northline.delivery.rules import plan_time
from northline.engine.calendars import to_minute
from northline.engine.forecast import Historical
from northline.scheduling.plan import Plan, Values
from northline.scheduling.programme.naming import named_end
from northline.scheduling.programme.outside import OUTSIDE

# What is recorded of a date, as chances; between two of them all is equally likely, and beyond the outer ones it goes
# on as between the two next to them.
CHANCES = (0.1, 0.5, 0.8, 0.9)
NAMES = ("p10", "p50", "p80", "p90")
_STEPS = np.linspace(0.0, 1.0, 101)


def is_doubted(row: Values) -> bool:
    """Is the date of a link from outside uncertain? What is done is not."""
    return bool(row["spread"] and row["bound_at"] and not row["before__actual_finish"])


def doubted(project: engine.Project, plan: Plan) -> tuple[engine.Project, dict[str, Historical]]:
    """The project for a forecast: what is uncertain outside of it as work that begins at the earliest and takes as long as
    the distribution says, by the name of the task. Everything else draws what it would draw without."""
    rows = {f"{OUTSIDE}{row['id']}": row for row in plan.from_outside() if is_doubted(row)}
    if not rows:
        return project, {}
    tasks, durations = [], {}
    for task in project.tasks:
        row = rows.get(task.id)
        if row is None or task.actual_finish is None:
            tasks.append(task)
            continue
        # A lead is taken off the date already: the levels hang on what is left.
        first, lengths = _lengths(task.actual_finish, row["spread"]["minutes"], project.start)
        durations[task.id] = Historical(lengths)
        tasks.append(_uncertain(task, first, planned=task.actual_finish))
    return replace(project, tasks=tuple(tasks)), durations


def _lengths(planned: datetime, away: Sequence[int], start: datetime) -> tuple[datetime, tuple[float, ...]]:
    """The earliest date, no earlier than the plan's start, and at equal chances how many minutes after it the others lie.

    >>> first, lengths = _lengths(datetime(2026, 3, 9, 17), (0, 480, 960, 1440), datetime(2026, 3, 2, 8))
    >>> first, lengths[0], lengths[60], lengths[-1]
    (datetime.datetime(2026, 3, 9, 15, 0), 0.0, 760.0, 2040.0)
    """
    low, *_, before_last, last = away
    spread = np.interp(_STEPS, CHANCES, away)
    below, beyond = (
        (away[1] - low) / (CHANCES[1] - CHANCES[0]),
        (last - before_last) / (CHANCES[-1] - CHANCES[-2]),
    )
    spread = np.where(CHANCES[0] > _STEPS, low - (CHANCES[0] - _STEPS) * below, spread)
    spread = np.where(CHANCES[-1] < _STEPS, last + (_STEPS - CHANCES[-1]) * beyond, spread)
    room = to_minute(start) - to_minute(planned)
    spread = np.maximum(np.round(spread), room)
    first = float(spread[0])
    return planned + timedelta(minutes=first), tuple((spread - first).tolist())


def _uncertain(task: engine.Task, first: datetime, *, planned: datetime) -> engine.Task:
    length = max(1, round((planned - first).total_seconds() / 60))
    return replace(
        task,
        milestone=False,
        actual_start=None,
        actual_finish=None,
        percent_complete=0.0,
        duration=engine.Minutes(length),
        elapsed_duration=True,
        constraint=engine.Constraint(engine.ConstraintKind.SNET, first),
    )


def doubts_of(plan: Plan, scope: Scope) -> list[dict[str, Any]]:
    """The dates of other projects that the forecast takes as uncertain: who waits for whom, and what was recorded of it."""
    found = []
    for row in plan.from_outside():
        if not is_doubted(row) or not plan.alive(row["after_id"]):
            continue
        planned, spread = datetime.fromisoformat(row["bound_at"]), row["spread"]
        dates = [plan_time(planned + timedelta(minutes=away)) for away in spread["minutes"]]
        waiting = plan.items[row["after_id"]]
        named = {"kind": "work_item", "id": waiting["id"], "key": waiting["key"], "title": waiting["title"]}
        found.append(
            {"id": row["id"], "waiting": named, "on": spread["on"], "planned": row["bound_at"]}
            | dict(zip(NAMES, dates, strict=True))
            | named_end(row, "before", scope)
        )
    return found
