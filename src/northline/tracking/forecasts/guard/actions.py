"""The verbs of a guarded deadline: guard it, and answer a warning."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from northline.accounts.access import active_colleague
from northline.accounts.authentication import scope_of_member
from northline.core import changes, editing, undo
from northline.core.models import Change
from northline.core.refusal import Conflict, NotAllowed, Refusal, Stale
from northline.core.scope import Scope
from northline.delivery import access
from northline.delivery.models import Project
from northline.tracking.forecasts.guard import watching
from northline.tracking.forecasts.models import DeadlineAlert, DeadlineGuard

HOW = "deadline_guard"
OFF: Mapping[str, Any] = {"chance": None, "days": 3, "deputy_id": None}


def guard_deadline(project: Project, *, said: Mapping[str, Any], expected: int, by: Scope) -> None:
    """Guard the deadline of a project from now on, or no longer where `chance` is None.

    Raises Refusal `guard.deputy_cannot_see`, NotFound for a deputy who is no active member, Stale.
    """
    if said["deputy_id"] is not None:
        deputy = active_colleague(by, said["deputy_id"])
        if not scope_of_member(deputy).may("read", project.place()):
            raise Refusal(
                "guard.deputy_cannot_see",
                f"{deputy.name} may not see {project.key}. Give them a role on it first, or name somebody else.",
            )
    _put(project, said, expected=expected, by=by)


@transaction.atomic
def _put(
    project: Project, said: Mapping[str, Any], *, expected: int, by: Scope, cause: Change | None = None
) -> None:
    editing.swap(project, expected=expected, fields={})
    was = plainly(project)
    if said["chance"] is None:
        DeadlineGuard.objects.filter(project=project).delete()
        watching.end(project)
    else:
        fields = {"chance": said["chance"], "days": said["days"], "deputy_id": said["deputy_id"]}
        DeadlineGuard.objects.update_or_create(project=project, defaults=fields)
    changes.record(
        by,
        "undid" if cause else "guarded",
        project,
        before=was,
        after=plainly(project),
        undo={"how": HOW},
        cause=cause,
    )


def plainly(project: Project) -> dict[str, Any]:
    """How the deadline is guarded, as JSON holds it."""
    row = DeadlineGuard.objects.filter(project=project).first()
    if row is None:
        return dict(OFF)
    deputy = str(row.deputy_id) if row.deputy_id else None
    return {"chance": row.chance, "days": row.days, "deputy_id": deputy}


def _take_back(change: Change, by: Scope) -> None:
    """Where the deadline still is guarded as the change left it."""
    project = access.project(by, change.object_id, right="plan")
    if plainly(project) != change.after:
        raise Stale
    deputy = change.before["deputy_id"]
    said = {**change.before, "deputy_id": UUID(deputy) if deputy else None}
    _put(project, said, expected=project.version, by=by, cause=change)


@transaction.atomic
def answer_alert(project: Project, *, note: str, by: Scope) -> None:
    """Say that one has seen the fall and what one does about it, as a manager or as the deputy who was called.

    Raises Conflict `alert.none`, `alert.answered_already`, NotAllowed.
    """
    alert = (
        DeadlineAlert.objects.select_for_update(of=("self",)).filter(project=project, over_at=None).first()
    )
    if alert is None:
        raise Conflict(
            "alert.none", f"The deadline of {project.key} is in no danger now. Nothing was changed."
        )
    if not may_answer(alert, by):
        raise NotAllowed("the role of project manager, or being the deputy who was called")
    if alert.answered_by is not None:
        who = alert.answered_by.name
        raise Conflict("alert.answered_already", f"{who} has answered already. Nothing was changed.")
    alert.answered_by_id, alert.answered_at, alert.answer = by.member_id, timezone.now(), note
    alert.save(update_fields=["answered_by", "answered_at", "answer"])
    # Not to be undone: others rely on it.
    changes.record(by, "answered the warning of", project, after={"answer": note}, reason=note)


def may_answer(alert: DeadlineAlert, scope: Scope) -> bool:
    mine = scope.member_id in (alert.manager_id, alert.deputy_id)
    return mine or scope.may("plan", alert.project.place())


undo.register(HOW, _take_back)
