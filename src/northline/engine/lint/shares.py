"""What tasks and links of points 1 to 8 and 10 want, one by one, where their share is too large."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import cached_property

from northline.engine.explain.sentences import stamp
from northline.engine.feasible.reading import from_start, to_finish
from northline.engine.lint.facts import Facts
from northline.engine.lint.logic import Partners, dangling_finish, dangling_start
from northline.engine.lint.values import Finding, FixValue, Point, Verdict
from northline.engine.model import LagUnit, Link, LinkKind


def share_findings(facts: Facts, points: Collection[Point], known: Collection[Finding]) -> Iterator[Finding]:
    """Findings of points that fail, but for tasks of which `known` findings of the point tell already."""
    wants = _Wants(facts)
    told: dict[int, Callable[[str], Finding]] = {
        1: wants.logic, 6: wants.less_float, 7: wants.time, 8: wants.parts, 10: wants.people,
    }  # fmt: skip
    linked: dict[int, Callable[[int], Finding]] = {3: wants.task_for_lag, 4: wants.finish_to_start}
    for point in points:
        if point.verdict is not Verdict.FAIL:
            continue
        if tell := told.get(point.number):
            done = {t for f in known if point.number in f.points for t in f.tasks}
            yield from (tell(task) for task in point.tasks if task not in done)
        if tell_link := linked.get(point.number):
            yield from map(tell_link, point.links)


class _Wants:
    """Says of a task or a link what a point misses in it, and what would mend that."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    @cached_property
    def _partner(self) -> Partners:
        return Partners(self._facts)

    @cached_property
    def _pairs(self) -> set[tuple[str, str]]:
        return {(k.before, k.after) for k in self._facts.project.links}

    def logic(self, task_id: str) -> Finding:
        """Point 1: work that stands where it does by hand or by facts, with an open end."""
        end = dangling_finish if self._facts.has_before(task_id) else dangling_start
        return end(self._facts, self._facts.tasks[task_id], self._partner)

    def task_for_lag(self, number: int) -> Finding:
        """Point 3."""
        link, before, after = self._facts.ends(number)
        minutes: int | None = link.lag.amount
        if link.lag.unit is LagUnit.PERCENT:
            known = link.before not in self._facts.children
            share = self._facts.tasks[link.before].duration * link.lag.amount / 100
            minutes = round(share) if known else None
        return Finding(
            code="logic.lag", tasks=(link.before, link.after), links=(number,),
            reason=f"{after} waits for {before} and a lag, of which nobody sees what it is for.",
            advice="Make the lag a task of its own, with the links around it; no date changes.",
            fix={
                "kind": "lag_to_task", "link": number, "minutes": minutes, "unit": str(link.lag.unit),
                "into": str(LinkKind.SS if from_start(link) else LinkKind.FS),
                "out": str(LinkKind.FF if to_finish(link) else LinkKind.FS),
            },
        )  # fmt: skip

    def finish_to_start(self, number: int) -> Finding:
        """Point 4; a link that would close a circle goes to the tasks inside its summary instead."""
        link, before, after = self._facts.ends(number)
        fix: dict[str, FixValue] = {"kind": "change_link", "link": number, "to": "FS"}
        advice = f"Break {before} down into what {after} waits for and the rest, and let it follow the first."
        if not self._runs_forwards(link):
            fix = {"kind": "move_links", "task": link.after, "to": self._facts.ends_of(link.after)}
            advice = "Move it to the tasks inside that it is about."
        return Finding(
            code="logic.not_finish_to_start", tasks=(link.before, link.after), links=(number,),
            reason=f"{before} and {after} are linked {link.kind}, which shows less plainly what waits for what.",
            advice=advice, fix=fix,
        )  # fmt: skip

    def _runs_forwards(self, link: Link) -> bool:
        return self._facts.place[link.before] < self._facts.gate[link.after]

    def less_float(self, task_id: str) -> Finding:
        """Point 6: most often a link to what really waits is missing."""
        name = self._facts.called(task_id)
        days = self._facts.plan[task_id].total_slack / self._facts.project.minutes_per_day
        after = self._partner.after(self._facts.tasks[task_id])
        fix: dict[str, FixValue] = {"kind": "explain", "task": task_id, "date": "late_finish"}
        advice = "See by when it must be done, and link it to what needs it sooner."
        if after is not None and (task_id, after) not in self._pairs:
            fix = {"kind": "add_link", "before": task_id, "after": after, "link": "FS"}
            advice = f"Let {self._facts.called(after)} follow {name}, if that is so."
        return Finding(
            code="logic.high_float", tasks=(task_id,),
            reason=f"{name} may be {days:g} days late without harm; nothing seems to need it.",
            advice=advice, fix=fix,
        )  # fmt: skip

    def time(self, task_id: str) -> Finding:
        """Point 7."""
        name, dates = self._facts.called(task_id), self._facts.plan[task_id]
        days = -dates.total_slack / self._facts.project.minutes_per_day
        return Finding(
            code="logic.negative_float", tasks=(task_id,),
            reason=f"{name} is to finish on {stamp(dates.finish)}, {days:g} days after it must.",
            advice="Shorten what drives it (explain names it), or agree on a later date for what follows.",
            fix={"kind": "explain", "task": task_id, "date": "late_finish"},
        )  # fmt: skip

    def parts(self, task_id: str) -> Finding:
        """Point 8, for work whose baseline was too long, or a milestone."""
        name, task = self._facts.called(task_id), self._facts.tasks[task_id]
        limit = self._facts.days(self._facts.limits.high_duration_days)
        fix: dict[str, FixValue] = {"kind": "set_baseline", "task": task_id}
        advice = "Take a new baseline of it, once that is agreed; it is shorter now."
        if task.duration > limit:
            parts = -(-task.duration // self._facts.days(self._facts.limits.oversized_days))
            fix = {"kind": "break_down", "task": task_id, "parts": parts}
            advice = f"Break it down into {parts} tasks or more."
        return Finding(
            code="wbs.high_duration", tasks=(task_id,),
            reason=f"{name} was to last longer than {self._facts.limits.high_duration_days} days.",
            advice=advice, fix=fix,
        )  # fmt: skip

    def people(self, task_id: str) -> Finding:
        """Point 10: the owner, if they are one of the people, else whoever works most on the tasks beside it."""
        name, who = self._facts.called(task_id), self._facts.likely_worker(task_id)
        called = self._facts.resources[who].name or who if who else None
        return Finding(
            code="wbs.no_resource", tasks=(task_id,),
            reason=f"{name} has neither people nor a cost, so that nobody's time is planned for it.",
            advice=f"Assign {called}, if that is so." if called else "Assign whoever is to do it.",
            fix={"kind": "assign", "task": task_id, "resource": who},
        )  # fmt: skip
