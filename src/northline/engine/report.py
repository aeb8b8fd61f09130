"""Computed dates turned back into values: datetimes, slacks in working minutes, drivers."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import numpy as np

from northline.engine import kernels as k
from northline.engine.calendars import EPOCH, Ints, WorkTables, from_minute
from northline.engine.model import Minutes, Project
from northline.engine.result import Driver, DriverKind, Schedule, ScheduledTask

if TYPE_CHECKING:
    from northline.engine.compiled import CompiledPlan
    from northline.engine.cpm import Dates

DRIVERS = {
    k.BY_PROJECT: Driver(DriverKind.PROJECT_START),
    k.BY_CONSTRAINT: Driver(DriverKind.CONSTRAINT),
    k.BY_ACTUAL: Driver(DriverKind.ACTUAL),
    k.BY_MANUAL: Driver(DriverKind.MANUAL),
    k.BY_LEVELLING: Driver(DriverKind.LEVELLING),
    k.BY_STATUS: Driver(DriverKind.STATUS_DATE),
    k.BY_ALAP: Driver(DriverKind.AS_LATE_AS_POSSIBLE),
    k.BY_CHILDREN: Driver(DriverKind.CHILDREN),
}


def schedule_from(plan: CompiledPlan, dates: Dates, project: Project) -> Schedule:
    """Turn the arrays of both passes into a Schedule in the project's own order."""
    n = plan.size
    start_slack = work_between(plan.tables, plan.calendar, dates.start[:n], dates.late_start[:n])
    finish_slack = work_between(plan.tables, plan.calendar, dates.finish[:n], dates.late_finish[:n])
    started = plan.rows.done[:n] == 1
    total = np.where(started, finish_slack, np.minimum(start_slack, finish_slack))
    free = _free_slack(plan, dates)
    done = plan.rows.done[:n] == 2
    critical = (total <= project.critical_slack_limit) & ~done & (plan.rows.active[:n] == 1)
    columns = [
        dates.start, dates.finish, dates.early_start, dates.early_finish, dates.late_start, dates.late_finish,
    ]  # fmt: skip
    moments = [_datetimes(c[:n]) for c in columns]
    slacks = [c.tolist() for c in (start_slack, finish_slack, total, free, critical)]
    summary = (plan.node_kind[:n] == k.ROLL).tolist()
    drivers = _drivers(dates.driver[:n], plan.edges.link)
    rows = zip(plan.ids, summary, *moments, *slacks, drivers, strict=True)
    tasks = {row[0]: ScheduledTask(*row) for row in rows}
    first = int(dates.start[:n].min()) if n else dates.project_start
    return Schedule(from_minute(first), from_minute(dates.project_finish), tasks, plan.warnings)


def work_between(made: WorkTables, calendar: Ints, start: Ints, finish: Ints) -> Ints:
    """Working minutes from `start` to `finish`, each row in its own calendar; negative if backwards."""
    answer = np.zeros(len(start), np.int64)
    for number in np.unique(calendar):
        mine = calendar == number
        answer[mine] = _work_at(made, number, finish[mine]) - _work_at(made, number, start[mine])
    return answer


def _work_at(made: WorkTables, number: int, minute: Ints) -> Ints:
    low, high = made.offset[number], made.offset[number + 1]
    if low == high:
        return np.zeros(len(minute), np.int64)
    begin, end, before = made.begin[low:high], made.end[low:high], made.before[low:high]
    row = np.maximum(np.searchsorted(begin, minute, side="right") - 1, 0)
    worked: Ints = before[row] + np.clip(minute - begin[row], 0, end[row] - begin[row])
    return worked


def _free_slack(plan: CompiledPlan, dates: Dates) -> Ints:
    """The lesser of how far the start and the finish may move before a successor must."""
    n = plan.size
    by_finish = work_between(plan.tables, plan.calendar, dates.finish[:n], dates.free_finish[:n])
    held = dates.free_start[:n] < k.FAR
    limit = np.where(held, dates.free_start[:n], dates.start[:n])
    by_start = work_between(plan.tables, plan.calendar, dates.start[:n], limit)
    free: Ints = np.where(held, np.minimum(by_finish, by_start), by_finish)
    free[plan.rows.done[:n] == 2] = 0
    return np.maximum(free, 0)


def _drivers(codes: Ints, link_of_edge: Ints) -> list[Driver]:
    return [DRIVERS[c] if c < 0 else Driver(DriverKind.LINK, int(link_of_edge[c])) for c in codes.tolist()]


def _datetimes(minutes: Ints) -> list[datetime]:
    moments: list[datetime] = (minutes.astype("timedelta64[m]") + np.datetime64(EPOCH, "m")).tolist()
    return moments


__all__ = ["Minutes", "schedule_from", "work_between"]
