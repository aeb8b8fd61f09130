"""A PSPLIB problem as a plan: one time unit is one working hour without nights or weekends.

Source and sink (jobs without duration) become milestones, renewable resources people with that capacity, nonrenewable
ones materials with that stock; a job's first mode is its duration and assignments, all of them are its `modes`.
"""

from datetime import datetime
from pathlib import Path

from northline.engine.levelling.rcpsp.model import Activity, Problem
from northline.engine.model import (
    Assignment,
    Calendar,
    Link,
    Minutes,
    Mode,
    Project,
    Resource,
    ResourceKind,
    Task,
    WorkInterval,
)
from northline.formats import ImportedPlan
from northline.formats.psplib import parse
from northline.formats.sources import MEBIBYTE, content_of

UNIT = 60
START = datetime(2026, 1, 5)


def read(source: bytes | Path, *, max_bytes: int = 16 * MEBIBYTE) -> ImportedPlan:
    """The plan in a PSPLIB file. Raises FormatError, PlanError."""
    name = source.stem if isinstance(source, Path) else "PSPLIB"
    problem = parse(content_of(source, max_bytes=max_bytes).decode("latin-1"))
    always = Calendar("always", "Without a break", ((WorkInterval(0, 1440),),) * 7)
    project = Project(
        id=name,
        name=name,
        start=START,
        calendar=always.id,
        calendars=(always,),
        tasks=tuple(_task(activity, problem) for activity in problem.activities),
        links=tuple(Link(a.id, after) for a in problem.activities for after in a.successors),
        resources=_resources(problem),
        assignments=tuple(
            Assignment(activity.id, resource, units)
            for activity in problem.activities
            for resource, units in _needs(activity, 0)
        ),
        minutes_per_day=1440,
        minutes_per_week=7 * 1440,
    )
    return ImportedPlan(project=project, details={})


def _task(activity: Activity, problem: Problem) -> Task:
    modes = tuple(
        Mode(str(n + 1), Minutes(UNIT * mode.duration), _needs(activity, n))
        for n, mode in enumerate(activity.modes)
    )
    return Task(
        id=activity.id,
        name=f"Job {activity.id}",
        duration=modes[0].duration,
        milestone=modes[0].duration == 0,
        modes=modes if len(modes) > 1 else (),
    )


def _resources(problem: Problem) -> tuple[Resource, ...]:
    people = [Resource(f"R{n + 1}", f"R{n + 1}", capacity=c) for n, c in enumerate(problem.capacities)]
    stocks = [
        Resource(f"N{n + 1}", f"N{n + 1}", kind=ResourceKind.MATERIAL, stock=s)
        for n, s in enumerate(problem.stocks)
    ]
    return (*people, *stocks)


def _needs(activity: Activity, mode: int) -> tuple[tuple[str, float], ...]:
    chosen = activity.modes[mode]
    needs = [(f"R{n + 1}", float(units)) for n, units in enumerate(chosen.needs) if units]
    uses = [(f"N{n + 1}", float(units)) for n, units in enumerate(chosen.uses) if units]
    return (*needs, *uses)
