"""Makes the load of one project from its assignments and dates, a column at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache
from typing import Any
from uuid import UUID

import numpy as np
import numpy.typing as npt

from northline.engine.calendars import Ints, to_minute
from northline.scheduling.compute import FINISH, START
from northline.scheduling.load.clock import A_DAY, Clock, clock_of, elapsed
from northline.scheduling.plan import Values

# An assignment as it is reckoned with: these columns, the first three as text.
ASSIGNED = ("id", "item_id", "resource_id", "units", "work_minutes", "delay_minutes", "booking")
Assigned = Sequence[Any]
Floats = npt.NDArray[np.float64]
# Whose hours count: a calendar and the days away, or day and night.
Hours = tuple[UUID | None, tuple[tuple[str, str], ...]] | None


@dataclass(frozen=True)
class Entries:
    """Parallel arrays: minutes that a resource works on an item on a day since 0001-01-01. `soft` is not promised.

    Ids of many rows stay text until somebody asks for them.
    """

    resources: tuple[UUID, ...]
    item_ids: tuple[str, ...]
    assignment_ids: tuple[str, ...]
    resource: Ints
    item: Ints
    assignment: Ints
    day: Ints
    minutes: Floats
    soft: npt.NDArray[np.bool_]

    @cached_property
    def items(self) -> tuple[UUID, ...]:
        return tuple(map(UUID, self.item_ids))

    @cached_property
    def assignments(self) -> tuple[UUID, ...]:
        return tuple(map(UUID, self.assignment_ids))


def away_of(resource: Values) -> tuple[tuple[str, str], ...]:
    """The days that somebody is away."""
    return tuple((one["first"], one["last"]) for one in resource["time_off"])


class Builder:
    """Makes the entries of one project, whose calendar is `usual`; `special` items are not one stretch of their
    people's time."""

    def __init__(
        self,
        usual: UUID | None,
        resources: Mapping[str, Values],
        special: Mapping[str, Values],
        calendars: Mapping[UUID | None, bytes],
    ) -> None:
        self.usual, self.resources, self.special, self.calendars = usual, resources, special, calendars
        self.clocks: dict[Hours, Clock] = {}
        self.first = self.last = 0

    def entries(self, assigned: Iterable[Assigned], dates: Mapping[str, Sequence[Any]]) -> Entries:
        """The load of assignments (`ASSIGNED`) to items by their dates; those of items without dates have none."""
        there = [row for row in assigned if dates.get(row[1])]
        ids, item_ids, resource_ids, units, work, delay, booking = (
            zip(*there, strict=True) if there else [()] * 7
        )
        spans = _spans(item_ids, dates)
        if there:
            # In whole years, so that the clocks of many projects are the same ones.
            self.first = int(spans[:, 0].min()) // A_DAY // 366 * 366 - 366
            self.last = (int(spans[:, 1].max()) // A_DAY // 366 + 2) * 366
        items, item = _numbered(item_ids)
        resources, resource = _numbered(resource_ids)
        each = np.array(units, np.float64)
        longest = _longest(each, work)
        whole, parts = self._hours(item_ids, resource_ids, list(resources), resource)
        found = []
        for hours, numbers in whole:
            clock = self._clock(hours)
            begin, end = clock.worked(spans[numbers].ravel()).reshape(-1, 2).T
            low = begin + np.array(delay, np.int64)[numbers]
            high = np.minimum(end, low + longest[numbers]).astype(np.int64)
            found.append((numbers, clock.by_day(low, high)))
        for hours, number in parts:
            low, high = self._pieces(hours, spans[number], self.special[item_ids[number]])
            found.append((np.full(len(low), number), self._clock(hours).by_day(low, high)))
        which, day, minutes = _joined(found)
        return Entries(
            resources=tuple(map(UUID, resources)),
            item_ids=tuple(items),
            assignment_ids=ids,
            resource=resource[which],
            item=item[which],
            assignment=which,
            day=day,
            minutes=minutes * each[which],
            soft=np.array([kind == "soft" for kind in booking], np.bool_)[which],
        )

    def _hours(
        self, item_ids: Sequence[str], resource_ids: Sequence[str], resources: Sequence[str], resource: Ints
    ) -> tuple[list[tuple[Hours, Ints]], list[tuple[Hours, int]]]:
        """The assignments by whose hours count, as row numbers, and one by one those to items whose work breaks."""
        kinds: dict[Hours, int] = {}
        usual = [kinds.setdefault(self._hours_of(None, one), len(kinds)) for one in resources]
        kind = np.array(usual, np.int64)[resource]
        parts = []
        for number in [n for n, pk in enumerate(item_ids) if pk in self.special] if self.special else ():
            odd = self.special[item_ids[number]]
            hours = self._hours_of(odd, resource_ids[number])
            if odd["splits"] or odd["resume_at"]:
                parts.append((hours, number))
                kind[number] = -1
            else:
                kind[number] = kinds.setdefault(hours, len(kinds))
        whole = ((hours, np.flatnonzero(kind == at)) for hours, at in kinds.items())
        return [(hours, numbers) for hours, numbers in whole if len(numbers)], parts

    def _hours_of(self, odd: Values | None, resource_id: str) -> Hours:
        """Those of the item's calendar where it goes by that, of the project where it is dated by hand, else the
        resource's own."""
        resource = self.resources[resource_id]
        if odd and odd["elapsed"]:
            return None
        if odd and odd["manual"]:
            return (self.usual, ())
        if odd and odd["calendar_id"] and odd["ignores_resource_calendar"]:
            return (odd["calendar_id"], ())
        return (resource["calendar_id"] or self.usual, away_of(resource))

    def _clock(self, hours: Hours) -> Clock:
        if hours not in self.clocks:
            self.clocks[hours] = (
                elapsed(self.first, self.last)
                if hours is None
                else clock_of(self.calendars[hours[0]], hours[1], self.first, self.last)
            )
        return self.clocks[hours]

    def _pieces(self, hours: Hours, span: Ints, odd: Values) -> tuple[Ints, Ints]:
        """The pieces of work, in working minutes, that breaks or taking it up later leave of an item."""
        moments = [*span, _minute(odd["resume_at"])] if odd["resume_at"] else span
        at = self._clock(hours).worked(np.array(moments, np.int64)).tolist()
        pieces, begin, done = [], at[0], 0
        if odd["resume_at"] and odd["actual_start"]:
            worked = round(odd["duration_minutes"] * odd["percent_complete"] / 100)
            pieces.append((begin, min(begin + worked, at[2])))
            begin, done = at[2], worked
        for after, length in odd["splits"]:
            if after > done:
                pieces.append((begin, begin + after - done))
                begin, done = begin + after - done + length, after
        pieces.append((begin, at[1]))
        low, high = np.array(pieces, np.int64).T
        return low, np.minimum(high, at[1])


def _spans(item_ids: Iterable[str], dates: Mapping[str, Sequence[Any]]) -> Ints:
    """Start and finish of each item, a row each, in minutes."""
    flat = [_minute(text) for pk in item_ids for text in (dates[pk][START], dates[pk][FINISH])]
    return np.array(flat, np.int64).reshape(-1, 2)


def _longest(units: Floats, work: Sequence[float | None]) -> Floats:
    """How many working minutes a resource needs for work that was said; without, as long as the item takes."""
    said = np.array([np.inf if one is None else one for one in work], np.float64)
    longest: Floats = np.divide(said, units, out=np.full(len(units), np.inf), where=units > 0)
    return longest


def _numbered(ids: Iterable[str]) -> tuple[dict[str, int], Ints]:
    numbers: dict[str, int] = {}
    return numbers, np.array([numbers.setdefault(one, len(numbers)) for one in ids], np.int64)


def _joined(found: Sequence[tuple[Ints, tuple[Ints, Ints, Ints]]]) -> tuple[Ints, Ints, Ints]:
    """Assignment, day and minutes of all that was found, which numbers its assignments from 0."""
    parts = [(numbers[which], day, minutes) for numbers, (which, day, minutes) in found]
    empty = np.zeros(0, np.int64)
    which, day, minutes = (np.concatenate([empty, *(part[at] for part in parts)]) for at in range(3))
    return which, day, minutes


@lru_cache(maxsize=1 << 16)
def _minute(text: str) -> int:
    return to_minute(datetime.fromisoformat(text))
