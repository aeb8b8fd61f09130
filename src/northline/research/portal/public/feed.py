"""The changelog as an Atom feed, by Django's own syndication."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import linebreaks
from django.views.decorators.http import require_safe

from northline.accounts.mail import address
from northline.core.edge import problem
from northline.core.refusal import Refusal
from northline.research.portal.public.queries import published
from northline.research.portal.rules import cleaned, one_line
from northline.research.portal.visiting import Visit, inside

MOST = 50
UTC = ZoneInfo("UTC")


@require_safe
def changelog_feed(request: HttpRequest, slug: str) -> HttpResponseBase:
    """What is new, the newest fifty entries. A portal that is not open to the reader is not found."""
    try:
        visit = inside(request, slug)
    except Refusal as refusal:
        return problem(request, refusal)
    response = HttpResponse(content_type="application/atom+xml; charset=utf-8")
    _feed(visit, request).write(response, "utf-8")
    return response


def _feed(visit: Visit, request: HttpRequest) -> Any:
    page = address(request.build_absolute_uri("/"), f"/p/{visit.portal.slug}/changelog")
    feed = Atom1Feed(
        title=one_line(visit.portal.title),
        link=page,
        description=cleaned(visit.portal.intro),
        feed_url=f"{page}.atom",
    )
    for row in published(visit.portal)[:MOST]:
        feed.add_item(
            title=one_line(row.title),
            link=f"{page}#{row.pk}",
            # Readers take it for HTML.
            description=linebreaks(cleaned(row.words), autoescape=True),
            unique_id=f"urn:uuid:{row.pk}",
            pubdate=datetime.combine(row.day, time(), tzinfo=UTC),
            updateddate=row.published_at,
            categories=[row.sort],
        )
    return feed
