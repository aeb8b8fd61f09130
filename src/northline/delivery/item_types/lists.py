"""The list of types of work."""

from __future__ import annotations

from northline.core.listing.listings import Field, Listing, register
from northline.delivery.item_types import access, actions, schemas
from northline.delivery.models import ItemType


def register_all() -> None:
    register(
        Listing(
            "item_type",
            rows=ItemType.objects.all,
            out=schemas.ItemTypeOut,
            fields=(
                Field("description", "text", writes="description", sorts=False),
                Field("icon", "choice", options=tuple(ItemType.Icon.values), writes="icon"),
                Field("colour", "choice", options=tuple(ItemType.Colour.values), writes="colour"),
                Field("position", "number", label="Order", writes="position", sums=False),
            ),
            patch=schemas.ItemTypePatch,
            revise=actions.revise_item_type,
            product=None,
            narrowed=lambda rows, scope: rows if access.may_read(scope) else rows.none(),
            sort="position",
            customisable=False,
        )
    )
