"""Why a way back works, in sentences that name its tasks: pure words over plain values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from northline import engine
from northline.engine.recovery import AddPerson, Change, Drop, MoveDate, Overlap, Overtime, SplitTask, Swap
from northline.engine.recovery.resizing import rest_of


@dataclass(frozen=True, slots=True)
class Telling:
    """The plan before, how often each task decides the finish (0 to 1), and the plan after."""

    before: engine.Project
    critical: dict[str, float]
    names: dict[str, str]

    def title(self, change: Change) -> str:
        """What is done, as one would order it."""
        return _TITLES[type(change)](self, change)

    def why(self, change: Change, after: engine.Project) -> str:
        """Why that helps."""
        return _REASONS[type(change)](self, change, after)

    def task(self, key: str) -> str:
        return f"“{next(task.name for task in self.before.tasks if task.id == key)}”"

    def who(self, resource: str | None) -> str:
        return self.names.get(resource or "", "one more person")

    def decides(self, key: str) -> str:
        share = self.critical.get(key, 0.0)
        return f"{self.task(key)} decides the date in {share:.0%} of the simulations"

    def days(self, minutes: float) -> str:
        days = round(minutes / self.before.minutes_per_day, 1)
        return f"{days:g} day{'' if days == 1 else 's'}"

    def rest(self, key: str, project: engine.Project) -> str:
        return self.days(next((rest_of(task) for task in project.tasks if task.id == key), 0))


def _add(told: Telling, change: AddPerson) -> str:
    return f"Put {told.who(change.resource)} on {told.task(change.task)} too"


def _why_add(told: Telling, change: AddPerson, after: engine.Project) -> str:
    key = change.task
    return f"{told.decides(key)}. With more hands {told.rest(key, after)} of it are left instead of {told.rest(key, told.before)}."


def _overtime(told: Telling, change: Overtime) -> str:
    return f"{told.who(change.resource)} works {change.minutes / 60:g} hours more a day until {change.last}"


def _why_overtime(told: Telling, change: Overtime, after: engine.Project) -> str:
    mine = [one.task for one in told.before.assignments if one.resource == change.resource]
    mine.sort(key=lambda key: -told.critical.get(key, 0.0))
    shorter = [key for key in mine if told.rest(key, after) != told.rest(key, told.before)]
    if not shorter:
        return f"{told.who(change.resource)} works on what decides the date."
    first = shorter[0]
    more = f", and {len(shorter) - 1} more get shorter" if len(shorter) > 1 else ""
    return f"{told.decides(first)}: it then has {told.rest(first, after)} left instead of {told.rest(first, told.before)}{more}."


def _overlap(told: Telling, change: Overlap) -> str:
    return (
        f"Begin {told.task(change.after)} when {1 - change.share:.0%} of {told.task(change.before)} is done"
    )


def _why_overlap(told: Telling, change: Overlap, after: engine.Project) -> str:
    return (
        f"{told.decides(change.after)} and waits for {told.task(change.before)} today. Both run at the same time for a while; "
        f"{change.rework:.0%} of that time is done twice."
    )


def _drop(told: Telling, change: Drop) -> str:
    return f"Leave {told.task(change.task)} out of this delivery"


def _why_drop(told: Telling, change: Drop, after: engine.Project) -> str:
    return f"{told.decides(change.task)}. Without it {told.rest(change.task, told.before)} of work fall away; what waited for it waits for what came before."


def _split(told: Telling, change: SplitTask) -> str:
    by = f", one by {told.who(change.resource)}" if change.resource else ""
    return f"Do {told.task(change.task)} in two halves at the same time{by}"


def _why_split(told: Telling, change: SplitTask, after: engine.Project) -> str:
    key = change.task
    return f"{told.decides(key)}. Each half takes {told.rest(key, after)} instead of {told.rest(key, told.before)} one after the other."


def _swap(told: Telling, change: Swap) -> str:
    back = f" for {told.task(change.other_task)}" if change.other_task else ""
    return f"Let {told.who(change.by)} take {told.task(change.task)} from {told.who(change.resource)}{back}"


def _why_swap(told: Telling, change: Swap, after: engine.Project) -> str:
    return f"{told.decides(change.task)}. {told.who(change.by)} has more time on those days than {told.who(change.resource)}."


def _move(told: Telling, change: MoveDate) -> str:
    return f"Promise {change.to:%Y-%m-%d} instead"


def _why_move(told: Telling, change: MoveDate, after: engine.Project) -> str:
    return "The plan stays as it is; the date is the first that holds with the chance that is wanted."


_TITLES: dict[type, Callable[[Telling, Any], str]] = {
    AddPerson: _add, Overtime: _overtime, Overlap: _overlap, Drop: _drop, SplitTask: _split, Swap: _swap,
    MoveDate: _move,
}  # fmt: skip
_REASONS: dict[type, Callable[[Telling, Any, engine.Project], str]] = {
    AddPerson: _why_add, Overtime: _why_overtime, Overlap: _why_overlap, Drop: _why_drop, SplitTask: _why_split,
    Swap: _why_swap, MoveDate: _why_move,
}  # fmt: skip
