"""The doors to a project's register."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from northline.core.doors import opened
from northline.core.scope import Right, Scope
from northline.tracking.raid.models import Entry

T = TypeVar("T", bound=Entry)


def entry(scope: Scope, model: type[T], entry_id: UUID, *, right: Right = "read") -> T:
    """A line of the register, of that kind."""
    row: T = opened(scope, model.objects.select_related("owner"), entry_id, right=right)
    return row
