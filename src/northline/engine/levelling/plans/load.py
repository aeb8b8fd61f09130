"""Who is needed when, read off plans and their dates: for reasons, for what is still overloaded, for prices."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from northline.engine import kernels as k
from northline.engine.calendar_book import CalendarBook
from northline.engine.calendars import Horizon, WorkTables, from_minute, to_minute
from northline.engine.levelling.plans.pool import capacity_on
from northline.engine.levelling.plans.uses import SCALE, past_of, stretches
from northline.engine.levelling.plans.values import BrokenLag, Overload
from northline.engine.levelling.plans.ways import Way
from northline.engine.model import (
    MINUTES_A_DAY,
    Assignment,
    Lag,
    LagUnit,
    LinkKind,
    Minutes,
    Project,
    Resource,
    ResourceKind,
    Task,
)
from northline.engine.result import Schedule
from northline.engine.segments import breaks_of, parts_of, rest_of

TaskKey = tuple[str, str]


class Busy(NamedTuple):
    """A task (project id, task id) needs thousandths of a resource from `begin` up to `end`, in absolute minutes."""

    begin: int
    end: int
    need: int
    task: TaskKey


class Load:
    """All stretches of work of several plans by resource, in order of their beginning, read off as they are asked for."""

    def __init__(
        self, projects: Sequence[Project], dates: Sequence[Schedule], *, status_date: datetime | None = None
    ) -> None:
        self.projects, self.dates = tuple(projects), tuple(dates)
        status = 0 if status_date is None else to_minute(status_date)
        self.resources = {
            r.id: r for p in reversed(self.projects) for r in p.resources if r.kind is ResourceKind.WORK
        }
        self.calendars = [Hours(p, d, status) for p, d in zip(self.projects, self.dates, strict=True)]
        self._assigned: dict[str, list[tuple[int, Task, Assignment]]] = {r: [] for r in self.resources}
        for number, project in enumerate(self.projects):
            parents = {t.parent for t in project.tasks}
            tasks = {t.id: t for t in project.tasks if t.active and t.id not in parents}
            for a in project.assignments:
                if a.task in tasks and a.resource in self.resources:
                    self._assigned[a.resource].append((number, tasks[a.task], a))
        self._busy: dict[str, list[Busy]] = {}
        self._reach: dict[str, tuple[list[int], int]] = {}

    def busy(self, resource: str) -> list[Busy]:
        """All that keeps a resource busy, in order of its beginning."""
        if resource not in self._busy:
            found: list[Busy] = []
            for number, task, a in self._assigned[resource]:
                dates = self.dates[number][task.id]
                found += self.calendars[number].stretches(
                    self.projects[number], task, a, dates.start, dates.finish
                )
            found.sort(key=lambda b: (b.begin, b.end, b.task))
            self._busy[resource] = found
            longest = max((b.end - b.begin for b in found), default=0)
            self._reach[resource] = [b.begin for b in found], longest
        return self._busy[resource]

    def between(self, resource: str, low: int, high: int) -> list[Busy]:
        """What keeps a resource busy within these minutes, in order of its beginning."""
        busy = self.busy(resource)
        begins, longest = self._reach[resource]
        first = bisect_right(begins, low - longest)
        return [b for b in busy[first : bisect_left(begins, high)] if b.end > low]

    def over(
        self, resource: str, busy: Sequence[Busy]
    ) -> Iterator[tuple[int, int, int, int, tuple[TaskKey, ...]]]:
        """(begin, end, needed, there, tasks) for each stretch between changes in which too much is needed."""
        there = self.resources[resource]
        change = dict.fromkeys(_midnights(there), 0)
        for begin, end, need, _ in busy:
            change[begin] = change.get(begin, 0) + need
            change[end] = change.get(end, 0) - need
        ahead = sorted(busy, key=lambda b: b.begin)
        least = round(min([there.capacity, *(p.units for p in there.availability)]) * SCALE)
        at = needed = 0
        open_: list[Busy] = []
        for begin, end in pairwise(sorted(change)):
            needed += change[begin]
            if needed <= least:
                continue
            capacity = round(capacity_on(there, from_minute(begin).date()) * SCALE)
            if needed > capacity:
                while at < len(ahead) and ahead[at].begin <= begin:
                    open_.append(ahead[at])
                    at += 1
                open_ = [b for b in open_ if b.end > begin]
                yield begin, end, needed, capacity, tuple(sorted({b.task for b in open_}))


class Hours:
    """A plan's calendars over the days that its dates touch."""

    def __init__(self, project: Project, dates: Schedule, status: int = 0) -> None:
        self.status = status
        self.book = CalendarBook(project)
        self.number = {
            r.id: self.book.number(r.calendar) for r in project.resources if r.kind is ResourceKind.WORK
        }
        # By task, those of resources that work.
        self.assigned: dict[str, list[Assignment]] = {}
        for a in project.assignments:
            if a.resource in self.number:
                self.assigned.setdefault(a.task, []).append(a)
        moments = [to_minute(m) // MINUTES_A_DAY for t in dates for m in (t.start, t.finish)] or [730_000]
        self._span = Horizon(min(moments) - 400, max(moments) + 400)
        self._tables: WorkTables | None = None
        self._known: dict[int, tuple[list[int], list[int]]] = {}

    def stretches(
        self, project: Project, task: Task, a: Assignment, start: datetime, finish: datetime
    ) -> Iterator[Busy]:
        """The working periods in which an assignment keeps its resource busy."""
        if task.actual_finish is not None or not a.units or not task.duration:
            return
        low, high, key = to_minute(start), to_minute(finish), (project.id, task.id)
        need = round(a.units * SCALE)
        way = Way("", task.duration, ())
        pieces = stretches(task, way, a, self.number[a.resource], self.book)
        if task.manual:
            low = max(low, to_minute(task.resume)) if task.resume else low
            pieces = [(c, 0, high - low, p) for c, _, _, p in pieces[:1]]
        elif task.actual_start is not None:
            yield from self._begun(project, task, a, finish)
            return
        for calendar, delay, minutes, _ in pieces:
            for begin, end in self._periods(calendar, low, delay, minutes):
                if begin < high or not task.manual:
                    yield Busy(begin, min(end, high) if task.manual else end, need, key)

    def _begun(self, project: Project, task: Task, a: Assignment, finish: datetime) -> Iterator[Busy]:
        """What is done from the date on at which the plan goes on, and what is left, ending when the task does."""
        assert task.actual_start is not None
        start, way = to_minute(task.actual_start), Way("", task.duration, ())
        since = max(start, to_minute(task.resume) if task.resume else start, self.status)
        need, key = round(a.units * SCALE), (project.id, task.id)
        pieces = stretches(task, way, a, self.number[a.resource], self.book)
        for calendar, _, _, _ in pieces[:1]:
            done = self.shifted(start, past_of(task, way, a), calendar)
            for begin, end in self._periods(calendar, since, 0, done - since):
                if begin < done:
                    yield Busy(begin, min(end, done), need, key)
            left = max(done, to_minute(self.taken_up(task, finish)))
            for c, delay, minutes, _ in pieces:
                for begin, end in self._periods(c, left, delay, minutes):
                    yield Busy(begin, end, need, key)

    def taken_up(self, task: Task, finish: datetime) -> datetime:
        """The latest date from which what is left of begun work is done by its finish."""
        own = self.book.number(task.calendar)
        mine = [(a, self.number[a.resource]) for a in self.assigned.get(task.id, ())]
        rows = [
            (c, -(rest_of(length, task) + breaks_of(task, length, done=length - rest_of(length, task))))
            for c, length, _ in parts_of(task, own, mine, self.book)
        ]
        dates = [self.shifted(to_minute(finish), left, c) for c, left in rows if left]
        return from_minute(min(dates, default=to_minute(finish)))

    def _periods(self, calendar: int, start: int, delay: int, minutes: int) -> Iterator[tuple[int, int]]:
        begins, ends = self._rows(calendar)
        at = max(0, bisect_right(begins, start) - 1)
        while minutes > 0 and at < len(begins):
            begin, end = max(start, begins[at]), ends[at]
            at += 1
            if end <= begin:
                continue
            if delay >= end - begin:
                delay -= end - begin
                continue
            begin, delay = begin + delay, 0
            end = min(end, begin + minutes)
            minutes -= end - begin
            yield begin, end

    def shifted(self, origin: int, minutes: int, calendar: int, *, as_start: bool = True) -> int:
        """`origin` moved by working minutes, as a start or as a finish."""
        made = self._made()
        time = (made.begin, made.end, made.before, made.offset, made.index, np.zeros(1, np.int64))
        return int(k.shift(origin, minutes, calendar, as_start, *time))

    def _entries(self) -> int:
        return len(self.book._entries)  # pairs of calendars join the book as they are met

    def _made(self) -> WorkTables:
        if self._tables is None or len(self._tables.offset) - 1 < self._entries():
            self._tables = self.book.tables(self._span)
        return self._tables

    def _rows(self, calendar: int) -> tuple[list[int], list[int]]:
        """Where the calendar's working periods begin and end."""
        if calendar not in self._known:
            made = self._made()
            rows = slice(made.offset[calendar], made.offset[calendar + 1])
            self._known[calendar] = made.begin[rows].tolist(), made.end[rows].tolist()
        return self._known[calendar]


def overloads_of(load: Load) -> Iterator[Overload]:
    """Every overload, those by the same tasks told once over nights and weekends."""
    for resource in load.resources:
        found: list[Overload] = []
        for begin, end, needed, there, tasks in load.over(resource, load.busy(resource)):
            fresh = Overload(
                resource, from_minute(begin), from_minute(end), needed / SCALE, there / SCALE, tasks
            )
            last = found[-1] if found else None
            if last and (last.tasks, last.needed) == (tasks, fresh.needed):
                found[-1] = Overload(resource, last.start, fresh.finish, fresh.needed, fresh.there, tasks)
            else:
                found.append(fresh)
        yield from found


def broken_lags(projects: Sequence[Project], dates: Sequence[Schedule]) -> tuple[BrokenLag, ...]:
    """Maximum lags that the dates do not keep."""
    found = []
    for project, plan in zip(projects, dates, strict=True):
        limited = [(link, link.longest) for link in project.links if link.longest is not None]
        if not limited:
            continue
        tasks = {t.id: t for t in project.tasks}
        hours = Hours(project, plan)
        for link, longest in limited:
            before, after = tasks[link.before], tasks[link.after]
            if after.actual_start or after.manual or not (before.active and after.active):
                continue
            begins, ends = link.kind in (LinkKind.SS, LinkKind.SF), link.kind in (LinkKind.FF, LinkKind.SF)
            origin = plan[before.id].start if begins else plan[before.id].finish
            held = plan[after.id].finish if ends else plan[after.id].start
            latest = _lagged(longest, to_minute(origin), before, hours, hours.book.number(after.calendar))
            if to_minute(held) > latest:
                found.append(BrokenLag(project.id, before.id, after.id, Minutes(to_minute(held) - latest)))
    return tuple(found)


def _midnights(resource: Resource) -> Iterator[int]:
    for period in resource.availability:
        yield (period.first.toordinal() - 1) * MINUTES_A_DAY
        yield period.last.toordinal() * MINUTES_A_DAY


def _lagged(lag: Lag, origin: int, before: Task, hours: Hours, calendar: int) -> int:
    """The latest date that a maximum lag allows, as a start: time that nobody works does not count."""
    if lag.unit is LagUnit.ELAPSED:
        return origin + lag.amount
    minutes = round(before.duration * lag.amount / 100) if lag.unit is LagUnit.PERCENT else lag.amount
    return hours.shifted(origin, minutes, calendar)
