"""The register of lists: what each kind can be searched, filtered, sorted, grouped and edited by.

Each area registers the lists of its kinds once, in its AppConfig.ready.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal, Protocol

from django.core.exceptions import FieldDoesNotExist
from django.db.models import F, Model, OuterRef, QuerySet, Subquery
from django.db.models.expressions import Combinable
from pydantic import BaseModel

from northline.core import editing
from northline.core.doors import visible
from northline.core.models import Editable, Row
from northline.core.refusal import NotFound
from northline.core.scope import Scope

Type = Literal["text", "number", "date", "datetime", "choice", "tags", "person", "reference", "yes_no"]
Option = tuple[str, str]


def alias_of(name: str) -> str:
    """What a query calls the computed value of the field of that name."""
    return "list_" + name.replace(".", "_")


@dataclass(frozen=True, slots=True)
class Held:
    """Several objects that a row of a list may have: `rows` are those of a table between them, of which `row` names the row
    of the list, and `one` the object."""

    rows: Callable[[], QuerySet[Any]]
    row: str
    one: str


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a list.

    `path` is the ORM's way from the row to the value (of a person or a reference: to that object); without one it
    is the name. `value` computes it instead: a scalar expression, a Subquery and no aggregate over a join.
    `writes` is the field's name in the body of the kind's PATCH; without it the field is read only.
    `options` are the values of a choice in their order, or pairs of value and label.
    `of` is the kind that a reference leads to; `held` says how a row has several of them. `text_date` is a date that is kept as ISO text.
    `custom` is the name of its values in `custom`, which only objects have whose type, in the column `typed_by`, is one of
    `only_types`, where some are named. `sorted_by` is what stands for the value in a sort, where that is not the value. A
    number that `sums` is added up and averaged over all rows at every count, so one that costs a query for each row should
    not.
    """

    name: str
    type: Type
    label: str = ""
    path: str = ""
    value: Combinable | None = None
    options: tuple[str | Option, ...] = ()
    of: str = ""
    writes: str = ""
    groups: bool | None = None
    sorts: bool = True
    sums: bool = True
    text_date: bool = False
    custom: str = ""
    typed_by: str = ""
    only_types: tuple[str | None, ...] = ()
    sorted_by: Combinable | None = None
    held: Held | None = None
    description: str = ""

    @property
    def lookup(self) -> str:
        """What a condition is written on: a path of the ORM, or the alias of a computed value."""
        if self.value is not None or self.held is not None:
            return alias_of(self.name)
        path = self.path or self.name
        return f"{path}_id" if self.type in ("person", "reference") else path

    @property
    def sortable(self) -> bool:
        return self.sorts and self.type != "tags" and self.held is None

    @property
    def groupable(self) -> bool:
        if self.held is not None:
            return False
        return self.type not in ("text", "number") if self.groups is None else self.groups

    @property
    def labelled(self) -> tuple[Option, ...]:
        """Every option with its label.

        >>> Field("status", "choice", options=("in_progress",)).labelled
        (('in_progress', 'In progress'),)
        """
        return tuple(
            (one, one.replace("_", " ").capitalize()) if isinstance(one, str) else one for one in self.options
        )

    @property
    def named(self) -> str:
        return self.label or self.name.replace("_", " ").capitalize()


class Revise(Protocol):
    """How one row is changed: compare-and-set, one change recorded, whatever the area checks."""

    def __call__(
        self, row: Any, *, expected: int, fields: dict[str, Any], by: Scope, reason: str = ""
    ) -> Any: ...


class ShowAll(Protocol):
    """The answers of several rows, where each needs more than its row holds."""

    def __call__(self, rows: Any, scope: Scope) -> list[dict[str, Any]]: ...


class Narrowed(Protocol):
    """The rows that the member of a scope may read, where it is not enough to know where they live."""

    def __call__(self, rows: QuerySet[Any], scope: Scope) -> QuerySet[Any]: ...


class PutAway(Protocol):
    """How one row is archived, taken out of the archive, or removed."""

    def __call__(self, row: Any, *, expected: int, by: Scope, reason: str = "") -> Any: ...


@dataclass(frozen=True, slots=True)
class Listing:
    """The list of one kind, whose answers are `out`, filled by what the kind registered as its `show`, or by `shows`.

    `before` brings what the fields are read from up to date, where that is kept beside the rows. `rows` brings along what `show` and the fields name, so that a page is one query. `patch` is the body of the
    kind's PATCH, which `revise` takes; `around` names what of it is said around an edit and is no field of the list, such as
    what somebody acknowledges. Rows without `archive` are never put away by themselves; those with `remove` can be deleted, which
    undo takes back. `product` and `project` name the
    columns that say where a row lives.
    What its search looks through is registered in `core.fulltext.sources`.
    """

    kind: str
    rows: Callable[[], QuerySet[Any]]
    out: type[BaseModel]
    fields: tuple[Field, ...]
    patch: type[BaseModel] | None = None
    around: frozenset[str] = frozenset()
    revise: Revise = editing.revise
    archive: PutAway | None = editing.archive
    restore: PutAway = editing.restore
    remove: PutAway | None = None
    product: str | None = "product_id"
    project: str | None = None
    shows: ShowAll | None = None
    narrowed: Narrowed | None = None
    before: Callable[[Scope], None] | None = None
    sort: str = "-created_at"
    customisable: bool = True
    # Rows without a product are every product's.
    shared: bool = False

    @property
    def model(self) -> type[Editable]:
        model: type[Editable] = self.rows().model
        return model

    def every_field(self) -> dict[str, Field]:
        """The fields by name: what every object has, as far as these have it, then the kind's own."""
        has = {column.name for column in self.model._meta.get_fields()}
        patched = self.patch.model_fields if self.patch else {}
        common = (
            Field("key", "text"),
            Field("title", "text", writes="title" if "title" in patched else ""),
        )
        where = (Field("product", "reference", of="product"),) if self.product == "product_id" else ()
        when = (
            Field("created_at", "datetime", label="Created"),
            Field("updated_at", "datetime", label="Changed"),
        )
        first, last = ([field for field in part if field.name in has] for part in (common, when))
        return {field.name: field for field in (*first, *self.fields, *where, *last)}


def parts_of(rows: QuerySet[Any], whole: str) -> QuerySet[Any]:
    """Records that have no name of their own, listed by the key and title of the object that they are part of, and put
    away with it."""
    names = ("key", "title", "archived_at")
    named: QuerySet[Any] = rows.annotate(**{name: F(f"{whole}__{name}") for name in names})
    return named


def names_of(whole: str, *, label: str) -> tuple[Field, Field]:
    """The key and title of such records."""
    return Field("key", "text", path=f"{whole}__key"), Field(
        "title", "text", label=label, path=f"{whole}__title"
    )


def lead(rows: QuerySet[Any], name: str, *, to: type[Row], id: Combinable | None = None) -> QuerySet[Any]:
    """The rows with what a reference of that name needs: `id` says which row of `to` each leads to, where no column of
    theirs does."""
    found = to._default_manager.filter(pk=OuterRef(f"{name}_id"))
    named = {f"{name}__{part}": Subquery(found.values(part)[:1]) for part in ("key", "title")}
    rows = rows.annotate(**{f"{name}_id": id}) if id is not None else rows
    led: QuerySet[Any] = rows.annotate(**named)
    return led


_LISTINGS: dict[str, Listing] = {}


def register(listing: Listing) -> None:
    _LISTINGS[listing.kind] = listing


def tell_more(kind: str, *fields: Field) -> None:
    """Add to a list what an area above knows of its rows."""
    listing = listing_named(kind)
    register(replace(listing, fields=(*listing.fields, *fields)))


def all_listings() -> list[Listing]:
    return list(_LISTINGS.values())


def listing_named(kind: str) -> Listing:
    """The list of that kind, or NotFound: what has no list looks like what does not exist."""
    if kind not in _LISTINGS:
        raise NotFound("list")
    return _LISTINGS[kind]


def readable(scope: Scope, listing: Listing) -> QuerySet[Any]:
    """The rows of the list that this member may read."""
    if listing.narrowed:
        return listing.narrowed(listing.rows().filter(workspace_id=scope.workspace_id), scope)
    return visible(scope, listing.rows(), product=listing.product, project=listing.project)


def may_be_null(model: type[Model], field: Field) -> bool:
    """May the value be missing? Then sorting must say where it goes, which no index of the database does."""
    if field.value is not None:
        return True
    owner: type[Model] | None = model
    for step in (field.path or field.name).split("__"):
        assert owner is not None
        try:
            column = owner._meta.get_field(step)
        except FieldDoesNotExist:
            # It was computed, as by `lead`.
            return True
        if getattr(column, "null", False):
            return True
        related = column.related_model
        owner = related if isinstance(related, type) else None
    return False
