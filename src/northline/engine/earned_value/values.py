"""What earned value is asked with and answers: methods, figures with their formulas, periods.

Formulas: Project Management Institute, *Practice Standard for Earned Value Management* (2nd ed., 2011); earned
schedule: Lipke, *Schedule is Different* (The Measurable News, 2003) and *Earned Schedule* (2009).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from northline.engine.errors import BadValue, PlanError
from northline.engine.model import Minutes


class NoBaseline(PlanError):
    """A plan without the baseline that progress is to be measured against."""

    code = "plan.no_baseline"


class Unit(StrEnum):
    """What is counted: money in the plan's currency, or hours of work."""

    COST = "cost"
    HOURS = "hours"


class Method(StrEnum):
    """How a task earns: by its percent complete (of its duration or measured on the thing itself), all at its
    end, half at its start and half at its end, by milestones with weights, or simply with the passing of its
    time.
    """

    PERCENT_COMPLETE = "percent_complete"
    PHYSICAL_PERCENT = "physical_percent"
    ZERO_HUNDRED = "zero_hundred"
    FIFTY_FIFTY = "fifty_fifty"
    WEIGHTED_MILESTONES = "weighted_milestones"
    LEVEL_OF_EFFORT = "level_of_effort"


class PeriodLength(StrEnum):
    """Weeks begin on Monday."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class WeightedMilestone:
    """A step within a task: its weight beside the task's other steps, when it was planned, when it was reached."""

    weight: float
    planned: datetime
    reached: datetime | None = None

    def __post_init__(self) -> None:
        if not self.weight > 0:
            raise BadValue(f"A milestone with weight {self.weight}; give it one above 0.")


@dataclass(frozen=True, slots=True)
class EarnedSchedule:
    """Where in the planned time the work done lies; lengths in working minutes of the project's calendar.

    `start` and `finish` are the baseline's, `earned_until` the date by which the baseline wanted as much as was
    earned. `earned` (ES), `actual` (AT; up to the status date, or to the end of finished work) and `planned`
    (PD) are counted from `start`. `expected_finish` is where EAC(t) ends.
    """

    start: datetime
    finish: datetime
    earned_until: datetime
    earned: Minutes
    actual: Minutes
    planned: Minutes
    expected_finish: datetime | None = None

    @property
    def sv(self) -> Minutes:
        """SV(t) = ES − AT; below 0 when late."""
        return Minutes(self.earned - self.actual)

    @property
    def spi(self) -> float | None:
        """SPI(t) = ES ÷ AT; None before any time has passed."""
        return self.earned / self.actual if self.actual else None

    @property
    def eac(self) -> float | None:
        """EAC(t) = PD ÷ SPI(t), working minutes from the start if the pace stays; None where nothing is earned."""
        return self.planned * self.actual / self.earned if self.earned else None

    @property
    def eac_at_planned_pace(self) -> float:
        """EAC(t) = AT + PD − ES: what is left takes as long as planned."""
        return float(self.actual + self.planned - self.earned)


@dataclass(frozen=True, slots=True)
class Figures:
    """The earned value of one task, summary or the whole project at the status date.

    `bac` budget at completion, `pv` planned, `ev` earned and `ac` actual value in the unit of the report; a
    summary is the sum of what lies inside it. `left` is a bottom-up estimate to complete, where one was given.

    >>> paint = Figures("a", "Paint", bac=1000.0, pv=500.0, ev=400.0, ac=500.0)
    >>> paint.spi, paint.cpi, paint.eac, paint.eac_planned_pace, paint.eac_both
    (0.8, 0.8, 1250.0, 1100.0, 1437.5)
    """

    id: str
    name: str
    bac: float
    pv: float
    ev: float
    ac: float
    summary: bool = False
    left: float | None = None
    time: EarnedSchedule | None = None

    @property
    def sv(self) -> float:
        """SV = EV − PV."""
        return self.ev - self.pv

    @property
    def cv(self) -> float:
        """CV = EV − AC."""
        return self.ev - self.ac

    @property
    def spi(self) -> float | None:
        """SPI = EV ÷ PV; None where nothing was planned yet."""
        return self.ev / self.pv if self.pv else None

    @property
    def cpi(self) -> float | None:
        """CPI = EV ÷ AC; None where nothing was spent."""
        return self.ev / self.ac if self.ac else None

    @property
    def eac(self) -> float | None:
        """EAC = BAC ÷ CPI: the rest costs as what was done; None where nothing is earned or spent."""
        return self.bac * self.ac / self.ev if self.ev and self.ac else None

    @property
    def eac_planned_pace(self) -> float:
        """EAC = AC + BAC − EV: the rest costs as planned."""
        return self.ac + self.bac - self.ev

    @property
    def eac_both(self) -> float | None:
        """EAC = AC + (BAC − EV) ÷ (CPI · SPI): the rest suffers from cost and from lateness."""
        if not (self.ev and self.ac and self.pv):
            return None
        return self.ac + (self.bac - self.ev) * self.ac * self.pv / (self.ev * self.ev)

    @property
    def eac_bottom_up(self) -> float | None:
        """EAC = AC + the estimate to complete that was given."""
        return None if self.left is None else self.ac + self.left

    @property
    def vac(self) -> float | None:
        """VAC = BAC − EAC, with EAC = BAC ÷ CPI."""
        return None if self.eac is None else self.bac - self.eac

    @property
    def tcpi(self) -> float | None:
        """TCPI = (BAC − EV) ÷ (BAC − AC): the efficiency that keeps the budget; None where it is spent."""
        return (self.bac - self.ev) / (self.bac - self.ac) if self.bac > self.ac else None

    @property
    def tcpi_eac(self) -> float | None:
        """TCPI = (BAC − EV) ÷ (EAC − AC): the efficiency that keeps the estimate; None without one or rest."""
        if self.eac is None or self.eac <= self.ac:
            return None
        return (self.bac - self.ev) / (self.eac - self.ac)


@dataclass(frozen=True, slots=True)
class Period:
    """From `start` up to `end`: what was planned, earned and spent in it, and the sums up to its end.

    Earned and actual values are None where the period begins after the status date.
    """

    start: datetime
    end: datetime
    pv: float
    ev: float | None
    ac: float | None
    pv_sum: float
    ev_sum: float | None
    ac_sum: float | None


@dataclass(frozen=True, slots=True)
class EarnedValue:
    """Earned value of a plan at its status date; `tasks` by id in the plan's order, `notes` are sentences on
    what had to be assumed."""

    status_date: datetime
    unit: Unit
    baseline: int
    project: Figures
    tasks: Mapping[str, Figures]
    periods: tuple[Period, ...]
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "tasks", MappingProxyType(dict(self.tasks)))

    def __getitem__(self, task_id: str) -> Figures:
        return self.tasks[task_id]
