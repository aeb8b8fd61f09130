"""One progress, measured in three ways, and why they disagree: sentences by rules over plain values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from northline.core.wording import exactly

# Shares that lie no farther apart agree.
ALIKE = 0.05
# Dates that lie no farther apart agree.
ALIKE_DAYS = 7


@dataclass(frozen=True, slots=True)
class Measured:
    """How far a project is. Shares from 0 to 1; minutes are planned working minutes.

    `earned` and `planned` are shares of the budget, `budget_minutes` what the baseline held of such minutes; `spi` is that of
    earned schedule. `flow_p85` is by when 85 % of the runs by the pace of late have everything done, `plan_p85` by when
    those of the plan's simulation have.
    """

    items: int
    items_done: int
    begun: int
    minutes: int
    minutes_done: float
    begun_minutes: float
    minutes_per_day: int
    today: date
    earned: float | None = None
    planned: float | None = None
    spi: float | None = None
    budget_minutes: float | None = None
    against: str = ""
    spent_minutes: float = 0.0
    plan_finish: date | None = None
    schedule_finish: date | None = None
    flow_p85: date | None = None
    plan_p85: date | None = None
    weekly: float | None = None

    @property
    def flow(self) -> float:
        return self.items_done / self.items if self.items else 0.0

    @property
    def effort(self) -> float:
        return self.minutes_done / self.minutes if self.minutes else 0.0


@dataclass(frozen=True, slots=True)
class Sentence:
    code: str
    text: str


def sentences(told: Measured) -> list[Sentence]:
    """Why the three measures say what they say, the most telling first; never none.

    >>> told = Measured(items=4, items_done=2, begun=0, minutes=1920, minutes_done=960.0, begun_minutes=0.0,
    ...     minutes_per_day=480, today=date(2026, 3, 2))
    >>> [one.code for one in sentences(told)]
    ['agree', 'no_baseline', 'no_pace']
    """
    if not told.items:
        return [Sentence("empty", "There is no work in the plan yet.")]
    found = [*_shares(told), *_baseline(told), *_dates(told)]
    return found or [Sentence("agree", "All measures agree.")]


def _shares(told: Measured) -> Iterator[Sentence]:
    gap = told.flow - told.effort
    if abs(gap) <= ALIKE and (told.earned is None or abs(told.earned - told.effort) <= ALIKE):
        yield Sentence(
            "agree", f"Counted in items and in effort the project is equally far: {_pc(told.effort)}."
        )
        return
    left = told.items - told.items_done
    if gap > ALIKE and left:
        done = _days(told.minutes_done / max(1, told.items_done), told)
        rest = _days((told.minutes - told.minutes_done) / left, told)
        yield Sentence(
            "small_first",
            f"{_pc(told.flow)} of the items are done, but {_pc(told.effort)} of the effort: the small ones came first."
            f" What is done took {done} an item, what is left takes {rest}.",
        )
    elif gap < -ALIKE:
        yield Sentence(
            "begun_not_done",
            f"{_pc(told.effort)} of the effort is spent, but only {_pc(told.flow)} of the items are done:"
            f" {told.begun} are begun and not done, with {_days(told.begun_minutes, told)} of effort in them that"
            " counting items does not see.",
        )
    elif told.begun_minutes > ALIKE * told.minutes:
        yield Sentence(
            "in_progress",
            f"{told.begun} items are begun and not done; {_days(told.begun_minutes, told)} of effort lie in them.",
        )


def _baseline(told: Measured) -> Iterator[Sentence]:
    if told.earned is None or told.planned is None:
        yield Sentence(
            "no_baseline",
            "Nothing is planned with any effort, so no value can be earned: give the tasks durations.",
        )
        return
    late = told.planned - told.earned
    if abs(late) > ALIKE:
        pace = (
            f" At this pace (SPI {told.spi:.2f}) it ends on {_on(told.schedule_finish)}."
            if _tells(told)
            else ""
        )
        yield Sentence(
            "behind" if late > 0 else "ahead",
            f"{told.against} wanted {_pc(told.planned)} by today, {_pc(told.earned)} is earned:"
            f" {'behind' if late > 0 else 'ahead of'} the plan.{pace}",
        )
    if told.budget_minutes and abs(told.minutes - told.budget_minutes) > ALIKE * told.budget_minutes:
        grown = told.minutes > told.budget_minutes
        yield Sentence(
            "scope_changed",
            f"The plan has {'grown' if grown else 'shrunk'} from {_days(told.budget_minutes, told)} of effort to"
            f" {_days(told.minutes, told)} since the baseline. Earned value goes by the baseline, effort by the plan"
            " as it is now.",
        )


def _tells(told: Measured) -> bool:
    return told.spi is not None and told.schedule_finish is not None


def _dates(told: Measured) -> Iterator[Sentence]:
    if told.items_done == told.items:
        return
    if told.flow_p85 is None:
        yield Sentence(
            "no_pace", "Nothing was finished in the last twelve weeks, so there is no pace to go by."
        )
        return
    if told.plan_p85 is None:
        return
    apart = (told.flow_p85 - told.plan_p85).days
    pace = f"{told.weekly:.1f} items a week" if told.weekly is not None else "the pace of late"
    if abs(apart) <= ALIKE_DAYS:
        yield Sentence(
            "dates_agree",
            f"By its pace and by its plan the project is done at the same time: 85 % of runs by {_on(told.plan_p85)}.",
        )
    elif apart > 0:
        yield Sentence(
            "pace_later",
            f"By its pace of late ({pace}) everything is done by {_on(told.flow_p85)}, by the plan's simulation by"
            f" {_on(told.plan_p85)} (85 % of runs each). The plan takes more to be done at once, or faster, than was done"
            " lately: look at who is to do it.",
        )
    else:
        yield Sentence(
            "plan_later",
            f"By its pace of late ({pace}) everything is done by {_on(told.flow_p85)}, by the plan's simulation only by"
            f" {_on(told.plan_p85)} (85 % of runs each). What waits for what holds the plan back, or the items that are left"
            " are larger than those that were finished.",
        )


def _pc(share: float) -> str:
    return f"{round(100 * share)} %"


def _on(day: date | None) -> str:
    return exactly(day) if day else "an unknown day"


def _days(minutes: float, told: Measured) -> str:
    days = minutes / told.minutes_per_day
    shown = f"{days:.1f}" if days < 10 else f"{days:.0f}"
    return f"{shown.removesuffix('.0')} {'day' if shown in ('1.0', '1') else 'days'}"
