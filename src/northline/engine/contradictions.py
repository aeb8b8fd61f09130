"""Longest lags that no dates can keep together.

Shortest and longest lags and the time that tasks take are inequalities between dates; a circle of them that adds up to
more than nothing has no solution (Bellman, *On a routing problem*, 1958). They are added up in one measure at a time, the
working minutes of one calendar or the clock, and whatever another calendar counts enters with no more than must hold however
the calendars fall. So a circle found here is a proof; where none is found, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from northline.engine.calendar_book import ELAPSED
from northline.engine.errors import ContradictoryLags
from northline.engine.model import LONGEST, Lag, LagUnit, Link, LinkKind, Project, Task

if TYPE_CHECKING:
    from northline.engine.compiled import CompiledPlan

ROUNDS = 200
FROM_START, TO_FINISH = (LinkKind.SS, LinkKind.SF), (LinkKind.FF, LinkKind.SF)


@dataclass(frozen=True, slots=True)
class Arc:
    """Date `end` comes at least `minutes` after date `origin`; task v starts at date 2v and ends at 2v + 1."""

    origin: int
    end: int
    minutes: int
    longest: Link | None = None


def refuse_contradiction(plan: CompiledPlan, project: Project) -> None:
    """Raise ContradictoryLags if some longest lags provably cannot all hold."""
    rules = _Rules(plan, project)
    for measure in sorted({rules.calendar(k, k.longest) for k in project.links if k.longest is not None}):
        circle = _circle(list(rules.arcs(measure)), 2 * plan.size)
        if circle:
            raise _refusal(circle, plan, project, measure)


class _Rules:
    """What must hold between the dates of a plan."""

    def __init__(self, plan: CompiledPlan, project: Project) -> None:
        self.plan, self.project = plan, project
        self.index = {task_id: number for number, task_id in enumerate(plan.ids)}
        self.parents = {t.parent for t in project.tasks}

    def arcs(self, measure: int) -> Iterator[Arc]:
        """All rules in one measure: working minutes of a calendar, or ELAPSED for the clock."""
        for number, task in enumerate(self.project.tasks):
            if _open(task):
                yield from self._lasting(number, task, measure)
        for link in self.project.links:
            before, after = self.index[link.before], self.index[link.after]
            tasks = self.project.tasks
            if tasks[before].active and _open(tasks[after]):
                yield from self._between(link, before, after, measure)

    def calendar(self, link: Link, lag: Lag) -> int:
        """What counts a lag of a link."""
        after = self.project.tasks[self.index[link.after]]
        return ELAPSED if lag.unit is LagUnit.ELAPSED else self.plan.book.number(after.calendar)

    def _lasting(self, number: int, task: Task, measure: int) -> Iterator[Arc]:
        start, finish = 2 * number, 2 * number + 1
        if task.parent is not None:
            above = self.index[task.parent]
            if not self.project.tasks[above].manual:
                yield Arc(2 * above, start, 0)
                yield Arc(finish, 2 * above + 1, 0)
        yield Arc(start, finish, 0)
        if task.id in self.parents or task.hammock or task.modes:
            return
        runs = self._runs(number)
        for minutes, calendar in runs:
            yield Arc(start, finish, _least(minutes, calendar, measure) or 0)
        if len(runs) == 1 and not task.splittable:
            most = _most(*runs[0], measure)
            if most is not None:
                yield Arc(finish, start, -most)

    def _between(self, link: Link, before: int, after: int, measure: int) -> Iterator[Arc]:
        origin = 2 * before + (link.kind not in FROM_START)
        end = 2 * after + (link.kind in TO_FINISH)
        least = _least(self._minutes(link, link.lag, before), self.calendar(link, link.lag), measure)
        if least is not None and self._keeps_finish(link, after, measure):
            yield Arc(origin, end, least)
        if link.longest is not None:
            most = _most(
                self._minutes(link, link.longest, before), self.calendar(link, link.longest), measure
            )
            if most is not None:
                yield Arc(end, origin, -most, link)

    def _keeps_finish(self, link: Link, after: int, measure: int) -> bool:
        """A bound on a finish holds but for time in which its task cannot be worked."""
        if link.kind not in TO_FINISH:
            return True
        runs = self._runs(after)
        return link.after not in self.parents and all(c == measure or not m for m, c in runs)

    def _runs(self, number: int) -> list[tuple[int, int]]:
        g = self.plan.segments
        rows = range(int(g.ptr[number]), int(g.ptr[number + 1]))
        return [(int(g.minutes[r]), int(g.calendar[r])) for r in rows]

    def _minutes(self, link: Link, lag: Lag, before: int) -> int:
        if lag.unit is not LagUnit.PERCENT:
            return lag.amount
        minutes = round(self.project.tasks[before].duration * lag.amount / 100)
        return max(-LONGEST, min(LONGEST, minutes))


def _open(task: Task) -> bool:
    """Do links say when the task is, rather than facts or hands?"""
    return task.active and not task.manual and task.actual_start is None


def _least(minutes: int, calendar: int, measure: int) -> int | None:
    """How much of the measure at least lies in so many minutes of a calendar; None if that may be any figure."""
    if calendar == measure:
        return minutes
    if minutes >= 0:
        return minutes if measure == ELAPSED else 0
    return minutes if calendar == ELAPSED else None


def _most(minutes: int, calendar: int, measure: int) -> int | None:
    """How much of the measure at most lies in so many minutes of a calendar; None if there is no telling."""
    if calendar == measure or not minutes:
        return minutes if calendar == measure else None
    if minutes > 0:
        return minutes if calendar == ELAPSED else None
    return minutes if measure == ELAPSED else 0


def _circle(arcs: list[Arc], count: int) -> list[Arc]:
    """Arcs that form a circle and add up to more than nothing, if some rounds over all of them show one."""
    arcs = _on_circles(arcs)
    latest = [0] * count
    came: list[Arc | None] = [None] * count
    for _ in range(ROUNDS):
        moved = False
        for arc in arcs:
            at = latest[arc.origin] + arc.minutes
            if at > latest[arc.end]:
                latest[arc.end], came[arc.end], moved = at, arc, True
        if not moved:
            return []
        if found := _closed({a.end for a in arcs}, came):
            return found
    return []


def _on_circles(arcs: list[Arc]) -> list[Arc]:
    """The arcs between dates that a longest lag leads to and dates that lead to one."""
    longest = [a for a in arcs if a.longest is not None]
    after = _reached({a.end for a in longest}, arcs, forwards=True)
    before = _reached({a.origin for a in longest}, arcs, forwards=False)
    both = after & before
    return [a for a in arcs if a.origin in both and a.end in both]


def _reached(seen: set[int], arcs: list[Arc], *, forwards: bool) -> set[int]:
    nearby: dict[int, list[int]] = {}
    for a in arcs:
        here, there = (a.origin, a.end) if forwards else (a.end, a.origin)
        nearby.setdefault(here, []).append(there)
    todo = list(seen)
    while todo:
        fresh = [n for n in nearby.get(todo.pop(), ()) if n not in seen]
        seen.update(fresh)
        todo += fresh
    return seen


def _closed(dates: set[int], came: list[Arc | None]) -> list[Arc]:
    """A circle among the arcs by which dates were last moved."""
    safe: set[int] = set()
    for date in dates:
        trail: dict[int, None] = {}
        here, arc = date, came[date]
        while arc is not None and here not in trail and here not in safe:
            trail[here] = None
            here = arc.origin
            arc = came[here]
        if here in trail:
            return _round(here, came)
        safe.update(trail)
    return []


def _round(date: int, came: list[Arc | None]) -> list[Arc]:
    found: list[Arc] = []
    here = date
    while not found or here != date:
        arc = came[here]
        assert arc is not None
        found.append(arc)
        here = arc.origin
    return found[::-1]


def _refusal(circle: list[Arc], plan: CompiledPlan, project: Project, measure: int) -> ContradictoryLags:
    """The refusal, with the tasks in the order in which they wait for each other, and by how much it fails."""
    first = next(n for n, a in enumerate(circle) if a.longest is not None)
    circle = circle[first + 1 :] + circle[: first + 1]
    ids = list(dict.fromkeys(plan.ids[a.origin // 2] for a in circle))
    lags = [
        f"{a.longest.kind} from {a.longest.before} to {a.longest.after}"
        for a in circle
        if a.longest is not None
    ]
    over = sum(a.minutes for a in circle)
    unit = "minutes" if measure == ELAPSED else f"working minutes ({plan.book.name(measure)})"
    told = lags[0] if len(lags) == 1 else " or ".join((", ".join(lags[:-1]), lags[-1]))
    return ContradictoryLags(
        f"No dates keep the longest lag of {told}: what lies between the tasks {', '.join(ids)} takes {over} {unit} more. "
        "Lengthen the longest lag by that much, or shorten the work or the lags in between.",
        ids=ids,
    )
