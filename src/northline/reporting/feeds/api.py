"""Addresses of calendars to subscribe to."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseNotModified
from ninja import Router

from northline.reporting.feeds import actions, reading, schemas

router = Router(tags=["calendars"])
public = Router(tags=["calendars"])
MINE = "/me/calendar-feeds"


@router.get(MINE, response=list[schemas.CalendarFeedOut], operation_id="list_calendar_feeds")
def list_calendar_feeds(request: Any) -> Any:
    """Your calendars that can be subscribed to; not their addresses, which nobody knows but whoever copied them."""
    return [schemas.show_feed(row) for row in actions.own_feeds(request.member_scope)]


@router.post(MINE, response={201: schemas.CalendarFeedMade}, operation_id="make_calendar_feed")
def make_calendar_feed(request: Any, body: schemas.CalendarFeedIn) -> Any:
    """Make the address of a calendar. One that there was for the same ends."""
    row, token = actions.make_feed(body.project_id, by=request.member_scope)
    address = request.build_absolute_uri(f"/api/public/calendars/{token}.ics")
    return 201, schemas.show_feed(row) | {"address": address}


@router.delete(f"{MINE}/{{feed_id}}", response={204: None}, operation_id="revoke_calendar_feed")
def revoke_calendar_feed(request: Any, feed_id: UUID) -> Any:
    """Let nobody read the calendar by its address any more."""
    actions.revoke_feed(feed_id, by=request.member_scope)
    return 204, None


@public.get("/public/calendars/{token}.ics", response=bytes, operation_id="read_calendar_feed")
def read_calendar_feed(request: Any, token: str) -> Any:
    """The calendar (RFC 5545), for programs that subscribe to it. Needs no sign-in."""
    made, tag = reading.calendar_of(actions.feed_at(token))
    if request.headers.get("If-None-Match", "").strip().removeprefix("W/") == f'"{tag}"':
        answer: HttpResponse = HttpResponseNotModified()
    else:
        answer = HttpResponse(made, content_type="text/calendar; charset=utf-8")
    answer["ETag"] = f'"{tag}"'
    answer["Cache-Control"] = "private, max-age=300"
    return answer
