"""The first ten of the fourteen points, and how each is judged.

Defense Contract Management Agency, *Earned Value Management System Program Analysis Pamphlet*, DCMA-EA PAM
200.1 (October 2012), section 4; thresholds as published there. Populations: unfinished work, that is leaves
that take time; links between active tasks. Milestones count for logic and constraints.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from northline.engine.lint.facts import Facts
from northline.engine.lint.values import Point, Verdict
from northline.engine.model import ConstraintKind, LinkKind, Task

HARD = (ConstraintKind.MSO, ConstraintKind.MFO, ConstraintKind.SNLT, ConstraintKind.FNLT)


def first_points(facts: Facts) -> Iterator[Point]:
    """Points 1 to 10."""
    yield _logic(facts)
    yield from _links(facts)
    yield from _floats(facts)
    yield _high_duration(facts)
    yield _invalid_dates(facts)
    yield _resources(facts)


def judged(
    number: int, code: str, name: str, found: Sequence[str], population: int, limit: float, sentence: str
) -> Point:
    """A point about tasks: their share may not pass the limit; without a population it does not apply."""
    share = len(found) / population if population else None
    verdict = Verdict.NOT_APPLICABLE if share is None else Verdict.PASS if share <= limit else Verdict.FAIL
    return Point(
        number=number, code=code, name=name, verdict=verdict, population=population, count=len(found),
        share=share, threshold=limit, tasks=tuple(found), sentence=sentence,
    )  # fmt: skip


def _open(facts: Facts) -> list[Task]:
    return [t for t in facts.leaves if t.actual_finish is None and not t.hammock]


def _logic(facts: Facts) -> Point:
    """The first and the last task of a plan need no more than one side."""
    tasks = _open(facts)
    firsts = [t for t in tasks if not facts.has_before(t.id)]
    lasts = [t for t in tasks if not facts.has_after(t.id)]
    first = min(firsts, key=lambda t: facts.plan[t.id].start, default=None)
    last = max(lasts, key=lambda t: facts.plan[t.id].finish, default=None)
    loose = {t.id for t in firsts if t is not first} | {t.id for t in lasts if t is not last}
    found = [t.id for t in tasks if t.id in loose]
    said = f"{len(found)} of {len(tasks)} unfinished tasks miss a predecessor or a successor."
    return judged(1, "logic", "Logic", found, len(tasks), facts.limits.logic, said)


def _links(facts: Facts) -> Iterator[Point]:
    links = facts.project.links
    total = facts.counted_links
    leads = [n for n in total if links[n].lag.amount < 0]
    lags = [n for n in total if links[n].lag.amount > 0]
    others = [n for n in total if links[n].kind is not LinkKind.FS]
    limits = facts.limits
    yield _of_links(2, "leads", "Leads", leads, total, limits.leads, "links have a negative lag")
    yield _of_links(3, "lags", "Lags", lags, total, limits.lags, "links have a lag")
    share = 1 - len(others) / len(total) if total else None
    met = share is not None and share >= limits.finish_to_start
    yield Point(
        number=4, code="finish_to_start", name="Relationship types",
        verdict=Verdict.NOT_APPLICABLE if share is None else Verdict.PASS if met else Verdict.FAIL,
        population=len(total), count=len(total) - len(others), share=share, threshold=limits.finish_to_start,
        links=tuple(others), sentence=f"{len(total) - len(others)} of {len(total)} links are finish to start.",
    )  # fmt: skip


def _of_links(
    number: int, code: str, name: str, found: list[int], total: Sequence[int], limit: float, what: str
) -> Point:
    share = len(found) / len(total) if total else None
    verdict = Verdict.NOT_APPLICABLE if share is None else Verdict.PASS if share <= limit else Verdict.FAIL
    return Point(
        number=number, code=code, name=name, verdict=verdict, population=len(total), count=len(found),
        share=share, threshold=limit, links=tuple(found), sentence=f"{len(found)} of {len(total)} {what}.",
    )  # fmt: skip


def _floats(facts: Facts) -> Iterator[Point]:
    tasks, limits = _open(facts), facts.limits
    high = facts.days(limits.high_float_days)
    cases: tuple[tuple[int, str, str, Callable[[Task], bool], float, str], ...] = (
        (5, "hard_constraints", "Hard constraints", lambda t: t.constraint.kind in HARD,
         limits.hard_constraints, "unfinished tasks have a constraint that overrides links"),
        (6, "high_float", "High float", lambda t: facts.plan[t.id].total_slack > high,
         limits.high_float, f"unfinished tasks have more than {limits.high_float_days} days of slack"),
        (7, "negative_float", "Negative float", lambda t: facts.plan[t.id].total_slack < 0,
         limits.negative_float, "unfinished tasks are later than they may be"),
    )  # fmt: skip
    for number, code, name, fits, limit, what in cases:
        found = [t.id for t in tasks if fits(t)]
        yield judged(number, code, name, found, len(tasks), limit, f"{len(found)} of {len(tasks)} {what}.")


def _high_duration(facts: Facts) -> Point:
    """By the baseline's duration where there is one, else the present one."""
    limit = facts.days(facts.limits.high_duration_days)
    found = [t.id for t in facts.unfinished if _planned(facts, t) > limit]
    said = (
        f"{len(found)} of {len(facts.unfinished)} unfinished tasks last longer than "
        f"{facts.limits.high_duration_days} days."
    )
    return judged(
        8, "high_duration", "High duration", found, len(facts.unfinished), facts.limits.high_duration, said
    )


def _planned(facts: Facts, task: Task) -> int:
    baseline = facts.baseline(task)
    duration = baseline.duration if baseline is not None and baseline.duration else task.duration
    per_day = facts.project.minutes_per_day
    return round(duration * per_day / 1440) if task.elapsed_duration else duration


def _invalid_dates(facts: Facts) -> Point:
    """Forecasts before the status date, actuals after it."""
    name, limit = "Invalid dates", facts.limits.invalid_dates
    if facts.status is None:
        return judged(9, "invalid_dates", name, [], 0, limit, "The plan has no status date.")
    tasks = [t for t in facts.leaves if not t.hammock]
    found = [t.id for t in tasks if wrong_dates(facts, t)]
    said = f"{len(found)} of {len(tasks)} tasks are planned in the past or done in the future."
    return judged(9, "invalid_dates", name, found, len(tasks), limit, said)


def wrong_dates(facts: Facts, task: Task) -> list[str]:
    """What of a task's start and finish lies on the wrong side of the status date."""
    if facts.status is None:
        return []
    dates, found = facts.plan[task.id], []
    for end, actual, planned in (
        ("start", task.actual_start, dates.start),
        ("finish", task.actual_finish, dates.finish),
    ):
        if (actual is None and planned < facts.status) or (actual is not None and actual > facts.status):
            found.append(end)
    return found


def _resources(facts: Facts) -> Point:
    """Unfinished work of a day or more without anyone, in plans that name resources at all."""
    name, limit = "Resources", facts.limits.resources
    if not facts.project.resources and not facts.project.demands:
        return judged(10, "resources", name, [], 0, limit, "The plan names no resources.")
    busy = {a.task for a in facts.project.assignments} | {d.task for d in facts.project.demands}
    tasks = [t for t in facts.unfinished if t.duration >= facts.project.minutes_per_day]
    found = [t.id for t in tasks if t.id not in busy and not t.fixed_cost]
    said = f"{len(found)} of {len(tasks)} unfinished tasks of a day or more have no resource and no cost."
    return judged(10, "resources", name, found, len(tasks), limit, said)
