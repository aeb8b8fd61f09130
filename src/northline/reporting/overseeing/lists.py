"""What the list of initiatives tells of how each goes: the newest update counts."""

from __future__ import annotations

from django.db.models import CharField, DateTimeField, OuterRef, Subquery, TextField
from django.db.models import Field as Column

from northline.core.listing.listings import Field, tell_more
from northline.reporting.overseeing.models import InitiativeUpdate


def _newest(name: str, column: Column) -> Subquery:  # type: ignore[type-arg]
    updates = InitiativeUpdate.objects.filter(initiative=OuterRef("pk")).order_by("-created_at", "-pk")
    return Subquery(updates.values(name)[:1], output_field=column)


def register_all() -> None:
    tell_more(
        "initiative",
        Field(
            "health",
            "choice",
            options=tuple(InitiativeUpdate.Health.values),
            value=_newest("health", CharField()),
            description="What the newest update says.",
        ),
        Field("update", "text", label="Last update", value=_newest("words", TextField()), sorts=False),
        Field("update_at", "datetime", label="Last update on", value=_newest("created_at", DateTimeField())),
    )
