"""The verbs of responsibilities: say who holds a function, or several at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from northline.accounts.access import active_colleague
from northline.core import changes, editing, undo
from northline.core.deeds import deed
from northline.core.models import Change, Touch
from northline.core.refusal import Conflict, Refusal, Stale
from northline.core.scope import Scope
from northline.products.access import product_for
from northline.products.models import Product
from northline.roadmap import access
from northline.roadmap.models import Holder, Initiative, Responsibility
from northline.roadmap.queries.responsibilities import informed_of
from northline.roadmap.rules.responsibilities import ROLES, Said, refusal_of
from northline.talk.actions import keep_told

HOW = "responsibility"


def share_out(row: Initiative | Product, *, function: str, said: Said, expected: int, by: Scope) -> None:
    """Say who answers for a function of an initiative, or of all initiatives of a product that say nothing else.

    Nobody at all is no entry: the product's then holds for the initiative. Raises Refusal `responsibility.*`, NotFound
    for a person who is no active member, and Stale where the initiative or the product was edited meanwhile.
    """
    _check(said, by=by)
    _put(row, function, said, expected=expected, by=by)


class Share(NamedTuple):
    """What is said of a function of an initiative, or of the product where there is no `initiative_id`."""

    initiative_id: UUID | None
    function: str
    said: Said
    expected: int


@transaction.atomic
def share_out_together(product: Product, *, shares: Sequence[Share], by: Scope) -> list[Initiative]:
    """Say who holds several functions of a product and of its initiatives: all or none, one change that causes the others.

    Functions of the same row name the version that it had before all of them. Answers the initiatives. Raises what each raises, Conflict
    `responsibility.named_twice` and `initiative.other_product`.
    """
    if len({(share.initiative_id, share.function) for share in shares}) < len(shares):
        raise Conflict("responsibility.named_twice", "A function is named twice. Nothing was changed.")
    for share in shares:
        _check(share.said, by=by)
    told = {"count": len(shares)}
    rows: dict[UUID | None, Initiative | Product] = {None: product}
    raised: Counter[UUID | None] = Counter()
    with deed(product.title, place=product.place(), verb="shared_out_several", by=by, said=told) as cause:
        for share in shares:
            at = share.initiative_id
            row = rows.get(at) or rows.setdefault(at, _of_product(product, at, by))
            _put(row, share.function, share.said, expected=share.expected + raised[at], by=by, step_of=cause)
            raised[at] += 1
    return [row for row in rows.values() if isinstance(row, Initiative)]


def _of_product(product: Product, initiative_id: UUID | None, by: Scope) -> Initiative:
    assert initiative_id is not None
    row = access.initiative(by, initiative_id, right="plan")
    if row.product_id != product.pk:
        raise Conflict(
            "initiative.other_product", f"{row.key} belongs to another product. Nothing was changed."
        )
    return row


def _check(said: Said, *, by: Scope) -> None:
    if wrong := refusal_of(said, today=timezone.localdate()):
        raise Refusal(wrong[0], f"{wrong[1]} Nothing was changed.")
    for member in said.everybody():
        active_colleague(by, member)


@transaction.atomic
def _put(
    row: Initiative | Product,
    function: str,
    said: Said,
    *,
    expected: int,
    by: Scope,
    cause: Change | None = None,
    step_of: Change | None = None,
) -> None:
    """Write it and record it. What was said once may be set back, even where a colleague has left since."""
    editing.swap(row, expected=expected, fields={})
    was = _said_of(row, function)
    _write(row, function, said, by=by)
    keep_informed_of(row, by=by)
    changes.record(
        by,
        "undid" if cause else "shared out",
        row,
        before={"function": function, **was.plain()},
        after={"function": function, **_said_of(row, function).plain()},
        undo={"how": HOW, "function": function},
        cause=cause or step_of,
        touches=_handed_over(row, was.deputy_id, said.deputy_id, by=by),
    )


def _handed_over(row: Initiative | Product, was: UUID | None, now: UUID | None, *, by: Scope) -> list[Touch]:
    """Tells whoever now stands in for the others, and whoever no longer does."""
    told = [(now, Touch.Why.DEPUTY), (was, Touch.Why.RELIEVED)] if was != now else []
    return [
        Touch(object_kind=row.KIND, object_id=row.pk, to_id=member, why=why)
        for member, why in told
        if member and member != by.member_id
    ]


def keep_informed_of(row: Initiative | Product, *, by: Scope) -> None:
    """Let those follow an initiative, or all of a product, who are to be informed of it."""
    if isinstance(row, Initiative):
        keep_informed(row.product, [row], by=by)
    else:
        keep_informed(row, Initiative.objects.filter(product=row), by=by)


def keep_informed(product: Product, initiatives: Iterable[Initiative], *, by: Scope) -> None:
    """Let those follow the initiatives who are to be informed of any of their functions."""
    keep_told(Initiative.KIND, informed_of(product, initiatives), by=by)


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
        **{role: tuple(one.member_id for one in holders if one.role == role) for role in ROLES},
        deputy_id=entry.deputy_id,
        deputy_from=entry.deputy_from,
        deputy_until=entry.deputy_until,
    )


def _write(row: Initiative | Product, function: str, said: Said, *, by: Scope) -> None:
    entries = Responsibility.objects.filter(**_of(row), function=function)
    was = entries.first()
    entries.delete()
    if not said.named():
        return
    entry = Responsibility.objects.create(
        workspace_id=by.workspace_id,
        **_of(row),
        function=function,
        deputy_id=said.deputy_id,
        deputy_from=said.deputy_from,
        deputy_until=said.deputy_until,
        **_told_of(said, was),
    )
    Holder.objects.bulk_create(
        Holder(workspace_id=by.workspace_id, responsibility=entry, member_id=member, role=role)
        for role in ROLES
        for member in getattr(said, role)
    )


def _told_of(said: Said, was: Responsibility | None) -> dict[str, datetime | None]:
    """What the deputy was told of already: of the hand-over that it was before, and of what begins now by this change."""
    same = was if was and was.deputy_id == said.deputy_id else None
    now, begins_now = timezone.now(), not said.deputy_from or said.deputy_from <= timezone.localdate()
    begin = same.begin_told_at if same and same.deputy_from == said.deputy_from else None
    return {
        "begin_told_at": begin or (now if begins_now else None),
        "end_told_at": same.end_told_at if same and same.deputy_until == said.deputy_until else None,
    }


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
