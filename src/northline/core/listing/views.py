"""Saved views: who sees and changes them, and the verbs. Each is one transaction and records one change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from northline.core import editing, kinds
from northline.core.listing.conditions import condition_of, conditions_in, field_named
from northline.core.listing.fields import fields_of
from northline.core.listing.grouping import groupable
from northline.core.listing.listings import Field, listing_named
from northline.core.listing.models import DefaultView, SavedView
from northline.core.listing.operands import Asker
from northline.core.listing.ordering import order_of
from northline.core.refusal import NotAllowed, NotFound
from northline.core.scope import NEEDS, Place, Right, Scope


def visible_views(
    scope: Scope, kind: str, *, product_id: UUID | None, archived: bool = False
) -> list[SavedView]:
    """One's own and the shared views of a list: those of the product, where one is named, and of the workspace."""
    listing_named(kind)
    if product_id:
        kinds.object_at(scope, "product", product_id)
    rows = SavedView.objects.filter(
        Q(shared=True) | Q(owner_id=scope.member_id),
        Q(product_id=None) | Q(product_id=product_id),
        workspace_id=scope.workspace_id,
        object_kind=kind,
        archived_at__isnull=not archived,
    )
    return list(rows.select_related("owner").order_by("created_at", "pk"))


def opened(scope: Scope, view_id: UUID, right: Right = "read") -> SavedView:
    """The view: one's own, or a shared one. To change a shared one of somebody else takes the right to steer."""
    row = (
        SavedView.objects.select_related("owner").filter(workspace_id=scope.workspace_id, pk=view_id).first()
    )
    if row is None or not _may_read(scope, row):
        raise NotFound("saved view")
    if right != "read" and not may_change(scope, row):
        raise NotAllowed(NEEDS["contribute" if row.owner_id == scope.member_id else _steering(row)])
    return row


def may_change(scope: Scope, row: SavedView) -> bool:
    """One's own as long as it is nobody else's too; sharing is contributing."""
    if row.owner_id == scope.member_id:
        return not row.shared or may_share(scope, row.product_id)
    return scope.may(_steering(row), row.place())


def may_share(scope: Scope, product_id: UUID | None) -> bool:
    if product_id is None:
        return scope.may_somewhere("contribute")
    return scope.may("contribute", Place(product_id=product_id))


@transaction.atomic
def save(
    kind: str, *, product_id: UUID | None, title: str, shared: bool, config: Mapping[str, Any], by: Scope
) -> SavedView:
    """Keep a way to look at a list. Raises what a list would: a view is not saved that could not be opened."""
    if product_id:
        kinds.object_at(by, "product", product_id)
    if shared and not may_share(by, product_id):
        raise NotAllowed(NEEDS["contribute"])
    _check(kind, product_id, config, by)
    row = SavedView(
        workspace_id=by.workspace_id,
        object_kind=kind,
        product_id=product_id,
        title=title,
        owner_id=by.member_id,
        shared=shared,
        config=dict(config),
    )
    return editing.create(row, prefix=SavedView.PREFIX, by=by)


@transaction.atomic
def revise(
    row: SavedView, *, expected: int, fields: Mapping[str, Any], by: Scope, reason: str = ""
) -> SavedView:
    """Rename a view, share it or keep it to oneself, or look at the list another way."""
    if fields.get("shared") and not may_share(by, row.product_id):
        raise NotAllowed(NEEDS["contribute"])
    if "config" in fields:
        _check(row.object_kind, row.product_id, fields["config"], by)
    return editing.revise(row, expected=expected, fields=fields, by=by, reason=reason)


@transaction.atomic
def open_with(kind: str, *, product_id: UUID | None, view_id: UUID | None, by: Scope) -> None:
    """Say which view a list opens with for oneself. It is a habit, no work: nothing is recorded."""
    listing_named(kind)
    if product_id:
        kinds.object_at(by, "product", product_id)
    mine = DefaultView.objects.filter(member_id=by.member_id, object_kind=kind, product_id=product_id)
    if view_id is None:
        mine.delete()
        return
    view = opened(by, view_id)
    if view.object_kind != kind:
        raise NotFound("saved view")
    if not mine.update(view=view):
        DefaultView.objects.create(
            workspace_id=by.workspace_id,
            member_id=by.member_id,
            object_kind=kind,
            product_id=product_id,
            view=view,
        )


def default_of(scope: Scope, kind: str, *, product_id: UUID | None) -> UUID | None:
    """The view that the list opens with for this member."""
    mine = DefaultView.objects.filter(member_id=scope.member_id, object_kind=kind, product_id=product_id)
    return mine.values_list("view_id", flat=True).first()


def current_config(
    config: Mapping[str, Any], fields: Mapping[str, Field]
) -> tuple[dict[str, Any], list[str]]:
    """The view without what is no more, and the names of that."""
    missing: dict[str, None] = {}

    def known(name: str) -> bool:
        if name not in fields:
            missing[name] = None
        return name in fields

    kept = dict(config)
    kept["where"] = []
    for part in config.get("where", []):
        # Every name is looked at, for what is missing is told whole.
        if all([*map(known, {one[0] for one in conditions_in([part])})]):
            kept["where"].append(part)
    kept["columns"] = [name for name in config.get("columns", []) if known(name)]
    levels = [name for name in config.get("sort", "").split(",") if name and known(name.removeprefix("-"))]
    kept["sort"] = ",".join(levels)
    if (group := config.get("group")) and not known(group):
        kept["group"] = ""
    return kept, list(missing)


def _check(kind: str, product_id: UUID | None, config: Mapping[str, Any], scope: Scope) -> None:
    listing = listing_named(kind)
    fields = fields_of(listing, scope, product_id=product_id)
    condition_of(config["where"], fields, asker=Asker(scope=scope, today=timezone.localdate()))
    order_of(config["sort"], listing, fields)
    for name in config["columns"]:
        field_named(name, fields)
    if config["group"]:
        groupable(config["group"], fields)


def _may_read(scope: Scope, row: SavedView) -> bool:
    seen = row.product_id is None or scope.may("read", row.place())
    return seen and (row.shared or row.owner_id == scope.member_id)


def _steering(row: SavedView) -> Right:
    return "steer" if row.product_id else "administer"
