"""The merged plans' graph for the kernels: who waits for whom, what may move and how far."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from northline.engine import kernels as k
from northline.engine.calendars import Ints, to_minute
from northline.engine.edges import KINDS
from northline.engine.levelling.plans.capture import Captured, latest
from northline.engine.levelling.plans.kernels.profile import date, work
from northline.engine.levelling.plans.kernels.shapes import LEVEL, PINNED, REST, Net, Time
from northline.engine.levelling.plans.prepare import TOP_PRIORITY, Prepared
from northline.engine.levelling.plans.uses import SCALE, Uses
from northline.engine.levelling.plans.values import LevelOptions
from northline.engine.levelling.plans.ways import eaten
from northline.engine.model import Lag, LagUnit, Link, Project
from northline.engine.network import successor_rows

WEEK = 7 * 1440


def limits_of(p: Prepared, found: Captured, options: LevelOptions) -> Ints:
    """Latest starts (nodes,) that keep pinned tasks, hard dates and, if asked, the finish; FAR where nothing binds.

    Of begun work they are the latest dates at which what is left may be taken up.
    """
    index = {t.id: v for v, t in enumerate(p.project.tasks)}
    tasks = p.project.tasks
    free = {index[t.id] for t in tasks if t.actual_start or t.manual}
    pins = {
        v: to_minute(p.pins.get(t.id, p.now[t.id].start))
        for v, t in enumerate(tasks)
        if (p.roles[t.id] == PINNED or t.id in p.stays) and v not in free
    }
    high = found.plan.horizon.high - WEEK
    if options.within_slack:
        return _begins(p, found, *latest(found, pins=pins, free=free, until=to_minute(p.now.finish)))
    late = _begins(p, found, *latest(found, pins=pins, free=free, until=high))
    sooner = _begins(p, found, *latest(found, pins=pins, free=free, until=high - WEEK))
    # What moves with the end of the horizon is bound by nothing else.
    return np.where(late == sooner, late, k.FAR)


def _begins(p: Prepared, found: Captured, late_start: Ints, late_finish: Ints) -> Ints:
    """Late starts, with those of what is left in the place of begun work's."""
    rows, tables = found.plan.segments, found.forward
    time = Time(*(tables[n] for n in Time._fields))
    for v, task in enumerate(p.project.tasks):
        if p.roles[task.id] == REST:
            late_start[v] = _taken_up(v, int(late_finish[v]), rows.ptr, rows.rest, rows.calendar, time)
    return late_start


def _taken_up(v: int, finish: int, ptr: Ints, rest: Ints, calendar: Ints, time: Time) -> int:
    """The latest date from which what is left of begun work is done by a finish."""
    return min(
        (
            date(work(finish, int(calendar[g]), time) - int(rest[g]), int(calendar[g]), True, time)
            for g in range(ptr[v], ptr[v + 1])
            if rest[g] > 0
        ),
        default=finish,
    )


def graph_of(
    plans: Sequence[Prepared],
    found: Sequence[Captured],
    merged: dict[str, Any],
    first: tuple[int, ...],
    uses: Uses,
    *,
    limit: Ints,
    seg_from: Ints,
    time: Time,
    options: LevelOptions,
) -> Net:
    """All that the kernels ask about nodes."""
    count = len(merged["node_kind"])
    column = {
        n: np.zeros(count, np.int64)
        for n in ("role", "project", "least", "usual", "rank", "now", "due", "counts")
    }
    weight, choice_ptr = np.zeros(count), np.zeros(count + 1, np.int64)
    for number, p in enumerate(plans):
        low, size = first[number], len(p.project.tasks)
        column["project"][low : low + len(found[number].plan.order)] = number
        column["counts"][low + size : low + found[number].plan.size] = -1
        _fill_tasks(p, column, weight, low, found[number], options)
        _fill_begun(number, p, column, low, uses, merged, time, options)
        for v, task in enumerate(p.project.tasks):
            choice_ptr[low + v + 1] = len(p.ways[task.id])
    ends = [to_minute(p.now.finish) if options.within_slack else k.FAR for p in plans]
    deadlines = [to_minute(p.project.deadline) if p.project.deadline else 0 for p in plans]
    choice_ptr = np.cumsum(choice_ptr)
    return Net(
        role=column["role"], project=column["project"], limit=limit, least=column["least"],
        usual=column["usual"], rank=column["rank"],
        now=column["now"], due=column["due"], weight=weight, counts=column["counts"],
        ptr=merged["ptr"], source=merged["source"], kind=merged["kind"], lag=merged["lag"], lag_cal=merged["lag_cal"],
        **_successors(merged["ptr"], merged["source"]),
        **_longest(plans, found, first, count),
        choice_ptr=choice_ptr, use_ptr=uses.ptr, use_res=uses.resource, use_cal=uses.calendar,
        use_delay=uses.delay, use_minutes=uses.minutes, use_need=uses.need,
        eat_ptr=uses.eat_ptr, eat_res=uses.eat_stock, eat_need=uses.eat_need,
        least_eaten=_least_eaten(plans, uses, first, count), seg_from=seg_from,
        piece=uses.uniform * (options.least_piece if options.may_split else 0), span=_spans(uses),
        ceiling=np.array(ends, np.int64), deadline=np.array(deadlines, np.int64),
        price=np.array([p.project.weight for p in plans], np.float64),
    )  # fmt: skip


def _successors(ptr: Ints, source: Ints) -> dict[str, Ints]:
    succ_ptr, edge = successor_rows(ptr, source)
    target = np.repeat(np.arange(len(ptr) - 1, dtype=np.int64), np.diff(ptr))
    return {"succ_ptr": succ_ptr, "succ": target[edge]}


def _fill_tasks(
    p: Prepared, column: dict[str, Ints], weight: Any, low: int, found: Captured, options: LevelOptions
) -> None:
    leaf = found.plan.node_kind == k.LEAF
    for v, task in enumerate(p.project.tasks):
        node, role = low + v, p.roles[task.id]
        start = to_minute(p.pins.get(task.id, p.now[task.id].start))
        column["role"][node] = role
        column["now"][node] = start
        column["counts"][node] = int(task.active and leaf[v])
        column["rank"][node] = task.priority if role >= LEVEL else 0
        stays = (task.id in p.stays or options.keep_delays) and task.levelling_delay > 0
        ended = options.first is not None and p.now[task.id].finish <= options.first
        stays = stays or (task.id in p.stays and (ended or task.priority >= TOP_PRIORITY))
        if role == LEVEL and stays:
            column["least"][node] = start
        if task.deadline is not None and task.active:
            column["due"][node] = to_minute(task.deadline)
            weight[node] = p.project.weight


def _fill_begun(
    number: int, p: Prepared, column: dict[str, Ints], low: int, uses: Uses, merged: dict[str, Any], time: Time,
    options: LevelOptions,
) -> None:  # fmt: skip
    """When what is left of begun work may be taken up at the earliest, and when it would be now.

    Never before what is done ends, before the status date or before the plan's own date for it.
    """
    rows = merged["seg_ptr"], merged["seg_rest"], merged["seg_cal"]
    for v, task in enumerate(p.project.tasks):
        if task.actual_start is None or task.actual_finish is not None or task.manual:
            continue
        start, x = to_minute(task.actual_start), uses.first_choice[number, task.id]
        named = max([start, *(to_minute(d) for d in (task.resume, options.status_date) if d is not None)])
        done = [start]
        for u in range(uses.ptr[x], uses.ptr[x + 1]):
            c = int(uses.calendar[u])
            done.append(date(work(start, c, time) + int(uses.past[u]), c, True, time))
        now = _taken_up(low + v, to_minute(p.now[task.id].finish), *rows, time)
        least = max(named, *done)
        if p.roles[task.id] == REST:
            column["now"][low + v] = max(now, least)
            column["least"][low + v], column["usual"][low + v] = least, max(named, min(done[1:]))
        else:
            column["least"][low + v] = now


def _spans(uses: Uses) -> Ints:
    """Minutes from the beginning of each choice to its end on its calendar."""
    spans = np.zeros(uses.choices, np.int64)
    np.maximum.at(spans, np.repeat(np.arange(uses.choices), np.diff(uses.ptr)), uses.delay + uses.minutes)
    return spans


def _longest(
    plans: Sequence[Prepared], found: Sequence[Captured], first: tuple[int, ...], count: int
) -> dict[str, Ints]:
    """Maximum lags by the node that they bind."""
    rows = []
    calendars = 0
    for number, p in enumerate(plans):
        index = {t.id: first[number] + v for v, t in enumerate(p.project.tasks)}
        tasks = {t.id: t for t in p.project.tasks}
        for link in p.project.links:
            before, after = tasks[link.before], tasks[link.after]
            if (
                link.longest is None
                or not (before.active and after.active)
                or after.actual_start
                or after.manual
            ):
                continue
            lag, calendar = _lag(link, link.longest, p.project, found[number])
            shifted = k.NONE if calendar == k.NONE else calendar + calendars
            rows.append((index[link.after], index[link.before], KINDS[link.kind], lag, shifted))
        calendars += len(found[number].forward["offset"]) - 1
    table = np.array(sorted(rows), np.int64).reshape(-1, 5)
    ptr = np.concatenate(([0], np.cumsum(np.bincount(table[:, 0], minlength=count)))).astype(np.int64)
    names = ("far_from", "far_kind", "far_lag", "far_cal")
    return {"far_ptr": ptr} | {n: np.ascontiguousarray(table[:, c + 1]) for c, n in enumerate(names)}


def _lag(link: Link, lag: Lag, project: Project, found: Captured) -> tuple[int, int]:
    tasks = {t.id: t for t in project.tasks if t.id in (link.before, link.after)}
    if lag.unit is LagUnit.ELAPSED:
        return lag.amount, k.NONE
    calendar = found.plan.book.number(tasks[link.after].calendar)
    if lag.unit is LagUnit.PERCENT:
        return round(tasks[link.before].duration * lag.amount / 100), calendar
    return lag.amount, calendar


def _least_eaten(plans: Sequence[Prepared], uses: Uses, first: tuple[int, ...], count: int) -> Ints:
    """What each task's thriftiest way uses up of each stock (nodes, stocks)."""
    least = np.zeros((count, len(uses.stocks)), np.int64)
    for number, p in enumerate(plans):
        for v, task in enumerate(p.project.tasks):
            for s, stock in enumerate(uses.stocks):
                least[first[number] + v, s] = min(round(eaten(w, stock.id) * SCALE) for w in p.ways[task.id])
    return least
