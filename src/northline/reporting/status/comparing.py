"""What changed from one report to the next. Plain values in, plain values out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from northline.reporting.status.values import Facts

Figures = dict[str, Any]


def figures_of(facts: Facts) -> Figures:
    """The figures that a report keeps to be compared with the next, ready for JSON."""
    known = {str(one.source.id): one for one in facts.milestones}
    return {
        "on": facts.today.isoformat(),
        "share": round(facts.share, 4),
        "items": facts.items,
        "items_done": facts.items_done,
        "chance": facts.chance,
        "finish": _text(facts.finish),
        "p80": _text(facts.p80),
        "deadline": _text(facts.deadline),
        "milestones": {
            id: {
                "key": one.source.key,
                "title": one.source.title,
                "finish": _text(one.done_on or one.finish),
                "done": one.done,
            }
            for id, one in known.items()
        },
        "threats": sorted(one.source.key for one in facts.threats),
    }


@dataclass(frozen=True, slots=True)
class Moved:
    """A milestone that is on another day, was reached, is new or is gone; `days` are calendar days later."""

    id: str
    key: str
    title: str
    was: date | None
    now: date | None
    days: int | None
    state: str


@dataclass(frozen=True, slots=True)
class Compared:
    """The later report's figures less the earlier one's; shares and chances in points, dates in calendar days."""

    since: date
    days: int
    share: int
    items_done: int
    items: int
    chance: int | None
    finish: int | None
    p80: int | None
    milestones: tuple[Moved, ...]
    new_threats: tuple[str, ...]
    gone_threats: tuple[str, ...]


def compared(was: Mapping[str, Any], now: Mapping[str, Any]) -> Compared:
    """What the later figures say beside the earlier ones.

    >>> was = {"on": "2026-03-02", "share": 0.4, "items": 9, "items_done": 4, "chance": 0.8, "finish": "2026-04-01",
    ...     "p80": None, "milestones": {}, "threats": []}
    >>> found = compared(was, was | {"on": "2026-03-16", "share": 0.5, "chance": 0.55, "finish": "2026-04-04"})
    >>> found.days, found.share, found.chance, found.finish, found.p80
    (14, 10, -25, 3, None)
    """
    then, today = date.fromisoformat(was["on"]), date.fromisoformat(now["on"])
    before, after = set(was["threats"]), set(now["threats"])
    return Compared(
        since=then,
        days=(today - then).days,
        share=round(100 * now["share"]) - round(100 * was["share"]),
        items_done=now["items_done"] - was["items_done"],
        items=now["items"] - was["items"],
        chance=points(was["chance"], now["chance"]),
        finish=later(was["finish"], now["finish"]),
        p80=later(was["p80"], now["p80"]),
        milestones=tuple(_moved(was["milestones"], now["milestones"])),
        new_threats=tuple(sorted(after - before)),
        gone_threats=tuple(sorted(before - after)),
    )


def _moved(was: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Moved]:
    for id, here in now.items():
        then = was.get(id)
        days = later(then["finish"], here["finish"]) if then else None
        if then is None:
            yield _one(id, here, None, here, None, "new")
        elif here["done"] and not then["done"]:
            yield _one(id, here, then, here, days, "reached")
        elif days:
            yield _one(id, here, then, here, days, "later" if days > 0 else "earlier")
    for id, then in was.items():
        if id not in now:
            yield _one(id, then, then, None, None, "gone")


def _one(
    id: str,
    named: Mapping[str, Any],
    was: Mapping[str, Any] | None,
    now: Mapping[str, Any] | None,
    days: int | None,
    state: str,
) -> Moved:
    dates = [_day(one["finish"]) if one else None for one in (was, now)]
    return Moved(id, named["key"], named["title"], dates[0], dates[1], days, state)


def points(was: float | None, now: float | None) -> int | None:
    """Points of a hundred by which a share or a chance is more, as they are read: both rounded."""
    return None if was is None or now is None else round(100 * now) - round(100 * was)


def later(was: str | None, now: str | None) -> int | None:
    """Calendar days by which a date is later."""
    before, after = _day(was), _day(now)
    return None if before is None or after is None else (after - before).days


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
