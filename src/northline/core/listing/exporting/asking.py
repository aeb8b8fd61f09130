"""Which lists are written as files at once, and those that are made in the background."""

from __future__ import annotations

from collections.abc import Sequence
from typing import IO, Any
from uuid import UUID

from django.utils import timezone

from northline.core import jobs, kinds
from northline.core.exports import making
from northline.core.listing import queries
from northline.core.listing.conditions import parsed
from northline.core.listing.exporting.writing import KINDS_OF_FILE, export, refuse_unknown_format
from northline.core.listing.listings import listing_named
from northline.core.models import Export
from northline.core.refusal import Conflict
from northline.core.scope import Scope

SORT = "list"
# Rows whose file takes about two seconds at most: of 100,000 insights the first byte of XLSX came after 38 s (bench/list_files.py).
AT_ONCE = 5_000


def name_of(kind: str, format: str) -> str:
    """What the file is called."""
    return f"{kind}-{timezone.localdate().isoformat()}.{format}"


def at_once(
    scope: Scope, kind: str, asked: queries.Asked, *, sort: str, columns: Sequence[str], format: str
) -> IO[bytes]:
    """The file of a list that is quickly written. Raises Conflict `export.in_background`, and what `export` raises."""
    size = queries.find(scope, kind, asked).rows.count()
    if size > AT_ONCE:
        raise Conflict(
            "export.in_background",
            f"The list has {size:,} rows. The file of more than {AT_ONCE:,} is made in the background: ask for it by "
            f"POST /api/lists/{kind}/exports.",
        )
    return export(scope, kind, asked, sort=sort, columns=columns, format=format)


def ask(scope: Scope, kind: str, said: dict[str, Any]) -> Export:
    """Have a list written in the background. Raises NotFound for a product, what `find` raises, Refusal `list.unknown_format`."""
    said = said | {"kind": kind}
    refuse_unknown_format(said["format"])
    _refuse(scope, said)
    queries.find(scope, kind, _asked(said))
    return making.ask(SORT, said, name=name_of(kind, said["format"]), by=scope)


def _make(run: jobs.Run, scope: Scope, said: making.Values) -> making.Made:
    kind, format = said["kind"], said["format"]
    asked, columns = _asked(said), said["columns"]
    total = queries.find(scope, kind, asked).rows.count()

    def told(done: int) -> None:
        run.report(min(done, total), of=total, unit=jobs.Unit.ROWS, note="Writing rows")

    told(0)
    with export(scope, kind, asked, sort=said["sort"], columns=columns, format=format, told=told) as file:
        return making.Made(file.read(), KINDS_OF_FILE[format], name_of(kind, format))


def _refuse(scope: Scope, said: making.Values) -> None:
    listing_named(said["kind"])
    if said["product_id"]:
        kinds.object_at(scope, "product", UUID(said["product_id"]))


def _asked(said: making.Values) -> queries.Asked:
    product_id = said["product_id"] and UUID(said["product_id"])
    return queries.Asked(product_id or None, said["q"], parsed(said["where"]), said["archived"])


def register() -> None:
    making.register(SORT, making.Maker(_make, _refuse))
