"""Reading accounts."""

from __future__ import annotations

from typing import Any

from northline.accounts.authentication import scope_of
from northline.accounts.models import Member, Person


def session_of(person: Person, *, slug: str = "") -> dict[str, Any]:
    """Who is signed in, where, and what else they could open."""
    memberships = list(
        Member.objects.filter(person=person, suspended_at=None).select_related("workspace").order_by("created_at")
    )
    here = next((member for member in memberships if slug in ("", member.workspace.slug)), None)
    scope = scope_of(person, slug=here.workspace.slug) if here else None
    return {
        "person": person,
        "workspace": here.workspace if here else None,
        "member": here,
        "memberships": memberships,
        "can": {"administer": scope is not None and scope.role in ("owner", "admin")},
    }
