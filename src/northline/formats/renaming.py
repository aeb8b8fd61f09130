"""Other ids for a plan's tasks, resources and calendars: files want numbers, plans hold any text."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from northline.engine.model import Assignment, Project, Resource, Task
from northline.formats import ImportedPlan

LONGEST_NUMBER = 9  # digits: below the limit of 32 bits


@dataclass(slots=True)
class Names:
    """New ids by old ones; what is not named keeps its id."""

    tasks: dict[str, str] = field(default_factory=dict)
    resources: dict[str, str] = field(default_factory=dict)
    calendars: dict[str, str] = field(default_factory=dict)


def numbers_for(ids: list[str]) -> dict[str, str]:
    """For every id that is no plain number, one that no other id has.

    >>> numbers_for(["1", "paint", "7", "007"])
    {'paint': '8', '007': '9'}
    """
    plain = {i for i in ids if _is_plain(i)}
    free = max((int(i) for i in plain), default=0) + 1
    others = [i for i in ids if i not in plain]
    return {old: str(free + n) for n, old in enumerate(others)}


def _is_plain(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER and str(int(text)) == text


def renamed(plan: ImportedPlan, names: Names) -> ImportedPlan:
    """The plan with other ids; names that would make two ids the same are left out."""
    project = plan.project
    tasks = _safe(names.tasks, [t.id for t in project.tasks])
    resources = _safe(names.resources, [r.id for r in project.resources])
    calendars = _safe(names.calendars, [c.id for c in project.calendars])
    if not (tasks or resources or calendars):
        return plan
    return replace(
        plan,
        project=_project(project, Names(tasks, resources, calendars)),
        details={tasks.get(i, i): d for i, d in plan.details.items()},
        resources={resources.get(i, i): d for i, d in plan.resources.items()},
    )


def _safe(names: Mapping[str, str], ids: list[str]) -> dict[str, str]:
    found = {i: names[i] for i in ids if i in names and names[i] != i}
    after = [found.get(i, i) for i in ids]
    return found if len(set(after)) == len(ids) else {}


def _project(project: Project, names: Names) -> Project:
    t, c = names.tasks, names.calendars
    return replace(
        project,
        calendar=c.get(project.calendar, project.calendar),
        calendars=tuple(replace(o, id=c.get(o.id, o.id)) for o in project.calendars),
        tasks=tuple(_task(task, names) for task in project.tasks),
        links=tuple(
            replace(k, before=t.get(k.before, k.before), after=t.get(k.after, k.after)) for k in project.links
        )
        if t
        else project.links,
        resources=tuple(_resource(resource, names) for resource in project.resources),
        assignments=tuple(_assignment(a, names) for a in project.assignments),
        demands=tuple(replace(d, task=t.get(d.task, d.task)) for d in project.demands),
    )


def _task(task: Task, names: Names) -> Task:
    r = names.resources
    if not names.tasks and task.calendar not in names.calendars and not task.modes:
        return task
    return replace(
        task,
        id=names.tasks.get(task.id, task.id),
        parent=None if task.parent is None else names.tasks.get(task.parent, task.parent),
        calendar=None if task.calendar is None else names.calendars.get(task.calendar, task.calendar),
        modes=tuple(
            replace(m, needs=tuple((r.get(i, i), units) for i, units in m.needs)) for m in task.modes
        ),
    )


def _resource(resource: Resource, names: Names) -> Resource:
    calendar = resource.calendar
    return replace(
        resource,
        id=names.resources.get(resource.id, resource.id),
        calendar=None if calendar is None else names.calendars.get(calendar, calendar),
    )


def _assignment(assignment: Assignment, names: Names) -> Assignment:
    task, resource = assignment.task, assignment.resource
    if not names.tasks and not names.resources:
        return assignment
    return replace(
        assignment, task=names.tasks.get(task, task), resource=names.resources.get(resource, resource)
    )
