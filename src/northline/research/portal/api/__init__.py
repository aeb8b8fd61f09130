"""Addresses of portals for members, joined."""

from ninja import Router

from northline.research.portal.api.changelog import router as changelog
from northline.research.portal.api.portals import router as portals
from northline.research.portal.api.posts import router as posts
from northline.research.portal.api.voices import router as voices

router = Router(tags=["portal"])
for part in (portals, posts, voices, changelog):
    router.add_router("", part)

__all__ = ["router"]
