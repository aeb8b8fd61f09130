"""Rate by a criterion, and take that back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from northline.core import changes, undo
from northline.core.models import Change, column, plain
from northline.core.refusal import Conflict, Refusal, Stale
from northline.core.scope import Scope
from northline.research.market import access
from northline.research.market.models import Competitor, Criterion, Rating

RATE = "rate_by_criterion"
# To say one of these is to have looked.
LOOKED = ("score", "note", "source")


@transaction.atomic
def rate(
    criterion: Criterion,
    *,
    competitor: Competitor | None,
    expected: int,
    fields: Mapping[str, Any],
    by: Scope,
    cause: Change | None = None,
) -> Rating:
    """Say how well a competitor, or without one the product itself, does, and what that rests on.

    `expected` is the version that is changed, 0 for none yet. Without `checked_on` the day is today. Raises Stale,
    Conflict `criterion.archived` or Refusal `competitor.other_product`.
    """
    Criterion.objects.select_for_update().get(pk=criterion.pk)
    _refuse_strange(criterion, competitor)
    row = Rating.objects.filter(criterion=criterion, competitor=competitor).first()
    if (row.version if row else 0) != expected:
        raise Stale
    return _write(row or _unrated(criterion, competitor), fields, by=by, cause=cause)


def _refuse_strange(criterion: Criterion, competitor: Competitor | None) -> None:
    if competitor is not None and competitor.product_id != criterion.product_id:
        raise Refusal(
            "competitor.other_product",
            f"{competitor.key} is compared with another product. Nothing was changed.",
        )
    for row in (criterion, competitor):
        if row is not None and row.archived_at is not None:
            raise Conflict(
                "comparison.archived",
                f"{row.key} is archived and no longer compared. Restore it first. Nothing was changed.",
            )


def _unrated(criterion: Criterion, competitor: Competitor | None) -> Rating:
    return Rating(workspace_id=criterion.workspace_id, criterion=criterion, competitor=competitor, version=0)


def _write(row: Rating, fields: Mapping[str, Any], *, by: Scope, cause: Change | None) -> Rating:
    given = dict(fields)
    if cause is None and "checked_on" not in given and any(name in given for name in LOOKED):
        given["checked_on"] = timezone.localdate()
    before = {name: plain(getattr(row, name)) for name in given}
    changed = {name: value for name, value in given.items() if plain(value) != before[name]}
    if not changed:
        return row
    is_new = row.version == 0
    for name, value in changed.items():
        setattr(row, name, value)
    row.version, row.by_id = row.version + 1, by.member_id
    row.save(force_insert=is_new)
    _record(row, {name: before[name] for name in changed}, by=by, cause=cause)
    return row


def _record(row: Rating, before: Mapping[str, Any], *, by: Scope, cause: Change | None) -> None:
    """Of a competitor it is told there, of the product itself at the criterion."""
    said = {"criterion": row.criterion.title} if row.competitor else {"whose": "ours"}
    changes.record(
        by,
        "undid" if cause else "rated",
        row.competitor or row.criterion,
        before=dict(before),
        after={name: plain(getattr(row, name)) for name in before} | said,
        undo={
            "how": RATE,
            "criterion": str(row.criterion_id),
            "competitor": str(row.competitor_id) if row.competitor_id else None,
            "fields": dict(before),
        },
        cause=cause,
    )


def _take_back(change: Change, by: Scope) -> None:
    """Where it still says what the change left: steps are taken back one after the other."""
    said = change.undo
    criterion = access.of_product(by, Criterion, UUID(said["criterion"]), right="contribute")
    competitor = access.of_product(by, Competitor, UUID(said["competitor"])) if said["competitor"] else None
    row = Rating.objects.filter(criterion=criterion, competitor=competitor).first()
    if row is None or any(plain(getattr(row, name)) != change.after[name] for name in said["fields"]):
        raise Stale
    fields = {name: column(Rating, name).to_python(value) for name, value in said["fields"].items()}
    rate(criterion, competitor=competitor, expected=row.version, fields=fields, by=by, cause=change)


undo.register(RATE, _take_back)
