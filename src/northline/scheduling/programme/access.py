"""The doors to links between projects: whoever plans the project that waits makes them, changes them and parts them."""

from __future__ import annotations

from uuid import UUID

from northline.core.doors import opened
from northline.core.scope import Right, Scope
from northline.scheduling.programme.models import CrossLink


def cross_link(scope: Scope, link_id: UUID, *, right: Right = "read") -> CrossLink:
    row: CrossLink = opened(scope, CrossLink.objects.all(), link_id, right=right)
    return row
