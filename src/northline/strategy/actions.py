"""The verbs of strategy. Each is one transaction and records one change."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from northline.accounts.access import active_colleague
from northline.accounts.models import Workspace
from northline.core import changes, editing, undo
from northline.core.refusal import Conflict, Refusal, Stale
from northline.core.richtext import plain_text
from northline.core.scope import Scope
from northline.products.models import Product
from northline.strategy import access, rules
from northline.strategy.canvases import keeping
from northline.strategy.canvases.keeping import Boxes
from northline.strategy.canvases.rules import VISION, lines
from northline.strategy.models import PLACES, CheckIn, KeyResult, Objective, Vision

_EXACT = Decimal(1).scaleb(-PLACES)
_MEASURES = ("start", "target")
# The table calls the words of the box otherwise: `product` is a column of every row.
_WORDS = {"product": "product_text"}


@transaction.atomic
def envision(product: Product, *, boxes: Boxes, note: str = "", based_on: int | None, by: Scope) -> Vision:
    """Write the next version of the vision.

    Raises Stale, with the newest version, when that is not the one it was written from, Refusal `canvas.no_such_box` and
    `canvas.statement_twice`, and NotFound for a statement of another document.
    """
    # Two versions at once would both be written from the same one; the product's row orders them.
    Product.objects.select_for_update().get(pk=product.pk)
    newest = Vision.objects.filter(product=product).order_by("-number").first()
    if based_on != (newest.number if newest else None):
        raise Stale(newest)
    number = newest.number + 1 if newest else 1
    row = Vision(
        workspace_id=by.workspace_id,
        product=product,
        number=number,
        title=f"Vision {number}",
        note=note,
        created_by_id=by.member_id,
    )
    row.boxes = keeping.kept(keeping.Document(VISION, product.pk, vision_id=row.pk), boxes, by=by)
    for box, said in row.boxes.items():
        setattr(row, _WORDS.get(box, box), lines(said))
    row.key = changes.next_key(by.workspace_id, Vision.PREFIX)
    row.save(force_insert=True)
    before, after = keeping.differing(newest.boxes if newest else {}, row.boxes)
    # Not to be undone: versions are never taken away, one writes the next.
    changes.record(by, "envisioned", row, before=before, after=after, reason=note)
    return row


@transaction.atomic
def set_objective(product: Product, *, fields: Mapping[str, Any], by: Scope) -> Objective:
    """Say what the strategy wants."""
    _check_parent(None, fields.get("parent_id"), by)
    row = Objective(workspace_id=by.workspace_id, product=product, **_checked(fields, by))
    return editing.create(row, prefix=Objective.PREFIX, by=by)


@transaction.atomic
def revise_objective(
    row: Objective, *, expected: int, fields: Mapping[str, Any], by: Scope, reason: str = ""
) -> Objective:
    _check_parent(row, fields.get("parent_id"), by)
    return editing.revise(row, expected=expected, fields=_checked(fields, by), by=by, reason=reason)


def _check_parent(row: Objective | None, parent_id: UUID | None, by: Scope) -> None:
    """Walk up from the parent: it must not stand below `row`. Raises Refusal `objective.makes_circle`."""
    if parent_id is None:
        return
    # Two moves at once could close a circle that neither sees; the workspace's row orders them.
    Workspace.objects.select_for_update().get(pk=by.workspace_id)
    above: Objective | None = access.objective(by, parent_id)
    path = [row.key] if row else []
    while above is not None:
        path.append(above.key)
        if row is not None and above.pk == row.pk:
            raise Refusal(
                "objective.makes_circle",
                f"{row.key} would contribute to itself: {' → '.join(path)}. Nothing was changed.",
                path=path,
            )
        above = above.parent


@transaction.atomic
def add_key_result(objective: Objective, *, fields: Mapping[str, Any], by: Scope) -> KeyResult:
    """Say by which metric the objective will be known.

    Raises Refusal `key_result.leads_away` when the target does not lie in the direction named.
    """
    if objective.archived_at:
        raise Conflict("objective.archived", f"{objective.key} is archived. Restore it first.")
    _check_owner(fields, by)
    row = KeyResult(
        workspace_id=by.workspace_id,
        objective=objective,
        product_id=objective.product_id,
        **_exact(fields),
    )
    _check_direction(row.direction, start=row.start, target=row.target)
    return editing.create(row, prefix=KeyResult.PREFIX, by=by)


@transaction.atomic
def revise_key_result(
    row: KeyResult, *, expected: int, fields: Mapping[str, Any], by: Scope, reason: str = ""
) -> KeyResult:
    given = _exact(fields)
    _check_owner(given, by)
    _check_direction(
        given.get("direction", row.direction),
        start=given.get("start", row.start),
        target=given.get("target", row.target),
    )
    return editing.revise(row, expected=expected, fields=given, by=by, reason=reason)


@transaction.atomic
def check_in(row: KeyResult, *, value: Decimal, confidence: int, note: str, by: Scope) -> CheckIn:
    """Take down where the metric stands. The newest check-in is the key result's current value.

    It adds a record and edits nothing, so it neither asks for a version nor raises it.
    """
    # The row is held, so that the newest check-in and `current` are the same.
    row = KeyResult.objects.select_for_update().get(pk=row.pk)
    if row.archived_at:
        raise Conflict("key_result.archived", f"{row.key} is archived. Restore it first.")
    seen = CheckIn.objects.create(
        workspace_id=by.workspace_id,
        key_result=row,
        value=value.quantize(_EXACT),
        confidence=confidence,
        note=note,
        by_id=by.member_id,
    )
    before = {"current": _said(row.current), "confidence": row.confidence}
    KeyResult.objects.filter(pk=row.pk).update(
        current=seen.value, confidence=confidence, checked_at=seen.created_at, updated_at=timezone.now()
    )
    after = {"current": _said(seen.value), "confidence": confidence}
    # Not to be undone: what was seen was seen, a mistake is put right by the next check-in.
    changes.record(by, "checked in", row, before=before, after=after, reason=note)
    return seen


def _said(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _checked(fields: Mapping[str, Any], by: Scope) -> dict[str, Any]:
    """The fields with the words of the body; the owner has passed the door."""
    _check_owner(fields, by)
    words = {"words": plain_text(fields["body"])} if fields.get("body") is not None else {}
    return dict(fields) | words


def _check_owner(fields: Mapping[str, Any], by: Scope) -> None:
    if fields.get("owner_id"):
        active_colleague(by, fields["owner_id"])


def _exact(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Figures as the database keeps them, so that 5 and 5.0000 are no difference."""
    return {name: value.quantize(_EXACT) if name in _MEASURES else value for name, value in fields.items()}


def _check_direction(direction: str, *, start: Decimal, target: Decimal) -> None:
    if not rules.leads_there(direction, start=start, target=target):
        raise Refusal(
            "key_result.leads_away",
            f"From {start.normalize():f} to {target.normalize():f} does not lead {direction}. "
            "Change the direction, the start or the target. Nothing was changed.",
        )


def _check_undone(row: Objective, values: Mapping[str, Any], by: Scope) -> None:
    """Undo must not close a circle either."""
    _check_parent(row, values.get("parent_id"), by)


undo.check(Objective.KIND, _check_undone)
