"""Reading plans: a known number of queries whatever their size."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from northline.core.edge import sent
from northline.core.schemas import ref_of
from northline.core.scope import Scope
from northline.delivery.models import Project, WorkItem
from northline.delivery.schemas import show_project, show_work_item
from northline.delivery.workflow import progress_of, state_of_item, stored
from northline.scheduling.actions import Edited
from northline.scheduling.compile import kind_of, years_of
from northline.scheduling.compute import Dates, drivers_of, names_of, shown_dates
from northline.scheduling.exports.rules import quick
from northline.scheduling.hours import spelled_out
from northline.scheduling.kept import Kept, kept_of
from northline.scheduling.models import SavedForecast
from northline.scheduling.moves import brief_moves, told_moves
from northline.scheduling.plan import Placed, Plan, Values, load
from northline.scheduling.programme.doubting import doubts_of
from northline.scheduling.programme.queries import crossings_of
from northline.scheduling.risks import risks_of
from northline.scheduling.weighing import named, weigh

_TASK_TYPE = ("task_type", "effort_driven")
_HELD = ("active", "levelling_delay_minutes")
_AS_STORED = (
    "id", "key", "version", "parent_id", "position", "title", "duration_minutes", "elapsed", "percent_complete",
    "deadline", "manual", "calendar_id", "actual_start", "actual_finish", "priority", "active", "owner_id", "custom", "checklist",
    "item_type_id", "notes",
)  # fmt: skip


def plan_of(project: Project, scope: Scope) -> dict[str, Any]:
    """The whole plan of a project that is already allowed: nine queries, ten once it has a forecast."""
    plan = load(project.pk)
    return shown_plan(plan, kept_of(plan), project, scope)


def plan_to_send(project: Project, scope: Scope) -> dict[str, Any]:
    """The same, to be written as JSON: its items and links are that already, and again as long as they do not change."""
    plan = load(project.pk)
    kept = kept_of(plan)
    return _shown(plan, kept, project, scope, rows=_rows_to_send(plan, kept))


def shown_plan(plan: Plan, kept: Kept, project: Project, scope: Scope) -> dict[str, Any]:
    """A plan of the project, which is already allowed, as the API answers it."""
    return _shown(plan, kept, project, scope, rows=_rows(plan, kept))


def _shown(plan: Plan, kept: Kept, project: Project, scope: Scope, *, rows: dict[str, Any]) -> dict[str, Any]:
    rights = scope.rights_at(project.place())
    return (
        rows
        | _around(plan, kept)
        | {
            "project": show_project(project, scope)
            | {"start": project.start, "finish": kept.finish, "workflow": stored(plan.workflow)},
            "resources": [shown_resource(row) for row in plan.resources],
            "assignments": plan.live_assignments(),
            "crossing": crossings_of(plan, scope),
            "warnings": kept.warnings,
            "can": {
                "edit": "plan" in rights,
                "contribute": "contribute" in rights,
            }
            | quick(len(plan.outline())),
        }
    )


def shown_resource(row: Values) -> Values:
    """A resource as everybody who reads the plan sees it: not why somebody is away."""
    kind = str(kind_of(row["type"]))
    return {name: row[name] for name in ("id", "title", "type", "capacity", "calendar_id")} | {"kind": kind}


def timeline_of(project: Project) -> dict[str, Any]:
    """The computed plan of a project for whoever may see it without being a member: nothing of people."""
    plan = load(project.pk)
    kept = kept_of(plan)
    return _rows(plan, kept) | _around(plan, kept) | {"start": project.start, "finish": kept.finish}


def _rows(plan: Plan, kept: Kept) -> dict[str, Any]:
    outline = plan.outline()
    done = percents(plan, outline)
    return {
        "items": [
            _item(plan, placed, kept.dates.get(name), done)
            for placed, name in zip(outline, names_of(plan, outline), strict=True)
        ],
        "links": [_link(link) for link in plan.live_links()],
    }


def _rows_to_send(plan: Plan, kept: Kept) -> dict[str, Any]:
    def make() -> dict[str, Any]:
        return {name: sent(rows) for name, rows in _rows(plan, kept).items()}

    # All that they are made of: where an item stands follows from the items themselves.
    of = (
        list(plan.items.values()),
        plan.live_links(),
        plan.project["workflow"],
        plan.workflows(),
        kept.dates,
    )
    return plan.memory.equal("rows to send", *of, make=make)


def _around(plan: Plan, kept: Kept) -> dict[str, Any]:
    return {
        "calendars": [
            spelled_out(row, start=plan.project["start"], finish=kept.finish, years=years_of(plan))
            for row in plan.calendars
        ],
        "forecast": _forecast(kept, plan.items),
    }


def edited_answer(edited: Edited, *, brief: bool = False) -> dict[str, Any]:
    """What an edit did: rows changed, dates moved, chances before and after. Briefly, of what moved only where to, for
    readers who have the plan as it was."""
    editor, plan = edited.editor, edited.editor.plan
    changed = [at for at in edited.outline if at.id in editor.was_items]
    # Only summaries are as far as what stands below them.
    done = percents(plan, edited.outline) if any(at.summary for at in changed) else {}
    removed = [
        item_id for item_id, was in editor.was_items.items() if was is not None and not plan.alive(item_id)
    ]
    links = plan.links
    return {
        "plan_version": edited.project.plan_version,
        "change_id": edited.change.pk if edited.change else None,
        "assignments": [
            plan.assignments[row_id] for row_id in editor.was_assignments if row_id in plan.assignments
        ],
        "removed_assignments": [
            row_id for row_id, was in editor.was_assignments.items() if was and row_id not in plan.assignments
        ],
        "resources": [shown_resource(row) for row in plan.resources] if editor.was_assignments else [],
        "items": [_item(plan, at, edited.dates(at.id), done) for at in changed],
        "removed": removed,
        "links": [_link(links[link_id]) for link_id in editor.was_links if link_id in links],
        "removed_links": [
            link_id for link_id, was in editor.was_links.items() if was and link_id not in links
        ],
        "moved": [] if brief else told_moves(edited),
        "moved_to": brief_moves(edited) if brief else [],
        "temp_ids": editor.temporary,
        "left_out": editor.left_out,
        "project": {"finish": edited.after.finish, "was_finish": edited.before.finish},
        "forecast": _forecast(edited.after, plan.items),
        "was_probability": edited.before.probability,
    }


def _item(plan: Plan, placed: Placed, dates: Dates | None, done: dict[UUID, float]) -> Values:
    item = plan.items[placed.id]
    shown = {name: item[name] for name in _AS_STORED}
    shown |= _limits(item)
    shown["outline_level"] = placed.level
    shown["wbs"] = placed.wbs
    shown["type"] = "summary" if placed.summary else item["type"]
    shown["percent_complete"] = done.get(placed.id, item["percent_complete"])
    shown["state"] = None if placed.summary else state_of_item(plan.workflow_of(item), item).id
    shown["schedule"] = shown_dates(dates)
    return shown


def _limits(item: Values) -> Values:
    kind, likely = item["constraint_kind"], item["likely_minutes"]
    return {
        "constraint": None if kind == "ASAP" else {"kind": kind, "at": item["constraint_at"]},
        "estimate": None
        if likely is None
        else {
            "optimistic": item["optimistic_minutes"],
            "likely": likely,
            "pessimistic": item["pessimistic_minutes"],
        },
    }


def percents(plan: Plan, outline: list[Placed]) -> dict[UUID, float]:
    """How far each summary is: the share of its tasks' planned time that is done."""
    planned: dict[UUID, float] = {}
    spent: dict[UUID, float] = {}
    for placed in reversed(outline):
        item = plan.items[placed.id]
        if not placed.summary:
            planned[placed.id] = item["duration_minutes"]
            spent[placed.id] = item["duration_minutes"] * item["percent_complete"] / 100
        if (parent := item["parent_id"]) is not None:
            planned[parent] = planned.get(parent, 0) + planned[placed.id]
            spent[parent] = spent.get(parent, 0) + spent[placed.id]
    return {
        placed.id: round(100 * spent[placed.id] / planned[placed.id], 1) if planned[placed.id] else 0.0
        for placed in outline
        if placed.summary
    }


def _link(link: Values) -> Values:
    names = ("id", "kind", "lag_minutes", "lag_unit")
    return {name: link[name] for name in names} | {"before": link["before_id"], "after": link["after_id"]}


def forecast_of(project: Project, scope: Scope) -> dict[str, Any] | None:
    """The forecast of a project that is already allowed, with what drives it and which dates of other projects are
    uncertain; None while its plan is empty.

    Who drives it, and what each open risk costs, is found at the first asking and kept until the plan changes.
    """
    plan = load(project.pk)
    kept = kept_of(plan)
    if kept.forecast is None:
        return None
    if kept.forecast["drivers"] is None:
        kept.forecast["drivers"] = drivers_of(plan, plan.outline())
        SavedForecast.objects.filter(pk=project.pk, plan_version=plan.project["plan_version"]).update(
            drivers=kept.forecast["drivers"]
        )
    told = risks_of(project.pk)
    weighed = kept.forecast["risks"] or weigh(plan, plan.outline(), told)
    found = {"risks": named(weighed, told), "outside": doubts_of(plan, scope)}
    return (_forecast(kept, plan.items) or {}) | found


def _forecast(kept: Kept, items: dict[UUID, Values]) -> dict[str, Any] | None:
    if kept.forecast is None:
        return None
    found = kept.forecast["drivers"]
    named = None if found is None else [driver | _named(items[UUID(driver["id"])]) for driver in found]
    return kept.forecast | {"drivers": named, "risks": None, "computed_at": kept.computed_at}


def _named(item: Values) -> Values:
    return {"key": item["key"], "title": item["title"]}


def work_item_page(item: WorkItem, scope: Scope) -> dict[str, Any]:
    """A work item with where it stands, what it waits for, who is on it and when it happens."""
    plan = load(item.project_id)
    return item_page(item, plan, kept_of(plan), scope)


def item_page(item: WorkItem, plan: Plan, kept: Kept, scope: Scope) -> dict[str, Any]:
    """The same of a plan that is at hand; `item` is as that plan has it, saved or not."""
    summary = bool(plan.children.get(item.pk))
    assignments = [row for row in plan.live_assignments() if row["item_id"] == item.pk]
    on_it = {row["resource_id"] for row in assignments}
    names = (
        "constraint_kind",
        "constraint_at",
        "likely_minutes",
        "optimistic_minutes",
        "pessimistic_minutes",
    )
    project, workflow = item.project, item.workflow
    return (
        show_work_item(item, scope)
        | _limits({name: getattr(item, name) for name in names})
        | {
            name: getattr(item, name)
            for name in ("manual", "priority", "calendar_id", "checklist", *_TASK_TYPE, *_HELD)
        }
        | {
            "project": {"kind": "project", "id": project.pk, "key": project.key, "title": project.title},
            "summary": summary,
            "state": None if summary else state_of_item(workflow, progress_of(item)).id,
            "workflow": stored(workflow),
            "links": [
                _other_end(link, plan)
                for link in plan.live_links()
                if item.pk in (link["before_id"], link["after_id"])
            ],
            "crossing": [found for found in crossings_of(plan, scope) if found["item_id"] == item.pk],
            "assignments": assignments,
            "resources": [shown_resource(row) for row in plan.resources if row["id"] in on_it],
            "schedule": shown_dates(kept.dates.get(str(item.pk))),
        }
    )


def _other_end(link: Values, plan: Plan) -> Values:
    ends = {name: ref_of("work_item", plan.items[link[f"{name}_id"]]) for name in ("before", "after")}
    return {name: link[name] for name in ("id", "kind", "lag_minutes", "lag_unit")} | ends
