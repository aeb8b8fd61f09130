"""The verbs of audiences."""

from __future__ import annotations

from typing import Any

from northline.core import editing
from northline.core.listing.fields import PREFIX
from northline.core.refusal import Refusal
from northline.core.scope import Scope
from northline.products.models import Product
from northline.reporting.audiences.sight import FIELDS, USUAL, drawn_as
from northline.reporting.models import Audience
from northline.roadmap.queries.colouring import check_field
from northline.roadmap.queries.custom import custom_fields_of


def address(product: Product, *, title: str, group: str, chosen: dict[str, Any], by: Scope) -> Audience:
    """Make an audience; what is not chosen is what such readers usually get.

    Raises Refusal `audience.field_unknown` or `roadmap.no_colours`.
    """
    fields, precision = USUAL[group]
    values: dict[str, Any] = {"fields": sorted(fields), "precision": precision} | _checked(chosen, product)
    values.setdefault("layout", drawn_as("timeline", frozenset(values["fields"])))
    row = Audience(workspace_id=by.workspace_id, product=product, title=title, group=group, **values)
    return editing.create(row, prefix=Audience.PREFIX, by=by)


def revise(row: Audience, *, expected: int, fields: dict[str, Any], by: Scope, reason: str = "") -> Audience:
    """Change what the audience is shown, in every share and export from now on.

    Raises Refusal `audience.field_unknown` or `roadmap.no_colours`.
    """
    return editing.revise(row, expected=expected, fields=_checked(fields, row.product), by=by, reason=reason)


def fields_known(product: Product) -> frozenset[str]:
    """Everything that a reader of the product's roadmap can be shown: its own fields and those that people added."""
    return FIELDS["roadmap"] | {PREFIX + field.name for field in custom_fields_of(product)}


def _checked(chosen: dict[str, Any], product: Product) -> dict[str, Any]:
    check_field(product, chosen.get("colour", ""))
    unknown = sorted(set(chosen.get("fields", ())) - FIELDS["roadmap"])
    if unknown:
        unknown = sorted(set(unknown) - fields_known(product))
    if unknown:
        raise Refusal(
            "audience.field_unknown", f"A roadmap has no field {', '.join(unknown)}. Nothing was changed."
        )
    listed = {name: sorted(set(chosen[name])) for name in ("fields", "statuses") if name in chosen}
    return chosen | listed


def require_reader(row: Audience | None, product: Product) -> None:
    """Refuse an audience of another product: its fields were chosen for another roadmap."""
    if row is not None and row.product_id != product.pk:
        raise Refusal("audience.other_product", f"{row.key} reads the roadmap of another product.")
