"""The load of each project as arrays: who works how long on which item on which day.

Kept in the process by the state of the plan that it was read from, so that a heat map of many projects reads only those
that changed since.
"""

from __future__ import annotations

import threading
from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, lru_cache
from typing import Any
from uuid import UUID

import numpy as np
import numpy.typing as npt
import orjson
from django.db.models import Q

from northline.core.ids import as_text, text_of, texts_of
from northline.delivery.models import Assignment, PlanCalendar, Resource, WorkItem
from northline.engine.calendars import Ints, to_minute
from northline.scheduling.compute import FINISH, START
from northline.scheduling.load.clock import A_DAY, PLAIN, Clock, clock_of, elapsed
from northline.scheduling.models import SavedSchedule
from northline.scheduling.plan import CALENDAR, Plan, Values

MOST_KEPT = 1_000
WORKERS = ("person", "role", "team", "equipment")
OF_RESOURCE = ("id", "type", "project_id", "calendar_id", "time_off", "capacity", "capacity_steps")
# An assignment as it is reckoned with: these columns, the first three as text.
ASSIGNED = ("id", "item_id", "resource_id", "units", "work_minutes", "delay_minutes", "booking")
Assigned = list[Any]
_OF = "project_id"
_SPECIAL = ("id", "splits", "resume_at", "manual", "elapsed", "calendar_id", "ignores_resource_calendar",
            "percent_complete", "duration_minutes", "actual_start")  # fmt: skip
_ODD = ("splits", "resume_at", "manual", "elapsed", "calendar_id")


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
    minutes: npt.NDArray[np.float64]
    soft: npt.NDArray[np.bool_]

    @cached_property
    def items(self) -> tuple[UUID, ...]:
        return tuple(map(UUID, self.item_ids))

    @cached_property
    def assignments(self) -> tuple[UUID, ...]:
        return tuple(map(UUID, self.assignment_ids))


_kept: OrderedDict[UUID, tuple[int, Entries]] = OrderedDict()
_lock = threading.Lock()


def entries_of(projects: Sequence[Values]) -> dict[UUID, Entries]:
    """The load of projects (`id`, `plan_version`, `calendar_id`). One query, six more where some are not kept."""
    ids = [row["id"] for row in projects]
    versions = dict(SavedSchedule.objects.filter(pk__in=ids).values_list("pk", "plan_version"))
    with _lock:
        found = {pk: _kept[pk][1] for pk in versions if pk in _kept and _kept[pk][0] == versions[pk]}
    missing = [row for row in projects if row["id"] in versions and row["id"] not in found]
    if missing:
        made = _made(missing)
        with _lock:
            for pk, entries in made.items():
                _kept[pk] = (versions[pk], entries)
                _kept.move_to_end(pk)
            while len(_kept) > MOST_KEPT:
                _kept.popitem(last=False)
        found |= made
    return found


def _made(projects: Sequence[Values]) -> dict[UUID, Entries]:
    ids = [row["id"] for row in projects]
    resources = {text_of(row["id"]): row for row in resources_of(projects=ids)}
    special = {text_of(pk): row for pk, row in _special(ids).items()}
    idle = set(WorkItem.objects.filter(project__in=ids, active=False).values_list(as_text("pk"), flat=True))
    assigned: dict[str, list[Assigned]] = defaultdict(list)
    texts = (as_text(name) for name in (_OF, *ASSIGNED[:3]))
    rows = Assignment.objects.filter(project__in=ids).order_by()
    for project_id, *row in rows.values_list(*texts, *ASSIGNED[3:]):
        if row[2] in resources and row[1] not in idle:
            assigned[project_id].append(row)
    calendars = calendars_of([*projects, *resources.values(), *special.values()])
    usual = {row["id"]: row["calendar_id"] for row in projects}
    made = {}
    for pk, payload in SavedSchedule.objects.filter(pk__in=ids).values_list("pk", "payload"):
        dates = dict(zip(texts_of(found := orjson.loads(payload)), found.values(), strict=True))
        made[pk] = _Builder(usual[pk], resources, special, calendars).entries(assigned[text_of(pk)], dates)
    return made


def entries_in(plan: Plan, dates: Mapping[str, Sequence[Any]]) -> Entries:
    """The load of a plan in memory by these dates; no query."""
    resources = {str(row["id"]): row for row in plan.resources if row["type"] in WORKERS}
    assigned = [
        [str(row["id"]), str(row["item_id"]), str(row["resource_id"]), *(row[name] for name in ASSIGNED[3:])]
        for row in plan.live_assignments()
        if str(row["resource_id"]) in resources and plan.items[row["item_id"]]["active"]
    ]
    special = {str(pk): item for pk, item in plan.items.items() if any(item[name] for name in _ODD)}
    calendars: dict[UUID | None, bytes] = {row["id"]: orjson.dumps(row) for row in plan.calendars}
    calendars[None] = orjson.dumps(PLAIN)
    return _Builder(plan.project["calendar_id"], resources, special, calendars).entries(assigned, dates)


def resources_of(*, projects: Iterable[UUID]) -> list[Values]:
    """Who works on these projects, with what their load hangs on."""
    on_it = Assignment.objects.filter(project__in=projects).values("resource_id")
    return list(Resource.objects.filter(pk__in=on_it, type__in=WORKERS).values(*OF_RESOURCE))


def _special(ids: Sequence[UUID]) -> dict[UUID, Values]:
    """The items whose work is not one stretch of their people's time."""
    odd = ~Q(splits=[]) | Q(resume_at__isnull=False) | Q(manual=True) | Q(elapsed=True)
    odd |= Q(calendar__isnull=False)
    rows = WorkItem.objects.filter(odd, project__in=ids, archived_at=None)
    return {row["id"]: row for row in rows.values(*_SPECIAL)}


def calendars_of(rows: Iterable[Values]) -> dict[UUID | None, bytes]:
    """The stored calendars that these rows name, as JSON; under None a plain week."""
    wanted = {row["calendar_id"] for row in rows} - {None}
    found: dict[UUID | None, bytes] = {None: orjson.dumps(PLAIN)}
    for row in PlanCalendar.objects.filter(pk__in=wanted).values(*CALENDAR):
        found[row["id"]] = orjson.dumps(row)
    return found


def away_of(resource: Values) -> tuple[tuple[str, str], ...]:
    """The days that somebody is away."""
    return tuple((one["first"], one["last"]) for one in resource["time_off"])


class _Builder:
    """Makes the entries of one project."""

    def __init__(
        self,
        usual: UUID | None,
        resources: Mapping[str, Values],
        special: Mapping[str, Values],
        calendars: Mapping[UUID | None, bytes],
    ) -> None:
        self.usual, self.resources, self.special, self.calendars = usual, resources, special, calendars
        self.clocks: dict[Any, Clock] = {}
        self.first = self.last = 0

    def entries(self, assigned: Sequence[Assigned], dates: Mapping[str, Sequence[Any]]) -> Entries:
        there: list[Assigned] = []
        spans: list[list[int]] = []
        for row in assigned:
            if found := dates.get(row[1]):
                there.append(row)
                spans.append([_minute(found[START]), _minute(found[FINISH])])
        if spans:
            # In whole years, so that the clocks of many projects are the same ones.
            self.first = min(begin for begin, _ in spans) // A_DAY // 366 * 366 - 366
            self.last = (max(end for _, end in spans) // A_DAY // 366 + 2) * 366
        groups: dict[Any, list[int]] = defaultdict(list)
        parts: list[tuple[int, Ints, Ints, Any]] = []
        usual: dict[str, list[int]] = defaultdict(list)
        for number, row in enumerate(there):
            odd = self.special.get(row[1])
            if odd is None:
                usual[row[2]].append(number)
            elif odd["splits"] or odd["resume_at"]:
                parts += self._broken(number, self._clock_key(row), row, spans[number], odd)
            else:
                groups[self._clock_key(row)].append(number)
        for numbers in usual.values():
            groups[self._clock_key(there[numbers[0]])] += numbers
        found = [self._whole(key, numbers, there, spans) for key, numbers in groups.items()]
        found += [self._part(number, low, high, key) for number, low, high, key in parts]
        return self._joined(there, found)

    def _clock_key(self, row: Assigned) -> Any:
        """Whose hours count: those of the item's calendar where it goes by that, of the project where it is dated by
        hand, else the resource's own."""
        odd, resource = self.special.get(row[1]), self.resources[row[2]]
        if odd and odd["elapsed"]:
            return "elapsed"
        if odd and odd["manual"]:
            return (self.usual, ())
        if odd and odd["calendar_id"] and odd["ignores_resource_calendar"]:
            return (odd["calendar_id"], ())
        return (resource["calendar_id"] or self.usual, away_of(resource))

    def clock(self, key: Any) -> Clock:
        if key not in self.clocks:
            self.clocks[key] = (
                elapsed(self.first, self.last)
                if key == "elapsed"
                else clock_of(self.calendars[key[0]], key[1], self.first, self.last)
            )
        return self.clocks[key]

    def _whole(
        self, key: Any, numbers: list[int], there: Sequence[Assigned], spans: list[list[int]]
    ) -> tuple[Ints, Ints, Ints]:
        clock = self.clock(key)
        begin, end = clock.worked(np.array([spans[n] for n in numbers], np.int64).ravel()).reshape(-1, 2).T
        low = begin + np.array([there[n][5] for n in numbers], np.int64)
        longest = np.array([_length(there[n]) for n in numbers])
        high = np.minimum(end, low + longest).astype(np.int64)
        which, day, minutes = clock.by_day(low, high)
        return np.array(numbers)[which], day, minutes

    def _broken(
        self, number: int, key: Any, row: Assigned, span: list[int], odd: Values
    ) -> list[tuple[int, Ints, Ints, Any]]:
        """The pieces of work that breaks, or taking it up later, leave of an item."""
        clock = self.clock(key)
        moments = [*span, _minute(odd["resume_at"])] if odd["resume_at"] else span
        at = clock.worked(np.array(moments, np.int64)).tolist()
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
        low, high = (np.array([piece[side] for piece in pieces], np.int64) for side in (0, 1))
        return [(number, low, np.minimum(high, at[1]), key)]

    def _part(self, number: int, low: Ints, high: Ints, key: Any) -> tuple[Ints, Ints, Ints]:
        which, day, minutes = self.clock(key).by_day(low, high)
        return np.full(len(which), number), day, minutes

    def _joined(self, there: Sequence[Assigned], found: Sequence[tuple[Ints, Ints, Ints]]) -> Entries:
        empty = np.zeros(0, np.int64)
        which, day, minutes = (np.concatenate([empty, *(one[at] for one in found)]) for at in range(3))
        items, item = _numbered(row[1] for row in there)
        resources, resource = _numbered(row[2] for row in there)
        units = np.array([row[3] for row in there], np.float64)
        return Entries(
            resources=tuple(map(UUID, resources)),
            item_ids=tuple(items),
            assignment_ids=tuple(row[0] for row in there),
            resource=resource[which],
            item=item[which],
            assignment=which,
            day=day,
            minutes=minutes * units[which],
            soft=np.array([row[6] == "soft" for row in there], np.bool_)[which],
        )


def _numbered(ids: Iterable[str]) -> tuple[dict[str, int], Ints]:
    numbers: dict[str, int] = {}
    return numbers, np.array([numbers.setdefault(one, len(numbers)) for one in ids], np.int64)


def _length(row: Assigned) -> float:
    """How many working minutes a resource needs for work that was said; without, as long as the item takes."""
    units, work = row[3], row[4]
    return float("inf") if work is None or not units else work / units


@lru_cache(maxsize=1 << 16)
def _minute(text: str) -> int:
    return to_minute(datetime.fromisoformat(text))


def day_number(day: date) -> int:
    """Days since 0001-01-01, as the entries count them."""
    return day.toordinal() - 1


def projects_in(rows: Any) -> list[Values]:
    """What `entries_of` takes of projects."""
    return list(rows.values("id", "key", "title", "plan_version", "calendar_id", "product_id"))


def day_at(number: int) -> date:
    """The inverse of `day_number`."""
    return date.fromordinal(number + 1)
