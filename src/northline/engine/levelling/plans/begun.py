"""Staff for begun work and for work put by hand, whose dates are settled: whoever can and costs least."""

from __future__ import annotations

from dataclasses import replace

from northline.engine.levelling.plans.ways import Ways
from northline.engine.model import Assignment, Project, Task


def begun_staffed(project: Project) -> tuple[Project, list[str]]:
    """The plan with somebody for each demand of such work, and what is to be told of it; raises CapacityExceeded."""
    asked = {d.task for d in project.demands}
    parents = {t.parent for t in project.tasks}
    open_ = [
        (number, t)
        for number, t in enumerate(project.tasks)
        if t.id in asked and t.id not in parents and t.active and _is_settled(t)
    ]
    if not open_:
        return project, []
    known, added, told = Ways(project), list[Assignment](), []
    for number, task in open_:
        given = known.given(task).assignments
        # Begun work goes on in the way in which it was begun.
        way = known.of(replace(task, modes=()), number)[0]
        fresh = way.assignments[len(given) :]
        added += fresh
        names = " and ".join(a.resource for a in fresh)
        told.append(f"{task.id} stays where it is and asked for somebody: it now has {names}.")
    return replace(project, assignments=(*project.assignments, *added)), told


def _is_settled(task: Task) -> bool:
    return task.actual_finish is None and (task.actual_start is not None or task.manual)
