"""The verbs of amendments: propose other terms, sign them, decline them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from northline.accounts.access import active_colleague
from northline.core import changes, editing
from northline.core.models import Change, fields_of, plain
from northline.core.refusal import Conflict, Refusal
from northline.core.scope import Scope
from northline.delivery import actions as projects
from northline.delivery.amendments import access
from northline.delivery.amendments.access import Side
from northline.delivery.amendments.models import Amendment
from northline.delivery.models import Charter, Project

State = Amendment.State


@transaction.atomic
def propose(
    charter: Charter, *, side: Side, terms: Mapping[str, Any], reason: str, expected: int, by: Scope
) -> Amendment:
    """Offer other terms to the other side; for one's own they are signed with it.

    Raises Conflict `amendment.not_signed`, `amendment.open`, Refusal `amendment.changes_nothing`, NotAllowed, Stale.
    """
    access.require_side(by, charter, side)
    if charter.state != Charter.State.ACCEPTED or charter.archived_at is not None:
        raise Conflict(
            "amendment.not_signed", f"{charter.key} is not signed by both sides. Change the charter itself."
        )
    if Amendment.objects.filter(charter=charter, state=State.PROPOSED).exists():
        raise Conflict("amendment.open", f"An amendment of {charter.key} waits already. Answer it first.")
    if terms.get("project_manager_id"):
        active_colleague(by, terms["project_manager_id"])
    was, now = editing.differences(charter, terms, expected=expected, by=by)
    if not now:
        raise Refusal("amendment.changes_nothing", "These are the terms that hold already.")
    # Held by the charter's version: two who propose at once do not both.
    editing.swap(charter, expected=expected, fields={})
    at = timezone.now()
    row = Amendment(
        workspace_id=by.workspace_id,
        charter=charter,
        title=f"Amendment of {charter.title}"[:300],
        reason=reason,
        terms={name: plain(value) for name, value in now.items()},
        was=was,
        proposed_by_id=by.member_id,
        **{f"{side}_by_id": by.member_id, f"{side}_at": at},
    )
    row.key = changes.next_key(by.workspace_id, Amendment.PREFIX)
    row.save(force_insert=True)
    # Not to be undone: the other side has read it, and declines it or signs.
    changes.record(by, "proposed", row, after={"terms": row.terms}, reason=reason)
    return row


@transaction.atomic
def sign(row_id: UUID, *, side: Side, expected: int, by: Scope) -> Amendment:
    """Sign for a side; with the second signature the charter holds the new terms, and the project its deadline.

    Raises Conflict `amendment.answered`, `amendment.signed`, Refusal `amendment.both_sides`, NotAllowed, Stale.
    """
    row = access.held(by, row_id)
    access.require_side(by, row.charter, side)
    if getattr(row, f"{side}_at") is not None:
        raise Conflict("amendment.signed", f"The {side}'s side has signed {row.key} already.")
    if by.member_id in (row.product_by_id, row.project_by_id) and not _alone(row.charter):
        raise Refusal(
            "amendment.both_sides", "You signed for the other side. Somebody else must sign this one."
        )
    at = timezone.now()
    fields = {f"{side}_by_id": by.member_id, f"{side}_at": at, "state": State.AGREED.value}
    editing.swap(row, expected=expected, fields=fields)
    change = changes.record(by, "signed", row, before={"state": "proposed"}, after={"state": "agreed"})
    _apply(row, by=by, cause=change)
    return access.open_amendment(by, row.pk)


def _alone(charter: Charter) -> bool:
    """Did one person sign both sides of the charter itself?"""
    return charter.proposed_by_id is not None and charter.proposed_by_id == charter.accepted_by_id


def _apply(row: Amendment, *, by: Scope, cause: Change) -> None:
    """Put the agreed terms in the place of the old ones."""
    charter = Charter.objects.get(pk=row.charter_id)
    terms = _typed(row.terms)
    before = fields_of(charter, terms)
    editing.swap(charter, expected=charter.version, fields=terms)
    changes.record(by, "amended", charter, before=before, after=row.terms, reason=row.reason, cause=cause)
    if "deadline" in terms:
        # Whoever signs for the product need not plan: the project's side has agreed.
        project = Project.objects.select_for_update().get(pk=charter.project_id)
        deadline = terms["deadline"].isoformat() if terms["deadline"] else None
        projects.revise_project(
            project, expected=project.version, fields={"deadline": deadline}, by=by, cause=cause
        )


def _typed(terms: Mapping[str, Any]) -> dict[str, Any]:
    """The terms as the charter's columns take them."""
    deadline = terms.get("deadline")
    return {**terms, "deadline": date.fromisoformat(deadline)} if deadline else dict(terms)


@transaction.atomic
def decline(row_id: UUID, *, reason: str, expected: int, by: Scope) -> Amendment:
    """Say no and why; whoever proposed it takes it back by this. Either side may.

    Raises Conflict `amendment.answered`, NotAllowed, Stale.
    """
    row = access.held(by, row_id)
    if not access.may_sign(by, row.charter, "product"):
        access.require_side(by, row.charter, "project")
    fields = {
        "state": State.DECLINED.value,
        "declined_by_id": by.member_id,
        "declined_at": timezone.now(),
        "decline_reason": reason,
    }
    editing.swap(row, expected=expected, fields=fields)
    changes.record(
        by, "declined", row, before={"state": "proposed"}, after={"state": "declined"}, reason=reason
    )
    return access.open_amendment(by, row.pk)
