"""Addresses of reporting: throughline, gaps, search, home, inbox, shares."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Header, Router
from pydantic import AwareDatetime

from northline.core import editing, kinds, paging, throttle
from northline.core.edge import written
from northline.core.fulltext import finding
from northline.core.http import caller_address
from northline.core.schemas import IfMatch, Page
from northline.products.access import readable_product
from northline.reporting import gaps as broken
from northline.reporting import home as homes
from northline.reporting import inbox as inboxes
from northline.reporting import schemas
from northline.reporting import throughline as lines
from northline.reporting.audiences.access import audience as audience_at
from northline.reporting.exports.files import Format
from northline.reporting.models import Share
from northline.reporting.shares import actions as shares
from northline.reporting.shares import public as shared
from northline.reporting.shares import revising
from northline.reporting.shares.framing import address_of, origins_of

# So many days of looks are told.
DAYS = 90
router = Router(tags=["reporting"])
public = Router(tags=["shared"])


@router.get(
    "/throughline/{kind}/{object_id}", response=schemas.ThroughlineOut, operation_id="read_throughline"
)
def read_throughline(request: Any, kind: str, object_id: UUID) -> Any:
    """Why an object exists, back to the evidence, and what it leads to, down to the tasks."""
    return lines.throughline(request.member_scope, kind, object_id)


@router.get("/gaps", response=list[schemas.GapsOut], operation_id="list_gaps")
def list_gaps(request: Any, product_id: UUID | None = None) -> Any:
    """Where the line is broken."""
    if product_id:
        readable_product(request.member_scope, product_id)
    return written(broken.gaps(request.member_scope, product_id=product_id))


@router.get("/search", response=list[schemas.FoundOut], operation_id="search")
def search(
    request: Any, q: str = "", kinds: str = "", product_id: UUID | None = None, limit: int = 60
) -> Any:
    """Objects of any kind in whose key, title, labels, words, comments or updates `q` stands, the best first.

    Words may go on, "phrases" stand as they are, -words are absent. `kinds` is a list with commas.
    """
    only = frozenset(name for name in kinds.split(",") if name)
    most = max(1, min(limit, finding.MOST))
    return finding.found(request.member_scope, q, only=only, product_id=product_id, most=most)


@router.get("/home", response=schemas.HomeOut, operation_id="read_home")
def read_home(request: Any) -> Any:
    """What waits for you today."""
    return homes.home(request.member_scope)


@router.get("/inbox", response=schemas.InboxOut, operation_id="read_inbox")
def read_inbox(request: Any) -> Any:
    """Other people's changes that concern you."""
    return inboxes.inbox(request.member_scope)


@router.post("/inbox/seen", response={204: None}, operation_id="mark_inbox_seen")
def mark_inbox_seen(request: Any, body: schemas.Seen) -> Any:
    inboxes.mark_seen(request.member_scope, seq=body.seq)
    return 204, None


@router.get("/shares", response=Page[schemas.ShareOut], operation_id="list_shares")
def list_shares(request: Any, cursor: str | None = None, limit: int = 50) -> Any:
    """The share links of what you manage, newest first."""
    scope = request.member_scope
    rows = shares.managed(Share.objects.filter(workspace_id=scope.workspace_id), scope)
    return paging.page(shares.with_looks(rows), schemas.show_share, cursor=cursor, limit=limit)


@router.post("/shares", response={201: schemas.ShareMade}, operation_id="open_share")
def open_share(request: Any, body: schemas.ShareIn) -> Any:
    """Share a product's roadmap or a project's timeline at a public address."""
    kinds.object_at(
        request.member_scope, "product" if body.view == "roadmap" else "project", body.object_id, right="plan"
    )
    audience = audience_at(request.member_scope, body.audience_id) if body.audience_id else None
    row, token = shares.open_share(
        **body.model_dump(exclude={"audience_id", "frozen", "framed_by"}),
        framed_by=origins_of(body.framed_by),
        audience=audience,
        freeze=shared.frozen if body.frozen else None,
        by=request.member_scope,
    )
    return 201, schemas.show_share(row) | {"address": address_of(request, token)}


@router.delete("/shares/{share_id}", response=schemas.ShareOut, operation_id="close_share")
def close_share(request: Any, share_id: UUID) -> Any:
    """Close a share link at once."""
    return schemas.show_share(
        shares.close_share(shares.share_for(request.member_scope, share_id), by=request.member_scope)
    )


@router.patch("/shares/{share_id}", response=schemas.ShareOut, operation_id="edit_share")
def edit_share(request: Any, share_id: UUID, body: schemas.SharePatch, if_match: IfMatch = None) -> Any:
    """Change an open share; its address stays."""
    row = shares.share_for(request.member_scope, share_id)
    fields = body.model_dump(exclude_unset=True)
    if "framed_by" in fields:
        fields["framed_by"] = origins_of(fields["framed_by"])
    expected = editing.expected_version(if_match)
    revising.revise_share(row, expected=expected, fields=fields, by=request.member_scope)
    return schemas.show_share(shares.with_looks(Share.objects.filter(pk=row.pk)).get())


@router.get("/shares/{share_id}/looks", response=list[schemas.LooksOut], operation_id="list_share_looks")
def list_share_looks(request: Any, share_id: UUID) -> Any:
    """On which days a share was opened, and how often, the latest first."""
    return shares.share_for(request.member_scope, share_id).visits.order_by("-day")[:DAYS]


@public.get("/public/shares/{token}", response=schemas.SharedOut, operation_id="read_shared")
def read_shared(
    request: Any, token: str, ticket: Annotated[str | None, Header(alias="Northline-Share-Ticket")] = None
) -> Any:
    """What a share shows. Needs no sign-in; a share with a password needs a ticket."""
    row = shares.open_share_at(token)
    shares.check_ticket(row, ticket)
    return shared.shown(row)


@public.post("/public/shares/{token}/looks", response={204: None}, operation_id="look_at_shared")
def look_at_shared(
    request: Any, token: str, ticket: Annotated[str | None, Header(alias="Northline-Share-Ticket")] = None
) -> Any:
    """A reader has opened a share. Counted by day; who it was is not kept."""
    row = shares.open_share_at(token)
    shares.check_ticket(row, ticket)
    throttle.ration(f"look:{row.pk}:{caller_address(request)}", tries=60, within=timedelta(hours=1))
    shared.count_visit(row)
    return 204, None


@public.get("/public/shares/{token}/news", response=schemas.SharedNewsOut, operation_id="read_shared_news")
def read_shared_news(
    request: Any,
    token: str,
    since: AwareDatetime,
    ticket: Annotated[str | None, Header(alias="Northline-Share-Ticket")] = None,
) -> Any:
    """What changed on a shared roadmap since a reader last looked, which only their browser knows."""
    row = shares.open_share_at(token)
    shares.check_ticket(row, ticket)
    throttle.ration(f"news:{row.pk}:{caller_address(request)}", tries=60, within=timedelta(hours=1))
    return shared.news(row, since=since)


@public.get("/public/shares/{token}/file", response=bytes, operation_id="download_shared")
def download_shared(
    request: Any,
    token: str,
    format: Format = "pdf",
    ticket: Annotated[str | None, Header(alias="Northline-Share-Ticket")] = None,
) -> HttpResponse:
    """A shared roadmap as a file. Calendars subscribe to it as iCalendar."""
    row = shares.open_share_at(token)
    shares.check_ticket(row, ticket)
    return shared.downloaded(row, format)


@public.post("/public/shares/{token}/unlock", response=schemas.Ticket, operation_id="unlock_shared")
def unlock_shared(request: Any, token: str, body: schemas.Unlock) -> Any:
    """Trade a share's password for a ticket."""
    row = shares.open_share_at(token)
    return {"ticket": shares.unlock(row, body.password, caller=caller_address(request))}
