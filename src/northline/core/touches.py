"""Reading what changes touched besides their own object, and for whose sake a member hears of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, cast
from uuid import UUID

from django.db.models import Q, QuerySet

from northline.core import kinds
from northline.core.models import Change, Touch

# So many objects are named to other browsers at once; of more it is said that they are many.
MOST_TOLD = 200


def history(object_id: UUID) -> Q:
    """The changes of an object: its own, and those of others that touched it."""
    own = Change.objects.filter(object_id=object_id).values("pk")
    touched = Touch.objects.filter(object_id=object_id, to=None).values("change_id")
    # By one index each, then by the key: told by OR, a database reads every change of the workspace.
    return Q(pk__in=own.union(touched, all=True))


def told_to(member_id: UUID | None) -> QuerySet[Touch, dict[str, Any]]:
    """The changes that a member hears of for the sake of something they touched."""
    told = Touch.objects.filter(to_id=member_id, to__isnull=False).values("change_id")
    return cast("QuerySet[Touch, dict[str, Any]]", told)


def of_object(changes: Iterable[Change], object_id: UUID) -> dict[UUID, list[dict[str, Any]]]:
    """What each of the changes of others touched of an object. Two queries."""
    others = [change.pk for change in changes if change.object_id != object_id]
    return shown(Touch.objects.filter(change__in=others, object_id=object_id, to=None)) if others else {}


def of_member(changes: Iterable[Change], member_id: UUID | None) -> list[Touch]:
    """For the sake of what a member hears of each of the changes. One query."""
    told = Touch.objects.filter(change__in=[change.pk for change in changes], to_id=member_id)
    return list(told.order_by("pk"))


def of_all(changes: Sequence[Change]) -> dict[UUID, list[str]] | None:
    """The ids of what each of the changes touched; None where that is too many to tell. One query."""
    found = Touch.objects.filter(change__in=[change.pk for change in changes], to=None)
    pairs = list(found.values_list("change_id", "object_id")[: MOST_TOLD + 1])
    if len(pairs) > MOST_TOLD:
        return None
    told: dict[UUID, list[str]] = defaultdict(list)
    for change_id, object_id in pairs:
        told[change_id].append(str(object_id))
    return told


def shown(touches: Iterable[Touch]) -> dict[UUID, list[dict[str, Any]]]:
    """Touches as the API answers them, by the change. One query for each kind of object."""
    by_change: dict[UUID, list[dict[str, Any]]] = defaultdict(list)
    found = list(touches)
    names = _names(found)
    for touch in found:
        key, title = names.get(touch.object_id, ("", ""))
        by_change[touch.change_id].append(
            {
                "kind": touch.object_kind,
                "id": touch.object_id,
                "key": key,
                "title": title,
                "parts": touch.parts,
                "start": touch.dates.get("start"),
                "finish": touch.dates.get("finish"),
                "more": touch.more,
            }
        )
    return by_change


def _names(touches: Iterable[Touch]) -> dict[UUID, tuple[str, str]]:
    ids: dict[str, set[UUID]] = defaultdict(set)
    for touch in touches:
        ids[touch.object_kind].add(touch.object_id)
    found: dict[UUID, tuple[str, str]] = {}
    for kind, wanted in ids.items():
        rows: Any = kinds.kind_named(kind).model._default_manager
        found |= {row[0]: row[1:] for row in rows.filter(pk__in=wanted).values_list("pk", "key", "title")}
    return found
