"""Why is this date here? The chain of reasons behind a date, back to where it begins, as data."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from northline.engine.cpm import schedule
from northline.engine.errors import UnknownId
from northline.engine.explain.early import finish_step, start_step
from northline.engine.explain.late import late_step
from northline.engine.explain.telling import Point, Teller
from northline.engine.explain.values import DateKind, Reason
from northline.engine.feasible.hours import minute_of
from northline.engine.model import NO_CONSTRAINT, ConstraintKind, Project, Task
from northline.engine.result import Schedule


def why(
    plan: Schedule,
    project: Project,
    task_id: str,
    *,
    date: DateKind = DateKind.START,
    status_date: datetime | None = None,
) -> tuple[Reason, ...]:
    """The reasons for a task's date, the date itself first, the root of the chain last; UnknownId if absent.

    Each reason explains the date `at` from the date `since`, which is the next reason's `at`. Give the
    `status_date` that the plan was scheduled with.

    >>> from northline.engine import Link, Minutes, schedule, standard_calendar
    >>> shed = Project(id="p", name="", start=datetime(2026, 3, 6, 8), calendars=(standard_calendar(),),
    ...     tasks=(Task(id="a", name="Base", duration=Minutes(480)), Task(id="b", name="Walls", duration=Minutes(60))),
    ...     links=(Link("a", "b"),))
    >>> for reason in why(schedule(shed), shed, "b"):
    ...     print(reason.kind.value, "|", reason.sentence)
    calendar | Standard has no working time between 6 March 2026 17:00 and 9 March 2026 08:00.
    link | Walls starts when Base finishes, on 6 March 2026 17:00.
    duration | Base takes 1 day of work from 6 March 2026 08:00, so it finishes on 6 March 2026 17:00.
    project_start | The project starts on 6 March 2026 08:00.
    """
    if task_id not in plan.tasks:
        raise UnknownId(f"Task {task_id} is not in the plan.", ids=[task_id])
    if date in (DateKind.EARLY_START, DateKind.EARLY_FINISH):
        project = as_early_as_possible(project, plan)
        plan = schedule(project, status_date=status_date)
        date = DateKind.START if date.begins else DateKind.FINISH
    at = minute_of(getattr(plan[task_id], date.value))
    return tuple(_walk(Teller(project, plan, status_date), Point(task_id, date, at)))


def driving_links(plan: Schedule) -> tuple[int, ...]:
    """Indices into `Project.links` of the links that set some task's start."""
    found = {t.driver.link for t in plan if t.driver.link is not None}
    return tuple(sorted(found))


def as_early_as_possible(project: Project, plan: Schedule) -> Project:
    """The plan whose dates are the early dates of this one."""
    if project.schedule_from_start and all(
        t.constraint.kind is not ConstraintKind.ALAP for t in project.tasks
    ):
        return project
    begin = project.start
    if not project.schedule_from_start:
        begin = min((t.late_start for t in plan if not t.summary), default=project.start)
    tasks = tuple(map(_at_once, project.tasks))
    return replace(project, start=begin, schedule_from_start=True, tasks=tasks)


def _at_once(task: Task) -> Task:
    return replace(task, constraint=NO_CONSTRAINT) if task.constraint.kind is ConstraintKind.ALAP else task


def _walk(tell: Teller, point: Point | None) -> Iterator[Reason]:
    seen: set[Point] = set()
    while point is not None and point not in seen:
        seen.add(point)
        if point.date.late:
            steps, after = late_step(tell, point)
        elif point.date.begins:
            steps, after = start_step(tell, point)
        else:
            steps, after = finish_step(tell, point)
        yield from steps
        point = after
