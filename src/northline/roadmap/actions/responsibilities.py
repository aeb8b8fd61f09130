"""The verb of responsibilities: say who holds a function."""

from __future__ import annotations

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
from northline.roadmap.rules.responsibilities import Said, refusal_of

HOW = "responsibility"


def share_out(row: Initiative | Product, *, function: str, said: Said, expected: int, by: Scope) -> None:
    """Say who answers for a function of an initiative, or of all initiatives of a product that say nothing else.

    Nobody at all is no entry: the product's then holds for the initiative. Raises Refusal `responsibility.*`, NotFound
    for a person who is no active member, and Stale where the initiative or the product was edited meanwhile.
    """
    if wrong := refusal_of(said, today=timezone.localdate()):
        raise Refusal(wrong[0], f"{wrong[1]} Nothing was changed.")
    for member in said.everybody():
        active_colleague(by, member)
    _put(row, function, said, expected=expected, by=by)


@transaction.atomic
def _put(
    row: Initiative | Product,
    function: str,
    said: Said,
    *,
    expected: int,
    by: Scope,
    cause: Change | None = None,
) -> None:
    """Write it and record it. What was said once may be set back, even where a colleague has left since."""
    editing.swap(row, expected=expected, fields={})
    was = _said_of(row, function)
    _write(row, function, said, by=by)
    changes.record(
        by,
        "undid" if cause else "shared out",
        row,
        before={"function": function, **was.plain()},
        after={"function": function, **_said_of(row, function).plain()},
        undo={"how": HOW, "function": function},
        cause=cause,
    )


def _of(row: Initiative | Product) -> dict[str, UUID | None]:
    if isinstance(row, Initiative):
        return {"product_id": row.product_id, "initiative_id": row.pk}
    return {"product_id": row.pk, "initiative_id": None}


def _said_of(row: Initiative | Product, function: str) -> Said:
    entry = Responsibility.objects.filter(**_of(row), function=function).first()
    if entry is None:
        return Said()
    holders = list(entry.holders.order_by("created_at", "id"))
    return Said(
        accountable=tuple(one.member_id for one in holders if one.accountable),
        shares=tuple(one.member_id for one in holders if not one.accountable),
        deputy_id=entry.deputy_id,
        deputy_until=entry.deputy_until,
    )


def _write(row: Initiative | Product, function: str, said: Said, *, by: Scope) -> None:
    Responsibility.objects.filter(**_of(row), function=function).delete()
    if not said.accountable and not said.shares:
        return
    entry = Responsibility.objects.create(
        workspace_id=by.workspace_id,
        **_of(row),
        function=function,
        deputy_id=said.deputy_id,
        deputy_until=said.deputy_until,
    )
    Holder.objects.bulk_create(
        Holder(workspace_id=by.workspace_id, responsibility=entry, member_id=member, accountable=answers)
        for members, answers in ((said.accountable, True), (said.shares, False))
        for member in members
    )


def _take_back(change: Change, by: Scope) -> None:
    """Where the function still is held as the change left it."""
    row: Initiative | Product
    if change.object_kind == Product.KIND:
        row = product_for(by, change.object_id, right="plan")
    else:
        row = access.initiative(by, change.object_id, right="plan")
    function = change.undo["function"]
    if _said_of(row, function) != Said.of(change.after):
        raise Stale
    _put(row, function, Said.of(change.before), expected=row.version, by=by, cause=change)


undo.register(HOW, _take_back)
