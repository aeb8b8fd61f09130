"""The verbs of custom fields: add, revise, remove, restore. Each is one transaction and records one change."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from northline.core import editing, kinds
from northline.core.listing.listings import listing_named
from northline.core.listing.models import CustomField
from northline.core.listing.referred import target_of
from northline.core.refusal import Conflict, NotFound, Refusal
from northline.core.scope import Place, Right, Scope

MOST = 60
CHOSEN = (CustomField.Type.CHOICE, CustomField.Type.TAGS)


def opened(scope: Scope, field_id: UUID, right: Right = "read") -> CustomField:
    """The field, for somebody who may read it; `steer` on its product, or on the workspace, to change it."""
    row = CustomField.objects.filter(workspace_id=scope.workspace_id, pk=field_id).first()
    if row is None:
        raise NotFound("custom field")
    if row.product_id is not None and not scope.may("read", row.place()):
        raise NotFound("custom field")
    if right != "read":
        require_steering(scope, row.product_id)
    return row


def require_steering(scope: Scope, product_id: UUID | None) -> None:
    """A product's fields are its product manager's, those of the whole workspace its administrators'."""
    if product_id is None:
        scope.require("administer", Place(), what="custom field")
    else:
        kinds.object_at(scope, "product", product_id, right="steer")


def may_add(scope: Scope, product_id: UUID | None) -> bool:
    place = Place(product_id=product_id)
    return scope.may("steer" if product_id else "administer", place)


@transaction.atomic
def add(
    kind: str,
    *,
    product_id: UUID | None,
    title: str,
    type: str,
    options: Sequence[Mapping[str, str]],
    description: str,
    of: str = "",
    only_types: Sequence[UUID | None] = (),
    by: Scope,
) -> CustomField:
    """Give a kind a new field.

    Raises NotFound for a kind without a list or a type that is not there, Conflict `custom.too_many`, Refusal
    `custom.no_options`, `custom.no_target` or `custom.no_types`.
    """
    if not listing_named(kind).customisable:
        raise NotFound("list")
    require_steering(by, product_id)
    every = CustomField.objects.select_for_update().filter(workspace_id=by.workspace_id, object_kind=kind)
    names = set(every.values_list("name", flat=True))
    if len(names) >= MOST:
        raise Conflict(
            "custom.too_many", f"A kind has at most {MOST} fields of your own. Nothing was changed."
        )
    row = CustomField(
        workspace_id=by.workspace_id,
        object_kind=kind,
        product_id=product_id,
        title=title,
        name=name_of(title, taken=names),
        type=type,
        options=_options(type, options, []),
        of=target_of(type, of),
        description=description,
        only_types=_types(kind, only_types, by=by),
    )
    return editing.create(row, prefix=CustomField.PREFIX, by=by)


@transaction.atomic
def revise(
    row: CustomField, *, expected: int, fields: Mapping[str, Any], by: Scope, reason: str = ""
) -> CustomField:
    """Change how a field is called, what may be chosen and for which types of objects it holds: values of others stay
    with them, unseen. Its own type stays: values would no longer fit."""
    given = dict(fields)
    if given.get("options") is not None:
        given["options"] = _options(row.type, given["options"], row.options)
    if given.get("only_types") is not None:
        given["only_types"] = _types(row.object_kind, given["only_types"], by=by)
    return editing.revise(row, expected=expected, fields=given, by=by, reason=reason)


def name_of(title: str, *, taken: Collection[str]) -> str:
    """The name of a field's values: small letters, digits and underscores, unlike those in `taken`.

    >>> name_of("Customer effort (h)", taken={"customer_effort_h"})
    'customer_effort_h_2'
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    start = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:30].strip("_")
    if not start or start[0].isdigit():
        start = f"field_{start}".rstrip("_")
    number, name = 1, start
    while name in taken:
        number += 1
        name = f"{start}_{number}"
    return name


def _types(kind: str, given: Sequence[UUID | None], *, by: Scope) -> list[str | None]:
    """The types of objects of the kind as a field keeps them, each once and there."""
    typed_by = getattr(listing_named(kind).model, "TYPED_BY", "")
    if given and not typed_by:
        raise Refusal("custom.no_types", "Objects of this kind have no types. Nothing was changed.")
    for type_id in given:
        if type_id is not None:
            kinds.object_at(by, typed_by, type_id)
    return list(dict.fromkeys(None if type_id is None else str(type_id) for type_id in given))


def _options(
    type: str, given: Sequence[Mapping[str, str]], held: Sequence[Mapping[str, str]]
) -> list[dict[str, str]]:
    """Every option with a value: known ones keep theirs, new ones get one that none ever had here."""
    if type not in CHOSEN:
        return []
    taken = {option["value"] for option in held} | {option.get("value", "") for option in given}
    options = []
    for option in given:
        value = option.get("value")
        if not value:
            value = name_of(option["label"], taken=taken)
            taken.add(value)
        options.append({"value": value, "label": option["label"]})
    if not options or len({option["value"] for option in options}) < len(options):
        raise Refusal("custom.no_options", "Say what may be chosen, each once. Nothing was changed.")
    return options
