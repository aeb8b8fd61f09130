"""The verbs of notifications: say how one wants to be told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from northline.accounts.models import Member
from northline.core import changes
from northline.core.refusal import Refusal
from northline.core.scope import Scope
from northline.reporting.notifications.models import NotificationSettings


@transaction.atomic
def choose(said: Mapping[str, Any], *, origin: str, by: Scope) -> NotificationSettings:
    """Say how one wants to be told. A habit of one's own: no change of the workspace.

    Raises Refusal `notifications.half_hours` or `notifications.always_quiet`.
    """
    member = Member.objects.select_for_update(of=("self",)).get(pk=by.member_id)
    mine = NotificationSettings.objects.select_for_update(of=("self",)).filter(member=member).first()
    row = mine or NotificationSettings(workspace_id=by.workspace_id)
    row.member = member
    was_off = row.mail == NotificationSettings.Mail.OFF
    for name, value in said.items():
        setattr(member if name == "time_zone" else row, name, value)
    row.quiet_days = sorted(set(row.quiet_days))
    _require_some_voice(row)
    row.origin = origin
    now = timezone.now()
    if row.mail == NotificationSettings.Mail.OFF:
        row.next_at = None
    else:
        row.next_at = row.quiet().until(now) or now
        if was_off:
            row.mailed_seq = changes.newest(by.workspace_id)
    Member.objects.filter(pk=member.pk).update(time_zone=member.time_zone)
    row.save()
    return row


def _require_some_voice(row: NotificationSettings) -> None:
    if (row.quiet_from is None) != (row.quiet_to is None):
        raise Refusal(
            "notifications.half_hours",
            "Quiet hours need a beginning and an end. Give both or neither. Nothing was changed.",
        )
    if row.quiet().never_ends():
        raise Refusal(
            "notifications.always_quiet",
            "That leaves no hour in which anything could arrive. Leave a gap, or switch mail and browser notices off. "
            "Nothing was changed.",
        )
