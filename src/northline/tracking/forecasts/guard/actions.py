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
from northline.delivery.models import WorkItem
from northline.tracking.forecasts.guard import watching
from northline.tracking.forecasts.guard.guarded import Guarded
from northline.tracking.forecasts.models import DeadlineAlert

HOW = "deadline_guard"
OFF: Mapping[str, Any] = {"chance": None, "days": 3, "deputy_id": None}


def guard_deadline(guarded: Guarded, *, said: Mapping[str, Any], expected: int, by: Scope) -> None:
    """Guard a deadline from now on, or no longer where `chance` is None. `expected` is the version of the project.

    Raises Refusal `guard.deputy_cannot_see` and `guard.no_deadline`, NotFound for a deputy who is no active member, Stale.
    """
    project = guarded.project
    if guarded.item and said["chance"] is not None and guarded.deadline is None:
        raise Refusal(
            "guard.no_deadline",
            f"{guarded.item.key} has no deadline to guard. Give it one first. Nothing was changed.",
        )
    if said["deputy_id"] is not None:
        deputy = active_colleague(by, said["deputy_id"])
        if not scope_of_member(deputy).may("read", project.place()):
            raise Refusal(
                "guard.deputy_cannot_see",
                f"{deputy.name} may not see {project.key}. Give them a role on it first, or name somebody else.",
            )
    _put(guarded, said, expected=expected, by=by)


@transaction.atomic
def _put(
    guarded: Guarded, said: Mapping[str, Any], *, expected: int, by: Scope, cause: Change | None = None
) -> None:
    editing.swap(guarded.project, expected=expected, fields={})
    was = plainly(guarded)
    if said["chance"] is None:
        guarded.guards().delete()
        watching.end(guarded)
    else:
        guarded.guard(chance=said["chance"], days=said["days"], deputy_id=said["deputy_id"])
    changes.record(
        by,
        "undid" if cause else "guarded",
        guarded.row,
        before=was,
        after=plainly(guarded),
        undo={"how": HOW},
        cause=cause,
    )


def plainly(guarded: Guarded) -> dict[str, Any]:
    """How the deadline is guarded, as JSON holds it."""
    row = guarded.guards().first()
    if row is None:
        return dict(OFF)
    deputy = str(row.deputy_id) if row.deputy_id else None
    return {"chance": row.chance, "days": row.days, "deputy_id": deputy}


def _take_back(change: Change, by: Scope) -> None:
    """Where the deadline still is guarded as the change left it."""
    if change.object_kind == WorkItem.KIND:
        item = access.work_item(by, change.object_id, right="plan")
        guarded = Guarded(item.project, item)
    else:
        guarded = Guarded(access.project(by, change.object_id, right="plan"))
    if plainly(guarded) != change.after:
        raise Stale
    deputy = change.before["deputy_id"]
    said = {**change.before, "deputy_id": UUID(deputy) if deputy else None}
    _put(guarded, said, expected=guarded.project.version, by=by, cause=change)


@transaction.atomic
def answer_alert(guarded: Guarded, *, note: str, by: Scope) -> None:
    """Say that one has seen the fall and what one does about it, as a manager or as the deputy who was called.

    Raises Conflict `alert.none`, `alert.answered_already`, NotAllowed.
    """
    alert = guarded.standing().select_for_update(of=("self",)).first()
    if alert is None:
        raise Conflict(
            "alert.none", f"The deadline of {guarded.row.key} is in no danger now. Nothing was changed."
        )
    if not may_answer(alert, by):
        raise NotAllowed("the role of project manager, or being the deputy who was called")
    if alert.answered_by is not None:
        who = alert.answered_by.name
        raise Conflict("alert.answered_already", f"{who} has answered already. Nothing was changed.")
    alert.answered_by_id, alert.answered_at, alert.answer = by.member_id, timezone.now(), note
    alert.save(update_fields=["answered_by", "answered_at", "answer"])
    # Not to be undone: others rely on it.
    changes.record(by, "answered the warning of", guarded.row, after={"answer": note}, reason=note)


def may_answer(alert: DeadlineAlert, scope: Scope) -> bool:
    mine = scope.member_id in (alert.manager_id, alert.deputy_id)
    return mine or scope.may("plan", alert.project.place())


undo.register(HOW, _take_back)
