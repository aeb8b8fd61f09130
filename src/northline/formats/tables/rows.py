"""A plan as rows of cells: what `writing` makes of it, whatever the file."""

from collections.abc import Iterator
from datetime import datetime

from northline.engine.model import Constraint, ConstraintKind, Link, Minutes, Project, Task
from northline.engine.outline import levels_of
from northline.engine.result import Schedule
from northline.formats import ImportedPlan, TaskDetails
from northline.formats.renaming import Names, numbers_for, renamed
from northline.formats.tables.cells import duration_text, harmless, link_text, person_text
from northline.formats.tables.columns import HEADINGS, WRITTEN

Cell = str | int | float | datetime | None
_CUT = str.maketrans({";": ",", "[": "(", "]": ")"})


def headings() -> list[str]:
    """The heading of every column."""
    return [HEADINGS[name] for name in WRITTEN]


def rows_of(plan: ImportedPlan, schedule: Schedule | None) -> Iterator[list[Cell]]:
    """One row per task in outline order; `schedule` gives the dates of tasks that have none of their own."""
    plan = renamed(plan, Names(tasks=numbers_for([t.id for t in plan.project.tasks])))
    table = _Table(plan, schedule)
    for task in plan.project.tasks:
        row = table.row(task)
        yield [row.get(column) for column in WRITTEN]


class _Table:
    def __init__(self, plan: ImportedPlan, schedule: Schedule | None) -> None:
        self.plan, self.project, self.schedule = plan, plan.project, schedule
        self.places = list(schedule) if schedule is not None else []
        self.number = {task.id: n for n, task in enumerate(self.project.tasks)}
        self.links: dict[str, list[Link]] = {}
        for link in self.project.links:
            self.links.setdefault(link.after, []).append(link)
        self.people = _people(self.project)
        self.parents = {task.parent for task in self.project.tasks}
        self.levels = levels_of(self.project.tasks)

    def row(self, task: Task) -> dict[str, Cell]:
        details = self.plan.details.get(task.id, TaskDetails())
        return {
            "id": task.id,
            "wbs": harmless(details.wbs),
            "level": self.levels[task.id],
            "name": harmless(task.name),
            "predecessors": self._predecessors(task),
            "resources": harmless(";".join(self.people.get(task.id, ()))),
            "percent": task.percent_complete or None,
            "priority": task.priority if task.priority != 500 else None,
            "milestone": "yes" if task.milestone else None,
            "type": harmless(details.item_type) or None,
            "active": None if task.active else "no",
            "deadline": task.deadline,
            "owner": harmless(task.owner or ""),
            "notes": harmless(details.notes),
            "fixed_cost": task.fixed_cost or None,
            **self._times(task),
            **self._dates(task),
        }

    def _times(self, task: Task) -> dict[str, Cell]:
        estimate = task.estimate
        parts = (estimate.optimistic, estimate.likely, estimate.pessimistic) if estimate else (None,) * 3
        summary = task.id in self.parents
        made: dict[str, Cell] = {
            "duration": None if summary else self._text(task.duration, elapsed=task.elapsed_duration),
            "remaining": None if task.remaining_duration is None else self._text(task.remaining_duration),
        }
        for name, minutes in zip(("optimistic", "likely", "pessimistic"), parts, strict=True):
            made[name] = None if minutes is None else self._text(minutes)
        return made

    def _dates(self, task: Task) -> dict[str, Cell]:
        start, finish = task.manual_start, task.manual_finish
        if not task.manual and self.places:
            placed = self.places[self.number[task.id]]
            start, finish = placed.start, placed.finish
        wish: Constraint = task.constraint
        return {
            "start": start,
            "finish": finish,
            "manual": "yes" if task.manual else None,
            "constraint": None if wish.kind is ConstraintKind.ASAP else str(wish.kind),
            "constraint_date": wish.at,
            "actual_start": task.actual_start,
            "actual_finish": task.actual_finish,
        }

    def _predecessors(self, task: Task) -> str:
        day = self.project.minutes_per_day
        return ";".join(link_text(k.before, k.kind, k.lag, day=day) for k in self.links.get(task.id, ()))

    def _text(self, minutes: Minutes, *, elapsed: bool = False) -> str:
        return duration_text(minutes, day=self.project.minutes_per_day, elapsed=elapsed)


def _people(project: Project) -> dict[str, list[str]]:
    names = {r.id: (r.name.strip() or r.id).translate(_CUT) for r in project.resources}
    seen: dict[str, int] = {}
    for name in names.values():
        seen[name] = seen.get(name, 0) + 1
    names = {i: f"{name} ({i})" if seen[name] > 1 else name for i, name in names.items()}
    found: dict[str, list[str]] = {}
    for a in project.assignments:
        found.setdefault(a.task, []).append(person_text(names[a.resource], a.units))
    return found
