"""From changes of the engine's plan to edits of ours, which a scenario can hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from northline import engine
from northline.engine.recovery import AddPerson, Change, MoveDate, Overtime, apply, in_tasks
from northline.engine.recovery.resizing import is_begun, rest_of
from northline.scheduling.plan import Plan, Values
from northline.scheduling.programme.outside import is_outside
from northline.scheduling.recovery.asking import Asked

LONGEST_TITLE = 200


def edits_of(asked: Asked, changes: Sequence[Change]) -> list[Values]:
    """The edits, as the API takes them, that make these changes to the plan. Raises engine.PlanError."""
    after = asked.whole
    for change in changes:
        after = _after(asked, after, change)
    return list(_Differences(asked.plan, asked.whole, after).edits())


def _after(asked: Asked, project: engine.Project, change: Change) -> engine.Project:
    if isinstance(change, Overtime):
        spans = {task.id: asked.span(task.id) for task in project.tasks if task.id in asked.by_key}
        return in_tasks(project, change, {key: span for key, span in spans.items() if span})
    if isinstance(change, MoveDate):
        return project
    if isinstance(change, AddPerson) and change.hired:
        # Whether there is one more of a role is for whoever fills it to know.
        return apply(project, AddPerson(change.task, change.resource, change.units, change.efficiency, False))
    return apply(project, change)


class _Differences:
    """What differs between two plans, as edits of the rows of the first."""

    def __init__(self, plan: Plan, before: engine.Project, after: engine.Project) -> None:
        self.before, self.after = before, after
        self.was = {task.id: task for task in before.tasks}
        self.now = {task.id: task for task in after.tasks}
        self.rows = {row["key"]: row for row in plan.items.values() if row["archived_at"] is None}
        keys = {row["id"]: row["key"] for row in plan.items.values()}
        self.links = {
            (keys[row["before_id"]], keys[row["after_id"]], row["kind"]): row for row in plan.live_links()
        }
        self.people = {
            (keys[row["item_id"]], str(row["resource_id"])): row for row in plan.live_assignments()
        }
        self.restaffed: set[str] = set()
        self.gone = {key for key, task in self.now.items() if not task.active and self.was[key].active}

    def edits(self) -> Iterator[Values]:
        """In an order in which each may be applied; times come last, as people on a task change them too."""
        for key in sorted(self.gone):
            yield {"op": "remove", "id": self._id(key), "version": self.rows[key]["version"]}
        for place, task in enumerate(self.after.tasks):
            if task.id not in self.was:
                yield self._added(task, self.after.tasks[place - 1])
        yield from self._links()
        yield from self._people()
        for key, task in self.now.items():
            was = self.was.get(key)
            if key not in self.gone and (
                was is None or key in self.restaffed or was.duration != task.duration
            ):
                yield self._set(task)

    def _added(self, task: engine.Task, above: engine.Task) -> Values:
        edit: Values = {
            "op": "add",
            "temp_id": task.id,
            "title": task.name[:LONGEST_TITLE],
            "after_id": self._id(above.id),
        }
        edit |= {"duration_minutes": int(task.duration)}
        return edit | ({"parent_id": self._id(task.parent)} if task.parent else {})

    def _set(self, task: engine.Task) -> Values:
        fields: dict[str, Any] = {"duration_minutes": int(task.duration)}
        if is_begun(task):
            fields = {"remaining_minutes": rest_of(task)}
        elif task.estimate is not None:
            points = ("optimistic", "likely", "pessimistic")
            fields["estimate"] = {name: int(getattr(task.estimate, name)) for name in points}
        version = self.rows[task.id]["version"] if task.id in self.rows else 1
        return {"op": "set", "id": self._id(task.id), "version": version, "fields": fields}

    def _links(self) -> Iterator[Values]:
        now = {(one.before, one.after, str(one.kind)): one for one in self.after.links}
        was = {(one.before, one.after, str(one.kind)): one for one in self.before.links}
        for ends, row in self.links.items():
            if ends not in now and not self.gone & set(ends[:2]):
                yield {"op": "unlink", "id": str(row["id"])}
        for ends, link in now.items():
            if is_outside(ends[0]):
                continue
            lag = {"lag_minutes": int(link.lag.amount), "lag_unit": str(link.lag.unit)}
            if ends not in self.links:
                ids = {"before": self._id(ends[0]), "after": self._id(ends[1])}
                yield {"op": "link", "kind": ends[2]} | ids | lag
            elif link.lag != was[ends].lag:
                yield {"op": "relink", "id": str(self.links[ends]["id"]), "kind": ends[2]} | lag

    def _people(self) -> Iterator[Values]:
        now = {(one.task, one.resource): one for one in self.after.assignments}
        for (key, resource), row in self.people.items():
            one = now.get((key, resource))
            if one is None and key not in self.gone:
                self.restaffed.add(key)
                yield {"op": "unassign", "id": str(row["id"])}
            elif one is not None and one.units != row["units"]:
                self.restaffed.add(key)
                yield {"op": "reassign", "id": str(row["id"]), "units": one.units}
        for (key, resource), one in now.items():
            if (key, resource) not in self.people:
                self.restaffed.add(key)
                yield {"op": "assign", "item": self._id(key), "resource_id": resource, "units": one.units}

    def _id(self, key: str) -> str:
        return str(self.rows[key]["id"]) if key in self.rows else key
