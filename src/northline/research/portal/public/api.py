"""The public addresses of a portal. They need no sign-in; whoever is known is known by a cookie or a session."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.csrf import csrf_protect
from ninja import Router
from ninja.decorators import decorate_view

from northline.research.portal import keys
from northline.research.portal.models import PostComment
from northline.research.portal.public import actions, queries, schemas
from northline.research.portal.visiting import (
    Visit,
    forget,
    inside,
    remember,
    scope_of_visit,
    unlocked,
    visit_at,
)

router = Router(tags=["public portal"])
AT = "/public/portals/{slug}"
# Whoever fills in what people do not see is a machine; it is told what it wants to hear.
SWALLOWED = {"id": None, "state": "pending"}


@router.get(AT, response=schemas.PublicPortal, operation_id="read_public_portal")
def read_public_portal(request: Any, slug: str) -> Any:
    """What the portal is about, and who you are to it."""
    return schemas.show_portal(inside(request, slug))


@router.get(f"{AT}/posts", response=schemas.PublicPosts, operation_id="list_public_posts")
def list_public_posts(
    request: Any,
    slug: str,
    q: str = "",
    status: schemas.Status | None = None,
    category: str = "",
    sort: schemas.Sorting = "votes",
    page: int = 0,
) -> Any:
    """What people wished, twenty a page."""
    visit = inside(request, slug)
    rows, more, voted = queries.page_of_posts(
        visit, q=q[:200], status=status or "", category=category, sort=sort, page=min(page, 10_000)
    )
    return {
        "items": [schemas.show_post(row, visit, voted=row.pk in voted) for row in rows],
        "more": more,
    }


@router.get(f"{AT}/suggestions", response=list[schemas.Suggestion], operation_id="suggest_public_posts")
def suggest_public_posts(request: Any, slug: str, q: str = "") -> Any:
    """Posts that may say the same as what is being typed."""
    visit = inside(request, slug)
    actions.ration(visit, "suggest", actions.LOOKUPS)
    return [schemas.show_suggestion(row) for row in queries.suggestions(visit, q[:200])]


@router.get(f"{AT}/posts/{{post_id}}", response=schemas.PublicPostPage, operation_id="read_public_post")
def read_public_post(request: Any, slug: str, post_id: UUID) -> Any:
    """A post with what was said under it; the one into which it was merged, where it was."""
    visit = inside(request, slug)
    row = queries.visible_post(visit, post_id)
    said = queries.comments_of(row, visit)
    voted = bool(queries.voted_for(visit, [row]))
    return schemas.show_post(row, visit, voted=voted) | {"said": [schemas.show_comment(one) for one in said]}


@router.post(f"{AT}/posts", response={201: schemas.Received}, operation_id="submit_public_post")
@decorate_view(csrf_protect)
def submit_public_post(request: Any, response: HttpResponse, slug: str, body: schemas.Wishing) -> Any:
    """Say what you need. Where posts are moderated, it waits until somebody has read it."""
    visit = inside(request, slug)
    if body.website:
        return 201, SWALLOWED
    by = scope_of_visit(visit, request)
    visit, row = actions.submit(visit, **body.model_dump(exclude={"website"}), by=by)
    remember(response, visit)
    return 201, {"id": row.pk, "state": row.state}


@router.post(f"{AT}/posts/{{post_id}}/vote", response=schemas.Vote, operation_id="vote_for_public_post")
@decorate_view(csrf_protect)
def vote_for_public_post(request: Any, response: HttpResponse, slug: str, post_id: UUID) -> Any:
    """Give it your voice; twice counts once."""
    visit = inside(request, slug)
    visit = actions.vote(visit, queries.visible_post(visit, post_id))
    remember(response, visit)
    return _voice(visit, post_id)


@router.delete(f"{AT}/posts/{{post_id}}/vote", response=schemas.Vote, operation_id="unvote_for_public_post")
@decorate_view(csrf_protect)
def unvote_for_public_post(request: Any, slug: str, post_id: UUID) -> Any:
    """Take your voice back."""
    visit = inside(request, slug)
    actions.unvote(visit, queries.visible_post(visit, post_id))
    return _voice(visit, post_id)


@router.post(
    f"{AT}/posts/{{post_id}}/comments",
    response={201: schemas.Received},
    operation_id="comment_on_public_post",
)
@decorate_view(csrf_protect)
def comment_on_public_post(
    request: Any, response: HttpResponse, slug: str, post_id: UUID, body: schemas.Saying
) -> Any:
    visit = inside(request, slug)
    post = queries.visible_post(visit, post_id)
    if body.website:
        return 201, SWALLOWED
    by = scope_of_visit(visit, request)
    visit, row = actions.say(visit, post, text=body.text, name=body.name, by=by)
    remember(response, visit)
    return 201, _received(row)


@router.post(f"{AT}/unlock", response=schemas.PublicPortal, operation_id="unlock_public_portal")
@decorate_view(csrf_protect)
def unlock_public_portal(request: Any, response: HttpResponse, slug: str, body: schemas.Passphrase) -> Any:
    """Enter a private portal by its passphrase."""
    visit = visit_at(request, slug)
    actions.ration(visit, "unlock", (10, 10))
    visit = unlocked(visit, body.passphrase)
    remember(response, visit)
    return schemas.show_portal(visit)


@router.post(f"{AT}/keys", response={204: None}, operation_id="ask_for_portal_key")
@decorate_view(csrf_protect)
def ask_for_portal_key(request: Any, slug: str, body: schemas.Address) -> Any:
    """Get a link by mail that proves the address to be yours. The answer is the same whether it may come in or not."""
    if not body.website:
        actions.send_key(visit_at(request, slug), body.email, purpose="enter")
    return 204, None


@router.post(f"{AT}/entry", response=schemas.PublicPortal, operation_id="use_portal_key")
@decorate_view(csrf_protect)
def use_portal_key(request: Any, response: HttpResponse, slug: str, body: schemas.MailedKey) -> Any:
    """Come in by a mailed link, once. What this browser did before is yours from now on."""
    visit = keys.use(visit_at(request, slug), body.key)
    remember(response, visit)
    return schemas.show_portal(visit)


@router.delete(f"{AT}/entry", response={204: None}, operation_id="leave_public_portal")
@decorate_view(csrf_protect)
def leave_public_portal(request: Any, response: HttpResponse, slug: str) -> Any:
    """Be a stranger again in this browser."""
    forget(response, visit_at(request, slug).portal)
    return 204, None


@router.get(f"{AT}/changelog", response=schemas.PublicEntries, operation_id="read_public_changelog")
def read_public_changelog(request: Any, slug: str, page: int = 0) -> Any:
    """What is new, twenty a page."""
    rows, more = queries.page_of_changelog(inside(request, slug), min(page, 10_000))
    return {"items": [schemas.show_entry(row, posts) for row, posts in rows], "more": more}


@router.post(f"{AT}/following", response={204: None}, operation_id="follow_public_changelog")
@decorate_view(csrf_protect)
def follow_public_changelog(request: Any, slug: str, body: schemas.Address) -> Any:
    """Hear of what is new by mail: at once for the address that is proved to be yours, else after a mailed yes."""
    visit = inside(request, slug)
    if body.website:
        return 204, None
    if visit.verified and visit.email == body.email:
        actions.follow(visit)
    else:
        actions.send_key(visit, body.email, purpose="follow")
    return 204, None


@router.delete(f"{AT}/following", response={204: None}, operation_id="unfollow_public_changelog")
@decorate_view(csrf_protect)
def unfollow_public_changelog(request: Any, slug: str) -> Any:
    actions.unfollow(inside(request, slug))
    return 204, None


@router.post(f"{AT}/unsubscription", response={204: None}, operation_id="unsubscribe_from_portal")
@decorate_view(csrf_protect)
def unsubscribe_from_portal(request: Any, slug: str, body: schemas.MailedKey) -> Any:
    """Get no more mail from this portal, by the link in any of its mails."""
    keys.unsubscribe(visit_at(request, slug).portal, body.key)
    return 204, None


def _received(row: PostComment) -> dict[str, Any]:
    return {"id": row.pk, "state": row.state}


def _voice(visit: Visit, post_id: UUID) -> dict[str, Any]:
    row = queries.visible_post(visit, post_id)
    return {"votes": row.vote_count, "voted": bool(queries.voted_for(visit, [row]))}
