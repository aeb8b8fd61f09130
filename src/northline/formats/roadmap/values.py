"""A roadmap as whoever draws it needs it: lanes, bars, marks. What a reader may not see is not in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Bar:
    """An initiative from its first to its last day, both included, or without a window.

    `likely` are the days by which it is done with probability 0.5 and 0.85; `chance` says how likely the last day
    is, in words; `horizon` is now, next or later.
    """

    title: str
    start: date | None = None
    finish: date | None = None
    status: str = ""
    chance: str = ""
    likely: tuple[date, date] | None = None
    horizon: str = ""
    note: str = ""
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A milestone."""

    title: str
    on: date


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of the roadmap; `colour` is a web colour such as #2a9d8f, or empty."""

    title: str
    bars: tuple[Bar, ...] = ()
    marks: tuple[Mark, ...] = ()
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Tint:
    """What a colour of the bars means; `colour` as #2a9d8f."""

    label: str
    colour: str


@dataclass(frozen=True, slots=True)
class Words:
    """What stands on the page beside the roadmap's own words, in the reader's language."""

    now: str = "Now"
    next: str = "Next"
    later: str = "Later"
    no_horizon: str = "Other"
    today: str = "Today"
    parked: str = "Without a window"
    empty: str = "Nothing is planned yet."
    page: str = "Page {number} of {count}"
    likely: str = "done with 50 % to 85 % probability"
    quarter: str = "Q{number} {year}"
    months: tuple[str, ...] = (
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "May",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Oct",
        "Nov",
        "Dec",
    )


@dataclass(frozen=True, slots=True)
class Roadmap:
    """What is drawn; `today` and `footer` are given, for nothing here asks a clock."""

    title: str
    today: date
    lanes: tuple[Lane, ...] = ()
    subtitle: str = ""
    footer: str = ""
    words: Words = Words()
    legend: tuple[Tint, ...] = ()
