"""Computed dates turned back into values: columns of dates, slacks in working minutes, drivers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from northline.engine import kernels as k
from northline.engine.calendars import EPOCH, Ints, from_minute
from northline.engine.maxlags import broken_lags
from northline.engine.result import DATES, Columns, ComputedTasks, Moments, Schedule

if TYPE_CHECKING:
    from northline.engine.compiled import CompiledPlan
    from northline.engine.cpm import Dates
    from northline.engine.model import Project


def schedule_from(plan: CompiledPlan, dates: Dates, project: Project) -> Schedule:
    """Wrap the arrays of both passes into a Schedule in the project's own order."""
    n = plan.size
    first = int(dates.start[:n].min()) if n else dates.project_start
    warnings = plan.warnings + broken_lags(plan, dates, project)
    tasks = ComputedTasks(columns_from(plan, dates, project))
    return Schedule(from_minute(first), from_minute(dates.project_finish), tasks, warnings)


def columns_from(plan: CompiledPlan, dates: Dates, project: Project) -> Columns:
    """The computed dates as columns."""
    n = plan.size
    total = dates.total_slack[:n]
    done = plan.rows.done[:n] == 2
    critical = (total <= project.critical_slack_limit) & ~done & (plan.rows.active[:n] == 1)
    driver = dates.driver[:n]
    linked = np.flatnonzero(driver >= 0)
    driver = driver.copy()
    driver[linked] = plan.edges.link[driver[linked]]
    return Columns(
        ids=plan.ids,
        summary=plan.node_kind[:n] == k.ROLL,
        start_slack=dates.start_slack[:n],
        finish_slack=dates.finish_slack[:n],
        total_slack=total,
        free_slack=dates.free_slack[:n],
        critical=critical,
        driver=driver,
        **{name: moments_of(getattr(dates, name)[:n]) for name in DATES},
    )


def moments_of(minutes: Ints) -> Moments:
    """Absolute minutes as datetime64."""
    moments: Moments = minutes.astype("timedelta64[m]") + np.datetime64(EPOCH, "m")
    return moments


__all__ = ["columns_from", "moments_of", "schedule_from"]
