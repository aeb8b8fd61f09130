"""The verbs of initiatives. Each is one transaction and records one change, and one on every promise that it breaks."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from northline.accounts.access import active_colleague
from northline.core import editing
from northline.core.models import Change
from northline.core.refusal import Conflict, Refusal
from northline.core.richtext import plain_text
from northline.core.scope import Scope
from northline.products.models import Product
from northline.roadmap import access
from northline.roadmap.actions import breaking, containing
from northline.roadmap.actions.responsibilities import keep_informed
from northline.roadmap.models import Initiative, OutcomeReview
from northline.roadmap.queries import items as queries
from northline.roadmap.rules import windows
from northline.strategy.themes.access import theme as open_theme

WINDOW = ("window_start", "window_finish", "window_precision")
COMMITTED = frozenset({"committed", "in_progress"})
UNCOMMITTED = frozenset({"idea", "planned"})


@transaction.atomic
def add_initiative(
    product: Product, *, fields: Mapping[str, Any], by: Scope, cause: Change | None = None
) -> Initiative:
    """Put an initiative on the roadmap. `fields` as in InitiativeIn.

    Raises Conflict `initiative.review_missing` for one that starts as done.
    """
    given = _stored(fields, product, by)
    if given.get("status") == "done" and not given.get("no_review_reason"):
        raise _review_missing(given.get("title", "It"))
    if given.get("position") is None:
        in_lane = Initiative.objects.filter(product=product, lane=given.get("lane_id"))
        given["position"] = queries.next_position(in_lane)
    row = Initiative(workspace_id=by.workspace_id, product=product, **given)
    row = editing.create(row, prefix=Initiative.PREFIX, by=by, cause=cause)
    keep_informed(product, [row], by=by)
    return row


@transaction.atomic
def revise_initiative(
    row: Initiative,
    *,
    expected: int,
    fields: Mapping[str, Any],
    by: Scope,
    reason: str = "",
    acknowledge: Collection[UUID] = (),
    cause: Change | None = None,
) -> Initiative:
    """Change what an initiative says, where it lies and when it is promised; `reason` goes into the history.

    Raises Refusal `window.reason_missing` where something committed moves, is parked or taken back without one, Conflict
    `promise.would_break` unless `acknowledge` names every promise that breaks, `initiative.review_missing`.
    """
    given = _stored(fields, row.product, by, now=row)
    moved = "window" in fields and any(getattr(row, name) != given[name] for name in WINDOW)
    _check_reason(row, given, reason)
    _check_done(row, given)
    broken = _broken(row, given)
    breaking.check(row, broken, acknowledge=acknowledge)
    verb = "rescheduled" if moved else "edited"
    row = editing.revise(row, expected=expected, fields=given, by=by, verb=verb, reason=reason, cause=cause)
    breaking.record(row, broken, by=by, reason=reason)
    return row


@transaction.atomic
def archive_initiative(
    row: Initiative,
    *,
    expected: int,
    by: Scope,
    reason: str = "",
    acknowledge: Collection[UUID] = (),
    cause: Change | None = None,
) -> Initiative:
    """Put an initiative away.

    Raises Conflict `promise.would_break` unless `acknowledge` names every open promise about it.
    """
    broken = breaking.broken_by(row, finish=None)
    breaking.check(row, broken, acknowledge=acknowledge)
    row = editing.archive(row, expected=expected, by=by, reason=reason, cause=cause)
    breaking.record(row, broken, by=by, reason=reason)
    return row


def _stored(
    fields: Mapping[str, Any], product: Product, by: Scope, *, now: Initiative | None = None
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
    if given.get("lane_id") and (now is None or given["lane_id"] != now.lane_id):
        check_lane(given["lane_id"], product.pk, by)
    if given.get("theme_id") and (now is None or given["theme_id"] != now.theme_id):
        check_theme(given["theme_id"], product.pk, by)
    if given.get("parent_id"):
        containing.check(now, parent_id=given["parent_id"], product=product, by=by)
    return given


def _window(given: Mapping[str, Any] | None) -> dict[str, Any]:
    if given is None:
        return dict(zip(WINDOW, (None, None, ""), strict=True))
    window = windows.snapped(given["start"], finish=given["finish"], precision=given["precision"])
    return dict(zip(WINDOW, (window.start, window.finish, window.precision), strict=True))


def check_lane(lane_id: UUID, product_id: UUID, by: Scope) -> None:
    """Refuse a lane that is archived or of another product; the lane is held until the transaction ends."""
    lane = access.held_lane(by, lane_id, right="read")
    if lane.product_id != product_id:
        raise Conflict(
            "lane.other_product", f"{lane.title} is a lane of another product. Nothing was changed."
        )
    if lane.archived_at:
        raise Conflict(
            "lane.archived", f"{lane.title} is archived. Choose another lane. Nothing was changed."
        )


def check_theme(theme_id: UUID, product_id: UUID, by: Scope) -> None:
    """Refuse a theme that is archived or of another product."""
    theme = open_theme(by, theme_id)
    if theme.product_id != product_id:
        raise Conflict(
            "theme.other_product", f"{theme.title} is a theme of another product. Nothing was changed."
        )
    if theme.archived_at:
        raise Conflict(
            "theme.archived", f"{theme.title} is archived. Choose another theme. Nothing was changed."
        )


def _check_reason(row: Initiative, given: Mapping[str, Any], reason: str) -> None:
    if row.status not in COMMITTED or reason:
        return
    changed = {name for name, value in given.items() if getattr(row, name) != value}
    if row.window_start is not None and changed & {"window_start", "window_finish"}:
        asked = "why its window moves"
    elif row.horizon and "horizon" in changed:
        asked = "why it moves to another horizon"
    elif "parked" in changed and given["parked"]:
        asked = "why it is parked"
    elif "status" in changed and given["status"] in UNCOMMITTED:
        asked = "why it is so no more"
    else:
        return
    raise Refusal("window.reason_missing", f"{row.key} is committed: say {asked}. Nothing was changed.")


def _check_done(row: Initiative, given: Mapping[str, Any]) -> None:
    if given.get("status") != "done" or row.status == "done":
        return
    if given.get("no_review_reason", row.no_review_reason):
        return
    if not OutcomeReview.objects.filter(initiative=row).exclude(verdict="").exists():
        raise _review_missing(row.key)


def _review_missing(name: str) -> Conflict:
    return Conflict(
        "initiative.review_missing",
        f"{name} is not done before somebody has looked at its outcome. Decide its outcome review after the "
        "launch, or say why none is needed. Nothing was changed.",
    )


def _broken(row: Initiative, given: Mapping[str, Any]) -> list[Any]:
    if given.get("parked") and not row.parked:
        return breaking.broken_by(row, finish=None)
    if "window_finish" not in given:
        return []
    return breaking.broken_by(row, finish=given["window_finish"])
