"""The doors to accounts."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone

from northline.accounts import rules
from northline.accounts.models import ApiToken, Invitation, Member, Person, RoleGrant, Session
from northline.accounts.tokens import hash_of
from northline.core import kinds
from northline.core.models import Row
from northline.core.refusal import NotAllowed, NotFound, Refusal
from northline.core.scope import NEEDS, Place, Scope


def administered_member(scope: Scope, member_id: UUID) -> Member:
    """The member, for somebody who outranks them."""
    row = colleague(scope, member_id)
    _require_rank(scope, row.role)
    return row


def colleague(scope: Scope, member_id: UUID) -> Member:
    """A member of the same workspace. A stakeholder finds only themself: they are no part of the company."""
    rows = Member.objects.select_related("person").filter(workspace_id=scope.workspace_id)
    if not scope.sees_everything:
        rows = rows.filter(pk=scope.member_id)
    row = rows.filter(pk=member_id).first()
    if row is None:
        raise NotFound("member")
    return row


def active_colleague(scope: Scope, member_id: UUID) -> Member:
    """A member of the same workspace who may be given work: neither suspended nor disabled."""
    rows = Member.objects.filter(workspace_id=scope.workspace_id, suspended_at=None, person__is_active=True)
    row = rows.filter(pk=member_id).first()
    if row is None:
        raise NotFound("member")
    return row


def may_invite(scope: Scope, role: str) -> None:
    """Refuse whoever may not ask somebody in with that role."""
    scope.require("administer", Place(), what="invitation")
    _require_rank(scope, role)


def open_invitation(scope: Scope, invitation_id: UUID) -> Invitation:
    """An invitation of the workspace that still waits, for somebody who might have sent it."""
    row = Invitation.objects.filter(workspace_id=scope.workspace_id, pk=invitation_id).first()
    if row is None or not scope.sees_everything:
        raise NotFound("invitation")
    may_invite(scope, row.role)
    return row


def invitation_by_token(token: str) -> Invitation:
    """The invitation that the token opens, if it still waits and its sender still might send it.

    Raises Refusal `invitation.gone`, in the same words whatever the reason.
    """
    row = (
        Invitation.objects.select_related("workspace", "invited_by__person")
        .filter(token_hash=hash_of(token), accepted_at=None, revoked_at=None, expires_at__gt=timezone.now())
        .first()
    )
    if row is None or not _stands_behind(row.invited_by, row.role):
        raise invitation_gone()
    return row


def invitation_gone() -> Refusal:
    return Refusal(
        "invitation.gone",
        "This invitation was used, was taken back or is older than seven days. Nothing was changed. "
        "Ask whoever invited you for a new one.",
        status=404,
    )


def object_with_roles(scope: Scope, kind: str, object_id: UUID) -> Row:
    """The product or project whose roles are asked for."""
    row: Row = kinds.object_at(scope, kind, object_id)
    return row


def object_to_staff(scope: Scope, kind: str, object_id: UUID, *, role: str) -> Row:
    """The product or project, for somebody who may give or take that role on it: an admin, the product's product
    manager, or the project's project manager, and nobody gives more than they hold."""
    row = object_with_roles(scope, kind, object_id)
    place = row.place()
    scope.require("steer" if kind == "product" else "plan", place, what=kind)
    if needs := rules.lacks_to_give(role, scope.rights_at(place)):
        raise NotAllowed(needs)
    return row


def removable_role(scope: Scope, grant_id: UUID) -> RoleGrant:
    """The role, for somebody who may take it away."""
    grant = (
        RoleGrant.objects.select_related("member")
        .filter(workspace_id=scope.workspace_id, pk=grant_id)
        .first()
    )
    if grant is None:
        raise NotFound("role")
    object_to_staff(scope, grant.object_kind, grant.object_id, role=grant.role)
    return grant


def own_session(person: Person, public_id: UUID) -> Session:
    """One of the person's own signed-in browsers."""
    row = Session.objects.filter(person=person, public_id=public_id, expire_date__gt=timezone.now()).first()
    if row is None:
        raise NotFound("session")
    return row


def own_api_token(person: Person, token_id: UUID) -> ApiToken:
    """One of the person's own API tokens that was not revoked."""
    row = ApiToken.objects.filter(person=person, pk=token_id, revoked_at=None).first()
    if row is None:
        raise NotFound("API token")
    return row


def _require_rank(scope: Scope, role: str) -> None:
    scope.require("administer", Place(), what="member")
    if not rules.outranks(scope.role, role):
        raise NotAllowed(NEEDS["own"])


def _stands_behind(inviter: Member, role: str) -> bool:
    active = inviter.suspended_at is None and inviter.person.is_active
    return active and rules.outranks(inviter.role, role)
