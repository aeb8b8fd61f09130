"""Whom products are for and what they are compared with: personas and whose voice is heard, jobs, competitors."""

from __future__ import annotations

from typing import Any

from bench.large.writer import Writer, written

from northline.accounts.models import Workspace
from northline.core.models import Link
from northline.products.models import Product
from northline.research.market.models import Competitor, Criterion, JobToBeDone, Persona, Rating
from northline.research.models import Customer, Insight, Opportunity

PERSONAS, JOBS, COMPETITORS, CRITERIA = 8, 20, 6, 12


def market(
    workspace: Workspace,
    product: Product,
    writer: Writer,
    *,
    insights: list[Insight],
    customers: list[Customer],
) -> None:
    """Half of the customers fits a persona, and of ten insights one says whose voice it is."""
    of: dict[str, Any] = {"workspace": workspace, "product": product}
    personas = written(
        Persona(key=f"PER-{n}", title=writer.text(2), share=writer.chance.randint(0, 100), **of)
        for n in range(PERSONAS)
    )
    jobs = written(
        JobToBeDone(key=f"JTBD-{n}", title=writer.text(6), importance=n % 10 + 1, satisfaction=3, **of)
        for n in range(JOBS)
    )
    rivals = written(Competitor(key=f"CMP-{n}", title=writer.text(2), **of) for n in range(COMPETITORS))
    criteria = written(
        Criterion(key=f"CRI-{n}", title=writer.text(2), position=n, **of) for n in range(CRITERIA)
    )
    written(
        Rating(workspace=workspace, criterion=one, competitor=rival, score=writer.chance.randint(0, 5))
        for one in criteria
        for rival in rivals
    )
    needs = list(Opportunity.objects.filter(product=product))
    pairs = [("fits", row, personas) for row in customers[::2]]
    pairs += [("speaks_for", row, personas) for row in insights[::10]]
    pairs += [("done_by", row, personas) for row in jobs]
    pairs += [("helps_with", row, jobs) for row in needs[::2]]
    written(_link(workspace, name, row, writer.chance.choice(ends)) for name, row, ends in pairs)


def _link(workspace: Workspace, name: str, source: Any, target: Any) -> Link:
    return Link(
        workspace=workspace, type=name, source_kind=source.KIND, source_id=source.pk, target_kind=target.KIND,
        target_id=target.pk,
    )  # fmt: skip
