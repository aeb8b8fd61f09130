"""Take down that somebody looked, and tell what changed since they last did."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Max, Q, QuerySet
from django.utils import timezone

from northline.core import activity, touches
from northline.core.models import Change, Row
from northline.core.scope import Scope
from northline.core.visits.models import Seen

# Coming back sooner is the same look: reloading a page must not make news old.
SAME_LOOK = timedelta(minutes=30)
# Of each member so many rows are kept, the newest.
MOST_KEPT = 500
MOST_TOLD = 200


@transaction.atomic
def look(row: Row, *, view: str = "", by: Scope) -> Seen:
    """The member looks at the object now. What one reads is no change of the workspace."""
    now, newest = timezone.now(), _newest(by)
    mine = Seen.objects.select_for_update().filter(member_id=by.member_id, object_id=row.pk, view=view)
    seen = mine.first()
    if seen is None:
        _forget_oldest(by)
        return Seen.objects.get_or_create(
            member_id=by.member_id,
            object_id=row.pk,
            view=view,
            defaults={"workspace_id": by.workspace_id, "object_kind": row.KIND, "seq": newest, "at": now},
        )[0]
    if now - seen.at > SAME_LOOK:
        seen.before, seen.before_at = seen.seq, seen.at
    seen.seq, seen.at = newest, now
    seen.save()
    return seen


def since(scope: Scope, row: Row, *, view: str = "") -> dict[str, Any]:
    """What others changed on an object (of a product: in it) since the member's last look. Six queries at most.

    `since` is null for whoever never looked before: then everything is new and nothing is told.
    """
    seen = Seen.objects.filter(member_id=scope.member_id, object_id=row.pk, view=view).first()
    if seen is None or seen.before is None:
        return {"since": None, "total": 0, "changes": []}
    new = news(scope, row, after=seen.before)
    told = activity.told_of(scope, list(new.order_by("-seq")[:MOST_TOLD]), row.pk)
    total = len(told) if len(told) < MOST_TOLD else new.count()
    return {"since": seen.before_at, "total": total, "changes": told}


def news(scope: Scope, row: Row, *, after: int) -> QuerySet[Change]:
    """The changes by others on the object, of a product or project in all of it, past the one numbered `after`."""
    place = {"product": "product_id", "project": "project_id"}.get(row.KIND)
    about = Q(object_id=row.pk) | Q(**{place: row.pk}) if place else touches.history(row.pk)
    return activity.readable(scope).filter(about, seq__gt=after).exclude(by_id=scope.member_id)


def lookers(row: Row, *, view: str | None = None) -> QuerySet[Seen]:
    """Who looked at the object, the latest first."""
    rows = Seen.objects.filter(object_id=row.pk)
    return (rows if view is None else rows.filter(view=view)).select_related("member").order_by("-at")


def _newest(scope: Scope) -> int:
    return Change.objects.filter(workspace_id=scope.workspace_id).aggregate(newest=Max("seq"))["newest"] or 0


def _forget_oldest(scope: Scope) -> None:
    mine = Seen.objects.filter(member_id=scope.member_id)
    old = list(mine.order_by("-at").values_list("pk", flat=True)[MOST_KEPT - 1 :])
    if old:
        Seen.objects.filter(pk__in=old).delete()
