"""Write an edit of some tasks into a compiled plan, and say where it must be computed again.

Only other values of tasks that are no summaries can be written in, and other links (`relink.py`). All else (breakdown,
calendars, activity, resources) compiles the plan anew.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import datetime

import numpy as np

from northline.engine import kernels as k
from northline.engine.calendars import Ints
from northline.engine.laid import Laid
from northline.engine.model import LagUnit, Progress, Project, Task
from northline.engine.relink import LinkEdits, link_edits
from northline.engine.rows import TaskRows, row_of
from northline.engine.segments import segments_of

SHAPE = ("id", "parent", "calendar", "active", "hammock")
FACTS = ("manual", "actual_start", "actual_finish")
APART = {"tasks", "links", "name", "status_date", "deadline", "weight", "currency"}


@dataclass(frozen=True, slots=True)
class Edited:
    """Tasks that differ, by number, whether in what is done or pinned, and links that differ."""

    tasks: list[int]
    facts: bool
    links: LinkEdits


def edited(old: Project, new: Project) -> Edited | None:
    """What differs between two states of a plan, if it can be written in."""
    same = all(getattr(old, f.name) == getattr(new, f.name) for f in fields(Project) if f.name not in APART)
    links = link_edits(old.links, new.links) if same and len(old.tasks) == len(new.tasks) else None
    if links is None:
        return None
    both = enumerate(zip(old.tasks, new.tasks, strict=True))
    differ = [number for number, (before, after) in both if before is not after and before != after]
    for number in differ:
        before, after = old.tasks[number], new.tasks[number]
        if any(getattr(before, name) != getattr(after, name) for name in SHAPE):
            return None
        if new.progress is Progress.PROGRESS_OVERRIDE and before.actual_start != after.actual_start:
            return None
    pairs = [(old.tasks[v], new.tasks[v]) for v in differ]
    facts = any(getattr(a, name) != getattr(b, name) for a, b in pairs for name in FACTS)
    return Edited(differ, facts, links)


def patch(laid: Laid, project: Project, found: Edited, *, status_date: datetime | None) -> Ints | None:
    """Write the changed tasks into the laid plan and the plan behind it; the nodes concerned, or None if it cannot be.

    Tasks with another number of stretches of work than before cannot, nor can summaries, nor facts that may hand the
    wait of a summary's finish on to other tasks.
    """
    plan = laid.plan
    if (found.facts and plan.edges.held) or any(plan.node_kind[v] != k.LEAF for v in found.tasks):
        return None
    part = _alone(project, found.tasks)
    segments, calendar = segments_of(
        part, {t.id: n for n, t in enumerate(part.tasks)}, plan.book,
        leaf=np.ones(len(part.tasks), np.bool_), odd=list(range(len(part.tasks))),
    )  # fmt: skip
    if (
        np.diff(segments.ptr) != [plan.segments.ptr[v + 1] - plan.segments.ptr[v] for v in found.tasks]
    ).any():
        return None
    if segments.calendar.max(initial=0) >= len(plan.tables.offset) - 1:
        return None  # two calendars together for the first time: not in the tables yet
    rank = laid.rank
    touched = set(rank[found.tasks].tolist())
    for number, v in enumerate(found.tasks):
        task = part.tasks[number]
        low, high = int(segments.ptr[number]), int(segments.ptr[number + 1])
        _write_row(plan.rows, v, task, project, status_date)
        _write_row(laid.rows, int(rank[v]), task, project, status_date)
        for place, home in ((plan.segments, v), (laid.segments, int(rank[v]))):
            first = int(place.ptr[home])
            for name in ("minutes", "rest", "calendar"):
                getattr(place, name)[first : first + high - low] = getattr(segments, name)[low:high]
        plan.calendar[v] = laid.calendar[rank[v]] = calendar[number]
        touched.update(_write_percent_lags(laid, int(rank[v]), project, task))
    return np.array(sorted(touched), np.int64)


def _alone(project: Project, numbers: list[int]) -> Project:
    """The changed tasks by themselves, with who works on them."""
    tasks = tuple(replace(project.tasks[v], parent=None) for v in numbers)
    ids = {t.id for t in tasks}
    assignments = tuple(a for a in project.assignments if a.task in ids)
    return replace(project, tasks=tasks, links=(), assignments=assignments, demands=())


def _write_row(
    rows: TaskRows, place: int, task: Task, project: Project, status_date: datetime | None
) -> None:
    for name, value in zip(TaskRows.__slots__, row_of(task, project, status_date), strict=True):
        getattr(rows, name)[place] = value


def _write_percent_lags(laid: Laid, node: int, project: Project, task: Task) -> list[int]:
    """A lag in percent of this task's duration changes with it; returns the nodes at the far end."""
    reached = []
    for edge in laid.succ_edge[laid.succ_ptr[node] : laid.succ_ptr[node + 1]].tolist():
        number = int(laid.edges.link[edge])
        if number == k.NONE or project.links[number].lag.unit is not LagUnit.PERCENT:
            continue
        minutes = round(task.duration * project.links[number].lag.amount / 100)
        if laid.edges.lag[edge] != minutes:
            laid.edges.lag[edge] = laid.plan.edges.lag[laid.edge[edge]] = minutes
            reached.append(int(laid.target[edge]))
    return reached
