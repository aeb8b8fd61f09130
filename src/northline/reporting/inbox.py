"""The inbox: other people's changes to what concerns a member, with the reason it concerns them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from northline.accounts.models import Member
from northline.core import activity
from northline.core.models import Change
from northline.core.scope import Scope
from northline.delivery.models import Charter
from northline.roadmap.models import Initiative
from northline.strategy.models import Objective

BACK = timedelta(days=90)
MOST = 100
MANAGES = frozenset({"product_manager", "project_manager"})


def inbox(scope: Scope) -> dict[str, Any]:
    """The newest changes that concern the member, and how many of them are new since they last looked."""
    owned, touched, products, projects = _concerns(scope)
    rows = (
        activity.readable(scope)
        .exclude(by_id=scope.member_id)
        .filter(created_at__gte=timezone.now() - BACK)
        .filter(
            Q(object_id__in=owned | touched)
            | Q(product_id__in=products)
            | Q(project_id__in=projects)
            | Q(object_kind="role", after__member=str(scope.member_id))
        )
        .order_by("-seq")[:MOST]
    )
    seen = Member.objects.values_list("inbox_seen", flat=True).get(pk=scope.member_id)
    items = [
        activity.shown(scope, change) | {"why": _why(change, owned, touched), "unseen": change.seq > seen}
        for change in rows
    ]
    return {"items": items, "unseen": sum(item["unseen"] for item in items)}


def mark_seen(scope: Scope, *, seq: int) -> None:
    """The member has looked at everything up to `seq`. A mark of one's own reading is no change of the workspace."""
    Member.objects.filter(pk=scope.member_id, inbox_seen__lt=seq).update(inbox_seen=seq)


def _concerns(scope: Scope) -> tuple[set[UUID], set[UUID], list[UUID], list[UUID]]:
    owned = set(Initiative.objects.filter(owner_id=scope.member_id).values_list("pk", flat=True))
    owned |= set(Objective.objects.filter(owner_id=scope.member_id).values_list("pk", flat=True))
    owned |= set(Charter.objects.filter(project_manager_id=scope.member_id).values_list("pk", flat=True))
    touched = set(
        Change.objects.filter(
            workspace_id=scope.workspace_id, by_id=scope.member_id, created_at__gte=timezone.now() - BACK
        )
        .order_by("-seq")
        .values_list("object_id", flat=True)[:500]
    )
    managed = [place for place, roles in scope.grants.items() if roles & MANAGES]
    return (
        owned,
        touched,
        [object_id for kind, object_id in managed if kind == "product"],
        [object_id for kind, object_id in managed if kind == "project"],
    )


def _why(change: Change, owned: set[UUID], touched: set[UUID]) -> str:
    if change.object_kind == "role":
        return "role"
    if change.object_id in owned:
        return "owner"
    return "worked_on" if change.object_id in touched else "manages"
