"""The fields that a list has for one member: the kind's own, and those that people added."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Case, F, FloatField, Q, TextField, Value, When
from django.db.models.expressions import Combinable
from django.db.models.fields.json import KeyTextTransform, KeyTransform
from django.db.models.functions import Cast
from django.db.models.lookups import Exact

from northline.core.doors import visible
from northline.core.listing import referred
from northline.core.listing.listings import Field, Listing, alias_of
from northline.core.listing.models import CustomField
from northline.core.scope import Scope

PREFIX = "custom."


def fields_of(listing: Listing, scope: Scope, *, product_id: UUID | None) -> dict[str, Field]:
    """Every field by its name: one query. Of all products that may be read, where none is named."""
    known = listing.every_field()
    if listing.customisable:
        typed_by = getattr(listing.model, "TYPED_BY", "")
        for row in custom_fields(scope, listing.kind, product_id=product_id):
            field = as_field(row, scope, typed_by=typed_by and f"{typed_by}_id")
            known[field.name] = field
    return known


def custom_fields(
    scope: Scope, kind: str, *, product_id: UUID | None, archived: bool = False
) -> list[CustomField]:
    """What people added to the kind, oldest first: workspace-wide fields are everybody's who may read here."""
    rows = CustomField.objects.filter(
        workspace_id=scope.workspace_id, object_kind=kind, archived_at__isnull=not archived
    )
    of_products = visible(scope, rows.exclude(product_id=None), product="product_id")
    if product_id:
        of_products = of_products.filter(product_id=product_id)
    found = rows.filter(Q(product_id=None) | Q(pk__in=of_products.values("pk")))
    return list(found.order_by("created_at", "pk"))


def as_field(row: CustomField, scope: Scope | None = None, *, typed_by: str = "") -> Field:
    """The field that a list makes of it, `custom.reach`; for a member it sorts by the names that they may see. Of objects
    whose type, in the column `typed_by`, does not have the field no value is told."""
    name = PREFIX + row.name
    return Field(
        name,
        row.type,  # type: ignore[arg-type]
        label=row.title,
        value=_value(row, _holding(row, typed_by)),
        options=tuple((option["value"], option["label"]) for option in row.options),
        writes="custom",
        text_date=row.type == "date",
        custom=row.name,
        typed_by=typed_by,
        only_types=tuple(row.only_types) if typed_by else (),
        of=row.of,
        sorted_by=referred.sorting(row, lookup=alias_of(name), scope=scope) if scope else None,
        description=row.description,
    )


def _holding(row: CustomField, typed_by: str) -> str | Combinable:
    """What holds the value: the values of the object, where it is of a type that has the field."""
    if not row.only_types or not typed_by:
        return "custom"
    named = Q(**{f"{typed_by}__in": [UUID(one) for one in row.only_types if one]})
    without = Q(**{f"{typed_by}__isnull": True}) if None in row.only_types else Q()
    return Case(When(named | without, then=F("custom")))


def _value(row: CustomField, held: str | Combinable) -> Combinable:
    if row.type == "tags":
        return KeyTransform(row.name, held)
    # Cast, for comparisons of the transform itself would read the other side as JSON.
    if row.type == "number":
        return Cast(_Held(row.name, held), FloatField())
    if row.type == "yes_no":
        text = Cast(KeyTextTransform(row.name, held), TextField())
        yes = When(Exact(text, Value("true")), then=Value(True))
        no = When(Exact(text, Value("false")), then=Value(False))
        return Case(yes, no, default=None, output_field=BooleanField())
    return Cast(_Held(row.name, held), TextField())


class _Held(KeyTextTransform):
    """A value that is never true, false or null, which SQLite then finds by one look into the JSON instead of three."""

    def as_sqlite(self, compiler: Any, connection: Any, **_: Any) -> Any:
        held, params, (name,) = self.preprocess_lhs(compiler, connection)
        return f"JSON_EXTRACT({held}, %s)", (*params, f'$."{name}"')
