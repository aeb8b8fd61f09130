"""Do the dates of a schedule keep to the plan: links, constraints, working time, facts, summaries?"""

from collections.abc import Iterator
from datetime import datetime

from northline.engine.feasible.found import Violation
from northline.engine.feasible.hours import Hours, minute_of, moment_of
from northline.engine.feasible.reading import Reading, breaks, from_start, to_finish
from northline.engine.model import Constraint, ConstraintKind, Link, Project, Task
from northline.engine.result import Schedule, ScheduledTask

HARD = (ConstraintKind.MSO, ConstraintKind.MFO, ConstraintKind.SNLT, ConstraintKind.FNLT)


def violations(project: Project, plan: Schedule, *, status_date: datetime | None = None) -> list[Violation]:
    """All rules about dates that a schedule breaks; an empty list means that it keeps to its plan.

    Give the `status_date` that the schedule was computed with, and work not begun is checked against it too.

    >>> from northline.engine import Link, Minutes, schedule, standard_calendar
    >>> shed = Project(id="p", name="", start=datetime(2026, 3, 2, 8), calendars=(standard_calendar(),),
    ...     tasks=(Task(id="a", duration=Minutes(60)), Task(id="b")), links=(Link("a", "b"),))
    >>> violations(shed, schedule(shed))
    []
    """
    return list(_Check(project, plan, status_date).run())


class _Check(Reading):
    def __init__(self, project: Project, plan: Schedule, status_date: datetime | None) -> None:
        super().__init__(project, plan)
        self.status_date = status_date

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
                yield from self._keeps_status(task, dates)
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
        """Judged only for tasks that are still to begin: for the others facts say where the time went."""
        if task.actual_start or task.manual or task.hammock or not task.duration:
            return
        start, finish = minute_of(dates.start), minute_of(dates.finish)
        runs = self.runs(task)
        if all(r.hours.opening(start) != start for r in runs):
            yield Violation("idle_start", task.id, f"{task.id} starts when nobody works on it.")
        last = max(r.hours.after(start, r.delay + r.minutes + breaks(task, until=r.minutes)) for r in runs)
        if finish < last or any(r.hours.worked(last, finish) for r in runs):
            message = f"{task.id} finishes {moment_of(finish)}; its work is done {moment_of(last)}."
            yield Violation("working_time", task.id, message)

    def _keeps_constraint(self, task: Task, dates: ScheduledTask) -> Iterator[Violation]:
        if task.manual or task.actual_start or task.hammock or not self.project.schedule_from_start:
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

    def _keeps_status(self, task: Task, dates: ScheduledTask) -> Iterator[Violation]:
        if self.status_date is None or self._pinned(task) or task.hammock:
            return
        if dates.start < self.status_date.replace(second=0, microsecond=0):
            yield Violation("status_date", task.id, f"{task.id} has not begun, yet starts in the past.")

    def _keeps_link(self, link: Link) -> Iterator[Violation]:
        before, after = self.tasks[link.before], self.tasks[link.after]
        if not before.active or self._pinned(after):
            return
        origin = self.plan[before.id].start if from_start(link) else self.plan[before.id].finish
        held = self.plan[after.id]
        computed = held.finish if to_finish(link) else held.start
        bound = moment_of(self.lagged(link, link.lag, minute_of(origin)))
        tasks = self._ends(after) if to_finish(link) else [after]
        if computed < bound and all(not t.duration or self._open(t, computed, bound) for t in tasks):
            yield Violation("link", after.id, f"{after.id} does not wait for {before.id} ({link.kind}).")

    def _ends(self, task: Task) -> list[Task]:
        """The task, or the active tasks of a summary: each of them may be the one that ends it."""
        if task.id not in self.children:
            return [task]
        return [t for t in self._inside(task) if t.id not in self.children and t.active]

    def _pinned(self, task: Task) -> bool:
        """Do facts, hands or hard dates stand above links for this task, or for a child of this summary?"""
        return any(map(self._is_pinned, self._inside(task)))

    def _is_pinned(self, task: Task) -> bool:
        forced = self.project.honour_constraints and task.constraint.kind in HARD
        return task.manual or task.actual_start is not None or forced

    def _inside(self, task: Task) -> Iterator[Task]:
        """The task and everything below it, from top to bottom."""
        waiting = [task.id]
        while waiting:
            here = waiting.pop()
            yield self.tasks[here]
            waiting += reversed(self.children.get(here, ()))

    def _open(self, task: Task, start: datetime, finish: datetime) -> bool:
        """Is there any time between two dates in which the task could have been worked?"""
        hours: list[Hours] = [r.hours for r in self.runs(task)]
        return any(h.worked(minute_of(start), minute_of(finish)) > 0 for h in hours)
