"""The doors to canvases."""

from __future__ import annotations

from uuid import UUID

from northline.core.doors import opened
from northline.core.scope import Right, Scope
from northline.strategy.canvases.models import Canvas, CanvasVersion, Statement


def canvas(scope: Scope, canvas_id: UUID, *, right: Right = "read") -> Canvas:
    return opened(scope, Canvas.objects.all(), canvas_id, right=right)


def canvas_version(scope: Scope, version_id: UUID, *, right: Right = "read") -> CanvasVersion:
    rows = CanvasVersion.objects.select_related("canvas", "created_by")
    return opened(scope, rows, version_id, right=right)


def statement(scope: Scope, statement_id: UUID, *, right: Right = "read") -> Statement:
    return opened(scope, Statement.objects.select_related("canvas", "vision"), statement_id, right=right)
