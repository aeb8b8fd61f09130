"""What lint finds: points of the assessment and findings with their fix."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

FixValue = str | int | float | list[str] | None
# Which of the fourteen points a finding explains: a point that fails counts nothing that has none of its findings.
POINTS_OF: Mapping[str, tuple[int, ...]] = {
    "logic.no_links": (1,),
    "logic.dangling_start": (1,),
    "logic.dangling_finish": (1,),
    "logic.lead": (2,),
    "logic.lag": (3,),
    "logic.not_finish_to_start": (4,),
    "logic.hard_constraint": (5,),
    "logic.high_float": (6,),
    "logic.negative_float": (7,),
    "wbs.oversized": (8,),
    "wbs.high_duration": (8,),
    "progress.invalid_dates": (9,),
    "wbs.no_resource": (10,),
    "progress.missed": (11, 14),
    "logic.path_broken": (12,),
    "progress.path_too_long": (13,),
    "progress.overdue": (14,),
}


class Verdict(StrEnum):
    """Whether a point is met; not applicable where the plan lacks what it judges."""

    PASS = "pass"  # noqa: S105  a verdict, no password
    FAIL = "fail"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Thresholds: the fourteen of the assessment (shares from 0 to 1, days of the plan), and ours.

    `oversized_days`: a leaf longer than this should be broken down (the 8/80 rule: two weeks of work).
    """

    logic: float = 0.05
    leads: float = 0.0
    lags: float = 0.05
    finish_to_start: float = 0.90
    hard_constraints: float = 0.05
    high_float: float = 0.05
    high_float_days: int = 44
    negative_float: float = 0.0
    high_duration: float = 0.05
    high_duration_days: int = 44
    invalid_dates: float = 0.0
    resources: float = 0.0
    missed_tasks: float = 0.05
    test_delay_days: int = 600
    cpli: float = 0.95
    bei: float = 0.95
    oversized_days: float = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One of the fourteen points: `count` of a `population`, judged against `threshold`.

    `share` is count ÷ population; for the two indices (13, 14) `value` is the index. `tasks` (and `links`, as
    indices) are those counted.
    """

    number: int
    code: str
    name: str
    verdict: Verdict
    population: int
    count: int
    share: float | None
    threshold: float
    value: float | None = None
    tasks: tuple[str, ...] = ()
    links: tuple[int, ...] = ()
    sentence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A rule that some tasks break, why it matters, and what to do: `fix` as data, `advice` as a sentence."""

    code: str
    tasks: tuple[str, ...]
    reason: str
    advice: str
    fix: Mapping[str, FixValue]
    links: tuple[int, ...] = ()

    @property
    def points(self) -> tuple[int, ...]:
        """Numbers of the points of the assessment that it belongs to."""
        return POINTS_OF.get(self.code, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class LintReport:
    """All fourteen points in order, and the findings in the order of the plan."""

    points: tuple[Point, ...]
    findings: tuple[Finding, ...]

    @property
    def passed(self) -> bool:
        """Does no point fail?"""
        return all(p.verdict is not Verdict.FAIL for p in self.points)
