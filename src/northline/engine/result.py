"""The answer of the scheduler: dates, slack and drivers of every task, as values."""

from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from northline.engine.model import Minutes

Ints: TypeAlias = npt.NDArray[np.int64]
Flags: TypeAlias = npt.NDArray[np.bool_]
Moments: TypeAlias = npt.NDArray[np.datetime64]
DATES = ("start", "finish", "early_start", "early_finish", "late_start", "late_finish")


class DriverKind(StrEnum):
    """What fixed a start: the latest of all things that hold it."""

    PROJECT_START = "project_start"
    LINK = "link"
    CONSTRAINT = "constraint"
    ACTUAL = "actual"
    MANUAL = "manual"
    LEVELLING = "levelling"
    STATUS_DATE = "status_date"
    AS_LATE_AS_POSSIBLE = "as_late_as_possible"
    CHILDREN = "children"


@dataclass(frozen=True, slots=True)
class Driver:
    """Why a task starts when it starts: `link` is an index into `Project.links`, when a link drives it."""

    kind: DriverKind
    link: int | None = None


@dataclass(frozen=True, slots=True)
class ScheduledTask:
    """Computed dates of one task; slacks are working minutes of its calendar, negative when late."""

    id: str
    summary: bool
    start: datetime
    finish: datetime
    early_start: datetime
    early_finish: datetime
    late_start: datetime
    late_finish: datetime
    start_slack: Minutes
    finish_slack: Minutes
    total_slack: Minutes
    free_slack: Minutes
    critical: bool
    driver: Driver


@dataclass(frozen=True, slots=True)
class Columns:
    """The same values as arrays (tasks,), in the project's own order.

    Dates are `datetime64[m]`, slacks working minutes, `driver` the index of the link that drives the start or a
    negative number for any other `DriverKind` (`DRIVERS` names it).
    """

    ids: tuple[str, ...]
    summary: Flags
    start: Moments
    finish: Moments
    early_start: Moments
    early_finish: Moments
    late_start: Moments
    late_finish: Moments
    start_slack: Ints
    finish_slack: Ints
    total_slack: Ints
    free_slack: Ints
    critical: Flags
    driver: Ints

    def rows(self) -> Iterator[ScheduledTask]:
        """Every task as a value."""
        arrays = [getattr(self, f.name) for f in fields(self)[1:-1]]
        return map(
            ScheduledTask, self.ids, *(a.tolist() for a in arrays), map(driver_of, self.driver.tolist())
        )

    def row(self, number: int) -> ScheduledTask:
        """One task as a value."""
        values = {f.name: getattr(self, f.name)[number].item() for f in fields(self)[1:-1]}
        return ScheduledTask(id=self.ids[number], driver=driver_of(int(self.driver[number])), **values)


DRIVERS = {
    -1: Driver(DriverKind.PROJECT_START),
    -2: Driver(DriverKind.CONSTRAINT),
    -3: Driver(DriverKind.ACTUAL),
    -4: Driver(DriverKind.MANUAL),
    -5: Driver(DriverKind.LEVELLING),
    -6: Driver(DriverKind.STATUS_DATE),
    -7: Driver(DriverKind.AS_LATE_AS_POSSIBLE),
    -8: Driver(DriverKind.CHILDREN),
}


def driver_of(code: int) -> Driver:
    """What a number in the column of drivers stands for."""
    return DRIVERS[code] if code < 0 else Driver(DriverKind.LINK, code)


class ComputedTasks(Mapping[str, ScheduledTask]):
    """Tasks by id, made from the columns when somebody asks: most callers want few of them, or only columns. Whoever asks
    for more than a few gets them from all, which are made together in the time that a third of them take alone."""

    __slots__ = ("_all", "_asked", "_numbers", "columns")

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self._asked = 0
        self._numbers: dict[str, int] = {}
        self._all: dict[str, ScheduledTask] = {}

    def __getitem__(self, task_id: str) -> ScheduledTask:
        if self._all:
            return self._all[task_id]
        self._asked += 1
        if self._asked * 10 > len(self.columns.ids):
            return self._made()[task_id]
        if not self._numbers:
            self._numbers = {name: number for number, name in enumerate(self.columns.ids)}
        return self.columns.row(self._numbers[task_id])

    def __iter__(self) -> Iterator[str]:
        return iter(self.columns.ids)

    def __len__(self) -> int:
        return len(self.columns.ids)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Mapping) and dict(self.items()) == dict(other.items())

    __hash__ = None  # type: ignore[assignment]

    def values(self) -> ValuesView[ScheduledTask]:
        """All tasks, made once."""
        return self._made().values()

    def items(self) -> ItemsView[str, ScheduledTask]:
        """All ids and tasks, made once."""
        return self._made().items()

    def _made(self) -> dict[str, ScheduledTask]:
        if not self._all:
            self._all = dict(zip(self.columns.ids, self.columns.rows(), strict=True))
        return self._all


@dataclass(frozen=True, slots=True)
class Schedule:
    """All scheduled tasks in the project's own order; `warnings` are sentences for the planner.

    `schedule["a"]` finds a task by id and raises KeyError for an unknown one; iteration yields tasks. `columns`
    holds the same values as arrays, which costs nothing for a plan of any size.
    """

    start: datetime
    finish: datetime
    tasks: Mapping[str, ScheduledTask]
    warnings: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not isinstance(self.tasks, ComputedTasks):
            object.__setattr__(self, "tasks", MappingProxyType(dict(self.tasks)))

    def __getitem__(self, task_id: str) -> ScheduledTask:
        return self.tasks[task_id]

    def __iter__(self) -> Iterator[ScheduledTask]:
        return iter(self.tasks.values())

    def __len__(self) -> int:
        return len(self.tasks)

    @property
    def columns(self) -> Columns:
        """Dates, slacks and drivers of all tasks as arrays."""
        return self.tasks.columns if isinstance(self.tasks, ComputedTasks) else _columns_of(self.tasks)

    @property
    def critical(self) -> tuple[str, ...]:
        """Ids of critical tasks that are not summaries, in the project's order."""
        held = self.columns
        return tuple(held.ids[n] for n in np.flatnonzero(held.critical & ~held.summary).tolist())


def _columns_of(tasks: Mapping[str, ScheduledTask]) -> Columns:
    """Columns of tasks that were given as values."""
    codes = {driver.kind: code for code, driver in DRIVERS.items()}
    drivers = [codes.get(t.driver.kind, t.driver.link) for t in tasks.values()]
    kinds = {"summary": np.bool_, "critical": np.bool_} | dict.fromkeys(DATES, "datetime64[m]")
    arrays = {
        f.name: np.array([getattr(t, f.name) for t in tasks.values()], kinds.get(f.name, np.int64))
        for f in fields(Columns)[1:-1]
    }
    return Columns(ids=tuple(tasks), driver=np.array(drivers, np.int64), **arrays)
