"""What each task planned, earned and spent, as arrays over the tasks that have no children."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from northline.engine.calendars import to_minute
from northline.engine.costs import cost_of
from northline.engine.earned_value.curves import Curve, Steps
from northline.engine.earned_value.values import Method, NoBaseline, Unit, WeightedMilestone
from northline.engine.earned_value.working_time import WorkingTime
from northline.engine.errors import BadValue
from northline.engine.forecast.shapes import Floats
from northline.engine.model import Assignment, Baseline, Project, Resource, ResourceKind, Task

ALL = 100.0


@dataclass(frozen=True, slots=True)
class Terms:
    """How to measure: status date, unit (None: cost where the baseline has any), baseline, methods by task."""

    status: datetime
    unit: Unit | None
    baseline: int
    method: Method
    methods: Mapping[str, Method]
    milestones: Mapping[str, Sequence[WeightedMilestone]]
    actuals: Mapping[str, Sequence[tuple[datetime, float]]]

    def method_of(self, task: Task) -> Method:
        """Milestones are a method by themselves."""
        if task.id in self.milestones:
            return Method.WEIGHTED_MILESTONES
        return self.methods.get(task.id, self.method)


class Measured:
    """Leaves of a plan with their budget (bac), planned (pv), earned (ev) and actual (ac) value, each (n,)."""

    def __init__(self, project: Project, terms: Terms) -> None:
        self.project, self.terms = project, terms
        self.notes: list[str] = []
        parents = {t.parent for t in project.tasks}
        every = [t for t in project.tasks if t.id not in parents]
        self.leaves = [t for t in every if t.active]
        self._note(len(every) - len(self.leaves), "inactive, and left out")
        self.baselines = [_baseline(t, terms.baseline) for t in self.leaves]
        self._refuse_without_baseline()
        self.time = self._working_time()
        self.calendars = self.time.calendars_of(self.leaves, project)
        self.assigned = _assigned(project)
        self.unit = self._unit()
        self.bac = np.array([self._budget(b) for b in self.baselines], np.float64)
        self.planned = self._planned_curve()
        self.status = to_minute(terms.status)
        self.pv = np.minimum(self.planned.at_once(self.status), self.bac)
        self.begun = [self._begun(t) for t in self.leaves]
        self.ev = self._earned()
        self.ac = np.array([self._actual(i) for i in range(len(self.leaves))], np.float64)
        self._notes_on_what_was_assumed()

    def _refuse_without_baseline(self) -> None:
        number = self.terms.baseline
        if not any(b is not None for b in self.baselines):
            raise NoBaseline(f"No task has baseline {number}. Save a baseline before measuring against it.")
        missing = sum(1 for b in self.baselines if b is None)
        self._note(missing, "without a baseline: they cost, but plan and earn nothing")
        backwards = sum(1 for b in self.baselines if b and b.start and b.finish and b.finish < b.start)
        self._note(backwards, "with a baseline that ends before it starts; all of it is due at its start")

    def _working_time(self) -> WorkingTime:
        dates = [d for b in self.baselines if b for d in (b.start, b.finish) if d]
        dates += [d for t in self.leaves for d in (t.actual_start, t.actual_finish) if d]
        dates += [at for entries in self.terms.actuals.values() for at, _ in entries]
        dates += [self.terms.status, *(m.planned for ms in self.terms.milestones.values() for m in ms)]
        minutes = [to_minute(d) for d in dates]
        return WorkingTime(self.project, first=min(minutes), last=max(minutes))

    def _unit(self) -> Unit:
        known = [b for b in self.baselines if b is not None]
        has_cost, self.has_work = any(b.cost for b in known), any(b.work for b in known)
        if self.terms.unit is None and not has_cost:
            self.notes.append("The baseline holds no costs, so all values are hours of work.")
        unit = self.terms.unit or (Unit.COST if has_cost else Unit.HOURS)
        if unit is Unit.COST and not has_cost:
            raise NoBaseline("The baseline holds no costs. Measure in hours, or save a baseline with costs.")
        if unit is Unit.HOURS and not self.has_work:
            self.notes.append("The baseline holds no work, so a task's hours are those of its duration.")
        return unit

    def _budget(self, baseline: Baseline | None) -> float:
        if baseline is None:
            return 0.0
        if self.unit is Unit.COST:
            return max(0.0, baseline.cost)
        return (baseline.work if self.has_work else baseline.duration) / 60

    def _planned_curve(self) -> Curve:
        """Each budget over its baseline's working time, or at the steps of its method."""
        n, steps = len(self.leaves), Steps()
        self.start, self.finish = np.zeros(n, np.int64), np.zeros(n, np.int64)
        spread = self.bac.copy()
        for i, (task, baseline) in enumerate(zip(self.leaves, self.baselines, strict=True)):
            if baseline is None:
                continue
            begin = to_minute(baseline.start or baseline.finish or self.project.start)
            end = max(begin, to_minute(baseline.finish)) if baseline.finish else begin
            self.start[i], self.finish[i] = begin, end
            due = self._due(task, begin, end)
            if due:
                spread[i] = 0.0
                for at, share in due:
                    steps.add(i, at=at, amount=float(self.bac[i]) * share)
        return Curve(
            self.time, self.calendars, start=self.start, finish=self.finish, amount=spread, steps=steps
        )

    def _due(self, task: Task, begin: int, end: int) -> list[tuple[int, float]]:
        """When which share of the budget is planned to be earned at once; none: it is spread."""
        method = self.terms.method_of(task)
        if method is Method.ZERO_HUNDRED:
            return [(end, 1.0)]
        if method is Method.FIFTY_FIFTY:
            return [(begin, 0.5), (end, 0.5)]
        if method is Method.WEIGHTED_MILESTONES:
            marks = self._marks(task)
            total = sum(m.weight for m in marks)
            return [(to_minute(m.planned), m.weight / total) for m in marks]
        return []

    def _marks(self, task: Task) -> Sequence[WeightedMilestone]:
        marks = self.terms.milestones.get(task.id, ())
        if not marks:
            raise BadValue(f"Task {task.name!r} earns by milestones but has none.", ids=[task.id])
        return marks

    def _begun(self, task: Task) -> bool:
        """Whether any work was done by the status date."""
        if task.actual_start is not None:
            return task.actual_start <= self.terms.status
        if task.actual_finish is not None:
            return task.actual_finish <= self.terms.status
        return _percent(task) > 0

    def _earned(self) -> Floats:
        made = np.zeros(len(self.leaves))
        for i, task in enumerate(self.leaves):
            if self.terms.method_of(task) is Method.LEVEL_OF_EFFORT:
                made[i] = self.pv[i]
            else:
                made[i] = self.bac[i] * self._share_earned(task, self.begun[i])
        return made

    def _share_earned(self, task: Task, begun: bool) -> float:
        method = self.terms.method_of(task)
        if method is Method.WEIGHTED_MILESTONES:
            marks = self._marks(task)
            reached = [m.weight for m in marks if m.reached and m.reached <= self.terms.status]
            return sum(reached) / sum(m.weight for m in marks)
        if not begun:
            return 0.0
        finished = task.actual_finish is not None and task.actual_finish <= self.terms.status
        if method in (Method.ZERO_HUNDRED, Method.FIFTY_FIFTY):
            all_done = finished or (task.actual_finish is None and _percent(task) >= ALL)
            return 1.0 if all_done else 0.5 if method is Method.FIFTY_FIFTY else 0.0
        if finished:
            return 1.0
        physical = task.physical_percent_complete
        if method is Method.PHYSICAL_PERCENT and physical is not None:
            return min(max(physical, 0.0), ALL) / ALL
        return task.percent_complete / ALL

    def _actual(self, i: int) -> float:
        """What was spent up to the status date, as far as the plan says."""
        task = self.leaves[i]
        if task.id in self.terms.actuals:
            return sum(amount for at, amount in self.terms.actuals[task.id] if at <= self.terms.status)
        if not self.begun[i]:
            return 0.0
        people = self.assigned.get(task.id, [])
        if self.unit is Unit.HOURS:
            return self._hours(task, people)
        if task.actual_cost is not None:
            return task.actual_cost
        return sum(_spent(a, r, task) for a, r in people) + task.fixed_cost * _percent(task) / ALL

    def _hours(self, task: Task, people: list[tuple[Assignment, Resource]]) -> float:
        if task.actual_work is not None and (task.actual_work or self.has_work):
            return task.actual_work / 60
        workers = [a for a, r in people if r.kind is ResourceKind.WORK]
        if workers:
            return sum(_work_done(a, task) for a in workers) / 60
        return task.duration * _percent(task) / ALL / 60

    def _notes_on_what_was_assumed(self) -> None:
        guessed = 0
        for task, begun in zip(self.leaves, self.begun, strict=True):
            people = self.assigned.get(task.id, [])
            by_task = task.actual_cost if self.unit is Unit.COST else task.actual_work
            known = (
                task.id in self.terms.actuals
                or by_task is not None
                or any(a.actual_cost is not None or a.actual_work is not None for a, _ in people)
            )
            guessed += begun and not known
        self._note(guessed, "begun without actuals: what they spent is reckoned from their percent complete")
        unmeasured = sum(
            1 for t in self.leaves
            if self.terms.method_of(t) is Method.PHYSICAL_PERCENT and t.physical_percent_complete is None
        )  # fmt: skip
        self._note(unmeasured, "without a physical percent complete; the percent of the duration stands in")
        later = sum(1 for t in self.leaves if t.actual_start and t.actual_start > self.terms.status)
        self._note(later, "begun after the status date, and taken as not begun")
        open_later = sum(
            1 for t, b in zip(self.leaves, self.begun, strict=True)
            if b and t.actual_finish and t.actual_finish > self.terms.status
        )  # fmt: skip
        self._note(open_later, "finished after the status date; their percent complete is today's")

    def _note(self, count: int, what: str) -> None:
        if count:
            self.notes.append(f"{count} {'task' if count == 1 else 'tasks'} {what}.")


def _percent(task: Task) -> float:
    return ALL if task.actual_finish is not None else task.percent_complete


def _baseline(task: Task, number: int) -> Baseline | None:
    """The baseline by number; one without any date plans nothing."""
    found = next((b for b in task.baselines if b.number == number), None)
    return found if found is not None and (found.start or found.finish) else None


def _work_done(assignment: Assignment, task: Task) -> float:
    """Minutes of work done by one resource, from the percent complete where nobody wrote it down."""
    if assignment.actual_work is not None:
        return float(assignment.actual_work)
    work = assignment.work_minutes
    regular = task.duration * assignment.units if work is None else work
    return (regular + assignment.overtime) * _percent(task) / ALL


def _spent(assignment: Assignment, resource: Resource, task: Task) -> float:
    """What one resource cost, from its rate where nobody wrote it down."""
    if assignment.actual_cost is not None:
        return assignment.actual_cost
    used = assignment.units * _percent(task) / ALL
    done = _work_done(assignment, task)
    # What was written down does not say how much of it was overtime.
    overtime = assignment.overtime * _percent(task) / ALL if assignment.actual_work is None else 0.0
    return cost_of(resource, minutes=done - overtime, overtime=overtime, units=used)


def _assigned(project: Project) -> dict[str, list[tuple[Assignment, Resource]]]:
    resources = {r.id: r for r in project.resources}
    made: dict[str, list[tuple[Assignment, Resource]]] = {}
    for a in project.assignments:
        made.setdefault(a.task, []).append((a, resources[a.resource]))
    return made
