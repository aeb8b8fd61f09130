"""The verbs of the morning list: put a finding to sleep, wake it."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from northline.core.refusal import NotFound, Refusal
from northline.core.scope import Scope
from northline.reporting.morning.models import Snooze
from northline.reporting.morning.queries import Morning, morning_of
from northline.reporting.morning.rules import weight_of

LONGEST = timedelta(days=92)


@transaction.atomic
def snooze(finding: str, *, until: date, by: Scope) -> Morning:
    """Let a finding of the member's own list sleep up to a day. A habit of one's own: no change of the workspace.

    Raises Refusal `morning.until`, NotFound for what is not on the list (any more).
    """
    today = timezone.localdate()
    if not today < until <= today + LONGEST:
        raise Refusal(
            "morning.until", "Choose a day from tomorrow, three months ahead at most. Nothing was changed."
        )
    now = morning_of(by)
    found = next((one for one in [*now.awake, *(one for one, _ in now.asleep)] if one.id == finding), None)
    if found is None:
        raise NotFound("finding")
    said = {"until": until, "weight": weight_of(found, today=today), "workspace_id": by.workspace_id}
    Snooze.objects.update_or_create(member_id=by.member_id, finding=finding, defaults=said)
    return morning_of(by)


@transaction.atomic
def wake(finding: str, *, by: Scope) -> Morning:
    """Show a finding again. Raises NotFound where it does not sleep."""
    gone, _ = Snooze.objects.filter(member_id=by.member_id, finding=finding).delete()
    if not gone:
        raise NotFound("finding")
    return morning_of(by)
