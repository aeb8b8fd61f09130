"""A plan looked up in the ways that its judges need."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cached_property
from graphlib import TopologicalSorter

from northline.engine.cpm import schedule
from northline.engine.edges import held_ends
from northline.engine.explain import Change, ChangeKind, applied
from northline.engine.feasible.hours import minute_of
from northline.engine.feasible.reading import Reading, from_start, to_finish
from northline.engine.lint.values import Limits
from northline.engine.model import Baseline, Link, Minutes, Project, Task
from northline.engine.result import Schedule


class Facts(Reading):
    """Leaves, links by task and baselines. Summaries and inactive tasks are nobody's leaves."""

    def __init__(self, project: Project, plan: Schedule, status: datetime | None, limits: Limits) -> None:
        super().__init__(project, plan)
        self.status, self.limits = status, limits
        self._demands = {d.task for d in project.demands}
        self.into: dict[str, list[int]] = {}
        self.out: dict[str, list[int]] = {}
        for number, link in enumerate(project.links):
            self.into.setdefault(link.after, []).append(number)
            self.out.setdefault(link.before, []).append(number)

    @cached_property
    def leaves(self) -> tuple[Task, ...]:
        """Active tasks without children."""
        return tuple(t for t in self.project.tasks if t.active and t.id not in self.children)

    @cached_property
    def work(self) -> tuple[Task, ...]:
        """Leaves that take time: neither milestones nor hammocks."""
        return tuple(t for t in self.leaves if t.duration and not t.hammock)

    @cached_property
    def unfinished(self) -> tuple[Task, ...]:
        """Work that is still to be done."""
        return tuple(t for t in self.work if t.actual_finish is None)

    @cached_property
    def counted_links(self) -> tuple[int, ...]:
        """Links between active tasks."""
        return tuple(
            n
            for n, k in enumerate(self.project.links)
            if self.tasks[k.before].active and self.tasks[k.after].active
        )

    @cached_property
    def place(self) -> dict[str, int]:
        """Where each task comes in an order that all links agree with; adding a link forwards closes no circle."""
        return {t: n for (t, rolled), n in self._order.items() if rolled or t not in self.children}

    @cached_property
    def gate(self) -> dict[str, int]:
        """Where in that order each task begins: a summary does ahead of its tasks."""
        return {t: n for (t, rolled), n in self._order.items() if not rolled}

    @cached_property
    def _order(self) -> dict[tuple[str, bool], int]:
        """The order of all tasks, and of what each summary is to links.

        A summary stands for its gate, through which its children wait, and its roll, which waits for them. For an
        inactive task nothing waits.
        """
        waits: dict[tuple[str, bool], list[tuple[str, bool]]] = {}
        for task in self.project.tasks:
            summary = task.id in self.children
            if summary:
                waits.setdefault((task.id, True), []).append((task.id, False))
            else:
                waits.setdefault((task.id, False), [])
            if task.parent is not None:
                waits.setdefault((task.id, False), []).append((task.parent, False))
                waits.setdefault((task.parent, True), []).append((task.id, summary))
        for link in self.project.links:
            if not self.tasks[link.before].active:
                continue
            before = (link.before, link.before in self.children)
            for after in self._held_by(link):
                waits.setdefault((after, False), []).append(before)
        return {node: n for n, node in enumerate(TopologicalSorter(waits).static_order())}

    def _held_by(self, link: Link) -> frozenset[str]:
        """What a link holds: the task or the gate it leads to, or the tasks that end a summary."""
        onto_finish = to_finish(link) and link.after in self.children
        return self._ends.get(link.after, frozenset()) if onto_finish else frozenset((link.after,))

    @cached_property
    def _ends(self) -> dict[str, frozenset[str]]:
        return held_ends(self.project)

    def holds_start(self, task_id: str) -> bool:
        """Does any link hold the task's start: FS or SS into it or into a summary around it?"""
        return task_id in self._held_starts

    def frees_finish(self, task_id: str) -> bool:
        """Does anything wait for the task's finish: FS or FF out of it or out of a summary around it?"""
        return task_id in self._freed_finishes

    def has_before(self, task_id: str) -> bool:
        """Does the task, or a summary around it, wait for anything?"""
        return task_id in self._waiting

    def has_after(self, task_id: str) -> bool:
        """Does anything wait for the task or a summary around it?"""
        return task_id in self._waited_for

    def staffed(self, task_id: str) -> bool:
        """Is anyone, or anyone with a skill, to work on the task?"""
        return task_id in self._demands or bool(self.assigned.get(task_id))

    def baseline(self, task: Task) -> Baseline | None:
        """The task's first baseline."""
        return min(task.baselines, key=lambda b: b.number, default=None)

    def days(self, days: float) -> int:
        """Days of the plan in minutes."""
        return round(days * self.project.minutes_per_day)

    def called(self, task_id: str) -> str:
        """What sentences call a task."""
        return self.tasks[task_id].name or task_id

    def ends(self, number: int) -> tuple[Link, str, str]:
        """A link and the names of its ends."""
        link = self.project.links[number]
        return link, self.called(link.before), self.called(link.after)

    @cached_property
    def first_critical(self) -> Task | None:
        """The first unfinished task of those with the least slack, if any work is critical."""
        critical = [t for t in self.unfinished if self.plan[t.id].critical]
        return min(critical, key=lambda t: (self.plan[t.id].total_slack, self.plan[t.id].start), default=None)

    @cached_property
    def delayed(self) -> tuple[Schedule, Schedule] | None:
        """The plan as it is, and as it would be with the first critical task so much longer as the test wants.

        The dates given may be those of a status date, after which the delayed plan is not laid: like is held against like.
        """
        first = self.first_critical
        if first is None:
            return None
        longer = Minutes(first.duration + self.limits.test_delay_days * self.day_of(first))
        project = applied(self.project, Change(kind=ChangeKind.SHORTEN, task=first.id, minutes=longer))
        return schedule(self.project), schedule(project)

    def day_of(self, task: Task) -> int:
        """A day of a task's duration in minutes."""
        return 1440 if task.elapsed_duration else self.project.minutes_per_day

    def moved(self, task_id: str) -> float:
        """By how many days the delay of the first critical task moves the finish of a task."""
        assert self.first_critical is not None
        assert self.delayed is not None
        now, then = (plan[task_id].finish for plan in self.delayed)
        worked = self.own_hours(self.first_critical).worked(minute_of(now), minute_of(then))
        return worked / self.day_of(self.first_critical)

    def leaves_in(self, task_id: str) -> Iterator[str]:
        """The leaves inside a summary; of a leaf itself."""
        todo = [task_id]
        while todo:
            here = todo.pop()
            inside = self.children.get(here, [])
            todo += inside
            if not inside:
                yield here

    def ends_of(self, task_id: str) -> list[str]:
        """The first and the last leaf inside a summary."""
        leaves = list(self.leaves_in(task_id))
        first = min(leaves, key=lambda t: self.plan[t].start)
        last = max(leaves, key=lambda t: self.plan[t].finish)
        return [first, last]

    def likely_worker(self, task_id: str) -> str | None:
        """Whoever most probably is to do a task: its owner, else who works most on the tasks beside it or around it."""
        task = self.tasks[task_id]
        if task.owner in self.resources:
            return task.owner
        around = (*self.above(task_id), None)
        return next((self._worker_below[one] for one in around if one in self._worker_below), None)

    @cached_property
    def _worker_below(self) -> dict[str | None, str]:
        """By summary (None: at the top) whoever is on most of its tasks; of several the first assigned."""
        counts: dict[str | None, Counter[str]] = {}
        for task_id, assignments in self.assigned.items():
            here = counts.setdefault(self.tasks[task_id].parent, Counter())
            here.update(a.resource for a in assignments)
        return {parent: count.most_common(1)[0][0] for parent, count in counts.items()}

    @cached_property
    def owner_above(self) -> dict[str, str]:
        """By task the owner of the nearest summary around it that has one."""
        found: dict[str, str] = {}
        waiting = [task.id for task in self.project.tasks if task.parent is None]
        while waiting:
            task_id = waiting.pop()
            owner = self.tasks[task_id].owner or found.get(task_id)
            below = self.children.get(task_id, [])
            if owner:
                found |= dict.fromkeys(below, owner)
            waiting += below
        return found

    @cached_property
    def _waiting(self) -> set[str]:
        return self._with_below(self.into)

    @cached_property
    def _waited_for(self) -> set[str]:
        return self._with_below(self.out)

    @cached_property
    def _held_starts(self) -> set[str]:
        return self._with_below(k.after for k in self.project.links if not to_finish(k))

    @cached_property
    def _freed_finishes(self) -> set[str]:
        return self._with_below(k.before for k in self.project.links if not from_start(k))

    def _with_below(self, tops: Iterable[str]) -> set[str]:
        """These tasks and everything inside them."""
        found: set[str] = set()
        waiting = list(tops)
        while waiting:
            task_id = waiting.pop()
            if task_id not in found:
                found.add(task_id)
                waiting += self.children.get(task_id, ())
        return found
