"""Addresses of discovery, joined."""

from ninja import Router

from northline.research.discovery.api.assumptions import router as assumptions
from northline.research.discovery.api.experiments import router as experiments
from northline.research.discovery.api.tree import router as tree

router = Router(tags=["discovery"])
for part in (assumptions, experiments, tree):
    router.add_router("", part)

__all__ = ["router"]
