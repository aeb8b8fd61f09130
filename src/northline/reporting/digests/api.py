"""Addresses of digests."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils import timezone
from ninja import Router

from northline.core import editing, paging
from northline.core.schemas import IfMatch, Page
from northline.products.access import product_for
from northline.reporting.audiences.access import audience as audience_at
from northline.reporting.digests import access, actions, schemas, sending
from northline.reporting.digests.letters import letter_of
from northline.reporting.digests.models import DigestIssue
from northline.strategy.stakeholders.access import stakeholder

router = Router(tags=["digests"])
public = Router(tags=["digests"])
ONE = "/digests/{digest_id}"
READER = "/public/digests/by-token/{token}"


@router.get("/products/{product_id}/digests", response=list[schemas.DigestOut], operation_id="list_digests")
def list_digests(request: Any, product_id: UUID) -> Any:
    """Who of a product's stakeholders is told by mail, and how often."""
    product_for(request.member_scope, product_id, right="steer")
    rows = access.whole().filter(product_id=product_id, archived_at=None).order_by("title", "pk")
    return [schemas.show_digest(row, request.member_scope) for row in rows]


@router.post(
    "/stakeholders/{stakeholder_id}/digest", response={201: schemas.DigestOut}, operation_id="arrange_digest"
)
def arrange_digest(request: Any, stakeholder_id: UUID, body: schemas.DigestIn) -> Any:
    """Prepare a stakeholder's digest. Nothing is sent before it is switched on."""
    scope = request.member_scope
    person = stakeholder(scope, stakeholder_id, right="steer")
    fields = body.model_dump()
    audience = audience_at(scope, fields.pop("audience_id"))
    made = actions.arrange(person, audience=audience, fields=fields, by=scope)
    return 201, schemas.show_digest(access.digest(scope, made.pk), scope)


@router.get(ONE, response=schemas.DigestOut, operation_id="read_digest")
def read_digest(request: Any, digest_id: UUID) -> Any:
    return schemas.show_digest(access.digest(request.member_scope, digest_id), request.member_scope)


@router.patch(ONE, response=schemas.DigestOut, operation_id="edit_digest")
def edit_digest(request: Any, digest_id: UUID, body: schemas.DigestPatch, if_match: IfMatch = None) -> Any:
    scope = request.member_scope
    row, expected = access.digest(scope, digest_id), editing.expected_version(if_match)
    fields = body.model_dump(exclude_unset=True)
    if "audience_id" in fields:
        fields["audience"] = audience_at(scope, fields.pop("audience_id"))
    actions.revise(row, expected=expected, fields=fields, by=scope)
    return schemas.show_digest(access.digest(scope, digest_id), scope)


@router.post(f"{ONE}/delivery", response=schemas.DigestOut, operation_id="switch_digest_on")
def switch_digest_on(request: Any, digest_id: UUID, if_match: IfMatch = None) -> Any:
    """Send it from now on while there is news."""
    scope = request.member_scope
    row, expected = access.digest(scope, digest_id), editing.expected_version(if_match)
    actions.switch_on(row, expected=expected, origin=f"{request.scheme}://{request.get_host()}", by=scope)
    return schemas.show_digest(access.digest(scope, digest_id), scope)


@router.delete(f"{ONE}/delivery", response=schemas.DigestOut, operation_id="switch_digest_off")
def switch_digest_off(request: Any, digest_id: UUID, if_match: IfMatch = None) -> Any:
    scope = request.member_scope
    row, expected = access.digest(scope, digest_id), editing.expected_version(if_match)
    actions.switch_off(row, expected=expected, by=scope)
    return schemas.show_digest(access.digest(scope, digest_id), scope)


@router.get(f"{ONE}/preview", response=schemas.LetterOut, operation_id="preview_digest")
def preview_digest(request: Any, digest_id: UUID) -> Any:
    """The mail as it would be sent now."""
    row = access.digest(request.member_scope, digest_id)
    since = sending.since_of(row, due=timezone.now())
    return schemas.show_letter(letter_of(row, since=since), since=since)


@router.get(f"{ONE}/issues", response=Page[schemas.IssueOut], operation_id="list_digest_issues")
def list_digest_issues(request: Any, digest_id: UUID, cursor: str | None = None, limit: int = 20) -> Any:
    """What went out, the newest first."""
    row = access.digest(request.member_scope, digest_id)
    rows = DigestIssue.objects.filter(digest=row)
    return paging.page(rows, schemas.show_issue, cursor=cursor, limit=limit)


@public.get(READER, response=schemas.SubscriptionOut, operation_id="read_digest_subscription")
def read_digest_subscription(request: Any, token: str) -> Any:
    """What the link at the end of a digest is about. Needs no sign-in."""
    return schemas.show_subscription(access.digest_at(token))


@public.post(
    f"{READER}/unsubscription", response=schemas.SubscriptionOut, operation_id="unsubscribe_from_digest"
)
def unsubscribe_from_digest(request: Any, token: str) -> Any:
    """End a digest by its reader's word; mail programs ask this by themselves (RFC 8058)."""
    return schemas.show_subscription(actions.unsubscribe(access.digest_at(token)))


@public.delete(
    f"{READER}/unsubscription", response=schemas.SubscriptionOut, operation_id="allow_digest_again"
)
def allow_digest_again(request: Any, token: str) -> Any:
    """Take the no back. It is for whoever arranged the digest to switch it on again."""
    return schemas.show_subscription(actions.subscribe_again(access.digest_at(token)))
