"""Which levers a plan offers: those on the tasks that are likely to decide its finish, the most promising first."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from northline.engine.forecast import Forecast
from northline.engine.model import (
    LagUnit,
    Link,
    LinkKind,
    Project,
    Resource,
    ResourceKind,
    Task,
    TaskType,
)
from northline.engine.recovery.resizing import is_begun, is_open, rest_of, units_on
from northline.engine.recovery.values import (
    AddCapacity,
    AddPerson,
    Defer,
    Drop,
    Idea,
    LeverKind,
    Overlap,
    Overtime,
    SplitTask,
    Swap,
    Terms,
)

LEAST_TO_SPLIT = 2  # days
MOST_HELPERS = 3
A_GUESS = 0.1  # what another person, or one more of a resource, may gain: only the simulation can tell


def ideas(
    project: Project,
    forecast: Forecast,
    *,
    deadline: datetime,
    terms: Terms,
    values: Mapping[str, float],
    with_resources: bool,
) -> list[Idea]:
    """Every lever on a likely critical task, by the minutes that it may gain at best."""
    finder = _Finder(project, forecast, deadline, terms, values)
    found = [*finder.people(), *finder.overlaps(), *finder.cuts(), *finder.splits(), *finder.swaps()]
    found += finder.overtime()
    if with_resources:
        found += finder.capacity()
    useful = [idea for idea in found if idea.potential > 0]
    return sorted(useful, key=lambda i: (-i.potential, i.sentence))


class _Finder:
    def __init__(
        self,
        project: Project,
        forecast: Forecast,
        deadline: datetime,
        terms: Terms,
        values: Mapping[str, float],
    ) -> None:
        self.project, self.deadline, self.terms, self.values = project, deadline, terms, values
        parents = {t.parent for t in project.tasks}
        index = {d.id: d.criticality_index for d in forecast.drivers}
        self.open = {t.id: t for t in project.tasks if is_open(t, parents)}
        self.hot = {i: (t, index[i]) for i, t in self.open.items() if index.get(i, 0) > 0}
        self.workers = {r.id: r for r in project.resources if r.kind is ResourceKind.WORK}
        self.on: dict[str, list[str]] = {}
        for a in project.assignments:
            if a.resource in self.workers and a.units > 0:
                self.on.setdefault(a.task, []).append(a.resource)

    def people(self) -> Iterator[Idea]:
        """One more of the people on a task, or of someone unnamed."""
        for task, index in self.hot.values():
            if task.type is TaskType.FIXED_DURATION:
                continue
            rest, units = rest_of(task), units_on(self.project, task)
            left = rest * units / (units + self.terms.efficiency)
            for resource in self.on.get(task.id, [None]):
                more = max(0.0, left * (units + 1) - rest * units) / 60 * self._rate(resource)
                who = f"one more {self._who(resource)}" if resource else "one more person"
                yield Idea(
                    LeverKind.ADD_PERSON, AddPerson(task.id, resource, efficiency=self.terms.efficiency),
                    cost=more, value_lost=0.0, potential=index * (rest - left),
                    sentence=f"Put {who} on {_called(task)}.",
                )  # fmt: skip
            yield from self._helpers(task, index=index, left=left)

    def _helpers(self, task: Task, *, index: float, left: float) -> Iterator[Idea]:
        """Somebody of the plan who could work on a task too."""
        own, rest = self.on.get(task.id, []), rest_of(task)
        for helper in self._equals(own[0], task)[:MOST_HELPERS] if own else ():
            learning = (left * units_on(self.project, task) - rest * units_on(self.project, task)) / 60
            cost = learning * self._rate(own[0]) + left / 60 * self._rate(helper)
            change = AddPerson(task.id, helper, efficiency=self.terms.efficiency, hired=False)
            yield Idea(
                LeverKind.ADD_PERSON, change, cost=max(0.0, cost), value_lost=0.0,
                potential=index * (rest - left), sentence=f"Let {self._who(helper)} work on {_called(task)} too.",
            )  # fmt: skip

    def overlaps(self) -> Iterator[Idea]:
        """Begin the second of two linked tasks while the first is still at work."""
        for link in self.project.links:
            if link.kind is LinkKind.FS and link.lag.unit is not LagUnit.ELAPSED:
                yield from self._overlap(link)

    def _overlap(self, link: Link) -> Iterator[Idea]:
        if link.before not in self.hot or link.after not in self.hot or link.lag.amount < 0:
            return
        (before, one), (after, other) = self.hot[link.before], self.hot[link.after]
        if is_begun(after):
            return
        common = self.terms.overlap * rest_of(before)
        again = self.terms.rework * min(common, after.duration)
        hours = again * units_on(self.project, after) / 60
        yield Idea(
            LeverKind.OVERLAP, Overlap(before.id, after.id, self.terms.overlap, self.terms.rework),
            cost=hours * self._rate(next(iter(self.on.get(after.id, [])), None)), value_lost=0.0,
            potential=min(one, other) * (common - again),
            sentence=f"Begin {_called(after)} when {1 - self.terms.overlap:.0%} of {_called(before)} is done.",
        )  # fmt: skip

    def cuts(self) -> Iterator[Idea]:
        """Drop or defer tasks whose product value is known."""
        for task, index in self.hot.values():
            if task.id not in self.values or is_begun(task):
                continue
            saved = sum(
                rest_of(task) * a.units / 60 * self._rate(a.resource)
                for a in self.project.assignments
                if a.task == task.id and a.resource in self.workers
            )
            value, gain = self.values[task.id], index * rest_of(task)
            yield Idea(
                LeverKind.DROP, Drop(task.id), cost=-saved - task.fixed_cost, value_lost=value, potential=gain,
                sentence=f"Drop {_called(task)}.",
            )  # fmt: skip
            yield Idea(
                LeverKind.DEFER, Defer(task.id), cost=0.0, value_lost=value * self.terms.deferred, potential=gain,
                sentence=f"Deliver {_called(task)} after the deadline.",
            )  # fmt: skip

    def splits(self) -> Iterator[Idea]:
        """Two people on two halves at once."""
        for task, index in self.hot.values():
            long = task.duration >= LEAST_TO_SPLIT * self.project.minutes_per_day
            if is_begun(task) or not long or task.type is TaskType.FIXED_DURATION:
                continue
            overhead = self.terms.split_overhead
            hours = task.duration * overhead * units_on(self.project, task) / 60
            own = self.on.get(task.id, [])
            helper = next(iter(self._equals(own[0], task)), None) if own else None
            by = f", the second by {self._who(helper)}" if helper else ", the second by another person"
            yield Idea(
                LeverKind.SPLIT, SplitTask(task.id, 0.5, overhead, helper),
                cost=hours * self._rate(next(iter(own), None)), value_lost=0.0,
                potential=index * task.duration * (1 - (1 + overhead) / 2),
                sentence=f"Split {_called(task)} in two halves done at the same time{by}.",
            )  # fmt: skip

    def swaps(self) -> Iterator[Idea]:
        """Hand a task to another who can do it, for one of theirs that decides less."""
        for task, index in self.hot.values():
            for resource in self.on.get(task.id, []) if not is_begun(task) else ():
                for by in self._equals(resource, task):
                    other = self._task_to_give(by, resource)
                    back = f" for {_called(other)}" if other else ""
                    yield Idea(
                        LeverKind.SWAP, Swap(task.id, resource, by, other.id if other else None), cost=0.0,
                        value_lost=0.0, potential=A_GUESS * index * rest_of(task),
                        sentence=f"Let {self._who(by)} take {_called(task)} from {self._who(resource)}{back}.",
                    )  # fmt: skip

    def overtime(self) -> Iterator[Idea]:
        """Longer days, up to the deadline, for those who work on critical tasks."""
        first = (self.project.status_date or self.project.start).date()
        last = self.deadline.date()
        if not self.terms.overtime or last < first:
            return
        day = self.project.minutes_per_day
        share = self.terms.overtime / (day + self.terms.overtime)
        for resource, tasks in self._by_resource().items():
            hours = sum(rest_of(t) * units for t, _, units in self._work_of(resource)) * share / 60
            person = self.workers[resource]
            rate = person.overtime_per_hour or self._rate(resource) * self.terms.premium
            yield Idea(
                LeverKind.OVERTIME, Overtime(resource, self.terms.overtime, first, _not_too_far(first, last)),
                cost=hours * rate, value_lost=0.0, potential=sum(i * rest_of(t) for t, i in tasks) * share,
                sentence=f"{self._who(resource)} works {self.terms.overtime / 60:g} hours more a day "
                         f"until {last}.",
            )  # fmt: skip

    def capacity(self) -> Iterator[Idea]:
        """One more of what tasks wait for; it is paid for the work that it takes off the others."""
        for resource, tasks in self._by_resource().items():
            person = self.workers[resource]
            hours = sum(rest_of(t) * units for t, _, units in self._work_of(resource)) / 60
            share = 1 / (person.capacity + 1)
            yield Idea(
                LeverKind.ADD_CAPACITY, AddCapacity(resource),
                cost=hours * share * self._rate(resource) * (1 - self.terms.efficiency) + person.cost_per_use,
                value_lost=0.0, potential=A_GUESS * sum(i * rest_of(t) for t, i in tasks) * share,
                sentence=f"Add one more {self._who(resource)}.",
            )  # fmt: skip

    def _by_resource(self) -> dict[str, list[tuple[Task, float]]]:
        made: dict[str, list[tuple[Task, float]]] = {}
        for task, index in self.hot.values():
            for resource in self.on.get(task.id, []):
                made.setdefault(resource, []).append((task, index))
        return made

    def _work_of(self, resource: str) -> Iterator[tuple[Task, str, float]]:
        for a in self.project.assignments:
            if a.resource == resource and a.task in self.open:
                yield self.open[a.task], resource, a.units

    def _equals(self, resource: str, task: Task) -> list[str]:
        """Others with at least the skills; where nobody's skills are known, all are alike."""
        needed = {s.name: s.level for s in self.workers[resource].skills}
        return [
            r.id for r in self.workers.values()
            if r.id not in self.on.get(task.id, []) and r.capacity > 0 and _can(r, needed)
        ]  # fmt: skip

    def _task_to_give(self, by: str, resource: str) -> Task | None:
        """The longest task of the other that is not critical and that this one is not on."""
        cold = [
            t for t, _, _ in self._work_of(by)
            if t.id not in self.hot and not is_begun(t) and resource not in self.on.get(t.id, [])
        ]  # fmt: skip
        return max(cold, key=rest_of, default=None)

    def _rate(self, resource: str | None) -> float:
        rate = self.workers[resource].cost_per_hour if resource in self.workers else 0.0
        return rate or self.terms.hour

    def _who(self, resource: str | None) -> str:
        return (self.workers[resource].name or resource) if resource in self.workers else "someone"


def _can(resource: Resource, needed: dict[str, int]) -> bool:
    skills = {s.name: s.level for s in resource.skills}
    if not needed:
        return not skills
    return all(skills.get(name, 0) >= level for name, level in needed.items())


def _called(task: Task) -> str:
    return f"“{task.name or task.id}”"


def _not_too_far(first: date, last: date) -> date:
    """Overtime is laid down day by day, for two years at most."""
    return min(last, _years_later(first, 2))


def _years_later(day: date, years: int) -> date:
    """The same day so many years later; 29 February becomes the 28th."""
    return day.replace(year=day.year + years, day=min(day.day, 28) if day.month == 2 else day.day)
