"""Addresses of notifications."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from ninja import Router

from northline.reporting.notifications import actions, queries, schemas
from northline.reporting.notifications.models import NotificationSettings

router = Router(tags=["reporting"])


@router.get("/notifications", response=schemas.NotificationsOut, operation_id="read_notifications")
def read_notifications(request: Any) -> Any:
    """How you are told what is in your inbox, and when not."""
    return _shown(queries.settings_of(request.member_scope))


@router.put("/notifications", response=schemas.NotificationsOut, operation_id="choose_notifications")
def choose_notifications(request: Any, body: schemas.NotificationsIn) -> Any:
    """Say whether messages are mailed to you and shown by your browser, and when not."""
    by = request.member_scope
    origin = f"{request.scheme}://{request.get_host()}"
    return _shown(actions.choose(body.model_dump(), origin=origin, by=by))


def _shown(row: NotificationSettings) -> dict[str, Any]:
    names = schemas.NotificationsIn.model_fields.keys() - {"time_zone"}
    chosen = row.member.time_zone
    shown = {name: getattr(row, name) for name in names} | {"time_zone": chosen}
    return shown | {"quiet_until": row.quiet().until(timezone.now()) if chosen else None}
