"""Columns that hold fields which people added: whose they are, and what their cells mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Q

from northline.core.doors import people
from northline.core.listing.models import CustomField
from northline.core.listing.queries import Asked, find
from northline.core.listing.reading import read_cell
from northline.core.scope import Scope
from northline.formats.feedback import Item
from northline.research.imports.mapping import KINDS

Names = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Owned:
    """What an item brings for fields of its kind, what is kept as words, and what cannot be read."""

    values: dict[str, Any] = field(default_factory=dict)
    kept: tuple[tuple[str, str], ...] = ()
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads cells into values of the fields of a kind; `named` are the ids that names stand for, by field."""

    fields: Mapping[tuple[str, str], CustomField] = field(default_factory=dict)
    named: Mapping[UUID, Names] = field(default_factory=dict)

    def read(self, item: Item, kind: str) -> Owned:
        values, kept = {}, []
        for name, heading, cell in item.own:
            known = self.fields.get((kind, name))
            if known is None:
                kept.append((heading, cell))
                continue
            try:
                values[name] = read_cell(known, cell, named=self.named.get(known.pk, {}))
            except ValueError as error:
                return Owned(fault=f"“{known.title}” {error}. The file says “{cell[:60]}”.")
        return Owned(values, tuple(kept))


def reader_for(items: Sequence[Item], *, product_id: UUID, by: Scope) -> Reader:
    """A reader of what these items bring. One query, and one for each field that leads to somebody or something."""
    names = {name for item in items for name, _, _ in item.own}
    fields = {(row.object_kind, row.name): row for row in fields_of(product_id, by) if row.name in names}
    leading = [row for row in fields.values() if row.type in ("person", "reference")]
    return Reader(fields, {row.pk: _named(row, _cells(items, row.name), by) for row in leading})


def fields_of(product_id: UUID, by: Scope) -> Iterable[CustomField]:
    """The fields that an import into the product may fill."""
    return CustomField.objects.filter(
        Q(product_id=None) | Q(product_id=product_id),
        workspace_id=by.workspace_id,
        object_kind__in=KINDS,
        archived_at=None,
    ).order_by("pk")


def _cells(items: Iterable[Item], name: str) -> set[str]:
    return {cell.strip() for item in items for own, _, cell in item.own if own == name}


def _named(row: CustomField, cells: set[str], by: Scope) -> Names:
    """Whom or what the cells may mean, as far as `by` may see it."""
    found: Names = defaultdict(list)
    if row.type == "person":
        for pk, name, email in people(by).values_list("pk", "name", "person__email"):
            for word in {name.casefold(), email.casefold()}:
                found[word].append(str(pk))
        return found
    rows = find(by, row.of, Asked()).rows.filter(Q(key__in=cells) | Q(title__in=cells)).order_by()
    for pk, key, title in rows.values_list("pk", "key", "title"):
        for word in {key.casefold(), title.casefold()}:
            found[word].append(str(pk))
    return found
