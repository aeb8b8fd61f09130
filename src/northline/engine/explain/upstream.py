"""The part of a plan on which a task's dates depend: what it waits for, whole branches included."""

from dataclasses import replace

from northline.engine.model import Project


def upstream(project: Project, task_id: str) -> frozenset[str]:
    """Ids of a task, all that it waits for through links, and the summaries around them.

    >>> from datetime import datetime
    >>> from northline.engine import Link, Task, standard_calendar
    >>> plan = Project(id="p", name="", start=datetime(2026, 3, 2, 8), calendars=(standard_calendar(),),
    ...     tasks=tuple(Task(id=i) for i in "abc"), links=(Link("a", "b"), Link("b", "c")))
    >>> sorted(upstream(plan, "b"))
    ['a', 'b']
    """
    parents = {t.id: t.parent for t in project.tasks}
    children: dict[str, list[str]] = {}
    waits: dict[str, list[str]] = {}
    for task in project.tasks:
        if task.parent is not None:
            children.setdefault(task.parent, []).append(task.id)
    for link in project.links:
        waits.setdefault(link.after, []).append(link.before)
    whole: set[str] = set()
    around: set[str] = set()
    todo = [task_id]
    while todo:
        here = todo.pop()
        if here in whole:
            continue
        whole.add(here)
        todo += [*children.get(here, ()), *waits.get(here, ())]
        above = parents[here]
        while above is not None and above not in around:
            around.add(above)
            todo += waits.get(above, ())
            above = parents[above]
    return frozenset(whole | around)


def only(project: Project, keep: frozenset[str]) -> Project:
    """The plan with no tasks but these, and what belongs to them."""
    return replace(
        project,
        tasks=tuple(t for t in project.tasks if t.id in keep),
        links=tuple(k for k in project.links if k.before in keep and k.after in keep),
        assignments=tuple(a for a in project.assignments if a.task in keep),
        demands=tuple(d for d in project.demands if d.task in keep),
    )
