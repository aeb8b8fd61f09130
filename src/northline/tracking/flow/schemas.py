"""What the flow and the progress of a project look like over the API."""

from __future__ import annotations

from datetime import date
from typing import Literal

from northline.core.schemas import Out, Ref


class BurnUpOut(Out):
    """By the days of the chart; minutes are planned working ones."""

    scope: list[int]
    done: list[int]
    minutes: list[int]
    done_minutes: list[int]


class StateFlowOut(Out):
    """How many items stood in a state, by the days of the chart."""

    id: str
    name: str
    category: Literal["to_do", "doing", "done"]
    items: list[int]


class ConeOut(Out):
    """By when this share of the runs has everything done; None where that is never."""

    share: float
    on: date | None


class CycleOut(Ref):
    """A finished item; `days` from its start to its finish, both counted."""

    finished: date
    days: int


class PercentileOut(Out):
    percent: int
    days: int


class CyclesOut(Out):
    items: list[CycleOut]
    percentiles: list[PercentileOut]


class WeekOut(Out):
    week: date
    items: int


class FlowOut(Out):
    """`days` are those that the series name; `cone` is None without a pace to go by."""

    today: date
    days: list[date]
    burn_up: BurnUpOut
    states: list[StateFlowOut]
    cone: list[ConeOut] | None
    cycle: CyclesOut
    throughput: list[WeekOut]
    minutes_per_day: int


class ShareDoneOut(Out):
    """How much is done of how much, and by when all of it is by that measure."""

    done: int
    of: int
    share: float
    finish: date | None


class EarnedOut(Out):
    """Earned value in hours: budget, planned, earned, actual; `finish` by earned schedule."""

    bac: float
    pv: float
    ev: float
    ac: float
    sv: float
    spi: float | None
    cpi: float | None
    share: float
    planned_share: float
    spi_time: float | None
    finish: date | None


class EarnedPeriodOut(Out):
    on: date
    planned: float
    earned: float | None
    actual: float | None


class SentenceOut(Out):
    code: str
    text: str


class ProgressOut(Out):
    """One progress, measured in items (`flow`), in `effort` and in `earned` value, with why they disagree.

    Without a `baseline` earned value goes by the plan as it is now.
    """

    today: date
    flow: ShareDoneOut
    effort: ShareDoneOut
    earned: EarnedOut | None
    baseline: Ref | None
    periods: list[EarnedPeriodOut]
    sentences: list[SentenceOut]
    notes: list[str]
    plan_p85: date | None
    minutes_per_day: int


class SlackDayOut(Out):
    """`slack_days` from the middle forecast of that day to its deadline, `safe_days` from that of eight in ten;
    `used` is the share of the room there was at first, `done` the share of the work."""

    on: date
    slack_days: int
    safe_days: int
    done: float
    used: float | None
    zone: Literal["green", "amber", "red"]


class ZoneLineOut(Out):
    """Above this share of the room the zone begins: where nothing is done, and where everything is."""

    zone: Literal["amber", "red"]
    at_first: float
    at_last: float


class SlackOut(Out):
    """`room_days` were there at first; without a deadline nothing is recorded of it."""

    deadline: date | None
    room_days: int | None
    days: list[SlackDayOut]
    lines: list[ZoneLineOut]
