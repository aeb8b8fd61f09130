"""Who was busy with what in the time in which levelling let a task wait: the overloads it would have made there."""

from __future__ import annotations

from collections.abc import Iterator

from northline.engine.explain.sentences import listed, stamp
from northline.engine.explain.telling import Teller
from northline.engine.explain.values import Busy
from northline.engine.feasible.capacity import Use, merged, stretches_at, swept, uses_of
from northline.engine.feasible.hours import moment_of
from northline.engine.model import Assignment, Task


def busy_from(tell: Teller, task: Task, start: int) -> tuple[Busy, ...]:
    """The resources that could not have done a task from `start` on, in its order, each with its first such time."""
    found = []
    for assignment in tell.assigned.get(task.id, ()):
        run = tell.run_of(task, assignment)
        mine = [Use(begin, end, assignment.units, task.id) for begin, end in stretches_at(task, run, start)]
        if not mine or not assignment.units:
            continue
        resource = tell.resources[assignment.resource]
        others = [
            u for u in _others(tell, task, assignment) if u.begin < mine[-1].end and u.end > mine[0].begin
        ]
        clashes = [one for one in swept(resource, [*mine, *others]) if task.id in one.tasks]
        for clash in merged(clashes)[:1]:
            holders = sorted(clash.tasks - {task.id}, key=lambda t: (tell.plan[t].start, t))
            found.append(
                Busy(
                    resource=resource.id, since=moment_of(clash.begin), until=moment_of(clash.end),
                    tasks=tuple(holders),
                )
            )  # fmt: skip
    return tuple(found)


def _others(tell: Teller, task: Task, mine: Assignment) -> Iterator[Use]:
    for one in tell.on.get(mine.resource, ()):
        other = tell.tasks[one.task]
        if other.id != task.id and other.active and other.id not in tell.children:
            yield from uses_of(tell, other, tell.run_of(other, one))


def busy_words(tell: Teller, busy: tuple[Busy, ...]) -> str:
    """ "Ann is busy with Dig and Pour until 3 March 2026 17:00, Bob with Paint until …"."""
    said = []
    for number, one in enumerate(busy):
        verb = "" if number else "is busy "
        who = tell.resources[one.resource].name or one.resource
        with_what = f"with {listed([tell.name(t) for t in one.tasks])} " if one.tasks else "or away "
        said.append(f"{who} {verb}{with_what}until {stamp(one.until)}")
    return ", ".join(said)
