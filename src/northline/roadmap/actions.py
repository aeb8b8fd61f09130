"""The verbs of the roadmap. Each is one transaction and records one change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from northline.accounts.access import active_colleague
from northline.core import changes, editing, kinds, undo
from northline.core.models import Change
from northline.core.refusal import Conflict
from northline.core.richtext import plain_text
from northline.core.scope import Scope
from northline.products.models import Product
from northline.roadmap import access, queries, rules
from northline.roadmap.models import Initiative, Lane

RETIRE = "retire_lane"
WINDOW = ("window_start", "window_finish", "window_precision")


@transaction.atomic
def add_lane(product: Product, *, title: str, colour: str, position: float | None, by: Scope) -> Lane:
    """Give the roadmap a lane, behind the others unless `position` says where."""
    if position is None:
        position = queries.next_position(Lane.objects.filter(product=product))
    row = Lane(workspace_id=by.workspace_id, product=product, title=title, colour=colour, position=position)
    row.key = changes.next_key(by.workspace_id, Lane.PREFIX)
    row.save(force_insert=True)
    # Taken back like any retirement: not while initiatives lie in it.
    changes.record(by, "created", row, after={"title": title}, undo={"how": RETIRE, "version": row.version})
    return row


@transaction.atomic
def retire_lane(row: Lane, *, expected: int, by: Scope, cause: Change | None = None) -> Lane:
    """Archive an empty lane.

    Raises Conflict `lane.not_empty`: initiatives are not moved behind anybody's back.
    """
    row = access.held_lane(by, row.pk, right="steer")
    within = list(row.initiatives.filter(archived_at=None).order_by("position", "pk")[:6])
    if within:
        named = ", ".join(found.key for found in within[:5]) + (" and more" if len(within) > 5 else "")
        raise Conflict(
            "lane.not_empty",
            f"{named} still lie in {row.title}. Move them to another lane first. Nothing was changed.",
            initiatives=[found.key for found in within[:5]],
        )
    return editing.archive(row, expected=expected, by=by, cause=cause)


@transaction.atomic
def add_initiative(product: Product, *, fields: Mapping[str, Any], by: Scope) -> Initiative:
    """Put an initiative on the roadmap. `fields` as in InitiativeIn."""
    given = _stored(fields, product.pk, by)
    if given.get("position") is None:
        in_lane = Initiative.objects.filter(product=product, lane=given.get("lane_id"))
        given["position"] = queries.next_position(in_lane)
    row = Initiative(workspace_id=by.workspace_id, product=product, **given)
    return editing.create(row, prefix=Initiative.PREFIX, by=by)


@transaction.atomic
def revise_initiative(
    row: Initiative, *, expected: int, fields: Mapping[str, Any], by: Scope, reason: str = ""
) -> Initiative:
    """Change what an initiative says, where it lies and when it is promised; `reason` goes into the history."""
    given = _stored(fields, row.product_id, by, lane_now=row.lane_id)
    moved = "window" in fields and any(getattr(row, name) != given[name] for name in WINDOW)
    verb = "rescheduled" if moved else "edited"
    return editing.revise(row, expected=expected, fields=given, by=by, verb=verb, reason=reason)


def _stored(
    fields: Mapping[str, Any], product_id: UUID, by: Scope, *, lane_now: UUID | None = None
) -> dict[str, Any]:
    """The fields as the table holds them; what they refer to has passed its door."""
    given = dict(fields)
    if "window" in given:
        given |= _window(given.pop("window"))
    if "horizon" in given:
        given["horizon"] = given["horizon"] or ""
    if given.get("body") is not None:
        given["words"] = plain_text(given["body"])
    if given.get("owner_id"):
        active_colleague(by, given["owner_id"])
    if given.get("lane_id") and given["lane_id"] != lane_now:
        _check_lane(given["lane_id"], product_id, by)
    return given


def _window(given: Mapping[str, Any] | None) -> dict[str, Any]:
    if given is None:
        return dict(zip(WINDOW, (None, None, ""), strict=True))
    window = rules.snapped(given["start"], finish=given["finish"], precision=given["precision"])
    return dict(zip(WINDOW, (window.start, window.finish, window.precision), strict=True))


def _check_lane(lane_id: UUID, product_id: UUID, by: Scope) -> None:
    lane = access.held_lane(by, lane_id, right="read")
    if lane.product_id != product_id:
        raise Conflict(
            "lane.other_product", f"{lane.title} is a lane of another product. Nothing was changed."
        )
    if lane.archived_at:
        raise Conflict(
            "lane.archived", f"{lane.title} is archived. Choose another lane. Nothing was changed."
        )


def _undo_adding(change: Change, by: Scope) -> None:
    row = kinds.object_at(by, "lane", change.object_id, right="steer")
    retire_lane(row, expected=change.undo["version"], by=by, cause=change)


undo.register(RETIRE, _undo_adding)
