"""Reading accounts. Each is one query unless it says otherwise."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils import timezone

from northline.accounts import rules
from northline.accounts.models import ApiToken, Invitation, Member, Person, RoleGrant, Session
from northline.core.scope import Scope


def session_of(person: Person, *, slug: str = "", bound_to: UUID | None = None) -> dict[str, Any]:
    """Who is signed in, where, and what else they could open: by a token bound to one workspace, nothing."""
    rows = Member.objects.filter(person=person, suspended_at=None).select_related("workspace")
    if bound_to is not None:
        rows = rows.filter(workspace_id=bound_to)
    memberships = list(rows.order_by("created_at", "pk"))
    here = next((member for member in memberships if slug in ("", member.workspace.slug)), None)
    return {
        "person": person,
        "workspace": here.workspace if here else None,
        "member": here,
        "memberships": memberships,
        "can": {"administer": here is not None and here.role in ("owner", "admin")},
    }


def members(scope: Scope) -> list[dict[str, Any]]:
    """The people of the workspace by name; a stakeholder meets only themself."""
    rows = Member.objects.filter(workspace_id=scope.workspace_id).select_related("person")
    if not scope.sees_everything:
        rows = rows.filter(pk=scope.member_id)
    return [show_member(row, scope) for row in rows.order_by("name", "pk")]


def show_member(row: Member, scope: Scope) -> dict[str, Any]:
    """A member as the API answers them."""
    return {
        "id": row.pk,
        "version": row.version,
        "name": row.name,
        "email": row.person.email,
        "role": row.role,
        "suspended_at": row.suspended_at,
        "can": {"edit": rules.outranks(scope.role, row.role)},
    }


def waiting_invitations(scope: Scope) -> list[dict[str, Any]]:
    """Invitations that could still be accepted, newest first."""
    rows = Invitation.objects.select_related("invited_by").filter(
        workspace_id=scope.workspace_id, accepted_at=None, revoked_at=None, expires_at__gt=timezone.now()
    )
    return [show_invitation(row, scope) for row in rows.order_by("-created_at", "-pk")]


def show_invitation(row: Invitation, scope: Scope) -> dict[str, Any]:
    return {
        "id": row.pk,
        "email": row.email,
        "role": row.role,
        "expires_at": row.expires_at,
        "invited_by": row.invited_by,
        "can": {"edit": rules.outranks(scope.role, row.role)},
    }


def shown_by_token(row: Invitation) -> dict[str, Any]:
    """What the person who holds the address is told. One more query: is the address known here?"""
    return {
        "email": row.email,
        "workspace": row.workspace,
        "role": row.role,
        "expires_at": row.expires_at,
        "needs_account": not Person.objects.filter(email=row.email).exists(),
    }


def roles_on(kind: str, object_id: UUID, *, can_edit: bool) -> list[dict[str, Any]]:
    """Who has which role on a product or project that is already allowed."""
    rows = RoleGrant.objects.filter(object_kind=kind, object_id=object_id, member__suspended_at=None)
    ordered = rows.select_related("member").order_by("member__name", "role")
    return [show_role(row, can_edit=can_edit) for row in ordered]


def show_role(row: RoleGrant, *, can_edit: bool) -> dict[str, Any]:
    return {
        "id": row.pk,
        "kind": row.object_kind,
        "object_id": row.object_id,
        "member": row.member,
        "role": row.role,
        "can": {"edit": can_edit},
    }


def browsers(person: Person, *, current_key: str | None) -> list[dict[str, Any]]:
    """Where the person is signed in, the latest visit first."""
    rows = Session.objects.filter(person=person, expire_date__gt=timezone.now()).order_by("-seen_at")
    return [
        {
            "id": row.public_id,
            "address": row.address,
            "agent": row.agent,
            "began_at": row.began_at,
            "seen_at": row.seen_at,
            "current": row.session_key == current_key,
        }
        for row in rows
    ]


def api_tokens(person: Person) -> list[dict[str, Any]]:
    """The person's tokens that were not revoked, the newest first; those that have expired, too."""
    rows = ApiToken.objects.filter(person=person, revoked_at=None).select_related("workspace")
    return [show_api_token(row) for row in rows.order_by("-created_at", "-pk")]


def show_api_token(row: ApiToken) -> dict[str, Any]:
    return {
        "id": row.pk,
        "name": row.name,
        "begins": row.prefix,
        "access": "write" if row.may_write else "read",
        "workspace": row.workspace,
        "created_at": row.created_at,
        "expires_at": row.expires_at,
        "expired": row.expires_at <= timezone.now(),
        "used_at": row.used_at,
    }
