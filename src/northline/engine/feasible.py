"""Does a schedule keep to its plan? An independent check that shares no code with the solver.

It reads calendars day by day and walks working time minute interval by minute interval, slowly and plainly,
and judges only dates: that no task starts before its links and constraints allow, that every task gets its
working time, that facts are kept and that summaries span their children.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from northline.engine.model import (
    Calendar,
    Constraint,
    ConstraintKind,
    LagUnit,
    Link,
    LinkKind,
    Project,
    ResourceKind,
    Task,
)
from northline.engine.result import Schedule, ScheduledTask

ZERO = timedelta(0)
MOST_DAYS = 40_000


@dataclass(frozen=True, slots=True)
class Violation:
    """One broken rule: its stable `code`, the task, and a sentence."""

    code: str
    task: str
    message: str


def violations(project: Project, plan: Schedule) -> list[Violation]:
    """All rules that a schedule breaks; an empty list means that it keeps to its plan.

    >>> from northline.engine import Minutes, schedule, standard_calendar
    >>> shed = Project(id="p", name="", start=datetime(2026, 3, 2, 8), calendars=(standard_calendar(),),
    ...     tasks=(Task(id="a", duration=Minutes(60)), Task(id="b")), links=(Link("a", "b"),))
    >>> violations(shed, schedule(shed))
    []
    """
    return list(_Check(project, plan).run())


class _Check:
    def __init__(self, project: Project, plan: Schedule) -> None:
        self.project, self.plan = project, plan
        self.tasks = {t.id: t for t in project.tasks}
        self.calendars = {c.id: c for c in project.calendars}
        self.children: dict[str, list[str]] = {}
        for t in project.tasks:
            if t.parent is not None:
                self.children.setdefault(t.parent, []).append(t.id)

    def run(self) -> Iterator[Violation]:
        for task in self.project.tasks:
            dates = self.plan[task.id]
            if dates.finish < dates.start:
                yield Violation("finish_before_start", task.id, f"{task.id} finishes before it starts.")
            if task.id in self.children:
                yield from self._spans_children(task, dates)
            else:
                yield from self._keeps_facts(task, dates)
                yield from self._has_its_time(task, dates)
                yield from self._keeps_constraint(task, dates)
        for link in self.project.links:
            yield from self._keeps_link(link)

    def _spans_children(self, task: Task, dates: ScheduledTask) -> Iterator[Violation]:
        if task.manual:
            return
        own = [self.plan[c] for c in self.children[task.id] if self.tasks[c].active]
        if own and (dates.start, dates.finish) != (min(c.start for c in own), max(c.finish for c in own)):
            yield Violation("summary_span", task.id, f"{task.id} does not span its children.")

    def _keeps_facts(self, task: Task, dates: ScheduledTask) -> Iterator[Violation]:
        facts = (
            (task.actual_start, dates.start, "start"),
            (task.actual_finish, dates.finish, "finish"),
        )
        for fact, computed, end in facts:
            if fact is not None and computed != fact.replace(second=0, microsecond=0):
                yield Violation(f"actual_{end}", task.id, f"{task.id} did not {end} on {computed}.")

    def _has_its_time(self, task: Task, dates: ScheduledTask) -> Iterator[Violation]:
        """Judged only where the task runs on one calendar from a start of its own."""
        if task.actual_start or task.manual or not task.duration or self._works_with_others(task):
            return
        if task.elapsed_duration:
            worked = (dates.finish - dates.start) // timedelta(minutes=1)
        else:
            worked = self._worked(self._calendar(task), dates.start, dates.finish)
        if worked != task.duration:
            message = f"{task.id} gets {worked} of its {task.duration} working minutes."
            yield Violation("working_time", task.id, message)

    def _keeps_constraint(self, task: Task, dates: ScheduledTask) -> Iterator[Violation]:
        if task.manual or task.actual_start or not self.project.schedule_from_start:
            return
        wish: Constraint = task.constraint
        if wish.at is None:
            return
        at = wish.at.replace(second=0, microsecond=0)
        hard = self.project.honour_constraints
        broken = {
            ConstraintKind.SNET: dates.start < at,
            ConstraintKind.FNET: dates.finish < at and self._open(task, dates.finish, at),
            ConstraintKind.SNLT: hard and dates.start > at and self._open(task, at, dates.start),
            ConstraintKind.FNLT: hard and dates.finish > at and self._open(task, at, dates.finish),
        }
        if broken.get(wish.kind, False):
            yield Violation("constraint", task.id, f"{task.id} breaks its constraint {wish.kind} {at}.")

    def _keeps_link(self, link: Link) -> Iterator[Violation]:
        before, after = self.tasks[link.before], self.tasks[link.after]
        if not before.active or self._pinned(after):
            return
        begins = link.kind in (LinkKind.SS, LinkKind.SF)
        origin = self.plan[before.id].start if begins else self.plan[before.id].finish
        held = self.plan[after.id]
        computed = held.finish if link.kind in (LinkKind.FF, LinkKind.SF) else held.start
        if after.id in self.children and link.kind in (LinkKind.FF, LinkKind.SF):
            return
        bound = self._lagged(link, before, after, origin)
        if computed < bound and (not after.duration or self._open(after, computed, bound)):
            yield Violation("link", after.id, f"{after.id} does not wait for {before.id} ({link.kind}).")

    def _lagged(self, link: Link, before: Task, after: Task, origin: datetime) -> datetime:
        lag = link.lag
        if lag.unit is LagUnit.ELAPSED:
            return origin + timedelta(minutes=lag.amount)
        minutes = lag.amount
        if lag.unit is LagUnit.PERCENT:
            minutes = round(before.duration * lag.amount / 100)
        return self._walk(self._calendar(after), origin, minutes)

    def _pinned(self, task: Task) -> bool:
        """Do facts, hands or hard dates stand above links for this task, or for a child of this summary?"""
        hard = (ConstraintKind.MSO, ConstraintKind.MFO, ConstraintKind.SNLT, ConstraintKind.FNLT)
        forced = self.project.honour_constraints and task.constraint.kind in hard
        own = task.manual or task.actual_start is not None or forced
        return own or any(self._pinned(self.tasks[c]) for c in self.children.get(task.id, ()))

    def _works_with_others(self, task: Task) -> bool:
        work = {r.id for r in self.project.resources if r.kind is ResourceKind.WORK}
        return any(a.task == task.id and a.resource in work for a in self.project.assignments)

    def _calendar(self, task: Task) -> Calendar:
        return self.calendars[task.calendar or self.project.calendar]

    def _open(self, task: Task, start: datetime, finish: datetime) -> bool:
        """Is there any time between two dates in which the task could have been worked?"""
        if (task.elapsed_duration and task.duration) or self._works_with_others(task):
            return finish > start
        return self._worked(self._calendar(task), start, finish) > 0

    def _worked(self, calendar: Calendar, start: datetime, finish: datetime) -> int:
        total, day = ZERO, start.date()
        while day <= finish.date():
            for opens, closes in _hours(calendar, day):
                total += max(ZERO, min(closes, finish) - max(opens, start))
            day += timedelta(days=1)
        return total // timedelta(minutes=1)

    def _walk(self, calendar: Calendar, origin: datetime, minutes: int) -> datetime:
        left, day = timedelta(minutes=abs(minutes)), origin.date()
        if not left:
            return origin
        step = timedelta(days=1 if minutes > 0 else -1)
        for _ in range(MOST_DAYS):
            hours = _hours(calendar, day)
            for opens, closes in hours if minutes > 0 else reversed(hours):
                begin, end = (max(opens, origin), closes) if minutes > 0 else (opens, min(closes, origin))
                if end - begin >= left:
                    return begin + left if minutes > 0 else end - left
                left -= max(ZERO, end - begin)
            day += step
        return origin


def _hours(calendar: Calendar, day: date) -> list[tuple[datetime, datetime]]:
    """Working hours of one day, as that calendar's first fitting exception or its week says."""
    intervals = calendar.week[day.weekday()]
    for exception in calendar.exceptions:
        if exception.first <= day <= exception.last:
            intervals = exception.intervals
            break
    midnight = datetime.combine(day, time())
    return [
        (midnight + timedelta(minutes=i.start_minute), midnight + timedelta(minutes=i.end_minute))
        for i in intervals
    ]
