"""Addresses of research, joined."""

from ninja import Router

from northline.research.api.customers import router as customers
from northline.research.api.ideas import router as ideas
from northline.research.api.insights import router as insights
from northline.research.api.opportunities import router as opportunities
from northline.research.highlights.api import router as highlights
from northline.research.interviews.api import router as interviews
from northline.research.mergers.api import router as mergers

router = Router(tags=["research"])
for part in (customers, insights, opportunities, ideas, highlights, mergers, interviews):
    router.add_router("", part)

__all__ = ["router"]
