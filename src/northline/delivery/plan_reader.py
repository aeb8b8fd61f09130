"""Read a plan file from standard input and write the plan as JSON: run in a sandbox, without Django.

Answers `{"plan": …, "preview": …}` or `{"refused": {"code", "detail"}}`. Dates are `YYYY-MM-DDTHH:MM`.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from dataclasses import replace
from datetime import datetime
from itertools import chain, repeat
from typing import Any

from northline.delivery.not_taken import not_taken, own_of, titles_of
from northline.delivery.own_words import BOOKING, PROPOSED, checklist_in, state_in
from northline.delivery.rules import MOST_ITEMS
from northline.engine import (
    Assignment,
    Calendar,
    ConstraintKind,
    PlanError,
    Project,
    Resource,
    Task,
    WorkInterval,
    schedule,
    with_remaining_work,
)
from northline.engine.model import Week
from northline.formats import AssignmentDetails, FormatError, ImportedPlan, TaskDetails
from northline.formats.detect import read_plan

MOST_OF_A_NAME = 300
# People who are asked before, or told after, of one item.
MOST_ASKED = 50
_WHERE = re.compile(r"^((?:Task|Resource|Assignment|Calendar)[^:,;]*?)(?::| is | names | comes )")


class TooMuch(FormatError):
    """More than one project may hold."""

    code = "plan.too_large"


def main() -> None:
    try:
        answer = read(sys.stdin.buffer.read(), max_bytes=int(sys.argv[1]))
    except (FormatError, PlanError) as error:
        answer = {"refused": {"code": error.code, "detail": error.message[:1000]}}
    json.dump(answer, sys.stdout, ensure_ascii=True, separators=(",", ":"))


def read(source: bytes, *, max_bytes: int) -> dict[str, Any]:
    """The plan, of any kind of file that we know, and its preview.

    Raises FormatError, and PlanError for a plan that cannot be computed.
    """
    found = read_plan(source, max_bytes=max_bytes)
    # What people have left of begun work is not kept for each of them, so their tasks take it in.
    taken = with_remaining_work(found.project)
    tasks = _without_root(replace(found, project=taken))
    _refuse_too_much(tasks)
    computed = schedule(taken)
    plan = _plan(taken, tasks, found)
    return {
        "plan": plan,
        "preview": _preview(found, plan, finish=_text(computed.finish), start=_text(computed.start)),
    }


def _without_root(found: ImportedPlan) -> list[Task]:
    """Microsoft Project saves the project itself as task 0 above all others; here the project is that."""
    project = found.project
    roots = [task for task in project.tasks if task.parent is None]
    root = roots[0] if len(roots) == 1 else None
    level = found.details.get(root.id, TaskDetails(outline_level=1)).outline_level if root else 1
    busy = {link.before for link in project.links} | {link.after for link in project.links}
    busy |= {assignment.task for assignment in project.assignments}
    if root is None or level != 0 or root.id in busy or len(project.tasks) == 1:
        return list(project.tasks)
    return [task for task in project.tasks if task is not root]


def _refuse_too_much(tasks: list[Task]) -> None:
    if len(tasks) > MOST_ITEMS:
        raise TooMuch(f"The plan holds {len(tasks):,} items; one project may hold {MOST_ITEMS:,}.")


def _plan(project: Project, tasks: list[Task], found: ImportedPlan) -> dict[str, Any]:
    known = {task.id for task in tasks}
    summaries = {task.parent for task in tasks}
    links: dict[tuple[str, str, str], dict[str, Any]] = {}
    for link in project.links:
        lag = {"lag_minutes": link.lag.amount, "lag_unit": str(link.lag.unit)}
        links.setdefault((link.before, link.after, str(link.kind)), lag)
    durations = {task.id: task.duration for task in tasks}
    titles = titles_of(found.fields)
    # Files of other programs say less of the assignments than they have.
    details = chain(found.assignments, repeat(AssignmentDetails()))
    return {
        "name": project.name,
        "start": _text(project.start),
        "laid_from_finish": None if project.schedule_from_start else _text(project.finish),
        "status_date": _text(project.status_date),
        "minutes_per_day": min(max(project.minutes_per_day, 1), 1440),
        "minutes_per_week": min(max(project.minutes_per_week, 1), 10080),
        "honour_constraints": project.honour_constraints,
        "critical_slack_minutes": project.critical_slack_limit,
        "calendar": project.calendar,
        "calendars": [_calendar(calendar) for calendar in project.calendars],
        "resources": [
            {
                "uid": r.id,
                "title": (r.name.strip() or "Unnamed")[:300],
                "type": "person" if str(r.kind) == "work" else str(r.kind),
                "capacity": r.capacity,
                "calendar": r.calendar,
                "email": r.email.strip(),
                "capacity_steps": [
                    {"first": str(step.first), "last": str(step.last), "units": step.units}
                    for step in r.availability
                ],
                "skills": {skill.name: min(max(skill.level, 1), 5) for skill in r.skills},
                "rate": _rate(r),
            }
            for r in project.resources
        ],
        "items": [
            _item(task, found.details.get(task.id, TaskDetails()), task.id in summaries, known)
            | {"own": own_of(found.details.get(task.id, TaskDetails()).custom, titles)}
            for task in tasks
        ],
        "links": [{"before": b, "after": a, "kind": kind, **lag} for (b, a, kind), lag in links.items()],
        "assignments": [
            {
                "item": a.task,
                "resource": a.resource,
                "units": a.units,
                "work_minutes": _own_work(a, durations[a.task]),
                "overtime_minutes": a.overtime,
                "delay_minutes": a.delay,
                "booking": "soft" if PROPOSED in (said.extra.get(BOOKING), _booked(found, a)) else "hard",
            }
            for a, said in zip(project.assignments, details, strict=False)
            if a.task in known
        ],
        "fixed_costs": {task.id: task.fixed_cost for task in tasks if task.fixed_cost > 0},
        "baselines": _baselines(tasks),
    }


def _booked(found: ImportedPlan, assignment: Assignment) -> str | None:
    """How the resource itself is booked: Microsoft Project says it of people, for all that they do."""
    details = found.resources.get(assignment.resource)
    return details.extra.get(BOOKING) if details else None


def _rate(resource: Resource) -> dict[str, float] | None:
    rate = {
        "per_hour": resource.cost_per_hour,
        "overtime_per_hour": resource.overtime_per_hour,
        "per_use": max(0.0, resource.cost_per_use),
    }
    return rate if any(rate.values()) else None


def _baselines(tasks: list[Task]) -> dict[str, dict[str, Any]]:
    """By their numbers, what each says of every task that it has dates for."""
    found: dict[str, dict[str, Any]] = {}
    for task in tasks:
        for one in task.baselines:
            if one.start and one.finish:
                found.setdefault(str(one.number), {})[task.id] = {
                    "start": _text(one.start),
                    "finish": _text(one.finish),
                    "duration_minutes": one.duration,
                    "work_minutes": one.work,
                }
    return found


def _own_work(assignment: Assignment, duration: int) -> int | None:
    """The assignment's work, unless it is just its units over the item's duration: then it follows the duration, so
    that an item that is made longer also takes longer."""
    work = assignment.work_minutes
    flat = work is not None and abs(work - duration * assignment.units) <= 1
    return None if flat else work


def _calendar(calendar: Calendar) -> dict[str, Any]:
    exceptions = [
        {
            "first": str(e.first),
            "last": str(e.last),
            "intervals": _hours(e.intervals),
            "name": e.name,
            "rule": e.rule,
        }
        for e in calendar.exceptions
    ]
    weeks = [
        {"first": str(w.first), "last": str(w.last), "week": _week(w.week), "name": w.name}
        for w in calendar.weeks
    ]
    return {
        "uid": calendar.id,
        "title": (calendar.name.strip() or "Calendar")[:200],
        "week": _week(calendar.week),
        "exceptions": exceptions,
        "weeks": weeks,
    }


def _week(week: Week) -> list[list[list[int]]]:
    return [_hours(day) for day in week]


def _hours(day: tuple[WorkInterval, ...]) -> list[list[int]]:
    return [[interval.start_minute, interval.end_minute] for interval in day]


def _item(task: Task, details: TaskDetails, summary: bool, known: set[str]) -> dict[str, Any]:
    estimate = task.estimate
    return {
        "uid": task.id,
        "parent": task.parent if task.parent in known else None,
        "title": (task.name.strip() or "Untitled")[:300],
        "notes": details.notes[:10_000],
        "owner": (task.owner or "").strip()[:MOST_OF_A_NAME],
        "item_type": details.item_type.strip()[:MOST_OF_A_NAME],
        "consulted": [name.strip()[:MOST_OF_A_NAME] for name in details.consulted[:MOST_ASKED]],
        "informed": [name.strip()[:MOST_OF_A_NAME] for name in details.informed[:MOST_ASKED]],
        "type": "milestone" if task.milestone and not summary else "task",
        # Files say how long a summary's tasks take together, not what it was estimated at itself.
        "duration_minutes": task.duration if task.manual or not summary else 0,
        "elapsed": task.elapsed_duration,
        "percent_complete": task.percent_complete,
        "remaining_minutes": task.remaining_duration,
        "optimistic_minutes": estimate and estimate.optimistic,
        "likely_minutes": estimate and estimate.likely,
        "pessimistic_minutes": estimate and estimate.pessimistic,
        "constraint_kind": str(task.constraint.kind),
        "constraint_at": _text(task.constraint.at),
        "deadline": _text(task.deadline),
        "manual": task.manual,
        "manual_start": _text(task.manual_start),
        "manual_finish": _text(task.manual_finish),
        "calendar": task.calendar,
        "ignores_resource_calendar": task.ignores_resource_calendar,
        "actual_start": _text(task.actual_start),
        "actual_finish": _text(task.actual_finish),
        "resume_at": _text(task.resume),
        "priority": min(max(task.priority, 0), 1000),
        "active": task.active,
        "levelling_delay_minutes": task.levelling_delay,
        "splits": [[split.after, split.length] for split in task.splits],
        "hammock": task.hammock,
        "task_type": str(task.type),
        "effort_driven": task.effort_driven,
        "state": "" if summary else state_in(details.extra),
        "checklist": checklist_in(details.extra),
    }


def _preview(
    found: ImportedPlan, plan: dict[str, Any], *, start: str | None, finish: str | None
) -> dict[str, Any]:
    items = plan["items"]
    parents = {item["parent"] for item in items}
    types = Counter("summaries" if item["uid"] in parents else f"{item['type']}s" for item in items)
    counts = {kind: types[kind] for kind in ("tasks", "summaries", "milestones")}
    counts |= {kind: len(plan[kind]) for kind in ("links", "calendars", "resources", "assignments")}
    counts["constraints"] = sum(item["constraint_kind"] != str(ConstraintKind.ASAP) for item in items)
    counts["deadlines"] = sum(item["deadline"] is not None for item in items)
    warnings = [_warning(sentence) for sentence in (*found.warnings, *not_taken(found))]
    return {"name": plan["name"], "start": start, "finish": finish, "counts": counts, "warnings": warnings}


def _warning(sentence: str) -> dict[str, str]:
    where = _WHERE.match(sentence)
    left_out = "left out" in sentence or "not there" in sentence
    return {
        "what": "left_out" if left_out else "read_differently",
        "where": where[1] if where else "Plan",
        "message": sentence[:1000],
    }


def _text(moment: datetime | None) -> str | None:
    return None if moment is None else moment.strftime("%Y-%m-%dT%H:%M")


if __name__ == "__main__":
    main()
