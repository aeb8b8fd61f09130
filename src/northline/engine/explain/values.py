"""What an explanation is made of: reasons in a chain, and moves with their gain."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from northline.engine.model import Lag, LinkKind, Minutes


class DateKind(StrEnum):
    """Which computed date of a task is explained."""

    START = "start"
    FINISH = "finish"
    EARLY_START = "early_start"
    EARLY_FINISH = "early_finish"
    LATE_START = "late_start"
    LATE_FINISH = "late_finish"

    @property
    def late(self) -> bool:
        """Is it a date by which something must be done, rather than one at which it can be?"""
        return self in (DateKind.LATE_START, DateKind.LATE_FINISH)

    @property
    def begins(self) -> bool:
        """Is it a start?"""
        return self in (DateKind.START, DateKind.EARLY_START, DateKind.LATE_START)


class ReasonKind(StrEnum):
    """What leads from one date to the next."""

    LINK = "link"
    CALENDAR = "calendar"
    DURATION = "duration"
    CHILD = "child"
    LEVELLING = "levelling"
    AS_LATE_AS_POSSIBLE = "as_late_as_possible"
    PROJECT_START = "project_start"
    PROJECT_FINISH = "project_finish"
    CONSTRAINT = "constraint"
    DEADLINE = "deadline"
    ACTUAL = "actual"
    MANUAL = "manual"
    STATUS_DATE = "status_date"
    RESUMED = "resumed"
    OTHER = "other"


# Reasons that need no further reason: a chain ends at one of them.
ROOTS = frozenset(
    {
        ReasonKind.PROJECT_START,
        ReasonKind.PROJECT_FINISH,
        ReasonKind.CONSTRAINT,
        ReasonKind.DEADLINE,
        ReasonKind.ACTUAL,
        ReasonKind.MANUAL,
        ReasonKind.STATUS_DATE,
        ReasonKind.RESUMED,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Busy:
    """From `since` to `until` the `tasks` hold a `resource`, which a task that levelling delays would have needed then.

    Without tasks there is less of the resource than the task alone needs.
    """

    resource: str
    since: datetime
    until: datetime
    tasks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One step of a chain: the `date` of `task` is `at`, which follows from `since`, `minutes` away.

    `minutes` is working time for a lag or a duration, clock time for a calendar gap, an elapsed lag or a
    delay. `before` is the task that the chain goes on with, `through` the task or summary that a link enters
    (or leaves, on the way to late dates), `link` its index in `Project.links`. `calendars` name the ids whose
    working time matters. `busy`, of a levelling decision, tells who was busy with what. `code` and `arguments` are the sentence as a template and what fills it.
    """

    task: str
    date: DateKind
    at: datetime
    kind: ReasonKind
    code: str
    sentence: str
    since: datetime | None = None
    minutes: int = 0
    before: str | None = None
    through: str | None = None
    link: int | None = None
    link_kind: LinkKind | None = None
    lag: Lag | None = None
    calendars: tuple[str, ...] = ()
    busy: tuple[Busy, ...] = ()
    arguments: Mapping[str, str] = field(default_factory=dict)


class ChangeKind(StrEnum):
    """What can be done to a plan to move a date."""

    REMOVE_LINK = "remove_link"
    SET_LAG = "set_lag"
    SHORTEN = "shorten"
    REMOVE_CONSTRAINT = "remove_constraint"
    MOVE_CONSTRAINT = "move_constraint"
    REMOVE_DEADLINE = "remove_deadline"
    WORK_ON = "work_on"
    REMOVE_DELAY = "remove_delay"
    REMOVE_SPLITS = "remove_splits"
    SCHEDULE_AUTOMATICALLY = "schedule_automatically"
    AS_SOON_AS_POSSIBLE = "as_soon_as_possible"
    START_PROJECT = "start_project"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change to a plan as data; `applied` makes the changed plan.

    `minutes` is the new duration or lag, `at` the new date, `days` the days off on which `calendars` are to
    have working time.
    """

    kind: ChangeKind
    task: str | None = None
    link: int | None = None
    minutes: Minutes | None = None
    at: datetime | None = None
    calendars: tuple[str, ...] = ()
    days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """What a change would do to the explained date, found by computing the changed plan.

    `gain` is working minutes by which a start or finish comes earlier, or a late date later; `becomes` the
    new date; `step` the index of the reason that the change works on.
    """

    change: Change
    step: int
    gain: Minutes
    becomes: datetime
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why a date is where it is, and what would move it, most first.

    `untried` is how many more changes there would have been to try.
    """

    task: str
    date: DateKind
    at: datetime
    reasons: tuple[Reason, ...]
    moves: tuple[Move, ...]
    untried: int = 0
