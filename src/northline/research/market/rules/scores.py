"""What jobs and comparisons come to, over plain values."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

# From such a score on, exclusive, the job is of that class (Ulwick, What Customers Want, 2005, chapter 3).
EXTREME, HIGH, WORTHWHILE = 15, 12, 10
# What somebody saw of a competitor longer ago may be another by now.
STALE_AFTER_DAYS = 180


def opportunity_score(importance: Decimal | None, satisfaction: Decimal | None) -> Decimal | None:
    """Importance + max(importance - satisfaction, 0), 1 to 20; None until both are known.

    Source: Ulwick, What Customers Want (2005), chapter 3: importance 9.5 and satisfaction 3.2 make 15.8.

    >>> opportunity_score(Decimal("9.5"), Decimal("3.2"))
    Decimal('15.8')
    >>> opportunity_score(Decimal(5), Decimal(8))
    Decimal('5')
    """
    if importance is None or satisfaction is None:
        return None
    return importance + max(importance - satisfaction, Decimal(0))


def job_class(importance: Decimal | None, satisfaction: Decimal | None) -> str:
    """How well the job is served today: extreme, high, worthwhile, served or overserved; "" until known.

    >>> job_class(Decimal("9.5"), Decimal("3.2")), job_class(Decimal(4), Decimal(8))
    ('extreme', 'overserved')
    """
    score = opportunity_score(importance, satisfaction)
    if score is None or importance is None or satisfaction is None:
        return ""
    for least, name in ((EXTREME, "extreme"), (HIGH, "high"), (WORTHWHILE, "worthwhile")):
        if score > least:
            return name
    return "overserved" if satisfaction > importance else "served"


def weighted_score(rated: Iterable[tuple[int, int | None]]) -> float | None:
    """The mean of the ratings, 0 to 5, by weight; of (weight, rating). What is not rated does not count.

    >>> weighted_score([(5, 4), (1, 1), (3, None)])
    3.5
    """
    known = [(weight, rating) for weight, rating in rated if rating is not None]
    total = sum(weight for weight, _ in known)
    return sum(weight * rating for weight, rating in known) / total if total else None


def is_stale(checked_on: date | None, *, today: date) -> bool:
    """Was it looked at more than 180 days ago, or on no known day?

    >>> is_stale(date(2026, 1, 1), today=date(2026, 6, 30)), is_stale(date(2026, 1, 1), today=date(2026, 7, 1))
    (False, True)
    """
    return checked_on is None or checked_on < today - timedelta(days=STALE_AFTER_DAYS)
