"""How much a finding weighs, which are shown, and which sleep. Plain values in, plain values out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal
from uuid import UUID

from northline.reporting.morning.facts import Named

Code = Literal[
    "date_in_danger",
    "deadline_fell",
    "late",
    "not_started",
    "blocked",
    "overload",
    "change_request",
    "risk_due",
    "outside_late",
    "condition_overdue",
    "gate_due",
    "charter_open",
    "report_due",
    "silent",
    "promise_at_risk",
    "unowned",
]
MOST = 7
# Of one kind in one project no more than this: what is left over is counted on the last of them.
ALIKE = 2
# What is due in so many days counts half.
HALF = 14
# What is at stake where no plan says it.
A_DAY = 1.0


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to do: about what, in which project, why, and what makes it weigh what it weighs.

    `days` are at stake with the probability `chance`, 0 to 1; `due` is the day from which it is too late, today where
    it is now. `alike` counts those of its kind that are left out.
    """

    code: Code
    subject: Named
    project: Named
    why: str
    days: float
    chance: float
    due: date
    alike: int = 0

    @property
    def id(self) -> str:
        return finding_id(self.code, self.subject.id)


def finding_id(code: Code, subject_id: UUID) -> str:
    """What tells a finding from all others."""
    return f"{code}:{subject_id}"


def nearness(in_days: int) -> float:
    """1 for what is due now or was due before, a half in two weeks, a third in four.

    >>> nearness(-3), nearness(14), round(nearness(28), 2)
    (1.0, 0.5, 0.33)
    """
    return HALF / (HALF + max(0, in_days))


def weight(days: float, *, chance: float, in_days: int) -> float:
    """Days at stake, times the probability, times how near it is.

    >>> weight(10, chance=0.5, in_days=14)
    2.5
    """
    return round(days * chance * nearness(in_days), 2)


def weight_of(one: Finding, *, today: date) -> float:
    return weight(one.days, chance=one.chance, in_days=(one.due - today).days)


def is_asleep(*, until: date, weighed: float, weighs: float, today: date) -> bool:
    """Up to its day, unless it weighs twice by now what it weighed when it was put to sleep.

    >>> monday = date(2026, 3, 2)
    >>> is_asleep(until=date(2026, 3, 4), weighed=2.0, weighs=3.9, today=monday)
    True
    >>> is_asleep(until=date(2026, 3, 4), weighed=2.0, weighs=4.0, today=monday)
    False
    """
    return today < until and weighs < 2 * weighed


def ranked(findings: Iterable[Finding], *, today: date) -> list[Finding]:
    """The heaviest first; of those of one kind in one project only the heaviest, the last of which counts the rest."""
    order = sorted(findings, key=lambda one: (-weight_of(one, today=today), one.due, one.id))
    seen = Counter((one.code, one.project.id) for one in order)
    taken: Counter[tuple[str, object]] = Counter()
    found = []
    for one in order:
        what = (one.code, one.project.id)
        taken[what] += 1
        if taken[what] <= ALIKE:
            left = seen[what] - ALIKE if taken[what] == ALIKE else 0
            found.append(replace(one, alike=max(0, left)))
    return found
