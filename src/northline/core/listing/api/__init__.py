"""Addresses of lists, saved views and custom fields."""

from __future__ import annotations

from ninja import Router

from northline.core.listing.api.custom_fields import router as custom_fields
from northline.core.listing.api.lists import router as lists
from northline.core.listing.api.views import router as views

router = Router(tags=["lists"])
for part in (lists, views, custom_fields):
    router.add_router("", part)
