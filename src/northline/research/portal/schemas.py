"""What requests and answers about portals look like to members. What strangers get is in `public.schemas`."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints

from northline.core.schemas import In, Line, ObjectOut, Out, Patch, Ref, Writable, object_fields
from northline.core.scope import Scope
from northline.research.portal import rules
from northline.research.portal.models import ChangelogEntry, Portal, PortalGuest, Post, PostComment
from northline.research.portal.public.schemas import Access, Email, EntrySort, Said, Status, Wish, Words

State = Literal["pending", "shown", "rejected", "spam", "merged"]
CommentState = Literal["pending", "shown", "rejected", "spam"]
Judged = Literal["shown", "rejected", "spam"]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", min_length=2, max_length=60)]
Label = Annotated[str, StringConstraints(max_length=60), AfterValidator(rules.one_line), Writable]
Category = Annotated[Label, Field(min_length=1)]
Categories = Annotated[list[Category], Field(max_length=30)]
StatusNames = dict[Status, Label]
Intro = Annotated[str, StringConstraints(max_length=2_000), AfterValidator(rules.cleaned)]
Ids = Annotated[list[UUID], Field(max_length=50)]


class PortalIn(In):
    product_id: UUID
    title: Wish
    slug: Slug | None = Field(
        None, description="Its address: /p/<slug>. Made from the title where it is left out."
    )
    access: Access = "public"
    intro: Intro = ""
    categories: Categories = []
    status_names: StatusNames = {}
    anonymous: bool = True
    moderated: bool = True
    voting: bool = True
    commenting: bool = True


class PortalPatch(Patch):
    title: Wish | None = None
    slug: Slug | None = None
    access: Access | None = None
    intro: Intro | None = None
    categories: Categories | None = None
    status_names: StatusNames | None = None
    anonymous: bool | None = None
    moderated: bool | None = None
    voting: bool | None = None
    commenting: bool | None = None


class PortalOut(ObjectOut):
    product_id: UUID
    slug: str
    access: Access
    intro: str
    categories: list[str]
    status_names: dict[str, str]
    anonymous: bool
    moderated: bool
    voting: bool
    commenting: bool
    passphrase: bool


class NewPassphrase(In):
    passphrase: Annotated[str, StringConstraints(max_length=200)] = Field(
        description='At least eight characters, or "" for none.'
    )


class GuestIn(In):
    email: Email


class GuestOut(Out):
    id: UUID
    email: str
    created_at: datetime


class PostIn(In):
    portal_id: UUID
    title: Wish
    text: Words = ""
    category: Label = ""
    customer_id: UUID | None = Field(None, description="Who wants it: their voice is given with the post.")


class PostPatch(Patch):
    title: Wish | None = None
    words: Words | None = None
    category: Label | None = None
    status: Status | None = None
    answer: Words | None = None


class PostOut(ObjectOut):
    """`author` is what its writer is called in public; `told` how many were told by mail that it has shipped."""

    portal_id: UUID
    product_id: UUID
    words: str
    category: str
    state: State
    status: Status
    author: str
    shown_at: datetime | None
    rejection: str
    answer: str
    answered_at: datetime | None
    votes: int
    comments: int
    merged_into_id: UUID | None


class PostPage(PostOut):
    insight: Ref | None
    target: Ref | None
    merged_into: Ref | None
    proposal: str
    told: int
    slug: str


class Rejection(In):
    reason: Line = ""


class MergeInto(In):
    into_id: UUID


class Connection(In):
    kind: Literal["idea", "initiative", ""] = ""
    id: UUID | None = None


class Shipping(In):
    shipped: bool


class CustomerVote(In):
    customer_id: UUID


class VoiceOut(Out):
    """A voice: a customer's, or that of a visitor, who is told by the name they gave."""

    id: UUID
    customer: Ref | None
    visitor: str
    verified: bool
    by: str
    at: datetime


class SayIn(In):
    text: Said


class PostCommentOut(Out):
    id: UUID
    post_id: UUID
    version: int
    words: str
    author: str
    official: bool
    state: CommentState
    created_at: datetime
    can: dict[str, bool]


class Verdict(In):
    state: Judged


class WaitingOut(Out):
    """What waits for a moderator: posts, comments with their posts, and posts whose wish may be fulfilled."""

    posts: list[PostOut]
    comments: list[WaitingComment]
    proposals: list[Proposed]


class WaitingComment(PostCommentOut):
    post: Ref


class Proposed(Out):
    post: PostOut
    released: str
    at: datetime


class ChangelogEntryIn(In):
    portal_id: UUID
    title: Wish
    words: Words = ""
    sort: EntrySort = "new"
    day: date
    post_ids: Ids = []
    initiative_ids: Ids = []


class ChangelogEntryPatch(Patch):
    title: Wish | None = None
    words: Words | None = None
    sort: EntrySort | None = None
    day: date | None = None
    post_ids: Ids | None = None
    initiative_ids: Ids | None = None


class ChangelogEntryOut(ObjectOut):
    portal_id: UUID
    product_id: UUID
    words: str
    sort: EntrySort
    day: date
    published_at: datetime | None
    post_ids: list[UUID]
    initiative_ids: list[UUID]


WaitingOut.model_rebuild()


def show_portal(row: Portal, scope: Scope) -> dict[str, Any]:
    can = {"edit": scope.may("steer", row.place()), "moderate": scope.may("contribute", row.place())}
    return object_fields(row, can=can) | {
        "product_id": row.product_id,
        "slug": row.slug,
        "access": row.access,
        "intro": row.intro,
        "categories": row.categories,
        "status_names": row.status_names,
        "anonymous": row.anonymous,
        "moderated": row.moderated,
        "voting": row.voting,
        "commenting": row.commenting,
        "passphrase": bool(row.passphrase_hash),
    }


def show_guest(row: PortalGuest) -> dict[str, Any]:
    return {"id": row.pk, "email": row.email, "created_at": row.created_at}


def show_post(row: Post, scope: Scope) -> dict[str, Any]:
    return object_fields(row, can={"edit": scope.may("contribute", row.place())}) | {
        "portal_id": row.portal_id,
        "product_id": row.product_id,
        "words": row.words,
        "category": row.category,
        "state": row.state,
        "status": row.status,
        "author": row.author.name if row.author else "",
        "shown_at": row.shown_at,
        "rejection": row.rejection,
        "answer": row.answer,
        "answered_at": row.answered_at,
        "votes": row.vote_count,
        "comments": row.comment_count,
        "merged_into_id": row.merged_into_id,
    }


def show_comment(row: PostComment, scope: Scope) -> dict[str, Any]:
    return {
        "id": row.pk,
        "post_id": row.post_id,
        "version": row.version,
        "words": row.words,
        "author": row.by.name if row.by else row.author.name if row.author else "",
        "official": row.official,
        "state": row.state,
        "created_at": row.created_at,
        "can": {"edit": scope.may("contribute", row.post.place())},
    }


def show_entry(row: ChangelogEntry, scope: Scope) -> dict[str, Any]:
    return object_fields(row, can={"edit": scope.may("steer", row.place())}) | {
        "portal_id": row.portal_id,
        "product_id": row.product_id,
        "words": row.words,
        "sort": row.sort,
        "day": row.day,
        "published_at": row.published_at,
        "post_ids": row.post_ids,
        "initiative_ids": row.initiative_ids,
    }
