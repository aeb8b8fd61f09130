"""From a request to a scope: which member of which workspace is asking."""

from __future__ import annotations

import time
from collections import defaultdict
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja.security import SessionAuth

from northline.accounts.models import Member, Person, RoleGrant
from northline.core.refusal import NotFound
from northline.core.scope import Scope

WORKSPACE_HEADER = "Northline-Workspace"
VISIT_EVERY = 300  # seconds


class Signed(SessionAuth):
    """A session's person, whichever workspace. Django's CSRF check stays on."""

    param_name = "northline_session"

    def __init__(self) -> None:
        super().__init__(csrf=True)

    def authenticate(self, request: HttpRequest, key: str | None) -> Any:
        person = request.user
        if not person.is_authenticated or not person.is_active:
            return None
        _note_visit(request)
        return person


class Scoped(Signed):
    """A session's person as a member of the workspace that the request names; sets `request.member_scope`."""

    def authenticate(self, request: HttpRequest, key: str | None) -> Any:
        person = super().authenticate(request, key)
        if person is None:
            return None
        slug = request.headers.get(WORKSPACE_HEADER) or request.GET.get("workspace", "")
        scope = scope_of(person, slug=slug, request_id=getattr(request, "id", ""))
        if scope is None:
            if slug:
                raise NotFound("workspace")
            return None
        # Not `request.scope`: that is ASGI's own.
        request.member_scope = scope  # type: ignore[attr-defined]
        return scope


def _note_visit(request: HttpRequest) -> None:
    """Let the list of sessions tell when a browser was last here, without a write in every request."""
    now = time.time()
    if now - request.session.get("seen", 0) > VISIT_EVERY:
        request.session["seen"] = int(now)


def scope_of(
    person: Person,
    *,
    slug: str = "",
    workspace_id: UUID | None = None,
    request_id: str = "",
    door: str = "",
) -> Scope | None:
    """The person's scope in the named workspace (else their first), or None where they are no active member."""
    memberships = Member.objects.filter(person=person, person__is_active=True, suspended_at=None)
    if slug:
        memberships = memberships.filter(workspace__slug=slug)
    if workspace_id:
        memberships = memberships.filter(workspace_id=workspace_id)
    if not (slug or workspace_id):
        memberships = memberships.order_by("created_at")
    member = next(iter(memberships[:1]), None)
    return scope_of_member(member, request_id=request_id, door=door) if member else None


def scope_of_member(member: Member, *, request_id: str = "", door: str = "") -> Scope:
    """What this member may do, read once: one query."""
    grants: dict[tuple[str, UUID], set[str]] = defaultdict(set)
    for kind, object_id, role in RoleGrant.objects.filter(member=member).values_list(
        "object_kind", "object_id", "role"
    ):
        grants[kind, object_id].add(role)
    return Scope(
        workspace_id=member.workspace_id,
        member_id=member.pk,
        person_id=member.person_id,
        name=member.name,
        role=member.role,
        grants={place: frozenset(roles) for place, roles in grants.items()},
        request_id=request_id,
        door=door,
    )
