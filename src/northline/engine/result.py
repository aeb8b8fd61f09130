"""The answer of the scheduler: dates, slack and drivers of every task, as values."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from northline.engine.model import Minutes


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
class Schedule:
    """All scheduled tasks in the project's own order; `warnings` are sentences for the planner.

    `schedule["a"]` finds a task by id and raises KeyError for an unknown one; iteration yields tasks.
    """

    start: datetime
    finish: datetime
    tasks: Mapping[str, ScheduledTask]
    warnings: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "tasks", MappingProxyType(dict(self.tasks)))

    def __getitem__(self, task_id: str) -> ScheduledTask:
        return self.tasks[task_id]

    def __iter__(self) -> Iterator[ScheduledTask]:
        return iter(self.tasks.values())

    def __len__(self) -> int:
        return len(self.tasks)

    @property
    def critical(self) -> tuple[str, ...]:
        """Ids of critical tasks that are not summaries, in the project's order."""
        return tuple(t.id for t in self if t.critical and not t.summary)
