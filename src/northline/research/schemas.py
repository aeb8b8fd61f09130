"""What research requests and answers look like."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from northline.core.richtext import RichText, cleaned
from northline.core.schemas import Custom, In, Line, ObjectOut, Patch, Ref, Title, Writable, object_fields
from northline.core.scope import Place, Scope
from northline.research.models import Customer, Idea, Insight, OfProduct, Opportunity

Source = Literal["interview", "feedback", "support", "data", "other"]
IdeaStatus = Literal["new", "exploring", "chosen", "dropped"]
Tag = Annotated[
    str, StringConstraints(strip_whitespace=True, to_lower=True, min_length=1, max_length=40), Writable
]
Tags = Annotated[list[Tag], Field(max_length=20)]


class CustomerIn(In):
    title: Title
    segment: Line = ""


class CustomerPatch(Patch):
    title: Title | None = None
    segment: Line | None = None
    custom: Custom | None = None


class CustomerOut(ObjectOut):
    segment: str


class InsightIn(In):
    product_id: UUID
    title: Title
    body: RichText = {}
    source: Source = "other"
    customer_id: UUID | None = None
    tags: Tags = []
    custom: Custom = {}


class InsightPatch(Patch):
    NULLABLE: ClassVar = frozenset({"customer_id"})

    title: Title | None = None
    body: RichText | None = None
    source: Source | None = None
    customer_id: UUID | None = None
    tags: Tags | None = None
    custom: Custom | None = None


class InsightOut(ObjectOut):
    product_id: UUID
    body: RichText
    source: Source
    customer: Ref | None
    tags: list[str]


class OpportunityIn(In):
    product_id: UUID
    title: Title
    body: RichText = {}
    parent_id: UUID | None = None
    custom: Custom = {}


class OpportunityPatch(Patch):
    NULLABLE: ClassVar = frozenset({"parent_id"})

    title: Title | None = None
    body: RichText | None = None
    parent_id: UUID | None = None
    custom: Custom | None = None


class OpportunityOut(ObjectOut):
    product_id: UUID
    body: RichText
    parent_id: UUID | None


class IdeaIn(In):
    product_id: UUID
    title: Title
    body: RichText = {}
    status: IdeaStatus = "new"
    custom: Custom = {}


class IdeaPatch(Patch):
    title: Title | None = None
    body: RichText | None = None
    status: IdeaStatus | None = None
    custom: Custom | None = None


class IdeaOut(ObjectOut):
    product_id: UUID
    body: RichText
    status: IdeaStatus


def show_customer(row: Customer, scope: Scope) -> dict[str, Any]:
    return object_fields(row, can={"edit": scope.may("contribute", Place())}) | {"segment": row.segment}


def show_insight(row: Insight, scope: Scope) -> dict[str, Any]:
    customer = row.customer
    named = customer and {"kind": "customer", "id": customer.pk, "key": customer.key, "title": customer.title}
    return _shown(row, scope) | {"source": row.source, "customer": named, "tags": row.tags}


def show_opportunity(row: Opportunity, scope: Scope) -> dict[str, Any]:
    return _shown(row, scope) | {"parent_id": row.parent_id}


def show_idea(row: Idea, scope: Scope) -> dict[str, Any]:
    return _shown(row, scope) | {"status": row.status}


def _shown(row: OfProduct, scope: Scope) -> dict[str, Any]:
    can = {"edit": scope.may("contribute", row.place())}
    return object_fields(row, can=can) | {"product_id": row.product_id, "body": cleaned(row.body)}
