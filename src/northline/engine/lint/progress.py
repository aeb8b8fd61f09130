"""Points 11 to 14: promises kept, the test of the critical path, and the two indices.

As in DCMA-EA PAM 200.1, section 4: CPLI = (critical path length + total float) ÷ critical path length, in
working days from the status date; BEI = tasks done ÷ tasks that the baseline wanted done by the status date.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from northline.engine.feasible.hours import minute_of
from northline.engine.lint.facts import Facts
from northline.engine.lint.points import judged
from northline.engine.lint.values import Point, Verdict
from northline.engine.model import Task
from northline.engine.paths import last_task

# Of a delay as much must come through as calendars that differ leave of it.
ENOUGH = 0.95


def last_points(facts: Facts) -> Iterator[Point]:
    """Points 11 to 14."""
    yield _missed(facts)
    yield _path_test(facts)
    yield _cpli(facts)
    yield _bei(facts)


def _due(facts: Facts) -> list[tuple[Task, datetime]]:
    """Leaves whose baseline wanted them done by the status date, with that date."""
    if facts.status is None:
        return []
    baselines = [(t, facts.baseline(t)) for t in facts.leaves if not t.hammock]
    finishes = [(t, b.finish) for t, b in baselines if b is not None and b.finish is not None]
    return [(t, f) for t, f in finishes if f <= facts.status]


def _missed(facts: Facts) -> Point:
    due = _due(facts)
    found = [t.id for t, f in due if (t.actual_finish or facts.plan[t.id].finish) > f]
    said = f"{len(found)} of {len(due)} tasks due by the status date finished later or will."
    if not due:
        said = "No baseline wants a task done by the status date."
    return judged(11, "missed_tasks", "Missed tasks", found, len(due), facts.limits.missed_tasks, said)


def _path_test(facts: Facts) -> Point:
    """Really delay the first unfinished critical task: the task that ends the plan must move as far."""
    first = facts.first_critical
    delay = facts.limits.test_delay_days
    limit = float(delay)
    if first is None:
        said = "No unfinished work is critical."
        return _index(12, "critical_path_test", "Critical path test", None, limit, said)
    end = last_task(facts.project, facts.plan) or first.id
    gained = facts.moved(end)
    allowed = max(0, facts.plan[first.id].total_slack) / facts.day_of(first)
    # Days off that follow tasks have and the delayed one has not change the count a little.
    met = gained >= ENOUGH * (delay - allowed)
    said = f"{facts.called(first.id)} delayed by {delay} days moves {facts.called(end)} by {gained:g}."
    point = _index(12, "critical_path_test", "Critical path test", gained, limit, said, (first.id,))
    return replace(point, verdict=Verdict.PASS if met else Verdict.FAIL)


def _cpli(facts: Facts) -> Point:
    """Length from the status date (else the start) to the finish; float to the baseline's finish, or deadline."""
    name, limit = "Critical path length index", facts.limits.cpli
    wanted = wanted_finish(facts)
    begin = facts.status or facts.plan.start
    finish = facts.plan.finish
    if wanted is None or not facts.unfinished:
        said = "The plan has neither baseline nor deadline to be measured against."
        return _index(13, "cpli", name, None, limit, said)
    hours = facts.hours(None)
    length = hours.worked(minute_of(begin), minute_of(finish))
    room = hours.worked(minute_of(finish), minute_of(wanted))
    if length <= 0:
        said = "The plan ends before its status date."
        return _index(13, "cpli", name, None, limit, said)
    per_day = facts.project.minutes_per_day
    said = f"{length / per_day:g} days are left, with {room / per_day:g} days of float to the wanted finish."
    path = tuple(t.id for t in facts.unfinished if facts.plan[t.id].critical)
    return _index(13, "cpli", name, (length + room) / length, limit, said, path)


def wanted_finish(facts: Facts) -> datetime | None:
    """What the end of the plan is measured against: its deadline, else the last finish of the baseline."""
    if facts.project.deadline is not None:
        return facts.project.deadline
    found = [b.finish for t in facts.leaves if (b := facts.baseline(t)) is not None and b.finish is not None]
    return max(found, default=None)


def _bei(facts: Facts) -> Point:
    """Everything done by the status date counts, early or not."""
    due, name, limit = _due(facts), "Baseline execution index", facts.limits.bei
    if not due or facts.status is None:
        return _index(14, "bei", name, None, limit, "No baseline wants a task done by the status date.")
    done = [t for t in facts.leaves if t.actual_finish is not None and t.actual_finish <= facts.status]
    behind = tuple(t.id for t, _ in due if t.actual_finish is None)
    said = f"{len(done)} tasks are done; the baseline wanted {len(due)}."
    point = _index(14, "bei", name, len(done) / len(due), limit, said, behind)
    return replace(point, population=len(due), count=len(done))


def _index(
    number: int,
    code: str,
    name: str,
    value: float | None,
    limit: float,
    sentence: str,
    tasks: tuple[str, ...] = (),
) -> Point:
    verdict = Verdict.NOT_APPLICABLE if value is None else Verdict.PASS if value >= limit else Verdict.FAIL
    return Point(
        number=number, code=code, name=name, verdict=verdict, population=0, count=0, share=None,
        threshold=limit, value=value, tasks=tasks, sentence=sentence,
    )  # fmt: skip
