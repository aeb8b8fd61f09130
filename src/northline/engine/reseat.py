"""Write tasks that come or go into a laid plan, where the plan's order allows it.

The tasks are seated without links: `relink.py` takes the links of those that go out before, and puts the links of those
that come in afterwards. A new task lies right behind all that it waits for, so that its links run forwards. Only leaves
come and go, and no summary begins or ends to be one; all else compiles the plan anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from itertools import pairwise

import numpy as np

from northline.engine import kernels as k
from northline.engine.alike import middles, renumbered
from northline.engine.calendars import Ints
from northline.engine.compiled import CompiledPlan
from northline.engine.edges import Edges, breakdown, targets_of
from northline.engine.laid import Laid, inverse, laid_out
from northline.engine.model import Link, Progress, Project, Task
from northline.engine.network import sorted_rows
from northline.engine.nodes import Nodes, nodes_of
from northline.engine.rows import TaskRows, row_of
from northline.engine.segments import Segments, segments_of

MOST = 64


@dataclass(frozen=True, slots=True)
class TaskEdits:
    """The tasks that went, by their old numbers, those that came, by their new ones, and those that may have changed.

    `stay`: old and new numbers of the latter. `number` (old tasks,): the new number of each old task, NONE for one that
    went.
    """

    gone: list[int]
    come: list[int]
    stay: list[tuple[int, int]]
    number: Ints


@dataclass(frozen=True, slots=True)
class Seated:
    """A laid plan with other tasks, the nodes concerned, and where the old nodes and edges of links lie now, or NONE."""

    laid: Laid
    nodes: Ints
    place: Ints
    row: Ints


def task_edits(old: Sequence[Task], new: Sequence[Task]) -> TaskEdits | None:
    """What tells two lists of tasks apart by their ids; None if that is too much, or tasks changed places.

    >>> a, b, c = Task(id="a"), Task(id="b"), Task(id="c")
    >>> found = task_edits((a, b), (a, c, b))
    >>> found.gone, found.come, found.number.tolist()
    ([], [1], [0, 2])
    """
    parts = middles(old, new)
    before = {old[n].id: n for n in parts[0]}
    after = {new[n].id: n for n in parts[1]}
    gone = [n for i, n in before.items() if i not in after]
    come = [n for i, n in after.items() if i not in before]
    stay = [(n, after[i]) for i, n in before.items() if i in after]
    if len(gone) + len(come) > MOST or any(b <= a for (_, a), (_, b) in pairwise(stay)):
        return None
    number = renumbered(len(old), parts)
    for n, m in stay:
        number[n] = m
    return TaskEdits(gone, come, stay, number)


def reseat(
    laid: Laid, project: Project, edits: TaskEdits, *, links: Sequence[Link], status_date: datetime | None
) -> Seated | None:
    """The laid plan with the tasks of the project; None where its summaries, calendars or order do not allow it.

    `links`: those that are to come, and tell where new tasks may lie.
    """
    plan = laid.plan
    if plan.edges.held or project.progress is Progress.PROGRESS_OVERRIDE:
        return None
    nodes = nodes_of(project)
    gates = np.arange(len(nodes.ids), len(nodes.kind), dtype=np.int64)
    if edits.number[plan.roll_of[plan.size :]].tolist() != nodes.summaries.tolist():
        return None
    number = np.concatenate([edits.number, gates])
    order = _order(laid, links, nodes, edits, number)
    stretches = stretches_of(project, edits.come, plan)
    if order is None or stretches is None:
        return None
    edges, row = _edges(plan, nodes, number)
    segments, calendar = _segments(plan, stretches, edits)
    rows = _rows(plan.rows, project, edits, number, len(nodes.kind), status_date)
    made = laid_out(
        replace(
            plan, ids=nodes.ids, node_kind=nodes.kind, roll_of=nodes.roll_of, parent=nodes.parent, order=order,
            edges=edges, segments=segments, rows=rows, calendar=calendar,
        )
    )  # fmt: skip
    made.__dict__["index"] = nodes.index  # looked up already
    parents = {int(edits.number[plan.parent[v]]) for v in edits.gone if plan.parent[v] != k.NONE}
    parents |= {int(nodes.parent[v]) for v in edits.come} - {k.NONE}
    above = np.array(sorted(parents), np.int64)
    touched = np.concatenate([np.array(edits.come, np.int64), above, nodes.gate_of[above]])
    return Seated(
        laid=made,
        nodes=np.unique(made.rank[touched]),
        place=_through(number[laid.node], made.rank),
        row=_through(row[laid.edge], inverse(made.edge)),
    )


def _through(numbers: Ints, place: Ints) -> Ints:
    """The place of each number, NONE where it is none."""
    found = np.full(len(numbers), k.NONE, np.int64)
    known = numbers != k.NONE
    found[known] = place[numbers[known]]
    return found


def stretches_of(project: Project, numbers: list[int], plan: CompiledPlan) -> tuple[Segments, Ints] | None:
    """Segments and slack calendars of some tasks; None if calendars meet there for the first time."""
    tasks = tuple(replace(project.tasks[v], parent=None) for v in numbers)
    index: dict[str | None, int] = {task.id: n for n, task in enumerate(tasks)}
    part = replace(
        project,
        tasks=tasks,
        links=(),
        assignments=tuple(a for a in project.assignments if a.task in index),
        demands=(),
    )
    leaf = np.ones(len(tasks), np.bool_)
    segments, calendar = segments_of(part, index, plan.book, leaf=leaf, odd=list(range(len(tasks))))
    known = len(plan.tables.offset) - 1
    return None if segments.calendar.max(initial=0) >= known else (segments, calendar)


def _order(laid: Laid, links: Sequence[Link], nodes: Nodes, edits: TaskEdits, number: Ints) -> Ints | None:
    """All nodes in an order that their links and the breakdown allow; None if a new task would have to lie behind the
    summary around it."""
    kept = number[laid.node]
    kept = kept[kept != k.NONE]
    step = np.full(len(nodes.kind), k.NONE, np.int64)
    step[kept] = np.arange(len(kept))
    waits: dict[int, list[int]] = {v: [] for v in edits.come}
    for link in links:
        if nodes.index[link.after] in waits:
            waits[nodes.index[link.after]].append(nodes.index[link.before])
    for v in edits.come:
        above = int(nodes.parent[v])
        ahead = [int(step[w]) for w in waits[v]]
        if above != k.NONE:
            ahead.append(int(step[nodes.gate_of[above]]))
        step[v] = max(ahead, default=k.NONE)
        if above != k.NONE and step[v] >= step[above]:
            return None
    turn = np.zeros(len(step), np.int64)
    turn[edits.come] = np.arange(1, len(edits.come) + 1)
    return np.lexsort((turn, step)).astype(np.int64)


def _edges(plan: CompiledPlan, nodes: Nodes, number: Ints) -> tuple[Edges, Ints]:
    """The edges of all links as they were and of the breakdown as it is, and the new row of each old edge of a link."""
    old = plan.edges
    linked = np.flatnonzero(old.link != k.NONE)
    columns = (number[targets_of(old)], number[old.source], old.kind, old.lag, old.lag_calendar, old.link)
    whole = np.concatenate([np.stack(columns)[:, linked], breakdown(nodes)], axis=1)
    ptr, by_target = sorted_rows(whole[0], len(nodes.kind))
    row = np.full(len(old.link), k.NONE, np.int64)
    row[linked] = inverse(by_target)[: len(linked)]
    return Edges(ptr, *(column[by_target] for column in whole[1:])), row


def _segments(
    plan: CompiledPlan, stretches: tuple[Segments, Ints], edits: TaskEdits
) -> tuple[Segments, Ints]:
    old, (part, own) = plan.segments, stretches
    stay = np.flatnonzero(edits.number != k.NONE)
    count = len(stay) + len(edits.come)
    first, many, calendar = (np.zeros(count, np.int64) for _ in range(3))
    for home, source, numbers, begin in (
        (edits.number[stay], stay, old.ptr, 0),
        (np.array(edits.come, np.int64), np.arange(len(edits.come)), part.ptr, len(old.minutes)),
    ):
        first[home] = numbers[source] + begin
        many[home] = np.diff(numbers)[source]
    calendar[edits.number[stay]] = plan.calendar[stay]
    calendar[edits.come] = own
    ptr = np.concatenate(([0], np.cumsum(many))).astype(np.int64)
    row = np.arange(ptr[-1]) + np.repeat(first - ptr[:-1], many)
    columns = (
        np.concatenate([getattr(old, name), getattr(part, name)])[row]
        for name in ("minutes", "rest", "calendar")
    )
    return Segments(ptr, *columns), calendar


def _rows(
    old: TaskRows, project: Project, edits: TaskEdits, number: Ints, count: int, status_date: datetime | None
) -> TaskRows:
    stay = np.flatnonzero(number != k.NONE)
    made = TaskRows(*(np.zeros(count, np.int64) for _ in fields(TaskRows)))
    for name in TaskRows.__slots__:
        getattr(made, name)[number[stay]] = getattr(old, name)[stay]
    for v in edits.come:
        values = row_of(project.tasks[v], project, status_date)
        for name, value in zip(TaskRows.__slots__, values, strict=True):
            getattr(made, name)[v] = value
    return made
