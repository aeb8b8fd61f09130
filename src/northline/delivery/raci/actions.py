"""The verb of work items' circles: say who is asked before and told after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import F

from northline.accounts.access import active_colleague
from northline.core import changes
from northline.core.deeds import deed
from northline.core.models import Change
from northline.core.refusal import Conflict, NotFound, Refusal, Stale
from northline.core.scope import Scope
from northline.delivery import access
from northline.delivery.models import Assignment, Project, WorkItem
from northline.delivery.raci.models import Circle, InCircle
from northline.delivery.raci.rules import Said, refusal_of
from northline.talk.actions import keep_told

HOW = "raci"
ROLES = ("consulted", "informed")
BATCH = 500


class Circled(NamedTuple):
    """What is said of one item."""

    item_id: UUID
    said: Said
    expected: int


@transaction.atomic
def put_together(project: Project, *, circles: Sequence[Circled], by: Scope) -> None:
    """Say who is asked before and told after of several items: all or none, undone as one. Whoever is told follows the item.

    Raises Refusal `raci.*`, Conflict `raci.named_twice`, NotFound for an item of another project and for a person who is
    no active member, Stale where it was said anew meanwhile.
    """
    access.refuse_archived(project)
    items = _items(project, circles)
    taken = _taken(items)
    for one in circles:
        if wrong := refusal_of(one.said, taken=taken[one.item_id]):
            key = items[one.item_id].key
            raise Refusal(wrong[0], f"{key}: {wrong[1]} Nothing was changed.")
    for member in {member for one in circles for member in one.said.named()}:
        active_colleague(by, member)
    if len(circles) == 1:
        _put(items[circles[0].item_id], circles[0].said, expected=circles[0].expected, by=by)
        return
    told = {"count": len(circles)}
    with deed(project.title, place=project.place(), verb="named_circles", by=by, said=told) as cause:
        for one in circles:
            _put(items[one.item_id], one.said, expected=one.expected, by=by, cause=cause)


def _items(project: Project, circles: Sequence[Circled]) -> Mapping[UUID, WorkItem]:
    ids = {one.item_id for one in circles}
    if len(ids) < len(circles):
        raise Conflict("raci.named_twice", "A work item is named twice. Nothing was changed.")
    items = WorkItem.objects.filter(project=project, archived_at=None).in_bulk(list(ids))
    if len(items) < len(ids):
        raise NotFound("work_item")
    return items


def _taken(items: Mapping[UUID, WorkItem]) -> dict[UUID, set[UUID]]:
    """The members who own each item or work on it."""
    found = {pk: {row.owner_id} if row.owner_id else set() for pk, row in items.items()}
    work = Assignment.objects.filter(item__in=list(items), resource__member__isnull=False)
    for item, member in work.values_list("item_id", "resource__member_id"):
        found[item].add(member)
    return found


def _put(
    item: WorkItem,
    said: Said,
    *,
    expected: int,
    by: Scope,
    verb: str = "named the circle of",
    cause: Change | None = None,
) -> None:
    circle, _ = Circle.objects.get_or_create(item=item, defaults={"workspace_id": by.workspace_id})
    if not Circle.objects.filter(pk=circle.pk, version=expected).update(version=F("version") + 1):
        raise Stale
    was = said_of(circle)
    circle.members.all().delete()
    InCircle.objects.bulk_create(
        InCircle(circle=circle, member_id=member, role=role)
        for role in ROLES
        for member in getattr(said, role)
    )
    keep_told(WorkItem.KIND, {item.pk: set(said.informed)}, by=by)
    undo = {"how": HOW}
    changes.record(by, verb, item, before=was.plain(), after=said.plain(), undo=undo, cause=cause)


def name_of_new(circles: Mapping[UUID, Said], *, by: Scope) -> None:
    """Keep who is asked and told of items that were just made: part of the change that made them."""
    named = {item: said for item, said in circles.items() if said.named()}
    rows = {item: Circle(item_id=item, workspace_id=by.workspace_id, version=1) for item in named}
    Circle.objects.bulk_create(rows.values(), batch_size=BATCH)
    InCircle.objects.bulk_create(
        [
            InCircle(circle=rows[item], member_id=member, role=role)
            for item, said in named.items()
            for role in ROLES
            for member in getattr(said, role)
        ],
        batch_size=BATCH,
    )
    if named:
        keep_told(WorkItem.KIND, {item: set(said.informed) for item, said in named.items()}, by=by)


def said_of(circle: Circle) -> Said:
    held = list(circle.members.order_by("pk").values_list("role", "member_id"))
    return Said(*(tuple(member for role, member in held if role == wanted) for wanted in ROLES))


def take_back(change: Change, by: Scope) -> None:
    """Where the circle still is what the change made of it."""
    item = access.work_item(by, change.object_id, right="plan")
    circle = Circle.objects.get(item=item)
    if said_of(circle) != Said.of(change.after):
        raise Stale
    _put(item, Said.of(change.before), expected=circle.version, by=by, verb="undid", cause=change)
