"""By when a task must start or finish: the steps on towards a deadline or the project's finish."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from northline.engine.explain.telling import Point, Step, Teller
from northline.engine.explain.values import DateKind, Reason, ReasonKind
from northline.engine.feasible.hours import minute_of, moment_of
from northline.engine.feasible.reading import from_start, to_finish
from northline.engine.model import ConstraintKind, LagUnit, Task

LATE_START, LATE_FINISH = DateKind.LATE_START, DateKind.LATE_FINISH
# Of limits that come to the same the first of these is told.
RANK = (ReasonKind.CONSTRAINT, ReasonKind.DEADLINE, ReasonKind.LINK, ReasonKind.PROJECT_FINISH)


@dataclass(frozen=True, slots=True)
class Limit:
    """Something that a task must not pass: its finish, or its start if `begins`, by `bound`."""

    bound: int
    kind: ReasonKind
    begins: bool = False
    owner: str = ""
    link: int | None = None
    follower: str = ""


def late_step(tell: Teller, point: Point) -> Step:
    """From a late date to what it must make way for."""
    task = tell.tasks[point.task]
    if task.id in tell.children:
        return _child(tell, point)
    if task.actual_finish is not None or (task.actual_start is not None and point.date is LATE_START):
        end = "finish" if point.date is LATE_FINISH else "start"
        return [tell.reason(point, ReasonKind.ACTUAL, f"actual.{end}")], None
    limit = min(_limits(tell, task), key=lambda x: (_latest_start(tell, task, x), RANK.index(x.kind)))
    if limit.begins == (point.date is LATE_START) or not task.duration:
        return _limited(tell, point, limit)
    return _through_work(tell, point, task)


def _child(tell: Teller, point: Point) -> Step:
    children = tell.children[point.task]
    active = [c for c in children if tell.tasks[c].active] or children
    if point.date is LATE_START:
        child = min(active, key=lambda c: tell.plan[c].late_start)
        at = tell.plan[child].late_start
    else:
        child = max(active, key=lambda c: tell.plan[c].late_finish)
        at = tell.plan[child].late_finish
    reason = tell.reason(point, ReasonKind.CHILD, f"child.{point.date}", since=at, before=child)
    return [reason], Point(child, point.date, minute_of(at))


def _limits(tell: Teller, task: Task) -> Iterator[Limit]:
    wished = None if tell.project.schedule_from_start else tell.project.finish
    yield Limit(minute_of(wished or tell.plan.finish), ReasonKind.PROJECT_FINISH)
    for owner in (task.id, *tell.above(task.id)):
        yield from _dates(tell, tell.tasks[owner], own=owner == task.id)
        for number in tell.links_from.get(owner, ()):
            yield from _link_limits(tell, task, owner, number)


def _dates(tell: Teller, owner: Task, *, own: bool) -> Iterator[Limit]:
    """Deadlines and constraints of a task or of a summary around it."""
    if owner.deadline is not None:
        yield Limit(minute_of(owner.deadline), ReasonKind.DEADLINE, owner=owner.id)
    wish = owner.constraint
    if wish.at is None or owner.manual:
        return
    at = minute_of(wish.at)
    if wish.kind is ConstraintKind.FNLT or (own and wish.kind is ConstraintKind.MFO):
        yield Limit(at, ReasonKind.CONSTRAINT, owner=owner.id)
    if own and wish.kind in (ConstraintKind.SNLT, ConstraintKind.MSO):
        yield Limit(at, ReasonKind.CONSTRAINT, begins=True, owner=owner.id)


def _link_limits(tell: Teller, task: Task, owner: str, number: int) -> Iterator[Limit]:
    """What a link from a task, or from a summary around it, asks of the task's late dates."""
    link = tell.project.links[number]
    begins = from_start(link)
    if not (tell.tasks[link.after].active and tell.tasks[owner].active):
        return
    if begins and owner != task.id and tell.plan[owner].start != tell.plan[task.id].start:
        return  # another child gives the summary its start
    followers = [link.after] if link.after not in tell.children else list(_leaves(tell, link.after))
    found = [
        Limit(_back(tell, task, number, f), ReasonKind.LINK, begins, owner, number, f)
        for f in followers
        if tell.tasks[f].active and tell.holds(number, f)
    ]
    if found:
        yield min(found, key=lambda x: x.bound)


def _leaves(tell: Teller, summary: str) -> Iterator[str]:
    todo = [summary]
    while todo:
        here = todo.pop()
        if here in tell.children:
            todo += [c for c in tell.children[here] if tell.tasks[c].active]
        else:
            yield here


def _back(tell: Teller, task: Task, number: int, follower: str) -> int:
    """The date that a follower's late date leaves to the task, its delay and the lag taken off."""
    link, after, dates = tell.project.links[number], tell.tasks[follower], tell.plan[follower]
    bound = minute_of(dates.late_finish if to_finish(link) else dates.late_start)
    delay = 0 if after.actual_start else after.levelling_delay
    if delay:
        bound = minute_of(dates.late_start) - delay
        if to_finish(link) and after.duration:
            run = tell.runs(after)[0]
            bound = run.hours.after(bound, run.minutes)
    elif to_finish(link) and after.duration:
        far = tell.runs(after)[0].hours.opening(bound)
        passes = tell.lagged(link, link.lag, minute_of(tell.plan[task.id].finish)) > bound
        if link.kind == "SF" or passes or task.duration:
            bound = far
    if link.lag.unit is LagUnit.ELAPSED:
        return bound - link.lag.amount
    minutes = link.lag.amount
    if link.lag.unit is LagUnit.PERCENT:
        minutes = round(tell.tasks[link.before].duration * minutes / 100)
    hours = tell.hours(tell.tasks[link.after].calendar)
    if minutes >= 0:
        return hours.ahead(bound, minutes)
    return hours.opening(hours.after(bound, -minutes))


def _latest_start(tell: Teller, task: Task, limit: Limit) -> int:
    if not task.duration:
        return limit.bound
    if limit.begins:
        return tell.begun_at(task, limit.bound)
    return tell.begun_for(task, limit.bound)


def _through_work(tell: Teller, point: Point, task: Task) -> Step:
    """From one late end of a task to the other."""
    dates = tell.plan[task.id]
    begins = point.date is LATE_START
    other = dates.late_finish if begins else dates.late_start
    took, rest = tell.took(task)
    calendars = tuple(dict.fromkeys(c.id for r in tell.runs(task) for c in r.hours.calendars))
    reason = tell.reason(
        point, ReasonKind.DURATION, "duration.late" if begins else "duration.late_finish",
        since=other, minutes=task.duration, calendars=calendars, amount=took, rest=rest,
    )  # fmt: skip
    return [reason], Point(task.id, LATE_FINISH if begins else LATE_START, minute_of(other))


def _limited(tell: Teller, point: Point, limit: Limit) -> Step:
    gap = tell.gap(point, limit.bound)
    here = Point(point.task, point.date, limit.bound)
    if limit.kind is not ReasonKind.LINK or limit.link is None:
        return [*gap, _end(tell, here, limit)], None
    link = tell.project.links[limit.link]
    ends = to_finish(link)
    follower = tell.plan[limit.follower]
    since = follower.late_finish if ends else follower.late_start
    reason = tell.reason(
        here, ReasonKind.LINK, f"late.{link.kind}", since=since, minutes=-link.lag.amount,
        before=limit.follower, through=limit.owner, link=limit.link, link_kind=link.kind, lag=link.lag,
        calendars=tuple(c.id for c in tell.hours(tell.tasks[link.after].calendar).calendars),
    )  # fmt: skip
    return [*gap, reason], Point(limit.follower, LATE_FINISH if ends else LATE_START, minute_of(since))


def _end(tell: Teller, point: Point, limit: Limit) -> Reason:
    if limit.kind is ReasonKind.DEADLINE:
        return tell.reason(point, limit.kind, "deadline", through=limit.owner, owner=tell.name(limit.owner))
    if limit.kind is ReasonKind.CONSTRAINT:
        kind = tell.tasks[limit.owner].constraint.kind
        return tell.reason(
            point, limit.kind, f"constraint.{kind}", through=limit.owner, owner=tell.name(limit.owner)
        )
    last = [t.id for t in tell.plan if not t.summary and t.finish == moment_of(point.at)]
    if not last:
        return tell.reason(point, limit.kind, "project_finish.alone")
    return tell.reason(point, limit.kind, "project_finish", before=last[0])
