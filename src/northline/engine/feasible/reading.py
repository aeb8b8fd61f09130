"""A plan looked up by id, and the stretches of work that its tasks ask for, read from its values alone."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from northline.engine.feasible.hours import Hours, minute_of
from northline.engine.model import (
    Assignment,
    Lag,
    LagUnit,
    Link,
    LinkKind,
    Minutes,
    Project,
    ResourceKind,
    Task,
    TaskType,
)
from northline.engine.result import Schedule


@dataclass(frozen=True, slots=True)
class Run:
    """One stretch of a task's work: after `delay`, `minutes` of working time by these hours."""

    hours: Hours
    minutes: int
    delay: int = 0
    assignment: Assignment | None = None


class Reading:
    """Lookups over a project and its schedule, in whole minutes."""

    def __init__(self, project: Project, plan: Schedule) -> None:
        self.project, self.plan = project, plan
        self.tasks = {t.id: t for t in project.tasks}
        self.resources = {r.id: r for r in project.resources}
        self.children: dict[str, list[str]] = {}
        for task in project.tasks:
            if task.parent is not None:
                self.children.setdefault(task.parent, []).append(task.id)
        self.assigned: dict[str, list[Assignment]] = {}
        for assignment in project.assignments:
            if self.resources[assignment.resource].kind is ResourceKind.WORK:
                self.assigned.setdefault(assignment.task, []).append(assignment)
        self._reread()
        self._calendars = {c.id: c for c in project.calendars}
        self._hours: dict[tuple[str, ...], Hours] = {}

    def _reread(self) -> None:
        """Take what people say is left of begun work for what is left of it."""
        told: dict[Assignment, Assignment] = {}
        for task_id, people in self.assigned.items():
            task = self.tasks[task_id]
            begun = task.actual_start is not None and task.actual_finish is None and task.duration > 0
            fits = not (task.manual or task.hammock or task.elapsed_duration or task_id in self.children)
            if begun and fits and any(a.remaining_work is not None for a in people):
                self.tasks[task_id], self.assigned[task_id] = reread(task, people)
                told.update(zip(people, self.assigned[task_id], strict=True))
        if told:
            assignments = tuple(told.get(a, a) for a in self.project.assignments)
            self.project = replace(self.project, tasks=tuple(self.tasks.values()), assignments=assignments)

    def hours(self, *calendars: str | None) -> Hours:
        """The time common to calendars by id; None is the project's own."""
        key = tuple(sorted({c or self.project.calendar for c in calendars}))
        if key not in self._hours:
            self._hours[key] = Hours(*(self._calendars[i] for i in key))
        return self._hours[key]

    def own_hours(self, task: Task) -> Hours:
        """The task's own working time: the clock for an elapsed duration."""
        if task.elapsed_duration and task.duration:
            return self._hours.setdefault((), Hours())
        return self.hours(task.calendar)

    def runs(self, task: Task) -> list[Run]:
        """The stretches that run side by side: one for each assignment with work, else the task's own."""
        if task.elapsed_duration or not task.duration:
            return [Run(self.own_hours(task), task.duration)]
        found = [self.run_of(task, a) for a in self.assigned.get(task.id, ())]
        return [r for r in found if r.minutes > 0] or [Run(self.own_hours(task), task.duration)]

    def run_of(self, task: Task, assignment: Assignment) -> Run:
        """One assignment's stretch, on its resource's calendar cut with the task's own if it has one."""
        theirs = self.resources[assignment.resource].calendar
        if task.elapsed_duration:
            hours = self.own_hours(task)
        elif task.calendar is None:
            hours = self.hours(theirs)
        else:
            calendars = (task.calendar,) if task.ignores_resource_calendar else (task.calendar, theirs)
            hours = self.hours(*calendars)
        return Run(hours, _length(assignment, task), assignment.delay, assignment)

    def taken_up(self, task: Task) -> int:
        """The latest date from which what is left of begun work is done by the task's finish."""
        finish = minute_of(self.plan[task.id].finish)
        longest: dict[Hours, Run] = {}
        for run in self.runs(task):
            known = longest.setdefault(run.hours, run)
            if run.minutes + run.delay > known.minutes + known.delay:
                longest[run.hours] = run
        dates = []
        for run in longest.values():
            past, left = shares(task, run.minutes)
            ahead = breaks(task, until=run.minutes) - breaks(task, until=past)
            dates.append(run.hours.ahead(finish, left + ahead))
        return min(dates)

    def lagged(self, link: Link, lag: Lag, origin: int) -> int:
        """`origin` moved by a lag, counted on the successor's calendar."""
        if lag.unit is LagUnit.ELAPSED:
            return origin + lag.amount
        minutes = lag.amount
        if lag.unit is LagUnit.PERCENT:
            minutes = round(self.tasks[link.before].duration * lag.amount / 100)
        hours = self.hours(self.tasks[link.after].calendar)
        return hours.after(origin, minutes) if minutes > 0 else hours.ahead(origin, -minutes)

    def above(self, task_id: str) -> Iterator[str]:
        """The summaries around a task, nearest first."""
        parent = self.tasks[task_id].parent
        while parent is not None:
            yield parent
            parent = self.tasks[parent].parent


def breaks(task: Task, *, until: int | None = None) -> int:
    """Working minutes of a task's splits that come before `until` minutes of its work are done (all by default)."""
    until = task.duration if until is None else until
    return sum(s.length for s in task.splits if s.after < until)


def shares(task: Task, minutes: int) -> tuple[int, int]:
    """What is done of a stretch of begun work, and what is left, in proportion to the task."""
    if task.remaining_duration is None:
        left = round(minutes * (100 - task.percent_complete) / 100)
    else:
        left = round(minutes * min(task.remaining_duration, task.duration) / max(1, task.duration))
    return minutes - left, left


def reread(task: Task, people: list[Assignment]) -> tuple[Task, list[Assignment]]:
    """Begun work with what its people say is left of it: a longer or shorter rest, or other units where that is fixed."""
    done, rest = shares(task, task.duration)
    lengths: list[float] = []
    news = False
    for one in people:
        work = task.duration * one.units if one.work_minutes is None else one.work_minutes
        length: float = shares(task, _length(one, task))[1]
        if one.remaining_work is not None and one.units:
            beside = one.overtime if one.work_minutes else 0
            left = one.remaining_work * (work / (work + beside) if beside else 1)
            if abs(left - work * rest / task.duration) > max(one.units, work / 100):
                news, length = True, left / one.units
        lengths.append(length)
    people = [replace(a, remaining_work=None) for a in people]
    if task.type is TaskType.FIXED_DURATION and news and rest:
        told = [
            replace(a, units=a.units * n / rest, work_minutes=None)
            if n != shares(task, _length(a, task))[1]
            else a
            for a, n in zip(people, lengths, strict=True)
        ]
        return task, told
    if not news or task.type is TaskType.FIXED_DURATION:
        return task, people
    lasting = [round(n) for n in lengths]
    longest = max(lasting)
    whole = done + longest
    scale = whole / longest if longest else 0
    told = [
        replace(a, work_minutes=Minutes(round(a.units * (n * scale or whole)))) if a.work_minutes is not None or n != rest
        else a
        for a, n in zip(people, lasting, strict=True)
    ]  # fmt: skip
    return replace(task, duration=Minutes(whole), remaining_duration=Minutes(longest)), told


def from_start(link: Link) -> bool:
    """Does the link count from the predecessor's start?"""
    return link.kind in (LinkKind.SS, LinkKind.SF)


def to_finish(link: Link) -> bool:
    """Does the link hold the successor's finish?"""
    return link.kind in (LinkKind.FF, LinkKind.SF)


def _length(assignment: Assignment, task: Task) -> int:
    """Work ÷ units, or the task's duration where that is unknown, longer, or the same but for rounding."""
    if assignment.work_minutes is None or not assignment.units:
        return task.duration
    length = round(assignment.work_minutes / assignment.units)
    return task.duration if length > 0.99 * task.duration else length
