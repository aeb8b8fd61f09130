"""The verbs of templates: take one from a plan, say more about it, start a project from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal
from uuid import UUID

import orjson
from django.db import transaction

from northline.core import editing
from northline.core.models import Change
from northline.core.refusal import NotFound, Refusal
from northline.core.scope import Scope
from northline.delivery import access as delivery
from northline.delivery.actions import start_project
from northline.delivery.models import Project, Resource
from northline.delivery.raci.queries import circles_in
from northline.delivery.raci.rules import Said
from northline.scheduling.actions import Edited, edit_plan
from northline.scheduling.editor import Editor
from northline.scheduling.edits import Insert
from northline.scheduling.kept import kept_of
from northline.scheduling.models import PlanTemplate
from northline.scheduling.plan import Placed, Plan, load
from northline.scheduling.templates.laying import chosen, latest_start, refuse_archived
from northline.scheduling.templates.leaving_out import shared_calendars, told
from northline.scheduling.templates.recording import Named, Recording

MOST_ITEMS = 5_000
DAY_STARTS = "08:00"


@transaction.atomic
def save_template(
    project_id: UUID,
    *,
    title: str,
    note: str,
    item_id: UUID | None,
    anchor: Literal["start", "finish"],
    names: Mapping[UUID, str],
    by: Scope,
) -> PlanTemplate:
    """Keep a plan, or an item with all below it, as a template; `names` calls the roles of resources and members.

    Raises Refusal `template.nothing_planned`, `template.too_large`, NotFound.
    """
    project = delivery.project(by, project_id, right="plan")
    plan = load(project_id)
    outline = _outline(plan, item_id)
    if not outline:
        raise Refusal(
            "template.nothing_planned", f"{project.key} has nothing planned yet. Add its work first."
        )
    if len(outline) > MOST_ITEMS:
        raise Refusal(
            "template.too_large", f"A template may hold {MOST_ITEMS:,} items, these are {len(outline):,}."
        )
    inside = {placed.id for placed in outline}
    circles = {item: said for item, said in circles_in(project_id).items() if item in inside}
    named, resource_of = _named(plan, by, names, circles)
    calendars = {plan.items[placed.id]["calendar_id"] for placed in outline} - {None}
    shared = shared_calendars(calendars, workspace_id=by.workspace_id)
    recording = Recording(plan, kept_of(plan).dates, named, resource_of, shared, circles)
    items, span = recording.taken(outline, whole=item_id is None)
    titles = {row["id"]: row["title"] for row in plan.calendars}
    row = PlanTemplate(
        workspace_id=by.workspace_id,
        title=title,
        note=note,
        anchor=anchor,
        span_days=span,
        item_count=len(items),
        roles=recording.roles,
        items=orjson.dumps(items).decode(),
        left_out=told("calendar", {titles[pk]: count for pk, count in recording.lost.items()}),
        taken_from=project,
        made_by_id=by.member_id,
    )
    return editing.create(row, prefix=PlanTemplate.PREFIX, by=by)


def _outline(plan: Plan, item_id: UUID | None) -> list[Placed]:
    outline = plan.outline()
    if item_id is None:
        return outline
    if not plan.alive(item_id):
        raise NotFound("work item")
    inside = set(plan.below(item_id))
    return [placed for placed in outline if placed.id in inside]


def _named(
    plan: Plan, by: Scope, names: Mapping[UUID, str], circles: Mapping[UUID, Said]
) -> tuple[dict[UUID, Named], dict[UUID, UUID]]:
    """How everybody on the plan is called: by the role that they fill; what is no person, by its own name."""
    on_it = {row["resource_id"] for row in plan.live_assignments()}
    owners = {item["owner_id"] for item in plan.items.values() if item["owner_id"]}
    asked = {member for said in circles.values() for member in said.consulted}
    members = owners | asked | {member for said in circles.values() for member in said.informed}
    rows = Resource.objects.select_related("role").filter(workspace_id=by.workspace_id)
    of_members = rows.filter(member__in=members, archived_at=None, project=None)
    found: dict[UUID, Named] = {}
    for row in (*rows.filter(pk__in=on_it), *of_members):
        mine = row.role if row.type == "person" else row
        shared = mine.pk if mine and mine.project_id is None and mine.archived_at is None else None
        found[row.pk] = Named(names.get(row.pk) or (mine.title if mine else "Somebody"), shared)
    resource_of = {row.member_id: row.pk for row in of_members if row.member_id}
    for pk in members - resource_of.keys():
        called = "Owner" if pk in owners else "Consulted" if pk in asked else "Informed"
        found[pk] = Named(names.get(pk) or called, None)
    return found, resource_of


@transaction.atomic
def start_from_template(
    template: PlanTemplate,
    *,
    title: str,
    code: str,
    product_id: UUID | None,
    start: str | None,
    finish: str | None,
    people: Mapping[str, UUID | None],
    by: Scope,
    preview: bool = False,
) -> Edited:
    """Start a project whose plan is the template's, from a day on, or so late that it ends by a day, which is its
    deadline then; a preview saves nothing. The edit of the plan is told as an effect of the start.

    Raises Refusal `template.cannot_finish_then`, `template.unknown_role`, Conflict `template.archived`,
    `project.code_taken`.
    """
    refuse_archived(template)
    begins = start or f"{str(finish)[:10]}T{DAY_STARTS}"
    project = start_project(title=title, code=code, start=begins, product_id=product_id, by=by)
    begun = Change.objects.filter(object_id=project.pk).order_by("-seq").first()
    if finish:
        editor = Editor(load(project.pk), dates={}, by=by)
        filled = chosen(template, people)
        begins = latest_start(editor, template, finish=finish, people=filled, moves_project=True)
        Project.objects.filter(pk=project.pk).update(start=begins, deadline=finish)
    ends = finish if template.anchor == "finish" else None
    insert = Insert(
        op="insert",
        template_id=template.pk,
        start=None if ends else begins,
        finish=ends,
        people=dict(people),
    )
    # Whoever starts a project manages it, which the scope of this request does not know yet.
    mine = managing(by, project.pk)
    edited = edit_plan(project.pk, edits=[insert], by=mine, cause=begun)
    if preview:
        transaction.set_rollback(True)
    return edited


def managing(by: Scope, project_id: UUID) -> Scope:
    """The scope of somebody who manages a project since a moment ago."""
    key = ("project", project_id)
    return replace(by, grants={**by.grants, key: by.grants.get(key, frozenset()) | {"project_manager"}})
