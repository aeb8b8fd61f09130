"""Why is this date here? The chain of reasons behind a start, back to where it begins, as data."""

from dataclasses import dataclass
from datetime import datetime

from northline.engine.errors import UnknownId
from northline.engine.model import Lag, LinkKind, Project, Task
from northline.engine.result import DriverKind, Schedule


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of the chain: `task` starts on `start` because of `kind`.

    For a link, `before` is the predecessor, `through` the task or summary that the link enters, `link` its
    kind and `lag` its lag. For a constraint, an actual or a manual date, `at` is that date.
    """

    task: str
    start: datetime
    finish: datetime
    kind: DriverKind
    before: str | None = None
    through: str | None = None
    link: LinkKind | None = None
    lag: Lag | None = None
    at: datetime | None = None


def why(plan: Schedule, project: Project, task_id: str) -> tuple[Reason, ...]:
    """The reasons for a task's start, the task itself first, the root of the chain last; UnknownId if absent.

    >>> from northline.engine import Link, Minutes, schedule, standard_calendar
    >>> shed = Project(id="p", name="", start=datetime(2026, 3, 2, 8), calendars=(standard_calendar(),),
    ...     tasks=(Task(id="a", duration=Minutes(60)), Task(id="b")), links=(Link("a", "b"),))
    >>> [(r.task, r.kind.value, r.before) for r in why(schedule(shed), shed, "b")]
    [('b', 'link', 'a'), ('a', 'project_start', None)]
    """
    tasks = {t.id: t for t in project.tasks}
    if task_id not in tasks:
        raise UnknownId(f"Task {task_id} is not in the plan.", ids=[task_id])
    children: dict[str, list[str]] = {}
    for task in project.tasks:
        if task.parent is not None:
            children.setdefault(task.parent, []).append(task.id)
    reasons: list[Reason] = []
    seen: set[str] = set()
    here: str | None = task_id
    while here is not None and here not in seen:
        seen.add(here)
        reason = _reason(plan, project, tasks[here])
        reasons.append(reason)
        here = _next(reason, plan, children)
    return tuple(reasons)


def driving_links(plan: Schedule) -> tuple[int, ...]:
    """Indices into `Project.links` of the links that set some task's start."""
    found = {t.driver.link for t in plan if t.driver.link is not None}
    return tuple(sorted(found))


def _reason(plan: Schedule, project: Project, task: Task) -> Reason:
    dates = plan[task.id]
    kind = dates.driver.kind
    if kind is DriverKind.LINK and dates.driver.link is not None:
        link = project.links[dates.driver.link]
        return Reason(task.id, dates.start, dates.finish, kind, link.before, link.after, link.kind, link.lag)
    at = {
        DriverKind.CONSTRAINT: task.constraint.at,
        DriverKind.ACTUAL: task.actual_start,
        DriverKind.MANUAL: task.manual_start or task.manual_finish,
        DriverKind.PROJECT_START: project.start,
    }.get(kind)
    return Reason(task.id, dates.start, dates.finish, kind, at=at)


def _next(reason: Reason, plan: Schedule, children: dict[str, list[str]]) -> str | None:
    """Go on with the predecessor, or with the child that gives a summary the date in question."""
    if reason.kind is DriverKind.CHILDREN and children.get(reason.task):
        return min(children[reason.task], key=lambda c: plan[c].start)
    if reason.before is None or reason.before not in children:
        return reason.before
    own = children[reason.before]
    if reason.link in (LinkKind.SS, LinkKind.SF):
        return min(own, key=lambda c: plan[c].start)
    return max(own, key=lambda c: plan[c].finish)
