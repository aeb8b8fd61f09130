"""Changes to a plan, made: each gives a new plan and leaves the old one as it is."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from northline.engine.errors import BadValue, UnknownId
from northline.engine.explain.values import Change, ChangeKind
from northline.engine.feasible.hours import Hours
from northline.engine.model import (
    NO_CONSTRAINT,
    NO_LAG,
    Calendar,
    CalendarException,
    Constraint,
    Minutes,
    Project,
    Task,
    WorkInterval,
)


def applied(project: Project, change: Change) -> Project:
    """The plan with a change made to it; UnknownId or BadValue where the change does not fit the plan.

    >>> from datetime import datetime
    >>> from northline.engine import Link, standard_calendar
    >>> shed = Project(id="p", name="", start=datetime(2026, 3, 2, 8), calendars=(standard_calendar(),),
    ...     tasks=(Task(id="a"), Task(id="b")), links=(Link("a", "b"),))
    >>> applied(shed, Change(kind=ChangeKind.REMOVE_LINK, link=0)).links
    ()
    """
    if change.kind in (ChangeKind.REMOVE_LINK, ChangeKind.SET_LAG):
        return _with_link(project, change)
    if change.kind is ChangeKind.WORK_ON:
        return replace(project, calendars=tuple(_open(c, change) for c in project.calendars))
    if change.kind is ChangeKind.START_PROJECT:
        if change.at is None:
            raise BadValue("To start the project on another day, say which.")
        return replace(project, start=change.at)
    if change.task is None or all(t.id != change.task for t in project.tasks):
        raise UnknownId(f"Task {change.task} is not in the plan.", ids=[change.task or ""])
    tasks = tuple(_with_task(t, change) if t.id == change.task else t for t in project.tasks)
    if change.kind is ChangeKind.SHORTEN:
        project = _with_less_work(project, change)
    return replace(project, tasks=tasks)


def shortened(task: Task, duration: Minutes) -> Task:
    """A task with another duration; of begun work only what is left gets shorter."""
    splits = tuple(s for s in task.splits if s.after < duration)
    if task.remaining_duration is None:
        return replace(task, duration=duration, splits=splits)
    left = Minutes(max(0, task.remaining_duration - (task.duration - duration)))
    return replace(task, duration=duration, remaining_duration=left, splits=splits)


def _with_link(project: Project, change: Change) -> Project:
    if change.link is None or not 0 <= change.link < len(project.links):
        raise UnknownId(f"The plan has no link {change.link}.", ids=[str(change.link)])
    links = list(project.links)
    if change.kind is ChangeKind.REMOVE_LINK:
        del links[change.link]
    else:
        old = links[change.link]
        lag = replace(old.lag, amount=change.minutes) if change.minutes else NO_LAG
        links[change.link] = replace(old, lag=lag)
    return replace(project, links=tuple(links))


def _with_task(task: Task, change: Change) -> Task:
    if change.kind is ChangeKind.SHORTEN:
        return shortened(task, change.minutes or Minutes(0))
    if change.kind is ChangeKind.MOVE_CONSTRAINT:
        return replace(task, constraint=Constraint(task.constraint.kind, change.at))
    fields: dict[ChangeKind, dict[str, object]] = {
        ChangeKind.REMOVE_CONSTRAINT: {"constraint": NO_CONSTRAINT},
        ChangeKind.AS_SOON_AS_POSSIBLE: {"constraint": NO_CONSTRAINT},
        ChangeKind.REMOVE_DEADLINE: {"deadline": None},
        ChangeKind.REMOVE_DELAY: {"levelling_delay": Minutes(0)},
        ChangeKind.REMOVE_SPLITS: {"splits": ()},
        ChangeKind.SCHEDULE_AUTOMATICALLY: {"manual": False, "manual_start": None, "manual_finish": None},
    }
    return replace(task, **fields[change.kind])  # type: ignore[arg-type]


def _with_less_work(project: Project, change: Change) -> Project:
    """The task's assignments with their work in proportion to the new duration."""
    old = next(t.duration for t in project.tasks if t.id == change.task)
    if not old:
        return project
    made = []
    for a in project.assignments:
        if a.task == change.task and a.work_minutes is not None:
            work = Minutes(round(a.work_minutes * (change.minutes or 0) / old))
            made.append(replace(a, work_minutes=work))
        else:
            made.append(a)
    return replace(project, assignments=tuple(made))


def _open(calendar: Calendar, change: Change) -> Calendar:
    """A calendar with its longest usual day on each of the change's days, unless it has hours there."""
    if calendar.id not in change.calendars:
        return calendar
    hours = max(calendar.week, key=_length)
    more = tuple(CalendarException(d, d, hours, "extra work") for d in change.days if hours)
    return replace(calendar, exceptions=more + calendar.exceptions)


def _length(day: Iterable[WorkInterval]) -> int:
    return sum(i.end_minute - i.start_minute for i in day)


def days_off(calendars: Iterable[Calendar], first: date, last: date) -> tuple[date, ...]:
    """The days from `first` to `last` on which nobody works by these calendars, at most two weeks."""
    hours = Hours(*calendars)
    whole = range(first.toordinal(), last.toordinal() + 1)
    found = [date.fromordinal(d) for d in whole if not hours.of_day(d - 1)]
    return tuple(found[:14])
