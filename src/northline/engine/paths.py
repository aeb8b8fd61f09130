"""Ways through a plan: the critical path, near-critical tasks, multiple float paths.

Float paths follow the idea of Primavera P6's multiple float paths: one end task, path 1 the most critical way to
it, each further path the next most critical branch.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from northline.engine.edges import held_ends
from northline.engine.errors import UnknownId
from northline.engine.explain.chain import why
from northline.engine.explain.values import DateKind
from northline.engine.feasible.hours import minute_of
from northline.engine.feasible.reading import Reading, from_start, to_finish
from northline.engine.model import Link, Minutes, Project
from northline.engine.result import Schedule


class FloatBy(StrEnum):
    """What makes a branch critical: the total float of its tasks, or the free float of its links."""

    TOTAL = "total"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class FloatPath:
    """One way to the end task: its `tasks` first to last, and its `float` in working minutes.

    `number` counts from 1, the most critical. `joins` is the task of an earlier path that it leads into.
    """

    number: int
    tasks: tuple[str, ...]
    float: Minutes
    joins: str | None = None


def critical_path(
    project: Project, plan: Schedule, *, status_date: datetime | None = None
) -> tuple[str, ...]:
    """The tasks that drive the finish of the project, first to last: the one way on which no date has room.

    >>> from northline.engine import Link, Task, schedule, standard_calendar
    >>> shed = Project(id="p", name="", start=datetime(2026, 3, 2, 8), calendars=(standard_calendar(),),
    ...     tasks=tuple(Task(id=i, duration=Minutes(480 * n)) for i, n in (("a", 1), ("b", 5), ("c", 2))),
    ...     links=(Link("a", "b"), Link("c", "b")))
    >>> critical_path(shed, schedule(shed))
    ('c', 'b')
    """
    last = last_task(project, plan)
    if last is None:
        return ()
    chain = why(plan, project, last, date=DateKind.FINISH, status_date=status_date)
    held = [r for r in chain if not r.date.late]
    summaries = {t.id for t in plan if t.summary}
    back = dict.fromkeys(r.task for r in held if r.task not in summaries)
    return tuple(reversed(back))


def near_critical(project: Project, plan: Schedule, *, within: Minutes) -> tuple[str, ...]:
    """Tasks with at most `within` working minutes more total slack than critical ones, least slack first.

    Critical, finished and inactive tasks and summaries are left out.
    """
    sleeping = {t.id for t in project.tasks if not t.active or t.actual_finish is not None}
    limit = project.critical_slack_limit
    found = [
        t for t in plan if not t.summary and t.id not in sleeping and limit < t.total_slack <= limit + within
    ]
    return tuple(t.id for t in sorted(found, key=lambda t: (t.total_slack, t.start, t.id)))


def float_paths(
    project: Project, plan: Schedule, *, end: str | None = None, by: FloatBy = FloatBy.TOTAL, most: int = 10
) -> tuple[FloatPath, ...]:
    """Up to `most` ways to the task `end` (by default the one that finishes last), most critical first.

    By total float, a path starts with the waiting task of least total slack, which is the path's float. By
    free float, with the branch whose links leave the least room altogether on the way to the end. From there
    it follows the tightest link back. Each task lies on one path. Links from and to summaries are followed
    into their leaves. UnknownId for an unknown end.
    """
    net = _Net(project, plan)
    end = end or last_task(project, plan)
    if end is None:
        return ()
    if end not in net.tasks:
        raise UnknownId(f"Task {end} is not in the plan.", ids=[end])
    if end in net.children:
        end = max(net.leaves(end), key=lambda t: plan[t].finish)
    return tuple(_branches(net, end, by, most))


def link_float(project: Project, plan: Schedule, link: int) -> Minutes:
    """Working minutes of the successor by which the predecessor may slip before this link moves it."""
    net = _Net(project, plan)
    return Minutes(net.room(link, project.links[link].before, project.links[link].after))


@dataclass(frozen=True, slots=True)
class _Way:
    """A link from `before` into a task of a path, and the room that it leaves."""

    before: str
    after: str
    room: int


class _Net(Reading):
    """The plan with its links followed into the leaves of summaries."""

    def __init__(self, project: Project, plan: Schedule) -> None:
        super().__init__(project, plan)
        self.links_into: dict[str, list[int]] = {}
        for number, link in enumerate(project.links):
            self.links_into.setdefault(link.after, []).append(number)
        self.ends = held_ends(project)

    def leaves(self, task_id: str) -> Iterator[str]:
        todo = [task_id]
        while todo:
            here = todo.pop()
            if here in self.children:
                todo += [c for c in self.children[here] if self.tasks[c].active]
            else:
                yield here

    def ways_into(self, task_id: str) -> Iterator[_Way]:
        """Every leaf that a leaf waits for, by the tightest of the links between them."""
        best: dict[str, int] = {}
        for owner in (task_id, *self.above(task_id)):
            for number in self.links_into.get(owner, ()):
                link = self.project.links[number]
                if not self.tasks[link.before].active or not self._holds(link, task_id):
                    continue
                for leaf in self.leaves(link.before):
                    room = self.room(number, leaf, task_id)
                    best[leaf] = min(room, best.get(leaf, room))
        return (_Way(leaf, task_id, room) for leaf, room in best.items() if leaf != task_id)

    def _holds(self, link: Link, task_id: str) -> bool:
        """Does a link to a task, or to a summary around it, reach the task?"""
        return link.after == task_id or not to_finish(link) or task_id in self.ends[link.after]

    def room(self, number: int, before: str, after: str) -> int:
        """Working minutes of `after` between a link's bound and the date that it holds."""
        link = self.project.links[number]
        dates, held = self.plan[before], self.plan[after]
        origin = dates.start if from_start(link) else dates.finish
        bound = self.lagged(link, link.lag, minute_of(origin))
        computed = minute_of(held.finish if to_finish(link) else held.start)
        task = self.tasks[after]
        hours = self.own_hours(task) if task.duration else self.hours(task.calendar)
        return hours.worked(bound, computed)


def _branches(net: _Net, end: str, by: FloatBy, most: int) -> Iterator[FloatPath]:
    """Take the most critical waiting branch, follow it back, let its own branches wait."""
    taken: set[str] = set()
    waiting: list[tuple[int, int, str, str | None]] = [(0, 0, end, None)]
    number = 0
    while waiting and number < most:
        so_far, _, head, joins = heapq.heappop(waiting)
        if head in taken:
            continue
        number += 1
        back: list[str] = []
        here: str | None = head
        at = so_far
        while here is not None:
            taken.add(here)
            back.append(here)
            ways = sorted(
                (w for w in net.ways_into(here) if w.before not in taken),
                key=lambda w: _rank(net, w, by),
            )
            for way in ways[1:]:
                heapq.heappush(waiting, (*_cost(net, way, by, at), way.before, here))
            here = ways[0].before if ways else None
            at += ways[0].room if ways and by is FloatBy.FREE else 0
        slack = net.plan[head].total_slack if by is FloatBy.TOTAL else Minutes(so_far)
        yield FloatPath(number, tuple(reversed(back)), slack, joins)


def _rank(net: _Net, way: _Way, by: FloatBy) -> tuple[int, int, str]:
    slack = net.plan[way.before].total_slack
    return (slack, way.room, way.before) if by is FloatBy.TOTAL else (way.room, slack, way.before)


def _cost(net: _Net, way: _Way, by: FloatBy, at: int) -> tuple[int, int]:
    if by is FloatBy.TOTAL:
        return net.plan[way.before].total_slack, way.room
    return at + way.room, net.plan[way.before].total_slack


def last_task(project: Project, plan: Schedule) -> str | None:
    """The active leaf that finishes last (any, where none is active); of several one that waits for others."""
    active = {t.id: t for t in project.tasks if t.active}
    leaves = [t for t in plan if not t.summary]
    found = [t for t in leaves if t.id in active] or leaves
    if not found:
        return None
    waits = {k.after for k in project.links}
    last: str = max(found, key=lambda t: (t.finish, -t.total_slack, t.id in waits, t.start, t.id)).id
    return last


__all__ = ["FloatBy", "FloatPath", "critical_path", "float_paths", "link_float", "near_critical"]
