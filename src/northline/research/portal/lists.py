"""The lists of portals, of posts, of what visitors say of them and vote for, and of what the changelog tells."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import BooleanField, Case, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from northline.core.listing.counting import counted, true_where
from northline.core.listing.listings import Field, Listing, names_of, parts_of, register
from northline.core.schemas import PartOut, Patch, part
from northline.core.scope import Scope
from northline.research.portal import schemas
from northline.research.portal.actions.changelog import revise_entry
from northline.research.portal.actions.portals import revise_portal
from northline.research.portal.actions.posts import revise_post
from northline.research.portal.actions.voices import revise_comment, take_away
from northline.research.portal.models import ChangelogEntry, Portal, Post, PostComment, Vote
from northline.research.portal.queries import show_voice

_WHOSE = Case(When(customer__isnull=False, then=Value("customer")), default=Value("visitor"))


def _verified(visitor: str) -> Case:
    return Case(
        When(**{f"{visitor}__verified_at__isnull": False}, then=Value(True)),
        When(**{f"{visitor}__isnull": False}, then=Value(False)),
        output_field=BooleanField(null=True),
    )


def _posts_of(**which: Any) -> Coalesce:
    """How many posts of that kind a portal has."""
    return counted(Post.objects.filter(portal=OuterRef("pk"), archived_at=None, **which))


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
        Field(
            "verified",
            "yes_no",
            value=_verified("visitor"),
            description="Did the visitor prove their address?",
        ),
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


class PostCommentRow(Patch):
    """What is changed of many comments at once: may everybody read them?"""

    state: schemas.CommentState | None = None


class PostCommentLineOut(schemas.PostCommentOut, PartOut):
    """A comment in a list, as a part of its post."""


def _shown_comments(rows: Iterable[PostComment], scope: Scope) -> list[dict[str, Any]]:
    return [part(row, row.post) | schemas.show_comment(row, scope) for row in rows]


COMMENTS = Listing(
    "post_comment",
    rows=lambda: parts_of(PostComment.objects.select_related("post__product", "author", "by"), "post"),
    out=PostCommentLineOut,
    fields=(
        *names_of("post", label="Post"),
        Field("words", "text", label="Said", sorts=False),
        Field("state", "choice", options=tuple(PostComment.State.values), writes="state"),
        Field(
            "visitor",
            "text",
            path="author__name",
            description="As they call themselves; nobody's address is told.",
        ),
        Field(
            "verified",
            "yes_no",
            value=_verified("author"),
            description="Did the visitor prove their address?",
        ),
        Field("official", "yes_no", label="By the team"),
        Field("by", "person", label="Member"),
        Field(
            "status",
            "choice",
            label="Status of the post",
            path="post__status",
            options=tuple(Post.Status.values),
        ),
        Field("category", "text", path="post__category", groups=True),
        Field("post", "reference", of="post"),
        Field("product", "reference", path="post__product", of="product"),
    ),
    patch=PostCommentRow,
    revise=revise_comment,
    archive=None,
    product="post__product_id",
    shows=_shown_comments,
    customisable=False,
)
PORTALS = Listing(
    "portal",
    rows=lambda: Portal.objects.select_related("product"),
    out=schemas.PortalOut,
    fields=(
        Field("slug", "text", label="Address", writes="slug"),
        Field("access", "choice", options=tuple(Portal.Access.values), writes="access"),
        Field(
            "moderated",
            "yes_no",
            writes="moderated",
            description="Does what visitors write wait for somebody?",
        ),
        Field(
            "anonymous", "yes_no", writes="anonymous", description="May one write without a proved address?"
        ),
        Field("voting", "yes_no", writes="voting"),
        Field("commenting", "yes_no", writes="commenting"),
        Field("passphrase", "yes_no", value=true_where(~Q(passphrase_hash=""))),
        Field("categories", "tags", writes="categories"),
        Field("intro", "text", writes="intro", sorts=False),
        Field("posts", "number", value=_posts_of(state="shown")),
        Field("waiting", "number", label="Posts that wait", value=_posts_of(state="pending")),
    ),
    patch=schemas.PortalPatch,
    revise=revise_portal,
    sort="title",
    customisable=False,
)


def register_all() -> None:
    for listing in (POSTS, ENTRIES, VOTES, COMMENTS, PORTALS):
        register(listing)
