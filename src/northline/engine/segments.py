"""The stretches of work of every task: how long, on which calendar."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from northline.engine.calendar_book import ELAPSED, CalendarBook
from northline.engine.calendars import Ints
from northline.engine.model import Assignment, Project, ResourceKind, Task

Flags: TypeAlias = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Segments:
    """Rows `ptr[v]` to `ptr[v + 1]` belong to task v: working `minutes`, `rest` still to do, `calendar`
    number.

    To simulate another duration of a task, scale its rows by new ÷ old and round to minutes. Tasks keep at
    least one row; a milestone's row has 0 minutes; gates have none.
    """

    ptr: Ints
    minutes: Ints
    rest: Ints
    calendar: Ints


def segments_of(
    project: Project, index: Mapping[str | None, int], book: CalendarBook, *, leaf: Flags, odd: list[int]
) -> tuple[Segments, Ints]:
    """Segments of every task, and the calendar in which each task's slack is counted (n,).

    Leaf tasks without assignments that are not among the `odd` have one stretch on their own calendar.
    """
    tasks = project.tasks
    count = len(tasks)
    own = np.fromiter(map(book.numbers.__getitem__, map(attrgetter("calendar"), tasks)), np.int64, count)
    whole = np.fromiter(map(attrgetter("duration"), tasks), np.int64, count)
    whole[~leaf] = 0
    whole[[v for v in odd if tasks[v].hammock]] = 0
    assigned = _assigned(project, index, book)
    others = [v for v in sorted({*odd, *assigned}) if whole[v]]
    parts = [parts_of(tasks[v], int(own[v]), assigned.get(v, ()), book) for v in others]
    rows = np.ones(count, np.int64)
    rows[others] = [len(p) for p in parts]
    ptr = np.concatenate(([0], np.cumsum(rows))).astype(np.int64)
    minutes, calendar = np.repeat(whole, rows), np.repeat(own, rows)
    rest = minutes.copy()
    places = ptr[others].tolist()
    for v, place, stretches in zip(others, places, parts, strict=True):
        task = tasks[v]
        for row, (number, length, wait) in enumerate(stretches, place):
            calendar[row] = number
            minutes[row] = wait + length + breaks_of(task, length)
            rest[row] = rest_of(length, task)
            rest[row] += breaks_of(task, length, done=length - int(rest[row]))
    slack_calendar = own
    alone = [v for v in others if rows[v] == 1]
    slack_calendar[alone] = calendar[ptr[alone]]
    return Segments(ptr, minutes, rest, calendar), slack_calendar


def _assigned(
    project: Project, index: Mapping[str | None, int], book: CalendarBook
) -> dict[int, list[tuple[Assignment, int]]]:
    """The assignments of working resources with their calendars, by task."""
    resources = {r.id: book.number(r.calendar) for r in project.resources if r.kind is ResourceKind.WORK}
    assigned: dict[int, list[tuple[Assignment, int]]] = {}
    for a in project.assignments:
        if a.resource in resources:
            assigned.setdefault(index[a.task], []).append((a, resources[a.resource]))
    return assigned


def breaks_of(task: Task, length: int, *, done: int = 0) -> int:
    """Minutes of the task's breaks that lie after `done` minutes of a stretch and before its end."""
    return sum(s.length for s in task.splits if done <= s.after < length)


def parts_of(
    task: Task, own: int, assigned: Sequence[tuple[Assignment, int]], book: CalendarBook
) -> list[tuple[int, int, int]]:
    """Calendar, minutes and delay per stretch: as MS Project does, each assignment on its resource's calendar."""
    if task.elapsed_duration:
        return [(ELAPSED, task.duration, 0)]
    if not assigned:
        return [(own, task.duration, 0)]
    longest: dict[int, tuple[int, int]] = {}
    for assignment, resource_calendar in assigned:
        calendar = resource_calendar
        if task.calendar is not None:
            calendar = own if task.ignores_resource_calendar else book.pair(own, resource_calendar)
        length = length_of(assignment, task)
        if length > 0:
            stretch = (length, assignment.delay)
            longest[calendar] = max(stretch, longest.get(calendar, stretch), key=sum)
    return [(c, *stretch) for c, stretch in longest.items()] or [(own, task.duration, 0)]


def length_of(assignment: Assignment, task: Task) -> int:
    """Work ÷ units, or the task's duration where that is unknown, longer, or the same but for rounding."""
    if assignment.work_minutes is None or not assignment.units:
        return task.duration
    length = round(assignment.work_minutes / assignment.units)
    return task.duration if length > 0.99 * task.duration else length


def rest_of(minutes: int, task: Task) -> int:
    """The share of a stretch that is still to do, in proportion to the task."""
    if task.remaining_duration is None:
        return round(minutes * (100 - task.percent_complete) / 100)
    return (
        round(minutes * min(task.remaining_duration, task.duration) / task.duration) if task.duration else 0
    )
