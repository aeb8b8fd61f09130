"""What the page is made of. Plain values in, plain values out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median
from typing import Any, Literal

# Every trend compares with so many days ago, or with the stretch of that length before.
BACK = timedelta(days=30)
Unit = Literal["count", "percent", "days"]
Better = Literal["more", "less", ""]
# So many things are named beside a figure, the gravest first.
MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` out of `of`, now or in the last 30 days, and what it `was` 30 days ago, or in the 30 days before; None
    where no row tells."""

    name: str
    value: float | None
    was: float | None
    of: int | None = None
    unit: Unit = "count"
    better: Better = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A thing behind the figures, and in which word it stands there; under its own title if no other is given."""

    row: Any
    word: str
    day: date | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """`as_of` is when the newest of the rows behind it was written; None without any."""

    name: str
    as_of: datetime | None
    figures: Sequence[Figure]
    named: Sequence[Named] = ()


@dataclass(frozen=True, slots=True)
class Moments:
    """The moment of reading, and the ends of the two stretches that a trend compares."""

    now: datetime
    today: date

    @property
    def then(self) -> datetime:
        return self.now - BACK

    @property
    def day_then(self) -> date:
        return self.today - BACK

    @property
    def before(self) -> datetime:
        return self.now - 2 * BACK


def share(part: int, whole: int) -> float | None:
    """A part in whole per cents; None of nothing.

    >>> share(2, 3)
    67.0
    """
    return float(round(100 * part / whole)) if whole else None


def middle_age(since: Sequence[datetime], *, now: datetime) -> float | None:
    """The median age in whole days; None of nothing.

    >>> middle_age([datetime(2026, 3, 1), datetime(2026, 3, 3), datetime(2026, 3, 9)], now=datetime(2026, 3, 9))
    6.0
    """
    return float(int(median((now - at).days for at in since))) if since else None


def newest(*moments: datetime | None) -> datetime | None:
    """The last of those that there are."""
    return max((at for at in moments if at is not None), default=None)
