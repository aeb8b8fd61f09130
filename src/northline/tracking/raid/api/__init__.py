"""Addresses of a project's register, joined."""

from ninja import Router

from northline.tracking.raid.api.deeds import router as deeds
from northline.tracking.raid.api.lines import routers

router = Router(tags=["tracking"])
for part in (deeds, *routers):
    router.add_router("", part)

__all__ = ["router"]
