"""Reading updates: the newest of each initiative, and which are due."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from northline.core.doors import visible
from northline.core.scope import Scope
from northline.reporting.overseeing.models import InitiativeUpdate
from northline.reporting.overseeing.rules import OFTEN, UNDER_WAY
from northline.roadmap.models import Initiative

MOST = 12


def updates_of(initiative: Initiative) -> QuerySet[InitiativeUpdate]:
    """The updates of an initiative that is already allowed."""
    return InitiativeUpdate.objects.filter(initiative=initiative).select_related("by")


def to_be_found() -> QuerySet[InitiativeUpdate, tuple[UUID, str, UUID, str]]:
    """What search finds of updates."""
    told = InitiativeUpdate.objects.exclude(words="").annotate(about=Value(Initiative.KIND))
    return told.values_list("pk", "about", "initiative_id", "words")


def newest(name: str) -> Subquery:
    """A column of the newest update of an initiative; None without one."""
    updates = InitiativeUpdate.objects.filter(initiative=OuterRef("pk")).order_by("-created_at", "-pk")
    return Subquery(updates.values(name)[:1])


def with_newest(rows: QuerySet[Initiative]) -> QuerySet[Initiative, Any]:
    """Each initiative with `said`, `said_words` and `said_at` of its newest update; None without one."""
    return rows.annotate(said=newest("health"), said_words=newest("words"), said_at=newest("created_at"))


def awaiting(rows: QuerySet[Initiative]) -> QuerySet[Any]:
    """Those of which it is to be said how they go, with `since`: the newest update, else when they were written down."""
    under_way = rows.filter(archived_at=None, status__in=UNDER_WAY, parked=False)
    return with_newest(under_way).annotate(since=Coalesce("said_at", "created_at"))


def due(scope: Scope, *, now: datetime | None = None) -> list[dict[str, Any]]:
    """The member's initiatives under way of which nobody said for long how they go, the longest first. One query."""
    rows = visible(scope, Initiative.objects.filter(owner_id=scope.member_id), product="product_id")
    silent = awaiting(rows).filter(Q(since__lt=(now or timezone.now()) - OFTEN)).order_by("since", "pk")
    return [
        {
            "kind": row.KIND,
            "id": row.pk,
            "key": row.key,
            "title": row.title,
            "status": row.status,
            "detail": {"said": row.said, "since": row.since, "ever": row.said_at is not None},
        }
        for row in silent[:MOST]
    ]
