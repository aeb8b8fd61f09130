"""Addresses of links between projects, and of projects on one line of time."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core.edge import written
from northline.core.editing import expected_version
from northline.core.listing.conditions import parsed
from northline.core.schemas import IfMatch
from northline.scheduling.programme import access, actions, queries, reading, schemas

router = Router(tags=["programme"])
HERE = "/cross-links/{link_id}"


@router.get("/projects-in-time", response=schemas.ProjectsInTime, operation_id="read_projects_in_time")
def read_projects_in_time(request: Any, q: str = "", where: str = "", by: str = "") -> Any:
    """The projects on one line of time: their ends and chances, milestones, links, and what decides their end together.

    Which projects are meant is said as for a list: `q` and `where`. `fields` tells of each only the field `by`, by which
    they are grouped.
    """
    return written(reading.timeline_of_projects(request.member_scope, q=q, where=parsed(where), by=by))


@router.post("/cross-links", response={201: schemas.CrossingOut}, operation_id="link_across")
def link_across(request: Any, body: schemas.CrossLinkIn) -> Any:
    """Let an item of a project that you plan wait for an item of another project that you may read."""
    scope = request.member_scope
    row = actions.link_across(
        body.before, body.after, by=scope, **body.model_dump(exclude={"before", "after"})
    )
    return 201, queries.shown_link(row, scope)


@router.patch(HERE, response=schemas.CrossingOut, operation_id="link_across_otherwise")
def link_across_otherwise(
    request: Any, link_id: UUID, body: schemas.CrossLinkHow, if_match: IfMatch = None
) -> Any:
    """Change the type or the lag of a link between projects."""
    scope = request.member_scope
    row = access.cross_link(scope, link_id, right="plan")
    changed = actions.link_otherwise(row, expected=expected_version(if_match), by=scope, **body.model_dump())
    return queries.shown_link(changed, scope)


@router.delete(HERE, response={204: None}, operation_id="part_across")
def part_across(request: Any, link_id: UUID, reason: str = "") -> Any:
    """Let an item wait no longer for one of another project."""
    scope = request.member_scope
    actions.part_across(access.cross_link(scope, link_id, right="plan"), by=scope, reason=reason)
    return 204, None
