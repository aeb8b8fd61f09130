"""Members: another role, suspension, another name."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from northline.accounts import rules
from northline.accounts.authentication import scope_of_member
from northline.accounts.models import Member, Person, Workspace
from northline.core import changes
from northline.core.models import Change
from northline.core.refusal import Conflict, NotAllowed, Stale
from northline.core.scope import NEEDS, Scope


@transaction.atomic
def change_role(
    member: Member, *, role: str, expected: int, by: Scope, cause: Change | None = None
) -> Member:
    """Give a member another workspace role.

    Raises Stale, NotAllowed, Conflict `member.last_owner`.
    """
    _take_turns(member, by=by, role=role)
    before = member.role
    if member.version != expected:
        raise Stale(_shown(member))
    if before == role:
        return member
    if role != Member.Role.OWNER:
        keep_an_owner(member, deed="given another role")
    write(member, role=role)
    undo = {"how": "member.role", "member": str(member.pk), "role": before, "version": member.version}
    changes.record(
        by,
        "changed the role of",
        member,
        before={"role": before},
        after={"role": role},
        undo=undo,
        cause=cause,
    )
    return member


@transaction.atomic
def suspend(member: Member, *, by: Scope, cause: Change | None = None) -> Member:
    """Shut a member out; what they did stays theirs.

    Raises NotAllowed, Conflict `member.self`, `member.last_owner`, `member.suspended_already`.
    """
    _take_turns(member, by=by)
    if member.suspended_at is not None:
        raise Conflict(
            "member.suspended_already", f"{member.name} is suspended already. Nothing was changed."
        )
    keep_an_owner(member, deed="suspended")
    if member.pk == by.member_id:
        raise Conflict("member.self", "You cannot suspend yourself. Nothing was changed. Ask another owner.")
    write(member, suspended_at=timezone.now())
    undo = {"how": "member.reactivate", "member": str(member.pk), "version": member.version}
    changes.record(by, "suspended", member, undo=undo, cause=cause)
    return member


@transaction.atomic
def reactivate(member: Member, *, by: Scope, cause: Change | None = None) -> Member:
    """Let a suspended member in again.

    Raises NotAllowed, Conflict `member.not_suspended`.
    """
    _take_turns(member, by=by)
    if member.suspended_at is None:
        raise Conflict("member.not_suspended", f"{member.name} is not suspended. Nothing was changed.")
    write(member, suspended_at=None)
    undo = {"how": "member.suspend", "member": str(member.pk), "version": member.version}
    changes.record(by, "reactivated", member, undo=undo, cause=cause)
    return member


@transaction.atomic
def describe_oneself(
    person: Person, *, fields: dict[str, Any], request_id: str = "", door: str = ""
) -> Person:
    """Change one's own name and preferences. A new name is a change in every workspace that shows it; preferences
    are nobody else's business and are not recorded."""
    before = person.name
    for name, value in fields.items():
        setattr(person, name, value)
    person.save(update_fields=[*fields] or None)
    if person.name == before:
        return person
    for member in Member.objects.filter(person=person, suspended_at=None).order_by("workspace_id"):
        write(member, name=person.name)
        scope = scope_of_member(member, request_id=request_id, door=door)
        changes.record(scope, "renamed", member, before={"name": before}, after={"name": person.name})
    return person


def _take_turns(member: Member, *, by: Scope, role: str = "") -> None:
    """Let one at a time decide about the members of a workspace, and look again at who decides and about whom:
    two owners who demote each other at once must not leave none."""
    list(Workspace.objects.select_for_update(no_key=True).filter(pk=by.workspace_id))
    member.refresh_from_db()
    actor = Member.objects.get(pk=by.member_id)
    if actor.suspended_at is not None or not rules.outranks(actor.role, member.role):
        raise NotAllowed(NEEDS["own"])
    if role and not rules.outranks(actor.role, role):
        raise NotAllowed(NEEDS["own"])


def keep_an_owner(member: Member, *, deed: str) -> None:
    """Refuse with Conflict `member.last_owner` what would leave the workspace of its last owner without one."""
    if member.role != Member.Role.OWNER:
        return
    others = Member.objects.filter(
        workspace_id=member.workspace_id, role=Member.Role.OWNER, suspended_at=None, person__is_active=True
    ).exclude(pk=member.pk)
    if not others.exists():
        raise Conflict(
            "member.last_owner",
            f"{member.name} is the last owner and cannot be {deed}. Nothing was changed. "
            "Make somebody else an owner first.",
        )


def write(member: Member, **fields: Any) -> None:
    """Change the row, and its version."""
    Member.objects.filter(pk=member.pk).update(**fields, version=F("version") + 1)
    member.refresh_from_db()


def _shown(member: Member) -> dict[str, Any]:
    return {"id": str(member.pk), "name": member.name, "role": member.role, "version": member.version}
