"""The list of products."""

from __future__ import annotations

from northline.core.listing.listings import Listing, register
from northline.products.models import Product
from northline.products.schemas import ProductOut, ProductPatch


def register_all() -> None:
    register(
        Listing(
            "product",
            rows=Product.objects.all,
            out=ProductOut,
            fields=(),
            patch=ProductPatch,
            # Everything hangs on a product: it is never put away.
            archive=None,
            product="pk",
            sort="title",
            customisable=False,
        )
    )
