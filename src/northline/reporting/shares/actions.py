"""Open and close share links."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib.auth.hashers import check_password, make_password
from django.core import signing
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.db.models import DateField, IntegerField, Max, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from northline.core import changes, throttle, undo
from northline.core.doors import opened
from northline.core.models import Change
from northline.core.refusal import Conflict, Refusal
from northline.core.scope import Place, Right, Scope
from northline.products.models import Product
from northline.reporting.audiences.actions import fields_known
from northline.reporting.audiences.sight import FIELDS
from northline.reporting.models import Audience, Share, ShareVisit
from northline.roadmap.queries.colouring import check_field

TICKET_AGE = timedelta(hours=12)
_TICKET_SALT = "northline.share"
REOPEN, CLOSE = "reopen_share", "close_share"


def hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _of_visits(figure: Any, column: Any) -> Subquery:
    """A figure of a share's visits: joined, they would carry all that is frozen in it along for each of them."""
    visits = ShareVisit.objects.filter(share=OuterRef("pk")).order_by().values("share")
    return Subquery(visits.annotate(told=figure).values("told"), output_field=column)


LOOKS = Coalesce(_of_visits(Sum("count"), IntegerField()), 0)
LAST_LOOK = _of_visits(Max("day"), DateField())


def with_looks(rows: QuerySet[Share]) -> QuerySet[Share]:
    """The shares with how often each was opened, and when last. One query."""
    seen: QuerySet[Share] = rows.select_related("created_by", "audience", "project").annotate(
        looks=LOOKS, last_look=LAST_LOOK
    )
    return seen


def managed(rows: QuerySet[Share], scope: Scope) -> QuerySet[Share]:
    """Those of what the member plans."""
    if scope.may("plan", Place()):
        return rows
    products, projects = (scope.granted(kind, "plan") for kind in ("product", "project"))
    of_product = Q(product_id__in=products) | Q(project__product_id__in=products)
    return rows.filter(of_product | Q(project_id__in=projects))


def share_for(scope: Scope, share_id: UUID, _right: Right = "plan") -> Share:
    """The share, if the member may manage what it shows."""
    row = opened(scope, Share.objects.select_related("project"), share_id)
    scope.require("plan", row.place(), what="share")
    return row


def open_share(
    *,
    view: str,
    object_id: UUID,
    title: str,
    fields: list[str],
    password: str | None,
    expires_at: datetime | None,
    by: Scope,
    audience: Audience | None = None,
    framed_by: Sequence[str] = (),
    colour: str = "",
    freeze: Callable[[Share], dict[str, Any]] | None = None,
) -> tuple[Share, str]:
    """Make a share of a product's roadmap, a project's timeline or a report of it; answers it and its token, told this once.

    `freeze` tells what is kept to be shown for good; `framed_by` are origins whose pages may show it; `colour` is the field
    that a roadmap without an audience is coloured by. Raises Refusal `share.field_unknown`, `share.expired_already`,
    `share.other_product` or `roadmap.no_colours`.
    """
    check(view, object_id, fields=fields, colour=colour, audience=audience, expires_at=expires_at)
    token = secrets.token_urlsafe(32)
    # Hashing a password takes its time; do it before the transaction.
    password_hash = make_password(password) if password else ""
    with transaction.atomic():
        row = Share(
            workspace_id=by.workspace_id,
            view=view,
            title=title,
            product_id=object_id if view == "roadmap" else None,
            project_id=None if view == "roadmap" else object_id,
            fields=sorted(set(fields)),
            token_hash=hashed(token),
            password_hash=password_hash,
            expires_at=expires_at,
            created_by_id=by.member_id,
            audience=audience,
            framed_by=list(framed_by),
            colour=colour,
        )
        if freeze:
            row.frozen = plain_json(freeze(row))
        row.save(force_insert=True)
        told: dict[str, Any] = {"view": view, "fields": row.fields, "frozen": bool(freeze)}
        told |= {"audience": audience.key} if audience else {}
        told |= {"framed_by": row.framed_by} if framed_by else {}
        changes.record(by, "shared", row, after=told)
    return row, token


def check(
    view: str,
    object_id: UUID,
    *,
    fields: Sequence[str],
    colour: str,
    audience: Audience | None,
    expires_at: datetime | None,
) -> None:
    """Refuse what no share can show, or be. Raises what `open_share` does."""
    if audience is not None and (view != "roadmap" or audience.product_id != object_id):
        raise Refusal(
            "share.other_product",
            f"{audience.key} reads the roadmap of another product. Nothing was shared.",
        )
    unknown = sorted(set(fields) - _fields_of(view, object_id, colour))
    if unknown:
        raise Refusal(
            "share.field_unknown", f"A {view} has no field {', '.join(unknown)}. Nothing was shared."
        )
    if expires_at and expires_at <= timezone.now():
        raise Refusal(
            "share.expired_already", "The link would have ended before it began. Choose a later time."
        )


def _fields_of(view: str, object_id: UUID, colour: str) -> frozenset[str]:
    """The fields that can be shared, where the view can be coloured like that."""
    if view != "roadmap":
        return FIELDS[view] if not colour else frozenset()
    product = Product.objects.get(pk=object_id)
    check_field(product, colour)
    return fields_known(product)


@transaction.atomic
def close_share(row: Share, *, by: Scope, reason: str = "", cause: Change | None = None) -> Share:
    """Close the link at once. Only undo opens it again."""
    closed = Share.objects.filter(pk=row.pk, revoked_at=None).update(revoked_at=timezone.now())
    if not closed:
        raise Conflict("share.closed_already", "That link is closed already. Nothing was changed.")
    row.refresh_from_db()
    changes.record(
        by,
        "unshared",
        row,
        before={"view": row.view, "fields": row.fields},
        undo={"how": REOPEN},
        reason=reason,
        cause=cause,
    )
    return row


def _reopen(change: Change, by: Scope) -> None:
    row = share_for(by, change.object_id)
    if not Share.objects.filter(pk=row.pk, revoked_at__isnull=False).update(revoked_at=None):
        raise Conflict("undo.changed_since", "That link is open again already. Nothing was changed.")
    row.refresh_from_db()
    changes.record(by, "undid", row, undo={"how": CLOSE}, cause=change)


def _close_again(change: Change, by: Scope) -> None:
    close_share(share_for(by, change.object_id), by=by, cause=change)


undo.register(REOPEN, _reopen)
undo.register(CLOSE, _close_again)


def open_share_at(token: str) -> Share:
    """The share behind a token, while it is open; NotFound-like for closed, expired and unknown alike."""
    rows = Share.objects.select_related("audience")
    row = rows.filter(token_hash=hashed(token), revoked_at=None).first()
    if row is None or (row.expires_at and row.expires_at <= timezone.now()):
        raise closed()
    return row


def plain_json(value: Any) -> Any:
    """The value as it is answered, with dates and ids as text."""
    return json.loads(json.dumps(value, cls=DjangoJSONEncoder))


def closed() -> Refusal:
    return Refusal(
        "share.closed", "This link is not open. Ask the person who sent it for a new one.", status=404
    )


def unlock(row: Share, password: str, *, caller: str) -> str:
    """A ticket for a share with a password, good for TICKET_AGE."""
    counted = f"share:{row.pk}:{caller}"
    throttle.ration(counted, tries=10, within=timedelta(minutes=15))
    if not row.password_hash or not check_password(password, row.password_hash):
        raise Refusal("share.wrong_password", "That is not the password of this link.", status=401)
    throttle.forget(counted)
    return signing.dumps({"share": str(row.pk)}, salt=_TICKET_SALT + row.password_hash)


def check_ticket(row: Share, ticket: str | None) -> None:
    """Let a holder of a valid ticket pass; shares without a password need none."""
    if not row.password_hash:
        return
    try:
        said: dict[str, Any] = signing.loads(
            ticket or "", salt=_TICKET_SALT + row.password_hash, max_age=TICKET_AGE
        )
    except signing.BadSignature:
        said = {}
    if said.get("share") != str(row.pk):
        raise Refusal("share.password", "This link asks for a password.", status=401)
