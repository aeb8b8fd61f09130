"""Which resource each way of each task uses, on which calendar, for how long."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from northline.engine.calendar_book import ELAPSED, CalendarBook
from northline.engine.calendars import Ints
from northline.engine.levelling.plans.kernels.shapes import Time
from northline.engine.levelling.plans.prepare import Prepared
from northline.engine.levelling.plans.ways import Way
from northline.engine.model import Assignment, Resource, ResourceKind, Task
from northline.engine.segments import rest_of

SCALE = 1000


@dataclass(frozen=True)
class Uses:
    """Choices numbered over all tasks of all plans; choice x has rows `ptr[x]` to `ptr[x + 1]` of the use columns.

    `calendar` counts from the first plan's calendars on; `plain` tells whether it lies within the resource's own.
    `past`: of begun work the working minutes from its start to what is left. `head`: 1 in the first row of an assignment.
    `uniform`: 1 for choices of splittable tasks of which all work runs alike, on one calendar, so that a break is the
    same for everybody.
    `own` is the calendar of each resource. `plan_of_*`: which plan's numbers these are.
    """

    first_choice: dict[tuple[int, str], int]
    choices: int
    uniform: Ints
    ptr: Ints
    resource: Ints
    calendar: Ints
    delay: Ints
    minutes: Ints
    need: Ints
    plain: Ints
    past: Ints
    head: Ints
    resources: tuple[Resource, ...]
    own: Ints
    stocks: tuple[Resource, ...]
    eat_ptr: Ints
    eat_stock: Ints
    eat_need: Ints
    plan_of_use: Ints
    plan_of_own: Ints

    def canonical(self, time: Time, offsets: Sequence[Ints]) -> Uses:
        """The same with one number for calendars of the same hours, so that plans share their resources' axes."""
        first_of: dict[bytes, int] = {}
        same = []
        for c in range(len(time.offset) - 1):
            low, high = time.offset[c], time.offset[c + 1]
            content = time.begin[low:high].tobytes() + b"/" + time.end[low:high].tobytes()
            same.append(first_of.setdefault(content, c))
        table = np.array(same, np.int64)
        begin = np.concatenate(([0], np.cumsum([len(o) - 1 for o in offsets])))
        own = table[self.own + begin[self.plan_of_own]]
        calendar = table[self.calendar + begin[self.plan_of_use]] if len(self.calendar) else self.calendar
        return replace(self, calendar=calendar, own=own)


def uses_of(plans: Sequence[Prepared], books: Sequence[CalendarBook], nodes: Sequence[int]) -> Uses:
    """Number all choices and list what each uses; calendars are numbered in each plan's own book."""
    assert len(nodes) == len(plans)
    known: dict[str, tuple[Resource, int, int]] = {}
    for number, (p, book) in enumerate(zip(plans, books, strict=True)):
        for r in p.project.resources:
            known.setdefault(r.id, (r, number, book.number(r.calendar)))
    limited = {i: v for i, v in known.items() if v[0].kind is ResourceKind.WORK}
    place = {i: n for n, i in enumerate(limited)}
    stocks = {i: v[0] for i, v in known.items() if v[0].stock is not None}
    shelf = {i: n for n, i in enumerate(stocks)}
    first: dict[tuple[int, str], int] = {}
    ptr, eat_ptr = [0], [0]
    uniform: list[bool] = []
    rows: list[tuple[int, ...]] = []
    eats: list[tuple[int, int]] = []
    for number, (p, book) in enumerate(zip(plans, books, strict=True)):
        own = {r.id: book.number(r.calendar) for r in p.project.resources}
        people = {i: n for i, n in own.items() if i in place}
        for task in p.project.tasks:
            first[number, task.id] = len(ptr) - 1
            for way in p.ways[task.id]:
                rows += [
                    (
                        place[a.resource],
                        *piece,
                        round(a.units * SCALE),
                        past_of(task, way, a),
                        not turn,
                        number,
                    )
                    for a in way.assignments
                    if a.resource in place and task.active
                    for turn, piece in enumerate(stretches(task, way, a, own[a.resource], book))
                ]
                eats += [
                    (shelf[a.resource], round(a.units * SCALE))
                    for a in way.assignments
                    if a.resource in shelf
                ]
                uniform.append(_uniform(task, way, people, book))
                ptr.append(len(rows))
                eat_ptr.append(len(eats))
    columns = np.array(rows, np.int64).reshape(-1, 9).T
    eaten = np.array(eats, np.int64).reshape(-1, 2).T
    use = [np.ascontiguousarray(c) for c in columns]
    eat = [np.ascontiguousarray(c) for c in eaten]
    return Uses(
        first_choice=first, choices=len(ptr) - 1, uniform=np.array(uniform, np.int64), ptr=np.array(ptr, np.int64),
        resource=use[0], calendar=use[1], delay=use[2], minutes=use[3], plain=use[4], need=use[5], past=use[6],
        head=use[7],         resources=tuple(v[0] for v in limited.values()), own=np.array([v[2] for v in limited.values()], np.int64),
        stocks=tuple(stocks.values()), eat_ptr=np.array(eat_ptr, np.int64), eat_stock=eat[0], eat_need=eat[1],
        plan_of_use=use[8], plan_of_own=np.array([v[1] for v in limited.values()], np.int64),
    )  # fmt: skip


def stretches(
    task: Task, way: Way, a: Assignment, theirs: int, book: CalendarBook
) -> list[tuple[int, int, int, int]]:
    """Calendar, delay, minutes and whether the calendar lies within the resource's own, for each piece of work.

    Of begun work what is left, its delays counted from where it is taken up. An elapsed duration ends by the clock:
    who comes later does less.
    """
    if not way.duration or not a.units:
        return []
    calendar, plain = _calendar_of(task, theirs, book)
    length, gone = _length(a, way), 0
    first = done = _done(task, length)
    delay = 0 if task.actual_start else a.delay
    pieces = []
    for split in task.splits:
        if done <= split.after < length:
            pieces.append((done - first + gone, split.after - done))
            done, gone = split.after, gone + split.length
    pieces.append((done - first + gone, length - done))
    if task.elapsed_duration:
        last = length - first + gone - delay
        pieces = [(begin, min(minutes, last - begin)) for begin, minutes in pieces]
    return [(calendar, delay + begin, minutes, plain) for begin, minutes in pieces if minutes > 0]


def _calendar_of(task: Task, theirs: int, book: CalendarBook) -> tuple[int, int]:
    """The calendar on which a resource works on a task, and whether it lies within the resource's own."""
    own = book.number(task.calendar)
    if task.elapsed_duration:
        return ELAPSED, 0
    if task.calendar is not None and task.ignores_resource_calendar:
        return own, int(own == theirs)
    return (theirs if task.calendar is None else book.pair(own, theirs)), 1


def _uniform(task: Task, way: Way, people: dict[str, int], book: CalendarBook) -> bool:
    """May the task be split, and do all of its people work at the same time for as long?"""
    mine = [a for a in way.assignments if a.resource in people]
    if not task.splittable or task.elapsed_duration or not any(a.units for a in mine):
        return False
    alike = {(_calendar_of(task, people[a.resource], book)[0], _length(a, way), a.delay) for a in mine}
    return len(alike) == 1 and not mine[0].delay


def begin_of(task: Task, way: Way, people: set[str]) -> int:
    """Minutes of these people's work that are done where what is to be placed begins; 0 unless the task has begun."""
    return max((_done(task, _length(a, way)) for a in way.assignments if a.resource in people), default=0)


def past_of(task: Task, way: Way, a: Assignment) -> int:
    """Working minutes from the start of begun work to what is left of an assignment; 0 if it has not begun."""
    if task.actual_start is None:
        return 0
    done = _done(task, _length(a, way))
    return a.delay + done + sum(s.length for s in task.splits if s.after < done)


def _done(task: Task, length: int) -> int:
    return length - rest_of(length, task) if task.actual_start else 0


def _length(a: Assignment, way: Way) -> int:
    """Work ÷ units, or the duration where that is unknown, longer, or the same but for rounding, as in the engine."""
    if a.work_minutes is None or not a.units:
        return way.duration
    length = round(a.work_minutes / a.units)
    return way.duration if length > 0.99 * way.duration else length
