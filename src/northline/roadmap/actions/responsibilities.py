"""The verb of responsibilities: say who holds a function."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from northline.accounts.access import active_colleague
from northline.core import changes, editing, undo
from northline.core.models import Change
from northline.core.refusal import Refusal, Stale
from northline.core.scope import Scope
from northline.products.access import product_for
from northline.products.models import Product
from northline.roadmap import access
from northline.roadmap.models import Holder, Initiative, Responsibility
from northline.roadmap.rules.responsibilities import refusal_of

HOW = "responsibility"


@transaction.atomic
def share_out(
    row: Initiative | Product,
    *,
    function: str,
    accountable: Sequence[UUID],
    shares: Sequence[UUID],
    deputy_id: UUID | None,
    deputy_until: date | None,
    expected: int,
    by: Scope,
    cause: Change | None = None,
) -> None:
    """Say who answers for a function of an initiative, or of all initiatives of a product that say nothing else.

    Nobody at all is no entry: the product's then holds for the initiative. Raises Refusal `responsibility.*`, NotFound
    for a person who is no active member, and Stale where the initiative or the product was edited meanwhile.
    """
    _refuse_nonsense(accountable, shares, deputy_id, deputy_until, by=by, was_before=cause is not None)
    editing.swap(row, expected=expected, fields={})
    before = _told(_entry(row, function))
    _write(
        row, function, accountable=accountable, shares=shares, deputy_id=deputy_id, until=deputy_until, by=by
    )
    after = _told(_entry(row, function))
    changes.record(
        by,
        "undid" if cause else "shared out",
        row,
        before={"function": function, **before},
        after={"function": function, **after},
        undo={"how": HOW, "function": function},
        cause=cause,
    )


def _refuse_nonsense(
    accountable: Sequence[UUID],
    shares: Sequence[UUID],
    deputy: UUID | None,
    until: date | None,
    *,
    by: Scope,
    was_before: bool,
) -> None:
    """What was said once may be set back, even where a hand-over has ended or a colleague has left since."""
    if was_before:
        return
    wrong = refusal_of(accountable, shares, deputy, until, today=timezone.localdate())
    if wrong:
        raise Refusal(wrong[0], f"{wrong[1]} Nothing was changed.")
    for member in (*accountable, *shares, *([deputy] if deputy else [])):
        active_colleague(by, member)


def _of(row: Initiative | Product) -> dict[str, UUID | None]:
    if isinstance(row, Initiative):
        return {"product_id": row.product_id, "initiative_id": row.pk}
    return {"product_id": row.pk, "initiative_id": None}


def _entry(row: Initiative | Product, function: str) -> Responsibility | None:
    return Responsibility.objects.filter(**_of(row), function=function).first()


def _told(entry: Responsibility | None) -> dict[str, Any]:
    """The entry as a change keeps it."""
    holders = list(entry.holders.order_by("created_at", "id")) if entry else []
    return {
        "accountable": [str(one.member_id) for one in holders if one.accountable],
        "shares": [str(one.member_id) for one in holders if not one.accountable],
        "deputy_id": str(entry.deputy_id) if entry and entry.deputy_id else None,
        "deputy_until": entry.deputy_until.isoformat() if entry and entry.deputy_until else None,
    }


def _write(
    row: Initiative | Product,
    function: str,
    *,
    accountable: Sequence[UUID],
    shares: Sequence[UUID],
    deputy_id: UUID | None,
    until: date | None,
    by: Scope,
) -> None:
    Responsibility.objects.filter(**_of(row), function=function).delete()
    if not accountable and not shares:
        return
    entry = Responsibility.objects.create(
        workspace_id=by.workspace_id,
        **_of(row),
        function=function,
        deputy_id=deputy_id,
        deputy_until=until,
    )
    Holder.objects.bulk_create(
        Holder(workspace_id=by.workspace_id, responsibility=entry, member_id=member, accountable=answers)
        for members, answers in ((accountable, True), (shares, False))
        for member in members
    )


def _take_back(change: Change, by: Scope) -> None:
    """Where the function still is held as the change left it."""
    row: Initiative | Product
    if change.object_kind == Product.KIND:
        row = product_for(by, change.object_id, right="plan")
    else:
        row = access.initiative(by, change.object_id, right="plan")
    function, was = change.undo["function"], change.before
    if {"function": function, **_told(_entry(row, function))} != change.after:
        raise Stale
    share_out(
        row,
        function=function,
        accountable=[UUID(member) for member in was["accountable"]],
        shares=[UUID(member) for member in was["shares"]],
        deputy_id=UUID(was["deputy_id"]) if was["deputy_id"] else None,
        deputy_until=date.fromisoformat(was["deputy_until"]) if was["deputy_until"] else None,
        expected=row.version,
        by=by,
        cause=change,
    )


undo.register(HOW, _take_back)
