"""What the list of initiatives tells of how each goes: the newest update counts."""

from __future__ import annotations

from northline.core.listing.listings import Field, tell_more
from northline.reporting.overseeing.models import InitiativeUpdate
from northline.reporting.overseeing.queries import newest


def register_all() -> None:
    tell_more(
        "initiative",
        Field(
            "health",
            "choice",
            options=tuple(InitiativeUpdate.Health.values),
            value=newest("health"),
            description="What the newest update says.",
        ),
        Field("update", "text", label="Last update", value=newest("words"), sorts=False),
        Field("update_at", "datetime", label="Last update on", value=newest("created_at")),
    )
