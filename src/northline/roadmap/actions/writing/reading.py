"""Read a roadmap's YAML and carry out what differs, as one deed; a preview does the same and takes it back."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db import transaction
from pydantic import ValidationError

from northline.core.deeds import deed
from northline.core.refusal import Conflict, Refusal
from northline.core.scope import Scope
from northline.products.models import Product
from northline.roadmap.actions.writing.carrying_out import Writing
from northline.roadmap.queries.history import differences_between, moment
from northline.roadmap.queries.items import open_promises_of
from northline.roadmap.rules import yaml_text
from northline.roadmap.schemas.text import RoadmapText


@transaction.atomic
def read_text(
    product: Product,
    *,
    text: str,
    preview: bool,
    seq: int | None,
    reason: str,
    acknowledge: Collection[UUID],
    by: Scope,
) -> list[dict[str, Any]]:
    """What the text changes, row by row.

    Raises Refusal `text.unreadable`, `text.invalid`, `text.unknown_key`, `text.unknown_name`, `text.unknown_member`;
    Conflict `text.overtaken` where the roadmap changed since the change numbered `seq`; and what each edit raises.
    """
    said = _parsed(text)
    Product.objects.select_for_update().get(pk=product.pk)
    if seq is not None and not preview:
        _refuse_overtaken(product, seq)
    if preview:
        # What a person has to say or confirm is asked for when it is meant.
        reason, acknowledge = (
            reason or "Preview",
            set(open_promises_of(product.pk).values_list("pk", flat=True)),
        )
    with deed(
        product.title, place=product.place(), verb="read_roadmap_text", by=by, said={}, reason=reason
    ) as cause:
        writing = Writing(product=product, by=by, reason=reason, acknowledge=acknowledge, cause=cause)
        told = writing.carry_out(said)
    if preview or not told:
        transaction.set_rollback(True)
    return told


def _parsed(text: str) -> RoadmapText:
    value = yaml_text.load(text)
    try:
        return RoadmapText.model_validate(value)
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False)
        fields = [{"path": ".".join(map(str, one["loc"])), "message": one["msg"]} for one in found[:20]]
        told = "; ".join(f"{one['path'] or 'the text'}: {one['message']}" for one in fields[:3])
        raise Refusal("text.invalid", f"{told}. Nothing was changed.", fields=fields) from error


def _refuse_overtaken(product: Product, seq: int) -> None:
    since = differences_between(product, seq, moment(product, ""))
    if since:
        named = ", ".join(sorted({one.key for one in since})[:5])
        raise Conflict(
            "text.overtaken",
            f"Others changed {named} since this text was written. Fetch it anew and repeat your edit. "
            "Nothing was changed.",
        )
