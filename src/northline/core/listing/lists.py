"""The lists of what people made of lists: saved views, and fields of their own."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import F, Model, Q, QuerySet, Value
from django.db.models.functions import Replace

from northline.core import kinds
from northline.core.doors import visible
from northline.core.listing import custom_fields, schemas, views
from northline.core.listing.listings import Field, Listing, lead, register
from northline.core.listing.models import CustomField, SavedView
from northline.core.schemas import ObjectOut, Who, object_fields
from northline.core.scope import Scope


class ViewLineOut(ObjectOut):
    """A saved view in the list of all: without what it does to its list."""

    object_kind: str
    product_id: UUID | None
    owner: Who
    shared: bool


def _with_products(rows: QuerySet[Any]) -> QuerySet[Any]:
    return lead(rows, "product", to=kinds.kind_named("product").model)


def _fields_seen(rows: QuerySet[Any], scope: Scope) -> QuerySet[Any]:
    """Those of the workspace, and of the products that the member may read."""
    return rows.filter(_of_readable(CustomField, scope))


def _views_seen(rows: QuerySet[Any], scope: Scope) -> QuerySet[Any]:
    """One's own and the shared ones, of the workspace and of the products that the member may read."""
    return rows.filter(Q(shared=True) | Q(owner_id=scope.member_id), _of_readable(SavedView, scope))


def _of_readable(model: type[Model], scope: Scope) -> Q:
    readable = visible(scope, model._default_manager.all(), product="product_id")
    return Q(product_id=None) | Q(pk__in=readable.values("pk"))


def _kind() -> Replace:
    return Replace(F("object_kind"), Value("_"), Value(" "))


def _shown_views(rows: Any, scope: Scope) -> list[dict[str, Any]]:
    return [
        object_fields(row, can={"edit": views.may_change(scope, row)})
        | {name: getattr(row, name) for name in ("object_kind", "product_id", "owner", "shared")}
        for row in rows
    ]


VIEWS = Listing(
    "saved_view",
    rows=lambda: _with_products(SavedView.objects.select_related("owner")),
    out=ViewLineOut,
    fields=(
        Field("of", "text", label="List", value=_kind(), groups=True),
        Field("owner", "person"),
        Field("shared", "yes_no", writes="shared"),
    ),
    patch=schemas.ViewPatch,
    revise=views.revise,
    narrowed=_views_seen,
    shows=_shown_views,
    sort="title",
    customisable=False,
    shared=True,
)
FIELDS = Listing(
    "custom_field",
    rows=lambda: _with_products(CustomField.objects.all()),
    out=schemas.CustomFieldOut,
    fields=(
        Field("on", "text", label="Of", value=_kind(), groups=True),
        Field("type", "choice", options=tuple(CustomField.Type.values)),
        Field("name", "text", description="What files and scripts call it."),
        Field("description", "text", writes="description", sorts=False),
    ),
    patch=schemas.CustomFieldPatch,
    revise=custom_fields.revise,
    narrowed=_fields_seen,
    sort="title",
    customisable=False,
    shared=True,
)


def register_all() -> None:
    for listing in (VIEWS, FIELDS):
        register(listing)
