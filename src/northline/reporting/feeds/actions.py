"""Make and revoke the addresses of one's calendars. They are a member's own, as sessions are: no change records them."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from northline.accounts.tokens import hash_of, new_token
from northline.core.refusal import NotFound, Refusal
from northline.core.scope import Scope
from northline.delivery import access
from northline.reporting.feeds.models import CalendarFeed


def own_feeds(scope: Scope) -> QuerySet[CalendarFeed]:
    """The member's calendars that are open, with their projects."""
    mine = CalendarFeed.objects.filter(workspace_id=scope.workspace_id, member_id=scope.member_id)
    return mine.filter(revoked_at=None).select_related("project").order_by("created_at", "pk")


@transaction.atomic
def make_feed(project_id: UUID | None, *, by: Scope) -> tuple[CalendarFeed, str]:
    """A calendar and the secret of its address, told this once. The address that there was for the same ends."""
    project = access.project(by, project_id) if project_id else None
    own_feeds(by).filter(project=project).update(revoked_at=timezone.now())
    token, token_hash = new_token()
    row = CalendarFeed.objects.create(
        workspace_id=by.workspace_id, member_id=by.member_id, project=project, token_hash=token_hash
    )
    return row, token


def revoke_feed(feed_id: UUID, *, by: Scope) -> None:
    """Nobody reads the calendar by its address any more."""
    if not own_feeds(by).filter(pk=feed_id).update(revoked_at=timezone.now()):
        raise NotFound("calendar")


def feed_at(token: str) -> CalendarFeed:
    """The open calendar of an address whose owner is still a member, or a refusal."""
    rows = CalendarFeed.objects.select_related("member__person", "member__workspace", "project")
    row = rows.filter(token_hash=hash_of(token), revoked_at=None, member__suspended_at=None).first()
    if row is None or not row.member.person.is_active:
        raise closed()
    return row


def closed() -> Refusal:
    return Refusal("feed.closed", "This calendar is closed. Ask its owner for a new address.", status=404)
