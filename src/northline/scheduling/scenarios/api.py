"""Addresses of scenarios."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing
from northline.core.edge import written
from northline.core.schemas import IfMatch
from northline.delivery.access import project as project_at
from northline.scheduling.edits import PlanEdits
from northline.scheduling.queries import edited_answer
from northline.scheduling.scenarios import access, actions, queries
from northline.scheduling.scenarios.merging import merge_scenario as merge
from northline.scheduling.scenarios.merging import wish_of
from northline.scheduling.scenarios.schemas import (
    DroppedChanges,
    MergeIn,
    ReviewOut,
    ScenarioIn,
    ScenarioOut,
    ScenarioPatch,
    ScenarioPlanOut,
    show_scenario,
)
from northline.scheduling.schemas import EditedOut, WorkItemPage

router = Router(tags=["scheduling"])
OF_PROJECT = "/projects/{uuid:project_id}/scenarios"
HERE = "/scenarios/{scenario_id}"


@router.post(OF_PROJECT, response={201: ScenarioOut}, operation_id="open_scenario")
def open_scenario(request: Any, project_id: UUID, body: ScenarioIn) -> Any:
    """Branch the plan into a scenario, with the first edits in it where there are any."""
    project = project_at(request.member_scope, project_id, right="plan")
    row = actions.open_scenario(
        project, title=body.title, note=body.note, edits=body.edits, by=request.member_scope
    )
    return 201, show_scenario(row, request.member_scope)


@router.get(OF_PROJECT, response=list[ScenarioOut], operation_id="list_scenarios")
def list_scenarios(request: Any, project_id: UUID, closed: bool = False) -> Any:
    """The open scenarios of a project, newest first; with `closed` also those merged or thrown away."""
    project = project_at(request.member_scope, project_id)
    return [show_scenario(row, request.member_scope) for row in queries.scenarios_of(project, closed=closed)]


@router.get(HERE, response=ScenarioOut, operation_id="read_scenario")
def read_scenario(request: Any, scenario_id: UUID) -> Any:
    return show_scenario(access.scenario(request.member_scope, scenario_id), request.member_scope)


@router.patch(HERE, response=ScenarioOut, operation_id="edit_scenario")
def edit_scenario(request: Any, scenario_id: UUID, body: ScenarioPatch, if_match: IfMatch = None) -> Any:
    """Name it otherwise, or say more about it."""
    row = access.scenario(request.member_scope, scenario_id, right="plan")
    fields = body.model_dump(exclude_unset=True)
    row = editing.revise(
        row, expected=editing.expected_version(if_match), fields=fields, by=request.member_scope
    )
    return show_scenario(row, request.member_scope)


@router.post(f"{HERE}/archival", response=ScenarioOut, operation_id="archive_scenario")
def archive_scenario(request: Any, scenario_id: UUID, if_match: IfMatch = None) -> Any:
    """Throw a scenario away; it can be taken up again."""
    row = access.scenario(request.member_scope, scenario_id, right="plan")
    row = editing.archive(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return show_scenario(row, request.member_scope)


@router.delete(f"{HERE}/archival", response=ScenarioOut, operation_id="restore_scenario")
def restore_scenario(request: Any, scenario_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.scenario(request.member_scope, scenario_id, right="plan")
    row = editing.restore(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return show_scenario(row, request.member_scope)


@router.get(f"{HERE}/plan", response=ScenarioPlanOut, operation_id="read_scenario_plan")
def read_scenario_plan(request: Any, scenario_id: UUID) -> Any:
    """The plan as it is now with the scenario's changes in it, computed by the same draws."""
    row = access.scenario(request.member_scope, scenario_id)
    return written(queries.plan_of_scenario(row, request.member_scope))


@router.get(f"{HERE}/work-items/{{uuid:item_id}}", response=WorkItemPage, operation_id="read_scenario_item")
def read_scenario_item(request: Any, scenario_id: UUID, item_id: UUID) -> Any:
    """A work item as the scenario has it, with its links, people and dates there."""
    row = access.scenario(request.member_scope, scenario_id)
    return queries.item_of_scenario(row, item_id, request.member_scope)


@router.post(f"{HERE}/plan-edits", response=EditedOut, operation_id="edit_scenario_plan")
def edit_scenario_plan(
    request: Any, scenario_id: UUID, body: PlanEdits, preview: bool = False, brief: bool = False
) -> Any:
    """Edit the plan of the scenario as a project's plan is edited; the project's stays as it is."""
    edited = actions.edit_scenario_plan(
        scenario_id, edits=body.edits, reason=body.reason, preview=preview, by=request.member_scope
    )
    return written(edited_answer(edited, brief=brief))


@router.get(f"{HERE}/review", response=ReviewOut, operation_id="review_scenario")
def review_scenario(request: Any, scenario_id: UUID) -> Any:
    """What merging would change, what it would move, and where the plan changed the same since."""
    row = access.scenario(request.member_scope, scenario_id)
    return written(queries.review_of(row, request.member_scope))


@router.post(f"{HERE}/merge", response=EditedOut, operation_id="merge_scenario")
def merge_scenario(request: Any, scenario_id: UUID, body: MergeIn, preview: bool = False) -> Any:
    """Make all or chosen changes of the scenario changes of the plan: one change, one undo."""
    row = access.scenario(request.member_scope, scenario_id, right="plan")
    wish = wish_of(body.items, body.rows, body.choices)
    edited = merge(row, wish, by=request.member_scope, reason=body.reason, preview=preview)
    return written(edited_answer(edited))


@router.post(f"{HERE}/dropped-changes", response=ScenarioOut, operation_id="drop_scenario_changes")
def drop_scenario_changes(request: Any, scenario_id: UUID, body: DroppedChanges) -> Any:
    """Let items, links and assignments of the scenario be as they are in the plan."""
    row = actions.drop_changes(scenario_id, items=body.items, rows=body.rows, by=request.member_scope)
    return show_scenario(row, request.member_scope)
