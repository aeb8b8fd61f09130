"""How deep every task of a breakdown stands."""

from __future__ import annotations

from collections.abc import Iterable

from northline.engine.model import Task


def levels_of(tasks: Iterable[Task]) -> dict[str, int]:
    """The level of every task by its id, 1 at the top; in whatever order they are told.

    >>> levels_of([Task(id="leg", parent="chair"), Task(id="chair")])
    {'chair': 1, 'leg': 2}
    """
    parents = {task.id: task.parent for task in tasks}
    levels: dict[str, int] = {}
    for task_id in parents:
        climbed: list[str] = []
        at: str | None = task_id
        while at is not None and at not in levels:
            climbed.append(at)
            at = parents[at]
        level = 0 if at is None else levels[at]
        levels |= {one: level + up for up, one in enumerate(reversed(climbed), 1)}
    return levels
