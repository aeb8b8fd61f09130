"""Changes as pure functions: a project and a change in, another project out."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

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
from northline.engine.overtime import longer_days
from northline.engine.recovery.resizing import open_task, resized, rest_of, units_on
from northline.engine.recovery.values import (
    AddCapacity,
    AddPerson,
    Change,
    Defer,
    DoesNotFit,
    Drop,
    MoveDate,
    Overlap,
    Overtime,
    SplitTask,
    Swap,
)

SECOND = "~2"  # ends the id of a split task's second part


def apply(project: Project, *changes: Change) -> Project:
    """The plan after these changes, in order; the one given stays as it is.

    Raises DoesNotFit where a change names what is not there, is done, begun or pinned.

    >>> from datetime import datetime
    >>> from northline.engine.model import standard_calendar
    >>> shed = Project(id="p", name="", start=datetime(2026, 3, 2, 8), calendars=(standard_calendar(),),
    ...     tasks=(Task(id="a", duration=Minutes(480)),))
    >>> apply(shed, AddPerson("a", efficiency=1.0)).tasks[0].duration
    240
    """
    for change in changes:
        project = _HOW[type(change)](project, change)
    return project


def _add_person(project: Project, change: AddPerson) -> Project:
    if change.units <= 0 or not 0 < change.efficiency <= 1:
        raise DoesNotFit("Add more than nobody, with an efficiency above 0 and up to 1.", ids=[change.task])
    task = open_task(project, change.task)
    if task.type is TaskType.FIXED_DURATION:
        message = f"Task {task.name!r} keeps its duration whoever works on it. Change its type first."
        raise DoesNotFit(message, ids=[task.id])
    before = units_on(project, task)
    factor = before / (before + change.units * change.efficiency)
    project = resized(project, task, rest=max(1, round(rest_of(task) * factor)))
    if change.resource is None:
        return project
    if change.hired:
        project = _add_capacity(project, AddCapacity(change.resource, change.units))
    known = any(a.task == task.id and a.resource == change.resource for a in project.assignments)
    if known:
        return replace(project, assignments=tuple(_joined(a, change) for a in project.assignments))
    return replace(
        project, assignments=(*project.assignments, Assignment(task.id, change.resource, change.units))
    )


def _joined(assignment: Assignment, change: AddPerson) -> Assignment:
    """More units on the same stretch of time."""
    if (assignment.task, assignment.resource) != (change.task, change.resource):
        return assignment
    units = assignment.units + change.units
    work = assignment.work_minutes
    if work is None or not assignment.units:
        return replace(assignment, units=units)
    grown = Minutes(round(work * units / assignment.units))
    return replace(assignment, units=units, work_minutes=grown, remaining_work=None)


def _add_capacity(project: Project, change: AddCapacity) -> Project:
    _resource(project, change.resource)
    made = tuple(
        replace(
            r,
            capacity=r.capacity + change.units,
            availability=tuple(replace(a, units=a.units + change.units) for a in r.availability),
        )
        if r.id == change.resource
        else r
        for r in project.resources
    )
    return replace(project, resources=made)


def _overtime(project: Project, change: Overtime) -> Project:
    """A calendar of its own, in which each working day of these ends later; days off stay off."""
    resource = next(r for r in project.resources if r.id == _resource(project, change.resource))
    made = longer_days(project, resource, minutes=change.minutes, first=change.first, last=change.last)
    if made is None:
        raise DoesNotFit(f"{resource.name or resource.id} has no working day then.", ids=[resource.id])
    if any(c.id == made.calendars[-1].id for c in project.calendars):
        raise DoesNotFit("This overtime is worked already.", ids=[resource.id])
    return made


def _overlap(project: Project, change: Overlap) -> Project:
    before, after = open_task(project, change.before), open_task(project, change.after, begun=False)
    if not 0 < change.share <= 1 or change.kind not in (LinkKind.FS, LinkKind.SS):
        raise DoesNotFit("Overlap a share above 0 and up to 1, by an FS or an SS link.", ids=[before.id])
    here = [
        k for k in project.links
        if (k.before, k.after, k.kind) == (before.id, after.id, LinkKind.FS) and k.lag.unit is not LagUnit.ELAPSED
    ]  # fmt: skip
    if not here:
        raise DoesNotFit(f"{after.id} does not wait for the end of {before.id}.", ids=[before.id, after.id])
    common = round(change.share * rest_of(before))
    links = tuple(_moved(k, before, common, change.kind) if k is here[0] else k for k in project.links)
    again = round(change.rework * min(common, after.duration))
    return resized(replace(project, links=links), after, rest=after.duration + again)


def _moved(link: Link, before: Task, common: int, kind: LinkKind) -> Link:
    """The link with the common time taken off; in percent where it may be, as later levers may resize `before`."""
    own = link.lag.amount
    if link.lag.unit is LagUnit.PERCENT or not own:
        percent = own - round(100 * common / before.duration)
        lag = Lag(percent if kind is LinkKind.FS else 100 + percent, LagUnit.PERCENT)
    else:
        lag = Lag(own - common if kind is LinkKind.FS else before.duration + own - common)
    return replace(link, kind=kind, lag=lag)


def _leave_out(project: Project, change: Drop | Defer) -> Project:
    task = open_task(project, change.task, begun=False)
    into = [k for k in project.links if k.after == task.id]
    out = [k for k in project.links if k.before == task.id]
    bridges = [_bridge(a, b) for a in into for b in out]
    fresh = [k for k in dict.fromkeys(bridges) if k not in project.links]
    links = tuple(k for k in project.links if task.id not in (k.before, k.after))
    tasks = tuple(replace(t, active=False) if t.id == task.id else t for t in project.tasks)
    return replace(project, tasks=tasks, links=(*links, *fresh))


def _bridge(into: Link, out: Link) -> Link:
    """From what a task waited for to what waits for it, as if the task took no time; lags of one unit add up."""
    kind = LinkKind(into.kind.value[0] + out.kind.value[1])
    if into.lag.unit is out.lag.unit and into.lag.unit is not LagUnit.PERCENT:
        return Link(into.before, out.after, kind, replace(into.lag, amount=into.lag.amount + out.lag.amount))
    longer = out.lag if out.lag.unit is not LagUnit.PERCENT and out.lag.amount else into.lag
    return Link(into.before, out.after, kind, longer)


def _split(project: Project, change: SplitTask) -> Project:
    task = open_task(project, change.task, begun=False)
    second_id = f"{task.id}{SECOND}"
    if not 0 < change.share < 1 or any(t.id == second_id for t in project.tasks):
        raise DoesNotFit(f"{task.id} cannot be split like that, or is split already.", ids=[task.id])
    if change.resource is not None:
        _resource(project, change.resource)
    both = task.duration * (1 + change.overhead)
    small = resized(project, task, rest=max(1, round(both * change.share)))
    rest = resized(project, task, rest=max(1, round(both * (1 - change.share))))
    second = next(t for t in rest.tasks if t.id == task.id)
    second = replace(second, id=second_id, name=f"{task.name} (second part)", fixed_cost=0.0, baselines=())
    twins = [replace(k, after=second_id) for k in project.links if k.after == task.id]
    twins += [replace(k, before=second_id) for k in project.links if k.before == task.id]
    place = next(i for i, t in enumerate(small.tasks) if t.id == task.id) + 1
    people = small.assignments
    if change.resource is not None:
        people = (*people, Assignment(second_id, change.resource, units_on(project, task)))
    tasks = (*small.tasks[:place], second, *small.tasks[place:])
    return replace(small, tasks=tasks, links=(*small.links, *twins), assignments=people)


def _swap(project: Project, change: Swap) -> Project:
    _resource(project, change.by)
    open_task(project, change.task, begun=False)
    pairs = {(change.task, change.resource): change.by}
    if change.other_task is not None:
        open_task(project, change.other_task, begun=False)
        pairs[change.other_task, change.by] = change.resource
    held = {(a.task, a.resource) for a in project.assignments}
    if not pairs.keys() <= held or any((task, new) in held for (task, _), new in pairs.items()):
        raise DoesNotFit("Those people do not do these tasks, or do them together.", ids=[change.task])
    made = tuple(
        replace(a, resource=pairs.get((a.task, a.resource), a.resource)) for a in project.assignments
    )
    return replace(project, assignments=made)


def _move_date(project: Project, change: MoveDate) -> Project:
    return replace(project, deadline=change.to)


def _resource(project: Project, resource_id: str) -> str:
    for r in project.resources:
        if r.id == resource_id and r.kind is ResourceKind.WORK:
            return r.id
    raise DoesNotFit(f"No person or machine {resource_id} is in the plan.", ids=[resource_id])


_HOW: dict[type, Callable[[Project, Any], Project]] = {
    AddPerson: _add_person,
    AddCapacity: _add_capacity,
    Overtime: _overtime,
    Overlap: _overlap,
    Drop: _leave_out,
    Defer: _leave_out,
    SplitTask: _split,
    Swap: _swap,
    MoveDate: _move_date,
}
