"""The lists of posts, of who voted for them, and of what the changelog tells."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import BooleanField, Case, QuerySet, Value, When

from northline.core.listing.listings import Field, Listing, names_of, parts_of, register
from northline.core.schemas import PartOut, part
from northline.core.scope import Scope
from northline.research.portal import schemas
from northline.research.portal.actions.changelog import revise_entry
from northline.research.portal.actions.posts import revise_post
from northline.research.portal.actions.voices import take_away
from northline.research.portal.models import ChangelogEntry, Post, Vote
from northline.research.portal.queries import show_voice

_WHOSE = Case(When(customer__isnull=False, then=Value("customer")), default=Value("visitor"))
_VERIFIED = Case(
    When(visitor__verified_at__isnull=False, then=Value(True)),
    When(visitor__isnull=False, then=Value(False)),
    output_field=BooleanField(null=True),
)

POSTS = Listing(
    "post",
    rows=lambda: Post.objects.select_related("portal", "author", "product"),
    out=schemas.PostOut,
    fields=(
        Field("state", "choice", options=tuple(Post.State.values)),
        Field("status", "choice", options=tuple(Post.Status.values), writes="status"),
        Field("category", "text", groups=True, writes="category"),
        Field("votes", "number", path="vote_count"),
        Field("comments", "number", path="comment_count"),
        Field("shown_at", "datetime", label="Shown since"),
    ),
    patch=schemas.PostPatch,
    revise=revise_post,
    customisable=False,
)


ENTRIES = Listing(
    "changelog_entry",
    rows=lambda: ChangelogEntry.objects.select_related("portal", "product"),
    out=schemas.ChangelogEntryOut,
    fields=(
        Field("sort", "choice", options=tuple(ChangelogEntry.Sort.values), writes="sort"),
        Field("day", "date", writes="day"),
        Field("published_at", "datetime", label="Published"),
        Field("words", "text", writes="words", sorts=False),
    ),
    patch=schemas.ChangelogEntryPatch,
    revise=revise_entry,
    sort="-day",
    customisable=False,
)


class VoteLineOut(schemas.VoiceOut, PartOut):
    """A voice in a list, as a part of its post. It is never edited, so that there is only one version of it."""

    version: int = 1


def _votes() -> QuerySet[Any]:
    rows = Vote.objects.select_related("post__product", "customer", "visitor", "by")
    voices: QuerySet[Any] = parts_of(rows, "post").annotate(version=Value(1))
    return voices


def _shown_votes(rows: Iterable[Vote], scope: Scope) -> list[dict[str, Any]]:
    return [
        show_voice(row) | part(row, row.post) | {"can": {"remove": scope.may("contribute", row.place())}}
        for row in rows
    ]


VOTES = Listing(
    "vote",
    rows=_votes,
    out=VoteLineOut,
    fields=(
        *names_of("post", label="Post"),
        Field("whose", "choice", options=("customer", "visitor"), value=_WHOSE),
        Field("customer", "reference", of="customer"),
        Field("segment", "text", path="customer__segment", groups=True),
        Field(
            "visitor",
            "text",
            path="visitor__name",
            description="As they call themselves; nobody's address is told.",
        ),
        Field("verified", "yes_no", value=_VERIFIED, description="Did the visitor prove their address?"),
        Field("by", "person", label="Given by", description="Who gave a customer's voice."),
        Field("status", "choice", path="post__status", options=tuple(Post.Status.values)),
        Field("category", "text", path="post__category", groups=True),
        Field("post", "reference", of="post"),
        Field("product", "reference", path="post__product", of="product"),
    ),
    archive=None,
    remove=take_away,
    product="post__product_id",
    shows=_shown_votes,
    customisable=False,
)


def register_all() -> None:
    for listing in (POSTS, ENTRIES, VOTES):
        register(listing)
