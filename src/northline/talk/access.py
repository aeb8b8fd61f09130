"""The doors to talk: who may see an object may talk about it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from northline.accounts.models import Member
from northline.core import kinds
from northline.core.models import Editable
from northline.core.refusal import NotAllowed, NotFound
from northline.core.scope import OF_WORKSPACE_ROLE, Scope
from northline.talk.models import Comment


def talked_about(scope: Scope, kind: str, object_id: UUID) -> Editable:
    """An object that the member may read, of a kind that can be talked about."""
    row = kinds.object_at(scope, kind, object_id)
    if not isinstance(row, Editable):
        raise NotFound(kind)
    return row


def comment(scope: Scope, comment_id: UUID) -> tuple[Comment, Editable]:
    """A comment on an object that the member may read, and that object."""
    row = (
        Comment.objects.select_related("by", "resolved_by", "parent")
        .filter(workspace_id=scope.workspace_id, pk=comment_id)
        .first()
    )
    if row is None:
        raise NotFound("comment")
    return row, talked_about(scope, row.object_kind, row.object_id)


def own_comment(scope: Scope, comment_id: UUID) -> tuple[Comment, Editable]:
    """A comment for its author."""
    row, about = comment(scope, comment_id)
    if not may_edit(scope, row):
        raise NotAllowed("having written it")
    return row, about


def removable_comment(scope: Scope, comment_id: UUID) -> tuple[Comment, Editable]:
    """A comment for its author or an admin."""
    row, about = comment(scope, comment_id)
    if not may_remove(scope, row):
        raise NotAllowed("having written it, or the workspace role of admin")
    return row, about


def resolvable_thread(scope: Scope, comment_id: UUID) -> tuple[Comment, Editable]:
    """A thread for whoever began it or contributes to the object."""
    row, about = comment(scope, comment_id)
    if not may_resolve(scope, row, about):
        raise NotAllowed("having begun the thread, or the role of contributor")
    return row, about


def may_edit(scope: Scope, row: Comment) -> bool:
    return row.by_id == scope.member_id


def may_remove(scope: Scope, row: Comment) -> bool:
    return row.by_id == scope.member_id or "administer" in OF_WORKSPACE_ROLE[scope.role]


def may_resolve(scope: Scope, row: Comment, about: Editable) -> bool:
    return row.by_id == scope.member_id or scope.may("contribute", about.place())


def readers_of(about: Editable) -> QuerySet[Member]:
    """The active members who may read the object."""
    everywhere = [role for role, rights in OF_WORKSPACE_ROLE.items() if "read" in rights]
    place = about.place()
    granted = Q(grants__object_kind="product", grants__object_id=place.product_id) | Q(
        grants__object_kind="project", grants__object_id=place.project_id
    )
    return active(about.workspace_id).filter(Q(role__in=everywhere) | granted).distinct()


def active(workspace_id: UUID) -> QuerySet[Member]:
    return Member.objects.filter(workspace_id=workspace_id, suspended_at=None, person__is_active=True)


def known_to(scope: Scope, members: QuerySet[Member], about: Editable) -> QuerySet[Member]:
    """Those whom the asking member may know of. A stakeholder knows who takes part in the talk, and the owner."""
    if scope.sees_everything:
        return members
    spoke: Any = Comment.objects.filter(object_id=about.pk).values("by_id")
    return members.filter(Q(pk__in=spoke) | Q(pk=getattr(about, "owner_id", None)) | Q(pk=scope.member_id))
