"""The address of the portfolio."""

from __future__ import annotations

from typing import Any

from ninja import Router

from northline.core.edge import written
from northline.core.listing.conditions import parsed
from northline.reporting.portfolio import queries, schemas

router = Router(tags=["overseeing"])


@router.get("/portfolio", response=schemas.PortfolioOut, operation_id="read_portfolio")
def read_portfolio(request: Any, by: schemas.By = "product", q: str = "", where: str = "") -> Any:
    """What your products are about to do: rolled up by product, theme or goal, with health, confidence and capacity.

    Which initiatives are meant is said as for a list: `q` and `where`.
    """
    scope = request.member_scope
    found = queries.portfolio(scope, by=by, q=q, where=parsed(where))
    return written(schemas.show_portfolio(by, found, scope))
