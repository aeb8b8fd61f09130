"""What a status report is drawn from, as plain values: facts, each with where it comes from and when it was last known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

State = Literal["on_track", "at_risk", "off_track", "unknown"]
Section = Literal["summary", "changed", "progress", "dates", "risks", "decisions", "next"]
SECTIONS: tuple[Section, ...] = ("summary", "changed", "progress", "dates", "risks", "decisions", "next")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a sentence rests on; `known_at` is when the fact was last written or computed."""

    kind: str
    id: str
    key: str
    title: str
    known_at: datetime


@dataclass(frozen=True, slots=True)
class Task:
    """A task or milestone of the plan, by its computed finish and its own deadline."""

    source: Evidence
    finish: date | None
    percent: float = 0.0
    deadline: date | None = None
    done_on: date | None = None

    @property
    def done(self) -> bool:
        return self.done_on is not None


@dataclass(frozen=True, slots=True)
class Threat:
    """`score` is 1 to 25, `percent` its probability, `days` what it costs the finish in working days."""

    source: Evidence
    percent: int
    score: int | None = None
    days: float | None = None
    responded: bool = False


@dataclass(frozen=True, slots=True)
class Trouble:
    """An open issue."""

    source: Evidence
    severity: str
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Need:
    """What somebody outside owes the project."""

    source: Evidence
    party: str
    needed_by: date
    promised_for: date | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """A decision that was taken, or, without a day, that waits to be."""

    source: Evidence
    outcome: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Earned:
    """Earned value: shares of the budget, indices, and hours."""

    source: Evidence
    share: float
    planned: float
    spi_time: float | None
    hours_earned: float
    hours_spent: float
    against_baseline: bool


@dataclass(frozen=True, slots=True)
class Slip:
    """The plan against its latest baseline; `days` are calendar days that the finish is later."""

    source: Evidence
    was: date
    finish: date
    later: int
    earlier: int

    @property
    def days(self) -> int:
        return (self.finish - self.was).days


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is known of a project at `now`. `share` is of the planned effort, 0 to 1; `chance` that of `deadline`."""

    now: datetime
    progress: Evidence
    forecast: Evidence
    items: int = 0
    items_done: int = 0
    share: float = 0.0
    begun: int = 0
    finish: date | None = None
    deadline: date | None = None
    chance: float | None = None
    p80: date | None = None
    earned: Earned | None = None
    slip: Slip | None = None
    milestones: tuple[Task, ...] = ()
    tasks: tuple[Task, ...] = ()
    threats: tuple[Threat, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    needs: tuple[Need, ...] = ()
    choices: tuple[Choice, ...] = ()

    @property
    def today(self) -> date:
        return self.now.date()

    @property
    def is_done(self) -> bool:
        return 0 < self.items == self.items_done


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a health is proposed."""

    code: str
    state: State
    text: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a draft; `id` stays the same from draft to draft as long as it is about the same thing."""

    id: str
    section: Section
    text: str
    evidence: tuple[Evidence, ...]


# Facts of running work that are older than this say little of today.
OLD = timedelta(days=14)


def is_old(known_at: datetime, *, now: datetime) -> bool:
    """Is a fact so old that a reader should know?

    >>> is_old(datetime(2026, 3, 1), now=datetime(2026, 3, 16))
    True
    """
    return now - known_at > OLD
