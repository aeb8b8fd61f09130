"""What would move a date: changes to each step of its chain, computed by scheduling the changed plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from northline.engine.cpm import schedule
from northline.engine.edges import links_onto_finish
from northline.engine.errors import PlanError
from northline.engine.explain.chain import why
from northline.engine.explain.changes import applied, days_off
from northline.engine.explain.sentences import MOVES, amount, day, stamp
from northline.engine.explain.upstream import only, upstream
from northline.engine.explain.values import (
    Change,
    ChangeKind,
    DateKind,
    Explanation,
    Move,
    Reason,
    ReasonKind,
)
from northline.engine.feasible.hours import minute_of
from northline.engine.feasible.reading import Reading
from northline.engine.model import ConstraintKind, Minutes, Project, Task
from northline.engine.remaining import with_remaining_work
from northline.engine.result import Schedule
from northline.engine.scheduler import Scheduler

MOST = 60


@dataclass(frozen=True, slots=True)
class Idea:
    """A change worth trying for one step of the chain, and how much it could gain at most, roughly."""

    change: Change
    step: int
    hope: int


def explain(
    project: Project,
    task_id: str,
    *,
    date: DateKind = DateKind.START,
    status_date: datetime | None = None,
    plan: Schedule | None = None,
    most: int = MOST,
) -> Explanation:
    """Why a task's date is where it is, and what would move it by how much.

    Each move is a change that was made to the plan and the plan then scheduled anew, so its gain is exact; at
    most `most` changes are tried, those with the largest steps first. `plan` spares the first scheduling if
    it is at hand. Raises UnknownId, and as `schedule`.

    >>> from northline.engine import Link, standard_calendar
    >>> shed = Project(id="p", name="", start=datetime(2026, 3, 2, 8), calendars=(standard_calendar(),),
    ...     tasks=(Task(id="a", name="Base", duration=Minutes(960)), Task(id="b", name="Walls")),
    ...     links=(Link("a", "b"),))
    >>> for move in explain(shed, "b").moves:
    ...     print(move.gain, move.becomes, move.sentence)
    960 2026-03-02 08:00:00 Remove the link from Base to Walls.
    480 2026-03-02 17:00:00 Shorten Base to 1 day.
    480 2026-03-02 17:00:00 Start the project on 27 February 2026 08:00.
    """
    project = with_remaining_work(project)
    plan = plan or schedule(project, status_date=status_date)
    reasons = why(plan, project, task_id, date=date, status_date=status_date)
    trial = _Trial(project, plan, task_id, date, status_date)
    ideas = sorted(_ideas(trial.reading, reasons), key=lambda i: -i.hope)
    tried = [trial.move(idea) for idea in ideas[:most]]
    moves = sorted((m for m in tried if m is not None), key=lambda m: (-m.gain, m.step))
    return Explanation(
        task=task_id,
        date=date,
        at=getattr(plan[task_id], date.value),
        reasons=reasons,
        moves=tuple(moves),
        untried=max(0, len(ideas) - most),
    )


class _Trial:
    """Makes a change and looks at the explained date again, over no more of the plan than it depends on."""

    def __init__(
        self,
        project: Project,
        plan: Schedule,
        task_id: str,
        date: DateKind,
        status_date: datetime | None,
    ) -> None:
        self.project, self.task_id, self.date, self.status_date = project, task_id, date, status_date
        self.reading = Reading(project, plan)
        self.at: datetime = getattr(plan[task_id], date.value)
        task = self.reading.tasks[task_id]
        self.hours = self.reading.own_hours(task)
        self.keep = None if date.late or _looks_ahead(project) else upstream(project, task_id)
        part = project if self.keep is None else only(project, self.keep)
        self.held = Scheduler(part, status_date=status_date)

    def move(self, idea: Idea) -> Move | None:
        """The move that an idea makes, None where it gains nothing or leaves no plan."""
        try:
            changed = applied(self.project, idea.change)
            part = changed if self.keep is None else only(changed, self.keep)
            after = self.held.reschedule(part, status_date=self.status_date)
        except PlanError:
            return None
        becomes: datetime = getattr(after[self.task_id], self.date.value)
        gain = self.hours.worked(minute_of(becomes), minute_of(self.at))
        gain = -gain if self.date.late else gain
        if gain <= 0:
            return None
        return Move(
            change=idea.change,
            step=idea.step,
            gain=Minutes(gain),
            becomes=becomes,
            sentence=_sentence(self.reading, idea.change),
        )


def _looks_ahead(project: Project) -> bool:
    """Do early dates depend on what comes after them?"""
    if not project.schedule_from_start or links_onto_finish(project):
        return True  # which tasks end a summary depends on all that comes after them
    return any(t.constraint.kind is ConstraintKind.ALAP or t.hammock for t in project.tasks)


def _ideas(reading: Reading, reasons: tuple[Reason, ...]) -> Iterator[Idea]:
    seen: set[Change] = set()
    for step, reason in enumerate(reasons):
        for change in _changes(reading, reason):
            if change not in seen:
                seen.add(change)
                yield Idea(change, step, abs(reason.minutes))


def _changes(reading: Reading, reason: Reason) -> Iterator[Change]:
    """What can be done about one step."""
    task = reading.tasks[reason.task]
    match reason.kind:
        case ReasonKind.LINK:
            yield Change(kind=ChangeKind.REMOVE_LINK, link=reason.link)
            if reason.lag is not None and reason.lag.amount:
                yield Change(kind=ChangeKind.SET_LAG, link=reason.link, minutes=Minutes(0))
        case ReasonKind.CALENDAR:
            yield from _open_days(reading, reason)
        case ReasonKind.DURATION:
            yield from _shorter(reading, task)
            yield from _open_days(reading, reason)
        case ReasonKind.LEVELLING:
            yield Change(kind=ChangeKind.REMOVE_DELAY, task=task.id)
        case ReasonKind.AS_LATE_AS_POSSIBLE:
            yield Change(kind=ChangeKind.AS_SOON_AS_POSSIBLE, task=task.id)
        case ReasonKind.MANUAL:
            yield Change(kind=ChangeKind.SCHEDULE_AUTOMATICALLY, task=task.id)
        case ReasonKind.DEADLINE:
            yield Change(kind=ChangeKind.REMOVE_DEADLINE, task=reason.through or task.id)
        case ReasonKind.CONSTRAINT:
            yield from _looser(reading.tasks[reason.through or task.id], late=reason.date.late)
        case ReasonKind.PROJECT_START:
            yield Change(kind=ChangeKind.START_PROJECT, at=_day_before(reading))
        case _:
            return


def _shorter(reading: Reading, task: Task) -> Iterator[Change]:
    """A day less, and half: what planners ask for first. Finished work stays as it is."""
    if task.actual_finish is not None or not task.duration:
        return
    day_long = 1440 if task.elapsed_duration else reading.project.minutes_per_day
    for minutes in dict.fromkeys((task.duration - day_long, task.duration // 2)):
        if minutes > 0:
            yield Change(kind=ChangeKind.SHORTEN, task=task.id, minutes=Minutes(minutes))
    if task.splits:
        yield Change(kind=ChangeKind.REMOVE_SPLITS, task=task.id)


def _looser(task: Task, *, late: bool) -> Iterator[Change]:
    if task.constraint.at is None:
        return
    yield Change(kind=ChangeKind.REMOVE_CONSTRAINT, task=task.id)
    step = timedelta(
        days=1 if late or task.constraint.kind in (ConstraintKind.SNLT, ConstraintKind.FNLT) else -1
    )
    yield Change(kind=ChangeKind.MOVE_CONSTRAINT, task=task.id, at=task.constraint.at + step)


def _open_days(reading: Reading, reason: Reason) -> Iterator[Change]:
    """Work on the days off that a step spans: all of a gap, the first ones of longer work."""
    if reason.since is None or not reason.calendars:
        return
    calendars = [c for c in reading.project.calendars if c.id in reason.calendars]
    first, last = sorted((reason.since, reason.at))
    days = days_off(calendars, first.date(), last.date())
    if reason.kind is ReasonKind.DURATION:
        days = days[:1]
    if days:
        yield Change(kind=ChangeKind.WORK_ON, calendars=reason.calendars, days=days)


def _day_before(reading: Reading) -> datetime:
    """The project's start, moved to the working day before."""
    start, hours = reading.project.start, reading.hours(None)
    back = next((n for n in range(1, 366) if hours.of_day(start.toordinal() - 1 - n)), 1)
    return start - timedelta(days=back)


def _sentence(reading: Reading, change: Change) -> str:
    names = {c.id: c.name or c.id for c in reading.project.calendars}
    words: dict[str, str] = {"calendar": " and ".join(names[c] for c in change.calendars)}
    if change.link is not None:
        link = reading.project.links[change.link]
        words |= {"task": _name(reading, link.after), "before": _name(reading, link.before)}
    if change.task is not None:
        words["task"] = _name(reading, change.task)
    if change.minutes is not None:
        elapsed = change.task is not None and reading.tasks[change.task].elapsed_duration
        words["amount"] = amount(change.minutes, 1440 if elapsed else reading.project.minutes_per_day)
    if change.at is not None:
        words["at"] = stamp(change.at)
    if change.days:
        words["days"] = ", ".join(map(day, change.days))
    return MOVES[change.kind].format_map(words)


def _name(reading: Reading, task_id: str) -> str:
    return reading.tasks[task_id].name or task_id
