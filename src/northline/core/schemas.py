"""Shapes that every area's answers and requests share."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, ClassVar, Generic, Self, TypeVar
from uuid import UUID

from ninja import Header, Schema
from ninja.schema import DjangoGetter
from pydantic import (
    AfterValidator,
    ConfigDict,
    StringConstraints,
    ValidationError,
    ValidationInfo,
    model_validator,
)

from northline.core.richtext import refuse_unwritable

T = TypeVar("T")

Writable = AfterValidator(refuse_unwritable)
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300), Writable]
Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=300), Writable]
Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=10_000), Writable]
Custom = dict[str, Any]
IfMatch = Annotated[str | None, Header(alias="If-Match", description='The version being changed, as "3".')]


class In(Schema):
    """A request body: a field it does not know is an error, not silence."""

    model_config = ConfigDict(extra="forbid", from_attributes=True)


class Patch(In):
    """A change of some fields: what is left out stays, and only what may be empty may be set to null."""

    NULLABLE: ClassVar[frozenset[str]] = frozenset()

    @model_validator(mode="after")
    def _keeps_what_must_be(self) -> Self:
        empty = [name for name in self.model_fields_set - self.NULLABLE if getattr(self, name) is None]
        if empty:
            raise ValueError(f"{', '.join(sorted(empty))} cannot be null; leave it out to keep it")
        return self


class Out(Schema):
    model_config = ConfigDict(from_attributes=True)

    @model_validator(mode="wrap")
    @classmethod
    def _run_root_validator(cls, values: Any, handler: Any, info: ValidationInfo) -> Any:
        """As ninja's, which reads each value of a row by a getter; a dict is read as it is, ten times as fast."""
        if isinstance(values, dict):
            try:
                return handler(values)
            except ValidationError:
                # A value that only the getter can read, such as rows that were not fetched yet.
                pass
        return handler(DjangoGetter(values, cls, info.context))


class Who(Out):
    """A member, as others see one."""

    id: UUID
    name: str


class Ref(Out):
    """An object, named."""

    kind: str
    id: UUID
    key: str
    title: str


class PartOut(Out):
    """A record in a list: `key` and `title` are those of the object that it is part of."""

    kind: str
    key: str
    title: str
    part_of: Ref
    product_id: UUID
    can: dict[str, bool] = {}


class Told(Out):
    """A refusal as it was told, of what was refused in the background."""

    code: str
    detail: str


class ObjectOut(Out):
    """What every object answers; `custom` holds the values of fields that people added."""

    id: UUID
    kind: str
    key: str
    title: str
    version: int
    archived_at: datetime | None
    created_at: datetime
    updated_at: datetime
    can: dict[str, bool]
    custom: Custom = {}


class Page(Out, Generic[T]):
    items: list[T]
    next: str | None = None


class Problem(Out):
    """A refusal (RFC 9457) with a stable `code`."""

    type: str
    title: str
    status: int
    code: str
    detail: str
    request_id: str


def ref(row: Any) -> dict[str, Any]:
    """The values of Ref for a row."""
    return {"kind": row.KIND, "id": row.pk, "key": row.key, "title": row.title}


def part(row: Any, whole: Any) -> dict[str, Any]:
    """The values of PartOut for a row."""
    return {
        **ref(whole),
        "kind": row.KIND,
        "id": row.pk,
        "part_of": ref(whole),
        "product_id": whole.product_id,
    }


def who(row: Any) -> dict[str, Any] | None:
    """The values of Who for a member; None for none."""
    return row and {"id": row.pk, "name": row.name}


def ref_of(kind: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """The values of Ref for a row that was read as plain columns."""
    return {"kind": kind, "id": row["id"], "key": row["key"], "title": row["title"]}


def object_fields(row: Any, *, can: dict[str, bool]) -> dict[str, Any]:
    """The values of ObjectOut for a row."""
    return {
        "id": row.id,
        "kind": row.KIND,
        "key": row.key,
        "title": row.title,
        "version": row.version,
        "archived_at": row.archived_at,
        "created_at": row.created_at,
        "updated_at": row.updated_at,
        "can": can,
        "custom": getattr(row, "custom", {}),
    }
