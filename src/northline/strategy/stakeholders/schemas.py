"""What requests and answers about stakeholders and sign-off look like."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Any, ClassVar, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from northline.core.listing.listings import alias_of
from northline.core.schemas import (
    In,
    Line,
    ObjectOut,
    Out,
    PartOut,
    Patch,
    Text,
    Title,
    Who,
    Writable,
    object_fields,
    part,
)
from northline.core.scope import Scope
from northline.strategy.stakeholders import rules
from northline.strategy.stakeholders.models import Stakeholder, Telling, Verdict
from northline.strategy.stakeholders.queries import Signed, SignedOff

Attitude = Literal["champion", "supportive", "neutral", "critical", "opposed"]
Box = Literal["statement", "target_group", "needs", "product", "business_goals"]
BoxName = Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,40}$")]
Hundred = Annotated[int, Field(ge=0, le=100)]
Short = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200), Writable]
Said = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=10_000), Writable]


class StakeholderIn(In):
    """`boxes` are those of the vision that concern them; none named: all. Power and interest are 0 to 100."""

    title: Title
    member_id: UUID | None = None
    organisation: Short = ""
    position: Short = ""
    power: Hundred = 50
    interest: Hundred = 50
    attitude: Attitude = "neutral"
    concerns: Text = ""
    boxes: list[Box] = []


class StakeholderPatch(Patch):
    NULLABLE: ClassVar = frozenset({"member_id"})

    title: Title | None = None
    member_id: UUID | None = None
    organisation: Short | None = None
    position: Short | None = None
    power: Hundred | None = None
    interest: Hundred | None = None
    attitude: Attitude | None = None
    concerns: Text | None = None
    boxes: list[Box] | None = None


class TellingIn(In):
    """`version_id` is the version of the vision that they saw."""

    summary: Said
    channel: Annotated[str, StringConstraints(strip_whitespace=True, max_length=60), Writable] = ""
    version_id: UUID | None = None


class TellingOut(Out):
    id: UUID
    at: datetime
    by: Who | None
    channel: str
    summary: str
    version: int | None


class TellingLineOut(TellingOut, PartOut):
    """A telling in a list, as a part of what is known of its stakeholder."""


class VerdictOut(Out):
    """`version` is the number of the version it was said of."""

    word: Literal["agree", "reservation", "objection"]
    text: str
    at: datetime
    version: int
    content_hash: str


class VerdictLineOut(VerdictOut, PartOut):
    """A verdict in a list, as a part of what is known of its stakeholder; `stands` while they said nothing else of that
    version."""

    id: UUID
    document_kind: str
    document_id: UUID
    stands: bool


class StakeholderOut(ObjectOut):
    product_id: UUID
    member: Who | None
    organisation: str
    position: str
    power: int
    interest: int
    attitude: Attitude
    concerns: str
    boxes: list[Box]


class RegisteredOut(StakeholderOut):
    last_told: TellingOut | None
    last_verdict: VerdictOut | None


class SignOffIn(In):
    """Boxes marked `material` are asked about of everybody for whom they changed, whatever concerns them."""

    material: Annotated[list[BoxName], Field(max_length=20)] = []


class VerdictIn(In):
    """`content_hash` names what was read."""

    word: Literal["agree", "reservation", "objection"]
    text: Text = ""
    content_hash: Line


class SignedOut(Out):
    """`asked` of this version; otherwise nothing that concerns them changed and their earlier word stands."""

    stakeholder_id: UUID
    name: str
    member: Who | None
    asked: bool
    verdict: VerdictOut | None
    earlier: VerdictOut | None


class SignOffOut(Out):
    """`alignment` 0 to 1 is the share of those who agree; `mine` when one is asked oneself and has not answered."""

    version_id: UUID
    number: int
    content_hash: str
    asked_by: Who | None
    asked_at: datetime
    material: list[str]
    people: list[SignedOut]
    alignment: float | None
    mine: bool


def show_stakeholder(row: Stakeholder, scope: Scope) -> dict[str, Any]:
    rights = scope.rights_at(row.place())
    can = {"edit": "steer" in rights, "contribute": "contribute" in rights}
    names = ("product_id", "member", "organisation", "position", "power", "interest", "attitude", "concerns")
    return object_fields(row, can=can) | {name: getattr(row, name) for name in (*names, "boxes")}


def show_registered(
    row: Stakeholder, scope: Scope, *, told: Telling | None, said: Verdict | None
) -> dict[str, Any]:
    return show_stakeholder(row, scope) | {
        "last_told": show_telling(told) if told else None,
        "last_verdict": show_verdict(said) if said else None,
    }


def show_telling(row: Telling) -> dict[str, Any]:
    return {
        "id": row.pk,
        "at": row.created_at,
        "by": row.by,
        "channel": row.channel,
        "summary": row.summary,
        "version": row.version.number if row.version else None,
    }


def show_telling_lines(rows: Iterable[Telling], scope: Scope) -> list[dict[str, Any]]:
    return [show_telling(row) | part(row, row.stakeholder) for row in rows]


def show_verdict_lines(rows: Iterable[Any], scope: Scope) -> list[dict[str, Any]]:
    return [
        show_verdict(row)
        | part(row, row.stakeholder)
        | {
            "document_kind": row.sign_off.document_kind,
            "document_id": row.sign_off.document_id,
            "stands": getattr(row, alias_of("stands")),
        }
        for row in rows
    ]


def show_verdict(row: Verdict) -> dict[str, Any]:
    return {
        "word": row.word,
        "text": row.text,
        "at": row.created_at,
        "version": row.sign_off.number,
        "content_hash": row.content_hash,
    }


def show_sign_off(found: SignedOff, scope: Scope) -> dict[str, Any]:
    row = found.sign_off
    return {
        "version_id": row.document_id,
        "number": row.number,
        "content_hash": row.content_hash,
        "asked_by": row.asked_by,
        "asked_at": row.created_at,
        "material": row.material,
        "people": [_signed(each) for each in found.people],
        "alignment": rules.alignment(each.word for each in found.people),
        "mine": any(
            each.asked and each.verdict is None and each.stakeholder.member_id == scope.member_id
            for each in found.people
        ),
    }


def _signed(each: Signed) -> dict[str, Any]:
    return {
        "stakeholder_id": each.stakeholder.pk,
        "name": each.stakeholder.title,
        "member": each.stakeholder.member,
        "asked": each.asked,
        "verdict": show_verdict(each.verdict) if each.verdict else None,
        "earlier": show_verdict(each.earlier) if each.earlier else None,
    }
