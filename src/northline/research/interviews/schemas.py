"""What requests for and answers of interviews look like."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from northline.core.schemas import In, Out, Ref, Text, Writable
from northline.core.scope import Scope
from northline.research.models import Interview, ResearchPolicy
from northline.research.schemas import named

Consent = Literal["internal", "quoted", "named"]
Version = Annotated[int, Field(ge=0, description="The version being changed; 0 where there is none yet.")]
Participant = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200), Writable]


class InterviewIn(In):
    version: Version
    participant: Participant = ""
    consent_on: date | None = None
    consent: Consent = "internal"
    keep_until: date | None = Field(
        None,
        description="The last day on which it is kept; without one as long as the workspace's policy says.",
    )


class InterviewOut(Out):
    """`participant` is null for whoever may not contribute; what was erased names nobody."""

    insight: Ref
    customer: Ref | None
    version: int
    participant: str | None
    consent_on: date | None
    consent: Consent
    keep_until: date
    erased_at: datetime | None


class ErasureIn(In):
    reason: Text = ""


class ResearchPolicyIn(In):
    version: Version
    keep_days: Annotated[int, Field(ge=1, le=3_650)]
    erases: Literal["participant", "words"]


class ResearchPolicyOut(Out):
    """`erases`: the participant's name alone, or the words of the insight and what was quoted of them too."""

    version: int
    keep_days: int
    erases: Literal["participant", "words"]
    can: dict[str, bool]


def show_interview(row: Interview, scope: Scope) -> dict[str, Any]:
    return {
        "insight": named(row.insight),
        "customer": named(row.insight.customer),
        "version": row.version,
        "participant": row.participant if scope.may("contribute", row.place()) else None,
        "consent_on": row.consent_on,
        "consent": row.consent,
        "keep_until": row.keep_until,
        "erased_at": row.erased_at,
    }


def show_policy(row: ResearchPolicy, scope: Scope) -> dict[str, Any]:
    return {
        "version": 0 if row._state.adding else row.version,
        "keep_days": row.keep_days,
        "erases": row.erases,
        "can": {"edit": scope.may("administer", row.place())},
    }
