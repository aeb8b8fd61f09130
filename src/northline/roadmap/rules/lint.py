"""What is wrong with a roadmap, and what would mend it at a click. Plain values in, plain values out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

PROMISED = frozenset({"committed", "in_progress"})
LIVE = PROMISED | {"planned"}
SOON = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Item:
    """An initiative as the rules look at it. `p85` is when 85 of 100 simulated plans have finished it."""

    id: str
    key: str
    title: str
    status: str
    horizon: str
    start: date | None
    finish: date | None
    precision: str
    parked: bool
    has_goal: bool
    has_metric: bool
    owned: bool
    effort_weeks: float
    touched: date
    planned: bool
    p85: date | None
    position: float


@dataclass(frozen=True, slots=True)
class Policy:
    """Person-weeks that a bucket holds (None: unlimited), and after how many untouched days an item is stale."""

    weeks: dict[str, float | None]
    stale_days: int


@dataclass(frozen=True, slots=True)
class Fix:
    """The edit of one initiative that would mend it, with the reason to give."""

    initiative_id: str
    fields: dict[str, Any]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A broken rule, the initiative that breaks it, and what the sentence about it needs to know."""

    rule: str
    item: Item
    facts: dict[str, Any] = field(default_factory=dict)
    fix: Fix | None = None


def findings(
    items: Sequence[Item], *, dependencies: Iterable[tuple[str, str]], policy: Policy, today: date
) -> list[Finding]:
    """Every broken rule, the dates first. `dependencies` are (predecessor, successor)."""
    live = [item for item in items if item.status in LIVE and not item.parked]
    return [
        *_backwards({item.id: item for item in live}, dependencies),
        *_late(live),
        *_overfull(live, policy),
        *_unplanned(live),
        *_bare(live),
        *_stale(live, policy, today),
    ]


def _backwards(items: dict[str, Item], dependencies: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    for before_id, after_id in dependencies:
        before, after = items.get(before_id), items.get(after_id)
        if before and after and is_backwards(before, after):
            yield Finding(
                "dependency_backwards",
                after,
                {"before": before.key, "title": before.title},
                _put_behind(before, after),
            )


def is_backwards(before: Item, after: Item) -> bool:
    """Does the successor come too early? Months and quarters may overlap: they promise no day."""
    if before.start is None or before.finish is None or after.start is None or after.finish is None:
        return False
    if before.precision == after.precision == "day":
        return after.start <= before.finish
    return after.start < before.start or after.finish < before.finish


def _put_behind(before: Item, after: Item) -> Fix:
    assert before.finish
    assert after.start
    assert after.finish
    start = before.finish + timedelta(days=1)
    window = {"start": start, "finish": start + (after.finish - after.start), "precision": after.precision}
    return Fix(after.id, {"window": window}, f"It waits for {before.key} {before.title}.")


def _late(items: Iterable[Item]) -> Iterator[Finding]:
    """Now is for what will be finished in its window: with less than 85 % it belongs to next."""
    for item in items:
        if item.horizon == "now" and item.p85 and item.finish and item.p85 > item.finish:
            days = (item.p85 - item.finish).days
            reason = f"85 % of simulated plans finish by {item.p85}, {days} days after the window."
            yield Finding(
                "p85_outside_window",
                item,
                {"p85": item.p85, "finish": item.finish, "days": days},
                Fix(item.id, {"horizon": "next"}, reason),
            )


def _overfull(items: Sequence[Item], policy: Policy) -> Iterator[Finding]:
    for horizon, following in (("now", "next"), ("next", "later")):
        room = policy.weeks.get(horizon)
        inside = [item for item in items if item.horizon == horizon]
        weeks = sum(item.effort_weeks for item in inside)
        if room is None or weeks <= room:
            continue
        # What is promised stays; of the rest the last in order goes first.
        movable = [item for item in inside if item.status not in PROMISED and item.effort_weeks > 0]
        last = max(movable or inside, key=lambda item: (item.position, item.id))
        fix = Fix(last.id, {"horizon": following}, f"{horizon.title()} holds {weeks:g} of {room:g} weeks.")
        yield Finding(
            "bucket_overfull",
            last,
            {"horizon": horizon, "weeks": weeks, "room": room},
            fix if movable else None,
        )


def _unplanned(items: Iterable[Item]) -> Iterator[Finding]:
    for item in items:
        if item.status in PROMISED and not item.planned:
            yield Finding("committed_without_plan", item)


def _bare(items: Iterable[Item]) -> Iterator[Finding]:
    for item in items:
        for rule, there in (
            ("without_owner", item.owned),
            ("without_goal", item.has_goal),
            ("without_metric", item.has_metric),
        ):
            if not there:
                yield Finding(rule, item)


def _stale(items: Iterable[Item], policy: Policy, today: date) -> Iterator[Finding]:
    for item in items:
        soon = item.horizon in ("now", "next") or (item.start is not None and item.start <= today + SOON)
        days = (today - item.touched).days
        if soon and days > policy.stale_days:
            yield Finding("stale", item, {"days": days})
