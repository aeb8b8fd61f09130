"""What every step of a chain needs: the plan looked up, and reasons made with their sentences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from northline.engine.edges import held_ends
from northline.engine.explain.sentences import TEMPLATES, amount, stamp
from northline.engine.explain.values import DateKind, Reason, ReasonKind
from northline.engine.feasible.hours import Hours, minute_of, moment_of
from northline.engine.feasible.reading import Reading, Run, breaks, to_finish
from northline.engine.model import Assignment, Lag, LagUnit, Link, Project, Task
from northline.engine.result import Schedule


@dataclass(frozen=True, slots=True)
class Point:
    """A date of a task that wants a reason."""

    task: str
    date: DateKind
    at: int


# The reasons from one point to the next, and that next point; None at a root.
Step = tuple[list[Reason], Point | None]


class Teller(Reading):
    """Makes reasons over one plan and its schedule."""

    def __init__(self, project: Project, plan: Schedule, status_date: datetime | None = None) -> None:
        super().__init__(project, plan)
        self.status = None if status_date is None else minute_of(status_date)
        self.links_into: dict[str, list[int]] = {}
        self.links_from: dict[str, list[int]] = {}
        for number, link in enumerate(project.links):
            self.links_into.setdefault(link.after, []).append(number)
            self.links_from.setdefault(link.before, []).append(number)

    @cached_property
    def ends(self) -> dict[str, frozenset[str]]:
        """The tasks that links onto the finish of a summary hold, by the summary."""
        return held_ends(self.project)

    @cached_property
    def on(self) -> dict[str, list[Assignment]]:
        """By resource its assignments."""
        found: dict[str, list[Assignment]] = {}
        for assignments in self.assigned.values():
            for one in assignments:
                found.setdefault(one.resource, []).append(one)
        return found

    def holds(self, number: int, task_id: str) -> bool:
        """Does a link to a task, or to a summary around it, reach the task?"""
        link = self.project.links[number]
        return link.after == task_id or not to_finish(link) or task_id in self.ends[link.after]

    def name(self, task_id: str) -> str:
        """What sentences call a task."""
        return self.tasks[task_id].name or task_id

    def reason(self, point: Point, kind: ReasonKind, code: str, /, **fields: object) -> Reason:
        """A reason with its sentence; `owner`, `rest` and the like come in as words."""
        words: dict[str, str] = {
            k: str(fields.pop(k))
            for k in ("owner", "busy_words", "rest", "calendar", "amount", "overtime", "lag_words")
            if k in fields
        }
        since = fields.get("since")
        before = fields.get("before")
        words |= {"task": self.name(point.task), "at": stamp(moment_of(point.at))}
        if isinstance(since, datetime):
            words["since"] = stamp(since)
        if isinstance(before, str):
            words["before"] = self.name(before)
        for name in {"lag_words", "busy_words"} & words.keys():
            words[name.removesuffix("_words")] = words.pop(name)
        return Reason(
            task=point.task,
            date=point.date,
            at=moment_of(point.at),
            kind=kind,
            code=code,
            sentence=TEMPLATES[code].format_map(words),
            arguments=words,
            **fields,  # type: ignore[arg-type]
        )

    def gap(self, point: Point, since: int) -> list[Reason]:
        """The step over time without work between two dates; nothing where they are one."""
        if since == point.at:
            return []
        idle = [h for h in self._hours_around(point.task) if not h.worked(since, point.at)]
        if not idle:
            return [self.reason(point, ReasonKind.OTHER, "other", since=moment_of(since))]
        hours = idle[0]
        first, last = sorted((since, point.at))
        made = self.reason(
            Point(point.task, point.date, last), ReasonKind.CALENDAR, "calendar",
            since=moment_of(first), calendar=hours.name,
        )  # fmt: skip
        told = {
            "task": point.task, "date": point.date, "at": moment_of(point.at), "kind": made.kind,
            "code": made.code, "sentence": made.sentence, "arguments": made.arguments,
        }  # fmt: skip
        calendars = tuple(c.id for c in hours.calendars)
        return [
            Reason(**told, since=moment_of(since), minutes=point.at - since, calendars=calendars)  # type: ignore[arg-type]
        ]

    def lag_words(self, link: Link) -> tuple[str, str]:
        """How a link's lag ends its code, and how it reads."""
        lag: Lag = link.lag
        if not lag.amount:
            return "", ""
        ending = ".lag" if lag.amount > 0 else ".lead"
        if lag.unit is LagUnit.PERCENT:
            return ending, f"{abs(lag.amount)} % of its duration"
        per_day = 1440 if lag.unit is LagUnit.ELAPSED else self.project.minutes_per_day
        words = amount(lag.amount, per_day)
        return ending, f"{words} on the clock" if lag.unit is LagUnit.ELAPSED else words

    def took(self, task: Task) -> tuple[str, str]:
        """A task's duration and the length of its breaks, in words."""
        per_day = 1440 if task.elapsed_duration else self.project.minutes_per_day
        return amount(task.duration, per_day), amount(breaks(task), per_day)

    def overtime(self, task: Task) -> str:
        """The overtime on a task in words, nothing where there is none."""
        planned = sum(a.overtime for a in self.project.assignments if a.task == task.id)
        return amount(planned, self.project.minutes_per_day) if planned else ""

    def begun_at(self, task: Task, origin: int) -> int:
        """The first date from `origin` on at which anybody can work on a task.

        A milestone stays at `origin`, unless levelling delays it.
        """
        if not task.duration and not task.levelling_delay:
            return origin
        return min(r.hours.opening(origin) for r in self.runs(task))

    def done_at(self, task: Task, start: int) -> int:
        """When a task is finished that starts at `start`."""
        return max(_end(r, start, task) for r in self.runs(task))

    def begun_for(self, task: Task, finish: int) -> int:
        """The latest start from which a task is finished at `finish`."""
        return min(_begin(r, finish, task) for r in self.runs(task))

    def last_resource(self, task: Task, start: int, finish: int) -> Assignment | None:
        """The one assignment of several that ends last."""
        ends = [r for r in self.runs(task) if _end(r, start, task) == finish]
        return ends[0].assignment if len(ends) == 1 and len(self.runs(task)) > 1 else None

    def _hours_around(self, task_id: str) -> list[Hours]:
        """All hours that may say when a task can go on: its people's, its own, the project's."""
        task = self.tasks[task_id]
        return [*(r.hours for r in self.runs(task)), self.hours(task.calendar), self.hours(None)]


def _end(run: Run, start: int, task: Task) -> int:
    return run.hours.after(start, run.delay + run.minutes + breaks(task))


def _begin(run: Run, finish: int, task: Task) -> int:
    return run.hours.ahead(finish, run.delay + run.minutes + breaks(task))
