"""The lists of audiences, share links and digests. Of a link's address and password nothing is in any of them."""

from __future__ import annotations

from typing import Any

from django.db.models import (
    Case,
    CharField,
    DateTimeField,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    UUIDField,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Now, NullIf

from northline.core.listing.counting import true_where
from northline.core.listing.listings import Field, Listing, alias_of, lead, register
from northline.core.scope import Place, Scope
from northline.delivery.models import Project
from northline.products.models import Product
from northline.reporting.audiences.actions import revise as revise_audience
from northline.reporting.audiences.schemas import AudienceOut, AudiencePatch
from northline.reporting.audiences.sight import FIELDS
from northline.reporting.digests.access import whole
from northline.reporting.digests.actions import revise as revise_digest
from northline.reporting.digests.models import Digest, DigestIssue
from northline.reporting.digests.schemas import DigestOut, DigestPatch
from northline.reporting.models import Audience, Share
from northline.reporting.schemas import ShareOut, ShareRow, show_share
from northline.reporting.shares.actions import LAST_LOOK, LOOKS, managed
from northline.reporting.shares.revising import revise_row


class ShareLineOut(ShareOut):
    """A share in a list. It has no short key."""

    kind: str
    key: str
    can: dict[str, bool]


def _shares() -> QuerySet[Any]:
    """Links have no key, and a closed one stays in the list."""
    keyless: QuerySet[Any] = Share.objects.select_related("audience", "created_by", "project").annotate(
        key=Value("", output_field=CharField()), archived_at=Value(None, output_field=DateTimeField())
    )
    product = Coalesce("product_id", "project__product_id", output_field=UUIDField())
    return lead(keyless, "shown_product", to=Product, id=product)


def _digests_steered(rows: QuerySet[Digest], scope: Scope) -> QuerySet[Digest]:
    """They hold addresses of people outside: those of products that the member steers."""
    return (
        rows if scope.may("steer", Place()) else rows.filter(product_id__in=scope.granted("product", "steer"))
    )


def _shown_shares(rows: Any, scope: Scope) -> list[dict[str, Any]]:
    return [
        show_share(row)
        | {name: getattr(row, alias_of(name)) for name in ("looks", "last_look")}
        | {"kind": row.KIND, "key": "", "can": {"edit": row.revoked_at is None}}
        for row in rows
    ]


def _title_of(model: Any, column: str) -> Subquery:
    return Subquery(model.objects.filter(pk=OuterRef(column)).values("title"), output_field=CharField())


AUDIENCES = Listing(
    "audience",
    rows=lambda: Audience.objects.select_related("product"),
    out=AudienceOut,
    fields=(
        Field("group", "choice", label="Readers", options=tuple(Audience.Group.values)),
        Field("sees", "tags", path="fields", options=tuple(sorted(FIELDS["roadmap"])), writes="fields"),
        Field(
            "statuses",
            "tags",
            label="Only in these states",
            options=("idea", "planned", "committed", "in_progress", "done"),
            writes="statuses",
        ),
        Field(
            "precision",
            "choice",
            label="Days are told",
            options=tuple(Audience.Precision.values),
            writes="precision",
        ),
        Field("layout", "choice", label="Drawn as", options=tuple(Audience.Layout.values), writes="layout"),
    ),
    patch=AudiencePatch,
    revise=revise_audience,
    sort="title",
    customisable=False,
)

SHARES = Listing(
    "share",
    rows=_shares,
    out=ShareLineOut,
    fields=(
        Field("title", "text", writes="title"),
        Field(
            "state",
            "choice",
            options=("open", "ended", "closed"),
            value=Case(
                When(revoked_at__isnull=False, then=Value("closed")),
                When(expires_at__lte=Now(), then=Value("ended")),
                default=Value("open"),
                output_field=CharField(),
            ),
        ),
        Field("view", "choice", label="Kind of view", options=tuple(Share.View.values)),
        Field(
            "of",
            "text",
            value=Coalesce(_title_of(Product, "product_id"), _title_of(Project, "project_id")),
            groups=True,
            description="The product or project that it shows.",
        ),
        Field(
            "product",
            "reference",
            path="shown_product",
            of="product",
            description="Whose roadmap it shows, or the report or timeline of one of its projects.",
        ),
        Field("audience", "reference", of="audience", writes="audience_id"),
        Field("frozen", "yes_no", value=true_where(frozen__isnull=False)),
        Field("password", "yes_no", label="Asks for a password", value=true_where(~Q(password_hash=""))),
        Field("sites", "tags", path="framed_by", label="May embed it"),
        Field("looks", "number", value=LOOKS, label="Opened"),
        Field("last_look", "date", value=LAST_LOOK, label="Last opened"),
        Field("created_by", "person", label="Shared by"),
        Field("expires_at", "datetime", label="Ends", writes="expires_at"),
        Field("closed", "yes_no", value=true_where(revoked_at__isnull=False), writes="closed"),
        Field("revoked_at", "datetime", label="Closed on"),
    ),
    patch=ShareRow,
    revise=revise_row,
    archive=None,
    product="shown_product_id",
    narrowed=managed,
    shows=_shown_shares,
    customisable=False,
)

DIGESTS = Listing(
    "digest",
    rows=whole,
    out=DigestOut,
    fields=(
        Field("stakeholder", "reference", of="stakeholder"),
        Field("organisation", "text", path="stakeholder__organisation", groups=True),
        Field("audience", "reference", label="Told as", of="audience"),
        Field("on", "yes_no", value=true_where(begun_at__isnull=False)),
        Field("frequency", "choice", options=tuple(Digest.Frequency.values), writes="frequency"),
        Field("weekday", "number", writes="weekday", sums=False, description="Monday is 0."),
        Field(
            "to",
            "text",
            value=Coalesce(NullIf(F("email"), Value("")), F("stakeholder__member__person__email")),
        ),
        Field("begun_by", "person", label="Switched on by"),
        Field("next_at", "datetime", label="Next"),
        Field(
            "last_sent",
            "date",
            value=Subquery(
                DigestIssue.objects.filter(digest=OuterRef("pk"), state=DigestIssue.State.SENT)
                .order_by("-day")
                .values("day")[:1]
            ),
        ),
        Field("unsubscribed_at", "datetime", label="Unsubscribed"),
    ),
    patch=DigestPatch,
    revise=revise_digest,
    archive=None,
    narrowed=_digests_steered,
    sort="title",
    customisable=False,
)


def register_all() -> None:
    for listing in (AUDIENCES, SHARES, DIGESTS):
        register(listing)
