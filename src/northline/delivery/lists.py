"""The lists of delivery."""

from __future__ import annotations

from typing import Any

from northline.core.listing.listings import Field, Listing, register
from northline.core.scope import Scope
from northline.delivery import actions, schemas
from northline.delivery.models import Project


def _revise(row: Project, *, expected: int, fields: dict[str, Any], by: Scope, reason: str = "") -> Project:
    return actions.revise_project(row, expected=expected, fields=fields, by=by)


def register_all() -> None:
    register(
        Listing(
            "project",
            rows=lambda: Project.objects.select_related("product"),
            out=schemas.ProjectOut,
            fields=(
                Field("code", "text"),
                Field("start", "date", text_date=True),
                Field("deadline", "date", text_date=True),
                Field("status_date", "date", text_date=True),
            ),
            patch=schemas.ProjectPatch,
            revise=_revise,
            project="pk",
        )
    )
