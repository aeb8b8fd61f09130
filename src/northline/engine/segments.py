"""The stretches of work of every task: how long, on which calendar."""

from dataclasses import dataclass

import numpy as np

from northline.engine import kernels as k
from northline.engine.calendar_book import ELAPSED, CalendarBook
from northline.engine.calendars import Ints
from northline.engine.model import Assignment, Project, ResourceKind, Task


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
    project: Project, index: dict[str, int], book: CalendarBook, node_kind: Ints
) -> tuple[Segments, Ints]:
    """Segments of every task, and the calendar in which each task's slack is counted (n,)."""
    resources = {r.id: book.number(r.calendar) for r in project.resources if r.kind is ResourceKind.WORK}
    assigned: dict[str, list[tuple[Assignment, int]]] = {}
    for a in project.assignments:
        if a.resource in resources:
            assigned.setdefault(a.task, []).append((a, resources[a.resource]))
    ptr, minutes, rest, calendars = [0], [], [], []
    slack_calendar = np.empty(len(index), np.int64)
    for v, task in enumerate(project.tasks):
        own = book.number(task.calendar)
        parts = [(own, 0)]
        if node_kind[v] == k.LEAF and task.duration:
            parts = _parts(task, own, assigned.get(task.id, []), book)
        calendars += [c for c, _ in parts]
        minutes += [m for _, m in parts]
        rest += [_rest(m, task) for _, m in parts]
        ptr.append(len(minutes))
        slack_calendar[v] = parts[0][0] if len(parts) == 1 else own
    as_array = (np.array(x, np.int64) for x in (ptr, minutes, rest, calendars))
    return Segments(*as_array), slack_calendar


def _parts(
    task: Task, own: int, assigned: list[tuple[Assignment, int]], book: CalendarBook
) -> list[tuple[int, int]]:
    """Calendar and minutes per stretch: as MS Project does, each assignment on its resource's calendar."""
    if task.elapsed_duration:
        return [(ELAPSED, task.duration)]
    longest: dict[int, int] = {}
    for assignment, resource_calendar in assigned:
        calendar = resource_calendar
        if task.calendar is not None:
            calendar = own if task.ignores_resource_calendar else book.pair(own, resource_calendar)
        length = _length(assignment, task)
        longest[calendar] = max(length, longest.get(calendar, 0))
    return [(c, m) for c, m in longest.items() if m > 0] or [(own, task.duration)]


def _length(assignment: Assignment, task: Task) -> int:
    """Work ÷ units, or the task's duration where that is unknown, longer, or the same but for rounding."""
    if assignment.work_minutes is None or not assignment.units:
        return task.duration
    length = round(assignment.work_minutes / assignment.units)
    return task.duration if length > 0.99 * task.duration else length


def _rest(minutes: int, task: Task) -> int:
    """The share of a stretch that is still to do, in proportion to the task."""
    if task.remaining_duration is None:
        return round(minutes * (100 - task.percent_complete) / 100)
    return (
        round(minutes * min(task.remaining_duration, task.duration) / task.duration) if task.duration else 0
    )
