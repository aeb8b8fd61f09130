"""Tasks made shorter or longer: what is left of them, their estimates and their people's work with them."""

from dataclasses import replace

from northline.engine.model import Assignment, Minutes, Project, ResourceKind, Split, Task, ThreePoint
from northline.engine.recovery.values import DoesNotFit


def is_open(task: Task, parents: set[str | None]) -> bool:
    """Whether a task can still be changed: a leaf with work left that nobody has pinned to its dates."""
    pinned = task.manual and task.manual_start is not None and task.manual_finish is not None
    done = task.actual_finish is not None or task.percent_complete >= 100
    work = task.duration > 0 and not (task.milestone or task.hammock or task.elapsed_duration)
    return work and task.active and not (done or pinned or task.id in parents) and rest_of(task) > 0


def is_begun(task: Task) -> bool:
    """Whether any work is done."""
    return task.actual_start is not None or task.percent_complete > 0


def open_task(project: Project, task_id: str, *, begun: bool = True) -> Task:
    """The task by id; raises DoesNotFit unless it can still be changed (with `begun` false: and is not begun)."""
    task = next((t for t in project.tasks if t.id == task_id), None)
    if task is None:
        raise DoesNotFit(f"No task {task_id} is in the plan.", ids=[task_id])
    if not is_open(task, {t.parent for t in project.tasks}):
        message = f"Task {task.name!r} is done, pinned, left out, or has no work of its own to change."
        raise DoesNotFit(message, ids=[task_id])
    if not begun and is_begun(task):
        raise DoesNotFit(f"Task {task.name!r} has begun.", ids=[task_id])
    return task


def rest_of(task: Task) -> int:
    """Working minutes still to do."""
    if not is_begun(task):
        return int(task.duration)
    if task.remaining_duration is not None:
        return int(min(task.remaining_duration, task.duration))
    return round(task.duration * (100 - task.percent_complete) / 100)


def units_on(project: Project, task: Task) -> float:
    """Full-time equivalents at work on a task; 1 where nobody is named."""
    workers = {r.id for r in project.resources if r.kind is ResourceKind.WORK}
    return sum(a.units for a in project.assignments if a.task == task.id and a.resource in workers) or 1.0


def resized(project: Project, task: Task, *, rest: int) -> Project:
    """The plan with so many minutes of a task left; its estimate and its people's work keep their proportions."""
    done = task.duration - rest_of(task)
    duration = done + rest
    ratio = duration / task.duration
    made = replace(
        task,
        duration=Minutes(duration),
        remaining_duration=None if task.remaining_duration is None else Minutes(rest),
        percent_complete=100 * done / duration if is_begun(task) else task.percent_complete,
        estimate=_scaled(task.estimate, ratio),
        splits=tuple(_split(s, ratio) for s in task.splits if 0 < round(s.after * ratio) < duration),
    )
    tasks = tuple(made if t.id == task.id else t for t in project.tasks)
    people = tuple(_worked(a, ratio) if a.task == task.id else a for a in project.assignments)
    return replace(project, tasks=tasks, assignments=people)


def _scaled(estimate: ThreePoint | None, ratio: float) -> ThreePoint | None:
    if estimate is None:
        return None
    points = (estimate.optimistic, estimate.likely, estimate.pessimistic)
    return ThreePoint(*(Minutes(round(p * ratio)) for p in points))


def _split(split: Split, ratio: float) -> Split:
    return Split(Minutes(round(split.after * ratio)), split.length)


def _worked(assignment: Assignment, ratio: float) -> Assignment:
    if assignment.work_minutes is None:
        return assignment
    work = Minutes(max(round(assignment.work_minutes * ratio), assignment.actual_work or 0))
    return replace(assignment, work_minutes=work, remaining_work=None)
