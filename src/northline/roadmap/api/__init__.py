"""Addresses of the roadmap, joined."""

from ninja import Router

from northline.roadmap.api.graph import router as graph
from northline.roadmap.api.items import router as items
from northline.roadmap.api.launches import router as launches
from northline.roadmap.api.moments import router as moments
from northline.roadmap.api.promises import router as promises
from northline.roadmap.api.responsibilities import router as responsibilities

router = Router(tags=["roadmap"])
for part in (items, graph, promises, launches, moments, responsibilities):
    router.add_router("", part)

__all__ = ["router"]
