"""What requests and answers of overseeing look like."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from northline.core.schemas import In, Out, Text, Who
from northline.reporting.overseeing.models import InitiativeUpdate

Said = Literal["on_track", "at_risk", "off_track"]


class UpdateIn(In):
    """`words` may be left out only where all is on track."""

    health: Said
    words: Text = ""


class UpdateOut(Out):
    """`chance`, 0 to 1, is that of being finished by `window_finish`, as the plan had it `at` that moment."""

    id: UUID
    health: Said
    words: str
    by: Who | None
    at: datetime
    window_finish: date | None
    chance: float | None
    p50: date | None
    p85: date | None


def show_update(row: InitiativeUpdate) -> dict[str, Any]:
    names = ("id", "health", "words", "by", "window_finish", "chance", "p50", "p85")
    return {name: getattr(row, name) for name in names} | {"at": row.created_at}
