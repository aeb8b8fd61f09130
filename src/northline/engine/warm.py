"""Compile and cache every kernel, so that no user waits for a compiler: `python -m northline.engine.warm`."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import datetime


def warm() -> None:
    """Run a plan of two tasks through the compiled kernels."""
    os.environ["NORTHLINE_JIT"] = "on"
    from northline.engine import Link, LinkKind, Minutes, Project, Scheduler, Task, standard_calendar
    from northline.engine.forecast import warm as warm_forecast
    from northline.engine.levelling.plans import level
    from northline.engine.levelling.rcpsp import warm as warm_rcpsp

    calendar = standard_calendar()
    project = Project(
        id="warm",
        name="warm",
        start=datetime(2026, 1, 5, 8),
        calendar=calendar.id,
        calendars=(calendar,),
        tasks=(Task(id="a", name="a", duration=Minutes(480)), Task(id="b", name="b", duration=Minutes(480))),
        links=(Link(before="a", after="b", kind=LinkKind.FS),),
    )
    held = Scheduler(project)
    held.reschedule(
        replace(project, tasks=(*project.tasks[:1], replace(project.tasks[1], duration=Minutes(60))))
    )
    warm_forecast()
    warm_rcpsp()
    level(project, work=30)


if __name__ == "__main__":
    warm()
