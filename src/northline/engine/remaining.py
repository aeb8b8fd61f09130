"""What people say is left of begun work, taken into its task as Microsoft Project does, by the type of the task.

| task type | remaining work changed |
| --- | --- |
| fixed units, fixed work | remaining duration = remaining work ÷ units, of whoever takes longest |
| fixed duration | units = remaining work ÷ remaining duration |
"""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter

from northline.engine.model import Assignment, Minutes, Project, ResourceKind, Task, TaskType
from northline.engine.segments import length_of, rest_of

# Of a file's figures some are rounded: a difference of so little says nothing new.
NO_NEWS = 0.01


def with_remaining_work(project: Project) -> Project:
    """The plan in which the remaining work of begun tasks has become their remaining duration, or units.

    Remaining work that says no more than the remaining duration does changes nothing. In the answer no begun task's
    assignments say what is left beside the task, so that a task that is changed further is not overruled by them.

    >>> from datetime import datetime
    >>> from northline.engine.model import Resource, standard_calendar
    >>> dig = Task(id="dig", duration=Minutes(480), actual_start=datetime(2026, 3, 2, 8), percent_complete=50)
    >>> shed = Project(id="p", name="", start=datetime(2026, 3, 2, 8), calendars=(standard_calendar(),), tasks=(dig,),
    ...     resources=(Resource(id="ann"),), assignments=(Assignment("dig", "ann", 0.5, remaining_work=Minutes(480)),))
    >>> taken = with_remaining_work(shed).tasks[0]
    >>> taken.duration, taken.remaining_duration
    (1200, 960)
    """
    told = _told(project)
    if not told:
        return project
    tasks = {t.id: t for t in project.tasks if t.id in told}
    people: dict[str, list[Assignment]] = {}
    work = {r.id for r in project.resources if r.kind is ResourceKind.WORK}
    for one in project.assignments:
        if one.task in tasks and one.resource in work:
            people.setdefault(one.task, []).append(one)
    made: dict[Assignment, Assignment] = {}
    for task_id, assigned in people.items():
        tasks[task_id], settled = _settled(tasks[task_id], assigned)
        made.update(zip(assigned, settled, strict=True))
    return replace(
        project,
        tasks=tuple(tasks.get(t.id, t) for t in project.tasks),
        assignments=tuple(made.get(a, a) for a in project.assignments),
    )


def _told(project: Project) -> set[str]:
    """Begun tasks that take time, of which somebody says what is left."""
    said = {a.task for a in project.assignments if a.remaining_work is not None}
    if not said:
        return said
    said &= {t.id for t in project.tasks if _open(t)}
    return said - set(map(attrgetter("parent"), project.tasks))


def _open(task: Task) -> bool:
    begun = task.actual_start is not None and task.actual_finish is None
    return begun and task.duration > 0 and not (task.manual or task.hammock or task.elapsed_duration)


def _settled(task: Task, people: list[Assignment]) -> tuple[Task, list[Assignment]]:
    rest = rest_of(task.duration, task)
    said = {
        a: _left(a) for a in people if a.remaining_work is not None and a.units and _is_news(a, task, rest)
    }
    quiet = [replace(a, remaining_work=None) for a in people]
    if not said or (task.type is TaskType.FIXED_DURATION and not rest):
        return task, quiet
    if task.type is TaskType.FIXED_DURATION:
        return task, [
            replace(b, units=said[a] / rest, work_minutes=None) if a in said else b
            for a, b in zip(people, quiet, strict=True)
        ]
    rests = {a: round(said[a] / a.units) if a in said else rest_of(length_of(a, task), task) for a in people}
    longest = max(rests.values())
    whole = Minutes(task.duration - rest + longest)
    share = whole / longest if longest else 0.0
    longer = replace(task, duration=whole, remaining_duration=Minutes(longest))
    return longer, [
        b if b.work_minutes is None and a not in said
        # What is left of everybody is the same share of the whole as of the task.
        else replace(b, work_minutes=Minutes(round(a.units * (rests[a] * share or whole))))
        for a, b in zip(people, quiet, strict=True)
    ]  # fmt: skip


def _is_news(assignment: Assignment, task: Task, rest: int) -> bool:
    work = _regular(assignment, task)
    expected = work * rest / task.duration
    return abs(_left(assignment) - expected) > max(assignment.units, NO_NEWS * work)


def _regular(assignment: Assignment, task: Task) -> float:
    known = assignment.work_minutes
    return task.duration * assignment.units if known is None else known


def _left(assignment: Assignment) -> float:
    """Regular work that is left: of overtime as large a share is left as of the rest."""
    left, work = float(assignment.remaining_work or 0), assignment.work_minutes
    if not assignment.overtime or not work:
        return left
    return left * work / (work + assignment.overtime)
