"""What requests and answers about themes look like."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, ClassVar
from uuid import UUID

from pydantic import Field, StringConstraints

from northline.core.richtext import RichText, ShownText, cleaned
from northline.core.schemas import Custom, In, ObjectOut, Out, Patch, Ref, Title, Who, object_fields, ref
from northline.core.scope import Scope
from northline.strategy.rules import span_of
from northline.strategy.themes.models import Theme
from northline.strategy.themes.queries import Weight

Colour = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, to_lower=True, max_length=20, pattern=r"^(#[0-9a-fA-F]{6}|[a-zA-Z]+)?$"
    ),
]
# No period at all is none to share out.
SharedPeriod = Annotated[
    str, StringConstraints(strip_whitespace=True, pattern=r"^\d{4}(-(Q[1-4]|H[12]|0[1-9]|1[0-2]))?$")
]
Percent = Annotated[int, Field(ge=0, le=100)]
Shares = Annotated[dict[SharedPeriod, Percent | None], Field(max_length=40)]


class ThemeIn(In):
    """`shares` are the per cents of all effort meant for it, by period; null is none."""

    product_id: UUID
    title: Title
    body: RichText = {}
    colour: Colour = ""
    owner_id: UUID | None = None
    shares: Shares = {}
    custom: Custom = {}


class ThemePatch(Patch):
    """`shares` changes the periods that it names; null takes a share away."""

    NULLABLE: ClassVar = frozenset({"owner_id"})

    title: Title | None = None
    body: RichText | None = None
    colour: Colour | None = None
    owner_id: UUID | None = None
    shares: Shares | None = None
    custom: Custom | None = None


class ThemeOut(ObjectOut):
    product_id: UUID
    body: ShownText
    colour: str
    owner: Who | None
    shares: dict[str, int]


class WeightOut(Out):
    """`theme` is null for work outside of all. `intended` and `actual` are per cents of all work in the period,
    `difference` in percentage points; `planned` and `done` are person-days."""

    theme: Ref | None
    colour: str
    intended: int | None
    actual: float | None
    difference: float | None
    planned: float
    done: float
    initiatives: int


class BalanceOut(Out):
    period: str
    first: date
    last: date
    intended: int
    days: float
    items: list[WeightOut]


def show_theme(row: Theme, scope: Scope) -> dict[str, Any]:
    rights = scope.rights_at(row.place())
    can = {"edit": "steer" in rights, "contribute": "contribute" in rights}
    return object_fields(row, can=can) | {
        "product_id": row.product_id,
        "body": cleaned(row.body),
        "colour": row.colour,
        "owner": row.owner,
        "shares": row.shares,
    }


def show_balance(period: str, found: list[Weight]) -> dict[str, Any]:
    span = span_of(period)
    assert span is not None
    return {
        "period": period,
        "first": span[0],
        "last": span[1],
        "intended": sum(each.intended or 0 for each in found),
        "days": sum(each.effort.planned for each in found),
        "items": [_weight(each) for each in found],
    }


def _weight(each: Weight) -> dict[str, Any]:
    row = each.theme
    return {
        "theme": ref(row) if row else None,
        "colour": row.colour if row else "",
        "intended": each.intended,
        "actual": each.actual,
        "difference": each.difference,
        "planned": each.effort.planned,
        "done": each.effort.done,
        "initiatives": each.effort.initiatives,
    }
