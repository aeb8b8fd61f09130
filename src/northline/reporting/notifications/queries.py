"""Reading how members want to be told."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from northline.accounts.models import Member
from northline.core.scope import Scope
from northline.reporting.notifications.models import NotificationSettings


def settings_of(scope: Scope) -> NotificationSettings:
    """The member's settings; where they chose nothing yet, what that amounts to."""
    rows = NotificationSettings.objects.select_related("member")
    mine = rows.filter(member_id=scope.member_id).first()
    return mine or NotificationSettings(member=Member.objects.get(pk=scope.member_id))


def quiet_until(member_id: UUID | None, now: datetime) -> datetime | None:
    """When the member may be disturbed again; None where they may be now, as somebody who is no member always may."""
    rows = NotificationSettings.objects.select_related("member")
    row = rows.filter(member_id=member_id).first() if member_id else None
    return row.quiet().until(now) if row else None
