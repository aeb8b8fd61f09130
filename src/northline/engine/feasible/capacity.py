"""Who is needed more than there is of them: a sweep over every minute at which something changes."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from math import isclose

from northline.engine.feasible.found import Violation
from northline.engine.feasible.hours import Stretch, minute_of, moment_of
from northline.engine.feasible.reading import Reading, Run, breaks, shares
from northline.engine.model import MINUTES_A_DAY, Minutes, Resource, ResourceKind, Split, Task

TOP_PRIORITY = 1000


@dataclass(frozen=True, slots=True)
class Use:
    """A task needs `units` of a resource from `begin` up to `end`, in absolute minutes."""

    begin: int
    end: int
    units: float
    task: str


@dataclass(frozen=True, slots=True)
class Overload:
    """From `begin` up to `end` the `tasks` together need `needed` units where there are `there`."""

    begin: int
    end: int
    needed: float
    there: float
    tasks: frozenset[str]


def overloads(reading: Reading, since: datetime | None = None) -> Iterator[Violation]:
    """A violation for each unbroken overload of a work resource that ends after `since`.

    The code is `capacity`, or `capacity_fixed` where only work that levelling may not move takes part.
    """
    floor = 0 if since is None else minute_of(since)
    uses: dict[str, list[Use]] = {}
    for task in reading.project.tasks:
        if task.active:
            for run in map(lambda a, t=task: reading.run_of(t, a), reading.assigned.get(task.id, ())):
                uses.setdefault(_who(run), []).extend(uses_of(reading, task, run, floor))
    for resource in reading.project.resources:
        if resource.kind is ResourceKind.WORK:
            for found in merged(swept(resource, uses.get(resource.id, ()))):
                yield _violation(reading, resource, found)


def uses_of(reading: Reading, task: Task, run: Run, floor: int = 0) -> Iterator[Use]:
    """When one assignment keeps its resource busy: in its hours, until its work is done, breaks left out.

    Of begun work what is left ends when the task does; what is done counts from where the plan goes on.
    """
    dates = reading.plan[task.id]
    start, finish = minute_of(dates.start), minute_of(dates.finish)
    units = run.assignment.units if run.assignment else 0.0
    if task.actual_finish is not None or units == 0:
        return
    if task.actual_start is not None and task.manual:
        resumed = max(start, floor, minute_of(task.resume) if task.resume else 0)
        stretches = run.hours.between(resumed, finish)
    elif task.actual_start is not None:
        stretches = iter(_begun(reading, task, run, floor))
    else:
        stretches = stretches_at(task, run, start, finish)
    for begin, end in stretches:
        if end > floor:
            yield Use(max(begin, floor), end, units, task.id)


def stretches_at(task: Task, run: Run, start: int, finish: int | None = None) -> Iterator[Stretch]:
    """When one assignment is at work on a task that begins at `start` and ends at `finish`, else when its work is done."""
    begin = run.hours.after(start, run.delay)
    finish = run.hours.after(begin, run.minutes + breaks(task)) if finish is None else finish
    yield from _worked(run.hours.between(begin, finish), run.minutes, task.splits)


def _begun(reading: Reading, task: Task, run: Run, floor: int) -> Iterator[Stretch]:
    """What is done after `floor` and the date of resumption, and what is left, ending when the task does."""
    start, finish = minute_of(reading.plan[task.id].start), minute_of(reading.plan[task.id].finish)
    past, left = shares(task, run.minutes)
    if not left:
        return
    since = max(start, floor, minute_of(task.resume) if task.resume else 0)
    done = run.hours.after(start, run.delay + past + breaks(task, until=past))
    yield from run.hours.between(since, max(since, done))
    again = max(done, reading.taken_up(task))
    ahead = tuple(replace(s, after=Minutes(s.after - past)) for s in task.splits if s.after > past)
    at_once = breaks(task, until=past + 1) - breaks(task, until=past)
    yield from _worked(run.hours.between(run.hours.after(again, at_once), finish), left, ahead)


def swept(resource: Resource, uses: Iterable[Use]) -> Iterator[Overload]:
    """Every stretch between two changes in which more is needed than there is."""
    known = list(uses)
    marks = sorted({m for u in known for m in (u.begin, u.end)} | set(_steps(resource)))
    begun, ended = sorted(known, key=lambda u: u.begin), sorted(known, key=lambda u: u.end)
    busy: dict[str, float] = {}
    first = last = 0
    for begin, end in pairwise(marks):
        while first < len(begun) and begun[first].begin <= begin:
            busy[begun[first].task] = busy.get(begun[first].task, 0.0) + begun[first].units
            first += 1
        while last < len(ended) and ended[last].end <= begin:
            left = busy[ended[last].task] - ended[last].units
            busy[ended[last].task] = left
            if isclose(left, 0.0, abs_tol=1e-9):
                del busy[ended[last].task]
            last += 1
        needed, there = sum(busy.values()), capacity_on(resource, moment_of(begin).date())
        if needed > there + 1e-6:
            yield Overload(begin, end, needed, there, frozenset(busy))


def merged(found: Iterable[Overload]) -> list[Overload]:
    """Overloads by the same tasks told once, over the nights and weekends between their stretches."""
    whole: list[Overload] = []
    for one in found:
        same = whole and (whole[-1].tasks, whole[-1].needed, whole[-1].there) == (
            one.tasks,
            one.needed,
            one.there,
        )
        if same:
            whole[-1] = Overload(whole[-1].begin, one.end, one.needed, one.there, one.tasks)
        else:
            whole.append(one)
    return whole


def capacity_on(resource: Resource, day: date) -> float:
    """The units that there are on a day: the first availability that covers it, else the capacity."""
    for period in resource.availability:
        if period.first <= day <= period.last:
            return period.units
    return resource.capacity


def immovable(task: Task) -> bool:
    """May levelling not move this task: finished, put by hand, or of the highest priority?"""
    return task.actual_finish is not None or task.manual or task.priority >= TOP_PRIORITY


def _worked(hours: Iterable[Stretch], minutes: int, splits: Iterable[Split]) -> Iterator[Stretch]:
    """The first `minutes` of some hours, without the breaks."""
    edges = [0]
    for split in splits:
        if split.after < minutes:
            edges += [split.after + _total(edges), split.after + _total(edges) + split.length]
    total, done = minutes + _total(edges), 0
    edges.append(total)
    for begin, end in hours:
        here = begin
        while here < end and done < total:
            place = bisect_right(edges, done)
            until = min(end, here + edges[place] - done)
            if place % 2:
                yield here, until
            done += until - here
            here = until


def _total(edges: list[int]) -> int:
    """Length of the breaks among edges that alternate between work and break."""
    return sum(b - a for a, b in zip(edges[1::2], edges[2::2], strict=False))


def _steps(resource: Resource) -> Iterator[int]:
    """The midnights at which a resource's capacity may change."""
    for period in resource.availability:
        yield (period.first.toordinal() - 1) * MINUTES_A_DAY
        yield ((period.last + timedelta(days=1)).toordinal() - 1) * MINUTES_A_DAY


def _who(run: Run) -> str:
    return run.assignment.resource if run.assignment else ""


def _violation(reading: Reading, resource: Resource, found: Overload) -> Violation:
    fixed = all(immovable(reading.tasks[t]) for t in found.tasks)
    names = ", ".join(sorted(found.tasks))
    message = (
        f"{resource.name or resource.id} is needed {found.needed:g} times from {moment_of(found.begin)} to "
        f"{moment_of(found.end)} and is there {found.there:g} times: {names}."
    )
    task = min(found.tasks)
    return Violation(
        "capacity_fixed" if fixed else "capacity", task, message, resource.id, moment_of(found.begin)
    )
