"""The verbs of charters: propose, revise, accept, decline."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from northline.accounts.access import active_colleague
from northline.accounts.models import RoleGrant
from northline.core import changes, editing, links
from northline.core.models import Change, Link
from northline.core.refusal import Conflict, Refusal
from northline.core.scope import Scope
from northline.delivery import access, actions, rules
from northline.delivery.models import Charter, Project
from northline.delivery.totals import Totals, plan_totals
from northline.roadmap.models import Initiative


@transaction.atomic
def propose(initiative: Initiative, *, terms: Mapping[str, Any], by: Scope) -> Charter:
    """Offer the initiative to a project, or to a new one that is started for it.

    Raises Refusal `charter.needs_project`, Conflict `charter.open`.
    """
    given = dict(terms)
    if given.get("project_manager_id"):
        active_colleague(by, given["project_manager_id"])
    project = _project_for(initiative, given, by)
    if Charter.objects.filter(initiative=initiative, project=project).exclude(state="declined").exists():
        raise Conflict("charter.open", f"{initiative.key} and {project.key} have a charter already.")
    charter = Charter(
        workspace_id=by.workspace_id,
        initiative=initiative,
        project=project,
        title=initiative.title,
        proposed_by_id=by.member_id,
        **given,
    )
    return editing.create(charter, prefix=Charter.PREFIX, by=by, verb="proposed")


def _project_for(initiative: Initiative, given: dict[str, Any], by: Scope) -> Project:
    project_id: UUID | None = given.pop("project_id")
    title, code = given.pop("project_name"), given.pop("code")
    if project_id is not None:
        return access.project(by, project_id)
    if not title or not code:
        raise Refusal("charter.needs_project", "Name the project, or give a name and a code for a new one.")
    start = f"{timezone.now().date().isoformat()}T{rules.DAY_STARTS}"
    project = actions.start_project(
        title=title, code=code, start=start, product_id=initiative.product_id, by=by
    )
    if manager_id := given.get("project_manager_id"):
        # Whoever is to answer must be able to; the project is the proposer's to staff.
        RoleGrant.objects.get_or_create(
            workspace_id=by.workspace_id,
            member_id=manager_id,
            object_kind="project",
            object_id=project.pk,
            role=RoleGrant.Role.PROJECT_MANAGER,
        )
    return project


@transaction.atomic
def revise(row: Charter, *, expected: int, fields: Mapping[str, Any], by: Scope, reason: str = "") -> Charter:
    """Change the terms while nobody has answered."""
    _refuse_answered(row)
    if fields.get("project_manager_id"):
        active_colleague(by, fields["project_manager_id"])
    return editing.revise(row, expected=expected, fields=fields, by=by, reason=reason)


@transaction.atomic
def accept(charter: Charter, *, expected: int, by: Scope) -> Charter:
    """Take the charter on: the project realises the initiative, and its deadline becomes the project's."""
    project = access.locked_project(by, charter.project_id, right="plan")
    plan = plan_totals([project.pk])[project.pk]
    change = _answer(charter, state="accepted", verb="accepted", expected=expected, by=by, plan=plan)
    joined = Link.objects.filter(
        type="realises", source_id=project.pk, target_id=charter.initiative_id
    ).exists()
    if not joined:
        links.link("realises", project, target=charter.initiative, by=by, cause=change)
    if charter.deadline is not None:
        fields = {"deadline": charter.deadline.isoformat()}
        actions.revise_project(project, expected=project.version, fields=fields, by=by, cause=change)
    return Charter.objects.get(pk=charter.pk)


@transaction.atomic
def decline(charter: Charter, *, expected: int, reason: str, by: Scope) -> Charter:
    """Say no, and why."""
    access.locked_project(by, charter.project_id, right="plan")
    _answer(charter, state="declined", verb="declined", expected=expected, by=by, reason=reason)
    return Charter.objects.get(pk=charter.pk)


def _answer(
    charter: Charter,
    *,
    state: str,
    verb: str,
    expected: int,
    by: Scope,
    reason: str = "",
    plan: Totals | None = None,
) -> Change:
    _refuse_answered(charter)
    fields = {"state": state, "accepted_by_id": by.member_id, "accepted_at": timezone.now(), "reason": reason}
    if plan is not None:
        fields |= {"accepted_items": plan.items, "accepted_minutes": plan.minutes}
    editing.swap(charter, expected=expected, fields=fields)
    # A signature is not undone; the other side has read it. Declining again or a new charter says so openly.
    return changes.record(
        by, verb, charter, before={"state": "proposed"}, after={"state": state}, reason=reason
    )


def _refuse_answered(charter: Charter) -> None:
    if charter.state != "proposed":
        then = "Propose an amendment" if charter.state == "accepted" else "Propose a new charter"
        raise Conflict("charter.answered", f"{charter.key} was {charter.state} already. {then}.")
