"""Rules of the breakdown: parents covered, leaves owned, estimated and not too large."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from northline.engine.explain.sentences import stamp
from northline.engine.lint.facts import Facts
from northline.engine.lint.values import Finding
from northline.engine.model import Task


def wbs_findings(facts: Facts) -> Iterator[Finding]:
    """What is wrong with the breakdown, task by task."""
    scopes = _scopes(facts)
    for task in facts.project.tasks:
        if not task.active:
            continue
        if task.id in facts.children:
            yield from _parent(facts, task, scopes)
        else:
            yield from _leaf(facts, task)


def _parent(facts: Facts, task: Task, scopes: Mapping[str, int]) -> Iterator[Finding]:
    children = [facts.tasks[c] for c in facts.children[task.id]]
    name = facts.called(task.id)
    if len(children) == 1:
        yield Finding(
            code="wbs.single_child", tasks=(task.id, children[0].id),
            reason=f"{name} is broken down into one task, which says nothing that {name} does not.",
            advice="Add the tasks that are missing, or merge the two.",
            fix={"kind": "merge", "task": children[0].id, "into": task.id},
        )  # fmt: skip
    yield from _covered(facts, task, children)
    if missing := _unallocated(scopes, task, children):
        days = missing / facts.project.minutes_per_day
        yield Finding(
            code="wbs.scope_unallocated", tasks=(task.id,),
            reason=f"{name} was estimated at {days:g} days more than its tasks together.",
            advice="Add the tasks that are missing, or estimate it anew.",
            fix={"kind": "add_task", "parent": task.id, "work_minutes": missing},
        )  # fmt: skip
    numbers = (*facts.into.get(task.id, ()), *facts.out.get(task.id, ()))
    if numbers:
        yield Finding(
            code="wbs.summary_links", tasks=(task.id,), links=numbers,
            reason=f"{name} is a summary with links; they hide which of its tasks wait.",
            advice="Move the links to the tasks inside that need them.",
            fix={"kind": "move_links", "task": task.id, "to": facts.ends_of(task.id)},
        )  # fmt: skip


def _unallocated(scopes: Mapping[str, int], task: Task, children: Sequence[Task]) -> int:
    """Minutes of a parent's own estimate that its tasks do not take up; those that are done count whole."""
    return max(0, _own(task) - sum(scopes[child.id] for child in children))


def _scopes(facts: Facts) -> dict[str, int]:
    """What each task is estimated at: one that is broken down, at least what its tasks are together."""
    downwards = [task.id for task in facts.tasks.values() if task.parent is None]
    for above in downwards:
        downwards += facts.children.get(above, ())
    found: dict[str, int] = {}
    for one in reversed(downwards):
        task = facts.tasks[one]
        inside = sum(found[child] for child in facts.children.get(one, ()))
        found[one] = max(_own(task), inside) if task.active else 0
    return found


def _own(task: Task) -> int:
    return round(task.estimate.likely) if task.estimate is not None else task.duration


def _covered(facts: Facts, task: Task, children: list[Task]) -> Iterator[Finding]:
    """The children together are all of the parent's work: no work of its own, no days that nobody fills."""
    name = facts.called(task.id)
    people = [a.resource for a in facts.assigned.get(task.id, ())]
    if people:
        yield Finding(
            code="wbs.work_on_parent", tasks=(task.id,),
            reason=f"{name} has people of its own beside those of its tasks, so its tasks are not all of its work.",
            advice="Add a task for that work and assign the people to it.",
            fix={"kind": "move_assignments", "task": task.id, "resources": people},
        )  # fmt: skip
    own = facts.baseline(task)
    baselines = [b for c in children if (b := facts.baseline(c)) is not None]
    if own is not None and own.work and baselines and sum(b.work for b in baselines) < own.work:
        missing = own.work - sum(b.work for b in baselines)
        yield Finding(
            code="wbs.children_do_not_cover", tasks=(task.id, *(c.id for c in children)),
            reason=f"{name} was planned with {missing / 60:g} hours of work more than its tasks together.",
            advice="Add the tasks that are missing, or correct the baseline.",
            fix={"kind": "add_task", "parent": task.id, "work_minutes": missing},
        )  # fmt: skip
    dates, spans = facts.plan[task.id], [facts.plan[c.id] for c in children if c.active]
    if task.manual and spans:
        first, last = min(s.start for s in spans), max(s.finish for s in spans)
        if (first, last) != (dates.start, dates.finish):
            outside = first < dates.start or last > dates.finish
            yield Finding(
                code="wbs.children_outside" if outside else "wbs.children_do_not_cover",
                tasks=(task.id,),
                reason=f"{name} runs by hand from {stamp(dates.start)} to {stamp(dates.finish)}, its tasks from {stamp(first)} to {stamp(last)}.",
                advice=f"Let {name} take its dates from its tasks.",
                fix={"kind": "schedule_automatically", "task": task.id},
            )


def _leaf(facts: Facts, task: Task) -> Iterator[Finding]:
    name = facts.called(task.id)
    milestone = task.milestone or task.hammock
    if task.actual_finish is None and not milestone and not task.owner and not facts.staffed(task.id):
        yield Finding(
            code="wbs.no_owner", tasks=(task.id,),
            reason=f"Nobody owns {name} or is to work on it.",
            advice="Name an owner or assign someone.",
            fix={"kind": "set_owner", "task": task.id, "owner": facts.owner_above.get(task.id)},
        )  # fmt: skip
    if not task.duration and not milestone and task.estimate is None and task.actual_finish is None:
        yield Finding(
            code="wbs.no_estimate", tasks=(task.id,),
            reason=f"{name} takes no time and is no milestone.",
            advice="Estimate it, or mark it as a milestone.",
            fix={"kind": "set_duration", "task": task.id, "minutes": None},
        )  # fmt: skip
    if task.milestone and task.duration:
        yield Finding(
            code="wbs.long_milestone", tasks=(task.id,),
            reason=f"{name} is a milestone, yet takes time.",
            advice="Make it a task, or give it no duration.",
            fix={"kind": "set_milestone", "task": task.id, "milestone": 0},
        )  # fmt: skip
    limit = facts.days(facts.limits.oversized_days)
    length = (
        round(task.duration * facts.project.minutes_per_day / 1440)
        if task.elapsed_duration
        else task.duration
    )
    if length > limit and task.actual_finish is None and not task.hammock and not task.milestone:
        parts = -(-length // limit)
        yield Finding(
            code="wbs.oversized", tasks=(task.id,),
            reason=f"{name} lasts {length / facts.project.minutes_per_day:g} days; "
            f"more than {facts.limits.oversized_days:g} are hard to follow.",
            advice=f"Break it down into {parts} tasks or more.",
            fix={"kind": "break_down", "task": task.id, "parts": parts},
        )  # fmt: skip
