"""What tasks of points 9 and 11 to 14 want: dates, the critical path, and promises of the baseline."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import datetime

from northline.engine.explain.sentences import stamp
from northline.engine.feasible.hours import minute_of
from northline.engine.lint.facts import Facts
from northline.engine.lint.points import HARD, wrong_dates
from northline.engine.lint.progress import ENOUGH, wanted_finish
from northline.engine.lint.rigid import loosened
from northline.engine.lint.values import Finding, FixValue, Point, Verdict
from northline.engine.model import Task
from northline.engine.paths import last_task


def overdue_findings(facts: Facts, points: Collection[Point]) -> Iterator[Finding]:
    """Findings of points that fail."""
    told: dict[int, Callable[[Facts, Point], Iterator[Finding]]] = {
        9: _invalid_dates, 11: _missed, 12: _broken_path, 13: _long_path, 14: _overdue,
    }  # fmt: skip
    missed = {t for p in points if p.number == 11 and p.verdict is Verdict.FAIL for t in p.tasks}
    for point in points:
        tell = told.get(point.number)
        if tell is None or point.verdict is not Verdict.FAIL:
            continue
        for found in tell(facts, point):
            if point.number != 14 or missed.isdisjoint(found.tasks):
                yield found


def _invalid_dates(facts: Facts, point: Point) -> Iterator[Finding]:
    assert facts.status is not None
    from_then = facts.status.isoformat(timespec="minutes")
    for task_id in point.tasks:
        task, name, ends = (
            facts.tasks[task_id],
            facts.called(task_id),
            wrong_dates(facts, facts.tasks[task_id]),
        )
        early = [e for e in ends if (task.actual_start if e == "start" else task.actual_finish) is not None]
        fix: dict[str, FixValue] = {"kind": "replan", "task": task_id, "at": from_then}
        reason = (
            f"The {' and '.join(ends)} of {name} should come after the status date {stamp(facts.status)}."
        )
        advice = "Record what was done of it, or plan what is left after the status date."
        if early:
            fix = {"kind": "correct_actual", "task": task_id, "ends": early}
            reason = f"{name} is recorded with an actual {' and '.join(early)} after the status date {stamp(facts.status)}."
            advice = "Correct that date, or move the status date on."
        yield Finding(code="progress.invalid_dates", tasks=(task_id,), reason=reason, advice=advice, fix=fix)


def _missed(facts: Facts, point: Point) -> Iterator[Finding]:
    for task_id in point.tasks:
        task, name, due = facts.tasks[task_id], facts.called(task_id), _due(facts, task_id)
        ends = f"finished on {stamp(task.actual_finish)}" if task.actual_finish else _will(facts, task_id)
        fix: dict[str, FixValue] = {"kind": "explain", "task": task_id, "date": "finish"}
        advice = "Shorten what drives it (explain names it), or agree on a new baseline."
        if task.actual_finish is not None:
            fix = {"kind": "set_baseline", "task": task_id}
            advice = "Say why in the next report, and take a new baseline if what follows is agreed anew."
        yield Finding(
            code="progress.missed", tasks=(task_id,), advice=advice, fix=fix,
            reason=f"{name} was due on {stamp(due)} by its baseline, and {ends}.",
        )  # fmt: skip


def _overdue(facts: Facts, point: Point) -> Iterator[Finding]:
    for task_id in point.tasks:
        late = facts.plan[task_id].finish > _due(facts, task_id)
        yield Finding(
            code="progress.missed" if late else "progress.overdue", tasks=(task_id,),
            reason=f"{facts.called(task_id)} was due on {stamp(_due(facts, task_id))} by its baseline, and is not done.",
            advice="Record it as done, if it is; else see what holds it up (explain names it).",
            fix={"kind": "explain", "task": task_id, "date": "finish"},
        )  # fmt: skip


def _due(facts: Facts, task_id: str) -> datetime:
    baseline = facts.baseline(facts.tasks[task_id])
    assert baseline is not None
    assert baseline.finish is not None
    return baseline.finish


def _will(facts: Facts, task_id: str) -> str:
    return f"is to finish on {stamp(facts.plan[task_id].finish)}"


def _broken_path(facts: Facts, point: Point) -> Iterator[Finding]:
    """What stays where it is when the work ahead of it takes so much longer, or where the path ends too soon."""
    first = facts.first_critical
    assert first is not None
    end = last_task(facts.project, facts.plan) or first.id
    moved, still = _reached(facts, first.id)
    for task_id in sorted(still, key=lambda t: facts.place[t]):
        fix, advice = _freed(facts.tasks[task_id])
        yield Finding(
            code="logic.path_broken", tasks=(first.id, task_id), advice=advice, fix=fix,
            reason=f"{facts.called(task_id)} stays where it is however late {facts.called(first.id)} becomes.",
        )  # fmt: skip
    if not still:
        last = max(moved, key=lambda t: (facts.plan[t].finish, facts.place[t]))
        forwards = last != end and facts.place[last] < facts.place[end]
        yield Finding(
            code="logic.path_broken", tasks=tuple(dict.fromkeys((first.id, last, end))),
            reason=f"{facts.called(first.id)} is critical, yet {facts.called(end)} does not wait for it.",
            advice=f"Let {facts.called(end)} follow {facts.called(last)}, if that is so."
            if forwards else f"Link {facts.called(last)} to what waits for it.",
            fix={"kind": "add_link", "before": last, "after": end if forwards else None, "link": "FS"},
        )  # fmt: skip


def _reached(facts: Facts, first: str) -> tuple[list[str], list[str]]:
    """From a delayed task on along links: the leaves that move with it, and those it reaches that do not."""
    enough = ENOUGH * facts.limits.test_delay_days
    moved, still, seen, todo = [], [], {first}, [first]
    while todo:
        here = todo.pop()
        if facts.moved(here) < enough - max(0, facts.plan[first].total_slack) / facts.day_of(
            facts.tasks[first]
        ):
            still.append(here)
            continue
        moved.append(here)
        for owner in (here, *facts.above(here)):
            for number in facts.out.get(owner, ()):
                for leaf in facts.leaves_in(facts.project.links[number].after):
                    if leaf not in seen and facts.tasks[leaf].active:
                        seen.add(leaf)
                        todo.append(leaf)
    return moved or [first], [t for t in still if t != first]


def _freed(task: Task) -> tuple[dict[str, FixValue], str]:
    if task.manual:
        return {"kind": "schedule_automatically", "task": task.id}, "Let its links say when it begins."
    if task.constraint.kind in HARD:
        return loosened(task)
    return {
        "kind": "explain",
        "task": task.id,
        "date": "start",
    }, "See what holds it there (explain names it)."


def _long_path(facts: Facts, point: Point) -> Iterator[Finding]:
    wanted = wanted_finish(facts)
    assert wanted is not None
    hours = facts.hours(None)
    days = hours.worked(minute_of(wanted), minute_of(facts.plan.finish)) / facts.project.minutes_per_day
    longest = max(point.tasks, key=lambda t: facts.tasks[t].duration, default=None)
    most = f", of which {facts.called(longest)} is the longest" if longest else ""
    yield Finding(
        code="progress.path_too_long", tasks=point.tasks,
        reason=f"The plan ends {days:g} days after the wanted finish {stamp(wanted)}.",
        advice=f"Win back {days:g} days along the critical tasks{most}: recovery tries what can be done, and what it costs.",
        fix={"kind": "recover", "tasks": list(point.tasks), "days": days},
    )  # fmt: skip
