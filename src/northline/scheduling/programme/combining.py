"""Several plans as one: the engine's project of all their items, with the links between them as any other.

Every plan keeps its own start, calendars and people; what links them is then computed and not taken as a date.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from northline import engine
from northline.scheduling.compile import compiled
from northline.scheduling.plan import Plan, Values

# The engine's name of the day on which one of the plans begins.
BEGINNING = "beginning "


@dataclass(frozen=True, slots=True)
class Combined:
    """The plans of linked projects, their items by key, and the engine's project of them all."""

    plans: Sequence[Plan]
    items: dict[str, tuple[UUID, Values]]
    project: engine.Project

    def project_of(self, key: str) -> UUID | None:
        """The project of an item; None for what is no item."""
        found = self.items.get(key)
        return found[0] if found else None


def combined(plans: Sequence[Plan]) -> Combined:
    """One plan of several, none of which may be empty of projects. Raises engine.PlanError, such as Cycle."""
    parts = [_part(plan, number) for number, plan in enumerate(plans)]
    items = {
        row["key"]: (plan.project["id"], row)
        for plan in plans
        for row in plan.items.values()
        if row["archived_at"] is None
    }
    first = min(parts, key=lambda part: part.start)
    return Combined(
        plans,
        items,
        engine.Project(
            id="programme",
            name="",
            start=first.start,
            calendar=parts[0].calendar,
            calendars=tuple(one for part in parts for one in part.calendars),
            tasks=tuple(one for part in parts for one in part.tasks),
            links=(*(one for part in parts for one in part.links), *_crossing(plans, items)),
            resources=tuple(one for part in parts for one in part.resources),
            assignments=tuple(one for part in parts for one in part.assignments),
            honour_constraints=all(part.honour_constraints for part in parts),
        ),
    )


def _part(plan: Plan, number: int) -> engine.Project:
    """One plan as it stands among others: with names of its own, beginning when it begins."""
    made = compiled(plan, plan.outline(), plan.live_links(), outside=False)

    def own(name: str | None) -> str:
        return f"{number}/{name or made.calendar}"

    staffed = {one.task for one in made.assignments}
    calendars = tuple(replace(one, id=own(one.id)) for one in made.calendars)
    tasks = tuple(
        # A task with people keeps to their hours, which now say so themselves.
        task if task.id in staffed and task.calendar is None else replace(task, calendar=own(task.calendar))
        for task in made.tasks
    )
    begin = engine.Task(
        id=f"{BEGINNING}{made.id}",
        milestone=True,
        actual_start=made.start,
        actual_finish=made.start,
        percent_complete=100,
    )
    top = [task.id for task in made.tasks if task.parent is None]
    return replace(
        made,
        calendar=own(None),
        calendars=calendars,
        tasks=(begin, *tasks),
        links=(*made.links, *(engine.Link(begin.id, key) for key in top)),
        resources=tuple(
            replace(one, id=f"{number}/{one.id}", calendar=own(one.calendar)) for one in made.resources
        ),
        assignments=tuple(replace(one, resource=f"{number}/{one.resource}") for one in made.assignments),
    )


def _crossing(plans: Iterable[Plan], items: dict[str, tuple[UUID, Values]]) -> list[engine.Link]:
    """The links between these plans, each once."""
    rows = {row["id"]: row for plan in plans for row in plan.crossing}
    return [
        engine.Link(
            row["before__key"],
            row["after__key"],
            engine.LinkKind(row["kind"]),
            engine.Lag(row["lag_minutes"], engine.LagUnit(row["lag_unit"])),
        )
        for row in rows.values()
        if row["before__key"] in items and row["after__key"] in items
    ]
