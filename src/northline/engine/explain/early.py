"""Why a task starts or finishes when it does: the steps back towards the project's start."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from northline.engine.explain.busy import busy_before, busy_from, busy_in_breaks, with_busy
from northline.engine.explain.sentences import amount
from northline.engine.explain.telling import Point, Step, Teller
from northline.engine.explain.values import DateKind, Reason, ReasonKind
from northline.engine.feasible.hours import minute_of, moment_of
from northline.engine.feasible.reading import from_start, to_finish
from northline.engine.model import ConstraintKind, Task
from northline.engine.result import DriverKind

START, FINISH = DateKind.START, DateKind.FINISH
ON_FINISH = (ConstraintKind.FNET, ConstraintKind.FNLT, ConstraintKind.MFO)


@dataclass(frozen=True, slots=True)
class Push:
    """Something that holds a start back until `bound`."""

    bound: int
    kind: DriverKind
    link: int | None = None


def start_step(tell: Teller, point: Point) -> Step:
    """From a start to what holds it."""
    task, driver = tell.tasks[point.task], tell.plan[point.task].driver
    if driver.kind is DriverKind.CHILDREN:
        return _child(tell, point)
    if driver.kind is DriverKind.ACTUAL:
        return [tell.reason(point, ReasonKind.ACTUAL, "actual.start")], None
    if task.manual or driver.kind is DriverKind.MANUAL:
        return [tell.reason(point, ReasonKind.MANUAL, "manual.start")], None
    if driver.kind is DriverKind.AS_LATE_AS_POSSIBLE:
        return _as_late(tell, point)
    if driver.kind is DriverKind.LEVELLING:
        return _levelled(tell, point, task)
    return _held(tell, point, task, Push(point.at, driver.kind, driver.link))


def finish_step(tell: Teller, point: Point) -> Step:
    """From a finish to what holds it: mostly the start, and the work in between."""
    task, driver = tell.tasks[point.task], tell.plan[point.task].driver
    by_hand = task.manual and task.manual_finish is not None
    if task.id in tell.children and not by_hand:
        return _child(tell, point)
    if task.actual_finish is not None or by_hand:
        kind = ReasonKind.MANUAL if task.actual_finish is None else ReasonKind.ACTUAL
        return [tell.reason(point, kind, f"{kind}.finish")], None
    if task.actual_start is not None:
        return _remaining(tell, point, task)
    if driver.link is not None and to_finish(tell.project.links[driver.link]) and _held_by(tell, point):
        return _linked(tell, point, driver.link)
    if driver.kind is DriverKind.CONSTRAINT and task.constraint.kind in ON_FINISH:
        return _constrained(tell, point, task)
    return [worked(tell, point, task)], Point(task.id, START, minute_of(tell.plan[task.id].start))


def worked(tell: Teller, point: Point, task: Task) -> Reason:
    """The work from a task's start to its finish."""
    start = minute_of(tell.plan[task.id].start)
    took, rest = tell.took(task)
    last = tell.last_resource(task, start, point.at)
    runs = [r for r in tell.runs(task) if last is None or r.assignment == last]
    calendars = tuple(dict.fromkeys(c.id for r in runs for c in r.hours.calendars))
    code = "duration.split" if rest != "no time" else "duration.forward" if task.duration else "duration.none"
    overtime = tell.overtime(task)
    if overtime and code == "duration.forward":
        code = "duration.overtime"
    busy = busy_in_breaks(tell, task, start) if code == "duration.split" else ()
    return with_busy(
        tell, point, ReasonKind.DURATION, code, busy, since=moment_of(start), minutes=task.duration, calendars=calendars,
        amount=took, rest=rest, overtime=overtime,
    )  # fmt: skip


def _child(tell: Teller, point: Point) -> Step:
    children = tell.children[point.task]
    active = [c for c in children if tell.tasks[c].active] or children
    if point.date is START:
        child = min(active, key=lambda c: tell.plan[c].start)
        at = tell.plan[child].start
    else:
        child = max(active, key=lambda c: tell.plan[c].finish)
        at = tell.plan[child].finish
    reason = tell.reason(point, ReasonKind.CHILD, f"child.{point.date}", since=at, before=child)
    return [reason], Point(child, point.date, minute_of(at))


def _as_late(tell: Teller, point: Point) -> Step:
    late = minute_of(tell.plan[point.task].late_start)
    reason = tell.reason(point, ReasonKind.AS_LATE_AS_POSSIBLE, "as_late_as_possible", since=moment_of(late))
    return [reason], Point(point.task, DateKind.LATE_START, late)


def _levelled(tell: Teller, point: Point, task: Task) -> Step:
    """The delay, and under it what would hold the task without it."""
    if task.constraint.kind is ConstraintKind.ALAP or not tell.project.schedule_from_start:
        return _late_and_levelled(tell, point, task)
    push = _strongest(tell, task)
    before = tell.begun_at(task, push.bound)
    delayed = before + task.levelling_delay
    steps = tell.gap(point, delayed)
    reason = _delay(tell, Point(task.id, START, delayed), task, before)
    more, after = _held(tell, Point(task.id, START, before), task, push)
    return [*steps, reason, *more], after


def _late_and_levelled(tell: Teller, point: Point, task: Task) -> Step:
    """A task that is to be late stands on its late start, and past it where levelling still delays it."""
    late = minute_of(tell.plan[task.id].late_start)
    if late == point.at:
        return _as_late(tell, point)
    delayed = Point(task.id, START, late + task.levelling_delay)
    more, after = _as_late(tell, Point(task.id, START, late))
    return [*tell.gap(point, delayed.at), _delay(tell, delayed, task, late), *more], after


def _delay(tell: Teller, point: Point, task: Task, since: int) -> Reason:
    """The delay, and who was busy with what when the task would have begun without it."""
    return with_busy(
        tell, point, ReasonKind.LEVELLING, "levelling", busy_from(tell, task, since),
        since=moment_of(since), minutes=task.levelling_delay, amount=amount(task.levelling_delay, 1440),
    )  # fmt: skip


def _strongest(tell: Teller, task: Task) -> Push:
    """What holds a start: the latest push, or the task's own date where that stands above the others."""
    pushes, wish = sorted(_pushes(tell, task), key=lambda p: p.bound), task.constraint
    if wish.at is not None and wish.kind in (ConstraintKind.SNET, ConstraintKind.MSO):
        own = Push(minute_of(wish.at), DriverKind.CONSTRAINT)
        must = wish.kind is ConstraintKind.MSO and tell.project.honour_constraints
        begin = minute_of(tell.project.start)
        quiet = {Push(begin, DriverKind.PROJECT_START), own}
        if tell.status is not None and tell.status <= begin:
            quiet.add(Push(tell.status, DriverKind.STATUS_DATE))
        if must or quiet.issuperset(pushes):
            return own
    return pushes[-1]


def _pushes(tell: Teller, task: Task) -> Iterator[Push]:
    """All that may hold a task's start: the project's start, links, dates, the status date."""
    yield Push(minute_of(tell.project.start), DriverKind.PROJECT_START)
    if tell.status is not None:
        yield Push(tell.status, DriverKind.STATUS_DATE)
    for owner in (task.id, *tell.above(task.id)):
        wish = tell.tasks[owner].constraint
        if wish.at is not None and wish.kind in (ConstraintKind.SNET, ConstraintKind.MSO):
            yield Push(minute_of(wish.at), DriverKind.CONSTRAINT)
        if wish.at is not None and wish.kind is ConstraintKind.FNET and owner == task.id:
            yield Push(tell.begun_for(task, minute_of(wish.at)), DriverKind.CONSTRAINT)
        for number in tell.links_into.get(owner, ()):
            link = tell.project.links[number]
            if not (tell.tasks[link.before].active and tell.holds(number, task.id)):
                continue
            bound = _bound(tell, number)
            if to_finish(link):
                bound = tell.begun_for(task, bound)
            yield Push(bound, DriverKind.LINK, number)


def _held(tell: Teller, point: Point, task: Task, push: Push) -> Step:
    """The reason for a start that one thing holds."""
    if push.link is not None:
        if not to_finish(tell.project.links[push.link]):
            return _linked(tell, point, push.link)
        return _for_finish(tell, point, task, push.link)
    if push.kind is DriverKind.CONSTRAINT:
        if task.constraint.kind in ON_FINISH:
            return _for_finish(tell, point, task, None)
        return _constrained(tell, point, task)
    if push.kind is DriverKind.STATUS_DATE and tell.status is not None:
        return [*tell.gap(point, tell.status), _root(tell, point, tell.status, ReasonKind.STATUS_DATE)], None
    origin = minute_of(tell.project.start)
    if not tell.project.schedule_from_start:
        origin = minute_of(tell.plan.start)
    return [*tell.gap(point, origin), _root(tell, point, origin, ReasonKind.PROJECT_START)], None


def _root(tell: Teller, point: Point, at: int, kind: ReasonKind) -> Reason:
    return tell.reason(Point(point.task, point.date, at), kind, kind.value)


def _for_finish(tell: Teller, point: Point, task: Task, link: int | None) -> Step:
    """A start that was reckoned back from a finish; goes on with that finish."""
    if not task.duration:
        return _by_finish(tell, point, task, link)
    finish = minute_of(tell.plan[task.id].finish)
    if task.levelling_delay and not task.actual_start:
        finish = tell.done_at(task, point.at)
    took, rest = tell.took(task)
    calendars = tuple(dict.fromkeys(c.id for r in tell.runs(task) for c in r.hours.calendars))
    reason = tell.reason(
        point, ReasonKind.DURATION, "duration.backward",
        since=moment_of(finish), minutes=task.duration, calendars=calendars, amount=took, rest=rest,
    )  # fmt: skip
    held = Point(task.id, FINISH, finish)
    if tell.plan[task.id].driver.kind is not DriverKind.LEVELLING:
        return [reason], held
    more, after = _by_finish(tell, held, task, link)
    return [reason, *more], after


def _by_finish(tell: Teller, point: Point, task: Task, link: int | None) -> Step:
    """What holds a finish, told without asking the finish itself: a link, or a constraint."""
    return _constrained(tell, point, task) if link is None else _linked(tell, point, link)


def _bound(tell: Teller, number: int) -> int:
    link = tell.project.links[number]
    before = tell.plan[link.before]
    return tell.lagged(link, link.lag, minute_of(before.start if from_start(link) else before.finish))


def _held_by(tell: Teller, point: Point) -> bool:
    """Does the finish stand at the link's bound, but for time without work?"""
    number = tell.plan[point.task].driver.link
    assert number is not None
    gap = tell.gap(point, _bound(tell, number))
    return not gap or gap[0].kind is ReasonKind.CALENDAR


def _linked(tell: Teller, point: Point, number: int) -> Step:
    """Through a link to the end of the predecessor that it counts from."""
    link, bound = tell.project.links[number], _bound(tell, number)
    begins = from_start(link)
    origin = tell.plan[link.before].start if begins else tell.plan[link.before].finish
    ending, words = tell.lag_words(link)
    reason = tell.reason(
        Point(point.task, point.date, bound), ReasonKind.LINK, f"link.{link.kind}{ending}",
        since=origin, minutes=_lag_minutes(tell, number), before=link.before, through=link.after, link=number,
        link_kind=link.kind, lag=link.lag, lag_words=words,
        calendars=tuple(c.id for c in tell.hours(tell.tasks[link.after].calendar).calendars),
    )  # fmt: skip
    after = Point(link.before, START if begins else FINISH, minute_of(origin))
    return [*tell.gap(point, bound), reason], after


def _lag_minutes(tell: Teller, number: int) -> int:
    link = tell.project.links[number]
    if link.lag.unit == "percent":
        return round(tell.tasks[link.before].duration * link.lag.amount / 100)
    return link.lag.amount


def _constrained(tell: Teller, point: Point, task: Task) -> Step:
    """A date constraint, the task's own or a summary's around it."""
    owners = [
        o
        for o in (task.id, *tell.above(task.id))
        if tell.tasks[o].constraint.at is not None
        and (o == task.id or tell.tasks[o].constraint.kind is ConstraintKind.SNET)
    ]
    dates = {o: minute_of(tell.tasks[o].constraint.at or tell.project.start) for o in owners}
    if not owners:
        return [tell.reason(point, ReasonKind.OTHER, "other")], None
    fitting = [o for o in owners if not any(r.kind is ReasonKind.OTHER for r in tell.gap(point, dates[o]))]
    owner = (fitting or owners)[0]
    wish = tell.tasks[owner].constraint
    reason = tell.reason(
        Point(task.id, point.date, dates[owner]), ReasonKind.CONSTRAINT, f"constraint.{wish.kind}",
        through=owner, owner=tell.name(owner),
    )  # fmt: skip
    return [*tell.gap(point, dates[owner]), reason], None


def _remaining(tell: Teller, point: Point, task: Task) -> Step:
    """The finish of begun work: from its start, or from where what is left is taken up again."""
    start = minute_of(tell.plan[task.id].start)
    if not task.duration or tell.done_at(task, start) == point.at:
        return [worked(tell, point, task)], Point(task.id, START, start)
    resumed = minute_of(task.resume) if task.resume else 0
    from_status = tell.status is not None and tell.status >= resumed
    since = tell.status if from_status and tell.status is not None else resumed or start
    left = min(r.hours.worked(since, point.at) for r in tell.runs(task))
    step = tell.reason(
        point, ReasonKind.DURATION, "duration.rest", since=moment_of(since), minutes=left,
        amount=_days(tell, left),
    )  # fmt: skip
    if since == start:
        return [step], Point(task.id, START, start)
    if from_status:
        return [step, _root(tell, point, since, ReasonKind.STATUS_DATE)], None
    again = Point(task.id, point.date, since)
    return [step, with_busy(tell, again, ReasonKind.RESUMED, "resumed", busy_before(tell, task))], None


def _days(tell: Teller, minutes: int) -> str:
    return amount(minutes, tell.project.minutes_per_day)
