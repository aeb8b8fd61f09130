"""Roles on products and projects: give, take. One person may hold several."""

from __future__ import annotations

from django.db import transaction

from northline.accounts.models import Member, RoleGrant
from northline.core import changes
from northline.core.models import Change, Row
from northline.core.refusal import Conflict, NotFound
from northline.core.scope import Scope


@transaction.atomic
def give(role: str, member: Member, *, on: Row, by: Scope, cause: Change | None = None) -> RoleGrant:
    """Give a member a role on a product or project that is already allowed.

    Raises NotFound for a suspended member, Conflict `role.given_already`.
    """
    if member.suspended_at is not None:
        raise NotFound("member")
    grant, made = RoleGrant.objects.get_or_create(
        member=member,
        object_kind=on.KIND,
        object_id=on.pk,
        role=role,
        defaults={"workspace_id": by.workspace_id},
    )
    if not made:
        raise Conflict("role.given_already", f"{member.name} has that role already. Nothing was changed.")
    undo = {"how": "role.take", "grant": str(grant.pk)}
    changes.record(by, "gave a role to", grant, after=_said(grant), undo=undo, cause=cause)
    return grant


@transaction.atomic
def take(grant: RoleGrant, *, by: Scope, cause: Change | None = None) -> None:
    """Take a role away that is already allowed."""
    said = _said(grant)
    gone, _ = RoleGrant.objects.filter(pk=grant.pk).delete()
    if not gone:
        raise NotFound("role")
    changes.record(by, "took a role from", grant, before=said, undo={"how": "role.give", **said}, cause=cause)


def _said(grant: RoleGrant) -> dict[str, str]:
    return {
        "member": str(grant.member_id),
        "name": grant.member.name,
        "kind": grant.object_kind,
        "object": str(grant.object_id),
        "role": grant.role,
    }
