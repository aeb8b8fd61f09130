"""Does a levelled plan keep to its resources, and did levelling change only what it may?"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from northline.engine.feasible.capacity import immovable, overloads
from northline.engine.feasible.found import Violation
from northline.engine.feasible.hours import minute_of, moment_of
from northline.engine.feasible.reading import Reading, from_start, shares, to_finish
from northline.engine.feasible.skills import unmet
from northline.engine.model import Assignment, Link, Project, Task
from northline.engine.result import Schedule


def resource_violations(
    project: Project,
    plan: Schedule,
    *,
    original: Project | None = None,
    status_date: datetime | None = None,
) -> list[Violation]:
    """All rules about resources that a plan and its schedule break; `violations` judges the dates.

    `project` is the plan as levelling left it: with its delays, splits, chosen people and modes. With the
    `original`, what levelling may not touch is checked too. Overloads before `status_date` are facts and
    left out. Codes: capacity, capacity_fixed (only work that may not be moved takes part), stock, skill,
    longest_lag, moved, split, mode, assignment, changed.

    >>> from northline.engine import Minutes, Resource, schedule, standard_calendar
    >>> shed = Project(id="p", name="", start=datetime(2026, 3, 2, 8), calendars=(standard_calendar(),),
    ...     tasks=(Task(id="a", duration=Minutes(60)), Task(id="b", duration=Minutes(90))),
    ...     resources=(Resource(id="ann"),), assignments=(Assignment("a", "ann"), Assignment("b", "ann")))
    >>> [(v.code, v.resource, v.at) for v in resource_violations(shed, schedule(shed))]
    [('capacity', 'ann', datetime.datetime(2026, 3, 2, 8, 0))]
    """
    reading = Reading(project, plan)
    project = reading.project
    original = original and Reading(original, plan).project
    found = [*overloads(reading, status_date), *_stocks(project), *_longest_lags(reading)]
    found += unmet(project, original)
    return found if original is None else found + list(_forbidden(original, project))


def _stocks(project: Project) -> Iterator[Violation]:
    """Consumable resources of which the tasks together use up more than there is."""
    asleep = {t.id for t in project.tasks if not t.active}
    for resource in project.resources:
        if resource.stock is not None:
            users = [a for a in project.assignments if a.resource == resource.id and a.task not in asleep]
            used = sum(a.units for a in users)
            if used > resource.stock + 1e-6:
                message = (
                    f"{used:g} of {resource.name or resource.id} are used up; there are {resource.stock:g}."
                )
                yield Violation("stock", users[0].task, message, resource.id)


def _longest_lags(reading: Reading) -> Iterator[Violation]:
    for link in reading.project.links:
        before, after = reading.tasks[link.before], reading.tasks[link.after]
        if link.longest is None or after.actual_start is not None or not (before.active and after.active):
            continue
        computed, latest = _latest(reading, link)
        hours = {r.hours for r in reading.runs(after)} | {reading.hours(after.calendar)}
        if computed > latest and any(h.worked(latest, computed) > 0 for h in hours):
            message = f"{after.id} may follow {before.id} by {moment_of(latest)} at the latest."
            yield Violation("longest_lag", after.id, message)


def _latest(reading: Reading, link: Link) -> tuple[int, int]:
    """The successor's computed date, and the latest that the link's maximum lag allows."""
    assert link.longest is not None
    before, after = reading.plan[link.before], reading.plan[link.after]
    origin = before.start if from_start(link) else before.finish
    computed = after.finish if to_finish(link) else after.start
    return minute_of(computed), reading.lagged(link, link.longest, minute_of(origin))


def _forbidden(original: Project, project: Project) -> Iterator[Violation]:
    """What levelling changed and may not."""
    now = {t.id: t for t in project.tasks}
    if list(now) != [t.id for t in original.tasks] or original.links != project.links:
        yield Violation("changed", "", "Levelling may neither add nor remove tasks and links.")
        return
    # Work that stays where it stands takes a delay where what is ahead of it is done another way or
    # at another time.
    held = bool(original.demands) or any(t.modes or t.levelling_delay for t in original.tasks)
    theirs, ours = _by_task(original), _by_task(project)
    for task in original.tasks:
        levelled = now[task.id]
        yield from _moved(task, levelled, held=held)
        yield from _staffed(task, levelled, theirs.get(task.id, []), ours.get(task.id, []), original)


def _moved(task: Task, levelled: Task, *, held: bool) -> Iterator[Violation]:
    begun = task.manual or task.actual_start is not None
    there = replace(levelled, levelling_delay=task.levelling_delay) if held and not begun else levelled
    if (immovable(task) and _when(there) != _when(task)) or not _keeps_what_is_done(task, levelled):
        yield Violation("moved", task.id, f"{task.id} may not be moved by levelling.")
    if levelled.splits != task.splits and not task.splittable:
        yield Violation("split", task.id, f"{task.id} may not be split.")
    duration = task.duration if task.modes else levelled.duration
    back = replace(levelled, **_when(task), duration=duration)
    if back != task:
        yield Violation("changed", task.id, f"Levelling changed more of {task.id} than it may.")


def _when(task: Task) -> dict[str, Any]:
    """What levelling sets."""
    return {"levelling_delay": task.levelling_delay, "splits": task.splits, "resume": task.resume}


def _keeps_what_is_done(task: Task, levelled: Task) -> bool:
    """Of begun work only what is left may be put off; work that has not begun is not resumed."""
    if task.actual_start is None:
        return levelled.resume == task.resume
    past, _ = shares(task, task.duration)
    ours, theirs = ([s for s in t.splits if s.after < past] for t in (levelled, task))
    later = levelled.resume == task.resume or (
        levelled.resume is not None and levelled.resume >= (task.resume or task.actual_start)
    )
    return later and ours == theirs and levelled.levelling_delay == task.levelling_delay


def _staffed(
    task: Task, levelled: Task, before: list[Assignment], after: list[Assignment], original: Project
) -> Iterator[Violation]:
    """The task's own assignments stay, or are those of one of its modes; new ones fill its demands."""
    kept = levelled.duration == task.duration and all(a in after for a in before)
    needs = {a.resource: a.units for a in after}
    for mode in task.modes:
        there = all(needs.get(r, 0.0) >= units for r, units in mode.needs)
        kept = kept or (mode.duration == levelled.duration and there)
    if not kept:
        code = "mode" if task.modes else "assignment"
        yield Violation(code, task.id, f"{task.id} is not staffed as the plan says.")
    demanded = any(d.task == task.id for d in original.demands)
    if not demanded and not task.modes and len(after) > len(before):
        yield Violation("assignment", task.id, f"{task.id} got people that nobody asked for.")


def _by_task(project: Project) -> dict[str, list[Assignment]]:
    found: dict[str, list[Assignment]] = {}
    for assignment in project.assignments:
        found.setdefault(assignment.task, []).append(assignment)
    return found
