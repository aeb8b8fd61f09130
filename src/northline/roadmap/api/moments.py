"""Addresses of the roadmap's past, its lint and its text."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing
from northline.core.schemas import IfMatch
from northline.products.access import product_for, readable_product
from northline.roadmap import access
from northline.roadmap.actions import moments as actions
from northline.roadmap.actions import writing
from northline.roadmap.queries import history, lint
from northline.roadmap.queries import text as texts
from northline.roadmap.schemas import moments as schemas

router = Router()
LAST_LOOK = "last-look"


@router.get(
    "/products/{product_id}/roadmap/past", response=schemas.PastRoadmap, operation_id="read_past_roadmap"
)
def read_past_roadmap(request: Any, product_id: UUID, at: str = "") -> Any:
    """The roadmap as it was: at the end of a day, at a time, or after the change of a number."""
    product = readable_product(request.member_scope, product_id)
    return history.told_at(product, history.moment(product, at))


@router.get(
    "/products/{product_id}/roadmap/differences",
    response=schemas.DifferencesOut,
    operation_id="compare_roadmaps",
)
def compare_roadmaps(request: Any, product_id: UUID, since: str, until: str = "") -> Any:
    """What differs between two moments; without `until` between one and now. `since` may be `last-look`: the newest
    change that you had seen when you came to the roadmap."""
    product, scope = readable_product(request.member_scope, product_id), request.member_scope
    last = history.moment(product, until)
    first = history.last_look(scope, product) if since == LAST_LOOK else history.moment(product, since)
    first = last if first is None else first
    return {
        "since": first,
        "until": last,
        "differences": [one._asdict() for one in history.differences_between(product, first, last)],
    }


@router.get(
    "/products/{product_id}/snapshots", response=list[schemas.SnapshotOut], operation_id="list_snapshots"
)
def list_snapshots(request: Any, product_id: UUID) -> Any:
    product = readable_product(request.member_scope, product_id)
    return [schemas.show_snapshot(row, request.member_scope) for row in history.snapshots_of(product.pk)]


@router.post(
    "/products/{product_id}/snapshots", response={201: schemas.SnapshotOut}, operation_id="take_snapshot"
)
def take_snapshot(request: Any, product_id: UUID, body: schemas.SnapshotIn) -> Any:
    """Name the roadmap as it is now."""
    product = product_for(request.member_scope, product_id, right="contribute")
    row = actions.take_snapshot(product, title=body.title, by=request.member_scope)
    return 201, schemas.show_snapshot(row, request.member_scope)


@router.post(
    "/snapshots/{snapshot_id}/archival", response=schemas.SnapshotOut, operation_id="archive_snapshot"
)
def archive_snapshot(request: Any, snapshot_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.snapshot(request.member_scope, snapshot_id, right="steer")
    row = editing.archive(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_snapshot(row, request.member_scope)


@router.get(
    "/products/{product_id}/roadmap/findings",
    response=list[schemas.FindingOut],
    operation_id="lint_roadmap",
)
def lint_roadmap(request: Any, product_id: UUID) -> Any:
    """What is wrong with the roadmap, and what would mend it."""
    product = readable_product(request.member_scope, product_id)
    return [schemas.show_finding(found) for found in lint.findings_of(product, request.member_scope)]


@router.get(
    "/products/{product_id}/roadmap/policy", response=schemas.PolicyOut, operation_id="read_roadmap_policy"
)
def read_roadmap_policy(request: Any, product_id: UUID) -> Any:
    product = readable_product(request.member_scope, product_id)
    return schemas.show_policy(lint.policy_of(product.pk))


@router.put(
    "/products/{product_id}/roadmap/policy", response=schemas.PolicyOut, operation_id="set_roadmap_policy"
)
def set_roadmap_policy(request: Any, product_id: UUID, body: schemas.PolicyIn) -> Any:
    """Say what fits into a bucket and when an item is stale."""
    product = product_for(request.member_scope, product_id, right="steer")
    fields = body.model_dump(exclude={"version"})
    row = actions.expect(product, expected=body.version, fields=fields, by=request.member_scope)
    return schemas.show_policy(row)


@router.get(
    "/products/{product_id}/roadmap/text", response=schemas.TextOut, operation_id="write_roadmap_text"
)
def write_roadmap_text(request: Any, product_id: UUID) -> Any:
    """The roadmap as YAML, for review beside code."""
    product = readable_product(request.member_scope, product_id)
    return {"seq": history.moment(product, ""), "text": texts.written(product)}


@router.post(
    "/products/{product_id}/roadmap/text", response=schemas.TextChanges, operation_id="read_roadmap_text"
)
def read_roadmap_text(request: Any, product_id: UUID, body: schemas.TextIn) -> Any:
    """Make the roadmap what the YAML says, all or nothing; `preview` only tells what would change."""
    product = product_for(request.member_scope, product_id, right="steer")
    changes = writing.read_text(
        product,
        text=body.text,
        preview=body.preview,
        seq=body.seq,
        reason=body.reason,
        acknowledge=body.acknowledge,
        by=request.member_scope,
    )
    return {"applied": not body.preview, "changes": changes}
