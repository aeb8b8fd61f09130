"""Addresses of lists."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Query, Router

from northline.core import kinds
from northline.core.exports.api import ExportOut, show_export
from northline.core.listing import bulk, grouping, queries, schemas, views
from northline.core.listing.conditions import parsed
from northline.core.listing.custom_fields import may_add
from northline.core.listing.exporting import asking
from northline.core.listing.exporting.sending import sent
from northline.core.listing.exporting.writing import KINDS_OF_FILE
from northline.core.listing.fields import fields_of
from northline.core.listing.listings import listing_named

router = Router(tags=["lists"])


def asked(query: schemas.ListQuery) -> queries.Asked:
    return queries.Asked(
        product_id=query.product_id, q=query.q, where=parsed(query.where), archived=query.archived
    )


@router.get("/lists/{kind}", response=schemas.ListPage, operation_id="list_objects")
def list_objects(
    request: Any,
    kind: str,
    query: Query[schemas.ListQuery],
    sort: str = "",
    cursor: str | None = None,
    limit: int = 50,
) -> Any:
    """A page of any list: searched, filtered, sorted by several fields (`-impact,title`)."""
    return queries.page(request.member_scope, kind, asked(query), sort=sort, cursor=cursor, limit=limit)


@router.get("/lists/{kind}/ids", response=schemas.ListIds, operation_id="list_ids")
def list_ids(request: Any, kind: str, query: Query[schemas.ListQuery]) -> Any:
    """Which are meant, of those that one has already: the ids alone, at most 100,000."""
    return queries.ids(request.member_scope, kind, asked(query))


@router.get("/lists/{kind}/groups", response=schemas.GroupsOut, operation_id="list_groups")
def list_groups(
    request: Any, kind: str, query: Query[schemas.ListQuery], by: str = "", sums: str | None = None
) -> Any:
    """How many there are, in all and for each value of the field `by`, with sums and averages of the numbers.

    `sums` names the numbers to add up, with commas between them, or says "none"; without it all are.
    """
    told = grouping.groups(request.member_scope, kind, asked(query), by=by, sums=sums)
    return told | {"export_at_once": told["total"] <= asking.AT_ONCE}


@router.get("/lists/{kind}/fields", response=schemas.FieldsOut, operation_id="list_fields")
def list_fields(request: Any, kind: str, product_id: UUID | None = None) -> Any:
    """What a list can be filtered, sorted, grouped and edited by, what people added to it included."""
    listing, scope = listing_named(kind), request.member_scope
    if product_id:
        kinds.object_at(scope, "product", product_id)
    fields = fields_of(listing, scope, product_id=product_id)
    return {
        "kind": kind,
        "sort": listing.sort,
        "fields": [schemas.show_field(field) for field in fields.values()],
        "can": {
            "share_views": views.may_share(scope, product_id),
            "add_fields": listing.customisable and may_add(scope, product_id),
            "archive": listing.archive is not None,
            "remove": listing.remove is not None,
        },
    }


@router.post("/lists/{kind}/bulk", response=schemas.BulkOut, operation_id="bulk_edit")
def bulk_edit(request: Any, kind: str, body: schemas.BulkIn) -> Any:
    """Change up to 500 objects, all or none; with `dry_run`, say what that would do and keep nothing."""
    scope = request.member_scope
    versions = {item.id: item.version for item in body.items}
    wanted = bulk.Wanted(fields=body.fields, archived=body.archived, removed=body.removed, reason=body.reason)
    if body.dry_run:
        outcomes, change = bulk.preview(scope, kind, versions, wanted), None
    else:
        outcomes, change = bulk.apply(scope, kind, versions, wanted)
    stand = [] if body.dry_run else [one.row for one in outcomes if not one.is_gone]
    items = {item["id"]: item for item in bulk.found_of(scope, kind).shown(stand)}
    shown = [schemas.show_outcome(one, items.get(one.row.pk)) for one in outcomes]
    return {
        "changed": sum(1 for one in shown if one["changes"] and not one["refusal"]),
        "refused": sum(1 for one in shown if one["refusal"]),
        "items": shown,
        "change": change and change.pk,
    }


@router.get("/lists/{kind}/export", operation_id="export_list")
def export_list(
    request: Any,
    kind: str,
    query: Query[schemas.ListQuery],
    format: str = "csv",
    columns: str = "",
    sort: str = "",
) -> Any:
    """The whole list as csv, xlsx or json, with the columns named, in their order."""
    names = [name.strip() for name in columns.split(",") if name.strip()]
    scope = request.member_scope
    file = asking.at_once(scope, kind, asked(query), sort=sort, columns=names, format=format)
    return sent(request, file, name=asking.name_of(kind, format), content_type=KINDS_OF_FILE[format])


@router.post("/lists/{kind}/exports", response={202: ExportOut}, operation_id="start_list_export")
def start_list_export(request: Any, kind: str, body: schemas.ListExportIn) -> Any:
    """Have a list written as a file in the background: needed for a large one, possible for any."""
    return 202, show_export(asking.ask(request.member_scope, kind, body.model_dump(mode="json")))
