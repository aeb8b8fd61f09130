"""Addresses of the whole of a product's roadmap, its lanes and its initiatives."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing, paging
from northline.core.edge import written
from northline.core.listing.conditions import parsed
from northline.core.schemas import IfMatch, Page
from northline.products.access import product_for, readable_product
from northline.roadmap import access
from northline.roadmap.actions import initiatives as actions
from northline.roadmap.actions import lanes, moving, together
from northline.roadmap.queries import items as queries
from northline.roadmap.queries.plain import plain_initiatives_of
from northline.roadmap.schemas import items as schemas
from northline.roadmap.schemas import whole
from northline.roadmap.schemas.moving import MovesIn, MovesOut, show_moves
from northline.strategy.schemas import ObjectiveOut, show_objective

router = Router(tags=["roadmap"])


@router.get("/products/{product_id}/roadmap", response=whole.RoadmapOut, operation_id="read_roadmap")
def read_roadmap(request: Any, product_id: UUID) -> Any:
    """Every lane, initiative, dependency and milestone of the product, and the promises that are open."""
    product, scope = readable_product(request.member_scope, product_id), request.member_scope
    # Read first: what happens meanwhile is told again, never missed.
    seq, rows = queries.newest_seq(scope.workspace_id), plain_initiatives_of(product.pk)
    answer = {
        "seq": seq,
        "lanes": [schemas.show_lane(row, scope) for row in queries.lanes_of(product.pk)],
        "initiatives": [schemas.show_initiative(row, scope) for row in rows],
        "dependencies": [schemas.show_dependency(row) for row in queries.dependencies_of(product.pk)],
        "milestones": [schemas.show_milestone(row, scope) for row in queries.milestones_of(product.pk)],
        "rollups": queries.rollups_of(rows),
        "promises": [whole.show_open_promise(row) for row in queries.open_promises_of(product.pk)],
    }
    return written(answer)


@router.get(
    "/products/{product_id}/roadmap/matching",
    response=whole.MatchingOut,
    operation_id="match_initiatives",
)
def match_initiatives(request: Any, product_id: UUID, q: str = "", where: str = "[]") -> Any:
    """Which initiatives of the product meet the conditions, as those of a list are written."""
    product = readable_product(request.member_scope, product_id)
    return {"ids": queries.matching_ids(request.member_scope, product.pk, q=q, where=parsed(where))}


@router.post(
    "/products/{product_id}/roadmap/edits",
    response=list[schemas.InitiativeOut],
    operation_id="edit_initiatives",
)
def edit_initiatives(request: Any, product_id: UUID, body: whole.RoadmapEdits) -> Any:
    """Edit several initiatives, all or none, as one deed."""
    product = product_for(request.member_scope, product_id, right="steer")
    edits = [
        together.Edit(one.id, one.version, one.fields.model_dump(exclude_unset=True, exclude=schemas.AROUND))
        for one in body.edits
    ]
    rows = together.revise_together(
        product, edits=edits, by=request.member_scope, reason=body.reason, acknowledge=body.acknowledge
    )
    return [schemas.show_initiative(row, request.member_scope) for row in rows]


@router.post("/products/{product_id}/roadmap/arrivals", response=MovesOut, operation_id="move_initiatives")
def move_initiatives(request: Any, product_id: UUID, body: MovesIn) -> Any:
    """Move initiatives of other products, with all that lies in them, to this one: all or none."""
    product = product_for(request.member_scope, product_id, right="steer")
    done = moving.move_initiatives(
        product,
        named=[moving.Named(one.id, one.version) for one in body.initiatives],
        by=request.member_scope,
        reason=body.reason,
        only_look=body.dry_run,
    )
    return show_moves(*done)


@router.post("/products/{product_id}/lanes", response={201: schemas.LaneOut}, operation_id="add_lane")
def add_lane(request: Any, product_id: UUID, body: schemas.LaneIn) -> Any:
    product = product_for(request.member_scope, product_id, right="steer")
    row = lanes.add_lane(product, **body.model_dump(), by=request.member_scope)
    return 201, schemas.show_lane(row, request.member_scope)


@router.get("/lanes/{lane_id}", response=schemas.LaneOut, operation_id="read_lane")
def read_lane(request: Any, lane_id: UUID) -> Any:
    return schemas.show_lane(access.lane(request.member_scope, lane_id), request.member_scope)


@router.patch("/lanes/{lane_id}", response=schemas.LaneOut, operation_id="edit_lane")
def edit_lane(request: Any, lane_id: UUID, body: schemas.LanePatch, if_match: IfMatch = None) -> Any:
    row = access.lane(request.member_scope, lane_id, right="steer")
    expected, fields = editing.expected_version(if_match), body.model_dump(exclude_unset=True)
    row = editing.revise(row, expected=expected, fields=fields, by=request.member_scope)
    return schemas.show_lane(row, request.member_scope)


@router.delete("/lanes/{lane_id}", response=schemas.LaneOut, operation_id="retire_lane")
def retire_lane(request: Any, lane_id: UUID, if_match: IfMatch = None) -> Any:
    """Archive an empty lane."""
    row = access.lane(request.member_scope, lane_id, right="steer")
    row = lanes.retire_lane(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_lane(row, request.member_scope)


@router.delete("/lanes/{lane_id}/archival", response=schemas.LaneOut, operation_id="restore_lane")
def restore_lane(request: Any, lane_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.lane(request.member_scope, lane_id, right="steer")
    row = editing.restore(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_lane(row, request.member_scope)


@router.get("/initiatives", response=Page[schemas.InitiativeOut], operation_id="list_initiatives")
def list_initiatives(
    request: Any,
    product_id: UUID | None = None,
    q: str = "",
    status: str = "",
    horizon: str = "",
    lane_id: UUID | None = None,
    theme_id: UUID | None = None,
    owner_id: UUID | None = None,
    archived: bool = False,
    cursor: str | None = None,
    limit: int = 50,
) -> Any:
    """Initiatives, newest first."""
    rows = queries.initiatives(
        request.member_scope,
        product_id=product_id,
        q=q,
        status=status,
        horizon=horizon,
        lane_id=lane_id,
        theme_id=theme_id,
        owner_id=owner_id,
        archived=archived,
    )
    return paging.page(
        rows, lambda row: schemas.show_initiative(row, request.member_scope), cursor=cursor, limit=limit
    )


@router.post("/initiatives", response={201: schemas.InitiativeOut}, operation_id="add_initiative")
def add_initiative(request: Any, body: schemas.InitiativeIn) -> Any:
    product = product_for(request.member_scope, body.product_id, right="steer")
    row = actions.add_initiative(
        product, fields=body.model_dump(exclude={"product_id"}), by=request.member_scope
    )
    return 201, schemas.show_initiative(row, request.member_scope)


@router.get("/initiatives/{initiative_id}", response=schemas.InitiativeOut, operation_id="read_initiative")
def read_initiative(request: Any, initiative_id: UUID) -> Any:
    return schemas.show_initiative(
        access.initiative(request.member_scope, initiative_id), request.member_scope
    )


@router.patch("/initiatives/{initiative_id}", response=schemas.InitiativeOut, operation_id="edit_initiative")
def edit_initiative(
    request: Any, initiative_id: UUID, body: schemas.InitiativePatch, if_match: IfMatch = None
) -> Any:
    row = access.initiative(request.member_scope, initiative_id, right="steer")
    row = actions.revise_initiative(
        row,
        expected=editing.expected_version(if_match),
        fields=body.model_dump(exclude_unset=True, exclude=schemas.AROUND),
        by=request.member_scope,
        reason=body.reason,
        acknowledge=body.acknowledge,
    )
    return schemas.show_initiative(row, request.member_scope)


@router.post(
    "/initiatives/{initiative_id}/archival", response=schemas.InitiativeOut, operation_id="archive_initiative"
)
def archive_initiative(
    request: Any, initiative_id: UUID, body: schemas.Breaking | None = None, if_match: IfMatch = None
) -> Any:
    row = access.initiative(request.member_scope, initiative_id, right="steer")
    around = body or schemas.Breaking()
    row = actions.archive_initiative(
        row,
        expected=editing.expected_version(if_match),
        by=request.member_scope,
        reason=around.reason,
        acknowledge=around.acknowledge,
    )
    return schemas.show_initiative(row, request.member_scope)


@router.delete(
    "/initiatives/{initiative_id}/archival", response=schemas.InitiativeOut, operation_id="restore_initiative"
)
def restore_initiative(request: Any, initiative_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.initiative(request.member_scope, initiative_id, right="steer")
    row = editing.restore(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_initiative(row, request.member_scope)


@router.get(
    "/initiatives/{initiative_id}/objectives",
    response=list[ObjectiveOut],
    operation_id="list_advanced_objectives",
)
def list_advanced_objectives(request: Any, initiative_id: UUID) -> Any:
    """The objectives that an initiative advances, with where they stand."""
    row = access.initiative(request.member_scope, initiative_id)
    found = queries.objectives_of(request.member_scope, row)
    return [show_objective(each, request.member_scope) for each in found]
