"""Fixes for points 2 and 5 of the assessment: leads, and constraints that override links."""

from __future__ import annotations

from collections.abc import Iterator

from northline.engine.lint.facts import Facts
from northline.engine.lint.points import HARD
from northline.engine.lint.values import Finding, FixValue
from northline.engine.model import ConstraintKind, Task


def rigid_findings(facts: Facts) -> Iterator[Finding]:
    """What keeps dates from following the links as they stand."""
    for number in facts.counted_links:
        link, before, after = facts.ends(number)
        if link.lag.amount < 0:
            yield Finding(
                code="logic.lead", tasks=(link.before, link.after), links=(number,),
                reason=f"{after} overlaps {before} by a lead, which hides what it really waits for.",
                advice=f"Take the lead away, or break {before} down into what {after} waits for and the rest.",
                fix={"kind": "remove_lead", "link": number},
            )  # fmt: skip
    for task in facts.leaves:
        if task.constraint.kind in HARD and task.actual_finish is None and not task.hammock:
            yield _hard(facts, task)


def _hard(facts: Facts, task: Task) -> Finding:
    kind, name = task.constraint.kind, facts.called(task.id)
    fix, advice = loosened(task)
    return Finding(
        code="logic.hard_constraint", tasks=(task.id,),
        reason=f"The constraint {kind} of {name} stands above its links, so that delays do not show.",
        advice=advice, fix=fix,
    )  # fmt: skip


def loosened(task: Task) -> tuple[dict[str, FixValue], str]:
    """A must date becomes "no earlier than", a latest finish a deadline, a latest start nothing."""
    at = task.constraint.at
    assert at is not None
    stamp = at.isoformat(timespec="minutes")
    fix: dict[str, FixValue] = {"kind": "loosen_constraint", "task": task.id}
    if task.constraint.kind is ConstraintKind.MSO:
        return fix | {"to": "SNET", "at": stamp}, "Let it start no earlier than that date instead."
    if task.constraint.kind is ConstraintKind.MFO:
        return fix | {"to": "FNET", "at": stamp}, "Let it finish no earlier than that date instead."
    if task.constraint.kind is ConstraintKind.FNLT and task.deadline is None:
        return fix | {"to": "ASAP", "deadline": stamp}, "Make that date a deadline, which moves nothing."
    return fix | {"to": "ASAP"}, "Take it away; its links say when it begins."
