"""The part of a plan that one task waits for."""

from collections import defaultdict
from dataclasses import replace

from northline.engine.errors import UnknownId
from northline.engine.model import Project


def towards(project: Project, task_id: str) -> Project:
    """The plan without all that a task does not wait for: its finish is then that task's, its deadline too.

    What must merely begin before the task is reckoned with to its end. Raises UnknownId.

    >>> from datetime import datetime
    >>> from northline.engine.model import Link, Minutes, Task, standard_calendar
    >>> shed = Project(id="p", name="", start=datetime(2026, 3, 2, 8), calendars=(standard_calendar(),),
    ...     tasks=tuple(Task(id=one, duration=Minutes(480)) for one in "abc"), links=(Link("a", "b"),))
    >>> [task.id for task in towards(shed, "b").tasks]
    ['a', 'b']
    """
    tasks = {task.id: task for task in project.tasks}
    if task_id not in tasks:
        raise UnknownId(f"No task {task_id} is in the plan.", ids=[task_id])
    wanted = _waited_for(project, task_id)
    kept, parents = set(wanted), {task.id: task.parent for task in project.tasks}
    for one in wanted:
        above = parents[one]
        while above is not None and above not in kept:
            kept.add(above)
            above = parents[above]
    return replace(
        project,
        tasks=tuple(task for task in project.tasks if task.id in kept),
        links=tuple(link for link in project.links if link.before in kept and link.after in kept),
        assignments=tuple(one for one in project.assignments if one.task in kept),
        deadline=tasks[task_id].deadline,
    )


def _waited_for(project: Project, task_id: str) -> set[str]:
    """The task, all below it, and all that any of them or what stands above them waits for."""
    below, before = defaultdict(list), defaultdict(list)
    for task in project.tasks:
        if task.parent is not None:
            below[task.parent].append(task.id)
    for link in project.links:
        before[link.after].append(link.before)
    parents = {task.id: task.parent for task in project.tasks}
    found: set[str] = set()
    climbed: set[str] = set()
    waiting = [task_id]
    while waiting:
        one = waiting.pop()
        if one in found:
            continue
        found.add(one)
        waiting += below[one]
        above: str | None = one
        while above is not None and above not in climbed:
            climbed.add(above)
            waiting += before[above]
            above = parents[above]
    return found
