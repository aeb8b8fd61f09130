"""What strangers send and get. An answer is built up from these fields alone; nothing is taken away afterwards."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AfterValidator, EmailStr, Field, StringConstraints

from northline.core.schemas import In, Out
from northline.research.portal import rules
from northline.research.portal.models import ChangelogEntry, Portal, Post, PostComment
from northline.research.portal.visiting import Visit

Status = Literal["under_review", "planned", "in_progress", "shipped", "declined"]
Access = Literal["public", "private", "submit_only"]
Sorting = Literal["votes", "new", "trending"]
EntrySort = Literal["new", "improved", "fixed"]
Email = Annotated[EmailStr, AfterValidator(str.lower)]


def _filled(text: str) -> str:
    if not text:
        raise ValueError("Write something that can be read.")
    return text


Wish = Annotated[
    str,
    StringConstraints(max_length=rules.TITLE_LENGTH),
    AfterValidator(rules.one_line),
    AfterValidator(_filled),
]
Words = Annotated[str, StringConstraints(max_length=rules.TEXT_LENGTH), AfterValidator(rules.cleaned)]
Said = Annotated[
    str,
    StringConstraints(max_length=rules.COMMENT_LENGTH),
    AfterValidator(rules.cleaned),
    AfterValidator(_filled),
]
Name = Annotated[str, StringConstraints(max_length=rules.NAME_LENGTH), AfterValidator(rules.one_line)]
Trap = Annotated[
    str,
    StringConstraints(max_length=300),
    Field(description="A field that people do not see. Leave it empty."),
]


class Wishing(In):
    title: Wish
    text: Words = ""
    category: Annotated[str, StringConstraints(max_length=60)] = ""
    name: Name = ""
    website: Trap = ""


class Saying(In):
    text: Said
    name: Name = ""
    website: Trap = ""


class Passphrase(In):
    passphrase: Annotated[str, StringConstraints(max_length=200)]


class Address(In):
    email: Email
    website: Trap = ""


class MailedKey(In):
    key: Annotated[str, StringConstraints(max_length=1_000)]


class Received(Out):
    """`state` says whether it is to be seen or waits for a moderator."""

    id: UUID | None
    state: Literal["pending", "shown"]


class VisitorOut(Out):
    """Who is looking: their own data."""

    name: str
    email: str
    verified: bool
    member: bool
    follows: bool


class PublicPortal(Out):
    slug: str
    title: str
    intro: str
    access: Access
    categories: list[str]
    statuses: dict[str, str]
    anonymous: bool
    moderated: bool
    voting: bool
    commenting: bool
    passphrase: bool
    visitor: VisitorOut


class PublicAnswer(Out):
    text: str
    at: datetime | None


class PublicPost(Out):
    id: UUID
    title: str
    text: str
    category: str
    status: Status
    pending: bool
    votes: int
    comments: int
    voted: bool
    mine: bool
    author: str
    at: datetime
    answer: PublicAnswer | None


class PublicPosts(Out):
    items: list[PublicPost]
    more: bool


class PublicComment(Out):
    id: UUID
    text: str
    author: str
    official: bool
    pending: bool
    at: datetime


class PublicPostPage(PublicPost):
    said: list[PublicComment]


class Suggestion(Out):
    id: UUID
    title: str
    votes: int
    status: Status


class Vote(Out):
    votes: int
    voted: bool


class PublicEntry(Out):
    id: UUID
    title: str
    text: str
    sort: EntrySort
    day: date
    posts: list[Suggestion]


class PublicEntries(Out):
    items: list[PublicEntry]
    more: bool


def show_portal(visit: Visit) -> dict[str, Any]:
    row, visitor = visit.portal, visit.visitor
    return {
        "slug": row.slug,
        "title": rules.one_line(row.title),
        "intro": rules.cleaned(row.intro),
        "access": row.access,
        "categories": [rules.one_line(name) for name in row.categories],
        "statuses": named_statuses(row),
        "anonymous": row.anonymous,
        "moderated": row.moderated,
        "voting": row.voting,
        "commenting": row.commenting,
        "passphrase": bool(row.passphrase_hash),
        "visitor": {
            "name": visitor.name if visitor else visit.member.name if visit.member else "",
            "email": visit.email,
            "verified": visit.verified,
            "member": visit.member is not None,
            "follows": bool(visitor and visitor.follows_since),
        },
    }


def named_statuses(row: Portal) -> dict[str, str]:
    """What each status is called here; "" for its usual name, which the client words."""
    return {name: rules.one_line(row.status_names.get(name, "")) for name in rules.STATUSES}


def show_post(row: Post, visit: Visit, *, voted: bool) -> dict[str, Any]:
    return {
        "id": row.pk,
        "title": rules.one_line(row.title),
        "text": rules.cleaned(row.words),
        "category": rules.one_line(row.category),
        "status": row.status,
        "pending": row.state == Post.State.PENDING,
        "votes": row.vote_count,
        "comments": row.comment_count,
        "voted": voted,
        "mine": visit.visitor is not None and row.author_id == visit.visitor.pk,
        "author": rules.one_line(row.author.name) if row.author else "",
        "at": row.shown_at or row.created_at,
        "answer": {"text": rules.cleaned(row.answer), "at": row.answered_at} if row.answer else None,
    }


def show_comment(row: PostComment) -> dict[str, Any]:
    return {
        "id": row.pk,
        "text": rules.cleaned(row.words),
        "author": rules.one_line(row.author.name) if row.author and not row.official else "",
        "official": row.official,
        "pending": row.state == PostComment.State.PENDING,
        "at": row.created_at,
    }


def show_suggestion(row: Post) -> dict[str, Any]:
    return {"id": row.pk, "title": rules.one_line(row.title), "votes": row.vote_count, "status": row.status}


def show_entry(row: ChangelogEntry, posts: list[Post]) -> dict[str, Any]:
    return {
        "id": row.pk,
        "title": rules.one_line(row.title),
        "text": rules.cleaned(row.words),
        "sort": row.sort,
        "day": row.day,
        "posts": [show_suggestion(post) for post in posts],
    }
