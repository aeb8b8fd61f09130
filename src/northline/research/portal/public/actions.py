"""What strangers do. Each is rationed by where they come from and by who they are, before anything is written."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from northline.core import changes, throttle
from northline.core.refusal import Refusal
from northline.core.scope import Scope
from northline.research.portal import telling
from northline.research.portal.actions.posts import add_post
from northline.research.portal.keys import Purpose, key_for
from northline.research.portal.models import Portal, Post, PostComment, Visitor
from northline.research.portal.rules import MOST_LINKS, links_in
from northline.research.portal.visiting import Visit, is_invited, present
from northline.research.portal.voting import cast_vote, recount, take_vote

HOUR = timedelta(hours=1)
# How often an hour: by one address on the net, and by one visitor.
POSTS, COMMENTS, VOTES, KEYS, LOOKUPS = (12, 6), (40, 20), (300, 120), (12, 4), (1_200, 1_200)


def submit(visit: Visit, *, title: str, text: str, category: str, name: str, by: Scope) -> tuple[Visit, Post]:
    """Take in a wish; its author's own voice counts for it.

    Raises Refusal `portal.sign_in_first`, `portal.category_unknown`, `portal.too_many_links`, `rate.limited`.
    """
    ration(visit, "post", POSTS)
    _may_write(visit)
    _check_links(f"{title}\n{text}")
    if category and category not in visit.portal.categories:
        raise Refusal(
            "portal.category_unknown",
            "There is no such category here. Choose one of those shown. Nothing was sent.",
        )
    with transaction.atomic():
        visit = present(visit, name=name)
        fields = {"title": title, "words": text, "category": category, "author": visit.visitor}
        row = add_post(visit.portal, fields=fields, waits=visit.portal.moderated and not visit.member, by=by)
        if visit.portal.voting:
            cast_vote(row, visitor=visit.visitor)
    return visit, row


def vote(visit: Visit, post: Post) -> Visit:
    """Give this visitor's voice; giving it twice counts once. Raises Refusal `portal.no_votes`, `rate.limited`."""
    ration(visit, "vote", VOTES)
    _may_vote(visit, post)
    with transaction.atomic():
        visit = present(visit)
        cast_vote(post, visitor=visit.visitor)
    return visit


def unvote(visit: Visit, post: Post) -> None:
    """Take this visitor's voice back, if there is one."""
    ration(visit, "vote", VOTES)
    _may_vote(visit, post)
    if visit.visitor:
        with transaction.atomic():
            take_vote(post, visitor=visit.visitor)


def say(visit: Visit, post: Post, *, text: str, name: str, by: Scope) -> tuple[Visit, PostComment]:
    """Comment on a post. Raises Refusal `portal.no_comments`, `portal.sign_in_first`, `portal.too_many_links`."""
    ration(visit, "comment", COMMENTS)
    if not visit.portal.commenting:
        raise Refusal("portal.no_comments", "Comments are switched off here. Nothing was sent.", status=409)
    _may_write(visit)
    _check_links(text)
    waits = visit.portal.moderated and not visit.member
    with transaction.atomic():
        visit = present(visit, name=name)
        row = PostComment.objects.create(
            workspace_id=post.workspace_id,
            post=post,
            author=visit.visitor,
            words=text,
            state="pending" if waits else "shown",
        )
        recount([post.pk])
        # What was said stays out of the spine, which outlives its removal.
        changes.record(by, "commented", post, after={"comment": str(row.pk)})
    return visit, row


def send_key(visit: Visit, email: str, *, purpose: Purpose) -> None:
    """Mail a way in to the address, where it may come in; the answer tells nobody whether it may."""
    throttle.ration(f"portal-key:{visit.portal.pk}:{visit.caller}", tries=KEYS[0], within=HOUR)
    throttle.ration(f"portal-key:{visit.portal.pk}:{email}", tries=KEYS[1], within=HOUR)
    if visit.portal.access == Portal.Access.PRIVATE and not is_invited(visit.portal, email):
        return
    with transaction.atomic():
        telling.send_key(
            visit.portal, email, key=key_for(visit.portal, email, purpose=purpose), purpose=purpose
        )


def follow(visit: Visit) -> Visit:
    """Tell this visitor, whose address is proved, of what is new."""
    with transaction.atomic():
        visit = present(visit)
        assert visit.visitor
        Visitor.objects.filter(pk=visit.visitor.pk).update(follows_since=timezone.now(), unsubscribed_at=None)
        visit.visitor.refresh_from_db()
    return visit


def unfollow(visit: Visit) -> None:
    if visit.visitor:
        Visitor.objects.filter(pk=visit.visitor.pk).update(follows_since=None)


def ration(visit: Visit, what: str, tries: tuple[int, int]) -> None:
    """Count one deed of this address on the net and one of this visitor."""
    name = f"portal-{what}:{visit.portal.pk}"
    throttle.ration(f"{name}:{visit.caller}", tries=tries[0], within=HOUR)
    if visit.visitor:
        throttle.ration(f"{name}:{visit.visitor.pk}", tries=tries[1], within=HOUR)


def _may_write(visit: Visit) -> None:
    if not visit.portal.anonymous and not visit.verified:
        raise Refusal(
            "portal.sign_in_first",
            "Here one writes under a proved e-mail address. Ask for a link to yours first. Nothing was sent.",
            status=401,
        )


def _may_vote(visit: Visit, post: Post) -> None:
    if not visit.portal.voting or post.state != Post.State.SHOWN:
        raise Refusal("portal.no_votes", "There is no voting on this. Nothing was changed.", status=409)


def _check_links(text: str) -> None:
    if links_in(text) > MOST_LINKS:
        raise Refusal(
            "portal.too_many_links",
            f"At most {MOST_LINKS} links, please: more look like spam. Nothing was sent.",
        )
