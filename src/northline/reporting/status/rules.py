"""Which health a project's facts propose, and why. Plain values in, plain values out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from northline.core.wording import exactly
from northline.reporting.overseeing.rules import EVEN, LIKELY
from northline.reporting.status.values import Facts, Reason, State, is_old

ORDER: tuple[State, ...] = ("unknown", "on_track", "at_risk", "off_track")
# Calendar days behind the baseline, and pace of earned schedule, from which a project is at risk.
SLIPPED, SLOW = 14, 0.8
MOST_LATE = 3


def proposed(facts: Facts) -> tuple[State, tuple[Reason, ...]]:
    """The worst of what the calendar, the forecast, the baseline, the register and the silence say, with what says so.

    A project of which nothing is known has none, and no reason.
    """
    if facts.is_done:
        done = Reason("done", "on_track", f"All {facts.items} items of the plan are done.", (facts.progress,))
        return "on_track", (done,)
    found = sorted(_reasons(facts), key=lambda one: -ORDER.index(one.state))
    worst = found[0].state if found else "unknown"
    # What is well says nothing beside what is not.
    return worst, tuple(one for one in found if one.state == worst or one.state != "on_track")


def live_state(*, today: date, deadline: date | None, chance: float | None, done: bool) -> State:
    """The health by calendar and forecast alone, for many projects at once.

    >>> live_state(today=date(2026, 3, 2), deadline=date(2026, 4, 1), chance=0.6, done=False)
    'at_risk'
    """
    if done:
        return "on_track"
    if deadline is not None and deadline < today:
        return "off_track"
    return "unknown" if chance is None else _by_chance(chance)


def _by_chance(chance: float) -> State:
    if chance < EVEN:
        return "off_track"
    return "at_risk" if chance < LIKELY else "on_track"


def _reasons(facts: Facts) -> Iterator[Reason]:
    yield from _of_deadline(facts)
    yield from _of_milestones(facts)
    yield from _of_progress(facts)
    for one in facts.troubles:
        if one.severity == "critical":
            yield Reason(
                "critical_issue", "at_risk", f"A critical issue is open: “{one.source.title}”.", (one.source,)
            )


def _of_deadline(facts: Facts) -> Iterator[Reason]:
    deadline, chance = facts.deadline, facts.chance
    if deadline is None:
        return
    if deadline < facts.today:
        text = f"The deadline of {exactly(deadline)} has passed and the work is not done."
        yield Reason("late", "off_track", text, (facts.forecast,))
    elif chance is not None:
        text = f"The chance of the deadline of {exactly(deadline)} is {percent(chance)}."
        code = {"off_track": "unlikely", "at_risk": "unsure"}.get(_by_chance(chance), "likely")
        yield Reason(code, _by_chance(chance), text, (facts.forecast,))


def _of_milestones(facts: Facts) -> Iterator[Reason]:
    late = [
        one
        for one in facts.milestones
        if not one.done and one.deadline and one.finish and one.finish > one.deadline
    ]
    for one in late[:MOST_LATE]:
        assert one.deadline is not None
        text = f"“{one.source.title}” misses its deadline of {exactly(one.deadline)}."
        yield Reason("milestone_late", "at_risk", text, (one.source,))


def _of_progress(facts: Facts) -> Iterator[Reason]:
    if facts.slip and facts.slip.days >= SLIPPED:
        text = f"The finish is {facts.slip.days} days later than the baseline had it."
        yield Reason("slipped", "at_risk", text, (facts.slip.source,))
    earned = facts.earned
    if earned and earned.against_baseline and earned.spi_time is not None and earned.spi_time < SLOW:
        text = f"Work is done at {percent(earned.spi_time)} of the pace that the baseline wanted."
        yield Reason("slow", "at_risk", text, (earned.source,))
    if facts.begun and is_old(facts.progress.known_at, now=facts.now):
        text = f"Nobody has reported progress since {exactly(facts.progress.known_at.date())}."
        yield Reason("silent", "at_risk", text, (facts.progress,))


def percent(share: float) -> str:
    """A share in whole per cents; never 100 % of what is not all.

    >>> percent(0.996), percent(1.0)
    ('99 %', '100 %')
    """
    return f"{min(99, round(100 * share)) if share < 1 else round(100 * share)} %"
