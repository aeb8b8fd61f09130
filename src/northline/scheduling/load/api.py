"""Addresses of load: the heat map, what is behind it, demand by role, who is free."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from ninja import Query, Router

from northline.core.edge import written
from northline.core.refusal import NotFound
from northline.core.scope import Scope
from northline.delivery.access import project
from northline.delivery.resources import access
from northline.products.access import readable_product
from northline.scheduling.load import breaking, demand, free, lonely, overloads, schemas
from northline.scheduling.load.heat import Asked, By, Heat, heat_of, shown

router = Router(tags=["load"])
Named = Annotated[str, Query(max_length=60)]
Level = Annotated[int, Query(ge=1, le=5)]


def _heat(scope: Scope, first: date, last: date, whose: schemas.Whose) -> Heat:
    """The heat of these days and of those who are meant, each of which the reader may see."""
    if whose.project_id:
        project(scope, whose.project_id)
    if whose.product_id:
        readable_product(scope, whose.product_id)
    for resource_id in (whose.role_id, whose.team_id):
        if resource_id:
            access.resource(scope, resource_id)
    return heat_of(scope, Asked(first, last, **whose.model_dump()))


@router.get("/load", response=schemas.HeatOut, operation_id="read_load")
def read_load(request: Any, first: date, last: date, whose: Query[schemas.Whose], by: By = "week") -> Any:
    """Load against capacity of everybody you may see, over all projects that you may read."""
    return written(shown(_heat(request.member_scope, first, last, whose), by))


@router.get("/load/overloads", response=schemas.OverloadsOut, operation_id="list_overloads")
def list_overloads(
    request: Any,
    first: date,
    last: date,
    whose: Query[schemas.Whose],
    limit: Annotated[int, Query(ge=1, le=overloads.MOST)] = 20,
) -> Any:
    """Who has more to do than they can, from when to when, the largest first, and what that breaks: which work would have
    to wait until when, and how the plans would go then."""
    heat = _heat(request.member_scope, first, last, whose)
    return written(breaking.overloads_breaking(heat, limit=limit))


@router.get("/load/demand", response=schemas.DemandOut, operation_id="read_demand")
def read_demand(request: Any, first: date, last: date, by: By = "month", soft: bool = False) -> Any:
    """Demand against capacity by role, and work that nobody is named for, with who could take it."""
    heat = heat_of(request.member_scope, Asked(first, last, soft=soft))
    waiting = {"unfilled": demand.unfilled_of(heat), "nobody_on": lonely.nobody_on(heat)}
    return written(demand.demand_of(heat, by) | waiting)


@router.get("/load/free", response=schemas.FreePeople, operation_id="list_free_people")
def list_free_people(
    request: Any,
    first: date,
    last: date,
    whose: Query[schemas.Whose],
    by: By = "week",
    skill: Named = "",
    level: Level = 1,
    and_skill: Named = "",
    and_level: Level = 1,
    hours: Annotated[float, Query(ge=0, le=100_000)] = 0.0,
) -> Any:
    """Who has time when between these days, and the skills at these levels or better where some are named; whoever has
    all of the hours soonest comes first."""
    heat = _heat(request.member_scope, first, last, whose)
    wanted = [(name, least) for name, least in ((skill, level), (and_skill, and_level)) if name.strip()]
    return written(free.free_when(heat, wanted, by, needed=hours * 60))


@router.get("/resources/{resource_id}/load", response=schemas.CellOut, operation_id="read_resource_load")
def read_resource_load(request: Any, resource_id: UUID, first: date, last: date, soft: bool = True) -> Any:
    """What a resource works on between these days, of the projects that you may read."""
    scope: Scope = request.member_scope
    asked = Asked(first, last, resource_ids=(resource_id,), soft=soft)
    heat = heat_of(scope, asked)
    if not heat.resources:
        access.resource(scope, resource_id)
        raise NotFound("load")
    return written(overloads.cell_of(heat))
