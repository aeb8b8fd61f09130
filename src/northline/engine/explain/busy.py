"""Who was busy with what while a task waited, rested or was not taken up again: the overloads it would have made then."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from northline.engine.explain.sentences import listed, stamp
from northline.engine.explain.telling import Point, Teller
from northline.engine.explain.values import Busy, Reason, ReasonKind
from northline.engine.feasible.capacity import Use, merged, stretches_at, swept, uses_of
from northline.engine.feasible.hours import Stretch, minute_of, moment_of
from northline.engine.feasible.reading import Run, breaks, shares
from northline.engine.model import Assignment, Task


def busy_from(tell: Teller, task: Task, start: int) -> tuple[Busy, ...]:
    """The resources that could not have done a task from `start` on, in its order, each with its first such time."""
    return tuple(_clashes(tell, task, lambda run: stretches_at(task, run, start), most=1))


def busy_in_breaks(tell: Teller, task: Task, start: int) -> tuple[Busy, ...]:
    """The resources that could not have gone on with a task that began at `start` in its breaks, with all such times."""
    return tuple(
        _clashes(tell, task, lambda run: _rests(run, list(stretches_at(task, run, start))), most=None)
    )


def busy_before(tell: Teller, task: Task) -> tuple[Busy, ...]:
    """The resources that could not have done what is left of begun work at once, each with its first such time."""
    return tuple(_clashes(tell, task, lambda run: _at_once(tell, task, run), most=1))


def _clashes(
    tell: Teller, task: Task, wanted: Callable[[Run], Iterable[Stretch]], *, most: int | None
) -> Iterator[Busy]:
    """What the task's resources lacked, had they worked on it when wanted."""
    for assignment in tell.assigned.get(task.id, ()):
        run = tell.run_of(task, assignment)
        mine = [Use(begin, end, assignment.units, task.id) for begin, end in wanted(run)]
        if not mine or not assignment.units:
            continue
        resource = tell.resources[assignment.resource]
        others = [
            u for u in _others(tell, task, assignment) if u.begin < mine[-1].end and u.end > mine[0].begin
        ]
        clashes = [one for one in swept(resource, [*mine, *others]) if task.id in one.tasks]
        for clash in merged(clashes)[:most]:
            holders = sorted(clash.tasks - {task.id}, key=lambda t: (tell.plan[t].start, t))
            yield Busy(
                resource=resource.id, since=moment_of(clash.begin), until=moment_of(clash.end),
                tasks=tuple(holders),
            )  # fmt: skip


def _rests(run: Run, worked: list[Stretch]) -> Iterator[Stretch]:
    """The hours between stretches of work in which none is done."""
    for (_, here), (there, _) in pairwise(worked):
        yield from run.hours.between(here, there)


def _at_once(tell: Teller, task: Task, run: Run) -> Iterable[Stretch]:
    """When what is left of begun work would be done that went on without a wait."""
    past, left = shares(task, run.minutes)
    start = minute_of(tell.plan[task.id].start)
    done = run.hours.after(start, run.delay + past + breaks(task, until=past))
    again = max(done, tell.status or done)
    return run.hours.between(again, run.hours.after(again, left)) if left else ()


def _others(tell: Teller, task: Task, mine: Assignment) -> Iterator[Use]:
    for one in tell.on.get(mine.resource, ()):
        other = tell.tasks[one.task]
        if other.id != task.id and other.active and other.id not in tell.children:
            yield from uses_of(tell, other, tell.run_of(other, one))


def with_busy(
    tell: Teller, point: Point, kind: ReasonKind, code: str, busy: tuple[Busy, ...], /, **fields: object
) -> Reason:
    """A reason that tells who was busy with what, where anybody was."""
    if not busy:
        return tell.reason(point, kind, code, **fields)
    return tell.reason(point, kind, f"{code}.busy", busy=busy, busy_words=busy_words(tell, busy), **fields)


def busy_words(tell: Teller, busy: tuple[Busy, ...]) -> str:
    """ "Ann is busy with Dig and Pour until 3 March 2026 17:00, Bob with Paint until …"."""
    said = []
    for number, one in enumerate(busy):
        verb = "" if number else "is busy "
        who = tell.resources[one.resource].name or one.resource
        with_what = f"with {listed([tell.name(t) for t in one.tasks])} " if one.tasks else "or away "
        said.append(f"{who} {verb}{with_what}until {stamp(one.until)}")
    return ", ".join(said)
