"""The feedback portal: wishes, voices, answers, what waits for a moderator, and what is new."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from northline.demo.content import portal as told
from northline.demo.making import WRITERS, Making
from northline.research import actions as research
from northline.research.portal.actions import changelog, portals, posts, voices
from northline.research.portal.models import ChangelogEntry, Portal, Post, PostComment, Visitor, Vote
from northline.research.portal.visiting import guest_scope
from northline.research.portal.voting import cast_vote, recount

CROWD = 45


def remember(making: Making) -> None:
    making.past.ago(95, _portal(making))
    for number, wish in enumerate(told.WISHES):
        making.past.ago(wish.ago, _wish(making, number, wish))
        making.past.ago(min(wish.ago - 2, 66 - number), _follow_up(making, number, wish))
    for waiting in told.WAITING:
        making.past.ago(waiting[0], _waiting(making, *waiting))
    for number, who, text in told.SAID_LATELY:
        making.past.ago(1, _said_lately(making, number, who, text))
    for news in told.NEWS:
        making.past.ago(news.ago, _news(making, news))
    making.past.ago(1, _draft(making))


def _portal(making: Making) -> Callable[[], None]:
    def deed() -> None:
        fields = {
            "title": "Harbour ideas",
            "slug": "harbour",
            "intro": told.INTRO,
            "categories": list(told.CATEGORIES),
        }
        portal = portals.open_portal(making.product, fields=fields, origin="", by=making.by("priya"))
        making.keep("portal", 0, portal)
        owned = {"workspace": making.workspace, "portal": portal}
        Visitor.objects.bulk_create(Visitor(**owned) for _ in range(CROWD))

    return deed


def _of(making: Making) -> Portal:
    portal: Portal = making.rows["portal", 0]
    return portal


def _at(making: Making, ago: float) -> datetime:
    return making.past.now - timedelta(days=ago)


def _writer(making: Making, name: str) -> Visitor:
    row, _ = Visitor.objects.get_or_create(workspace=making.workspace, portal=_of(making), name=name)
    return row


def _wish(making: Making, number: int, wish: told.Wish) -> Callable[[], None]:
    def deed() -> None:
        portal, by = _of(making), making.by(WRITERS[number % 3])
        post = _posted(making, wish.title, wish.text, wish.category, wish.author)
        post = posts.approve(post, expected=post.version, by=by)
        Post.objects.filter(pk=post.pk).update(shown_at=_at(making, wish.ago))
        making.keep("post", number, post)
        insight = post.insight
        assert insight is not None
        research.revise(insight, expected=insight.version, fields={"state": "processed"}, by=by)
        crowd = Visitor.objects.filter(portal=portal, name="").order_by("pk")
        Vote.objects.bulk_create(
            Vote(
                workspace=making.workspace,
                post=post,
                visitor=visitor,
                # Spread over the time since, most of them early.
                created_at=_at(making, wish.ago * (1 - (place / wish.votes) ** 2)),
            )
            for place, visitor in enumerate(crowd[: wish.votes])
        )
        recount([post.pk])

    return deed


def _follow_up(making: Making, number: int, wish: told.Wish) -> Callable[[], None]:
    """What the team did about it: voices of customers, its aim, an answer, a status."""

    def deed() -> None:
        post, by = _now(making, number), making.by("priya")
        for customer in wish.heard:
            voices.vote_for(post, customer=making.rows["customer", customer], by=making.by("lena"))
        if wish.aim:
            kind, at = wish.aim
            aim = making.rows[kind, at].pk
            post = posts.connect(_now(making, number), expected=post.version, kind=kind, object_id=aim, by=by)
        fields = {"status": wish.status, "answer": wish.answer}
        posts.revise_post(post, expected=post.version, fields=fields, by=by)
        Post.objects.filter(pk=post.pk, answered_at__isnull=False).update(
            answered_at=_at(making, wish.ago - 2)
        )
        for who, text in wish.said:
            _say(making, post, who, text, ago=wish.ago - 3)

    return deed


def _now(making: Making, number: int) -> Post:
    post: Post = making.rows["post", number]
    post.refresh_from_db()
    return post


def _posted(making: Making, title: str, text: str, category: str, author: str) -> Post:
    portal = _of(making)
    fields: dict[str, Any] = {"title": title, "words": text, "category": category}
    writer = _writer(making, author) if author else None
    post = posts.add_post(portal, fields=fields | {"author": writer}, waits=True, by=guest_scope(portal))
    if writer:
        cast_vote(post, visitor=writer)
    return post


def _say(making: Making, post: Post, who: str, text: str, *, ago: float, state: str = "shown") -> None:
    if who:
        row = PostComment.objects.create(
            workspace=making.workspace, post=post, author=_writer(making, who), words=text, state=state
        )
    else:
        row = voices.say(post, text=text, by=making.by("priya"))
    PostComment.objects.filter(pk=row.pk).update(created_at=_at(making, ago))
    recount([post.pk])


def _waiting(
    making: Making, ago: int, title: str, text: str, category: str, author: str
) -> Callable[[], None]:
    def deed() -> None:
        _posted(making, title, text, category, author)

    return deed


def _said_lately(making: Making, number: int, who: str, text: str) -> Callable[[], None]:
    def deed() -> None:
        _say(making, _now(making, number), who, text, ago=0.4, state="pending")

    return deed


def _news(making: Making, news: told.News) -> Callable[[], None]:
    def deed() -> None:
        fields = {
            "title": news.title,
            "words": news.text,
            "sort": news.sort,
            "day": making.day(-news.ago),
            "post_ids": [making.rows["post", one].pk for one in news.wishes],
            "initiative_ids": [making.rows["initiative", one].pk for one in news.initiatives],
        }
        by = making.by("priya")
        row = changelog.draft(_of(making), fields=fields, by=by)
        changelog.publish(row, expected=row.version, by=by)
        ChangelogEntry.objects.filter(pk=row.pk).update(published_at=_at(making, news.ago))

    return deed


def _draft(making: Making) -> Callable[[], None]:
    def deed() -> None:
        title, text, sort = told.DRAFT
        fields = {"title": title, "words": text, "sort": sort, "day": making.day(14)}
        changelog.draft(_of(making), fields=fields, by=making.by("priya"))

    return deed
