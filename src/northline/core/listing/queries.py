"""Reading lists: one query for the custom fields, one for the rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from northline.core import kinds
from northline.core.fulltext.finding import matching
from northline.core.listing import cells
from northline.core.listing.conditions import Where, condition_of, conditions_in
from northline.core.listing.fields import fields_of
from northline.core.listing.held import pairs_of
from northline.core.listing.listings import Field, Listing, listing_named, readable
from northline.core.listing.operands import Asker
from northline.core.listing.ordering import order_of
from northline.core.listing.referred import named
from northline.core.paging import DEFAULT, MOST
from northline.core.scope import Scope

# More than any plan that is drawn as one.
MOST_IDS = 100_000


@dataclass(frozen=True, slots=True)
class Asked:
    """Which rows of a list are meant."""

    product_id: UUID | None = None
    q: str = ""
    where: Where = field(default_factory=list)
    archived: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A list with its fields and those of its rows that are meant, for one member."""

    listing: Listing
    fields: Mapping[str, Field]
    rows: QuerySet[Any]
    scope: Scope

    def shown(self, rows: Sequence[Any]) -> list[dict[str, Any]]:
        """The kind's own answers, with the value of every field beside each."""
        answers = (self.listing.out.model_validate(told).model_dump() for told in self._told(rows))
        pairs = zip(answers, self.values(rows), strict=True)
        return [answer | {"fields": values} for answer, values in pairs]

    def values(self, rows: Sequence[Any]) -> list[dict[str, Any]]:
        """The value of every field of each row; custom ones that name others take a query for each kind of those."""
        fields = self.fields.values()
        found = named(self.scope, fields, (getattr(row, "custom", None) for row in rows))
        return [cells.of_row(fields, row, found) for row in rows]

    def _told(self, rows: Sequence[Any]) -> list[dict[str, Any]]:
        if self.listing.shows:
            return self.listing.shows(rows, self.scope)
        show = kinds.kind_named(self.listing.kind).show
        return [show(row, self.scope) for row in rows]

    def computing(self, names: Iterable[str]) -> QuerySet[Any]:
        """The rows that are meant, with what is computed of the fields of these names."""
        rows: QuerySet[Any] = self.rows.alias(**_computed(self.fields, needed=names))
        return rows

    def at(self, ids: Iterable[UUID]) -> QuerySet[Any]:
        """The rows with these ids, which were found to be meant, whose computed fields may be read."""
        rows: QuerySet[Any] = (
            self.listing.rows().filter(pk__in=ids).alias(**_computed(self.fields, needed=()))
        )
        return rows

    def every(self) -> QuerySet[Any]:
        """The rows of the list, meant or not, whose computed fields may be asked for."""
        rows: QuerySet[Any] = self.listing.rows().alias(**_computed(self.fields, needed=self.fields))
        return rows

    def only(self, *names: str) -> Found:
        """The same rows with no more than these fields of them: what others are made of is not computed."""
        return replace(self, fields={name: self.fields[name] for name in names})

    def read_with_values(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The rows with what is computed of them."""
        computed: dict[str, Any] = {
            one.lookup: one.value for one in self.fields.values() if one.value is not None and not one.custom
        }
        computed |= {one.lookup: pairs_of(one.held) for one in self.fields.values() if one.held is not None}
        annotated: QuerySet[Any] = rows.annotate(**computed)
        return annotated


def find(scope: Scope, kind: str, asked: Asked) -> Found:
    """What is meant by `asked`.

    Raises NotFound for a kind without a list, and the refusals of `conditions`.
    """
    listing = listing_named(kind)
    if listing.before:
        listing.before(scope)
    fields = fields_of(listing, scope, product_id=asked.product_id)
    rows = readable(scope, listing).filter(archived_at__isnull=not asked.archived)
    if asked.product_id and listing.product:
        mine = Q(**{listing.product: asked.product_id})
        rows = rows.filter(mine | Q(**{listing.product: None}) if listing.shared else mine)
    asker = Asker(scope=scope, today=timezone.localdate())
    condition = condition_of(asked.where, fields, asker=asker)
    named = [name for name, *_ in conditions_in(asked.where)]
    rows = rows.alias(**_computed(fields, needed=named)).filter(condition)
    return Found(listing, fields, matching(rows, asked.q), scope)


def _computed(fields: Mapping[str, Field], *, needed: Iterable[str]) -> dict[str, Any]:
    """What is computed of the fields. A plain path joins a table, so it is there only where it is needed; everything
    else costs nothing until it is asked for, and another may be computed of it."""
    known = set(needed)
    return {
        one.lookup: one.value
        for one in fields.values()
        if one.value is not None and (one.name in known or not isinstance(one.value, F))
    }


def page(
    scope: Scope, kind: str, asked: Asked, *, sort: str = "", cursor: str | None = None, limit: int = DEFAULT
) -> dict[str, Any]:
    """One page in the order that `sort` says, and the cursor of the next."""
    found = find(scope, kind, asked)
    order = order_of(sort, found.listing, found.fields)
    meant = order.of(found.computing(order.names))
    if cursor:
        meant = meant.filter(order.after(cursor))
    limit = max(1, min(limit, MOST))
    # Only ids are sorted, which an index may hold with all that is compared; only the page's rows are read whole.
    ids = meant.values("pk")[: limit + 1]
    read = list(order.of(found.read_with_values(found.every().filter(pk__in=ids))))
    following = order.cursor_of(read[limit - 1]) if len(read) > limit else None
    return {"items": found.shown(read[:limit]), "next": following}


def ids(scope: Scope, kind: str, asked: Asked) -> dict[str, Any]:
    """The ids of all rows that are meant, in no order, for who has the rows themselves."""
    meant = find(scope, kind, asked).rows.order_by().values_list("pk", flat=True)
    found = list(meant[: MOST_IDS + 1])
    return {"items": found[:MOST_IDS], "more": len(found) > MOST_IDS}
