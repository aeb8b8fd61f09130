"""What the requests and answers of lists look like."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field, StringConstraints, field_validator

from northline.core.listing import operators
from northline.core.listing.bulk import MOST, Outcome
from northline.core.listing.conditions import LONGEST
from northline.core.listing.custom_fields import may_add
from northline.core.listing.listings import Field as ListField
from northline.core.listing.models import CustomField
from northline.core.schemas import In, Line, ObjectOut, Out, Patch, Title, Who, Writable, object_fields
from northline.core.scope import Scope

Name = Annotated[str, StringConstraints(max_length=80), Writable]
CustomType = Literal["text", "number", "date", "choice", "tags", "yes_no", "person", "reference"]
MOST_OPTIONS = 100
OnlyTypes = Annotated[list[UUID | None], Field(max_length=100)]


class ListQuery(Schema):
    """Which rows are meant. `where` is a JSON list of [field, operator, value]; `archived` asks for the put away."""

    product_id: UUID | None = None
    q: str = ""
    where: str = ""
    archived: bool = False


class ListExportIn(In):
    """Which rows, in which order, with which columns (none named: every field)."""

    format: str = "csv"
    product_id: UUID | None = None
    q: str = ""
    where: str = ""
    archived: bool = False
    sort: str = ""
    columns: list[str] = []


class ListPage(Out):
    """Each item is the kind's own answer with `fields`: the value of every field of the list."""

    items: list[dict[str, Any]]
    next: str | None = None


class ListIds(Out):
    """`more` says that some were left out, as there are too many."""

    items: list[UUID]
    more: bool


class GroupOut(Out):
    """`where` is the condition that finds the group's rows."""

    value: Any
    label: str
    where: list[Any]
    count: int
    sums: dict[str, float]
    averages: dict[str, float]


class GroupsOut(Out):
    """`left_out` is how many groups, the smallest, are not told; `export_at_once`, whether the file of the list is not made in the
    background."""

    total: int
    sums: dict[str, float]
    averages: dict[str, float]
    items: list[GroupOut]
    left_out: int
    export_at_once: bool


class OptionOut(Out):
    value: str
    label: str


class FieldOut(Out):
    """`writes` is the field's name in a bulk edit, null where it cannot be edited; of a custom field it stands in
    `custom`, by `custom`. `only_types` are the types of objects that have the field, null for none; empty: all have it."""

    name: str
    type: str
    label: str
    description: str
    operators: list[str]
    options: list[OptionOut]
    of: str | None
    sortable: bool
    groupable: bool
    writes: str | None
    custom: str | None
    only_types: list[str | None]


class FieldsOut(Out):
    kind: str
    sort: str
    fields: list[FieldOut]
    can: dict[str, bool]


class ItemVersion(In):
    id: UUID
    version: int


class BulkIn(In):
    """`fields` as the kind's PATCH has them; of a list also {"add": [...], "remove": [...]}. `removed` deletes records
    of lists whose `can` says so."""

    items: Annotated[list[ItemVersion], Field(min_length=1, max_length=MOST)]
    fields: dict[str, Any] = {}
    archived: bool | None = None
    removed: bool = False
    reason: Line = ""
    dry_run: bool = False


class RefusalOut(Out):
    code: str
    detail: str


class DifferenceOut(Out):
    field: str
    before: Any
    after: Any


class OutcomeOut(Out):
    """Among `changes` are `archived` and `removed`, which are no fields. `item` is null for what is gone, and in previews."""

    id: UUID
    key: str
    title: str
    changes: list[DifferenceOut]
    refusal: RefusalOut | None
    item: dict[str, Any] | None


class BulkOut(Out):
    """`change` is what one undoes; null where nothing changed, and for a preview."""

    changed: int
    refused: int
    items: list[OutcomeOut]
    change: UUID | None


class ViewConfig(In):
    """How a list is looked at. `layout` and `settings` are the client's own."""

    where: list[Any] = []
    q: Line = ""
    sort: Line = ""
    group: Name = ""
    columns: Annotated[list[Name], Field(max_length=60)] = []
    layout: Annotated[str, StringConstraints(max_length=24, pattern=r"^[a-z_]*$")] = "table"
    archived: bool = False
    settings: Annotated[dict[Name, str | int | float | bool | None], Field(max_length=40)] = {}

    @field_validator("where")
    @classmethod
    def _short(cls, where: list[Any]) -> list[Any]:
        if len(str(where)) > LONGEST:
            raise ValueError("too many conditions")
        return where


class ViewIn(In):
    product_id: UUID | None = None
    title: Title
    shared: bool = False
    config: ViewConfig = ViewConfig()


class ViewPatch(Patch):
    title: Title | None = None
    shared: bool | None = None
    config: ViewConfig | None = None


class ViewOut(ObjectOut):
    """`missing` are fields that the view was made with and that are no more; they stand in `config` no longer."""

    object_kind: str
    product_id: UUID | None
    owner: Who
    shared: bool
    config: ViewConfig
    missing: list[str]
    is_default: bool


class DefaultViewIn(In):
    """Which view a list opens with for oneself; null for none."""

    product_id: UUID | None = None
    view_id: UUID | None


class Option(In):
    """Without a value a new one is made of the label."""

    label: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80), Writable]
    value: Annotated[str, StringConstraints(max_length=40, pattern=r"^[a-z0-9_]*$")] = ""


class CustomFieldIn(In):
    """`of` is the kind that a reference leads to; `only_types` are the types of objects that have it, null for what has no
    type, none named for all."""

    object_kind: Name
    product_id: UUID | None = None
    title: Title
    type: CustomType
    options: Annotated[list[Option], Field(max_length=MOST_OPTIONS)] = []
    of: Name = ""
    description: Line = ""
    only_types: OnlyTypes = []


class CustomFieldPatch(Patch):
    title: Title | None = None
    options: Annotated[list[Option], Field(max_length=MOST_OPTIONS)] | None = None
    description: Line | None = None
    only_types: OnlyTypes | None = None


class CustomFieldOut(ObjectOut):
    """`name` is the name of its values in `custom`; lists call the field `custom.<name>`."""

    object_kind: str
    product_id: UUID | None
    name: str
    type: CustomType
    options: list[OptionOut]
    of: str | None
    description: str
    only_types: list[UUID | None]


def show_field(field: ListField) -> dict[str, Any]:
    return {
        "name": field.name,
        "type": field.type,
        "label": field.named,
        "description": field.description,
        "operators": operators.OF_TYPE[field.type],
        "options": [{"value": value, "label": label} for value, label in field.labelled],
        "of": field.of or None,
        "sortable": field.sortable,
        "groupable": field.groupable,
        "writes": field.writes or None,
        "custom": field.custom or None,
        "only_types": list(field.only_types),
    }


def show_outcome(outcome: Outcome, item: dict[str, Any] | None) -> dict[str, Any]:
    refusal = outcome.refusal
    return {
        "id": outcome.row.pk,
        "key": outcome.row.key,
        "title": outcome.row.title,
        "changes": [
            {"field": name, "before": outcome.before.get(name), "after": outcome.after[name]}
            for name in outcome.differing
            if name != "updated_at"
        ],
        "refusal": refusal and {"code": refusal.code, "detail": refusal.message},
        "item": item,
    }


def show_custom_field(row: CustomField, scope: Scope) -> dict[str, Any]:
    return object_fields(row, can={"edit": may_add(scope, row.product_id)}) | {
        "object_kind": row.object_kind,
        "product_id": row.product_id,
        "name": row.name,
        "type": row.type,
        "options": row.options,
        "of": row.of or None,
        "description": row.description,
        "only_types": row.only_types,
    }
