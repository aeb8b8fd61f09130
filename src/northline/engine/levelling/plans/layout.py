"""Several plans on one pool of resources as the arrays of the kernels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np

from northline.engine import kernels as k
from northline.engine.calendars import Horizon, Ints, WorkTables, _index, to_minute
from northline.engine.compiled import CompiledPlan, compile_plan
from northline.engine.levelling.plans.capture import FORWARD, SCALARS, Captured, capture
from northline.engine.levelling.plans.graph import graph_of, limits_of
from northline.engine.levelling.plans.kernels.shapes import FOLLOW, LEVEL, Call, Net, Pool, Time
from northline.engine.levelling.plans.pool import pool_of
from northline.engine.levelling.plans.prepare import Prepared
from northline.engine.levelling.plans.uses import Uses, uses_of
from northline.engine.levelling.plans.values import LevelOptions
from northline.engine.model import MINUTES_A_DAY, Project, Task

CLONE = "\0"


@dataclass(frozen=True)
class Layout:
    """The kernels' arrays; node v of plan p is `first[p]` plus its number there, tasks coming before all others."""

    net: Net
    pool: Pool
    time: Time
    call: Call
    first: tuple[int, ...]
    plans: tuple[Prepared, ...]
    uses: Uses
    delay: Ints
    resume: Ints
    nodes: int
    ordered: int

    def node(self, plan: int, number: int) -> int:
        """The node of a plan's task."""
        return self.first[plan] + number


def layout(plans: Sequence[Prepared], options: LevelOptions, *, stretch: int = 1) -> Layout:
    """Lay plans out side by side; `stretch` widens the horizon and the profiles where a run needed more."""
    status = k.NONE if options.status_date is None else to_minute(options.status_date)
    wide = [_with_clones(p) for p in plans]
    compiled = [
        _padded(compile_plan(project, status_date=options.status_date), len(p.project.tasks), owners)
        for p, (project, owners) in zip(plans, wide, strict=True)
    ]
    horizon = _horizon(plans, compiled, stretch)
    uses = uses_of(plans, [c.book for c in compiled], [len(c.order) for c in compiled])
    found = [
        capture(c, project, horizon=horizon, status=status)
        for c, (project, _) in zip(compiled, wide, strict=True)
    ]
    merged, first = _merged(found)
    time = _time(merged, horizon)
    uses = uses.canonical(time, [c.forward["offset"] for c in found])
    shelf, seg_from = _shelf(plans, merged, first, uses)
    limit = np.concatenate([limits_of(p, c, options) for p, c in zip(plans, found, strict=True)])
    net = graph_of(
        plans, found, merged, first, uses, limit=limit, seg_from=seg_from, time=time, options=options
    )
    pool = pool_of(plans, uses, net, time, first=first, stretch=stretch, status=status)
    net, pool, time = Net(*map(_regular, net)), Pool(*map(_regular, pool)), Time(*map(_regular, time))
    call = _call(found, merged, time, shelf)
    nodes = len(net.role)
    return Layout(
        net,
        pool,
        time,
        call,
        first,
        tuple(plans),
        uses,
        merged["delay"],
        merged["resume"],
        nodes,
        int((net.counts >= 0).sum()),
    )


def _with_clones(prepared: Prepared) -> tuple[Project, list[tuple[int, int]]]:
    """The plan with one more task, on its own, for each way of tasks that have several: the engine then says what
    each way asks for. Beside it, per such task its number and its first clone's."""
    project = prepared.project
    clones: list[Task] = []
    owners: list[tuple[int, int]] = []
    assigned = list(project.assignments)
    for number, task in enumerate(project.tasks):
        ways = prepared.ways[task.id]
        if len(ways) == 1:
            continue
        owners.append((number, len(project.tasks) + len(clones)))
        for turn, way in enumerate(ways):
            name = f"{task.id}{CLONE}{turn}"
            clones.append(replace(_loose(task), id=name, duration=way.duration))
            assigned += [replace(a, task=name) for a in way.assignments]
    tasks = (*project.tasks, *clones)
    return replace(project, tasks=tasks, assignments=tuple(assigned)), owners


def _loose(task: Task) -> Task:
    return Task(
        id=task.id,
        calendar=task.calendar,
        ignores_resource_calendar=task.ignores_resource_calendar,
        elapsed_duration=task.elapsed_duration,
        splits=task.splits,
        type=task.type,
    )


def _padded(plan: CompiledPlan, tasks: int, owners: list[tuple[int, int]]) -> CompiledPlan:
    """Give every task with several ways, and all of its clones, as many rows of segments as the longest of them.

    A row that comes twice changes no date.
    """
    if not owners:
        return plan
    ptr = plan.segments.ptr
    rows = [list(range(ptr[v], ptr[v + 1])) for v in range(len(ptr) - 1)]
    ends = [*(c for _, c in owners[1:]), plan.size]
    for (task, first), last in zip(owners, ends, strict=True):
        width = max(len(rows[v]) for v in (task, *range(first, last)))
        for v in range(first, last):
            rows[v] += [rows[v][-1]] * (width - len(rows[v]))
        rows[task] = list(rows[first])
    picked = np.array([r for row in rows for r in row], np.int64)
    columns = {f.name: getattr(plan.segments, f.name) for f in fields(plan.segments)}
    fresh = {n: column[picked] for n, column in columns.items() if n != "ptr"}
    fresh["ptr"] = np.concatenate(([0], np.cumsum([len(row) for row in rows]))).astype(np.int64)
    return replace(plan, segments=replace(plan.segments, **fresh))


def _horizon(plans: Sequence[Prepared], compiled: Sequence[CompiledPlan], stretch: int) -> Horizon:
    """Long enough for all work to be done one task after the other by the busiest resource, as a rule."""
    load: dict[str, float] = {}
    there = {r.id: r.capacity for p in plans for r in p.project.resources}
    for p in plans:
        durations = {t.id: t.duration for t in p.project.tasks}
        for a in p.project.assignments:
            load[a.resource] = load.get(a.resource, 0.0) + a.units * durations[a.task]
    most = max((work / max(there[r], 0.1) for r, work in load.items()), default=0.0)
    extra = stretch * (400 + min(30_000, int(2.5 * most / 480)))
    last = max(to_minute(p.now.finish) for p in plans) // MINUTES_A_DAY
    first = min(c.horizon.first for c in compiled)
    return Horizon(first, max(*(c.horizon.last for c in compiled), last + extra))


def _time(merged: dict[str, Any], horizon: Horizon) -> Time:
    begin, end, before, offset = (merged[n] for n in ("begin", "end", "before", "offset"))
    made = WorkTables(begin, end, before, offset, horizon.low, horizon.high, np.empty(0, np.int64))
    return Time(begin, end, before, offset, _index(made), np.zeros(1, np.int64))


def _merged(found: Sequence[Captured]) -> tuple[dict[str, Any], tuple[int, ...]]:
    """The array arguments of all plans end to end, references shifted."""
    merged: dict[str, list[Ints]] = {}
    nodes = edges = segments = calendars = periods = 0
    first = []
    for part in found:
        a = part.forward
        first.append(nodes)
        shifts = {"source": nodes, "ptr": edges, "seg_ptr": segments, "seg_cal": calendars, "offset": periods}
        for name, column in a.items():
            if isinstance(column, np.ndarray):
                moved = column + shifts.get(name, 0)
                if name == "lag_cal":
                    moved = np.where(column == k.NONE, k.NONE, column + calendars)
                if name in ("ptr", "seg_ptr", "offset") and merged.get(name):
                    moved = moved[1:]
                merged.setdefault(name, []).append(np.array(moved, np.int64))
        nodes += len(a["node_kind"])
        edges += len(a["source"])
        segments += len(a["seg_minutes"])
        calendars += len(a["offset"]) - 1
        periods += len(a["begin"])
    return {name: np.concatenate(columns) for name, columns in merged.items()}, tuple(first)


def _shelf(
    plans: Sequence[Prepared], merged: dict[str, Any], first: tuple[int, ...], uses: Uses
) -> tuple[tuple[Ints, ...], Ints]:
    """The segment columns as they stand, and for every choice the row at which its own begin."""
    names = _segment_columns()
    shelf = tuple(merged[n].copy() for n in names)
    begins = np.zeros(max(1, uses.choices), np.int64)
    seg_ptr = merged["seg_ptr"]
    for number, p in enumerate(plans):
        clone = first[number] + len(p.project.tasks)
        for task in p.project.tasks:
            low = uses.first_choice[number, task.id]
            for turn in range(len(p.ways[task.id])):
                if len(p.ways[task.id]) > 1:
                    begins[low + turn] = seg_ptr[clone]
                    clone += 1
    return shelf, begins


def _segment_columns() -> tuple[str, ...]:
    """Minutes and calendar first, as the kernels read them, then whatever else the pass keeps by segment."""
    rest = [n for n in FORWARD if n.startswith("seg_") and n not in ("seg_ptr", "seg_minutes", "seg_cal")]
    return ("seg_minutes", "seg_cal", *rest)


def _regular(column: Any) -> Any:
    """Numba compiles anew for every other kind of array, so that there is to be only one."""
    kind = np.float64 if column.dtype == np.float64 else np.int64
    return np.require(column, kind, ["C", "W", "A"])


def _call(found: Sequence[Captured], merged: dict[str, Any], time: Time, shelf: tuple[Ints, ...]) -> Call:
    scalars = np.array([[int(c.forward[n]) for n in SCALARS] for c in found], np.int64)
    values = merged | {"index": time.index, "flag": time.flag}
    low = FORWARD.index(SCALARS[0])
    if FORWARD[low : low + 3] != SCALARS:
        raise TypeError("The forward pass takes its figures in another order than levelling knows.")
    before = tuple(values[n] for n in FORWARD[1:low])
    after = tuple(values[n] for n in FORWARD[low + 3 : -3])
    rows = tuple(values[n] for n in _segment_columns())
    return Call(before, scalars, after, values["seg_ptr"], rows, shelf)


__all__ = ["FOLLOW", "LEVEL", "Layout", "layout"]
