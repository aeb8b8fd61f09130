"""Value over time: each task's amount spread evenly over its working time, or taken in steps."""

from dataclasses import dataclass, field

import numpy as np

from northline.engine.calendars import Ints
from northline.engine.earned_value.working_time import WorkingTime
from northline.engine.forecast.shapes import Floats


@dataclass(slots=True)
class Steps:
    """Parts of a task's amount that fall due at one minute."""

    task: list[int] = field(default_factory=list)
    at: list[int] = field(default_factory=list)
    amount: list[float] = field(default_factory=list)

    def add(self, task: int, *, at: int, amount: float) -> None:
        """One part."""
        self.task.append(task)
        self.at.append(at)
        self.amount.append(amount)


class Curve:
    """Amounts (n,) spread from `start` to `finish` (n,) in minutes over calendars (n,), besides steps.

    An amount whose stretch holds no working time falls due at its finish.
    """

    def __init__(
        self, time: WorkingTime, calendars: Ints, *, start: Ints, finish: Ints, amount: Floats, steps: Steps
    ) -> None:
        self._time, self._calendars = time, calendars
        self._begin = time.work(start, calendars)
        self._length = time.work(finish, calendars) - self._begin
        self._finish, self._amount = finish, amount
        order = np.argsort(np.array(steps.at, np.int64), kind="stable")
        self._step_task = np.array(steps.task, np.int64)[order]
        self._step_at = np.array(steps.at, np.int64)[order]
        self._step_amount = np.array(steps.amount, np.float64)[order]

    def at(self, minutes: Ints) -> Floats:
        """Each task's value (n,) at the minute (n,) beside it."""
        done = self._time.work(minutes, self._calendars) - self._begin
        share = np.where(minutes >= self._finish, 1.0, 0.0)
        spread = self._length > 0
        share[spread] = np.clip(done[spread] / self._length[spread], 0.0, 1.0)
        due = self._step_at <= minutes[self._step_task]
        stepped = np.bincount(
            self._step_task[due], weights=self._step_amount[due], minlength=len(self._amount)
        )
        made: Floats = self._amount * share + stepped
        return made

    def totals(self, minutes: Ints) -> Floats:
        """The sum over all tasks at each of these minutes (m,), which may be many.

        A task's slope begins at its start and is taken off again at its finish, so that a sum up to a date is
        all it takes.
        """
        made: Floats = np.zeros(len(minutes))
        for number in np.unique(self._calendars).tolist():
            rows = (self._calendars == number) & (self._length > 0)
            slope = self._amount[rows] / self._length[rows]
            begin, end = self._begin[rows], self._begin[rows] + self._length[rows]
            at = np.concatenate((begin, end))
            order = np.argsort(at, kind="stable")
            slopes = np.concatenate((slope, -slope))[order]
            here = self._time.work_on(minutes, number)
            known = np.searchsorted(at[order], here, side="right")
            first = float(at.min()) if len(at) else 0.0
            steep = np.concatenate(([0.0], np.cumsum(slopes)))[known]
            offset = np.concatenate(([0.0], np.cumsum(slopes * (at[order] - first))))[known]
            made += steep * (here - first) - offset
        sudden = self._length <= 0
        at = np.concatenate((self._finish[sudden], self._step_at))
        order = np.argsort(at, kind="stable")
        amount = np.concatenate((self._amount[sudden], self._step_amount))[order]
        made += np.concatenate(([0.0], np.cumsum(amount)))[np.searchsorted(at[order], minutes, side="right")]
        return made

    def at_once(self, minute: int) -> Floats:
        """Each task's value (n,) at one minute."""
        return self.at(np.full(len(self._amount), minute, np.int64))


def last_minutes(curve: Curve, groups: Ints, *, start: Ints, finish: Ints, amount: Floats) -> Ints:
    """The last minute of each group at which its planned value is at most `amount`, between start and finish.

    `groups` (n,) tells the group of each task, `start`, `finish` and `amount` are per group (g,). This is
    Lipke's C + I, found by halving, as the planned value never falls.
    """
    low, high = start.copy(), finish.copy()
    member = groups >= 0
    group = np.where(member, groups, 0)
    slack = 1e-9 * np.maximum(1.0, np.abs(amount))
    while (low < high).any():
        middle = (low + high + 1) // 2
        value = curve.at(middle[group])
        planned = np.bincount(group[member], weights=value[member], minlength=len(start))
        early = planned <= amount + slack
        low = np.where(early, middle, low)
        high = np.where(early, high, np.maximum(middle - 1, low))
    return low


def earned_schedule(planned: list[float], *, earned: float) -> float:
    """ES in periods from the planned values at the end of each: C + (EV − PV_C) ÷ (PV_C+1 − PV_C).

    C is the number of periods whose planned value is earned in full (Lipke, 2003). Planned values are sums and
    never fall; with everything earned it is the first period that plans no more.

    >>> earned_schedule([100.0, 250.0, 450.0], earned=350.0)
    2.5
    """
    if earned >= max(planned, default=0.0) - 1e-9:
        return float(planned.index(max(planned)) + 1 if planned else 0)
    done = sum(1 for value in planned if value <= earned + 1e-9)
    before = planned[done - 1] if done else 0.0
    return done + (earned - before) / (planned[done] - before)
