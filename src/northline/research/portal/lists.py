"""The lists of posts and of what the changelog tells."""

from __future__ import annotations

from northline.core.listing.listings import Field, Listing, register
from northline.research.portal import schemas
from northline.research.portal.actions.changelog import revise_entry
from northline.research.portal.actions.posts import revise_post
from northline.research.portal.models import ChangelogEntry, Post

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


def register_all() -> None:
    register(POSTS)
    register(ENTRIES)
