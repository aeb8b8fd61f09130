"""The plan as a graph: order, circles, reachability.

A summary is two nodes beside its children: a *gate*, through which dates pushed onto the summary reach every
child, and a *roll*, which takes the summary's own dates from the children. So a link to a summary is a link
to its gate and a link from a summary leaves its roll, and the graph stays as large as the plan.
"""

from collections.abc import Sequence

import numpy as np

from northline.engine.calendars import Ints
from northline.engine.errors import Cycle
from northline.engine.fast import kernels
from northline.engine.model import Project


def successor_rows(ptr: Ints, source: Ints) -> tuple[Ints, Ints]:
    """The edges out of each node, from the sources of edges sorted by target: pointers, and the edges' numbers."""
    return sorted_rows(source, len(ptr) - 1)


def sorted_rows(keys: Ints, count: int) -> tuple[Ints, Ints]:
    """Rows sorted by a key of 0 to `count` - 1, equal ones as they came: pointers, and the number of each row."""
    ptr = np.concatenate(([0], np.cumsum(np.bincount(keys, minlength=count)))).astype(np.int64)
    rows = np.empty(len(keys), np.int64)
    kernels(len(keys)).spread(keys, ptr[:-1].copy(), rows)
    return ptr, rows


def order_of(ptr: Ints, source: Ints, names: Sequence[str], name_of: Ints) -> Ints:
    """Order nodes so that each comes after its predecessors; raise Cycle naming the circle by `names[name_of]`."""
    succ_ptr, succ_edge = successor_rows(ptr, source)
    target = np.repeat(np.arange(len(ptr) - 1, dtype=np.int64), np.diff(ptr))
    order = np.empty(len(ptr) - 1, np.int64)
    waiting = np.diff(ptr)
    run = kernels(len(order))
    filled = run.topological(order, waiting, succ_ptr, target[succ_edge])
    if filled < len(order):
        circle = _circle(ptr, source, set(order[:filled].tolist()), [names[v] for v in name_of.tolist()])
        path = " → ".join([*circle, circle[0]])
        raise Cycle(
            f"These tasks wait for each other in a circle: {path}. Remove one of the links.", ids=circle
        )
    return order


def reachable(project: Project, task_id: str, *, backwards: bool = False) -> frozenset[str]:
    """Ids of all tasks that wait for `task_id` through links (or that it waits for), itself left out.

    >>> from datetime import datetime
    >>> from northline.engine.model import Link, Task, standard_calendar
    >>> plan = Project(id="p", name="", start=datetime(2026, 3, 2, 8), calendars=(standard_calendar(),),
    ...     tasks=tuple(Task(id=i) for i in "abc"), links=(Link("a", "b"), Link("b", "c")))
    >>> sorted(reachable(plan, "a")), sorted(reachable(plan, "c", backwards=True))
    (['b', 'c'], ['a', 'b'])
    """
    nearby: dict[str, list[str]] = {}
    for link in project.links:
        source, target = (link.after, link.before) if backwards else (link.before, link.after)
        nearby.setdefault(source, []).append(target)
    children: dict[str, list[str]] = {}
    parents: dict[str, str] = {}
    for task in project.tasks:
        if task.parent is not None:
            children.setdefault(task.parent, []).append(task.id)
            parents[task.id] = task.parent
    return _spread(task_id, nearby, children, parents)


def _spread(
    task_id: str, nearby: dict[str, list[str]], children: dict[str, list[str]], parents: dict[str, str]
) -> frozenset[str]:
    """Follow links from a task or any summary around it, entering whole branches through links to
    summaries."""
    seen: set[str] = set()
    walked: set[str] = set()
    todo = _climbed(task_id, parents, walked)
    while todo:
        for target in nearby.get(todo.pop(), ()):
            branch = [target]
            while branch:
                here = branch.pop()
                seen.add(here)
                branch += [c for c in children.get(here, ()) if c not in seen]
                todo += _climbed(here, parents, walked)
    return frozenset(seen - {task_id})


def _climbed(task_id: str, parents: dict[str, str], walked: set[str]) -> list[str]:
    """The task and the summaries around it that were not walked before, which they are from now on."""
    chain: list[str] = []
    at: str | None = task_id
    while at is not None and at not in walked:
        chain.append(at)
        at = parents.get(at)
    walked.update(chain)
    return chain


def _circle(ptr: Ints, source: Ints, placed: set[int], names: Sequence[str]) -> list[str]:
    """Walk back from any node left over until one comes twice: that stretch is a circle."""
    here = next(v for v in range(len(ptr) - 1) if v not in placed)
    trail: list[int] = []
    position: dict[int, int] = {}
    while here not in position:
        position[here] = len(trail)
        trail.append(here)
        here = next(p for p in source[ptr[here] : ptr[here + 1]].tolist() if p not in placed)
    ids = [names[v] for v in reversed(trail[position[here] :])]
    distinct = [i for k, i in enumerate(ids) if i != ids[k - 1]] or ids[:1]
    first = distinct.index(min(distinct))
    return distinct[first:] + distinct[:first]
