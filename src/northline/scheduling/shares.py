"""What each of two parts of a task has, what several tasks have as one, and what a copy has: decisions over plain values."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from northline.core.refusal import Refusal
from northline.delivery.rules import plan_time
from northline.scheduling.checklists import joined, unticked
from northline.scheduling.plan import ITEM, Values

POINTS = ("optimistic_minutes", "likely_minutes", "pessimistic_minutes")
_OF_FINISH = ("FNET", "FNLT", "MFO")
_DONE = ("percent_complete", "remaining_minutes", "actual_start", "actual_finish", "resume_at", "state")
_OWN = frozenset({"id", "key", "version", "archived_at", "parent_id", "position", *_DONE})
_DATES = ("constraint_at", "deadline", "manual_start", "manual_finish")
# Both parts have these as the whole had them.
_SHARED = (
    "type", "elapsed", "calendar_id", "ignores_resource_calendar", "priority", "active", "owner_id", "custom",
    "task_type", "effort_driven", "item_type_id",
)  # fmt: skip


def parted(item: Values, *, first: int | None, summary: bool) -> tuple[Values, Values]:
    """The columns of the first part and of the second, in sequence; `first` is in minutes, without it half.

    Raises Refusal `item.cannot_split`, `item.split_outside`, `item.split_in_done`.
    """
    _refuse_whole(item, summary)
    whole = item["duration_minutes"]
    at = whole // 2 if first is None else first
    if not 0 < at < whole:
        raise Refusal(
            "item.split_outside",
            f"The first part of {item['key']} must be shorter than the whole, {whole} minutes. Nothing was changed.",
        )
    done = round(whole * item["percent_complete"] / 100)
    if done and done >= at:
        raise Refusal(
            "item.split_in_done",
            f"{done} minutes of {item['key']} are done. Split it after those. Nothing was changed.",
            done_minutes=done,
        )
    one: Values = {"duration_minutes": at, "remaining_minutes": None, "manual_finish": None}
    two = {name: item[name] for name in _SHARED} | {
        "duration_minutes": whole - at,
        "deadline": item["deadline"],
    }
    one["deadline"] = None
    if done:
        one["percent_complete"] = round(100 * done / at, 2)
    for name in POINTS:
        one[name] = share(item[name], at, whole)
        two[name] = None if item[name] is None else item[name] - (one[name] or 0)
    limit = {name: item[name] for name in ("constraint_kind", "constraint_at")}
    if limit["constraint_kind"] in _OF_FINISH:
        two |= limit
        one |= {"constraint_kind": "ASAP", "constraint_at": None}
    elif limit["constraint_kind"] == "ALAP":
        two |= limit
    return one, two


def _refuse_whole(item: Values, summary: bool) -> None:
    why = (
        "is a summary: split the tasks below it"
        if summary
        else "is done"
        if item["actual_finish"] is not None or item["percent_complete"] >= 100
        else "is interrupted already"
        if item["splits"] or item["hammock"]
        else "takes too little time"
        if item["type"] == "milestone" or item["duration_minutes"] < 2
        else None
    )
    if why:
        raise Refusal("item.cannot_split", f"{item['key']} {why}. Nothing was changed.")


def share(amount: int | None, part: int, whole: int) -> int | None:
    """The part of an amount that goes with a part of a duration.

    >>> share(601, 1, 2), share(None, 1, 2)
    (300, None)
    """
    return None if amount is None else amount * part // whole


def as_one(items: Sequence[Values]) -> Values:
    """The columns of the first of these tasks once it is all of them: durations and three points are added, progress
    is what was done of the whole, the earliest deadline holds, notes follow each other."""
    minutes = sum(row["duration_minutes"] for row in items)
    done = sum(row["duration_minutes"] * row["percent_complete"] for row in items)
    begun = [row["actual_start"] for row in items if row["actual_start"]]
    ended = [row["actual_finish"] for row in items]
    all_done = all(ended)
    columns: Values = {
        "duration_minutes": minutes,
        "percent_complete": 100.0 if all_done else round(done / minutes, 2) if minutes else 0.0,
        "actual_start": min(begun, default=None),
        "actual_finish": max(ended) if all_done else None,
        "deadline": min((row["deadline"] for row in items if row["deadline"]), default=None),
        "notes": "\n\n".join(row["notes"] for row in items if row["notes"]),
        "remaining_minutes": None,
        "manual_finish": None,
        "splits": [],
        "checklist": joined(row["checklist"] for row in items),
    }
    if any(row["likely_minutes"] is not None for row in items):
        for name in POINTS:
            columns[name] = sum(row["duration_minutes"] if row[name] is None else row[name] for row in items)
    return columns


def copied(item: Values, *, days: int) -> Values:
    """The columns of a copy: nothing of it is done, and its dates are so many days of the calendar later."""
    columns = {name: item[name] for name in ITEM if name not in _OWN}
    columns["checklist"] = unticked(columns["checklist"])
    return columns | {name: later(columns[name], days) for name in _DATES}


def later(at: str | None, days: int) -> str | None:
    """A date of a plan so many days later.

    >>> later("2026-02-28T08:00", 2), later(None, 2)
    ('2026-03-02T08:00', None)
    """
    if at is None or not days:
        return at
    return plan_time(datetime.fromisoformat(at) + timedelta(days=days))
