"""A plan as whoever draws it needs it: rows in outline order, and what ties them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from northline.formats.roadmap.values import Words as PageWords

Kind = Literal["task", "summary", "milestone"]


@dataclass(frozen=True, slots=True)
class Row:
    """One line; `level` counts from 1, `percent` from 0 to 100, `baseline` is where it was agreed to stand. What is `inactive`
    keeps its dates, and nobody works on it."""

    title: str
    kind: Kind = "task"
    level: int = 1
    wbs: str = ""
    start: datetime | None = None
    finish: datetime | None = None
    duration: str = ""
    percent: float = 0.0
    critical: bool = False
    deadline: datetime | None = None
    baseline: tuple[datetime, datetime] | None = None
    note: str = ""
    inactive: bool = False


@dataclass(frozen=True, slots=True)
class Tie:
    """The row at `after` waits for the row at `before`, both counted from 0; `kind` is FS, SS, FF or SF."""

    before: int
    after: int
    kind: str = "FS"


@dataclass(frozen=True, slots=True)
class Words:
    """What stands on the page beside the plan's own words, in the reader's language."""

    page: PageWords = field(default_factory=PageWords)
    wbs: str = "WBS"
    title: str = "Name"
    duration: str = "Duration"
    start: str = "Start"
    finish: str = "Finish"
    percent: str = "%"
    task: str = "Task"
    done: str = "Done"
    critical: str = "Critical"
    inactive: str = "Inactive"
    summary: str = "Summary"
    milestone: str = "Milestone"
    baseline: str = "Baseline"
    deadline: str = "Deadline"
    status: str = "Status date"
    empty: str = "Nothing is planned yet."


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn; `today` and `footer` are given, for nothing here asks a clock. `free` are days of the week, Monday 0."""

    title: str
    today: date
    rows: tuple[Row, ...] = ()
    ties: tuple[Tie, ...] = ()
    subtitle: str = ""
    footer: str = ""
    status: datetime | None = None
    deadline: datetime | None = None
    free: frozenset[int] = frozenset({5, 6})
    words: Words = field(default_factory=Words)
