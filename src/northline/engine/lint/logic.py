"""Rules of the network: loose and dangling ends, links that say nothing, work out of order, missed dates."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from datetime import datetime

from northline.engine.explain.sentences import stamp
from northline.engine.lint.facts import Facts
from northline.engine.lint.redundant import redundant_links
from northline.engine.lint.values import Finding
from northline.engine.model import ConstraintKind, LinkKind, Task


def logic_findings(facts: Facts) -> Iterator[Finding]:
    """What is wrong with links, constraints and deadlines."""
    yield from _ends(facts)
    for number in redundant_links(facts):
        link, before, after = facts.ends(number)
        yield Finding(
            code="logic.redundant_link", tasks=(link.before, link.after), links=(number,),
            reason=f"{after} waits for {before} anyway, through other links.",
            advice="Remove the link; no date changes.",
            fix={"kind": "remove_link", "link": number},
        )  # fmt: skip
    for number in facts.counted_links:
        yield from _out_of_sequence(facts, number)
    for task in facts.project.tasks:
        if task.active:
            yield from _dates(facts, task)


def _ends(facts: Facts) -> Iterator[Finding]:
    """Starts that nothing holds and finishes that nothing waits for, but for the plan's first and last task."""
    tasks = [t for t in facts.leaves if t.actual_finish is None and not t.hammock and not t.manual]
    if len(facts.leaves) < 2:
        return
    first = min(tasks, key=lambda t: (facts.plan[t.id].start, facts.place[t.id]), default=None)
    last = max(tasks, key=lambda t: (facts.plan[t.id].finish, facts.place[t.id]), default=None)
    partner = Partners(facts)
    for task in tasks:
        alone = not facts.has_before(task.id) and not facts.has_after(task.id)
        if alone:
            yield _loose(facts, task, partner)
            continue
        if task is not first and task.actual_start is None and not facts.holds_start(task.id):
            yield dangling_start(facts, task, partner)
        if task is not last and not facts.frees_finish(task.id):
            yield dangling_finish(facts, task, partner)


def _loose(facts: Facts, task: Task, partner: Partners) -> Finding:
    before, after = partner.before(task), partner.after(task)
    fix = _link(before, task.id) if before else _link(task.id, after)
    return Finding(
        code="logic.no_links", tasks=(task.id,),
        reason=f"{facts.called(task.id)} has no links, so nothing moves it and it moves nothing.",
        advice=_advice(facts, fix), fix=fix,
    )  # fmt: skip


def dangling_start(facts: Facts, task: Task, partner: Partners) -> Finding:
    """Nothing holds the start of a task."""
    fix = _link(partner.before(task), task.id)
    return Finding(
        code="logic.dangling_start", tasks=(task.id,),
        reason=f"Nothing holds the start of {facts.called(task.id)}: no FS or SS link enters it.",
        advice=_advice(facts, fix), fix=fix,
    )  # fmt: skip


def dangling_finish(facts: Facts, task: Task, partner: Partners) -> Finding:
    """Nothing waits for the finish of a task."""
    fix = _link(task.id, partner.after(task))
    return Finding(
        code="logic.dangling_finish", tasks=(task.id,),
        reason=f"Nothing waits for the finish of {facts.called(task.id)}: no FS or FF link leaves it.",
        advice=_advice(facts, fix), fix=fix,
    )  # fmt: skip


def _link(before: str | None, after: str | None) -> dict[str, str | int | float | list[str] | None]:
    return {"kind": "add_link", "before": before, "after": after, "link": "FS"}


def _advice(facts: Facts, fix: dict[str, str | int | float | list[str] | None]) -> str:
    before, after = fix["before"], fix["after"]
    if isinstance(before, str) and isinstance(after, str):
        return f"Let {facts.called(after)} follow {facts.called(before)}, if that is so."
    return "Link it to what it waits for or what waits for it."


class Partners:
    """Proposes links that follow the present dates: the nearest task among siblings, then in the whole plan.

    Only links forward in an order that all links agree with, so that any number of them closes no circle.
    """

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._by_finish: dict[str | None, list[tuple[datetime, int, str]]] = {}
        self._by_start: dict[str | None, list[tuple[datetime, int, str]]] = {}
        for task in facts.leaves:
            if not task.hammock:
                dates, place = facts.plan[task.id], facts.place[task.id]
                insort(self._by_finish.setdefault(task.parent, []), (dates.finish, place, task.id))
                insort(self._by_start.setdefault(task.parent, []), (dates.start, place, task.id))

    def before(self, task: Task) -> str | None:
        """The sibling that finishes last before a task starts."""
        start, place = self._facts.plan[task.id].start, self._facts.place[task.id]
        group = self._by_finish.get(task.parent, [])
        for n in range(bisect_right(group, (start, place, "")) - 1, -1, -1):
            if group[n][1] < place and group[n][2] != task.id:
                return group[n][2]
        return None

    def after(self, task: Task) -> str | None:
        """The sibling that starts first after a task finishes."""
        finish, place = self._facts.plan[task.id].finish, self._facts.place[task.id]
        group = self._by_start.get(task.parent, [])
        for n in range(bisect_left(group, (finish, place, "")), len(group)):
            if group[n][1] > place and group[n][2] != task.id:
                return group[n][2]
        return None


def _out_of_sequence(facts: Facts, number: int) -> Iterator[Finding]:
    link, before, after = facts.ends(number)
    one, other = facts.tasks[link.before], facts.tasks[link.after]
    held = other.actual_finish if link.kind in (LinkKind.FF, LinkKind.SF) else other.actual_start
    holder = one.actual_start if link.kind in (LinkKind.SS, LinkKind.SF) else one.actual_finish
    if held is None or link.lag.amount < 0 or (holder is not None and holder <= held):
        return
    ends = "finished" if link.kind in (LinkKind.FF, LinkKind.SF) else "began"
    first = "began" if link.kind in (LinkKind.SS, LinkKind.SF) else "finished"
    yield Finding(
        code="logic.out_of_sequence", tasks=(link.before, link.after), links=(number,),
        reason=f"{after} {ends} before {before} {first}, against their link.",
        advice="Correct the dates, or change the link to what really happened.",
        fix={"kind": "change_link", "link": number, "to": "SS" if link.kind is LinkKind.FS else "none"},
    )  # fmt: skip


def _dates(facts: Facts, task: Task) -> Iterator[Finding]:
    name, dates = facts.called(task.id), facts.plan[task.id]
    bound = task.constraint.kind not in (ConstraintKind.ASAP, ConstraintKind.ALAP)
    if bound and task.actual_finish is not None:
        yield Finding(
            code="logic.constraint_on_finished", tasks=(task.id,),
            reason=f"{name} is done, so its constraint {task.constraint.kind} says nothing.",
            advice="Remove the constraint.",
            fix={"kind": "remove_constraint", "task": task.id},
        )  # fmt: skip
    if task.deadline is not None and dates.finish > task.deadline:
        yield Finding(
            code="logic.deadline_missed", tasks=(task.id,),
            reason=f"{name} finishes on {stamp(dates.finish)}, after its deadline {stamp(task.deadline)}.",
            advice="Shorten what drives it (explain names it), or agree on another date.",
            fix={"kind": "explain", "task": task.id, "date": "finish"},
        )  # fmt: skip
