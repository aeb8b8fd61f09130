"""Addresses of personas, jobs to be done, competitors and research coverage, joined."""

from ninja import Router

from northline.research.market.api.comparison import router as comparison
from northline.research.market.api.competitors import router as competitors
from northline.research.market.api.coverage import router as coverage
from northline.research.market.api.criteria import router as criteria
from northline.research.market.api.jobs import router as jobs
from northline.research.market.api.personas import router as personas

router = Router(tags=["research"])
for part in (personas, jobs, competitors, criteria, comparison, coverage):
    router.add_router("", part)

__all__ = ["router"]
