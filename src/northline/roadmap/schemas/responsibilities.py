"""What is asked and answered about responsibilities."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

from django.utils import timezone
from pydantic import Field

from northline.core.schemas import In, Out, Ref, ref
from northline.core.scope import Scope
from northline.roadmap.queries.responsibilities import Held, in_force
from northline.roadmap.rules.responsibilities import FUNCTIONS, NOBODY, ROLES, Person, Said, Side, Standing

Function = StrEnum("Function", [(name, name) for name in FUNCTIONS])  # type: ignore[misc]


class HoldingIn(In):
    """Who is accountable, shares, is consulted before and informed after; the deputy answers for
    the accountable from the first day, or from now on, up to and including the last day."""

    accountable: tuple[UUID, ...] = Field(default=(), max_length=20)
    shares: tuple[UUID, ...] = Field(default=(), max_length=50)
    consulted: tuple[UUID, ...] = Field(default=(), max_length=50)
    informed: tuple[UUID, ...] = Field(default=(), max_length=50)
    deputy_id: UUID | None = None
    deputy_from: date | None = None
    deputy_until: date | None = None

    def said(self) -> Said:
        return Said(**self.model_dump(include=set(HoldingIn.model_fields)))


class FunctionShareIn(HoldingIn):
    """What is said of one function; of the product's own where there is no `initiative_id`. `version` is what the row had
    before all that is said of it here."""

    initiative_id: UUID | None = None
    function: Function
    version: Annotated[int, Field(ge=1)]

    def told(self) -> dict[str, Any]:
        return {
            "initiative_id": self.initiative_id,
            "function": self.function.value,
            "expected": self.version,
        }


class FunctionSharesIn(In):
    shares: list[FunctionShareIn] = Field(min_length=1, max_length=200)


class HolderOut(Out):
    """A member; not `active` where they left or were suspended, so that somebody else must be found."""

    id: UUID
    name: str
    active: bool


class HoldingOut(Out):
    """`answering` are those to be asked today; `deputy` stands in from `deputy_from`, which may be yet to come; `inherited` where the product says it and the initiative does not."""

    function: str
    side: Side
    standing: Standing
    inherited: bool
    accountable: list[HolderOut]
    shares: list[HolderOut]
    consulted: list[HolderOut]
    informed: list[HolderOut]
    answering: list[HolderOut]
    deputy: HolderOut | None
    deputy_from: date | None
    deputy_until: date | None


class SheetOut(Out):
    """The twelve functions of one initiative, or of a product; `version` is what an edit names."""

    subject: Ref
    version: int
    functions: list[HoldingOut]
    can: dict[str, bool]


class ResponsibilitiesOut(Out):
    """A product's own sheet and one page of its initiatives'."""

    product: SheetOut
    items: list[SheetOut]
    next: str | None


def show_sheet(row: Any, held: Held, scope: Scope) -> dict[str, Any]:
    """The sheet of an initiative or, where the row is a product, the product's own."""
    own = None if row.KIND == "product" else row.pk
    return {
        "subject": ref(row),
        "version": row.version,
        "functions": [_holding(function, own, held) for function in FUNCTIONS],
        "can": {"edit": scope.may("plan", row.place())},
    }


def _holding(function: str, initiative: UUID | None, held: Held) -> Mapping[str, Any]:
    inherited = (initiative, function) not in held
    holding = in_force(held, initiative, function)
    today = timezone.localdate()
    deputy = holding.handed_to(today)
    return {
        "function": function,
        "side": FUNCTIONS[function],
        "standing": holding.standing(today),
        "inherited": inherited and initiative is not None and holding is not NOBODY,
        **{role: [_person(one) for one in getattr(holding, role)] for role in ROLES},
        "answering": [_person(one) for one in holding.answering(today)],
        "deputy": _person(deputy) if deputy else None,
        "deputy_from": holding.since if deputy else None,
        "deputy_until": holding.until if deputy else None,
    }


def _person(person: Person) -> dict[str, Any]:
    return {"id": person.id, "name": person.name, "active": person.active}
