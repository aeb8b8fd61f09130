"""Write an edit of some tasks into a compiled plan, and say where it must be computed again.

Only other values of tasks that are no summaries can be written in, other links (`relink.py`), and tasks that come or go
(`reseat.py`). All else (breakdown, calendars, activity, resources) compiles the plan anew.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime

import numpy as np

from northline.engine import kernels as k
from northline.engine.calendars import Ints
from northline.engine.laid import Laid
from northline.engine.model import LagUnit, Progress, Project, Task
from northline.engine.relink import LinkEdits, link_edits
from northline.engine.reseat import TaskEdits, stretches_of, task_edits
from northline.engine.rows import TaskRows, row_of

SHAPE = ("id", "parent", "calendar", "active", "hammock")
FACTS = ("manual", "actual_start", "actual_finish")
APART = {"tasks", "links", "assignments", "name", "status_date", "deadline", "weight", "currency"}


@dataclass(frozen=True, slots=True)
class Edited:
    """Tasks that differ, by their new numbers, whether in what is done or pinned, tasks that came or went (None: none
    did), and links that differ."""

    tasks: list[int]
    facts: bool
    seats: TaskEdits | None
    links: LinkEdits


def edited(old: Project, new: Project) -> Edited | None:
    """What differs between two states of a plan, if it can be written in."""
    if any(getattr(old, f.name) != getattr(new, f.name) for f in fields(Project) if f.name not in APART):
        return None
    links = link_edits(old.links, new.links)
    seats = task_edits(old.tasks, new.tasks)
    if links is None or seats is None or not _staffed_alike(old, new, seats):
        return None
    both = [(m, old.tasks[n], new.tasks[m]) for n, m in seats.stay]
    changed = [(m, a, b) for m, a, b in both if a is not b and a != b]
    differ, pairs = [m for m, _, _ in changed], [(a, b) for _, a, b in changed]
    for before, after in pairs:
        if any(getattr(before, name) != getattr(after, name) for name in SHAPE):
            return None
        if new.progress is Progress.PROGRESS_OVERRIDE and before.actual_start != after.actual_start:
            return None
    facts = any(getattr(a, name) != getattr(b, name) for a, b in pairs for name in FACTS)
    moved = seats if seats.gone or seats.come else None
    return Edited(differ, facts, moved, links)


def _staffed_alike(old: Project, new: Project, seats: TaskEdits) -> bool:
    """Do the same people work on all tasks that stay?"""
    if old.assignments == new.assignments:
        return True
    gone = {old.tasks[v].id for v in seats.gone}
    come = {new.tasks[v].id for v in seats.come}
    kept = [a for a in old.assignments if a.task not in gone]
    return kept == [a for a in new.assignments if a.task not in come]


def patch(laid: Laid, project: Project, found: Edited, *, status_date: datetime | None) -> Ints | None:
    """Write the changed tasks into the laid plan and the plan behind it; the nodes concerned, or None if it cannot be.

    Tasks with another number of stretches of work than before cannot, nor can summaries, nor facts that may hand the
    wait of a summary's finish on to other tasks.
    """
    plan = laid.plan
    if (found.facts and plan.edges.held) or any(plan.node_kind[v] != k.LEAF for v in found.tasks):
        return None
    stretches = stretches_of(project, found.tasks, plan)
    if stretches is None:
        return None
    segments, calendar = stretches
    before = [plan.segments.ptr[v + 1] - plan.segments.ptr[v] for v in found.tasks]
    if (np.diff(segments.ptr) != before).any():
        return None
    rank = laid.rank
    touched = set(rank[found.tasks].tolist())
    for number, v in enumerate(found.tasks):
        task = project.tasks[v]
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
