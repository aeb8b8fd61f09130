"""The doors to themes."""

from __future__ import annotations

from uuid import UUID

from northline.core.doors import opened
from northline.core.scope import Right, Scope
from northline.strategy.themes.models import Theme


def theme(scope: Scope, theme_id: UUID, *, right: Right = "read") -> Theme:
    return opened(scope, Theme.objects.select_related("owner"), theme_id, right=right)
