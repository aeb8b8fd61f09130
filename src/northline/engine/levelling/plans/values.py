"""What is asked of levelling and what it answers, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from northline.engine.errors import BadDate, BadValue
from northline.engine.model import Minutes, Project
from northline.engine.result import Schedule

HOUR = Minutes(60)


class Goal(StrEnum):
    """What counts first once no rule is broken: tardiness and the finish, or staying with the current plan."""

    FINISH = "finish"
    STABILITY = "stability"


class Why(StrEnum):
    """Why a task starts at another time than before: a resource was busy, a task ahead of it moved, a delay of
    earlier levelling was no longer needed, or it is done another way or by other people."""

    RESOURCE = "resource"
    LINK = "link"
    EARLIER = "earlier"
    CHOICE = "choice"
    LAG = "longest_lag"


@dataclass(frozen=True, slots=True)
class LevelOptions:
    """`within_slack`: never move the finish. `first`, `last`: only tasks whose current dates touch this range are delayed. `keep_delays`: delays of earlier
    levelling stay as the least delay instead of being cleared. `status_date`: as for `schedule`. `move_remaining`: what
    is left of begun work may be taken up later; what has been done stays. `may_split`: tasks that are `splittable` may be
    interrupted, in pieces of at least `least_piece` working minutes.

    >>> LevelOptions(within_slack=True).goal
    <Goal.FINISH: 'finish'>
    """

    within_slack: bool = False
    first: datetime | None = None
    last: datetime | None = None
    keep_delays: bool = False
    goal: Goal = Goal.FINISH
    status_date: datetime | None = None
    move_remaining: bool = True
    may_split: bool = False
    least_piece: Minutes = HOUR

    def __post_init__(self) -> None:
        if self.least_piece < 1:
            raise BadValue(f"Pieces of {self.least_piece} minutes: give at least one.")
        if self.first is not None and self.last is not None and self.last < self.first:
            raise BadDate(f"The range to level ends on {self.last}, before {self.first}.")


@dataclass(frozen=True, slots=True)
class Move:
    """A task that starts at another time than before, and why; with `rest`, what is left of it is taken up then.

    For `Why.RESOURCE`, `resource` is who was needed too often from `busy_from` to `busy_until` had the task stayed
    where its links let it start, and `because_of` are the tasks that have that resource then. For `Why.LINK`,
    `because_of` are the tasks (or summaries) ahead that moved.
    """

    project: str
    task: str
    before: datetime
    after: datetime
    reason: Why
    resource: str | None = None
    busy_from: datetime | None = None
    busy_until: datetime | None = None
    because_of: tuple[str, ...] = ()
    rest: bool = False

    @property
    def minutes(self) -> int:
        """By how long on the clock; negative if earlier."""
        return int((self.after - self.before).total_seconds() // 60)


@dataclass(frozen=True, slots=True)
class Interruption:
    """A break that levelling made in a task: its `resource` works on the tasks `because_of` meanwhile."""

    project: str
    task: str
    since: datetime
    until: datetime
    resource: str
    because_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Overload:
    """A stretch in which the tasks (project id, task id) still need more of a resource than there is: work that
    may not move, or that finds no room within its limits."""

    resource: str
    start: datetime
    finish: datetime
    needed: float
    there: float
    tasks: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class BrokenLag:
    """A maximum lag that could not be kept, by how many minutes on the clock."""

    project: str
    before: str
    after: str
    minutes: Minutes


@dataclass(frozen=True)
class Levelled:
    """The best plan found; `projects` computed by `schedule` give exactly `schedules`.

    `finish` is the last finish of all projects, `lower_bound` a date that no plan without overloads can beat;
    `optimal` means that both are equal, nothing is broken, and nothing later past its deadline than links alone make
    it. `tardiness` is minutes past deadlines times weights.
    `modes` names the mode of every task that has several ("" is the way given in the plan). `tried` counts
    schedules.
    """

    projects: tuple[Project, ...]
    schedules: tuple[Schedule, ...]
    moves: tuple[Move, ...]
    overloads: tuple[Overload, ...]
    broken_lags: tuple[BrokenLag, ...]
    finish: datetime
    lower_bound: datetime
    optimal: bool
    tardiness: int
    seconds: float
    tried: int
    modes: Mapping[tuple[str, str], str] = field(default_factory=dict)
    interruptions: tuple[Interruption, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def project(self) -> Project:
        """The levelled plan, where there is one."""
        return self.projects[0]

    @property
    def schedule(self) -> Schedule:
        """The dates of the levelled plan, where there is one."""
        return self.schedules[0]

    @property
    def shift(self) -> int:
        """Minutes on the clock by which starts differ from the current plan, summed."""
        return sum(abs(m.minutes) for m in self.moves)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the search is: seconds, schedules tried, the best finish and the bound so far."""

    seconds: float
    tried: int
    finish: datetime
    lower_bound: datetime
