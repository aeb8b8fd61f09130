"""The fields that people added to a product's initiatives, and their values as readers without an account are told
them: who shares a roadmap decides, not who reads it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Q

from northline.accounts.models import Member
from northline.core import kinds
from northline.core.listing.cells import words_of
from northline.core.listing.listings import Field
from northline.core.listing.models import CustomField
from northline.core.listing.referred import TYPES
from northline.products.models import Product
from northline.roadmap.models import Initiative
from northline.roadmap.queries.plain import PlainInitiative

# What people and objects are called, by their id.
Names = Mapping[str, str]


def custom_fields_of(product: Product, kind: str = Initiative.KIND) -> list[CustomField]:
    """The fields of the product's initiatives, or objects of another kind, oldest first. One query."""
    rows = CustomField.objects.filter(
        Q(product_id=None) | Q(product_id=product.pk),
        workspace_id=product.workspace_id,
        object_kind=kind,
        archived_at=None,
    )
    return list(rows.order_by("created_at", "pk"))


def names_in(fields: Iterable[CustomField], rows: Sequence[PlainInitiative]) -> Names:
    """The names of everybody and everything that these fields of the rows lead to: one query a field that leads."""
    found: dict[str, str] = {}
    for field in fields:
        if field.type not in TYPES:
            continue
        held = {row.custom[field.name] for row in rows if row.custom.get(field.name)}
        model = Member if field.type == "person" else kinds.kind_named(field.of).model
        word = "name" if field.type == "person" else "title"
        named = model._default_manager.filter(workspace_id=field.workspace_id, pk__in=held)
        found |= {str(key): name for key, name in named.values_list("pk", word)}
    return found


def told(field: CustomField, value: Any, names: Names) -> str:
    """The value in words; nothing for one who or what is gone."""
    if field.type in TYPES:
        return names.get(str(value), "")
    options = tuple((option["value"], option["label"]) for option in field.options)
    return words_of(Field(field.name, field.type, options=options), value)  # type: ignore[arg-type]
