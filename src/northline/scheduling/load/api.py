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
from northline.scheduling.load import demand, overloads, schemas
from northline.scheduling.load.heat import Asked, By, heat_of, shown

router = Router(tags=["load"])


@router.get("/load", response=schemas.HeatOut, operation_id="read_load")
def read_load(
    request: Any,
    first: date,
    last: date,
    by: By = "week",
    project_id: UUID | None = None,
    product_id: UUID | None = None,
    role_id: UUID | None = None,
    team_id: UUID | None = None,
    soft: bool = False,
) -> Any:
    """Load against capacity of everybody you may see, over all projects that you may read."""
    scope: Scope = request.member_scope
    if project_id:
        project(scope, project_id)
    if product_id:
        readable_product(scope, product_id)
    for resource_id in (role_id, team_id):
        if resource_id:
            access.resource(scope, resource_id)
    asked = Asked(first, last, project_id, product_id, role_id, team_id, soft=soft)
    return written(shown(heat_of(scope, asked), by))


@router.get("/load/overloads", response=list[schemas.OverloadOut], operation_id="list_overloads")
def list_overloads(
    request: Any, first: date, last: date, project_id: UUID | None = None, soft: bool = False
) -> Any:
    """Who has more to do than they can, from when to when, and what that breaks."""
    if project_id:
        project(request.member_scope, project_id)
    heat = heat_of(request.member_scope, Asked(first, last, project_id, soft=soft))
    return written(overloads.overloads_of(heat))


@router.get("/load/demand", response=schemas.DemandOut, operation_id="read_demand")
def read_demand(request: Any, first: date, last: date, by: By = "month", soft: bool = False) -> Any:
    """Demand against capacity by role, and work that nobody is named for, with who could take it."""
    heat = heat_of(request.member_scope, Asked(first, last, soft=soft))
    waiting = {"unfilled": demand.unfilled_of(heat), "nobody_on": demand.nobody_on(heat)}
    return written(demand.demand_of(heat, by) | waiting)


@router.get("/load/free", response=list[schemas.FreeOut], operation_id="list_free_people")
def list_free_people(
    request: Any,
    first: date,
    last: date,
    skill: Annotated[str, Query(max_length=60)] = "",
    level: Annotated[int, Query(ge=1, le=5)] = 1,
    hours: Annotated[float, Query(ge=0, le=100_000)] = 0.0,
    soft: bool = False,
) -> Any:
    """Who has time between these days, and the skill at this level or better where one is named."""
    heat = heat_of(request.member_scope, Asked(first, last, soft=soft))
    wanted = [(skill, level)] if skill.strip() else []
    able = [row for row in heat.resources if row.type == "person" and demand.has_skills(row, wanted)]
    return written(demand.free_of(heat, able, 0, len(heat.days()), needed=hours * 60))


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
