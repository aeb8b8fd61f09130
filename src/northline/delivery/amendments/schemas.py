"""What amendments look like over the API."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Any, ClassVar, Literal
from uuid import UUID

from pydantic import StringConstraints

from northline.accounts.models import Member
from northline.core.richtext import RichText, plain_text
from northline.core.schemas import In, ObjectOut, Out, Patch, Ref, Text, Who, object_fields, ref, who
from northline.core.scope import Scope
from northline.delivery.amendments.access import Side, may_sign
from northline.delivery.amendments.models import Amendment
from northline.delivery.schemas import Criteria

Term = Literal["scope", "deadline", "success_criteria", "project_manager_id"]
TERMS: tuple[Term, ...] = ("scope", "deadline", "success_criteria", "project_manager_id")


class AmendmentIn(Patch):
    """The terms that are to change; what is left out stays. `side` is the one that is signed for with it."""

    NULLABLE: ClassVar = frozenset({"deadline", "project_manager_id"})

    side: Side
    reason: Annotated[Text, StringConstraints(min_length=1)]
    scope: RichText | None = None
    deadline: date | None = None
    success_criteria: Criteria | None = None
    project_manager_id: UUID | None = None


class SignatureIn(In):
    side: Side


class AmendmentDecline(In):
    reason: Annotated[Text, StringConstraints(min_length=1)]


class AmendedTerm(Out):
    """What a term was and would be, line by line: a day, a name, criteria, the paragraphs of a scope."""

    term: Term
    was: list[str]
    now: list[str]


class AmendmentOut(ObjectOut):
    """`can.sign_product` and `can.sign_project`: whose signature is missing, as far as the reader may give it."""

    charter: Ref
    state: Literal["proposed", "agreed", "declined"]
    reason: str
    differences: list[AmendedTerm]
    proposed_by: Who | None
    product_by: Who | None
    product_at: datetime | None
    project_by: Who | None
    project_at: datetime | None
    declined_by: Who | None
    declined_at: datetime | None
    decline_reason: str


class AmendmentsOut(Out):
    """The amendments of a charter, newest first; `sides` are those for which the reader may propose one now."""

    items: list[AmendmentOut]
    sides: list[Side]


def show_amendment(row: Amendment, scope: Scope) -> dict[str, Any]:
    return show_amendments([row], scope)[0]


def show_amendments(rows: Sequence[Amendment], scope: Scope) -> list[dict[str, Any]]:
    """The answers of several amendments: one query for the names in all."""
    ids = {
        said["project_manager_id"]
        for row in rows
        for said in (row.terms, row.was)
        if said.get("project_manager_id")
    }
    names = {str(row.pk): row.name for row in Member.objects.filter(pk__in=ids)} if ids else {}
    return [_shown(row, scope, names) for row in rows]


def _shown(row: Amendment, scope: Scope, names: dict[str, str]) -> dict[str, Any]:
    waits = row.state == Amendment.State.PROPOSED
    sides: tuple[Side, ...] = ("product", "project")
    mine = [side for side in sides if may_sign(scope, row.charter, side)]
    can = {
        f"sign_{side}": waits and side in mine and getattr(row, f"{side}_at") is None for side in sides
    } | {"decline": waits and bool(mine)}
    people = ("proposed_by", "product_by", "project_by", "declined_by")
    plain = ("state", "reason", "product_at", "project_at", "declined_at", "decline_reason")
    return (
        object_fields(row, can=can)
        | {name: getattr(row, name) for name in plain}
        | {name: who(getattr(row, name)) for name in people}
        | {
            "charter": ref(row.charter),
            "differences": [
                {"term": term, "was": _lines(row.was, term, names), "now": _lines(row.terms, term, names)}
                for term in TERMS
                if term in row.terms
            ],
        }
    )


def _lines(said: dict[str, Any], term: Term, names: dict[str, str]) -> list[str]:
    value = said[term]
    if not value:
        return []
    if term == "scope":
        return [line for line in plain_text(value).splitlines() if line.strip()]
    if term == "project_manager_id":
        return [names.get(value, "")]
    return list(value) if term == "success_criteria" else [value]
