"""What the tasks themselves say, as one row per node: constraints, facts, progress.

Most tasks of most plans say nothing of the kind, so the rows begin plain and only the others are looked at.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter

import numpy as np

from northline.engine import kernels as k
from northline.engine.calendars import Ints, to_minute
from northline.engine.model import NO_CONSTRAINT, Constraint, ConstraintKind, Progress, Project, Task

CONSTRAINTS = {kind: number for number, kind in enumerate(ConstraintKind)}
SAID = {
    "constraint": NO_CONSTRAINT, "deadline": None, "manual": False, "actual_start": None, "actual_finish": None,
    "levelling_delay": 0, "active": True, "hammock": False, "elapsed_duration": False, "splits": (),
    "percent_complete": 0.0, "remaining_duration": None,
}  # fmt: skip
NOTHING_SAID = tuple(SAID.values())


@dataclass(frozen=True, slots=True)
class TaskRows:
    """One row per node: constraint and its date, deadline, what is fixed and by what, progress, activity."""

    constraint: Ints
    at: Ints
    deadline: Ints
    fixed_start: Ints
    fixed_finish: Ints
    fixed_by: Ints
    resume: Ints
    delay: Ints
    done: Ints
    active: Ints


def talkative(tasks: Sequence[Task]) -> list[int]:
    """The tasks that say more than how long they last."""
    said = map(attrgetter(*SAID), tasks)
    return [number for number, row in enumerate(said) if row != NOTHING_SAID]


def rows_of(
    project: Project, odd: list[int], *, node_kind: Ints, summaries: Ints, status_date: datetime | None
) -> TaskRows:
    """Rows of all nodes; the `odd` tasks are those that say something."""
    count = len(project.tasks)
    rows = TaskRows(*(np.full(len(node_kind), k.NONE, np.int64) for _ in range(10)))
    for column, plain in ((rows.constraint, k.ASAP), (rows.fixed_by, k.BY_MANUAL), (rows.active, 1)):
        column[:] = plain
    rows.delay[:] = 0
    rows.done[:] = 0
    if odd:
        made = np.array([row_of(project.tasks[v], project, status_date) for v in odd], np.int64)
        for name, values in zip(TaskRows.__slots__, made.T, strict=True):
            getattr(rows, name)[odd] = values
    for name in TaskRows.__slots__:
        column = getattr(rows, name)
        column[count:] = column[summaries]
    _part_summaries(rows, node_kind)
    return rows


def row_of(task: Task, project: Project, status_date: datetime | None) -> tuple[int, ...]:
    """One task's values in the order of the fields of TaskRows."""
    wish = _constraint(task)
    return (
        k.HAMMOCK if task.hammock else CONSTRAINTS[wish.kind],
        minute_or_none(wish.at),
        minute_or_none(task.deadline),
        _fixed_start(task, project),
        _fixed_finish(task),
        _fixed_by(task, project),
        _resume(task, status_date),
        0 if task.actual_start else task.levelling_delay,
        2 if task.actual_finish else 1 if task.actual_start else 0,
        int(task.active),
    )


def _part_summaries(rows: TaskRows, node_kind: Ints) -> None:
    """Give a summary's pushing constraint to its gate, its bounding ones to its roll, and its facts to
    neither."""
    gate, roll = node_kind == k.GATE, node_kind == k.ROLL
    rows.constraint[gate & (rows.constraint != k.SNET)] = k.ASAP
    rows.constraint[roll & (rows.constraint != k.FNLT)] = k.ASAP
    rows.deadline[gate] = k.NONE
    rows.done[gate | roll] = 0
    rows.resume[gate | roll] = k.NONE
    rows.delay[gate | roll] = 0
    pinned = gate | (roll & (rows.fixed_by != k.BY_MANUAL))
    rows.fixed_start[pinned] = k.NONE
    rows.fixed_finish[pinned] = k.NONE


def _constraint(task: Task) -> Constraint:
    if task.manual and task.manual_start is None and task.manual_finish is not None:
        return Constraint(ConstraintKind.MFO, task.manual_finish)
    return NO_CONSTRAINT if task.manual or task.hammock else task.constraint


def _fixed_start(task: Task, project: Project) -> int:
    if task.actual_start is not None:
        return to_minute(task.actual_start)
    if task.manual and task.manual_start is None and task.manual_finish is None:
        return to_minute(project.start)
    return minute_or_none(task.manual_start) if task.manual else k.NONE


def _fixed_finish(task: Task) -> int:
    if task.actual_finish is not None:
        return to_minute(task.actual_finish)
    return minute_or_none(task.manual_finish) if task.manual and task.manual_start is not None else k.NONE


def _fixed_by(task: Task, project: Project) -> int:
    if task.actual_start is None:
        return k.BY_MANUAL
    held = task.actual_finish is None and project.progress is Progress.RETAINED_LOGIC
    return k.BY_ACTUAL_HELD if held else k.BY_ACTUAL


def _resume(task: Task, status_date: datetime | None) -> int:
    if task.actual_start is None or task.actual_finish is not None:
        return k.NONE
    return max(minute_or_none(task.resume), minute_or_none(status_date))


def minute_or_none(moment: datetime | None) -> int:
    """A date in minutes, NONE if there is none."""
    return k.NONE if moment is None else to_minute(moment)
