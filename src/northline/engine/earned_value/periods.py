"""Planned, earned and actual value by day, week or month."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise

import numpy as np

from northline.engine.calendars import Ints, from_minute, to_minute
from northline.engine.earned_value.curves import Curve, Steps
from northline.engine.earned_value.measuring import Measured
from northline.engine.earned_value.values import Method, Period, PeriodLength
from northline.engine.errors import BadValue
from northline.engine.forecast.shapes import Floats

MOST_PERIODS = 5000
STEPPED = (Method.ZERO_HUNDRED, Method.FIFTY_FIFTY, Method.WEIGHTED_MILESTONES)


def periods_of_value(measured: Measured, length: PeriodLength) -> tuple[Period, ...]:
    """From the baseline's start, or earlier work, to its end or the status date, whichever is later.

    Earned and actual values are spread evenly over the working time from the actual start to the actual
    finish or the status date; dated actuals and the steps of a method keep their dates.
    """
    known = [i for i, b in enumerate(measured.baselines) if b is not None]
    earned, spent, began = _curves(measured)
    first = min(int(measured.start[known].min()), int(began.min()), measured.status)
    last = max(int(measured.finish[known].max()), measured.status)
    edges = list(_edges(from_minute(first), from_minute(last), length))
    ends = np.array([to_minute(e) for e in edges], np.int64)
    until = np.minimum(ends, measured.status)
    planned = measured.planned.totals(ends).tolist()
    sums = list(zip(earned.totals(until).tolist(), spent.totals(until).tolist(), strict=True))
    made = []
    for i, (start, end) in enumerate(pairwise(edges)):
        past = to_minute(start) < measured.status
        (ev_before, ac_before), (ev, ac) = sums[i], sums[i + 1]
        made.append(
            Period(
                start=start, end=end, pv=planned[i + 1] - planned[i], pv_sum=planned[i + 1],
                ev=ev - ev_before if past else None, ac=ac - ac_before if past else None,
                ev_sum=ev if past else None, ac_sum=ac if past else None,
            )
        )  # fmt: skip
    return tuple(made)


def _edges(first: datetime, last: datetime, length: PeriodLength) -> Iterator[datetime]:
    """The midnights at which periods begin, up to the first one that is not before `last`."""
    here = datetime.combine(first.date(), datetime.min.time())
    if length is PeriodLength.WEEK:
        here -= timedelta(days=here.weekday())
    elif length is PeriodLength.MONTH:
        here = here.replace(day=1)
    yield here
    count = 0
    while here < last or not count:
        here = _next(here, length)
        count += 1
        if count > MOST_PERIODS:
            raise BadValue(f"More than {MOST_PERIODS} periods; choose longer ones.")
        yield here


def _next(here: datetime, length: PeriodLength) -> datetime:
    if length is PeriodLength.MONTH:
        return (here + timedelta(days=31)).replace(day=1)
    return here + timedelta(days=7 if length is PeriodLength.WEEK else 1)


def _curves(measured: Measured) -> tuple[Curve, Curve, Ints]:
    """Earned and actual value over time, and when each task began (n,)."""
    start, finish = measured.start.copy(), measured.finish.copy()
    even: Floats = measured.ev.copy()
    cost: Floats = measured.ac.copy()
    earns, costs = Steps(), Steps()
    for i, task in enumerate(measured.leaves):
        method = measured.terms.method_of(task)
        if measured.begun[i]:
            planned = int(start[i]) if measured.baselines[i] else measured.status
            start[i] = to_minute(task.actual_start) if task.actual_start else min(planned, measured.status)
            end = task.actual_finish
            finish[i] = measured.status if end is None else min(to_minute(end), measured.status)
        if method in STEPPED:
            even[i] = 0.0
            _step_up(measured, i, earns, begin=int(start[i]), end=int(finish[i]))
        if task.id in measured.terms.actuals:
            cost[i] = 0.0
            for at, amount in measured.terms.actuals[task.id]:
                if at <= measured.terms.status:
                    costs.add(i, at=to_minute(at), amount=amount)
    effort = np.array([measured.terms.method_of(t) is Method.LEVEL_OF_EFFORT for t in measured.leaves])
    begun = np.where(measured.begun, start, measured.status)
    earned = Curve(
        measured.time,
        measured.calendars,
        start=np.where(effort, measured.start, start),
        finish=np.where(effort, measured.finish, finish),
        amount=np.where(effort, measured.bac, even),
        steps=earns,
    )
    spent = Curve(measured.time, measured.calendars, start=start, finish=finish, amount=cost, steps=costs)
    return earned, spent, begun


def _step_up(measured: Measured, i: int, steps: Steps, *, begin: int, end: int) -> None:
    """What a task has earned at once, when it did."""
    task, budget, earned = measured.leaves[i], float(measured.bac[i]), float(measured.ev[i])
    method = measured.terms.method_of(task)
    if method is Method.WEIGHTED_MILESTONES:
        marks = measured.terms.milestones[task.id]
        total = sum(m.weight for m in marks)
        for m in marks:
            if m.reached and m.reached <= measured.terms.status:
                steps.add(i, at=to_minute(m.reached), amount=budget * m.weight / total)
    elif earned:
        half = budget / 2 if method is Method.FIFTY_FIFTY else 0.0
        if half:
            steps.add(i, at=begin, amount=half)
        if earned > half:
            steps.add(i, at=end, amount=earned - half)
