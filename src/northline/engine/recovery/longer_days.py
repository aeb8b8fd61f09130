"""Overtime told as shorter tasks, for plans whose calendars stay as they are."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from northline.engine.model import Project
from northline.engine.model.units import MINUTES_A_DAY
from northline.engine.recovery.resizing import is_open, resized, rest_of, units_on
from northline.engine.recovery.values import Overtime


def in_tasks(project: Project, change: Overtime, spans: Mapping[str, tuple[datetime, datetime]]) -> Project:
    """The plan in which each open task of a resource is as much shorter as longer days would make it.

    `spans` are the tasks' starts and finishes in the plan as it is. A day of `d` minutes with `o` more does the work of
    (d + o) / d days, of that part of a task that lies between the first and the last day of the overtime; where others are on
    the task too, their part goes on as before.
    """
    parents = {task.parent for task in project.tasks}
    mine = {one.task: one.units for one in project.assignments if one.resource == change.resource}
    for task in project.tasks:
        if task.id in mine and task.id in spans and is_open(task, parents):
            whole = units_on(project, task)
            more = mine[task.id] * change.minutes / project.minutes_per_day
            gained = (1 - whole / (whole + more)) * _within(spans[task.id], change)
            if gained > 0:
                project = resized(project, task, rest=max(1, round(rest_of(task) * (1 - gained))))
    return project


def _within(span: tuple[datetime, datetime], change: Overtime) -> float:
    """The share (0 to 1) of a span of time that lies on the days of the overtime."""
    start, finish = span
    first = datetime.combine(change.first, start.min.time())
    last = datetime.combine(change.last, start.min.time()) + timedelta(minutes=MINUTES_A_DAY)
    length = finish - start
    common = min(finish, last) - max(start, first)
    return max(0.0, common / length) if length else 0.0
