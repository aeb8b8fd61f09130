"""What requests and answers of digests look like."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from northline.accounts.schemas import Email
from northline.core.schemas import In, ObjectOut, Out, Patch, Ref, Who, object_fields, ref
from northline.core.scope import Scope
from northline.reporting.digests.letters import Letter, address_of
from northline.reporting.digests.models import Digest, DigestIssue

Frequency = Literal["daily", "weekly", "monthly"]
Weekday = Annotated[int, Field(ge=0, le=6)]


class DigestIn(In):
    """Without `email` it goes to the member's own address. `weekday`, Monday is 0, counts where it is weekly."""

    audience_id: UUID
    email: Email | Literal[""] = ""
    frequency: Frequency = "weekly"
    weekday: Weekday = 0


class DigestPatch(Patch):
    audience_id: UUID | None = None
    email: Email | Literal[""] | None = None
    frequency: Frequency | None = None
    weekday: Weekday | None = None


class DigestOut(ObjectOut):
    """`to` is the address it goes to, empty where there is none; `next_at` when the next is due, while it is on."""

    product_id: UUID
    stakeholder: Ref
    audience: Ref
    email: str
    to: str
    frequency: Frequency
    weekday: int
    on: bool
    begun_by: Who | None
    next_at: datetime | None
    unsubscribed_at: datetime | None


class LetterOut(Out):
    """The digest as it would be sent now; without `news` it would not be."""

    to: str
    subject: str
    text: str
    html: str
    news: int
    since: datetime


class IssueOut(Out):
    """`news` counts what it told; `since` to `until` is what it is about."""

    id: UUID
    day: date
    state: Literal["waiting", "handed_over", "sent", "quiet", "dropped"]
    since: datetime | None
    until: datetime | None
    subject: str
    news: int


class SubscriptionOut(Out):
    """What a reader learns by the link in their digest."""

    product: str
    name: str
    frequency: Frequency
    unsubscribed: bool


def show_digest(row: Digest, scope: Scope) -> dict[str, Any]:
    names = ("product_id", "email", "frequency", "weekday", "begun_by", "next_at", "unsubscribed_at")
    return (
        object_fields(row, can={"edit": scope.may("steer", row.place())})
        | {name: getattr(row, name) for name in names}
        | {
            "stakeholder": ref(row.stakeholder),
            "audience": ref(row.audience),
            "to": address_of(row),
            "on": row.begun_at is not None,
        }
    )


def show_letter(letter: Letter, *, since: datetime) -> dict[str, Any]:
    names = ("to", "subject", "text", "html", "news")
    return {name: getattr(letter, name) for name in names} | {"since": since}


def show_issue(row: DigestIssue) -> dict[str, Any]:
    names = ("id", "day", "state", "since", "until", "subject", "news")
    return {name: getattr(row, name) for name in names}


def show_subscription(row: Digest) -> dict[str, Any]:
    return {
        "product": row.product.title,
        "name": row.stakeholder.title,
        "frequency": row.frequency,
        "unsubscribed": row.unsubscribed_at is not None,
    }
