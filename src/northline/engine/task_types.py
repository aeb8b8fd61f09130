"""Work = duration × units: what follows when one of the three is changed, by the type of the task.

The rules are those of Microsoft Project ("Change the task type for more accurate scheduling", its support site):

| task type | units changed | duration changed | work changed | someone added or removed |
| --- | --- | --- | --- | --- |
| fixed units | duration | work | duration | work; if effort-driven, duration |
| fixed work | duration | units | duration | duration (always effort-driven) |
| fixed duration | work | work | units | work; if effort-driven, units |

Work is regular work here. Overtime stays with whoever has it; of somebody who is removed from effort-driven work it is left to
the others as regular work.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from northline.engine.errors import BadValue, UnknownId
from northline.engine.model import Assignment, Minutes, Task, TaskType

Change = tuple[Task, tuple[Assignment, ...]]


def changed(
    task: Task,
    assignments: Sequence[Assignment],
    *,
    duration: Minutes | None = None,
    work: Minutes | None = None,
    units: Mapping[str, float] | None = None,
    added: Assignment | None = None,
    removed: str | None = None,
) -> Change:
    """The task and its work assignments after exactly one change, the rest recomputed by the task's type.

    `duration` and `work` (the task's, over all its people) are minutes, `units` by resource id, `removed` a
    resource id. Work is shared out in whole minutes whose sum is exact. Raises BadValue for none or several
    changes, for units or a duration of 0 that would have to do work, and for less work than was done already;
    UnknownId for a resource that is not assigned.

    >>> paint = Task(id="a", duration=Minutes(480), effort_driven=True)
    >>> alone = (Assignment("a", "ann", work_minutes=Minutes(480)),)
    >>> task, people = changed(paint, alone, added=Assignment("a", "bob"))
    >>> task.duration, [(p.resource, p.work_minutes) for p in people]
    (240, [('ann', 240), ('bob', 240)])
    """
    wishes = [w for w in (duration, work, units, added, removed) if w is not None]
    if len(wishes) != 1:
        raise BadValue("Change one of duration, work, units, added and removed at a time.", ids=[task.id])
    people = tuple(replace(a, work_minutes=_work(a, task)) for a in assignments)
    if duration is not None:
        return _with_duration(task, people, duration)
    if work is not None:
        return _with_work(task, people, work)
    if units is not None:
        return _with_units(task, people, units)
    if added is not None:
        return _with_more(task, people, added)
    return _with_fewer(task, people, removed or "")


def _with_duration(task: Task, people: tuple[Assignment, ...], duration: Minutes) -> Change:
    if duration < 0:
        raise BadValue(f"A duration of {duration} minutes.", ids=[task.id])
    after = replace(task, duration=duration)
    if task.type is TaskType.FIXED_WORK:
        return after, tuple(_over(a, duration) for a in people)
    scaled = (
        [Minutes(round(_work(a, task) * duration / task.duration)) for a in people] if task.duration else []
    )
    fresh = scaled or [Minutes(round(duration * a.units)) for a in people]
    return after, _rework(people, fresh)


def _with_work(task: Task, people: tuple[Assignment, ...], work: Minutes) -> Change:
    if work < 0:
        raise BadValue(f"{work} minutes of work.", ids=[task.id])
    if not people:
        raise BadValue(f"Nobody is assigned to {task.id}. Assign someone first.", ids=[task.id])
    weights = [_work(a, task) for a in people]
    shares = _shares(work, weights if sum(weights) else [a.units for a in people])
    after = _rework(people, shares)
    if task.type is TaskType.FIXED_DURATION:
        return task, tuple(_over(a, task.duration) for a in after)
    return replace(task, duration=_longest(after, task)), after


def _with_units(task: Task, people: tuple[Assignment, ...], units: Mapping[str, float]) -> Change:
    for resource in units:
        _refuse_unassigned(task, people, resource)
    after = tuple(replace(a, units=units.get(a.resource, a.units)) for a in people)
    if task.type is TaskType.FIXED_DURATION:
        fresh = [
            Minutes(round(task.duration * a.units)) if a.resource in units else _work(a, task) for a in after
        ]
        return task, _rework(after, fresh)
    return replace(task, duration=_longest(after, task)), after


def _with_more(task: Task, people: tuple[Assignment, ...], added: Assignment) -> Change:
    if any(a.resource == added.resource for a in people):
        raise BadValue(f"{added.resource} is on {task.id} already. Change the units instead.", ids=[task.id])
    own = Minutes(round(task.duration * added.units))
    asked = own if added.work_minutes is None else added.work_minutes
    everyone = (*people, replace(added, task=task.id, work_minutes=asked))
    if people and _effort_driven(task):
        return _shared(task, everyone, people)
    if task.type is TaskType.FIXED_DURATION:
        return task, (*people, _over(everyone[-1], task.duration))
    longest = _longest(everyone, task)
    return replace(
        task, duration=max(task.duration, longest) if people else longest or task.duration
    ), everyone


def _with_fewer(task: Task, people: tuple[Assignment, ...], removed: str) -> Change:
    _refuse_unassigned(task, people, removed)
    rest = tuple(a for a in people if a.resource != removed)
    if not rest or not _effort_driven(task):
        return task, rest
    return _shared(task, rest, people)


def _shared(task: Task, people: tuple[Assignment, ...], before: Iterable[Assignment]) -> Change:
    """The same work among other people, in proportion to their units."""
    stay = {a.resource for a in people}
    work = Minutes(sum(_work(a, task) + (0 if a.resource in stay else a.overtime) for a in before))
    after = _rework(people, _shares(work, [a.units for a in people]))
    if task.type is TaskType.FIXED_DURATION:
        return task, tuple(_over(a, task.duration) for a in after)
    return replace(task, duration=_longest(after, task)), after


def _effort_driven(task: Task) -> bool:
    return task.effort_driven or task.type is TaskType.FIXED_WORK


def _work(assignment: Assignment, task: Task) -> Minutes:
    if assignment.work_minutes is not None:
        return assignment.work_minutes
    return Minutes(round(task.duration * assignment.units))


def _longest(people: Iterable[Assignment], task: Task) -> Minutes:
    """Work ÷ units of the assignment that takes longest, in whole minutes."""
    return Minutes(max((_length(a, task) for a in people), default=task.duration))


def _length(assignment: Assignment, task: Task) -> int:
    work = _work(assignment, task)
    if work and not assignment.units:
        raise BadValue(
            f"{assignment.resource} has work on {task.id} but 0 units. Give units, or remove the assignment.",
            ids=[task.id, assignment.resource],
        )
    return round(work / assignment.units) if work else 0


def _over(assignment: Assignment, duration: Minutes) -> Assignment:
    """The units that do an assignment's work in a duration."""
    work = assignment.work_minutes or 0
    if work and not duration:
        message = f"{work} minutes of work do not fit into no time. Change the work, or make it a milestone."
        raise BadValue(message, ids=[assignment.task, assignment.resource])
    return replace(assignment, units=work / duration) if work else assignment


def _rework(people: Iterable[Assignment], work: Sequence[Minutes]) -> tuple[Assignment, ...]:
    return tuple(_reworked(a, w) for a, w in zip(people, work, strict=True))


def _reworked(assignment: Assignment, work: Minutes) -> Assignment:
    done = assignment.actual_work
    if done is None:
        return replace(assignment, work_minutes=work, remaining_work=None)
    if work < done:
        message = f"{assignment.resource} has worked {done} minutes already, more than {work}."
        raise BadValue(message, ids=[assignment.task, assignment.resource])
    return replace(assignment, work_minutes=work, remaining_work=Minutes(work - done))


def _shares(total: Minutes, weights: Sequence[float]) -> list[Minutes]:
    """Whole minutes in proportion to weights, whose sum is exactly `total`: each ends where the next
    begins."""
    whole = sum(weights)
    if not whole:
        weights, whole = [1.0] * len(weights), float(len(weights))
    shares, done, so_far = [], 0, 0.0
    for weight in weights:
        so_far += weight
        until = round(total * so_far / whole)
        shares.append(Minutes(until - done))
        done = until
    return shares


def _refuse_unassigned(task: Task, people: Iterable[Assignment], resource: str) -> None:
    if all(a.resource != resource for a in people):
        raise UnknownId(f"{resource} is not assigned to {task.id}.", ids=[task.id, resource])
